"""Everything a user can do to a dossier, by name; the words for it live with the window."""

from __future__ import annotations

import enum


class Action(enum.StrEnum):
    """A user action that changes the dossier; each is one transaction and one undo step."""

    ADD_CLAIM = "add claim"
    EDIT_CLAIM = "edit claim"
    DELETE_CLAIM = "delete claim"
    ADD_SOURCE = "add source"
    EDIT_SOURCE = "edit source"
    DELETE_SOURCE = "delete source"
    ADD_ACCOUNT = "add account"
    EDIT_ACCOUNT = "edit account"
    DELETE_ACCOUNT = "delete account"
    ADD_SUBJECT = "add subject"
    EDIT_SUBJECT = "edit subject"
    DELETE_SUBJECT = "delete subject"
    ADD_POINT = "add point"
    EDIT_POINT = "edit point"
    DELETE_POINT = "delete point"
    EDIT_OPTIONS = "edit options"
    LINK_ACCOUNTS = "link accounts"
    UNLINK_ACCOUNTS = "unlink accounts"
    EDIT_LINK = "edit derivation"
    NOTE_SEARCH = "note a search"
    WEIGH_SILENCE = "weigh a silence"
    ADD_RULE = "add rule"
    EDIT_RULE = "edit rule"
    DELETE_RULE = "delete rule"
    JUDGE_POINT = "judge point"
    DISMISS_FLAG = "dismiss flag"
    RECALL_FLAG = "recall flag"
    EDIT_DOSSIER = "edit dossier"
    IMPORT_SHEETS = "import sheets"
    UNDO = "undo"
    REDO = "redo"
