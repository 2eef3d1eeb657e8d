import pytest

from app.reports.names import Name, direct, names_of, spoken, surnames


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("", ()),
        ("Kononov, Ivan Nikitich", (Name("Kononov", "Ivan Nikitich"),)),
        ("Ivan Kononov", (Name("Kononov", "Ivan"),)),
        ("Petrov, Igor; Beyda, Oleg", (Name("Petrov", "Igor"), Name("Beyda", "Oleg"))),
        ("Igor Petrov and Oleg Beyda", (Name("Petrov", "Igor"), Name("Beyda", "Oleg"))),
        ("Petrov, Igor and Oleg Beyda", (Name("Petrov", "Igor"), Name("Beyda", "Oleg"))),
        ("A. Smith, B. Jones and C. Doe",
         (Name("Smith", "A."), Name("Jones", "B."), Name("Doe", "C."))),
        ("Otto von der Heide", (Name("von der Heide", "Otto"),)),
        ("Кононов И. Н.", (Name("Кононов", "И. Н."),)),
        ("Кононов Иван Никитич", (Name("Кононов", "Иван Никитич"),)),
        ("Иван Никитич Кононов", (Name("Кононов", "Иван Никитич"),)),
        ("Михаил Петрович Абрамович", (Name("Абрамович", "Михаил Петрович"),)),
        ("К. М. Александров", (Name("Александров", "К. М."),)),
        ("Vershinin", (Name("Vershinin"),)),
        ("Ic, 296. Infanterie-Division", (Name("Ic, 296. Infanterie-Division"),)),
        ("Ministry of War and Navy", (Name("Ministry of War and Navy"),)),
        ("Hafenkommandantur Grünau", (Name("Hafenkommandantur Grünau"),)),
    ],
)  # fmt: skip
def test_author_fields(field: str, names: tuple[Name, ...]) -> None:
    assert names_of(field) == names


def test_forms_of_a_name() -> None:
    assert direct(Name("Kononov", "Ivan")) == "Ivan Kononov"
    assert direct(Name("NKVD")) == "NKVD"
    assert surnames("Petrov, Igor; NKVD") == ("Petrov", "NKVD")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("Petrov, Igor; Beyda, Oleg", "Igor Petrov and Oleg Beyda"),
        ("Hillgruber, Andreas; the NKVD", "Andreas Hillgruber and the NKVD"),
        ("von der Heide, Otto", "Otto von der Heide"),
        ("Кононов, Иван Никитич", "Иван Никитич Кононов"),
        ("Ic, 3. Panzer-Division", "Ic, 3. Panzer-Division"),
        ("some sources, unnamed", "some sources, unnamed"),
        ("a lieutenant; his men, who fled", "a lieutenant; his men, who fled"),
        ("Ivan", "Ivan"),
        ("", ""),
    ],
)
def test_names_as_spoken(field: str, words: str) -> None:
    assert spoken(field) == words
