"""What every test may use: no screen, no user folders, empty and sample dossiers."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings and backups of a test in its own folder."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture
def workspace(tmp_path: Path):
    """An empty dossier, open."""
    from app.services.workspace import Workspace

    with Workspace.create(tmp_path / "empty.variorum") as opened:
        yield opened
