"""Rules between points: the list in words, and the chain that the chosen rule belongs to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.records import Rule
from app.services.completing import complete_points, find_named_point
from app.services.findings import FlagLine
from app.services.judgements import recall_flag
from app.services.points import get_point_title
from app.services.rules import RuleLine, delete_rule, get_chain, list_rule_ids
from app.ui.bridge import Bridge
from app.ui.dialogs.dismiss import DismissDialog
from app.ui.dialogs.rule import RuleDialog
from app.ui.labels import counted
from app.ui.panels.chain import ChainPanel
from app.ui.panels.form_side import action_button
from app.ui.panels.page_actions import PageCommand, make_actions
from app.ui.panels.pages import FreshPage
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.rooms import QuietScroll
from app.ui.widgets.rule_words import rule_sentence
from app.ui.widgets.rules_table import RulesTable
from app.ui.widgets.texts import HeadingLabel, PlainLabel

_NO_RULES = (
    "There is no rule yet. A rule says what must hold between two points, whoever tells them: "
    "that one date comes before another, how long a time lasts, that figures add up to a total, "
    "that a percentage is the share of a part in a whole. What accounts say on different points "
    "is then held together, and what cannot all hold is flagged.\n\n"
    "Some rules need not be written. Give a date point the role of birth or death of its person, "
    "or of formation or disbandment of its unit (Edit point), and every other date of that subject "
    "is bound by it, as births and deaths of kin are once a subject names its mother, father or "
    "spouse; type such a point above to see its chain.\n\n"
    "Make the first rule with New rule (Ctrl+Ins)."
)
_NONE_BESIDE_A_CHAIN = "There is no rule yet; New rule (Ctrl+Ins) makes the first."
_AROUND_LINE = 100
"""Height of what stands around the line of time, in pixels."""
_COMMANDS = (
    PageCommand("rule.new", "&New rule…", "Ctrl+Ins"),
    PageCommand("rule.edit", "&Edit rule…", "F2"),
    PageCommand("rule.delete", "&Delete rule", "Ctrl+Del", anywhere=False),
)


class RulesPage(FreshPage):
    """Lists every rule; shows the chain of the chosen one, or of any point that is named."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.point_id = 0
        """The point whose chain is shown; 0 while it is that of the chosen rule."""
        self.commands = make_actions(
            self,
            _COMMANDS,
            {
                "rule.new": self.new_rule,
                "rule.edit": self.edit_rule,
                "rule.delete": self.delete_rule,
            },
        )
        self.count = HeadingLabel(parent=self, scale=1.3)
        self.table = RulesTable(bridge.workspace, self)
        self.buttons = [action_button(action, self) for action in self.commands.values()]
        self.of_point = QLineEdit(self)
        self.chain = ChainPanel(self)
        self.nothing = PlainLabel(_NO_RULES, self, muted=True, wraps=True)
        self._lower = QuietScroll(self.chain, self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.chain.flags.allow_changes(self.workspace.is_writable)
        self._lay_out()
        self._watch()

    def _lay_out(self) -> None:
        self.of_point.setPlaceholderText("Chain of a point …")
        self.of_point.setAccessibleName("Show the chain of a point")
        self.of_point.setToolTip("Show all that hangs together with a point by rules (Enter)")
        self.of_point.setClearButtonEnabled(True)
        self.of_point.setMaximumWidth(420)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.of_point, 3)
        for button in self.buttons:
            head.addWidget(button)
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(24, 16, 24, 6)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self._lower.installEventFilter(self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for part, stretch in ((upper, 1), (self._lower, 2)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    def _watch(self) -> None:
        completion = Completion(self.of_point, self._points)
        completion.passed.connect(self._on_point_named)
        completion.activated.connect(self._on_point_named)
        self.of_point.returnPressed.connect(self._on_point_named)
        self.of_point.textChanged.connect(self._on_point_cleared)
        self.table.chosen.connect(self._on_rule)
        self.table.opened.connect(self.edit_rule)
        self.chain.point_asked.connect(self.point_asked)
        self.chain.line.chosen.connect(self._on_bar)
        self.chain.dismiss_asked.connect(self.dismiss_flag)
        self.chain.recall_asked.connect(self.recall_flag)

    def _points(self, words: str) -> list[Proposal]:
        return [Proposal(found.text) for found in complete_points(self.workspace, words)]

    # What is shown

    def show_record(self, record_id: int) -> None:
        """Show the rule with this id, or the chain of the point with this id."""
        self._refresh_list()
        if self.table.choose(record_id):
            self.point_id = 0
        else:
            self.point_id = record_id
            self.table.choose_none()
        self._show_chain()
        self._lower.verticalScrollBar().setValue(0)

    def find_line(self) -> RuleLine | None:
        """Return the chosen rule, if any."""
        return self.table.rows.find_record(self.table.currentIndex().row())

    @override
    def read(self) -> None:
        self._refresh_list()
        if not self._point_title():
            self.table.choose_first()
        self._show_chain()

    def _refresh_list(self) -> None:
        ids = list_rule_ids(self.workspace)
        blocked = self.table.blockSignals(True)
        self.table.show_ids(ids)
        self.table.blockSignals(blocked)
        self.count.setText(counted(len(ids), "rule"))
        self.table.setVisible(bool(ids))
        self.nothing.setVisible(not ids)
        self._is_stale = False

    def _show_chain(self) -> None:
        line, workspace = self.find_line(), self.workspace
        title = self._point_title()
        if self.point_id and title:
            self.chain.show_chain(get_chain(workspace, self.point_id), title)
        elif line is not None:
            chain = get_chain(workspace, line.rule.a_id)
            self.chain.show_chain(chain, rule_sentence(line), line.rule.note, rule_id=line.id)
        is_shown = bool(title) or line is not None
        self.nothing.setText(_NONE_BESIDE_A_CHAIN if is_shown else _NO_RULES)
        self._lower.setVisible(is_shown)
        self._show_state(line)

    def _point_title(self) -> str:
        try:
            return ": ".join(get_point_title(self.workspace, self.point_id))
        except LookupError:  # none is named, or it was deleted meanwhile
            self.point_id = 0
            return ""

    def _show_state(self, line: RuleLine | None) -> None:
        writable = self.workspace.is_writable
        self.commands["rule.new"].setEnabled(writable)
        for name in ("rule.edit", "rule.delete"):
            self.commands[name].setEnabled(writable and line is not None)

    def _on_rule(self, rule_id: int) -> None:
        if rule_id:
            self.point_id = 0
            self.of_point.clear()
            self._show_chain()
            self._lower.verticalScrollBar().setValue(0)

    def _on_bar(self, bar: object) -> None:
        """Show the whole line of time to one who goes through it by keyboard."""
        if bar is not None and self.chain.line.hasFocus():
            self._lower.ensureWidgetVisible(self.chain.line, 0, 6)

    def _on_point_named(self) -> None:
        text = self.of_point.text()
        named = find_named_point(self.workspace, text)
        if named is not None and named.id is not None:
            self.show_record(named.id)
        elif text.strip():
            self.status_said.emit(f"There is no point “{text}”; choose one from the list.")

    def _on_point_cleared(self, text: str) -> None:
        if not text and self.point_id:
            self.point_id = 0
            self.table.choose_first()
            self._show_chain()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the line of time as high as can be seen at once, so that its axis is in view."""
        if watched is self._lower and event.type() == QEvent.Type.Resize:
            self.chain.line.limit_height(self._lower.height() - _AROUND_LINE)
        return super().eventFilter(watched, event)

    # What can be done

    def new_rule(self) -> None:
        """Ask for a new rule; it begins with the first point of the chosen one."""
        line = self.find_line()
        rule = Rule(0, line.rule.kind, line.rule.a_id, 0) if line else Rule(0, "order", 0, 0)
        self._ask(rule)

    def edit_rule(self) -> None:
        """Edit the chosen rule in a dialog."""
        line = self.find_line()
        if line is not None and self.workspace.is_writable:
            self._ask(line.rule)

    def _ask(self, rule: Rule) -> None:
        dialog = RuleDialog(self.bridge, rule, self)
        dialog.accepted.connect(lambda: self.show_record(dialog.kept_id))
        dialog.show_modal()

    def delete_rule(self) -> None:
        """Forget the chosen rule; undo brings it back."""
        line = self.find_line()
        if line is None:
            return
        row = self.table.currentIndex().row()
        if self._done(lambda: delete_rule(self.workspace, line.id)):
            self.table.choose_row(row)
            self.status_said.emit("The rule is deleted. Undo: Ctrl+Z.")

    @override
    def find_home(self) -> QWidget:
        return self.table

    def dismiss_flag(self, flag: FlagLine) -> None:
        """Ask why a flag is set aside, and set it aside."""
        DismissDialog(self.bridge, flag, self).show_modal()

    def recall_flag(self, flag: FlagLine) -> None:
        """Bring a flag back that was set aside."""
        dismissal = flag.dismissal_id
        if dismissal is not None and self._done(lambda: recall_flag(self.workspace, dismissal)):
            self.status_said.emit("The flag is back.")

    def _done(self, change: Callable[[], None]) -> bool:
        def attempt() -> bool:
            change()
            return True

        return bool(self.bridge.attempt(attempt))
