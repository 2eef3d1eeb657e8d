"""What the window remembers from one day to the next: its place, recent dossiers, colours, size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path, user_log_path
from PySide6.QtCore import QByteArray, QSettings

from app.ui.fonts import NORMAL_SIZE
from app.ui.theme import SCHEMES

_MOST_RECENT = 10


def log_folder() -> Path:
    """Return the folder for crash reports, made when missing."""
    folder = user_log_path("variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def sample_folder() -> Path:
    """Return the folder where the window makes the sample dossier, made when missing."""
    folder = user_data_path("variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class Settings:
    """The window's own settings, in one file of the user's settings folder."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or user_config_path("variorum", appauthor=False) / "window.ini"
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> str:
        """Return ``system``, ``light`` or ``dark``."""
        kept = self._text("scheme")
        return kept if kept in SCHEMES else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._kept.setValue("scheme", scheme)

    @property
    def font_size(self) -> int:
        """Return the size of the interface's letters in points."""
        kept = str(self._kept.value("font_size", ""))  # a number until it was once written
        return int(kept) if kept.isdigit() else NORMAL_SIZE

    @font_size.setter
    def font_size(self, points: int) -> None:
        self._kept.setValue("font_size", points)

    @property
    def recent(self) -> list[Path]:
        """Return the dossiers that were opened last, the newest first."""
        return [Path(line) for line in self._text("recent").split("\n") if line]

    def add_recent(self, path: Path) -> None:
        """Put a dossier at the head of those opened last."""
        self._keep_recent([path, *(known for known in self.recent if known != path)])

    def forget_recent(self, path: Path) -> None:
        """Take a dossier out of those opened last."""
        self._keep_recent([known for known in self.recent if known != path])

    def _keep_recent(self, paths: list[Path]) -> None:
        self._kept.setValue("recent", "\n".join(map(str, paths[:_MOST_RECENT])))

    @property
    def last_dossier(self) -> Path | None:
        """Return the dossier that was open when the window was last closed, if any."""
        kept = self._text("last_dossier")
        return Path(kept) if kept else None

    @last_dossier.setter
    def last_dossier(self, path: Path | None) -> None:
        self._kept.setValue("last_dossier", "" if path is None else str(path))

    @property
    def folder(self) -> Path:
        """Return the folder that was last chosen in a dialog, else the user's documents."""
        kept = Path(self._text("folder") or user_documents_path())
        return kept if kept.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._kept.setValue("folder", str(folder))

    @property
    def sections(self) -> tuple[str, ...]:
        """Return the names of the sections that the report was last asked to hold besides."""
        return tuple(self._text("sections").split())

    @sections.setter
    def sections(self, names: Iterable[str]) -> None:
        self._kept.setValue("sections", " ".join(names))

    def find_layout(self, name: str) -> QByteArray | None:
        """Return the kept place or proportions of a part of the window."""
        kept = self._kept.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        """Keep the place or proportions of a part of the window."""
        self._kept.setValue(f"layout/{name}", layout)

    def write(self) -> None:
        """Write to the disk what is still only in memory."""
        self._kept.sync()

    def _text(self, key: str) -> str:
        kept = self._kept.value(key, "")
        return kept if isinstance(kept, str) else ""
