"""The shape of the first release. Frozen: a test knows its digest, and files of this shape lie on desks."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE person (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        sex TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
        birth_date TEXT CHECK (birth_date = date(birth_date)),
        age_band TEXT NOT NULL,
        age_source TEXT NOT NULL CHECK (age_source IN ('document', 'self_reported', 'by_sight', 'unknown')),
        document_kind TEXT,
        fingerprint BLOB UNIQUE CHECK (length(fingerprint) = 32),
        key_id TEXT,
        masked_number TEXT NOT NULL CHECK (masked_number = '' OR instr(masked_number, '*') > 0),
        phone TEXT NOT NULL CHECK (length(phone) <= 20),
        needs_step_free INTEGER NOT NULL CHECK (needs_step_free IN (0, 1)),
        note TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        amended_at INTEGER NOT NULL,
        card_name TEXT NOT NULL,
        other_name TEXT NOT NULL,
        CHECK ((fingerprint IS NULL) = (key_id IS NULL))
    ) STRICT
    """,
    """
    CREATE TABLE person_search (
        person INTEGER PRIMARY KEY,
        last_seen INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person_recent (
        last_seen INTEGER NOT NULL,
        person INTEGER NOT NULL,
        forms TEXT NOT NULL,
        PRIMARY KEY (last_seen, person)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE search_key (
        term TEXT NOT NULL,
        part INTEGER NOT NULL CHECK (part IN (0, 1)),
        person INTEGER NOT NULL,
        PRIMARY KEY (term, part, person)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE hub_card (
        uid BLOB PRIMARY KEY CHECK (length(uid) = 32),
        person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        assigned_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX hub_card_of_person ON hub_card (person_id)",
    """
    CREATE TABLE activity (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        place TEXT NOT NULL,
        weekdays TEXT NOT NULL CHECK (weekdays <> '' AND weekdays NOT GLOB '*[^1-7]*'),
        starts TEXT NOT NULL,
        ends TEXT NOT NULL,
        first_day TEXT,
        last_day TEXT,
        CHECK (starts < ends)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE enrolment (
        person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        activity_id BLOB NOT NULL REFERENCES activity (id),
        enrolled_at INTEGER NOT NULL,
        PRIMARY KEY (person_id, activity_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX enrolment_in_activity ON enrolment (activity_id)",
    """
    CREATE TABLE visit (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        day TEXT NOT NULL CHECK (length(day) = 10),
        desk TEXT NOT NULL CHECK (desk <> ''),
        serial INTEGER NOT NULL CHECK (serial > 0),
        kind TEXT NOT NULL,
        activity_id BLOB,
        title TEXT NOT NULL,
        arrived_at INTEGER NOT NULL,
        identified TEXT NOT NULL CHECK (identified IN ('card', 'hub_card', 'search', 'new', 'anonymous', 'group')),
        token TEXT NOT NULL CHECK (length(token) = 16),
        person_id BLOB REFERENCES person (id),
        label TEXT NOT NULL,
        sex TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
        age_band TEXT NOT NULL,
        age_source TEXT NOT NULL,
        companions INTEGER NOT NULL CHECK (companions >= 0),
        head_count INTEGER NOT NULL CHECK (head_count > 0),
        needs_step_free INTEGER NOT NULL CHECK (needs_step_free IN (0, 1)),
        left_at INTEGER CHECK (left_at >= arrived_at),
        departure TEXT CHECK (departure IN ('click', 'card', 'slip', 'with_group', 'said_left', 'estimated')),
        undone_at INTEGER,
        CHECK ((left_at IS NULL) = (departure IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX visit_number ON visit (day, desk, serial)",
    "CREATE UNIQUE INDEX visit_token ON visit (token)",
    # Holds all that the habit rule and the "38th visit" line need, so that a tap reads no old visit rows. The columns
    # of the condition stand in it too: without them SQLite fetches every row to look at them again.
    """
    CREATE INDEX visit_of_person ON visit (person_id, arrived_at, kind, activity_id, title, undone_at)
    WHERE person_id IS NOT NULL AND undone_at IS NULL
    """,
    """
    CREATE INDEX visit_open ON visit (person_id, head_count, left_at, undone_at)
    WHERE left_at IS NULL AND undone_at IS NULL
    """,
    """
    CREATE TABLE visit_party (
        visit_id BLOB NOT NULL REFERENCES visit (id),
        band TEXT NOT NULL,
        people INTEGER NOT NULL CHECK (people > 0),
        PRIMARY KEY (visit_id, band)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE print_job (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        visit_id BLOB REFERENCES visit (id),
        slip_number TEXT NOT NULL,
        copy INTEGER NOT NULL CHECK (copy >= 0),
        slip TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('queued', 'sending', 'printed', 'sent_unconfirmed', 'uncertain', 'dropped')),
        reason TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        settled_at INTEGER,
        UNIQUE (visit_id, copy),
        CHECK ((settled_at IS NULL) = (state IN ('queued', 'sending', 'uncertain')))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX print_job_unsettled ON print_job (state, id) WHERE settled_at IS NULL",
    """
    CREATE TABLE print_attempt (
        job_id BLOB NOT NULL REFERENCES print_job (id),
        attempt INTEGER NOT NULL CHECK (attempt > 0),
        started_at INTEGER NOT NULL,
        size INTEGER NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        data BLOB,
        ended_at INTEGER,
        outcome TEXT,
        reason TEXT NOT NULL,
        PRIMARY KEY (job_id, attempt)
    ) STRICT
    """,
    """
    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        op_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        v INTEGER NOT NULL CHECK (v > 0),
        body BLOB NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        entity_id TEXT NOT NULL,
        created_wall INTEGER NOT NULL,
        mono_ns INTEGER NOT NULL,
        boot_id TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('pending', 'inflight', 'done', 'conflict', 'rejected', 'held')),
        tries INTEGER NOT NULL DEFAULT 0,
        last_error TEXT,
        sent_at INTEGER,
        result TEXT,
        epoch TEXT
    ) STRICT
    """,
    "CREATE INDEX outbox_open ON outbox (state, seq) WHERE state <> 'done'",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
