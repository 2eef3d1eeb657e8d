"""A rule between points: what comes first, how long it lasts, what adds up, what is a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.records import Rule
from app.domain.rules import RELATIONS, RuleKind
from app.services.completing import complete_points, find_named_point
from app.services.points import get_point_title
from app.services.rules import add_rules, edit_rule
from app.ui.bridge import Bridge
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.labels import ORDERS, RULE_KINDS, SHARE_PARTS
from app.ui.widgets.choice import Choice
from app.ui.widgets.completion import Completion, Proposal

_LEADS = {
    RuleKind.ORDER: "The first point comes before or after the other. Without a value that is "
    "all; with one, at least, at most or exactly so long lies between them.",
    RuleKind.DURATION: "From one point to the other it lasts a length of time, or as long as the "
    "accounts on a third point say.",
    RuleKind.SUM: "The total is made up of its parts; make one rule for each part.",
    RuleKind.SHARE: "A percentage is the share of a part in a whole.",
}
_NAMES = {
    RuleKind.ORDER: ("&Point", "&Other point"),
    RuleKind.DURATION: ("&From", "T&o"),
    RuleKind.SUM: ("&Total", "&Part"),
    RuleKind.SHARE: ("Sha&re", "&Part"),
}
_RELATED = {word: ORDERS[word] for word in RELATIONS[RuleKind.ORDER]}
_SHARED = {word: SHARE_PARTS[word] for word in RELATIONS[RuleKind.SHARE]}


class RuleDialog(FormDialog):
    """Asks for a rule; one with an id is edited. Points are named as ``subject: question``."""

    def __init__(self, bridge: Bridge, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(
            "Edit rule" if rule.id else "New rule", parent,
            keep_text="&Keep" if rule.id else "&Make the rule", lead=_LEADS[RuleKind(rule.kind)],
        )  # fmt: skip
        self._bridge, self._rule = bridge, rule
        self.kept_id = rule.id
        """The rule that was edited or made."""
        self._make_fields()
        self._lay_out()
        self._show()
        self.kind.currentIndexChanged.connect(self._show_what_applies)
        self.setMinimumWidth(640)

    def _make_fields(self) -> None:
        self.kind = Choice[RuleKind](RULE_KINDS, self)
        self.a, self.b, self.c, self.whole = (self._point_field() for _ in range(4))
        self.relation = Choice[str](_RELATED, self)
        self.shared = Choice[str](_SHARED, self)
        self.value = QLineEdit(self)
        self.value.setPlaceholderText("3")
        self.unit = QLineEdit(self)
        self.unit.setPlaceholderText("days, months, years")
        self.note = QLineEdit(self)
        self.note.setPlaceholderText("where the rule comes from")

    def _point_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText("subject: question")
        Completion(
            field,
            lambda words: [
                Proposal(found.text) for found in complete_points(self._bridge.workspace, words)
            ],
        )
        return field

    def _lay_out(self) -> None:
        self._length = QWidget(self)
        length = QHBoxLayout(self._length)
        length.setContentsMargins(0, 0, 0, 0)
        unit_label = QLabel("&Unit", self)
        unit_label.setBuddy(self.unit)
        for part, stretch in ((self.value, 1), (unit_label, 0), (self.unit, 2)):
            length.addWidget(part, stretch)
        self._a_label, self._b_label = QLabel(self), QLabel(self)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows: tuple[tuple[QLabel, QWidget, QWidget], ...] = (
            (QLabel("K&ind", self), self.kind, self.kind),
            (self._a_label, self.a, self.a),
            (QLabel("R&elation", self), self.relation, self.relation),
            (QLabel("R&elation", self), self.shared, self.shared),
            (self._b_label, self.b, self.b),
            (QLabel("&Whole", self), self.whole, self.whole),
            (QLabel("&Value", self), self._length, self.value),
            (QLabel("As &long as", self), self.c, self.c),
            (QLabel("&Note", self), self.note, self.note),
        )
        for label, row, field in rows:
            label.setBuddy(field)
            field.setAccessibleName(label.text().replace("&", ""))
            self.form.addRow(label, row)
        self.unit.setAccessibleName("Unit")
        self.body.addLayout(self.form)
        self.body.addStretch(1)

    def _show(self) -> None:
        rule = self._rule
        self.kind.set_member(RuleKind(rule.kind))
        for field, point in ((self.a, rule.a_id), (self.b, rule.b_id), (self.c, rule.c_id)):
            if point:
                field.setText(": ".join(get_point_title(self._bridge.workspace, point)))
                field.setCursorPosition(0)
        self.relation.set_member(rule.relation)
        self.shared.set_member(rule.relation)
        self.value.setText(rule.value)
        self.unit.setText(rule.unit)
        self.note.setText(rule.note)
        self.note.setCursorPosition(0)
        self._show_what_applies()
        first = self.kind if not rule.a_id else self.b if not rule.b_id else self.a
        first.setFocus()

    def _show_what_applies(self) -> None:
        kind, is_new = self.kind.member(), not self._rule.id
        timed = kind in (RuleKind.ORDER, RuleKind.DURATION)
        share = kind is RuleKind.SHARE
        for field, shown in (
            (self.relation, kind is RuleKind.ORDER),
            (self.shared, share and not is_new),
            (self.whole, share and is_new),
            (self._length, timed),
            (self.c, kind is RuleKind.DURATION),
        ):
            self.form.setRowVisible(field, shown)
        for label, words in zip((self._a_label, self._b_label), _NAMES[kind], strict=True):
            one = share and not is_new and label is self._b_label
            label.setText("&Point" if one else words)
            if (field := label.buddy()) is not None:
                field.setAccessibleName(label.text().replace("&", ""))
        self.c.setPlaceholderText("subject: question, where no value is given")
        self.lead.setText(_LEADS[kind])

    def typed_rules(self) -> Sequence[Rule]:
        """Return what is typed: one rule, or for a new share those of its part and its whole."""
        kind = self.kind.member()
        timed = kind in (RuleKind.ORDER, RuleKind.DURATION)
        rule = replace(
            self._rule,
            kind=str(kind),
            a_id=self._point(self.a),
            b_id=self._point(self.b),
            c_id=self._lasting(kind),
            relation=self._relation(kind),
            value=self.value.text().strip() if timed else self._rule.value,
            unit=self.unit.text().strip() if timed else self._rule.unit,
            note=self.note.text().strip(),
        )
        if kind is not RuleKind.SHARE or rule.id:
            return (rule,)
        return (rule, replace(rule, b_id=self._point(self.whole), relation="whole"))

    def _relation(self, kind: RuleKind) -> str:
        if kind is RuleKind.ORDER:
            return self.relation.member()
        if kind is RuleKind.SHARE and self._rule.id:
            return self.shared.member()
        return RELATIONS[kind][0]

    def _lasting(self, kind: RuleKind) -> int | None:
        if kind is not RuleKind.DURATION or not self.c.text().strip():
            return None
        if self.value.text().strip():
            raise UserError("Give the length as a value or as a point that says it, not as both.")
        return self._point(self.c)

    def _point(self, field: QLineEdit) -> int:
        text, name = field.text().strip(), field.accessibleName()
        named = find_named_point(self._bridge.workspace, text)
        if named is not None and named.id is not None:
            return named.id
        field.setFocus()
        if not text:
            raise UserError(f"{name}: name a point as “subject: question”.")
        raise UserError(
            f"{name}: there is no point “{text}”. Choose one from the list that opens while you "
            "type, or record a claim on it first."
        )

    @override
    def keep(self) -> None:
        rules, workspace = self.typed_rules(), self._bridge.workspace
        if self._rule.id:
            edit_rule(workspace, rules[0])
        else:
            self.kept_id = add_rules(workspace, rules)
