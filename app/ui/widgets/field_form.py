"""A form of named text fields in groups, which knows what was changed and not yet kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.widgets.choice import Choice
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.texts import HeadingLabel


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in the record, its label with a mnemonic, what it looks like."""

    name: str
    label: str
    hint: str = ""
    choices: Mapping[str, str] | None = None
    """Words by value: the field is a combo box of these."""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together, under a heading."""

    title: str
    """Empty for fields that need no heading."""
    fields: Sequence[FieldSpec | tuple[FieldSpec, ...]]
    """Those in one tuple share a line."""


class ChoiceField(Choice[str]):
    """A combo box with the interface of a text field; an unknown value is added to its list."""

    def text(self) -> str:
        """Return the value that is chosen."""
        return self.member()

    def setText(self, text: str) -> None:  # noqa: N802 - as in every other Qt field
        """Show a value."""
        if text not in self._members:
            self._members = (*self._members, text)
            self.addItem(text)
        self.set_member(text)


Editor = QLineEdit | TextArea | ChoiceField


class FieldForm(QWidget):
    """Shows a record's texts; compares what is typed with what was loaded."""

    edited = Signal()
    """Something was typed or chosen, or texts were loaded."""

    def __init__(self, groups: Sequence[FieldGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._loaded: dict[str, str] = {}
        self._labels: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        for group in groups:
            self._add_group(group)

    def _add_group(self, group: FieldGroup) -> None:
        self._layout.addSpacing(10)
        if group.title:
            self._layout.addWidget(HeadingLabel(group.title, self, scale=1.05))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        for specs in group.fields:
            first, *beside = specs if isinstance(specs, tuple) else (specs,)
            label, editor = self._labelled(first)
            self._labels.append(label)
            if not beside:
                form.addRow(label, editor)
                continue
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(editor, 1)
            for spec in beside:
                for part, stretch in zip(self._labelled(spec), (0, 1), strict=True):
                    line.addWidget(part, stretch)
            form.addRow(label, line)
        self._layout.addLayout(form)

    def _labelled(self, spec: FieldSpec) -> tuple[QLabel, Editor]:
        editor = self._make_editor(spec)
        label = QLabel(spec.label, self)
        label.setBuddy(editor)
        self.editors[spec.name] = editor
        return label, editor

    def _align(self) -> None:
        """Let the fields of all groups begin at one line."""
        widest = max((label.sizeHint().width() for label in self._labels), default=0)
        for label in self._labels:
            label.setMinimumWidth(widest)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._align()
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._align()

    def _make_editor(self, spec: FieldSpec) -> Editor:
        editor: Editor
        if spec.choices is not None:
            editor = ChoiceField(spec.choices, self)
            editor.chosen.connect(self.edited)
        elif spec.lines > 1:
            editor = TextArea(self, lines=spec.lines)
            editor.setPlaceholderText(spec.hint)
            editor.textChanged.connect(self.edited)
        else:
            editor = QLineEdit(self)
            editor.setPlaceholderText(spec.hint)
            editor.textChanged.connect(self.edited)
        editor.setAccessibleName(spec.label.replace("&", ""))
        return editor

    def line(self, name: str) -> QLineEdit:
        """Return the field of one line with this name; raises ``LookupError`` for another."""
        editor = self.editors.get(name)
        if not isinstance(editor, QLineEdit):
            raise LookupError(name)
        return editor

    def values(self) -> dict[str, str]:
        """Return what is typed, by name, without blanks at the ends."""
        return {name: editor.text().strip() for name, editor in self.editors.items()}

    def changed_values(self) -> dict[str, str]:
        """Return what is typed and differs from what was loaded."""
        return {
            name: text for name, text in self.values().items() if text != self._loaded.get(name, "")
        }

    def is_changed(self) -> bool:
        """Tell whether something is typed that was not loaded."""
        return bool(self.changed_values())

    def load(self, values: Mapping[str, str]) -> None:
        """Show a record; whatever was typed is gone."""
        self._loaded = {name: values.get(name, "").strip() for name in self.editors}
        for name, text in self._loaded.items():
            self._put(name, text)
        self.edited.emit()

    def reload(self, values: Mapping[str, str]) -> None:
        """Show what a record became meanwhile; what is typed and not kept stays."""
        typed = self.changed_values()
        self._loaded = {name: values.get(name, "").strip() for name in self.editors}
        for name, text in self._loaded.items():
            if name not in typed:
                self._put(name, text)
        self.edited.emit()

    def _put(self, name: str, text: str) -> None:
        editor = self.editors[name]
        if editor.text().strip() != text:
            editor.setText(text)
            if isinstance(editor, QLineEdit):
                editor.setCursorPosition(0)
