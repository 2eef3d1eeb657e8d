"""The inbox: everything that was found, the hardest first, until it is judged or set aside."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QListView, QMenu, QPushButton, QWidget
from typing_extensions import override

from app.services.findings import FlagLine
from app.services.judgements import recall_flag
from app.services.overview import count_flags
from app.ui.bridge import Bridge
from app.ui.labels import FLAG_KINDS, counted
from app.ui.models.flags_model import FlagsModel
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import HeadedPage
from app.ui.widgets.chip_row import ChipRow
from app.ui.widgets.flag_rows import FlagRowDelegate
from app.ui.widgets.texts import PlainLabel

_NOTHING_FOUND = (
    "Nothing contradicts anything yet. Record what two accounts say on one point, in the line "
    "below, or import sheets with File ▸ Import sheets."
)
_SET_ASIDE = "With a reason; the flag comes back when its claims change (Delete)"
_COMMANDS = (
    PageCommand("flag.open", "&Open point", "Return", anywhere=False),
    PageCommand("flag.aside", "Set &aside…", "Del", anywhere=False),
    PageCommand("flag.shown", "&Show what was set aside", "F4"),
)
_NOTHING_OPEN = (
    "Nothing of this kind is open. Choose another kind above, or show what was set aside."
)


class ContradictionsPanel(HeadedPage):
    """Lists flags; Enter opens the point, Delete sets the flag aside."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    dismissal_asked = Signal(object)
    """The given ``FlagLine`` is to be set aside."""
    title = "Contradictions"

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _NOTHING_FOUND, parent)
        self._kind = ""
        self.flags = FlagsModel(bridge.workspace, self)
        self.list = QListView()
        self._summary = PlainLabel(muted=True)
        self.with_dismissed = QCheckBox("Show what was set aside")
        self.with_dismissed.setToolTip("Show what was set aside (F4)")
        self.kinds = ChipRow()
        self.open_button = QPushButton("Open point")
        self.dismiss_button = QPushButton("Set asi&de…")
        self.dismiss_button.setToolTip(_SET_ASIDE)
        self.open_button.setToolTip("Open the point of the chosen flag (Enter)")
        self._actions = make_actions(
            self, _COMMANDS,
            {
                "flag.open": self.open_current,
                "flag.aside": self.dismiss_current,
                "flag.shown": self.with_dismissed.toggle,
            },
        )  # fmt: skip
        self._actions["flag.open"].setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self._set_up_list()
        self._lay_out()
        self.kinds.chosen.connect(self.show_kind)
        self.with_dismissed.toggled.connect(self.refresh)
        self.open_button.clicked.connect(self.open_current)
        self.dismiss_button.clicked.connect(self.dismiss_current)

    def _set_up_list(self) -> None:
        self.list.setModel(self.flags)
        self.list.setItemDelegate(FlagRowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Contradictions")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_asked)
        self.list.doubleClicked.connect(self.open_current)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _lay_out(self) -> None:
        self.add_title({}, self.open_button, self.dismiss_button)
        self.add_line({self._summary: 1, self.with_dismissed: 0})
        self.add_line({self.kinds: 1})
        self.add_content(self.list)

    def current_flag(self) -> FlagLine | None:
        """Return the chosen flag, if any."""
        return self.flags.find_record(self.list.currentIndex().row())

    def open_current(self) -> None:
        """Ask for the point of the chosen flag."""
        flag = self.current_flag()
        if flag is not None:
            self.point_asked.emit(flag.point_id)

    def dismiss_current(self) -> None:
        """Ask to set the chosen flag aside, or bring one back that was."""
        flag = self.current_flag()
        if flag is None:
            return
        if flag.dismissal_id is None:
            self.dismissal_asked.emit(flag)
            return
        dismissal = flag.dismissal_id
        self.bridge.attempt(lambda: recall_flag(self.workspace, dismissal))

    @override
    def read(self) -> None:
        row = self.list.currentIndex().row()
        with_dismissed = self.with_dismissed.isChecked()
        counts = count_flags(self.workspace, with_dismissed=with_dismissed)
        self._show_kinds(counts)
        self.flags.show_flags(self._kind, with_dismissed=with_dismissed)
        hard = sum(number for (_, level), number in counts.items() if level == "contradicts")
        soft = sum(counts.values()) - hard
        self._summary.setText(
            f"{counted(hard, 'contradiction')}, "
            f"{counted(soft, 'tension or silence', 'tensions and silences')}"
        )
        self.nothing.setText(_NOTHING_OPEN if counts else _NOTHING_FOUND)
        self.show_content(self.list if self.flags.rowCount() else None)
        if self.flags.rowCount():
            keep = min(max(row, 0), self.flags.rowCount() - 1)
            self.list.setCurrentIndex(self.flags.index(keep, 0))
        self._on_current_changed()

    def _show_kinds(self, counts: dict[tuple[str, str], int]) -> None:
        """Offer the kinds that there are, each with its count."""
        kinds = {"": f"All  {sum(counts.values()):,}"}
        for kind, words in FLAG_KINDS.items():
            number = sum(n for (known, _), n in counts.items() if known == kind)
            if number or kind == self._kind:
                kinds[str(kind)] = f"{words}  {number:,}"
        self.kinds.show_chips(kinds, self._kind)

    def show_kind(self, kind: str) -> None:
        """Show flags of one kind only, or of all when empty."""
        self._kind = kind
        self.refresh()

    def _on_current_changed(self) -> None:
        flag = self.current_flag()
        writable = self.workspace.is_writable
        for part in (self.open_button, self._actions["flag.open"]):
            part.setEnabled(flag is not None)
        for part in (self.dismiss_button, self._actions["flag.aside"]):
            part.setEnabled(flag is not None and writable)
        is_aside = flag is not None and flag.dismissal_id is not None
        self.dismiss_button.setText("Bring &back" if is_aside else "Set asi&de…")
        self._actions["flag.aside"].setText("Bring &back" if is_aside else "Set &aside…")

    def _on_menu_asked(self, where: QPoint) -> None:
        if not self.list.indexAt(where).isValid():
            return
        menu = QMenu(self)
        menu.addAction(self.open_button.text(), self.open_current)
        dismiss = menu.addAction(self.dismiss_button.text(), self.dismiss_current)
        dismiss.setEnabled(self.dismiss_button.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(where))

    @override
    def find_home(self) -> QWidget:
        return self.list
