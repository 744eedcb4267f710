-- Lines that put money on a gift card: its reference and last four; '' for goods.
ALTER TABLE sale_line ADD COLUMN card TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN last_four TEXT NOT NULL DEFAULT '';
CREATE INDEX sale_line_card ON sale_line(receipt) WHERE card <> '';
