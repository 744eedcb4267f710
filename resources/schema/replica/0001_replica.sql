-- What the OMS told this till. Amounts are minor units, quantities thousandths, rates parts per million, times UTC microseconds;
-- `through` is the last event of this till that the row counts, packed as epoch * 2^40 + seq.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,   -- cursor, included, accepted, accepted_hash
    value NOT NULL
) WITHOUT ROWID;

CREATE TABLE tax (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    rate INTEGER NOT NULL
) WITHOUT ROWID;

-- `folded` is the name without accents, kept only where it differs, so that the search index can be told exactly what it holds.
CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT,
    short_name TEXT NOT NULL,
    unit TEXT NOT NULL,
    price INTEGER NOT NULL,
    tax TEXT NOT NULL,
    category TEXT NOT NULL,
    min_age INTEGER NOT NULL,
    gtins TEXT NOT NULL,     -- as printed, one space between
    instore INTEGER          -- 13 digits as a number, value digits 0
);
CREATE UNIQUE INDEX product_sku ON product(sku);
-- The pages of quick keys.
CREATE INDEX product_category ON product(category, name) WHERE category <> '';

-- Every code as GTIN-14, as a number: a scan is a look-up by integer key.
CREATE TABLE barcode (gtin INTEGER PRIMARY KEY, product INTEGER NOT NULL);
CREATE TABLE instore (code INTEGER PRIMARY KEY, product INTEGER NOT NULL);

CREATE VIEW product_words AS SELECT id, coalesce(folded, name) AS words FROM product;
-- Any three characters in a row; and, for one or two, how a word begins.
CREATE VIRTUAL TABLE product_trigram USING fts5(words, content='product_words', content_rowid='id', tokenize='trigram');
CREATE VIRTUAL TABLE product_prefix USING fts5(words, content='product_words', content_rowid='id',
    tokenize='unicode61', prefix='1 2', detail='none', columnsize=0);

CREATE TABLE stock (
    sku TEXT PRIMARY KEY,
    on_hand INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    through INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE pickup_order (
    id BLOB PRIMARY KEY,
    number TEXT NOT NULL,
    state INTEGER NOT NULL,  -- 0 new, 1 picking, 2 ready, 3 handed over, 4 rejected, 5 cancelled
    placed_at INTEGER NOT NULL,
    promised_at INTEGER NOT NULL,
    customer TEXT NOT NULL,
    code TEXT NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    through INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX pickup_order_number ON pickup_order(number);
CREATE INDEX pickup_order_code ON pickup_order(code);
CREATE TABLE pickup_order_line (
    order_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;

CREATE TABLE receipt (
    number TEXT PRIMARY KEY,
    sale BLOB NOT NULL,
    till TEXT NOT NULL,
    at INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    through INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX receipt_at ON receipt(at);
CREATE TABLE receipt_line (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    gross INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    tax_code TEXT NOT NULL,
    tax_rate INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    refunded INTEGER NOT NULL,
    PRIMARY KEY (receipt, line)
) WITHOUT ROWID;
CREATE TABLE receipt_tender (
    receipt TEXT NOT NULL,
    position INTEGER NOT NULL,
    card INTEGER NOT NULL,   -- 1 card, 0 cash
    amount INTEGER NOT NULL,
    approval TEXT NOT NULL,
    attempt BLOB,
    PRIMARY KEY (receipt, position)
) WITHOUT ROWID;

CREATE TABLE task (
    task TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    facts TEXT NOT NULL,
    through INTEGER NOT NULL
) WITHOUT ROWID;
