from dataclasses import replace

from app.domain.records import Reason
from app.services.claims import ClaimDraft, add_claim, draft_of, edit_claim, get_claim
from app.services.findings import count_rows, list_flags, list_point_lines
from app.services.judgements import dismiss_flag
from app.services.overview import (
    count_flags,
    counts_after,
    find_most_contested,
    list_flag_ids,
    list_flag_lines,
    list_point_ids_about,
    list_subject_lines,
    list_subject_sizes,
)
from app.services.points import edit_point, get_point


def record(workspace, question, siglum, answer, subject="Kononov"):
    draft = ClaimDraft(
        subject=subject, question=question, siglum=siglum, locator="p. 1", answer=answer
    )
    return add_claim(workspace, draft)


def test_subjects_with_points_are_counted(workspace):
    assert list_subject_sizes(workspace) == []
    assert find_most_contested(workspace) is None
    record(workspace, "When?", "A", "1918", subject="Zoe")
    record(workspace, "When?", "A", "1918")
    record(workspace, "Where from?", "A", "1920")
    sizes = list_subject_sizes(workspace)
    assert [size for _, size in sizes] == [2, 1]
    lines = list_subject_lines(workspace, [subject for subject, _ in sizes])
    assert [(line.name, line.points) for line in lines] == [("Kononov", 2), ("Zoe", 1)]


def test_points_stand_by_question_or_by_lemma(workspace):

    record(workspace, "A question?", "A", "1918")
    record(workspace, "B question?", "A", "1918")
    subject = list_subject_sizes(workspace)[0][0]
    first, second = list_point_ids_about(workspace, subject)
    edit_point(workspace, replace(get_point(workspace, first), lemma="zeal"))
    assert list_point_ids_about(workspace, subject) == [first, second]
    assert list_point_ids_about(workspace, subject, by_lemma=True) == [second, first]


def test_flags_set_aside_are_not_counted_until_they_come_back(workspace):
    record(workspace, "When?", "A", "1918")
    claim = record(workspace, "When?", "B", "1916")
    assert count_flags(workspace) == {("disagreement", "contradicts"): 1}
    flag = list_flags(workspace)[0]
    dismiss_flag(workspace, flag, Reason.CALENDAR, "")
    dismiss_flag(workspace, flag, Reason.SCOPE, "")
    assert count_flags(workspace) == {}
    assert list_flag_ids(workspace) == []
    assert len(list_flag_ids(workspace, with_dismissed=True)) == 1
    line = list_point_lines(workspace, [flag.point_id])[0]
    assert (line.contradictions, line.open_contradictions) == (1, 0)

    edit_claim(workspace, claim, replace(draft_of(get_claim(workspace, claim), "B"), answer="1915"))
    assert count_flags(workspace) == {("disagreement", "contradicts"): 1}
    line = list_point_lines(workspace, [flag.point_id])[0]
    assert line.open_contradictions == 1


def test_flags_of_one_kind(workspace):
    record(workspace, "When?", "A", "1918")
    record(workspace, "When?", "B", "1916")
    ids = list_flag_ids(workspace, ["disagreement"])
    assert [line.kind for line in list_flag_lines(workspace, ids)] == ["disagreement"]
    assert list_flag_ids(workspace, ["silence"]) == []
    assert list_flag_lines(workspace, [1, *ids])[0].id == ids[0]


def test_the_point_with_most_versions_is_the_most_contested(workspace):
    record(workspace, "Which year?", "A", "1910")
    for siglum, year in (("A", "1918"), ("B", "1916")):
        record(workspace, "Two stories?", siglum, year)
    for siglum, year in (("A", "1918"), ("B", "1916"), ("C", "1912")):
        record(workspace, "Three stories?", siglum, year)
    assert get_point(workspace, find_most_contested(workspace)).question == "Three stories?"


def test_counts_follow_a_change_without_counting(workspace):
    counts = [count_rows(workspace)]
    workspace.subscribe(lambda kept: counts.append(counts_after(counts[-1], kept)))
    record(workspace, "When?", "A", "1918")
    assert counts[-1] == count_rows(workspace)
    workspace.undo()
    assert counts[-1] == count_rows(workspace)
    workspace.redo()
    assert counts[-1] == count_rows(workspace)
