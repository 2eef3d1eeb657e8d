"""Single records and whole tables of records, as the forms, the report and the import need them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import RowMapping, text
from sqlalchemy.engine import Connection

from app.domain.answers import Kind
from app.domain.records import (
    Account,
    Claim,
    Kin,
    Level,
    Locator,
    Option,
    Point,
    Source,
    Stance,
    Subject,
)

R = TypeVar("R", Account, Claim, Option, Point, Source, Subject)

_SELECT: dict[type, str] = {
    Subject: "SELECT * FROM subject",
    Source: "SELECT source.*, COALESCE(quoting.key, '') AS quoted_after FROM source "
    "LEFT JOIN source AS quoting ON quoting.id = source.quoted_after_id",
    Account: "SELECT account.*, COALESCE(subject.name, '') AS speaker FROM account "
    "LEFT JOIN subject ON subject.id = account.speaker_id",
    Point: "SELECT * FROM point",
    Option: "SELECT * FROM option",
    Claim: "SELECT claim.*, COALESCE(subject.name, '') AS speaker FROM claim "
    "LEFT JOIN subject ON subject.id = claim.speaker_id",
}
_NAMES = {Subject: "subject", Source: "source", Account: "account", Point: "point",
          Option: "option", Claim: "claim"}  # fmt: skip
_CAST: dict[str, Any] = {"several": bool, "is_own": bool, "stance": Stance, "level": Level}


def _record(kind: type[R], row: RowMapping) -> R:
    values = {
        field.name: _CAST.get(field.name, _same)(row[field.name])
        for field in fields(kind)
        if field.name in row
    }
    if kind is Point:
        values["kind"] = Kind(values["kind"])
    return kind(**values)


def _same(value: object) -> object:
    return value


def list_records(connection: Connection, kind: type[R], ids: Iterable[int]) -> list[R]:
    """Return the records with the given ids, in that order; missing ones are left out."""
    wanted = list(ids)
    statement = text(
        f"{_SELECT[kind]} WHERE {_NAMES[kind]}.id IN (SELECT value FROM json_each(:ids))"
    )
    rows = connection.execute(statement, {"ids": json.dumps(wanted)}).mappings()
    found = {row["id"]: _record(kind, row) for row in rows}
    return _completed(connection, kind, [found[row_id] for row_id in wanted if row_id in found])


def list_all(connection: Connection, kind: type[R]) -> list[R]:
    """Return every record of a kind in order of making."""
    rows = connection.execute(text(f"{_SELECT[kind]} ORDER BY {_NAMES[kind]}.id")).mappings()
    return _completed(connection, kind, [_record(kind, row) for row in rows])


def get_record(connection: Connection, kind: type[R], record_id: int) -> R:
    """Return one record; raises ``LookupError`` when it is gone."""
    found = list_records(connection, kind, [record_id])
    if not found:
        raise LookupError(f"no {_NAMES[kind]} {record_id}")
    return found[0]


def _completed(connection: Connection, kind: type[R], records: list[R]) -> list[R]:
    """Add what lies in a child table: the locators of claims, the names and kin of subjects."""
    whole: list[Any] = records
    ids = json.dumps([record.id for record in records])
    if kind is Claim:
        places = _locators(connection, ids)
        return [replace(claim, locators=places.get(claim.id, ())) for claim in whole]
    if kind is Subject:
        variants, kin = _variants(connection, ids), _kin(connection, ids)
        return [
            replace(subject, variants=variants.get(subject.id, ()), **kin.get(subject.id, {}))
            for subject in whole
        ]
    return records


def _locators(connection: Connection, ids: str) -> dict[int, tuple[Locator, ...]]:
    found: dict[int, tuple[Locator, ...]] = {}
    for row in connection.execute(
        text(
            "SELECT claim_id, kind, value FROM locator "
            "WHERE claim_id IN (SELECT value FROM json_each(:ids)) ORDER BY claim_id, place"
        ),
        {"ids": ids},
    ):
        found[row.claim_id] = (*found.get(row.claim_id, ()), Locator(row.kind, row.value))
    return found


def _variants(connection: Connection, ids: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(
        text(
            "SELECT subject_id, name FROM name_variant "
            "WHERE subject_id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
        ),
        {"ids": ids},
    ):
        found[row.subject_id] = (*found.get(row.subject_id, ()), row.name)
    return found


def _kin(connection: Connection, ids: str) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for row in connection.execute(text(_KIN), {"ids": ids}):
        kin = found.setdefault(row.subject_id, {})
        if row.kin == Kin.SPOUSE:
            kin["spouse_ids"] = (*kin.get("spouse_ids", ()), row.relative_id)
        else:
            kin[f"{row.kin}_id"] = row.relative_id
    return found


_KIN = f"""
    SELECT subject_id, relative_id, kin, id FROM kinship
    WHERE subject_id IN (SELECT value FROM json_each(:ids))
    UNION ALL
    SELECT relative_id, subject_id, kin, id FROM kinship
    WHERE kin = '{Kin.SPOUSE}' AND relative_id IN (SELECT value FROM json_each(:ids))
    ORDER BY id"""
