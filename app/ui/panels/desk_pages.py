"""The pages of a desk: made when first asked for, and what answers to what they ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.bridge import Bridge
from app.ui.panels.account_page import AccountsPage
from app.ui.panels.audit_page import AuditPage
from app.ui.panels.contradictions_panel import ContradictionsPanel
from app.ui.panels.drift_page import DriftPage
from app.ui.panels.no_points_panel import NoPointsPanel
from app.ui.panels.pages import FreshPage
from app.ui.panels.point_page import PointPage
from app.ui.panels.reading_room_page import ReadingRoomPage
from app.ui.panels.rules_page import RulesPage
from app.ui.panels.source_page import SourcesPage
from app.ui.panels.stemma_page import StemmaPage
from app.ui.panels.subject_page import SubjectsPage
from app.ui.panels.synopsis_page import SynopsisPage
from app.ui.panels.timeline_page import TimelinePage
from app.ui.panels.what_if_page import WhatIfPage
from app.ui.supposition import Supposition


class DeskPages(QStackedWidget):
    """Holds one page of each name, of which one is shown."""

    def __init__(
        self, bridge: Bridge, supposed: Supposition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.answers: dict[str, Callable[..., None]] = {}
        """What is done when a page has a signal of this name and it comes."""
        self._made: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "contradictions": lambda: ContradictionsPanel(bridge),
            "point": lambda: PointPage(bridge, supposed),
            "points": NoPointsPanel,
            "sources": lambda: SourcesPage(bridge),
            "accounts": lambda: AccountsPage(bridge),
            "subjects": lambda: SubjectsPage(bridge),
            "synopsis": lambda: SynopsisPage(bridge),
            "timeline": lambda: TimelinePage(bridge),
            "drift": lambda: DriftPage(bridge),
            "reading_room": lambda: ReadingRoomPage(bridge),
            "audit": lambda: AuditPage(bridge),
            "what_if": lambda: WhatIfPage(bridge, supposed),
            "rules": lambda: RulesPage(bridge),
            "stemma": lambda: StemmaPage(bridge),
        }

    def get_page(self, name: str) -> QWidget:
        """Return the page of a name, made when it is first asked for."""
        if name not in self._made:
            page = self._makers[name]()
            for signal, answer in self.answers.items():
                if hasattr(page, signal):
                    getattr(page, signal).connect(answer)
            self._made[name] = page
            self.addWidget(page)
        return self._made[name]

    def find_page(self, name: str) -> QWidget | None:
        """Return the page of a name, if it was asked for before."""
        return self._made.get(name)

    def focus_main(self, *, again: bool = False) -> None:
        """Put the focus into the main list or view of the page; ``again`` where it was last."""
        page = self.currentWidget()
        if page is None:
            return
        last = page.focusWidget() if again else None
        target = last or _find_main(page) or _first_focusable(page) or page
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _find_main(page: QWidget) -> QWidget | None:
    """Return the main list or view of a page while it is on the screen, if it has one."""
    main: QWidget | None = page.sheet.claims if isinstance(page, PointPage) else None
    if isinstance(page, FreshPage):
        main = page.find_home()
    return main if main is not None and main.isVisible() and main.isEnabled() else None


def _first_focusable(page: QWidget) -> QWidget | None:
    """Return the first part of a page that Tab would stop at, if any."""
    wanted = Qt.FocusPolicy.TabFocus
    return next(
        (
            child
            for child in page.findChildren(QWidget)
            if child.focusPolicy() & wanted and child.isVisible() and child.isEnabled()
        ),
        None,
    )
