"""One dossier laid open: the navigation, the page one is on, and the line to record a claim."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.findings import FlagLine, list_ids
from app.services.overview import find_most_contested
from app.services.searching import Found
from app.services.workspace import ChangeSet
from app.ui.bridge import Bridge
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.panels.contradictions_panel import ContradictionsPanel
from app.ui.panels.desk_pages import DeskPages
from app.ui.panels.list_form import ListFormPage
from app.ui.panels.navigation_panel import NavigationPanel
from app.ui.panels.point_page import PointPage
from app.ui.panels.rules_page import RulesPage
from app.ui.panels.stemma_page import StemmaPage
from app.ui.panels.trail import Place, Trail
from app.ui.panels.what_if_banner import WhatIfBanner
from app.ui.panels.what_if_page import WhatIfPage
from app.ui.supposition import Supposition, find_supposed
from app.ui.widgets.record_line import RecordLine
from app.ui.widgets.texts import Hairline

_NAVIGATION_WIDTH = 290


class Desk(QWidget):
    """Shows pages by name and id, remembers the way, and keeps navigation and record line along."""

    moved = Signal()
    """Another page or another point is shown."""
    status_said = Signal(str)
    """Something was done: a sentence for the status line."""
    synopsis_export_asked = Signal(object, object)
    """A synopsis is to be written: a ``Selection`` and a ``Yardstick``."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.trail = Trail()
        self.navigation = NavigationPanel(bridge)
        self.record_line = RecordLine(bridge)
        self.supposed = Supposition(bridge, self)
        self.banner = WhatIfBanner(self.supposed)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.pages = DeskPages(bridge, self.supposed)
        self.is_divided = False
        """Whether the user chose how wide the navigation is."""
        self._lay_out()
        self._watch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the navigation a quarter of a narrow window, until the user divides it."""
        if not self.is_divided:
            width = min(_NAVIGATION_WIDTH, self.width() // 4)
            self.splitter.setSizes([width, self.width() - width])
        super().resizeEvent(event)

    def divide(self, layout: QByteArray) -> None:
        """Divide the window as it was kept."""
        self.is_divided = self.splitter.restoreState(layout)

    def _on_divided(self) -> None:
        self.is_divided = True

    def _watch(self) -> None:
        self.pages.answers = {
            "point_asked": self.show_point,
            "claim_asked": self.show_claim,
            "source_asked": self.show_source,
            "account_asked": self.show_account,
            "chain_asked": self.show_chain,
            "stemma_asked": self.show_stemma,
            "synopsis_export_asked": self.synopsis_export_asked.emit,
            "status_said": self.status_said.emit,
            "dismissal_asked": self._on_dismissal_asked,
        }
        self.splitter.splitterMoved.connect(self._on_divided)
        self.navigation.place_chosen.connect(self.show_place)
        self.navigation.tree.point_chosen.connect(self.show_point)
        self.record_line.point_made.connect(self.show_point)
        self.supposed.changed.connect(self._mark_gone)
        self.supposed.found.connect(self._mark_gone)
        self.banner.changes_asked.connect(self._on_changes_asked)
        self.bridge.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        column.addWidget(Hairline())
        column.addWidget(self.record_line)
        self.splitter.addWidget(self.navigation)
        self.splitter.addWidget(right)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _on_dismissal_asked(self, flag: FlagLine) -> None:
        DismissDialog(self.bridge, flag, self).show_modal()

    def page(self, name: str) -> QWidget:
        """Return the page of a name, made when it is first asked for."""
        return self.pages.get_page(name)

    @property
    def place(self) -> Place:
        """Return where one is."""
        return self.trail.current

    def show_first(self) -> None:
        """Show the point that most needs a judgement; without points, how to begin."""
        point = find_most_contested(self.bridge.workspace)
        if point is None:
            self.go(Place("points"))
        else:
            self.go(Place("point", point))

    def return_to(self, trail: Trail) -> None:
        """Go on where one was before the dossier was opened anew; else show the first point."""
        self.trail = trail
        tree = self.navigation.tree.points_model
        if (
            self.place.name == "point" and not tree.point_row(self.place.id).isValid()
        ) or self.place.name == "points":
            self.show_first()
        else:
            self._show(self.place)

    def show_place(self, name: str) -> None:
        """Show one of the places of the navigation; for points the last point one was on."""
        if name != "points":
            self.go(Place(name))
            self.pages.focus_main()
            return
        last = self.trail.last_id("point")
        if last and self.navigation.tree.points_model.point_row(last).isValid():
            self.go(Place("point", last))
        else:
            self.show_first()
        self.navigation.tree.setFocus()

    def show_point(self, point_id: int) -> None:
        """Show the page of a point."""
        self.go(Place("point", point_id))

    def show_claim(self, point_id: int, claim_id: int) -> None:
        """Show the page of a point, with one of its claims chosen (0: as it is)."""
        self.show_point(point_id)
        page = self.page("point")
        if claim_id and isinstance(page, PointPage):
            page.show_claim(claim_id)
            page.sheet.claims.setFocus()

    def show_source(self, source_id: int) -> None:
        """Show the form of a source."""
        self.go(Place("sources", source_id))

    def show_account(self, account_id: int) -> None:
        """Show the form of an account."""
        self.go(Place("accounts", account_id))

    def show_subject(self, subject_id: int) -> None:
        """Show the form of a subject."""
        self.go(Place("subjects", subject_id))

    def show_chain(self, record_id: int) -> None:
        """Show what hangs together by rules with a point, or by the rule with this id."""
        self.go(Place("rules", record_id))

    def show_stemma(self, point_id: int) -> None:
        """Show who draws on whom for a point."""
        self.go(Place("stemma", point_id))

    def show_found(self, found: Found) -> None:
        """Go to what the search found."""
        if found.kind in ("point", "claim"):
            self.show_claim(found.point_id, found.id if found.kind == "claim" else 0)
        else:
            self.go(Place(f"{found.kind}s", found.id))
        self.pages.focus_main()

    def suppose_away(self) -> None:
        """Set aside the source, account or speaker on the screen, and show what would differ."""
        page = self.page(self.place.name)
        if isinstance(page, ListFormPage):
            thing = find_supposed(self.bridge.workspace, page.noun, page.table.current_id)
            if thing is not None:
                self.supposed.add(thing)
        self.show_place("what_if")

    def _mark_gone(self) -> None:
        """Mark in the inbox, while it is shown, the flags that would be gone in the what-if."""
        page = self.pages.currentWidget()
        if isinstance(page, ContradictionsPanel):
            page.flags.mark_gone(self.supposed.flags_gone())

    def _on_changes_asked(self, point_id: int) -> None:
        self.show_place("what_if")
        page = self.page("what_if")
        if isinstance(page, WhatIfPage):
            page.show_point(point_id)

    def go(self, place: Place) -> None:
        """Show a place and add it to the way that was gone."""
        if self._leave():
            self.trail.add(place)
            self._show(place)

    def _leave(self) -> bool:
        """Keep what was changed in the form on the screen; ``False`` when that was refused."""
        page = self.pages.currentWidget()
        return page.leave() if isinstance(page, ListFormPage) else True

    def unsaved(self) -> list[str]:
        """Name what is typed and not kept, after keeping what can be."""
        things = [] if self._leave() else ["the form on the screen"]
        if self.record_line.has_draft():
            things.append("the claim in the line")
        page = self.pages.find_page("point")
        if isinstance(page, PointPage) and page.sheet.judgement.has_waiting():
            things.append("a judgement")
        return things

    def go_back(self) -> None:
        """Show the place before this one."""
        if self._leave():
            self._show(self.trail.back())

    def go_forward(self) -> None:
        """Show the place that one came back from."""
        if self._leave():
            self._show(self.trail.forward())

    def show_contradicted(self, step: int) -> None:
        """Show the next (1) or previous (-1) point at which something clashes."""
        points = list_ids(self.bridge.workspace, "contradictions")
        if not points:
            self.show_place("contradictions")
            return
        here = points.index(self.place.id) if self.place.id in points else -1 if step > 0 else 0
        self.show_point(points[(here + step) % len(points)])

    def focus_next_part(self, now: QWidget | None) -> bool:
        """Move the focus from navigation to page to record line; ``False`` after the last one."""
        page = self.page(self.place.name)
        if now is not None and self.record_line.isAncestorOf(now):
            return False
        if now is not None and (now is page or page.isAncestorOf(now)):
            if self.record_line.isEnabled():
                self.record_line.focus()
            return self.record_line.isEnabled()
        self.pages.focus_main(again=True)
        return True

    def _show(self, place: Place) -> None:
        page = self.page(place.name)
        if isinstance(page, PointPage):
            page.show_point(place.id)
            self.record_line.set_point(place.id)
        elif isinstance(page, ListFormPage | RulesPage) and place.id:
            page.show_record(place.id)
        elif isinstance(page, StemmaPage) and place.id:
            page.show_point(place.id)
        self.pages.setCurrentWidget(page)
        self.banner.show_place(place)
        self._mark_gone()
        in_points = place.name in ("point", "points")
        self.navigation.mark_place(
            "points" if in_points else place.name, place.id if in_points else 0
        )
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.supposed.things:
            self.supposed.clear()
            return
        super().keyPressEvent(event)

    def _on_changed(self, change_set: ChangeSet) -> None:
        """Leave a point that is gone; show the first one that is made."""
        if "point" not in change_set.touched or self.place.name not in ("point", "points"):
            return
        if not self.navigation.tree.points_model.point_row(self.place.id).isValid():
            self.show_first()
