-- A unit price that was set by hand: what the shop asked, and why. was is NULL where the price is the shop's own.
ALTER TABLE sale_line ADD COLUMN was INTEGER;
ALTER TABLE sale_line ADD COLUMN price_reason TEXT NOT NULL DEFAULT '';

-- An approval of a price holds for that price: minor units for one unit; -1 where it is about the goods.
ALTER TABLE approval RENAME TO approval_before_prices;
CREATE TABLE approval(
    cart BLOB NOT NULL,
    why TEXT NOT NULL,
    sku TEXT NOT NULL,
    lot TEXT NOT NULL,
    serial TEXT NOT NULL,
    expires TEXT NOT NULL,
    price INTEGER NOT NULL,
    was INTEGER NOT NULL,
    id BLOB NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY(cart, why, sku, lot, serial, expires, price)
) WITHOUT ROWID;
INSERT INTO approval SELECT cart, why, sku, lot, serial, expires, -1, -1, id, position, actor, reason FROM approval_before_prices;
DROP TABLE approval_before_prices;
