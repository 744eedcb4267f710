-- What a tax code is made of, and the taxes of a line of it: the contract's `parts` and `taxes`; empty where rate is all.
ALTER TABLE tax ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE receipt_line ADD COLUMN taxes TEXT NOT NULL DEFAULT '';
