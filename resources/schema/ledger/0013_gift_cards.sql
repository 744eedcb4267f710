-- Money of a gift card: the card's reference and last four, and the hold under which the OMS kept it; no hold where it
-- could not be asked.
ALTER TABLE receipt_tender ADD COLUMN card TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_tender ADD COLUMN last_four TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_tender ADD COLUMN hold BLOB;
CREATE INDEX receipt_tender_card ON receipt_tender(card) WHERE card <> '';
