"""Accounts: the list, and the form of the one that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge


class AccountsPage(QWidget):
    """Shows every account and the form of one."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def show_account(self, account_id: int) -> None:
        """Show the form of the account with this id."""
