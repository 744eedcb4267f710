CREATE TABLE shift(
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    business_date TEXT NOT NULL,
    currency TEXT NOT NULL,
    float INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    -- the first receipt number that can be this shift's: its receipts are read from there on, without an index of their own
    first_receipt INTEGER NOT NULL,
    closed_at INTEGER,
    closed_utc_offset_min INTEGER,
    counted INTEGER,
    expected INTEGER
);
CREATE TABLE cash_move(
    position INTEGER PRIMARY KEY,
    shift BLOB NOT NULL,
    kind INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
);
