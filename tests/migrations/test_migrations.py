"""New files are made by the migrations; an upgrade keeps every row or changes nothing."""

import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from app.paths import migrations_dir
from app.services.actions import Action
from app.services.checking import check_dossier
from app.services.workspace import Workspace
from app.store import backup, migrate, tables
from app.store.dossier import create_dossier, open_dossier
from app.store.engine import make_engine
from app.store.errors import DossierError, NotADossierError, ReadOnlyDossierError

FILES = Path(__file__).parent.parent / "files"
NEWEST, LATER = f"{migrate.SCHEMA_VERSION:04}", f"{migrate.SCHEMA_VERSION + 1:04}"
POPULATED = sorted(FILES.glob("schema_*.variorum.gz"))


def test_the_newest_revision_is_the_version_we_write():
    assert migrate.newest_revision() == migrate.SCHEMA_VERSION


def test_a_fresh_file_is_what_the_tables_say(tmp_path):
    path = tmp_path / "k.variorum"
    create_dossier(path)
    engine = make_engine(path, "ro")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _o, name, *_: not name.startswith("search_index")},
        )
        assert compare_metadata(context, tables.metadata) == []
        rows = connection.execute(text("SELECT name, strict FROM pragma_table_list"))
        strict = {row.name: row.strict for row in rows}
    engine.dispose()
    assert all(strict[table.name] for table in tables.metadata.sorted_tables)


def test_every_schema_has_its_populated_dossier():
    names = [f"schema_{n:04}.variorum.gz" for n in range(1, migrate.SCHEMA_VERSION + 1)]
    assert [path.name for path in POPULATED] == names


@pytest.mark.parametrize("packed", POPULATED, ids=lambda path: path.name)
def test_a_populated_dossier_opens_and_keeps_every_row(tmp_path, packed):
    path = tmp_path / "old.variorum"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    kept = ("subject", "source", "account", "derivation", "point", "claim", "locator", "judgement",
            "version_judgement", "dismissal", "rule", "change_set", "change")  # fmt: skip
    before = {name: rows(path, name) for name in kept}
    assert all(before.values())
    with Workspace.open(path) as workspace:
        assert workspace.redo() is Action.ADD_CLAIM
        assert workspace.undo() is Action.ADD_CLAIM
        found = check_dossier(workspace)
    assert any(flag.get("dismissed") for flag in found["flags"])
    after = {name: rows(path, name) for name in kept}
    for name in ("change_set", "change"):
        assert after[name][: len(before[name])] == before[name]
        del before[name], after[name]
    assert after == before


@pytest.fixture
def later(tmp_path):
    """A migrations folder with one revision more, which makes and fills a column."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations_dir(), folder)

    def add(body: str) -> Path:
        (folder / "versions" / f"{LATER}_later.py").write_text(
            f'from alembic import op\nimport sqlalchemy as sa\nrevision = "{LATER}"\n'
            f'down_revision = "{NEWEST}"\ndef upgrade():\n{body}'
        )
        return folder

    return add


@pytest.fixture
def populated(tmp_path):
    path = tmp_path / "old.variorum"
    create_dossier(path)
    with open_dossier(path) as dossier, dossier.writing() as tx:
        tx.execute(tables.subject.insert().values(id=1, name="Кононов"))
        tx.execute(tables.source.insert().values(id=2, key="K48"))
        tx.execute(tables.account.insert().values(id=3, siglum="K48", source_id=2))
        tx.execute(tables.point.insert().values(id=4, subject_id=1, question="Q", kind="date"))
        tx.execute(tables.claim.insert().values(id=5, point_id=4, account_id=3, answer="1918"))
    return path


def rows(path, table):
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()
    return found


def upgrade(path, folder):
    engine = make_engine(path, "rw")
    try:
        migrate.upgrade(engine, folder)
    finally:
        engine.dispose()


def test_a_table_rebuild_keeps_the_rows_of_its_children(populated, later):
    before = {name: rows(populated, name) for name in ("claim", "subject", "account")}
    folder = later(
        "    with op.batch_alter_table('point') as batch:\n"
        "        batch.add_column(sa.Column('added', sa.Text(), server_default='x'))\n"
        "        batch.drop_column('lemma')\n"
    )
    upgrade(populated, folder)
    assert {name: rows(populated, name) for name in before} == before
    assert rows(populated, "point")[0][-1] == "x"
    assert rows(populated, "alembic_version") == [(LATER,)]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("    op.execute('DELETE FROM account')\n", NotADossierError),
        ("    op.execute('DELETE FROM claim')\n    raise RuntimeError('stop')\n", RuntimeError),
    ],
)
def test_a_failed_upgrade_leaves_everything_as_it_was(populated, later, body, error):
    tables_before = {name: rows(populated, name) for name in ("claim", "account", "point")}
    folder = later(body)
    with pytest.raises(error):
        upgrade(populated, folder)
    assert {name: rows(populated, name) for name in tables_before} == tables_before
    assert rows(populated, "alembic_version") == [(NEWEST,)]
    with open_dossier(populated) as dossier:
        assert dossier.is_writable


@pytest.mark.parametrize("packed", POPULATED, ids=lambda path: path.name)
def test_an_older_dossier_is_read_and_stays_as_it_is(tmp_path, packed):
    path = tmp_path / "old.variorum"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    before = path.read_bytes()
    with Workspace.open(path, read_only=True) as workspace:
        assert check_dossier(workspace)["flags"]
        with pytest.raises(ReadOnlyDossierError):
            workspace.undo()
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.glob("*old*")] == [path.name]


def test_without_a_place_for_backups_an_older_dossier_stays_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "old.variorum"
    path.write_bytes(gzip.decompress(POPULATED[0].read_bytes()))
    before = path.read_bytes()
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    monkeypatch.setattr(backup, "user_data_path", lambda *_, **__: taken / "variorum")
    with pytest.raises(DossierError, match="folder for backups"):
        Workspace.open(path)
    assert path.read_bytes() == before
