-- What a GS1 code said of the goods on a line: '' where it said nothing; expires is yyyy-mm-dd.
ALTER TABLE sale_line ADD COLUMN lot TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN serial TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN expires TEXT NOT NULL DEFAULT '';

-- Pieces with a serial number that this till sold and that did not come back.
CREATE TABLE sold_serial(
    gtin TEXT NOT NULL,
    serial TEXT NOT NULL,
    sale BLOB NOT NULL,
    line INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    PRIMARY KEY(gtin, serial)
) WITHOUT ROWID;
CREATE INDEX sold_serial_of_sale ON sold_serial(sale, line);

-- What somebody let through for one cart; why is the refusal's name.
CREATE TABLE approval(
    cart BLOB NOT NULL,
    why TEXT NOT NULL,
    sku TEXT NOT NULL,
    lot TEXT NOT NULL,
    serial TEXT NOT NULL,
    expires TEXT NOT NULL,
    id BLOB NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY(cart, why, sku, lot, serial, expires)
) WITHOUT ROWID;
