"""The first schema: what a historian records, what is found, and the log of changes."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE change_set (
        id INTEGER NOT NULL,
        action TEXT DEFAULT '' NOT NULL,
        made_at TEXT DEFAULT '' NOT NULL,
        device TEXT DEFAULT '' NOT NULL,
        user_name TEXT DEFAULT '' NOT NULL,
        undoes INTEGER,
        redoes INTEGER,
        hash TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
    STRICT
    """,
    """
    CREATE TABLE meta (
        "key" TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY ("key")
    )
    STRICT
    """,
    """
    CREATE TABLE setting (
        id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE ("key")
    )
    STRICT
    """,
    """
    CREATE TABLE source (
        id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        type TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        author TEXT DEFAULT '' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        container TEXT DEFAULT '' NOT NULL,
        volume TEXT DEFAULT '' NOT NULL,
        issue TEXT DEFAULT '' NOT NULL,
        page TEXT DEFAULT '' NOT NULL,
        publisher TEXT DEFAULT '' NOT NULL,
        place TEXT DEFAULT '' NOT NULL,
        repository TEXT DEFAULT '' NOT NULL,
        fonds TEXT DEFAULT '' NOT NULL,
        shelfmark TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        url TEXT DEFAULT '' NOT NULL,
        accessed TEXT DEFAULT '' NOT NULL,
        copy_seen TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        quoted_after_id INTEGER,
        PRIMARY KEY (id),
        UNIQUE ("key"),
        FOREIGN KEY(quoted_after_id) REFERENCES source (id)
    )
    STRICT
    """,
    """
    CREATE TABLE subject (
        id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        folded TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        same_as_id INTEGER,
        part_of_id INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(same_as_id) REFERENCES subject (id),
        FOREIGN KEY(part_of_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_subject_folded ON subject (folded)",
    "CREATE INDEX ix_subject_part_of_id ON subject (part_of_id)",
    "CREATE INDEX ix_subject_same_as_id ON subject (same_as_id)",
    """
    CREATE TABLE account (
        id INTEGER NOT NULL,
        siglum TEXT NOT NULL,
        source_id INTEGER NOT NULL,
        is_own INTEGER DEFAULT 0 NOT NULL,
        speaker_id INTEGER,
        recorder TEXT DEFAULT '' NOT NULL,
        translator TEXT DEFAULT '' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        place TEXT DEFAULT '' NOT NULL,
        addressee TEXT DEFAULT '' NOT NULL,
        occasion TEXT DEFAULT '' NOT NULL,
        proximity TEXT DEFAULT '' NOT NULL,
        tendency TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (siglum),
        FOREIGN KEY(source_id) REFERENCES source (id),
        FOREIGN KEY(speaker_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_account_source_id ON account (source_id)",
    "CREATE INDEX ix_account_speaker_id ON account (speaker_id)",
    """
    CREATE TABLE change (
        id INTEGER NOT NULL,
        change_set_id INTEGER NOT NULL,
        table_name TEXT DEFAULT '' NOT NULL,
        row_id INTEGER DEFAULT 0 NOT NULL,
        "before" TEXT,
        "after" TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(change_set_id) REFERENCES change_set (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_change_change_set_id ON change (change_set_id)",
    """
    CREATE TABLE name_variant (
        id INTEGER NOT NULL,
        subject_id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        folded TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(subject_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_name_variant_folded ON name_variant (folded)",
    "CREATE INDEX ix_name_variant_subject_id ON name_variant (subject_id)",
    """
    CREATE TABLE point (
        id INTEGER NOT NULL,
        subject_id INTEGER NOT NULL,
        question TEXT DEFAULT '' NOT NULL,
        folded TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        several INTEGER DEFAULT 0 NOT NULL,
        lemma TEXT DEFAULT '' NOT NULL,
        unit TEXT DEFAULT '' NOT NULL,
        calendar TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        centrality TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(subject_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_point_role ON point (subject_id) WHERE role <> ''",
    "CREATE INDEX ix_point_subject_id ON point (subject_id, folded)",
    """
    CREATE TABLE claim (
        id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        speaker_id INTEGER,
        stance TEXT DEFAULT '' NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        quotation TEXT DEFAULT '' NOT NULL,
        translation TEXT DEFAULT '' NOT NULL,
        reading TEXT DEFAULT '' NOT NULL,
        scope TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(point_id) REFERENCES point (id),
        FOREIGN KEY(account_id) REFERENCES account (id),
        FOREIGN KEY(speaker_id) REFERENCES subject (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_claim_account_id ON claim (account_id)",
    "CREATE INDEX ix_claim_point_id ON claim (point_id)",
    "CREATE INDEX ix_claim_speaker_id ON claim (speaker_id)",
    """
    CREATE TABLE derivation (
        id INTEGER NOT NULL,
        borrower_id INTEGER NOT NULL,
        lender_id INTEGER NOT NULL,
        degree TEXT DEFAULT '' NOT NULL,
        grounds TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(borrower_id) REFERENCES account (id),
        FOREIGN KEY(lender_id) REFERENCES account (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_derivation_borrower_id ON derivation (borrower_id)",
    "CREATE INDEX ix_derivation_lender_id ON derivation (lender_id)",
    """
    CREATE TABLE dismissal (
        id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        flag TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        grounds TEXT DEFAULT '' NOT NULL,
        dismissed_at TEXT DEFAULT '' NOT NULL,
        fingerprint TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_dismissal_point_id ON dismissal (point_id)",
    """
    CREATE TABLE flag (
        id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        identity TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        level TEXT DEFAULT '' NOT NULL,
        why TEXT DEFAULT '' NOT NULL,
        claim_ids TEXT DEFAULT '' NOT NULL,
        point_ids TEXT DEFAULT '' NOT NULL,
        rule_ids TEXT DEFAULT '' NOT NULL,
        sigla TEXT DEFAULT '' NOT NULL,
        fingerprint TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_flag_kind ON flag (kind)",
    "CREATE INDEX ix_flag_point_id ON flag (point_id)",
    """
    CREATE TABLE hull (
        point_id INTEGER NOT NULL,
        grp INTEGER NOT NULL,
        claim_id INTEGER NOT NULL,
        low INTEGER DEFAULT 0 NOT NULL,
        high INTEGER DEFAULT 0 NOT NULL,
        wide_low INTEGER DEFAULT 0 NOT NULL,
        wide_high INTEGER DEFAULT 0 NOT NULL,
        gaps TEXT,
        PRIMARY KEY (point_id, grp, claim_id),
        FOREIGN KEY(point_id) REFERENCES point (id)
        )
    WITHOUT ROWID,
    STRICT
    """,
    "CREATE INDEX ix_hull_gaps ON hull (point_id) WHERE gaps IS NOT NULL",
    """
    CREATE TABLE judgement (
        id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        grounds TEXT DEFAULT '' NOT NULL,
        judged_at TEXT DEFAULT '' NOT NULL,
        fingerprint TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_judgement_point_id ON judgement (point_id)",
    """
    CREATE TABLE option (
        id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        label TEXT DEFAULT '' NOT NULL,
        folded TEXT DEFAULT '' NOT NULL,
        parent_id INTEGER,
        rank INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(point_id) REFERENCES point (id),
        FOREIGN KEY(parent_id) REFERENCES option (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_option_parent_id ON option (parent_id)",
    "CREATE INDEX ix_option_point_id ON option (point_id)",
    """
    CREATE TABLE point_state (
        point_id INTEGER NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        severity INTEGER DEFAULT 0 NOT NULL,
        claims INTEGER DEFAULT 0 NOT NULL,
        versions INTEGER DEFAULT 0 NOT NULL,
        contradictions INTEGER DEFAULT 0 NOT NULL,
        tensions INTEGER DEFAULT 0 NOT NULL,
        apparatus TEXT DEFAULT '' NOT NULL,
        fingerprint TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (point_id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_point_state_severity ON point_state (severity, point_id) WHERE severity > 0",
    """
    CREATE TABLE rule (
        id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        a_id INTEGER NOT NULL,
        b_id INTEGER NOT NULL,
        c_id INTEGER,
        relation TEXT DEFAULT '' NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        unit TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(a_id) REFERENCES point (id),
        FOREIGN KEY(b_id) REFERENCES point (id),
        FOREIGN KEY(c_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_rule_a_id ON rule (a_id)",
    "CREATE INDEX ix_rule_b_id ON rule (b_id)",
    "CREATE INDEX ix_rule_c_id ON rule (c_id)",
    """
    CREATE TABLE search_note (
        id INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        state TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(account_id) REFERENCES account (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_search_note_account_id ON search_note (account_id)",
    "CREATE INDEX ix_search_note_point_id ON search_note (point_id)",
    """
    CREATE TABLE silence_answer (
        id INTEGER NOT NULL,
        account_id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        question TEXT DEFAULT '' NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(account_id) REFERENCES account (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_silence_answer_account_id ON silence_answer (account_id)",
    "CREATE INDEX ix_silence_answer_point_id ON silence_answer (point_id)",
    """
    CREATE TABLE derivation_point (
        id INTEGER NOT NULL,
        derivation_id INTEGER NOT NULL,
        point_id INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(derivation_id) REFERENCES derivation (id),
        FOREIGN KEY(point_id) REFERENCES point (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_derivation_point_derivation_id ON derivation_point (derivation_id)",
    "CREATE INDEX ix_derivation_point_point_id ON derivation_point (point_id)",
    """
    CREATE TABLE locator (
        id INTEGER NOT NULL,
        claim_id INTEGER NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(claim_id) REFERENCES claim (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_locator_claim_id ON locator (claim_id, place)",
    """
    CREATE TABLE version_judgement (
        id INTEGER NOT NULL,
        judgement_id INTEGER NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        standing TEXT DEFAULT '' NOT NULL,
        grounds TEXT DEFAULT '' NOT NULL,
        claim_ids TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(judgement_id) REFERENCES judgement (id)
    )
    STRICT
    """,
    "CREATE INDEX ix_version_judgement_judgement_id ON version_judgement (judgement_id)",
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        folded, kind, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
    )
    """,
)


def upgrade() -> None:
    """Make every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
