"""Rows of the sheet of rules."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.names import fold
from app.domain.records import Point, Rule
from app.domain.rules import RuleKind, check_rule
from app.exchange.sheets import Sheet, SheetError, SheetRow
from app.services.importing.points import find_point
from app.services.importing.register import Register
from app.store.ids import new_id


def take_rules(register: Register, sheet: Sheet) -> None:
    """Take in rules, whose ``a`` and ``b`` name points as ``subject: question``.

    The value of a duration is a length of time, or names the point that says how long it lasts.
    """
    kinds = {point.id: point.kind for point in register.points.values()}
    for row in sheet.rows:
        rule = _rule(register, sheet, row)
        try:
            check_rule(rule, kinds)
        except UserError as error:
            raise SheetError(sheet.name, str(error), row.line) from error
        register.add_rule(rule)


def _rule(register: Register, sheet: Sheet, row: SheetRow) -> Rule:
    values = row.values
    lasting = None
    if fold(values["kind"]) == RuleKind.DURATION:
        lasting = _find_named(register, values["value"])
    return Rule(
        id=new_id(),
        kind=fold(values["kind"]),
        a_id=_named_point(register, sheet, row, "a").id,
        b_id=_named_point(register, sheet, row, "b").id,
        relation=fold(values["relation"]),
        value="" if lasting else values["value"],
        unit=values["unit"],
        note=values["note"],
        c_id=lasting.id if lasting else None,
    )


def _named_point(register: Register, sheet: Sheet, row: SheetRow, column: str) -> Point:
    point = _find_named(register, row.values[column])
    if point is None:
        raise SheetError(
            sheet.name,
            f"{column} names “{row.values[column]}”, which is no point (subject: question).",
            row.line,
        )
    return point


def _find_named(register: Register, name: str) -> Point | None:
    for place, letter in enumerate(name):
        if letter == ":":
            point = find_point(register, name[:place], name[place + 1 :].strip())
            if point is not None:
                return point
    return None
