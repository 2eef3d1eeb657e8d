from __future__ import annotations

import pytest

from app.domain.answers import Kind
from app.domain.records import Account, Locator, Source
from app.services.accounts import add_account
from app.services.citing import cite
from app.services.claims import ClaimDraft, add_claim
from app.services.completing import find_source_by_key
from app.services.listing import (
    list_account_ids_by,
    list_account_lines,
    list_accounts_of,
    list_claim_ids,
    list_claim_lines,
    list_source_ids,
    list_source_lines,
    list_subject_ids,
    list_subject_uses,
)
from app.services.sources import add_source
from app.services.workspace import Workspace


@pytest.fixture
def dossier(workspace: Workspace) -> Workspace:
    letter = add_source(
        workspace,
        Source(0, "K48", "personal_communication", "Letter", "Kononov, Ivan", "26 April 1948"),
    )
    add_source(workspace, Source(0, "b41", "report", "Aussage", "", "23.8.1941"))
    add_source(workspace, Source(0, "Z", "book", "A book", "Abel, Ann", "n.d.", quoted_after="K48"))
    add_account(workspace, Account(0, "K48b", letter, "Boris", date="1950", occasion="a talk"))
    for siglum, answer in (("K48", "1918"), ("K48b", "1916"), ("b41", "1918")):
        add_claim(
            workspace,
            ClaimDraft(
                subject="Father", question="When did he die?", kind=Kind.DATE, siglum=siglum,
                answer=answer, locator="p. 2; n. 5",
            ),
        )  # fmt: skip
    return workspace


def _keys(workspace, order, **how):
    ids = list_source_ids(workspace, order, **how)
    return [line.key for line in list_source_lines(workspace, ids)]


def test_sources_come_in_the_order_asked_for(dossier):
    assert _keys(dossier, "key") == ["b41", "K48", "Z"]
    assert _keys(dossier, "author") == ["Z", "K48", "b41"]
    assert _keys(dossier, "title") == ["Z", "b41", "K48"]
    assert _keys(dossier, "date") == ["b41", "K48", "Z"]
    assert _keys(dossier, "claims", descending=True) == ["K48", "b41", "Z"]


def test_lines_of_sources_count_the_claims_of_all_their_accounts(dossier):
    lines = {line.key: line for line in list_source_lines(dossier, list_source_ids(dossier))}
    assert (lines["K48"].claims, lines["b41"].claims, lines["Z"].claims) == (2, 1, 0)
    assert lines["Z"].quoted_after == "K48"


def test_accounts_come_in_the_order_asked_for(dossier):
    def sigla(order):
        ids = list_account_ids_by(dossier, order)
        return [line.siglum for line in list_account_lines(dossier, ids)]

    assert sigla("siglum") == ["b41", "K48", "K48b", "Z"]
    assert sigla("speaker") == ["Z", "K48b", "K48", "b41"]
    assert sigla("date") == ["b41", "K48", "K48b", "Z"]
    assert sigla("occasion")[0] == "K48b"
    assert sigla("source") == ["b41", "K48", "K48b", "Z"]


def test_claims_are_listed_by_source_and_by_account(dossier):
    source = find_source_by_key(dossier, "K48")
    lines = list_claim_lines(dossier, list_claim_ids(dossier, source_id=source.id))
    assert [(line.siglum, line.answer) for line in lines] == [("K48", "1918"), ("K48b", "1916")]
    assert lines[0].place == "page 2, note 5"
    further = list_accounts_of(dossier, source.id)[1]
    (only,) = list_claim_lines(dossier, list_claim_ids(dossier, account_id=further.id))
    assert (only.siglum, only.subject, only.question) == ("K48b", "Father", "When did he die?")


def test_subjects_are_listed_with_what_refers_to_them(dossier):
    uses = {use.name: use for use in list_subject_uses(dossier, list_subject_ids(dossier))}
    assert (uses["Father"].points, uses["Father"].accounts) == (1, 0)
    assert (uses["Boris"].points, uses["Boris"].accounts) == (0, 1)
    most = list_subject_ids(dossier, "points", descending=True)
    assert list_subject_uses(dossier, most)[0].name == "Father"


def test_a_source_is_cited_with_the_place_and_what_it_is_quoted_after(dossier):
    source = find_source_by_key(dossier, "Z")
    words = cite(dossier, source.id, [Locator("page", "12")])
    assert "A book" in words
    assert "12" in words
    assert "quoted after" in words
    assert "Letter" in words
    assert cite(dossier, 1) != ""
