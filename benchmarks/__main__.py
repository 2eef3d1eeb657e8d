"""Measure, print a table and keep it as JSON: ``python -m benchmarks --sizes 10000,100000``."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from benchmarks.dossiers import FOLDER, make_dossier
from benchmarks.growth import exponents, open_and_search
from benchmarks.measuring import Row
from benchmarks.recording import record
from benchmarks.synopsis import make_side_by_side, scroll
from benchmarks.weighing import weigh

SIZES = "10000,100000,1000000"


def main() -> None:
    """Run the benchmarks that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of claims ({SIZES})")
    parser.add_argument("--fresh", action="store_true", help="make the dossiers anew")
    given = parser.parse_args()
    rows: list[Row] = []
    times: dict[int, dict[str, float]] = {}
    for claims in sorted(int(size) for size in given.sizes.split(",")):
        _say(f"{claims:,} claims …")
        made = make_dossier(claims, fresh=given.fresh)
        times[claims] = {"re-check of all points": made.recheck_seconds, **open_and_search(made)}
        rows += [*weigh(made), *record(made)]
    growth = exponents(times, rows)
    _say("a synopsis …")
    rows += scroll(make_side_by_side(fresh=given.fresh))
    _show(rows, times, growth)
    _keep(rows, times, growth)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _show(
    rows: list[Row], times: dict[int, dict[str, float]], growth: list[tuple[str, float, str]]
) -> None:
    _say(f"\n{'row':<4}{'work':<31}{'claims':>10}{'ours ms':>11}{'limit ms':>11}{'ratio':>8}  goal")
    for row in rows:
        _say(
            f"{row.number:<4}{row.work:<31}{row.claims:>10,}{row.ours_ms:>11.2f}"
            f"{row.limit_ms:>11.2f}{row.ratio:>7.2f}×  {row.goal}; {row.note}"
        )
    for claims, found in times.items():
        parts = ", ".join(f"{work} {1000 * spent:,.1f} ms" for work, spent in found.items())
        _say(f"11  {claims:,} claims: {parts}")
    for work, exponent, goal in growth:
        _say(f"11  {work:<31}grows with exponent {exponent:.2f}, goal {goal}")
    _say("Medians of works taken in turn; what else the machine did is in them.")


def _keep(
    rows: list[Row], times: dict[int, dict[str, float]], growth: list[tuple[str, float, str]]
) -> None:
    made_at = datetime.now(UTC)
    kept = {
        "made_at": made_at.isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(), "cores": os.cpu_count(), "load": os.getloadavg()
            if hasattr(os, "getloadavg") else None,
            "python": platform.python_version(), "sqlite": sqlite3.sqlite_version,
        },
        "rows": [{**asdict(row), "ratio": row.ratio} for row in rows],
        "seconds": times,
        "exponents": [
            {"work": work, "exponent": exponent, "goal": goal} for work, exponent, goal in growth
        ],
    }  # fmt: skip
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{made_at:%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    _say(f"Kept in {path}.")


if __name__ == "__main__":
    main()
