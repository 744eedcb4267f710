-- Who a receipt was for: the card's reference and last four, the OMS's random id, and the points that a sale earned or a
-- return took back. Of a tender in points, how many.
ALTER TABLE receipt ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN customer_last_four TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN customer_id BLOB;
ALTER TABLE receipt ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt_tender ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
CREATE INDEX receipt_customer ON receipt(customer) WHERE customer <> '';
