"""The head of a point's page: subject, question, status, and what can be done with the point."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.services.findings import PointView
from app.services.what_if import SupposedPoint
from app.ui.labels import KINDS, POINT_STATUSES, STATUSES, counted
from app.ui.widgets.texts import HeadingLabel, PlainLabel, VerdictLabel
from app.ui.widgets.what_if_words import supposed_status_in_words


class PointHeading(QWidget):
    """Subject and question, with the status of the point and its actions."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = PlainLabel(parent=self, muted=True, wraps=True)
        self.question = HeadingLabel(parent=self, scale=1.5, wraps=True)
        self.question.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = VerdictLabel(self)
        self.remarks = PlainLabel(parent=self, muted=True, wraps=True)
        self._lay_out(actions)

    def _lay_out(self, actions: list[QAction]) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.subject, 1)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            action.visibleChanged.connect(partial(_follow, button, action))
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.status)
        line.addWidget(self.remarks, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.question)
        layout.addSpacing(4)
        layout.addLayout(line)

    def show_view(self, view: PointView, supposed: SupposedPoint | None = None) -> None:
        """Show the head of a point, in a what-if as it would be."""
        self.subject.setText(view.subject.name)
        self.question.setText(view.point.question)
        status = str(view.findings.status)
        words = POINT_STATUSES[status]
        if supposed is not None:
            status = str(supposed.change.status_after)
            words = supposed_status_in_words(supposed.change)
        self.status.show_verdict(status, words)
        self.remarks.setText("  ·  ".join(_remarks(view)))


def _follow(button: QToolButton, action: QAction) -> None:
    button.setVisible(action.isVisible())


def _remarks(view: PointView) -> list[str]:
    point = view.point
    several = "several answers may hold" if point.several else ""
    judged = view.judgements[0] if view.judgements else None
    parts = [
        f"answered by {KINDS[point.kind]}",
        several,
        f"in {point.unit}" if point.unit else "",
        counted(len(view.claims), "claim"),
        f"judged {STATUSES[judged.status]}" if judged else "not judged yet",
    ]
    return [part for part in parts if part]
