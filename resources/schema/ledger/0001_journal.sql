-- position = epoch * 2^40 + seq: one key in the order of history, gap-free within an epoch.
CREATE TABLE journal(
    position INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL AS (position >> 40) VIRTUAL,
    seq INTEGER NOT NULL AS (position & 1099511627775) VIRTUAL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    at INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    actor TEXT NOT NULL,
    payload BLOB NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;

-- Who this till is and how its shop works; not a projection of the journal.
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
