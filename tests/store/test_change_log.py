"""The log sees every write, cascades and bulk updates too, and its chain shows tampering."""

from pathlib import Path

import pytest
from sqlalchemy import text, update

from app.store import change_log, tables
from app.store.dossier import create_dossier, open_dossier


@pytest.fixture
def dossier(tmp_path: Path):
    path = tmp_path / "k.variorum"
    create_dossier(path)
    with open_dossier(path) as opened:
        yield opened


def insert(tx, *ids):
    tx.execute(tables.subject.insert(), [{"id": n, "name": f"S{n}"} for n in ids])


def keep(tx, action="try"):
    return change_log.keep_change_set(
        tx, action, change_log.take_recorded(tx), made_at="now", device="", user_name=""
    )


def test_every_kind_of_write_is_recorded_with_both_images(dossier):
    with dossier.writing() as tx:
        insert(tx, 1, 2)
        tx.execute(update(tables.subject).values(note="both"))
        tx.execute(tables.subject.delete().where(tables.subject.c.id == 2))
        changes = change_log.take_recorded(tx)
    assert [(c.row_id, c.before is None, c.after is None) for c in changes] == [
        (1, True, False), (2, True, False), (1, False, False), (2, False, False), (2, False, True),
    ]  # fmt: skip
    assert changes[2].before["note"] == ""
    assert changes[2].after["note"] == "both"


def test_large_ids_come_back_whole(dossier):
    large = 2**62 + 12345678901
    with dossier.writing() as tx:
        insert(tx, large)
        kept = keep(tx)
    with dossier.reading() as connection:
        stored = change_log.get_change_set(connection, kept.id)
    assert stored.changes[0].after["id"] == large


def test_a_write_that_changes_nothing_is_no_change(dossier):
    with dossier.writing() as tx:
        insert(tx, 1)
        change_log.take_recorded(tx)
        tx.execute(update(tables.subject).values(note=""))
        assert change_log.take_recorded(tx) == ()


def test_the_inverse_restores_rows_and_references(dossier):
    with dossier.writing() as tx:
        insert(tx, 1)
        tx.execute(tables.point.insert().values(id=5, subject_id=1, question="Q", kind="date"))
        kept = keep(tx)
    with dossier.writing() as tx:
        change_log.apply_inverse(tx, kept)
        undone = keep(tx)
    with dossier.reading() as connection:
        assert connection.execute(tables.point.select()).all() == []
        assert connection.execute(tables.subject.select()).all() == []
    with dossier.writing() as tx:
        change_log.apply_inverse(tx, undone)
    with dossier.reading() as connection:
        assert connection.execute(tables.point.select()).one().question == "Q"


def test_a_changed_log_is_noticed(dossier):
    with dossier.writing() as tx:
        insert(tx, 1)
        first = keep(tx)
    with dossier.writing() as tx:
        insert(tx, 2)
        keep(tx)
    with dossier.writing() as tx:
        assert change_log.broken_links(tx) == []
        tx.execute(text("UPDATE change SET after = replace(after, 'S1', 'S9')"))
        assert change_log.broken_links(tx) == [first.id]


def test_no_trigger_is_left_in_the_file(dossier):
    with dossier.reading() as connection:
        kinds = connection.scalars(text("SELECT DISTINCT type FROM sqlite_master")).all()
    assert set(kinds) == {"table", "index"}
