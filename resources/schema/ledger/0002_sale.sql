-- One book for sales (kind 1) and returns (kind 2). number = epoch * 2^40 + n, gap-free within an epoch. Amounts in minor units.
CREATE TABLE receipt(
    number INTEGER PRIMARY KEY,
    till TEXT NOT NULL,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    shift BLOB NOT NULL,
    business_date TEXT NOT NULL,
    at INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    tax_mode INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    rounding INTEGER NOT NULL,
    change INTEGER NOT NULL
);
CREATE TABLE receipt_tender(
    receipt INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    approval TEXT NOT NULL,
    attempt BLOB,
    PRIMARY KEY(receipt, line)
) WITHOUT ROWID;
CREATE TABLE receipt_tax(
    receipt INTEGER NOT NULL,
    line INTEGER NOT NULL,
    code TEXT NOT NULL,
    rate INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    PRIMARY KEY(receipt, line)
) WITHOUT ROWID;
CREATE TABLE sale_line(
    receipt INTEGER NOT NULL,
    line INTEGER NOT NULL,
    sku TEXT NOT NULL,
    gtin TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    gross INTEGER NOT NULL,
    tax_code TEXT NOT NULL,
    tax_rate INTEGER NOT NULL,
    PRIMARY KEY(receipt, line)
) WITHOUT ROWID;

-- The cart on the counter, for the day the power fails; not a projection of the journal.
CREATE TABLE open_cart(
    slot INTEGER PRIMARY KEY CHECK(slot = 1),
    id BLOB NOT NULL,
    cart BLOB NOT NULL
);
