"""Accounts: the list, and the form of the one that is chosen with its claims."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.records import Account
from app.services.accounts import add_account, delete_account, edit_account, get_account
from app.services.completing import complete_sources, complete_subjects, find_source_by_key
from app.services.listing import (
    ACCOUNT_ORDERS,
    AccountLine,
    list_account_ids_by,
    list_account_lines,
    list_claim_ids,
)
from app.services.sources import get_source
from app.ui.bridge import Bridge
from app.ui.labels import counted
from app.ui.models.row_window import RowColumn, RowWindowModel
from app.ui.panels.claim_list import ClaimList
from app.ui.panels.derivations import DerivationsPanel
from app.ui.panels.list_form import ListFormPage, Values
from app.ui.panels.record_fields import ACCOUNT_GROUPS, SOURCE_OF_ACCOUNT, account_of, texts_of
from app.ui.widgets.completion import Completion, Proposal
from app.ui.widgets.field_form import FieldForm
from app.ui.widgets.row_table import RowTable
from app.ui.widgets.texts import HeadingLabel, PlainLabel

_COLUMNS = (
    RowColumn[AccountLine]("Siglum", lambda line: line.siglum),
    RowColumn[AccountLine]("Speaker", lambda line: line.speaker),
    RowColumn[AccountLine]("Told", lambda line: line.date),
    RowColumn[AccountLine]("Source", lambda line: line.source),
    RowColumn[AccountLine]("Occasion", lambda line: line.occasion),
    RowColumn[AccountLine](
        "Claims", lambda line: str(line.claims), alignment=Qt.AlignmentFlag.AlignHCenter
    ),
)


class AccountsPage(ListFormPage):
    """Shows every account and the form of one."""

    point_asked = Signal(object)
    """The point with this id is to be shown."""
    source_asked = Signal(object)
    """The source with this id is to be shown."""
    noun = "account"
    orders = ACCOUNT_ORDERS
    empty = (
        "There is no account yet. Each source is an account by itself; make a source first, "
        "or record a claim below."
    )

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        workspace = bridge.workspace
        model = RowWindowModel[AccountLine](
            _COLUMNS, lambda ids: list_account_lines(workspace, ids), id_of=lambda line: line.id
        )
        table = RowTable[AccountLine](
            model, (9, 22, 16, 9, 20, 7), name="Accounts", spare=(4, 3, 5)
        )
        form = FieldForm((*ACCOUNT_GROUPS, SOURCE_OF_ACCOUNT))
        super().__init__(bridge, table, form, parent)
        self.own_voice = PlainLabel(parent=self, muted=True, wraps=True)
        self.source_button = QToolButton(self)
        self.derivations = DerivationsPanel(bridge, self)
        self.claims_title = HeadingLabel(parent=self, scale=1.05)
        self.claims = ClaimList(workspace, self)
        self._add_parts()
        self._complete()
        self.claims.opened.connect(self._on_claim)
        self.source_button.clicked.connect(self._on_source)
        self.derivations.account_asked.connect(self.show_record)

    def _add_parts(self) -> None:
        self.source_button.setText("Show the source")
        self.source_button.setAutoRaise(True)
        links = QWidget(self)
        row = QHBoxLayout(links)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.source_button)
        row.addWidget(self.own_voice, 1)
        self.add_parts(links, self.derivations, self.claims_title, self.claims)

    def _complete(self) -> None:
        workspace = self.workspace
        Completion(
            self.form.line("speaker"),
            lambda words: [Proposal(name) for name in complete_subjects(workspace, words)],
        )
        Completion(
            self.form.line("source"),
            lambda words: [
                Proposal(found.key, "   ".join(filter(None, (found.key, found.title))))
                for found in complete_sources(workspace, words)
            ],
        )

    def _on_claim(self, claim_id: int) -> None:
        self.point_asked.emit(self.claims.point_of(claim_id))

    def _on_source(self) -> None:
        if self.record_id:
            self.source_asked.emit(get_account(self.workspace, self.record_id).source_id)

    @override
    def list_ids(self, order: str, *, descending: bool) -> list[int]:
        return list_account_ids_by(self.workspace, order, descending=descending)

    @override
    def load_record(self, record_id: int) -> Values:
        workspace = self.workspace
        account = get_account(workspace, record_id)
        source = get_source(workspace, account.source_id)
        self.derivations.show_account(account)
        ids = list_claim_ids(workspace, account_id=record_id)
        self.claims.show_ids(ids)
        self.claims_title.setText(counted(len(ids), "claim") if ids else "No claims yet")
        self.own_voice.setText(
            "The source’s own voice: it has the source’s key." if account.is_own else ""
        )
        self.side.lead.show_text(f"In {source.key}: {source.title}" if source.title else source.key)
        self.form.editors["source"].setEnabled(False)
        self.form.editors["siglum"].setEnabled(not account.is_own)
        return {**texts_of(account), "source": source.key}

    @override
    def show_new(self) -> None:
        for name in ("source", "siglum"):
            self.form.editors[name].setEnabled(True)

    @override
    def keep_record(self, record_id: int, values: Values) -> int:
        workspace = self.workspace
        if record_id:
            edit_account(workspace, account_of(values, get_account(workspace, record_id)))
            return record_id
        source = find_source_by_key(workspace, values["source"])
        if source is None:
            raise UserError("An account lies in a source; type the key of one that is there.")
        return add_account(workspace, account_of(values, Account(0, "", source.id)))

    @override
    def delete_record(self, record_id: int) -> None:
        delete_account(self.workspace, record_id)

    @override
    def title_of(self, values: Values) -> str:
        return values["siglum"] or ("New account" if self.is_new else "Account without a siglum")
