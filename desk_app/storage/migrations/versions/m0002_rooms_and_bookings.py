"""Rooms, bookings and what surrounds them; the file itself refuses that two promises overlap."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# Times of rooms are minutes of the hub's wall clock since 1970. A booking longer than a day is `long`: all others
# begin less than a day before whatever they overlap, which is what lets an index find them.
_TABLES = (
    """
    CREATE TABLE room (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        place INTEGER NOT NULL,
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
        in_service INTEGER NOT NULL CHECK (in_service IN (0, 1)),
        groups_at_once INTEGER NOT NULL CHECK (groups_at_once > 0),
        body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE room_touching (
        room_id BLOB NOT NULL REFERENCES room (id),
        other_id BLOB NOT NULL REFERENCES room (id),
        PRIMARY KEY (room_id, other_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER room_touches_itself AFTER INSERT ON room BEGIN
        INSERT OR IGNORE INTO room_touching VALUES (NEW.id, NEW.id);
    END
    """,
    """
    CREATE TABLE equipment (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        stock INTEGER CHECK (stock >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE closure (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        why TEXT NOT NULL,
        rooms TEXT NOT NULL,
        CHECK (starts < ends)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE blocking (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        first_day TEXT NOT NULL CHECK (first_day = date(first_day)),
        last_day TEXT NOT NULL CHECK (last_day = date(last_day)),
        rooms TEXT NOT NULL,
        why TEXT NOT NULL,
        made_by BLOB NOT NULL,
        exempt TEXT NOT NULL,
        accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
        CHECK (first_day <= last_day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE party (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('group', 'unit')),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        used_at INTEGER NOT NULL,
        UNIQUE (name, kind)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE booking_slip (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        token TEXT NOT NULL UNIQUE CHECK (length(token) = 16),
        day TEXT NOT NULL CHECK (day = date(day)),
        desk TEXT NOT NULL CHECK (desk <> ''),
        serial INTEGER NOT NULL CHECK (serial > 0),
        copies INTEGER NOT NULL CHECK (copies >= 0),
        UNIQUE (day, desk, serial)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE booking_series (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        split_from BLOB REFERENCES booking_series (id),
        first_starts INTEGER NOT NULL,
        first_ends INTEGER NOT NULL,
        rooms TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        skipped_to INTEGER,
        CHECK (first_starts < first_ends)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX booking_series_skipped ON booking_series (skipped_to) WHERE skipped_to IS NOT NULL",
    """
    CREATE TABLE booking (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        room_id BLOB NOT NULL REFERENCES room (id),
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        held_from INTEGER NOT NULL,
        held_to INTEGER NOT NULL,
        long INTEGER NOT NULL,
        holds INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('requested', 'provisional', 'confirmed', 'in_use', 'finished',
                                             'cancelled', 'no_show', 'lost')),
        party_kind TEXT NOT NULL CHECK (party_kind IN ('person', 'group', 'unit')),
        party_id BLOB NOT NULL CHECK (length(party_id) = 16),
        party_name TEXT NOT NULL,
        person_id BLOB REFERENCES person (id),
        person_name TEXT NOT NULL,
        phone TEXT NOT NULL CHECK (length(phone) <= 20),
        adult INTEGER NOT NULL CHECK (adult IN (0, 1)),
        purpose TEXT NOT NULL,
        title TEXT NOT NULL,
        head_count INTEGER NOT NULL CHECK (head_count > 0),
        fee_note TEXT NOT NULL,
        remarks TEXT NOT NULL,
        equipment TEXT NOT NULL,
        series_id BLOB REFERENCES booking_series (id),
        activity_id BLOB,
        origin_starts INTEGER,
        origin_ends INTEGER,
        together BLOB,
        approved_starts INTEGER,
        approved_ends INTEGER,
        override_why TEXT NOT NULL,
        slip_id BLOB NOT NULL REFERENCES booking_slip (id),
        CHECK (starts < ends),
        CHECK (held_from <= starts AND ends <= held_to),
        CHECK (long = (held_to - held_from > 1440)),
        CHECK (holds = (state IN ('requested', 'provisional', 'confirmed', 'in_use', 'finished')))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX booking_in_room ON booking (room_id, holds, long, held_from, held_to)",
    "CREATE INDEX booking_by_time ON booking (long, held_from, held_to)",
    "CREATE INDEX booking_of_party ON booking (party_id, starts)",
    "CREATE INDEX booking_of_person ON booking (person_id, starts) WHERE person_id IS NOT NULL",
    "CREATE INDEX booking_of_series ON booking (series_id, starts) WHERE series_id IS NOT NULL",
    "CREATE INDEX booking_for_activity ON booking (activity_id, starts) WHERE activity_id IS NOT NULL",
    "CREATE INDEX booking_by_phone ON booking (substr(phone, -4), starts) WHERE phone <> ''",
    "CREATE INDEX booking_of_slip ON booking (slip_id, starts)",
    "CREATE INDEX booking_running ON booking (starts) WHERE state IN ('provisional', 'confirmed', 'in_use')",
    "CREATE INDEX booking_asked ON booking (starts) WHERE state = 'requested'",
    "CREATE INDEX booking_missed ON booking (starts) WHERE state = 'no_show'",
    """
    CREATE TABLE booking_change (
        booking_id BLOB NOT NULL REFERENCES booking (id),
        nr INTEGER NOT NULL CHECK (nr > 0),
        at INTEGER NOT NULL,
        act TEXT NOT NULL CHECK (act <> ''),
        hand TEXT NOT NULL,
        why TEXT NOT NULL,
        after TEXT NOT NULL CHECK (json_valid(after)),
        PRIMARY KEY (booking_id, nr)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE waiting (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'taken', 'declined', 'lapsed')),
        asked_at INTEGER NOT NULL,
        held_until INTEGER,
        starts INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        rooms TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        CHECK (starts < ends),
        CHECK ((state = 'offered') = (held_until IS NOT NULL))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX waiting_open ON waiting (ends) WHERE state IN ('waiting', 'offered', 'lapsed')",
    """
    CREATE TABLE holiday_year (
        year INTEGER PRIMARY KEY,
        basis TEXT NOT NULL,
        imported_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE holiday (
        year INTEGER NOT NULL REFERENCES holiday_year (year),
        day TEXT NOT NULL CHECK (day = date(day)),
        worked INTEGER NOT NULL CHECK (worked IN (0, 1)),
        name TEXT NOT NULL,
        PRIMARY KEY (year, day)
    ) STRICT, WITHOUT ROWID
    """,
)

# Who holds the same floor at the same time as booking `meets`: in the room itself, its whole or its parts.
_MEETING = """
    CREATE VIEW booking_meeting AS
    SELECT n.id AS meets, o.id AS other, o.room_id = n.room_id AS same_room, o.held_from, o.held_to
    FROM booking n
    JOIN room_touching t ON t.room_id = n.room_id
    JOIN booking o ON o.room_id = t.other_id AND o.holds = 1 AND o.long = 0
        AND o.held_from > n.held_from - 1440 AND o.held_from < n.held_to AND o.held_to > n.held_from AND o.id <> n.id
    UNION ALL
    SELECT n.id, o.id, o.room_id = n.room_id, o.held_from, o.held_to
    FROM booking n
    JOIN room_touching t ON t.room_id = n.room_id
    JOIN booking o ON o.room_id = t.other_id AND o.holds = 1 AND o.long = 1
        AND o.held_from < n.held_to AND o.held_to > n.held_from AND o.id <> n.id
"""

# At the fullest moment, which is the new booking's start or a start of one it meets: groups in the same room count
# one each, whoever has the whole or a part of the room takes every place. A room for one group refuses any meeting.
_REFUSE = """
    SELECT RAISE(ABORT, 'booking.taken_meanwhile') WHERE EXISTS (
        SELECT 1 FROM booking_meeting p WHERE p.meets = NEW.id AND (
            SELECT sum(CASE WHEN m.same_room THEN 1 ELSE r.groups_at_once END) >= r.groups_at_once
            FROM booking_meeting m JOIN room r ON r.id = NEW.room_id
            WHERE m.meets = NEW.id
                AND m.held_from <= max(p.held_from, NEW.held_from) AND m.held_to > max(p.held_from, NEW.held_from)
        )
    );
"""

_GUARDS = (
    _MEETING,
    f"CREATE TRIGGER booking_overlaps_none AFTER INSERT ON booking WHEN NEW.holds = 1 BEGIN {_REFUSE} END",
    f"""
    CREATE TRIGGER booking_moves_onto_none AFTER UPDATE OF room_id, held_from, held_to, holds ON booking
    WHEN NEW.holds = 1 AND (OLD.holds = 0 OR NEW.room_id <> OLD.room_id
                            OR NEW.held_from < OLD.held_from OR NEW.held_to > OLD.held_to)
    BEGIN {_REFUSE} END
    """,
)

_HOURS = '"hours":{"weekly":[[[1,2,3,4,5,6,7],"08:00","21:00"]]},"rules":{"at_most":525600'
_ROOMS = (
    # place, name, groups at once, what else is not the default
    (1, "公共客厅", 1, '"capacity":40,"area":48', ""),
    (2, "议事厅", 1, '"capacity":20,"area":18', ""),
    (3, "亲子活动室", 1, '"capacity":24,"area":30', ""),
    (4, "会议室", 1, '"capacity":20,"area":36', ""),
    (5, "多功能厅", 1, '"capacity":60,"area":90,"features":["projector"]', ',"longest":480'),
    (6, "多功能厅东", 1, '"capacity":30,"area":45,"features":["projector"]', ""),
    (7, "多功能厅西", 1, '"capacity":30,"area":45', ""),
    (8, "阅览室", 4, '"capacity":16,"area":24', ""),
    (9, "健康小屋", 1, '"capacity":2,"area":10', ',"longest":60'),
)


_HALVES = (
    """
    UPDATE room SET body = json_set(body, '$.parts', (
        SELECT json_group_array(lower(hex(id)))
        FROM (SELECT id FROM room WHERE name IN ('多功能厅东', '多功能厅西') ORDER BY place)
    )) WHERE name = '多功能厅'
    """,
    """
    INSERT INTO room_touching SELECT a.id, b.id FROM room a, room b
    WHERE a.name = '多功能厅' AND b.name IN ('多功能厅东', '多功能厅西')
        OR b.name = '多功能厅' AND a.name IN ('多功能厅东', '多功能厅西')
    """,
)


def upgrade() -> None:
    for statement in (*_TABLES, *_GUARDS):
        op.execute(statement)
    _furnish()


def _furnish() -> None:
    """The rooms of an ordinary hub to begin with, all of them editable; ids are each hub's own."""
    for place, name, groups, body, rules in _ROOMS:
        text = "{" + body + "," + _HOURS + rules + "}}"
        values = (place, name, groups, text)
        op.get_bind().exec_driver_sql("INSERT INTO room VALUES (randomblob(16), ?, ?, 1, ?, ?)", values)
    for statement in _HALVES:
        op.execute(statement)
