from app.domain.drift import Change, Drift, Occasion, Thread, Turn
from app.reports.document import Document, Table
from app.reports.drift_section import drift_section
from app.reports.formats import render


def occasions(number):
    return tuple(Occasion(n, f"A{n}", f"194{n}") for n in range(1, number + 1))


def thread(*changes, is_core=True, heading="men who crossed?"):
    turns = tuple(
        None if change is None else Turn(n, f"A{n}", change, answers)
        for n, (change, answers) in enumerate(changes, start=1)
    )
    return Thread(1, "Regiment", heading, is_core, turns)


NOTHING = (None, ())


def words(*found):
    return render(Document("Report", blocks=tuple(drift_section(found))), ".md").decode()


def test_a_speaker_has_a_paragraph_and_his_tellings_side_by_side():
    grown = thread((Change.TOLD, ("3",)), (Change.SILENT, ()), (Change.GROWN, ("900",)))
    text = words(Drift("Kononov", occasions(3), (grown,)))
    assert "Three tellings are recorded of Kononov" in text
    assert "| Point | **A1** 1941 | **A2** 1942 | **A3** 1943 |" in text
    assert "| Regiment: men who crossed | 3 | *not told* | *grown:* 900 |" in text


def test_core_and_figures_stand_apart():
    pair = ((Change.TOLD, ("1",)), (Change.SAME, ("1",)))
    threads = thread(*pair), thread(*pair, is_core=False, heading="losses")
    text = words(Drift("Kononov", occasions(2), threads))
    assert text.index("Core of the story.") < text.index("Dates and figures.")


def test_many_tellings_are_set_in_even_parts():
    told = thread(*[(Change.TOLD, ("1",))] * 7)
    first = thread((Change.TOLD, ("1",)), (Change.SAME, ("1",)), *[NOTHING] * 5, heading="losses")
    blocks = drift_section([Drift("Kononov", occasions(7), (told, first))])
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [5, 4]
    assert [len(table.rows) for table in tables] == [2, 1]


def test_what_was_told_once_is_left_out():
    once = thread((Change.TOLD, ("1",)), NOTHING)
    text = words(Drift("Kononov", occasions(2), (once,)), Drift("Berg", occasions(2), ()))
    assert "No point is recorded in two tellings of Kononov and Berg." in text
    assert "| Point" not in text


def test_without_speakers_the_section_says_so():
    assert "Nobody’s story is recorded in two tellings." in words()
