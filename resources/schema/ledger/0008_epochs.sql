-- Where a fact stood that was recorded again in a later epoch: packed as position is; see core/journal/event.h.
ALTER TABLE journal ADD COLUMN origin INTEGER;
CREATE UNIQUE INDEX journal_origin ON journal(origin) WHERE origin IS NOT NULL;

-- A till that went on from a backup may have two shifts of one number. They are ordered, and the last word on a shift that was
-- closed twice is told, by where the events stand.
CREATE TABLE shift_by_position(
    position INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    business_date TEXT NOT NULL,
    currency TEXT NOT NULL,
    float INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    -- the first receipt number that can be this shift's: its receipts are read from there on, without an index of their own
    first_receipt INTEGER NOT NULL,
    closed_position INTEGER,
    closed_at INTEGER,
    closed_utc_offset_min INTEGER,
    counted INTEGER,
    expected INTEGER
);
INSERT INTO shift_by_position
    SELECT opened.position, s.number, s.id, s.business_date, s.currency, s.float, s.cashier, s.opened_at, s.first_receipt,
        closed.position, s.closed_at, s.closed_utc_offset_min, s.counted, s.expected
    FROM shift s
    JOIN journal opened ON opened.kind='shift.opened' AND replace(opened.subject,'-','')=lower(hex(s.id))
    LEFT JOIN journal closed ON closed.kind='shift.closed' AND replace(closed.subject,'-','')=lower(hex(s.id));
DROP TABLE shift;
ALTER TABLE shift_by_position RENAME TO shift;
