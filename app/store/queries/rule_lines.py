"""Rules as lines of a list: with the names of their points and what they make impossible."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import Connection

from app.domain.records import Rule


@dataclass(frozen=True, slots=True)
class PointName:
    """A point by the name of its subject and its question."""

    subject: str
    question: str

    @property
    def title(self) -> str:
        """Return ``subject: question``."""
        return f"{self.subject}: {self.question}"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as a list shows it."""

    rule: Rule
    a: PointName
    b: PointName
    c: PointName | None
    """The point that says how long a duration lasts, where one does."""
    contradictions: int
    """Flags that name it and are not set aside."""
    tensions: int

    @property
    def id(self) -> int:
        """Return the id of the rule."""
        return self.rule.id


_FLAGS = """
    SELECT named.value AS rule_id, sum(flag.level = 'contradicts') AS contradictions,
           sum(flag.level <> 'contradicts') AS tensions
    FROM flag, json_each(flag.rule_ids) AS named
    WHERE flag.kind IN ('chronology', 'arithmetic')
    AND named.value IN (SELECT value FROM json_each(:ids))
    AND NOT EXISTS (SELECT 1 FROM dismissal WHERE dismissal.point_id = flag.point_id
                    AND dismissal.flag = flag.identity
                    AND dismissal.fingerprint = flag.fingerprint)
    GROUP BY named.value"""
_LINES = f"""
    SELECT rule.id, rule.kind, rule.a_id, rule.b_id, rule.c_id, rule.relation, rule.value,
           rule.unit, rule.note,
           a.question AS a_question, a_subject.name AS a_subject,
           b.question AS b_question, b_subject.name AS b_subject,
           c.question AS c_question, c_subject.name AS c_subject,
           COALESCE(found.contradictions, 0) AS contradictions,
           COALESCE(found.tensions, 0) AS tensions
    FROM rule
    JOIN point AS a ON a.id = rule.a_id JOIN subject AS a_subject ON a_subject.id = a.subject_id
    JOIN point AS b ON b.id = rule.b_id JOIN subject AS b_subject ON b_subject.id = b.subject_id
    LEFT JOIN point AS c ON c.id = rule.c_id
    LEFT JOIN subject AS c_subject ON c_subject.id = c.subject_id
    LEFT JOIN ({_FLAGS}) AS found ON found.rule_id = rule.id
    WHERE rule.id IN (SELECT value FROM json_each(:ids))"""
_FIELDS = ("id", "kind", "a_id", "b_id", "relation", "value", "unit", "note", "c_id")


def list_rule_lines(connection: Connection, ids: Iterable[int]) -> list[RuleLine]:
    """Return the rules with the given ids as lines, in that order."""
    wanted = list(ids)
    rows = connection.execute(text(_LINES), {"ids": json.dumps(wanted)}).mappings()
    found = {
        row["id"]: RuleLine(
            rule=Rule(**{name: row[name] for name in _FIELDS}),
            a=PointName(row["a_subject"], row["a_question"]),
            b=PointName(row["b_subject"], row["b_question"]),
            c=PointName(row["c_subject"], row["c_question"]) if row["c_question"] else None,
            contradictions=row["contradictions"],
            tensions=row["tensions"],
        )
        for row in rows
    }
    return [found[rule_id] for rule_id in wanted if rule_id in found]


def list_rule_ids(connection: Connection) -> list[int]:
    """Return the ids of all rules: those of one subject together, then as they were made."""
    statement = text(
        "SELECT rule.id FROM rule JOIN point ON point.id = rule.a_id "
        "JOIN subject ON subject.id = point.subject_id "
        "ORDER BY subject.folded, subject.id, rule.kind, rule.a_id, rule.id"
    )
    return list(connection.scalars(statement))
