from app.domain.analysis import Version
from app.domain.witnesses import Witnesses
from app.reports.document import Document
from app.reports.formats import render
from app.reports.witnesses_section import (
    HollowAgreement,
    PointWitnesses,
    VersionWitnesses,
    witnesses_section,
)


def version(witnesses, scope=""):
    return Version("900", (1, 2), ("K48", "Ch63"), 2, witnesses, "1948", scope)


def words(*points):
    return render(Document("Report", blocks=tuple(witnesses_section(points))), ".md").decode()


def row(found):
    text = words(PointWitnesses("Regiment", "How many?", (found,)))
    return next(line for line in text.splitlines() if "900" in line)


def test_a_version_has_its_range_and_its_roots():
    found = row(VersionWitnesses(version(Witnesses(1, 2), "men"), ("Kononov",), ("Cherkassov",)))
    assert found == (
        "| How many? | 900 \\[men\\] | K48, Ch63 | 2 | 1–2 | Kononov; *perhaps* Cherkassov |"
    )


def test_a_common_link_is_named_once():
    linked = Witnesses(1, 1, common_link="K48")
    assert row(VersionWitnesses(version(linked), ("Kononov",))).endswith(
        "Kononov; all through K48 |"
    )
    assert row(VersionWitnesses(version(linked), ("K48",))).endswith("| K48 |")


def test_names_with_commas_are_set_apart_by_semicolons():
    found = row(VersionWitnesses(version(Witnesses(2, 2)), ("Berg, Ida", "Carl")))
    assert found.endswith("| Berg, Ida; Carl |")


def test_of_many_possible_roots_only_some_are_named():
    names = tuple(f"R{number}" for number in range(1, 41))
    found = row(VersionWitnesses(version(Witnesses(1, 1)), names, ("Z",)))
    assert found.endswith("| from among R1, R2, R3, R4, R5 and 35 more |")


def test_hollow_agreements_stand_below_their_subject():
    hollow = (HollowAgreement("2 sources are one witness"), HollowAgreement("They are one", True))
    text = words(PointWitnesses("Regiment", "How many crossed?", (), hollow))
    assert "- *How many crossed:* 2 sources are one witness." in text
    assert "- *How many crossed:* They are one. Set aside." in text


def test_each_subject_has_one_heading_and_a_point_is_named_once():
    found = VersionWitnesses(version(Witnesses(1, 1)), ("Kononov",))
    text = words(
        PointWitnesses("Regiment", "How many?", (found, found)),
        PointWitnesses("Kononov", "When?", (found,)),
        PointWitnesses("Regiment", "Where?", (found,)),
    )
    assert text.count("### Regiment") == 1
    assert text.count("How many?") == 1
    assert text.index("Where?") < text.index("### Kononov")


def test_without_agreements_the_section_says_so():
    assert "No version is told by several accounts." in words()
