"""The tree of options of a point: what is a kind of what, and what is more than what."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.names import fold
from app.domain.records import Option
from app.services.points import edit_options, list_options
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog

_LEAD = (
    "An option set under another is a kind of it: “shot” under “violent death”. A place on the "
    "scale orders options: company 1, battalion 2. Type into a row to rename it; claims follow."
)
_ID = Qt.ItemDataRole.UserRole
_EDITABLE = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OptionsDialog(FormDialog):
    """Edits the options of one point; all of it is one change."""

    fits = False

    def __init__(self, bridge: Bridge, point_id: int, parent: QWidget | None = None) -> None:
        super().__init__("Options of the point", parent, lead=_LEAD)
        self._bridge, self._point_id = bridge, point_id
        self._next_new = -1
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Options")
        self.tree.setHeaderLabels(["Option", "Place on the scale"])
        self.tree.setColumnWidth(0, 380)
        self.tree.setIndentation(22)
        self.body.addWidget(self.tree, 1)
        self._add_buttons()
        self._show(list_options(bridge.workspace, point_id))
        self.resize(620, 460)
        self.tree.setFocus()

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        for words, keys, slot in (
            ("&Add", "Ins", self.add_option),
            ("Add &below it", "Ctrl+Ins", self.add_below),
            ("&Rename", "F2", self.rename),
            ("In&dent", "Alt+Right", self.indent),
            ("&Outdent", "Alt+Left", self.outdent),
            ("Dele&te", "Ctrl+Del", self.delete_option),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.setToolTip(f"{words.replace('&', '')} ({keys})")
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _show(self, options: list[Option]) -> None:
        items = {option.id: _item(option) for option in options}
        for option in options:
            parent = items.get(option.parent_id or 0)
            if parent is None:
                self.tree.addTopLevelItem(items[option.id])
            else:
                parent.addChild(items[option.id])
        self.tree.expandAll()
        if (first := self.tree.topLevelItem(0)) is not None:
            self.tree.setCurrentItem(first)

    def add_option(self) -> None:
        """Add an option beside the chosen one, and ask for its name."""
        chosen = self.tree.currentItem()
        self._add(chosen.parent() if chosen is not None else None)

    def add_below(self) -> None:
        """Add an option that is a kind of the chosen one, and ask for its name."""
        self._add(self.tree.currentItem())

    def _add(self, parent: QTreeWidgetItem | None) -> None:
        item = _item(Option(self._next_new, self._point_id, ""))
        self._next_new -= 1
        (parent or self.tree.invisibleRootItem()).addChild(item)
        if parent is not None:
            parent.setExpanded(True)
        self.tree.setCurrentItem(item)
        self.tree.editItem(item, 0)

    def rename(self) -> None:
        """Let the name of the chosen option be typed."""
        if (item := self.tree.currentItem()) is not None:
            self.tree.editItem(item, max(0, self.tree.currentColumn()))

    def indent(self) -> None:
        """Make the chosen option a kind of the one above it."""
        item = self.tree.currentItem()
        above = self._sibling(item, -1)
        if item is not None and above is not None:
            self._move(item, above, above.childCount())

    def outdent(self) -> None:
        """Set the chosen option beside the one that it is a kind of."""
        item = self.tree.currentItem()
        parent = item.parent() if item is not None else None
        if item is not None and parent is not None:
            outer = parent.parent() or self.tree.invisibleRootItem()
            self._move(item, outer, outer.indexOfChild(parent) + 1)

    def _sibling(self, item: QTreeWidgetItem | None, step: int) -> QTreeWidgetItem | None:
        if item is None:
            return None
        parent = item.parent() or self.tree.invisibleRootItem()
        place = parent.indexOfChild(item) + step
        return parent.child(place) if 0 <= place < parent.childCount() else None

    def _move(self, item: QTreeWidgetItem, parent: QTreeWidgetItem, place: int) -> None:
        (item.parent() or self.tree.invisibleRootItem()).removeChild(item)
        parent.insertChild(place, item)
        parent.setExpanded(True)
        self.tree.expandItem(item)
        self.tree.setCurrentItem(item)

    def delete_option(self) -> None:
        """Take the chosen option out; what was under it moves up."""
        item = self.tree.currentItem()
        if item is None:
            return
        parent = item.parent() or self.tree.invisibleRootItem()
        place = parent.indexOfChild(item)
        children = item.takeChildren()
        parent.removeChild(item)
        parent.insertChildren(place, children)

    def typed_options(self) -> list[Option]:
        """Return the options as they are typed; raises ``UserError`` for a name given twice."""
        options = list(self._walk(self.tree.invisibleRootItem(), None))
        seen: dict[str, None] = {}
        for option in options:
            key = fold(option.label)
            if not key:
                raise UserError("An option has no name; type one, or delete the row.")
            if key in seen:
                raise UserError(f"There are two options “{option.label}”; rename one of them.")
            seen[key] = None
        return options

    def _walk(self, parent: QTreeWidgetItem, parent_id: int | None) -> Iterator[Option]:
        for item in filter(None, map(parent.child, range(parent.childCount()))):
            option_id = int(item.data(0, _ID))
            label = item.text(0).strip()
            yield Option(option_id, self._point_id, label, parent_id, _rank(item.text(1), label))
            yield from self._walk(item, option_id)

    @override
    def keep(self) -> None:
        self.tree.setFocus()  # ends an edit that is still open
        edit_options(self._bridge.workspace, self._point_id, self.typed_options())


def _item(option: Option) -> QTreeWidgetItem:
    rank = "" if option.rank is None else str(option.rank)
    item = QTreeWidgetItem([option.label, rank])
    item.setData(0, _ID, option.id)
    item.setFlags(_EDITABLE)
    return item


def _rank(text: str, label: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError:
        raise UserError(
            f"The place of “{label}” on the scale is “{text}”; type a whole number, or nothing."
        ) from None
