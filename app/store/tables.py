"""The tables of a dossier, as they stand at the newest migration.

``LOGGED`` tables hold what the historian entered: every change to them is recorded. ``DERIVED``
tables are rebuilt from them and carry no history. All tables are STRICT; there are no triggers,
no views and no ON DELETE CASCADE in the file.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, text

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text("''"))


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


def _reference(target: str, *, name: str = "", optional: bool = False) -> Column[int]:
    column = name or f"{target}_id"
    return Column(column, Integer, ForeignKey(f"{target}.id"), nullable=optional)


def _table(name: str, *parts: Column[int] | Column[str] | Index, with_rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)


meta = _table("meta", Column("key", Text, primary_key=True, nullable=False), _text("value"))
setting = _table("setting", _id(), Column("key", Text, nullable=False, unique=True), _text("value"))

subject = _table("subject", _id(), _text("name"), _text("folded"), _text("kind"), _text("note"),
                 _reference("subject", name="same_as_id", optional=True),
                 _reference("subject", name="part_of_id", optional=True),
                 Index("ix_subject_folded", "folded"),
                 Index("ix_subject_same_as_id", "same_as_id"),
                 Index("ix_subject_part_of_id", "part_of_id"))  # fmt: skip
name_variant = _table("name_variant", _id(), _reference("subject"), _text("name"), _text("folded"),
                      Index("ix_name_variant_folded", "folded"),
                      Index("ix_name_variant_subject_id", "subject_id"))  # fmt: skip
kinship = _table("kinship", _id(), _reference("subject"), _reference("subject", name="relative_id"),
                 _text("kin"), Index("ix_kinship_subject_id", "subject_id"),
                 Index("ix_kinship_relative_id", "relative_id"))  # fmt: skip

SOURCE_TEXTS = (
    "type", "title", "author", "date", "container", "volume", "issue", "page", "publisher",
    "place", "repository", "fonds", "shelfmark", "language", "url", "accessed", "copy_seen", "note",
)  # fmt: skip
source = _table("source", _id(), Column("key", Text, nullable=False, unique=True),
                *(_text(name) for name in SOURCE_TEXTS),
                _reference("source", name="quoted_after_id", optional=True))  # fmt: skip

ACCOUNT_TEXTS = (
    "recorder", "translator", "date", "place", "addressee", "occasion", "proximity", "tendency",
)  # fmt: skip
account = _table("account", _id(), Column("siglum", Text, nullable=False, unique=True),
                 _reference("source"), _whole("is_own"),
                 _reference("subject", name="speaker_id", optional=True),
                 *(_text(name) for name in ACCOUNT_TEXTS),
                 Index("ix_account_source_id", "source_id"),
                 Index("ix_account_speaker_id", "speaker_id"))  # fmt: skip
derivation = _table("derivation", _id(), _reference("account", name="borrower_id"),
                    _reference("account", name="lender_id"), _text("degree"), _text("grounds"),
                    Index("ix_derivation_borrower_id", "borrower_id"),
                    Index("ix_derivation_lender_id", "lender_id"))  # fmt: skip

point = _table("point", _id(), _reference("subject"), _text("question"), _text("folded"),
               _text("kind"), _whole("several"), _text("lemma"), _text("unit"), _text("calendar"),
               _text("role"), _text("centrality"), _text("note"),
               Index("ix_point_subject_id", "subject_id", "folded"),
               Index("ix_point_role", "subject_id", sqlite_where=text("role <> ''")))  # fmt: skip
option = _table("option", _id(), _reference("point"), _text("label"), _text("folded"),
                _reference("option", name="parent_id", optional=True),
                Column("rank", Integer, nullable=True),
                Index("ix_option_point_id", "point_id"),
                Index("ix_option_parent_id", "parent_id"))  # fmt: skip

CLAIM_TEXTS = ("stance", "answer", "quotation", "translation", "reading", "scope", "level", "note")
claim = _table("claim", _id(), _reference("point"), _reference("account"),
               _reference("subject", name="speaker_id", optional=True),
               *(_text(name) for name in CLAIM_TEXTS),
               Index("ix_claim_point_id", "point_id"),
               Index("ix_claim_account_id", "account_id"),
               Index("ix_claim_speaker_id", "speaker_id"))  # fmt: skip
locator = _table("locator", _id(), _reference("claim"), _whole("place"), _text("kind"),
                 _text("value"), Index("ix_locator_claim_id", "claim_id", "place"))  # fmt: skip

derivation_point = _table("derivation_point", _id(), _reference("derivation"),
                          _reference("point"),
                          Index("ix_derivation_point_derivation_id", "derivation_id"),
                          Index("ix_derivation_point_point_id", "point_id"))  # fmt: skip
search_note = _table("search_note", _id(), _reference("account"), _reference("point"),
                     _text("state"), _text("note"),
                     Index("ix_search_note_account_id", "account_id"),
                     Index("ix_search_note_point_id", "point_id"))  # fmt: skip
silence_answer = _table("silence_answer", _id(), _reference("account"), _reference("point"),
                        _text("question"), _text("answer"), _text("note"),
                        Index("ix_silence_answer_account_id", "account_id"),
                        Index("ix_silence_answer_point_id", "point_id"))  # fmt: skip

judgement = _table("judgement", _id(), _reference("point"), _text("status"), _text("grounds"),
                   _text("judged_at"), _text("fingerprint"),
                   Index("ix_judgement_point_id", "point_id"))  # fmt: skip
version_judgement = _table("version_judgement", _id(), _reference("judgement"), _text("answer"),
                           _text("standing"), _text("grounds"), _text("claim_ids"),
                           Index("ix_version_judgement_judgement_id", "judgement_id"))  # fmt: skip
dismissal = _table("dismissal", _id(), _reference("point"), _text("flag"), _text("reason"),
                   _text("grounds"), _text("dismissed_at"), _text("fingerprint"),
                   Index("ix_dismissal_point_id", "point_id"))  # fmt: skip

rule = _table("rule", _id(), _text("kind"), _reference("point", name="a_id"),
              _reference("point", name="b_id"), _reference("point", name="c_id", optional=True),
              _text("relation"), _text("value"), _text("unit"), _text("note"),
              Index("ix_rule_c_id", "c_id"),
              Index("ix_rule_a_id", "a_id"), Index("ix_rule_b_id", "b_id"))  # fmt: skip

flag = _table("flag", _id(), _reference("point"), _text("identity"), _text("kind"), _text("level"),
              _text("why"), _text("claim_ids"), _text("point_ids"), _text("rule_ids"),
              _text("sigla"), _text("fingerprint"), Index("ix_flag_kind", "kind"),
              Index("ix_flag_point_id", "point_id"))  # fmt: skip
point_state = _table("point_state",
                     Column("point_id", Integer, ForeignKey("point.id"), primary_key=True),
                     _text("status"), _whole("severity"), _whole("claims"), _whole("versions"),
                     _whole("contradictions"), _whole("tensions"), _text("apparatus"),
                     _text("fingerprint"),
                     Index("ix_point_state_severity", "severity", "point_id",
                           sqlite_where=text("severity > 0")))  # fmt: skip
# Its own covering index: the rows lie in the order in which they are summed up, point by point.
hull = _table("hull",
              Column("point_id", Integer, ForeignKey("point.id"), primary_key=True),
              Column("grp", Integer, primary_key=True),
              Column("claim_id", Integer, primary_key=True),
              _whole("low"), _whole("high"), _whole("wide_low"), _whole("wide_high"),
              Column("gaps", Text),
              Index("ix_hull_gaps", "point_id", sqlite_where=text("gaps IS NOT NULL")),
              with_rowid=False)  # fmt: skip

change_set = _table("change_set", _id(), _text("action"), _text("made_at"), _text("device"),
                    _text("user_name"), Column("undoes", Integer), Column("redoes", Integer),
                    _text("hash"))  # fmt: skip
change = _table("change", _id(), _reference("change_set"), _text("table_name"), _whole("row_id"),
                Column("before", Text), Column("after", Text),
                Index("ix_change_change_set_id", "change_set_id"))  # fmt: skip

LOGGED: tuple[Table, ...] = (
    setting, subject, name_variant, source, account, derivation, point, option, claim, locator,
    judgement, version_judgement, dismissal, rule, derivation_point, search_note, silence_answer,
    kinship,
)  # fmt: skip
DERIVED: tuple[Table, ...] = (flag, point_state, hull)

SEARCH_INDEX = "search_index"
SEARCH_DDL = (
    f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5(folded, kind, "
    "tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
)
"""Rows have the id of the noun they find: ids are unique over all tables."""
