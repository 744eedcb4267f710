-- Vouchers of others: the number ('' for other tenders), and the face where that is more than it paid.
ALTER TABLE receipt_tender ADD COLUMN voucher TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_tender ADD COLUMN face INTEGER;
CREATE INDEX receipt_tender_voucher ON receipt_tender(voucher) WHERE voucher <> '';
-- Notes of another currency: which, how much of it in its minor units, and the rate in billionths.
ALTER TABLE receipt_tender ADD COLUMN foreign_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_tender ADD COLUMN foreign_amount INTEGER;
ALTER TABLE receipt_tender ADD COLUMN rate INTEGER;
