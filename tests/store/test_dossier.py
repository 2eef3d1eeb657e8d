"""Opening, refusing, locking, closing: the file is left as it was whenever it is refused."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.store import tables
from app.store.dossier import create_dossier, open_dossier
from app.store.errors import (
    DossierError,
    FullDiskError,
    LockedDossierError,
    NewerDossierError,
    NotADossierError,
    ReadOnlyDossierError,
)
from app.store.ids import new_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "k.variorum"
    create_dossier(file)
    return file


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(path: Path, error: type[Exception], words: str) -> None:
    before = digest(path) if path.is_file() else ""
    with pytest.raises(error, match=words):
        open_dossier(path)
    assert not before or digest(path) == before
    assert not [f for f in path.parent.iterdir() if f.name.endswith((".variorum.lock", "-journal"))]


def test_one_file_at_rest(path):
    with open_dossier(path) as dossier, dossier.writing() as tx:
        tx.execute(tables.subject.insert().values(id=new_id(), name="Kononov"))
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["k.variorum"]


def test_creating_never_overwrites(path):
    before = digest(path)
    with pytest.raises(DossierError, match="exists already"):
        create_dossier(path)
    assert digest(path) == before


def test_creating_in_no_folder_is_refused(tmp_path):
    with pytest.raises(DossierError, match="no folder"):
        create_dossier(tmp_path / "none" / "k.variorum")


def test_creating_in_a_folder_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(DossierError, match=r"can.*be"):
        create_dossier(Path("/proc/k.variorum"))


def test_a_failed_opening_leaves_no_lock(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedDossierError):
        open_dossier(path)
    other.close()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == ["k.variorum"]


def test_what_is_no_dossier_is_refused(tmp_path):
    text = tmp_path / "text.variorum"
    text.write_text("Not a dossier, but long enough to have a header." * 9)
    refused(text, NotADossierError, "not a Variorum dossier")
    empty = tmp_path / "empty.variorum"
    empty.touch()
    refused(empty, NotADossierError, "empty")
    refused(tmp_path, NotADossierError, "folder")
    refused(tmp_path / "gone.variorum", NotADossierError, "no file")


def test_a_database_of_another_program_is_refused(tmp_path):
    other = tmp_path / "other.variorum"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    refused(other, NotADossierError, "another program")


def altered(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_newer_dossier_is_refused(path):
    altered(path, "PRAGMA user_version=99")
    refused(path, NewerDossierError, "newer Variorum")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON claim BEGIN DELETE FROM claim; END",
        "CREATE VIEW notes AS SELECT 1",
        "CREATE TABLE extra (x TEXT)",
        "CREATE INDEX ours ON claim (note)",
    ],
)
def test_foreign_objects_in_the_file_are_refused(path, statement):
    altered(path, statement)
    refused(path, NotADossierError, "never makes")


def test_a_view_in_place_of_a_table_is_refused(path):
    altered(path, "DROP TABLE flag", "CREATE VIEW flag AS SELECT 1 AS id")
    refused(path, NotADossierError, "view flag")


def test_a_truncated_file_is_refused(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    refused(path, NotADossierError, "cut short")


def test_a_wal_file_is_refused(path):
    altered(path, "PRAGMA journal_mode=WAL")
    refused(path, NotADossierError, "journal")


def test_a_second_opening_is_refused_and_reading_is_not(path):
    with open_dossier(path):
        with pytest.raises(LockedDossierError, match="open in another window"):
            open_dossier(path)
        with open_dossier(path, read_only=True) as reader:
            assert not reader.is_writable
    with open_dossier(path) as again:
        assert again.is_writable


def test_the_lock_of_a_killed_process_does_not_stay(path):
    script = (
        "import os, sys; from pathlib import Path; from app.store.dossier import open_dossier\n"
        f"d = open_dossier(Path({str(path)!r})); print('open', flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "open" in done.stdout
    with open_dossier(path) as dossier:
        assert dossier.is_writable


def test_a_writer_in_another_program_is_said(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(LockedDossierError, match="another program"):
            open_dossier(path)
    finally:
        other.close()


def test_a_read_only_file_is_refused_for_writing(path, monkeypatch):
    # Root may write to any file, so what the system would say to a user is said here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReadOnlyDossierError, match="read-only"):
        open_dossier(path)


def test_a_read_only_opening_writes_nothing(path):
    with (
        open_dossier(path, read_only=True) as dossier,
        pytest.raises(ReadOnlyDossierError, match="reading only"),
        dossier.writing(),
    ):
        pytest.fail("a read-only dossier let a change in")


def test_a_dossier_replaced_while_open_is_not_written(path, tmp_path):
    other = tmp_path / "other.variorum"
    create_dossier(other)
    with open_dossier(path) as dossier:
        other.replace(path)
        with pytest.raises(DossierError, match="replaced"), dossier.writing():
            pytest.fail("the wrong file was written")


def half_written(dossier):
    with dossier.writing() as tx:
        tx.execute(tables.subject.insert().values(id=1, name="Half"))
        raise ZeroDivisionError


def test_an_error_rolls_everything_back(path):
    with open_dossier(path) as dossier:
        with pytest.raises(ZeroDivisionError):
            half_written(dossier)
        with dossier.reading() as connection:
            assert connection.execute(tables.subject.select()).all() == []


def test_a_full_disk_is_said_and_nothing_is_kept(path):
    with open_dossier(path) as dossier:
        with dossier.writing() as tx:
            pages = tx.exec_driver_sql("PRAGMA page_count").scalar()
            tx.exec_driver_sql(f"PRAGMA max_page_count={pages + 1}")
        many = [{"id": new_id(), "name": "x" * 10_000} for _ in range(200)]
        with pytest.raises(FullDiskError, match="disk is full"), dossier.writing() as tx:
            tx.execute(tables.subject.insert(), many)
        with dossier.reading() as connection:
            assert connection.execute(tables.subject.select()).all() == []


def test_ids_rise_and_differ():
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))
    assert 0 < ids[0] < ids[-1] < 2**63
