"""Fields that name a subject, with the names that there are."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from app.services.completing import complete_subjects
from app.services.workspace import Workspace
from app.ui.widgets.completion import Completion, Proposal


def complete_field(field: QLineEdit, workspace: Workspace) -> Completion:
    """Let a field propose subjects, also by their other names."""
    return Completion(
        field, lambda words: [Proposal(name) for name in complete_subjects(workspace, words)]
    )
