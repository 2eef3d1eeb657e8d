"""Questions that say plainly what role their answer has, and those that only seem to."""

import pytest

from app.domain.answers import Kind
from app.domain.rules.role_words import role_of


@pytest.mark.parametrize(
    ("question", "subject", "kind", "role"),
    [
        ("When was he born?", "Ivan Kononov", "person", "birth"),
        ("date of birth", "X", "", "birth"),
        ("Geburtsdatum", "Anna", "person", "birth"),
        ("Когда родилась?", "Анна", "person", "birth"),
        ("When did Kononov die?", "Ivan Kononov", "person", "death"),
        ("When did Kononov's father die?", "Kononov's father", "person", "death"),
        ("Wann starb die Zarin?", "Zarin", "person", "death"),
        ("Дата смерти Кононова", "Иван Кононов", "person", "death"),
        ("executed", "X", "person", "death"),
        ("Wann wurde das Regiment aufgestellt?", "Regiment 436", "unit", "formation"),
        ("When was the division disbanded?", "5th Division", "unit", "disbandment"),
        ("When was he buried?", "X", "person", "posthumous"),
        ("Wann erschienen seine Memoiren?", "X", "person", "posthumous"),
        ("Когда реабилитирован?", "X", "person", "posthumous"),
        ("Wann wurde die Zarin geboren?", "Zarin", "person", "birth"),
        ("death of his son", "X", "person", "unbound"),
        ("When was he sentenced to death?", "X", "person", ""),
        ("birth and death", "X", "person", "unbound"),
        ("birth", "The revolt", "event", ""),
        ("founded", "Paris", "place", ""),
        ("When did he return to the staff?", "X", "person", ""),
        ("", "X", "person", ""),
    ],
)
def test_roles_of_questions(question, subject, kind, role):
    assert role_of(question, Kind.DATE, subject, kind) == role


def test_only_dates_have_a_role():
    assert role_of("birth", Kind.TEXT, "X", "person") == ""
