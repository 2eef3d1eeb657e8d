"""Accounts in full, and reports of reports: X writes that Y said, who had it from Z."""

from dataclasses import replace

from app.domain.records import Account
from app.services.accounts import add_account, edit_account, get_account, list_accounts
from app.services.checking import check_dossier
from app.services.importing import import_sheets
from app.services.searching import search
from app.services.sources import list_sources
from tests.services.support import dump, riot, write_sheets


def test_every_field_of_an_account_is_kept_found_and_undone(workspace, tmp_path):
    riot(workspace, tmp_path)
    source = list_sources(workspace)[0]
    before = dump(workspace)
    account = Account(
        0, "Br1x", source.id, speaker="Ilse Brandt", recorder="the clerk", translator="Lotte Öhm",
        date="4 May 1848", place="Königsberg", addressee="the council", occasion="hearing",
        proximity="first-hand", tendency="against interest",
    )  # fmt: skip
    made = add_account(workspace, account)
    kept = get_account(workspace, made)
    assert replace(kept, id=0, speaker_id=None) == account
    for words in ("konigsberg", "ohm", "council"):
        assert made in [found.id for found in search(workspace, words)], words
    edit_account(workspace, replace(kept, translator="", place="Danzig"))
    assert get_account(workspace, made).place == "Danzig"
    workspace.undo()
    assert get_account(workspace, made) == kept
    workspace.undo()
    assert dump(workspace) == before


CHAIN = {
    "sources": "key,author,derives_from\nZ1,Zoe,\nY1,Yves,Z1\nX1,Xenia,\nW1,Wanda,X1\n",
    "claims": "subject,question,answer_type,source,speaker,answer\n"
    "Fire,When?,date,Z1,,1 May 1700\nFire,When?,date,Y1,,1 May 1700\n"
    "Fire,When?,date,X1,Yves,1 May 1700\nFire,When?,date,W1,,1 May 1700\n",
}


def test_a_report_of_a_report_goes_back_to_the_first_who_told(workspace, tmp_path):
    """Wanda copies Xenia, who writes what Yves said, who had it from Zoe: one witness."""
    import_sheets(workspace, write_sheets(tmp_path, **CHAIN))
    (version,) = check_dossier(workspace)["points"][0]["versions"]
    assert (version["sources"], version["witnesses"]) == (4, [1, 1])
    (flag,) = check_dossier(workspace)["flags"]
    assert flag["kind"] == "hollow agreement"
    assert flag["why"].endswith("go back to one witness, Zoe.")


def test_accounts_are_listed_with_their_speakers(workspace, tmp_path):
    import_sheets(workspace, write_sheets(tmp_path, **CHAIN))
    assert [(a.siglum, a.speaker) for a in list_accounts(workspace)] == [
        ("Z1", "Zoe"), ("Y1", "Yves"), ("X1", "Xenia"), ("W1", "Wanda"),
    ]  # fmt: skip
