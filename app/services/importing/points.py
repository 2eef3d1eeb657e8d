"""Rows of the sheets of points and options: what claims are to answer, declared beforehand."""

from __future__ import annotations

from app.domain.answers import Kind
from app.domain.errors import UserError
from app.domain.names import fold, fold_name
from app.domain.reading import kind_named
from app.domain.records import Option, Point
from app.domain.rules import ROLES
from app.domain.rules.role_words import role_of
from app.exchange.sheets import Sheet, SheetError, SheetRow
from app.services.importing.register import Register
from app.store.ids import new_id

_SEVERAL = {"": False, "one": False, "several": True}
_NO_ROLE = "none"
"""Says that a point has no role, whatever its question seems to say."""
_CALENDARS = ("", "gregorian", "julian", "russia")


def take_points(register: Register, sheet: Sheet) -> None:
    """Take in points; one that is there already is refused."""
    for row in sheet.rows:
        values = row.values
        if values["answers"].casefold() not in _SEVERAL:
            raise SheetError(
                sheet.name, f"answers is “{values['answers']}”; it can be one or several.", row.line
            )
        if values["calendar"].casefold() not in _CALENDARS:
            raise SheetError(
                sheet.name,
                f"calendar is “{values['calendar']}”; it can be gregorian, julian or russia.",
                row.line,
            )
        if fold(values["role"]) not in ("", _NO_ROLE, *ROLES):
            raise SheetError(
                sheet.name,
                f"role is “{values['role']}”; it can be {', '.join(ROLES)} or {_NO_ROLE}.",
                row.line,
            )
        if find_point(register, values["subject"], values["question"]) is not None:
            raise SheetError(
                sheet.name, f"the point “{values['question']}” is already there.", row.line
            )
        make_point(register, sheet, row)


def find_point(register: Register, subject: str, question: str) -> Point | None:
    """Return the point that a subject's name and a question mean, if it is known."""
    subject_id = register.subjects.get(fold_name(subject))
    return None if subject_id is None else register.points.get((subject_id, fold(question)))


def make_point(register: Register, sheet: Sheet, row: SheetRow) -> Point:
    """Note the point that a row of the sheets of points or claims names for the first time."""
    values = row.values
    subject_id = register.point_subject(values["subject"], values["subject_kind"])
    if subject_id is None or not values["question"]:
        raise SheetError(sheet.name, "a point needs a subject and a question.", row.line)
    calendar = values.get("calendar", "").casefold()
    kind = read_kind(sheet, row)
    role = fold(values.get("role", "")) or role_of(
        values["question"], kind, values["subject"], register.kind_of(subject_id)
    )
    point = Point(
        id=new_id(),
        subject_id=subject_id,
        question=values["question"],
        kind=kind,
        several=_SEVERAL.get(values.get("answers", "").casefold(), False),
        lemma=values.get("lemma", ""),
        unit=values.get("unit", ""),
        calendar="" if calendar == "gregorian" else calendar,
        role="" if role == _NO_ROLE else role,
        note=values["note"] if "lemma" in values else "",
    )
    register.add_point(point)
    return point


def read_kind(sheet: Sheet, row: SheetRow) -> Kind:
    """Return the kind of answer that a row names."""
    try:
        return kind_named(row.values["answer_type"])
    except UserError as error:
        raise SheetError(sheet.name, str(error), row.line) from error


def take_options(register: Register, sheet: Sheet) -> None:
    """Take in options; ``kind_of`` names an option above, ``rank`` a place on an ordered scale."""
    for row in sheet.rows:
        values = row.values
        point = find_point(register, values["subject"], values["question"])
        if point is None or point.kind is not Kind.OPTION:
            raise SheetError(
                sheet.name,
                f"“{values['subject']}: {values['question']}” is no point with options.",
                row.line,
            )
        known = register.options.get(point.id, {})
        parent = known.get(fold(values["kind_of"])) if values["kind_of"] else None
        if values["kind_of"] and parent is None:
            raise SheetError(
                sheet.name, f"“{values['kind_of']}” is no option above this row.", row.line
            )
        if not values["option"] or fold(values["option"]) in known:
            raise SheetError(
                sheet.name, f"the option “{values['option']}” is blank or there twice.", row.line
            )
        if values["rank"] and not values["rank"].isdecimal():
            raise SheetError(
                sheet.name, f"rank is “{values['rank']}”; it is a whole number.", row.line
            )
        register.add_option(
            Option(
                id=new_id(),
                point_id=point.id,
                label=values["option"],
                parent_id=parent.id if parent else None,
                rank=int(values["rank"]) if values["rank"] else None,
            )
        )
