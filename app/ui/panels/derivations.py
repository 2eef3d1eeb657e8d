"""Who an account draws on, and who draws on it: added, edited, taken back, each as one action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.records import Account, Degree, Derivation
from app.services.accounts import get_account, link_accounts, list_links, unlink_accounts
from app.services.completing import complete_accounts, find_account
from app.ui.bridge import Bridge
from app.ui.dialogs.derivation import DerivationDialog
from app.ui.labels import DEGREES, counted
from app.ui.widgets.choice import Choice
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.elided_button import ElidedButton
from app.ui.widgets.tab_order import TabAnchor, chain_tabs
from app.ui.widgets.texts import HeadingLabel, PlainLabel


class DerivationsPanel(QWidget):
    """The derivations of one account."""

    account_asked = Signal(object)
    """The account with this id is to be shown."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._account: Account | None = None
        self._shown: tuple[tuple[Derivation, str, str], ...] | None = None
        self.editors: list[QToolButton] = []
        self.removers: list[QToolButton] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self._anchor = TabAnchor(self)
        self._title = HeadingLabel("Whom it draws on", self, scale=1.05)
        self.lender = QLineEdit(self)
        self.degree = Choice[Degree](DEGREES, self)
        self.grounds = QLineEdit(self)
        self.add_button = QPushButton("Add", self)
        self.borrowers = PlainLabel(parent=self, muted=True, wraps=True)
        self.problem = PlainLabel(parent=self, wraps=True)
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.lender.returnPressed.connect(self.add)
        self.grounds.returnPressed.connect(self.add)
        Completion(self.lender, self._propose)

    def _propose(self, words: str) -> list[Proposal]:
        return [
            Proposal(found.siglum, "   ".join(filter(None, (found.siglum, found.speaker))))
            for found in complete_accounts(self._bridge.workspace, words)
        ]

    def _lay_out(self) -> None:
        self.lender.setPlaceholderText("siglum")
        self.lender.setAccessibleName("Draws on")
        self.lender.setMaximumWidth(160)
        self.degree.setAccessibleName("How surely it draws on it")
        self.grounds.setPlaceholderText("grounds: the same slip, the same words")
        self.grounds.setAccessibleName("Grounds for the derivation")
        self.add_button.setAutoDefault(False)
        entry = QGridLayout()
        entry.setHorizontalSpacing(8)
        for column, field in enumerate((self.lender, self.degree, self.grounds, self.add_button)):
            entry.addWidget(field, 0, column)
        entry.setColumnStretch(2, 1)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addLayout(self._rows)
        layout.addLayout(entry)
        layout.addWidget(self.problem)
        layout.addWidget(self.borrowers)

    def show_account(self, account: Account) -> None:
        """Show the derivations of an account."""
        if self._account is None or self._account.id != account.id:
            self.lender.clear()
            self.grounds.clear()
            self.problem.hide()
        self._account = account
        links = list_links(self._bridge.workspace)
        lent = [link for link in links if link.borrower_id == account.id]
        borrowed = [link for link in links if link.lender_id == account.id]
        sigla = {
            other: get_account(self._bridge.workspace, other)
            for other in {*(link.lender_id for link in lent), *(b.borrower_id for b in borrowed)}
        }
        shown = tuple(
            (link, sigla[link.lender_id].siglum, sigla[link.lender_id].speaker) for link in lent
        )
        if shown != self._shown:
            self._shown = shown
            self._rebuild()
        names = sorted(sigla[link.borrower_id].siglum for link in borrowed)
        self.borrowers.setText(f"Drawn on by {', '.join(names)}." if names else "")
        self.borrowers.setVisible(bool(names))
        self.setEnabled(self._bridge.workspace.is_writable)

    def _rebuild(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.editors, self.removers = [], []
        chain: list[QWidget] = [self._anchor]
        for row, (link, siglum, speaker) in enumerate(self._shown or ()):
            chain += self._add_row(row, link, siglum)
            words = "  ·  ".join(filter(None, (_how(link), speaker, link.grounds)))
            self._rows.addWidget(PlainLabel(words, self, wraps=True), row, 1)
        chain_tabs(*chain)

    def _add_row(self, row: int, link: Derivation, siglum: str) -> list[QWidget]:
        """Add the line of a derivation; return what Tab goes to."""
        name = ElidedButton(siglum, "Show this account", self)
        editor, remover = (_flat_button(words, self) for words in ("Edit…", "Remove"))
        name.clicked.connect(lambda: self.account_asked.emit(link.lender_id))
        editor.setAccessibleName(f"Edit the derivation from {siglum}")
        editor.clicked.connect(lambda: self.edit(link))
        remover.setAccessibleName(f"Remove the derivation from {siglum}")
        remover.clicked.connect(lambda: self.remove(link.id))
        self.editors.append(editor)
        self.removers.append(remover)
        self._rows.addWidget(name, row, 0)
        self._rows.addWidget(editor, row, 2, Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(remover, row, 3, Qt.AlignmentFlag.AlignRight)
        return [name, editor, remover]

    def add(self) -> None:
        """Keep that the account draws on the one that is typed."""
        if self._bridge.attempt(self._linked) is not None:
            self.problem.hide()
            self.lender.clear()
            self.grounds.clear()
            self.lender.setFocus(Qt.FocusReason.OtherFocusReason)

    def _linked(self) -> int:
        siglum, borrower = self.lender.text().strip(), self._account
        try:
            if borrower is None:
                raise UserError("Choose an account first.")
            lender = find_account(self._bridge.workspace, siglum)
            if lender is None:
                raise UserError(f"No account has the siglum “{siglum}”; type one that is there.")
            return link_accounts(
                self._bridge.workspace,
                Derivation(
                    0, borrower.id, lender.id, self.degree.member(), self.grounds.text().strip()
                ),
            )
        except UserError as error:
            self.problem.setText(str(error))
            self.problem.show()
            raise

    def edit(self, derivation: Derivation) -> None:
        """Ask how the account draws on another: how surely, why, and on which points."""
        DerivationDialog(self._bridge, derivation, self).show_modal()

    def remove(self, derivation_id: int) -> None:
        """Take back that the account draws on another; undo brings it back."""
        self._bridge.attempt(lambda: unlink_accounts(self._bridge.workspace, derivation_id))


def _flat_button(text: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setAutoRaise(True)
    return button


def _how(link: Derivation) -> str:
    number = len(link.point_ids)
    degree = DEGREES[link.degree]
    return f"{degree}, on {counted(number, 'point')} only" if number else degree
