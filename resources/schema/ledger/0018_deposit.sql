-- A deposit that came along with the goods of a line of the same receipt, and what came back of one: neither is goods.
ALTER TABLE sale_line ADD COLUMN deposit_of INTEGER;
ALTER TABLE return_line ADD COLUMN deposit INTEGER NOT NULL DEFAULT 0;
