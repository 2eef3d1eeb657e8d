def test_the_places_stand_closer_in_a_low_window(window):
    window.resize(1000, 900)
    row = window.desk.navigation.rows["sources"]
    high = row.sizeHint().height()
    window.resize(1000, 600)
    assert row.sizeHint().height() < high
    window.resize(1000, 900)
    assert row.sizeHint().height() == high
