"""The one door: undo and redo after any sequence of edits, and after a restart."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.answers import Kind
from app.domain.errors import UserError
from app.domain.records import (
    Account,
    Degree,
    Derivation,
    Reason,
    Source,
    Stance,
    Status,
    Subject,
)
from app.domain.silences import Reply
from app.domain.synopsis import CellState
from app.services import (
    accounts,
    claims,
    derivations,
    findings,
    judgements,
    points,
    searches,
    silences,
    sources,
    subjects,
)
from app.services.actions import Action
from app.services.claims import ClaimDraft
from app.services.workspace import Workspace
from tests.services.support import dump, riot

ANSWERS = ("1918", "1916", "ca. 1917", "22 August 1941", "before 1900")


class Edits(RuleBasedStateMachine):
    """Any sequence of edits, undos, redos and restarts: each undo restores the state before."""

    @initialize()
    def make(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = Workspace.create(Path(self.folder.name) / "k.variorum")
        self.states = [dump(self.workspace)]
        self.ahead: list[dict] = []

    def did(self) -> None:
        state = dump(self.workspace)
        if state != self.states[-1]:
            self.states.append(state)
            self.ahead.clear()

    def attempt(self, action) -> None:
        try:
            action()
        except UserError:
            assert dump(self.workspace) == self.states[-1]
        self.did()

    @rule(
        answer=st.sampled_from(ANSWERS),
        siglum=st.sampled_from(["A1", "B2", "Ц3"]),
        question=st.sampled_from(["When?", "Когда?"]),
        stance=st.sampled_from(Stance),
        speaker=st.sampled_from(["", "Ivan K.", "Olga"]),
    )
    def record(self, answer, siglum, question, stance, speaker) -> None:
        draft = ClaimDraft(
            answer="" if stance is Stance.SILENT else answer, subject="Father", question=question,
            siglum=siglum, locator="p. 3; n. 4", stance=stance, speaker=speaker,
        )  # fmt: skip
        self.attempt(lambda: claims.add_claim(self.workspace, draft))

    def any_claim(self):
        known = points.list_points(self.workspace)
        return [c for p in known for c in claims.list_claims(self.workspace, point_id=p.id)]

    @rule(place=st.integers(0, 50), answer=st.sampled_from(ANSWERS))
    def edit_claim(self, place, answer) -> None:
        known = self.any_claim()
        if known:
            claim = known[place % len(known)]
            draft = ClaimDraft(answer=answer, point_id=claim.point_id, siglum="A1", note="again")
            self.attempt(lambda: claims.edit_claim(self.workspace, claim.id, draft))

    @rule(place=st.integers(0, 50))
    def delete_claim(self, place) -> None:
        known = self.any_claim()
        if known:
            claim = known[place % len(known)]
            self.attempt(lambda: claims.delete_claim(self.workspace, claim.id))

    @rule(place=st.integers(0, 50))
    def delete_point(self, place) -> None:
        known = points.list_points(self.workspace)
        if known:
            point = known[place % len(known)]
            self.attempt(lambda: points.delete_point(self.workspace, point.id))

    @rule(key=st.sampled_from(["A1", "B2", "X9"]), title=st.sampled_from(["", "Дело", "Über"]))
    def add_source(self, key, title) -> None:
        self.attempt(lambda: sources.add_source(self.workspace, Source(0, key, title=title)))

    @rule(place=st.integers(0, 9), author=st.sampled_from(["Ivan K.", "Olga", ""]))
    def edit_source(self, place, author) -> None:
        known = sources.list_sources(self.workspace)
        if known:
            source = known[place % len(known)]
            changed = Source(source.id, source.key, author=author, date="1944")
            self.attempt(lambda: sources.edit_source(self.workspace, changed))

    @rule(place=st.integers(0, 9))
    def delete_source(self, place) -> None:
        known = sources.list_sources(self.workspace)
        if known:
            source = known[place % len(known)]
            self.attempt(lambda: sources.delete_source(self.workspace, source.id))

    @rule(place=st.integers(0, 9))
    def add_account(self, place) -> None:
        known = sources.list_sources(self.workspace)
        if known:
            account = Account(0, "Z1", known[place % len(known)].id, speaker="Olga", date="1950")
            self.attempt(lambda: accounts.add_account(self.workspace, account))

    @rule(name=st.sampled_from(["Father", "Отец", "Olga"]))
    def add_subject(self, name) -> None:
        subject = Subject(0, name, "person", (f"{name}s",))
        self.attempt(lambda: subjects.add_subject(self.workspace, subject))

    @rule(status=st.sampled_from(Status))
    def judge(self, status) -> None:
        for point in points.list_points(self.workspace)[:1]:
            self.attempt(
                lambda p=point: judgements.judge_point(self.workspace, p.id, status, "because")
            )

    @rule(
        borrower=st.integers(0, 9), lender=st.integers(0, 9), degree=st.sampled_from(Degree),
        limited=st.booleans(),
    )  # fmt: skip
    def link(self, borrower, lender, degree, limited) -> None:
        known = accounts.list_accounts(self.workspace)
        if known:
            ends = (known[place % len(known)].id for place in (borrower, lender))
            named = [p.id for p in points.list_points(self.workspace)[:1]] if limited else []
            link = Derivation(0, *ends, degree, "the same slip", tuple(named))
            self.attempt(lambda: derivations.link_accounts(self.workspace, link))

    @rule()
    def unlink(self) -> None:
        for link in derivations.list_links(self.workspace)[:1]:
            self.attempt(lambda k=link: derivations.unlink_accounts(self.workspace, k.id))

    @rule(place=st.integers(0, 9), state=st.sampled_from(CellState), reply=st.sampled_from(Reply))
    def note(self, place, state, reply) -> None:
        known, asked = accounts.list_accounts(self.workspace), points.list_points(self.workspace)
        if known and asked:
            pair = known[place % len(known)].id, asked[0].id
            self.attempt(lambda: searches.note_search(self.workspace, *pair, state))
            self.attempt(
                lambda: silences.answer_question(self.workspace, *pair, "known", reply, "says so")
            )

    @rule(place=st.integers(0, 9))
    def delete_account(self, place) -> None:
        known = accounts.list_accounts(self.workspace)
        if known:
            account = known[place % len(known)].id
            self.attempt(lambda: accounts.delete_account(self.workspace, account))

    @rule()
    def dismiss(self) -> None:
        for flag in findings.list_flags(self.workspace)[:1]:
            self.attempt(
                lambda f=flag: judgements.dismiss_flag(self.workspace, f, Reason.SCOPE, "")
            )

    @rule()
    def undo(self) -> None:
        if len(self.states) > 1:
            self.workspace.undo()
            self.ahead.append(self.states.pop())

    @rule()
    def redo(self) -> None:
        if self.ahead:
            self.workspace.redo()
            self.states.append(self.ahead.pop())

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(Path(self.folder.name) / "k.variorum")

    @rule()
    def recheck(self) -> None:
        self.workspace.recheck_all()

    @invariant()
    def as_expected(self) -> None:
        if hasattr(self, "states"):
            assert dump(self.workspace) == self.states[-1]

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            while len(self.states) > 1:
                self.undo()
                self.as_expected()
            while self.ahead:
                self.redo()
                self.as_expected()
            self.workspace.close()
            self.folder.cleanup()


Edits.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEdits = Edits.TestCase


def draft(answer="1918", siglum="K48", **more):
    return ClaimDraft(answer=answer, subject="Father", question="When did he die?",
                      siglum=siglum, locator="p. 1", **more)  # fmt: skip


def test_undo_survives_a_restart(workspace):
    path = workspace.path
    before = dump(workspace)
    claims.add_claim(workspace, draft())
    after = dump(workspace)
    workspace.close()
    with Workspace.open(path) as again:
        assert again.undo() is Action.ADD_CLAIM
        assert dump(again) == before
    with Workspace.open(path) as again:
        assert again.redo() is Action.ADD_CLAIM
        assert dump(again) == after
        assert again.undo() is Action.ADD_CLAIM
        assert dump(again) == before


def test_nothing_to_undo_is_said(workspace):
    with pytest.raises(UserError, match="nothing to undo"):
        workspace.undo()
    with pytest.raises(UserError, match="nothing to redo"):
        workspace.redo()


def test_subscribers_hear_which_rows_changed(workspace):
    heard = []
    workspace.subscribe(heard.append)
    claim = claims.add_claim(workspace, draft())
    assert heard[0].ids("claim") == {claim}
    assert {"claim", "point", "source", "account", "subject", "locator"} <= heard[0].touched
    workspace.undo()
    assert heard[1].undoes == heard[0].id


def test_an_edit_rechecks_only_its_own_point(workspace, tmp_path, monkeypatch):
    riot(workspace, tmp_path)
    analysed = []
    from app.services import recheck

    genuine = recheck.analyse
    monkeypatch.setattr(
        recheck, "analyse", lambda case, d: analysed.append(case.question) or genuine(case, d)
    )
    claims.add_claim(
        workspace,
        ClaimDraft(answer="no", subject="Town hall", question="Did it burn?", siglum="Br2"),
    )
    assert analysed == ["Did it burn?"]


@pytest.mark.parametrize(
    "refused",
    [
        draft(answer="31 April 1918", kind=Kind.DATE),
        draft(siglum=""),
        draft(answer=""),
        ClaimDraft(answer="1918", siglum="K48"),
    ],
)
def test_a_refused_claim_leaves_nothing(workspace, refused):
    before = dump(workspace)
    with pytest.raises(UserError):
        claims.add_claim(workspace, refused)
    assert dump(workspace) == before
    assert workspace.history.last_done is None


def test_findings_after_edits_are_those_of_a_full_recheck(workspace, tmp_path):
    riot(workspace, tmp_path)
    claims.add_claim(workspace, draft())
    claims.add_claim(workspace, draft(answer="1916", siglum="Br1"))
    source = next(s for s in sources.list_sources(workspace) if s.key == "Br2")
    sources.edit_source(workspace, replace(source, author="Somebody else"))
    edited = dump(workspace)
    workspace.recheck_all()
    again = dump(workspace)
    assert again == edited
