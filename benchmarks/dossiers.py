"""Dossiers to measure on: the real schema, the real derived rows, and a bulk way to fill them."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from app.domain.analysis import RULES_VERSION
from app.paths import migrations_dir
from app.services import recheck
from app.store.commands.settings import keep_meta
from app.store.dossier import create_dossier, open_dossier
from app.store.engine import connect_file
from benchmarks import history
from benchmarks.history import History, Rows

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Made:
    """A dossier with the seconds that finding everything on all its points took."""

    path: Path
    claims: int
    recheck_seconds: float


def make_dossier(claims: int, *, fresh: bool = False) -> Made:
    """Return a dossier of so many claims, made anew unless one of the same making is there."""
    return make_dossier_of(History(claims), str(claims), claims, fresh=fresh)


def make_dossier_of(told: History, name: str, claims: int, *, fresh: bool = False) -> Made:
    """Return the dossier of a history; ``name`` says what it is, ``claims`` how many it has."""
    path = FOLDER / f"{name}-{_making()}.variorum"
    timing = path.with_suffix(".seconds")
    if fresh or not timing.exists():
        for stale in FOLDER.glob(f"{name}-*"):
            stale.unlink()
        _fill(path, told)
        timing.write_text(str(_find_all(path)), encoding="utf-8")
    return Made(path, claims, float(timing.read_text(encoding="utf-8")))


def _making() -> str:
    """Return a short name of what the rows depend on."""
    parts = [Path(history.__file__), *sorted((migrations_dir() / "versions").glob("*.py"))]
    content = b"".join(part.read_bytes() for part in parts) + str(RULES_VERSION).encode()
    return hashlib.sha256(content).hexdigest()[:8]


def _fill(path: Path, made: History) -> None:
    FOLDER.mkdir(exist_ok=True)
    create_dossier(path)
    people = made.people()
    archive = made.archive(people)
    connection = connect_file(path, "rw")
    connection.execute("BEGIN")
    for rows in (people, archive, *made.told(people, archive)):
        _insert(connection, rows)
    connection.execute("COMMIT")
    connection.close()


def _insert(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, found in rows.items():
        if found:
            columns = ", ".join(f'"{name}"' for name in found[0])
            places = ", ".join(f":{name}" for name in found[0])
            connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', found)


def _find_all(path: Path) -> float:
    with open_dossier(path) as dossier, dossier.writing() as tx:
        start = time.perf_counter()
        recheck.recheck_all(tx)
        seconds = time.perf_counter() - start
        keep_meta(tx, "rules_version", str(RULES_VERSION))
    return seconds


def copy_of(path: Path, name: str) -> Path:
    """Return a copy through SQLite's backup API, for measurements that write."""
    copy = path.with_name(f"{name}.variorum")
    copy.unlink(missing_ok=True)
    source, target = connect_file(path, "ro"), sqlite3.connect(copy)
    source.backup(target)
    source.close()
    target.close()
    return copy
