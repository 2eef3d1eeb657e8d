"""What is called just so is found first, though many newer things hold its name, too."""

from app.domain.records import Subject
from app.services.importing import import_sheets
from app.services.searching import search
from app.services.subjects import add_subject
from tests.services.support import riot, write_sheets


def test_a_key_leads_to_its_source_before_those_that_name_it(workspace, tmp_path):
    riot(workspace, tmp_path)
    rows = "".join(f"Q{n},Notes on Br1\n" for n in range(30))
    import_sheets(workspace, write_sheets(tmp_path, more=f"key,title\n{rows}"))
    found = search(workspace, " br1 ")
    exact = [(thing.kind, thing.title.split()[0]) for thing in found if thing.is_exact]
    assert exact == [("source", "Br1"), ("account", "Br1")]
    sources = [thing for thing in found if thing.kind == "source"]
    assert sources[0].is_exact
    assert len({thing.id for thing in sources}) == len(sources)


def test_a_name_leads_to_its_subject_by_any_variant(workspace):
    made = add_subject(workspace, Subject(0, "Иван Кононов", "person", ("Kononov",)))
    for number in range(25):
        add_subject(workspace, Subject(0, f"Kononov {number}", "person"))
    found = search(workspace, "kononov")
    assert (found[0].id, found[0].is_exact) == (made, True)
    assert not any(thing.is_exact for thing in search(workspace, "konon"))
