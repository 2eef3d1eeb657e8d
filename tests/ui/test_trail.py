from app.ui.panels.trail import Place, Trail


def test_one_goes_back_and_forward_along_the_trail():
    trail = Trail()
    assert trail.current == Place("points")
    assert not trail.can_go_back
    for place in (Place("point", 1), Place("point", 1), Place("sources"), Place("point", 2)):
        trail.add(place)
    assert trail.back() == Place("sources")
    assert trail.back() == Place("point", 1)
    assert trail.back() == Place("point", 1)
    assert trail.forward() == Place("sources")
    assert trail.can_go_forward
    trail.add(Place("accounts"))
    assert not trail.can_go_forward
    assert trail.last_id("point") == 1
    assert trail.last_id("accounts") == 0


def test_an_empty_trail_stays_where_it_is():
    trail = Trail()
    assert trail.back() == trail.forward() == Place("points")
