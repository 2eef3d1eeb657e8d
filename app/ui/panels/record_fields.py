"""The fields of sources and accounts, in the groups in which their forms show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from app.domain.errors import UserError
from app.domain.records import Account, CopySeen, Source, Subject
from app.services.subjects import KINDS
from app.ui.labels import COPIES_SEEN
from app.ui.widgets.field_form import FieldGroup, FieldSpec

SOURCE_TYPES = {
    "": "not said",
    "book": "book",
    "chapter": "chapter in a book",
    "article-journal": "article in a journal",
    "article-magazine": "article in a magazine",
    "article-newspaper": "article in a newspaper",
    "report": "report",
    "document": "document",
    "personal_communication": "letter or message",
    "manuscript": "manuscript or typescript",
    "interview": "interview",
    "speech": "speech",
    "thesis": "thesis",
    "entry-encyclopedia": "entry in a reference work",
    "legislation": "law or order",
    "treaty": "treaty",
    "map": "map",
    "graphic": "picture or photograph",
    "motion_picture": "film",
    "broadcast": "broadcast",
    "webpage": "web page",
}
_COPIES = {str(form): words for form, words in COPIES_SEEN.items()}
_PROXIMITIES = {
    "": "not said",
    "first-hand": "first-hand: was there",
    "second-hand": "second-hand: heard or read it",
    "unknown": "unknown",
}

SOURCE_GROUPS = (
    FieldGroup(
        "What it is",
        (
            FieldSpec("key", "&Key", "short code, also the siglum of its account: K48"),
            FieldSpec("type", "Type", choices=SOURCE_TYPES),
            FieldSpec("title", "Title"),
            FieldSpec("author", "Author", "Surname, First name; several parted by ;"),
            FieldSpec("date", "&Date", "26 April 1948, ca. 1950, n.d."),
            FieldSpec("container", "In", "journal, newspaper or book that it is part of"),
            (
                FieldSpec("volume", "Volume"),
                FieldSpec("issue", "Issue"),
                FieldSpec("page", "Pages"),
            ),
            (FieldSpec("publisher", "Publisher"), FieldSpec("place", "Place")),
            FieldSpec("language", "Language", "ru, German"),
            (FieldSpec("url", "Address", "https://…"), FieldSpec("accessed", "Accessed")),
        ),
    ),
    FieldGroup(
        "Where it lies",
        (
            FieldSpec("repository", "Repository", "archive or collection"),
            FieldSpec("fonds", "Fonds", "record group, collection"),
            FieldSpec("shelfmark", "Call number", "file, box, folder, folios"),
        ),
    ),
    FieldGroup(
        "How you know it",
        (
            FieldSpec("copy_seen", "&Copy seen", choices=_COPIES),
            FieldSpec("quoted_after", "Quoted after", "key of the source that quotes it"),
        ),
    ),
    FieldGroup("", (FieldSpec("note", "Note", "for yourself and the report", lines=3),)),
)

ACCOUNT_GROUPS = (
    FieldGroup(
        "Who told it, and when",
        (
            FieldSpec("siglum", "Siglum", "K48"),
            FieldSpec("speaker", "Speaker", "who answers for what is said"),
            FieldSpec("recorder", "Re&corder", "interrogator, scribe"),
            FieldSpec("translator", "Translator", "who put it into another language"),
            FieldSpec("date", "&Date of telling", "23 August 1941, summer 1944"),
            FieldSpec("place", "Place of telling", "Wjasma, in the camp"),
            FieldSpec("occasion", "Occasion", "interrogation, letter, interview"),
            FieldSpec("addressee", "Addressee", "whom it was told to or meant for"),
        ),
    ),
    FieldGroup(
        "How it stands to what it tells",
        (
            FieldSpec("proximity", "Pro&ximity", choices=_PROXIMITIES),
            FieldSpec("tendency", "Tendency", "whom it serves; against whose interest", lines=2),
        ),
    ),
)

SUBJECT_GROUPS = (
    FieldGroup(
        "What it is",
        (
            FieldSpec("name", "Name", "as you want it printed"),
            FieldSpec("kind", "Kind", choices={"": "not said", **{kind: kind for kind in KINDS}}),
            FieldSpec("variants", "Other names", "one a line, in any script", lines=4),
            FieldSpec("same_as", "Same as", "the subject that this one has turned out to be"),
            FieldSpec("part_of", "Part of", "the larger unit, place or event it belongs to"),
            FieldSpec("note", "Note", "for yourself", lines=3),
        ),
    ),
    FieldGroup(
        "Kin of a person",
        (
            FieldSpec("mother", "Mother", "bounds births and deaths by itself"),
            FieldSpec("father", "Father", "bounds births and deaths by itself"),
            FieldSpec("spouses", "Married to", "one name a line", lines=2),
        ),
    ),
)
SUBJECTS_NAMED = ("same_as", "part_of", "mother", "father")
"""The fields of a subject that name another one."""
SOURCE_OF_ACCOUNT = FieldGroup(
    "Where it stands", (FieldSpec("source", "In the source", "key of the source"),)
)


def texts_of(record: Source | Account) -> dict[str, str]:
    """Return the texts of a record by name, as a form loads them."""
    values = ((field.name, getattr(record, field.name)) for field in fields(record))
    return {name: str(value) for name, value in values if isinstance(value, str)}


def source_of(values: Mapping[str, str], before: Source) -> Source:
    """Return a source with the texts of a form.

    One that is quoted after another was not seen, where nothing else is said.
    """
    texts: dict[str, Any] = dict(values)
    if texts.get("quoted_after") and not texts.get("copy_seen"):
        texts["copy_seen"] = str(CopySeen.QUOTED)
    return replace(before, **texts)


def account_of(values: Mapping[str, str], before: Account) -> Account:
    """Return an account with the texts of a form; its source stays."""
    texts: dict[str, Any] = {name: text for name, text in values.items() if name != "source"}
    return replace(before, **texts)


def subject_of(
    values: Mapping[str, str], before: Subject, find: Callable[[str], Subject | None]
) -> Subject:
    """Return a subject with the texts of a form; each line of variants or spouses is one name.

    ``find`` looks up the subjects that it is the same as, part of, or kin to.
    """
    related: dict[str, Any] = {
        f"{name}_id": related_id(values.get(name, ""), find) for name in SUBJECTS_NAMED
    }
    spouses = [related_id(name, find) for name in _lines(values.get("spouses", ""))]
    return replace(
        before,
        name=values["name"],
        kind=values["kind"],
        note=values["note"],
        variants=_lines(values.get("variants", "")),
        spouse_ids=tuple(spouse for spouse in spouses if spouse is not None),
        **related,
    )


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something, each once."""
    stripped = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in stripped if line))


def related_id(name: str, find: Callable[[str], Subject | None]) -> int | None:
    """Return the id of the subject of a name, ``None`` for a blank; refuse one that is unknown."""
    if not name.strip():
        return None
    found = find(name.strip())
    if found is None:
        raise UserError(
            f"There is no subject called “{name.strip()}”; choose one from the list, or make it "
            "first."
        )
    return found.id


def texts_of_subject(subject: Subject, names: Mapping[int, str]) -> dict[str, str]:
    """Return the texts of a subject as a form loads them; ``names`` are of those related to it."""
    related = {name: getattr(subject, f"{name}_id") for name in SUBJECTS_NAMED}
    return {
        **{name: names.get(found or 0, "") for name, found in related.items()},
        "spouses": "\n".join(names.get(spouse, "") for spouse in subject.spouse_ids),
        "name": subject.name,
        "kind": subject.kind,
        "note": subject.note,
        "variants": "\n".join(subject.variants),
    }
