-- What came into the store (+) and left it (−) by this till's events. One tree: appended per product, read per product.
CREATE TABLE stock_movement(
    sku TEXT NOT NULL,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY(sku, position, line)
) WITHOUT ROWID;
