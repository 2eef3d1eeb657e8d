"""What an edit reads of the dependence between accounts is enough for the points it touches."""

from itertools import pairwise

from app.domain.analysis import analyse
from app.domain.records import Account, Degree, Derivation, Source
from app.services import accounts, sources
from app.services.claims import ClaimDraft, add_claim
from app.services.derivations import link_accounts
from app.services.weighing import load_cases, load_dependence
from app.services.workspace import Workspace
from app.store.queries.cases import list_point_ids
from tests.services.support import riot


def test_reading_only_what_matters_changes_nothing(workspace: Workspace, tmp_path):
    riot(workspace, tmp_path)
    far = [sources.add_source(workspace, Source(0, f"F{n}", author="Far Away")) for n in range(3)]
    told = [accounts.add_account(workspace, Account(0, f"T{n}", far[n], "Told")) for n in range(3)]
    for borrower, lender in pairwise(told):
        link_accounts(workspace, Derivation(0, borrower, lender, Degree.SUSPECTED))
    for siglum, speaker in (("T0", ""), ("Br1", "Only Reported")):
        draft = ClaimDraft(
            answer="2 May 1848", subject="The riot", question="When did it begin?", siglum=siglum,
            locator="p. 1", speaker=speaker,
        )  # fmt: skip
        add_claim(workspace, draft)
    with workspace.reading() as connection:
        whole = load_dependence(connection)
        points = list_point_ids(connection)
        for case in load_cases(connection, points):
            part = load_dependence(connection, [case.point_id])
            assert len(part.tellings) < len(whole.tellings) or len(case.claims) > 3
            assert analyse(case, part) == analyse(case, whole)
