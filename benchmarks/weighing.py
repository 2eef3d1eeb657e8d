"""Rows 4 and 4b: every status, and every version and conflict, against a scan of the index.

The limit is one pass of SQLite over the covering index (the table of hulls) that reads each column
a status depends on and keeps one value of each. Ours groups the same pass by point, decides what
has gaps, and for 4b sweeps the groups that clash.
"""

from __future__ import annotations

from app.store.engine import connect_file, make_engine
from app.store.queries.statuses import iterate_sweeps, list_statuses
from benchmarks.dossiers import Made
from benchmarks.measuring import Row, in_turn, median_ms

SCAN = (
    "SELECT max(point_id), max(grp), max(low), min(high), max(wide_low), min(wide_high), "
    "count(gaps) FROM hull"
)


def weigh(made: Made, times: int = 11) -> list[Row]:
    """Measure on a dossier, reading only."""
    bare = connect_file(made.path, "ro")
    engine = make_engine(made.path, "ro")
    with engine.begin() as connection:
        taken = in_turn(
            {
                "scan": lambda: bare.execute(SCAN).fetchall(),
                "statuses": lambda: list_statuses(connection),
                "sweeps": lambda: list(iterate_sweeps(connection)),
            },
            times,
        )
    contested = "SELECT sum(claims), count(*) FROM point_state WHERE status <> 'clear'"
    claims, points = bare.execute(contested).fetchone()
    gaps = bare.execute("SELECT count(*) FROM hull WHERE gaps IS NOT NULL").fetchone()[0]
    bare.close()
    engine.dispose()
    limit = median_ms(taken["scan"])
    return [
        Row("4", "status of every point", made.claims, median_ms(taken["statuses"]), limit,
            "≤ 1.7", f"{gaps:,} claims have gaps"),
        Row("4b", "versions, degrees, conflicts", made.claims, median_ms(taken["sweeps"]), limit,
            "≤ 8", f"{points:,} points with {claims:,} claims are not clear"),
    ]  # fmt: skip
