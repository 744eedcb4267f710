-- How a receipt was paid, by the tender's name in place of a yes or no; of a gift card its reference and last four.
ALTER TABLE receipt_tender ADD COLUMN kind TEXT NOT NULL DEFAULT 'cash';
UPDATE receipt_tender SET kind='card' WHERE card=1;
ALTER TABLE receipt_tender DROP COLUMN card;
ALTER TABLE receipt_tender ADD COLUMN gift_card TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_tender ADD COLUMN last_four TEXT NOT NULL DEFAULT '';
