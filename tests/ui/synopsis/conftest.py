from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.accounts import edit_account, list_accounts
from app.ui.panels.synopsis_page import SynopsisPage
from tests.ui.synopsis.support import CLAIMS, DATES, tell


@pytest.fixture
def told(workspace):
    """Three accounts over three points; one is contradicted."""
    for claim in CLAIMS:
        tell(workspace, *claim)
    for account in list_accounts(workspace):
        edit_account(workspace, replace(account, date=DATES[account.siglum]))
    return workspace


@pytest.fixture
def page(told, bridge, qtbot):
    made = SynopsisPage(bridge)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.grid.setFocus()
    return made
