"""Sources: the list, and the form of the one that is chosen with its accounts and claims."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.records import Account, Source
from app.services.citing import cite
from app.services.completing import complete_sources
from app.services.listing import (
    SOURCE_ORDERS,
    SourceLine,
    list_accounts_of,
    list_claim_ids,
    list_source_ids,
    list_source_lines,
)
from app.services.sources import add_source, delete_source, edit_source, get_source
from app.ui.bridge import Bridge
from app.ui.dialogs.account import AccountDialog
from app.ui.labels import counted
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.panels.claim_list import ClaimList
from app.ui.panels.derivations import DerivationsPanel
from app.ui.panels.list_form import ListFormPage, Values
from app.ui.panels.record_fields import SOURCE_GROUPS, source_of, texts_of
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.elided_button import ElidedButton
from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.tab_order import TabAnchor, chain_tabs
from app.ui.widgets.texts import HeadingLabel, told_whole


def _title(line: SourceLine) -> str:
    return f"{line.title} (quoted after {line.quoted_after})" if line.quoted_after else line.title


_COLUMNS = (
    RowColumn[SourceLine]("Key", lambda line: line.key),
    RowColumn[SourceLine]("Author", lambda line: line.author),
    RowColumn[SourceLine]("Title", _title, told_whole(_title)),
    RowColumn[SourceLine]("Date", lambda line: line.date),
    RowColumn[SourceLine](
        "Claims", lambda line: str(line.claims), alignment=Qt.AlignmentFlag.AlignHCenter
    ),
)


class AccountsOfSource(QWidget):
    """The accounts that a source carries, and a way to add one."""

    account_asked = Signal(object)
    """The account with this id is to be shown."""
    account_wanted = Signal()
    """A further account is to be made in the source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[ElidedButton] = []
        self._anchor = TabAnchor(self)
        self._title = HeadingLabel("Accounts in it", self, scale=1.05)
        self.add_button = QPushButton("New account in it…", self)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.account_wanted)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(self._list)
        layout.addLayout(row)

    def show_accounts(self, accounts: list[Account]) -> None:
        """Show the accounts of a source, its own voice first."""
        for button in self.buttons:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for account in accounts:
            own = "its own voice" if account.is_own else account.occasion
            words = "   ".join(filter(None, (account.siglum, account.speaker, account.date, own)))
            button = ElidedButton(words, "Show this account", self)
            button.clicked.connect(lambda _=False, to=account.id: self.account_asked.emit(to))
            self._list.addWidget(button)
            self.buttons.append(button)
        chain_tabs(self._anchor, *self.buttons)


class SourcesPage(ListFormPage):
    """Shows every source and the form of one."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    account_asked = Signal(object)
    """The account with this id is to be shown."""
    noun = "source"
    orders = SOURCE_ORDERS
    empty = (
        "There is no source yet. Make the first one here, or record a claim below: "
        "a siglum that is typed for the first time makes its source."
    )

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        workspace = bridge.workspace
        model = RowWindowModel[SourceLine](
            _COLUMNS, lambda ids: list_source_lines(workspace, ids), id_of=lambda line: line.id
        )
        table = RowTable[SourceLine](model, (8, 15, 30, 12, 6), name="Sources", spare=(1, 4))
        super().__init__(bridge, table, FieldForm(SOURCE_GROUPS), parent)
        self.derivations = DerivationsPanel(bridge, self)
        self.accounts = AccountsOfSource(self)
        self.claims_title = HeadingLabel(parent=self, scale=1.05)
        self.claims = ClaimList(workspace, self)
        self.accounts.add_button.setEnabled(workspace.is_writable)
        self.add_parts(self.derivations, self.accounts, self.claims_title, self.claims)
        Completion(self.form.line("quoted_after"), self._propose_source)
        self.claims.opened.connect(self._on_claim)
        self.accounts.account_asked.connect(self.account_asked)
        self.accounts.account_wanted.connect(self.add_account)
        self.derivations.account_asked.connect(self.account_asked)

    def _propose_source(self, words: str) -> list[Proposal]:
        return [
            Proposal(found.key, "   ".join(filter(None, (found.key, found.author, found.title))))
            for found in complete_sources(self.workspace, words)
            if found.id != self.record_id
        ]

    def _on_claim(self, claim_id: int) -> None:
        self.point_asked.emit(self.claims.point_of(claim_id))

    def add_account(self) -> None:
        """Ask for a further account in the source."""
        if self.record_id and self.leave():
            AccountDialog(self.bridge, self.record_id, self).show_modal()

    @override
    def list_ids(self, order: str, *, descending: bool) -> list[int]:
        return list_source_ids(self.workspace, order, descending=descending)

    @override
    def load_record(self, record_id: int) -> Values:
        workspace = self.workspace
        source = get_source(workspace, record_id)
        accounts = list_accounts_of(workspace, record_id)
        own = next((account for account in accounts if account.is_own), None)
        if own is not None:
            self.derivations.show_account(own)
        self.accounts.show_accounts(accounts)
        ids = list_claim_ids(workspace, source_id=record_id)
        self.claims.show_ids(ids)
        self.claims_title.setText(counted(len(ids), "claim") if ids else "No claims yet")
        is_described = any((source.title, source.author, source.shelfmark, source.quoted_after))
        self.side.lead.show_text(cite(workspace, record_id) if is_described else "")
        return texts_of(source)

    @override
    def keep_record(self, record_id: int, values: Values) -> int:
        workspace = self.workspace
        if not record_id:
            return add_source(workspace, source_of(values, Source(0, "")))
        edit_source(workspace, source_of(values, get_source(workspace, record_id)))
        return record_id

    @override
    def delete_record(self, record_id: int) -> None:
        delete_source(self.workspace, record_id)

    @override
    def title_of(self, values: Values) -> str:
        return values["key"] or ("New source" if self.is_new else "Source without a key")
