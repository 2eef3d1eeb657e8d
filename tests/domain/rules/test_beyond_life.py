"""Questions that historians ask of persons and units, by what bounds their answers."""

import pytest

from app.domain.answers import Kind
from app.domain.rules.role_words import role_of

_MAN, _WOMAN = ("Ivan Kononov", "person"), ("Anna Weber", "person")
_UNIT = ("436th Regiment", "unit")


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_MAN, "When was he born?"),
        (_MAN, "Date of birth"),
        (_MAN, "Born"),
        (_MAN, "When was Kononov born?"),
        (_MAN, "In what year was Ivan Kononov born?"),
        (_WOMAN, "Wann wurde sie geboren?"),
        (_WOMAN, "Wann ist Anna Weber geboren?"),
        (_WOMAN, "Geburtsdatum"),
        (_MAN, "В каком году он родился?"),
        (_MAN, "дата рождения"),
        (_MAN, "When was he born in the village?"),
    ],
)
def test_births(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "birth"


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_MAN, "When did he die?"),
        (_MAN, "Died"),
        (_MAN, "Date of death"),
        (_MAN, "When was he killed?"),
        (_MAN, "When was he killed in action?"),
        (_MAN, "When was he executed?"),
        (_MAN, "When did he die in Australia?"),
        (_WOMAN, "Wann starb sie?"),
        (_WOMAN, "Wann ist sie gestorben?"),
        (_WOMAN, "Todesdatum"),
        (_WOMAN, "Sterbetag"),
        (_MAN, "Death (new style)"),
        (_WOMAN, "Wann wurde Anna Weber hingerichtet?"),
        (_MAN, "Когда он погиб?"),
        (_MAN, "Когда он умер?"),
        (_MAN, "Дата смерти"),
        (_MAN, "Когда был расстрелян?"),
    ],
)
def test_deaths(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "death"


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_UNIT, "When was the regiment formed?"),
        (_UNIT, "Wann wurde das Regiment aufgestellt?"),
        (_UNIT, "Когда был сформирован полк?"),
        (_UNIT, "Date of formation"),
        (_UNIT, "When was it raised?"),
    ],
)
def test_formations(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "formation"


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_UNIT, "When was the regiment disbanded?"),
        (_UNIT, "When was it officially disbanded?"),
        (_UNIT, "Wann wurde es aufgelöst?"),
        (_UNIT, "Когда полк был расформирован?"),
    ],
)
def test_disbandments(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "disbandment"


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_MAN, "When did he join the party?"),
        (_MAN, "When was he arrested?"),
        (_MAN, "When did he marry?"),
        (_MAN, "When did he write the letter?"),
        (_MAN, "When was he sentenced to death?"),
        (_MAN, "When did he cross the line?"),
        (_MAN, "When was he promoted?"),
        (_MAN, "When did he leave the army?"),
        (_MAN, "When did he found the newspaper?"),
        (_WOMAN, "Wann wurde sie verhaftet?"),
        (_WOMAN, "Wann trat sie in die Partei ein?"),
        (_WOMAN, "Wann verließ sie die Stadt?"),
        (_WOMAN, "Wann heiratete sie?"),
        (_MAN, "Когда он вступил в партию?"),
        (_MAN, "Когда был арестован?"),
        (_MAN, "Когда женился?"),
        (_MAN, "Когда он вышел в отставку?"),
        (_MAN, "Когда был переведен в другую часть?"),
        (_MAN, "When was he wounded?"),
        (_MAN, "When did he finish his memoirs?"),
        (_MAN, "When did his reign end?"),
        (_MAN, "When was he taken prisoner?"),
        (_MAN, "Когда приговорён к смертной казни?"),
        (_MAN, "Wann wurde er zum Tode verurteilt?"),
        (_UNIT, "When did the regiment cross the river?"),
        (_UNIT, "When did it fight at Lutz?"),
        (_UNIT, "Когда полк перешёл реку?"),
    ],
)
def test_own_acts_have_no_role(subject, question):
    assert role_of(question, Kind.DATE, *subject) == ""


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_MAN, "When was he buried?"),
        (_MAN, "When was his name cleared?"),
        (_MAN, "When was his will proved?"),
        (_WOMAN, "Wann kam die Todesnachricht an?"),
        (_MAN, "Когда отменён приговор?"),
        (_MAN, "When was he rehabilitated?"),
        (_WOMAN, "When did she publish her novel?"),
        (_WOMAN, "When was her novel published?"),
        (_WOMAN, "When did her ashes reach Vienna?"),
        (_WOMAN, "When was the trial of her murderer?"),
        (_WOMAN, "When did her diary appear?"),
        (_MAN, "When was he sentenced in absentia?"),
        (_MAN, "When was he tried in absentia?"),
        (_MAN, "When was he posthumously promoted?"),
        (_MAN, "When did the news reach Berlin?"),
        (_MAN, "When was he declared dead?"),
        (_MAN, "When was the case closed?"),
        (_MAN, "When was he succeeded?"),
        (_MAN, "When was a street named after him?"),
        (_MAN, "When was he made a Hero posthumously?"),
        (_MAN, "When was his body found?"),
        (_MAN, "When was he canonised?"),
        (_MAN, "When was the sentence quashed?"),
        (_WOMAN, "Wann wurde sie beerdigt?"),
        (_WOMAN, "Wann erschien ihr Roman?"),
        (_WOMAN, "Wann wurde sie rehabilitiert?"),
        (_WOMAN, "Wann wurde sie für tot erklärt?"),
        (_WOMAN, "Wann wurde sie in Abwesenheit verurteilt?"),
        (_MAN, "Когда он был похоронен?"),
        (_MAN, "Когда реабилитирован?"),
        (_MAN, "Когда награждён посмертно?"),
        (_MAN, "Когда вышла его книга?"),
        (_MAN, "Когда заочно осуждён?"),
        (_UNIT, "When was the regiment re-formed?"),
        (_UNIT, "When was the monument to the regiment unveiled?"),
        (_UNIT, "When was the regiment's history published?"),
    ],
)
def test_what_may_come_after_the_end(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "posthumous"


@pytest.mark.parametrize(
    ("subject", "question"),
    [
        (_MAN, "When did the widow receive her pension?"),
        (_MAN, "When was his death reported?"),
        (_MAN, "When was his death announced to the family?"),
        (_MAN, "When was his son born?"),
        (_MAN, "When did his father die?"),
        (_MAN, "When did his parents marry?"),
        (_MAN, "When was his elder brother born?"),
        (_MAN, "Birth of his daughter"),
        (_MAN, "When was his village founded?"),
        (_MAN, "When was the house built?"),
        (_MAN, "When did the war begin?"),
        (_MAN, "When was his teacher Maria Lenz born?"),
        (_MAN, "When was Maria Lenz born?"),
        (_WOMAN, "Wann starb ihr Vater?"),
        (_WOMAN, "Wann wurde ihr Sohn geboren?"),
        (_WOMAN, "Tod des Vaters"),
        (_WOMAN, "Wann wurde das Haus gebaut?"),
        (_MAN, "Когда умер его отец?"),
        (_MAN, "Когда родился его сын?"),
        (_MAN, "Когда вдова получила пенсию?"),
        (_MAN, "Смерть матери"),
        (_MAN, "Когда началась война?"),
        (_UNIT, "When was the order to form the regiment given?"),
        (_UNIT, "When was its commander born?"),
        (_UNIT, "When did the commander die?"),
        (_MAN, "When was he conceived?"),
        (_MAN, "When did Stalin die?"),
        (_MAN, "When did the treaty take effect?"),
        (_MAN, "When did his mother learn of his death?"),
        (_MAN, "When did the family leave Riga?"),
        (_UNIT, "When was the first battalion formed?"),
        (_UNIT, "When were the remnants disbanded?"),
    ],
)
def test_what_is_not_of_the_subject_itself(subject, question):
    assert role_of(question, Kind.DATE, *subject) == "unbound"


@pytest.mark.parametrize(
    ("subject", "question", "role"),
    [
        ("5th Regiment", "When was the regiment formed?", "formation"),
        ("Infanterieregiment 9", "Wann aufgestellt?", "formation"),
        ("14-й полк", "Когда сформирован?", "formation"),
        ("The Blue Guards", "When were the Guards raised?", "formation"),
        ("Colonel Blue", "When was the regiment formed?", "unbound"),
        ("Order 227", "When was it executed?", ""),
        ("Anna", "When was her book published?", "posthumous"),
        ("Kononov's father", "When did Kononov's father die?", "death"),
    ],
)
def test_a_subject_of_no_kind_is_read_from_its_name(subject, question, role):
    assert role_of(question, Kind.DATE, subject) == role


def test_nothing_but_plain_words_makes_a_role():
    assert role_of("When was he raised?", Kind.DATE, *_MAN) == ""
    assert role_of("born", Kind.DATE, "The revolt", "event") == ""
