-- What a return is beside its row in receipt; of_* are null without a receipt. receipt = receipt.number.
CREATE TABLE goods_return(
    receipt INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    of_receipt TEXT,
    of_sale BLOB
);
CREATE INDEX goods_return_of_sale ON goods_return(of_sale, position) WHERE of_sale IS NOT NULL;
CREATE TABLE return_line(
    receipt INTEGER NOT NULL,
    line INTEGER NOT NULL,
    of_line INTEGER,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    net INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    gross INTEGER NOT NULL,
    tax_code TEXT NOT NULL,
    tax_rate INTEGER NOT NULL,
    reason TEXT NOT NULL,
    disposition INTEGER NOT NULL,
    PRIMARY KEY(receipt, line)
) WITHOUT ROWID;
