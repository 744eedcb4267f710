-- Whose a receipt is, with the points that it earned; of a tender in points how many.
ALTER TABLE receipt ADD COLUMN customer TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN customer_last_four TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN customer_id BLOB;
ALTER TABLE receipt ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt_tender ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
