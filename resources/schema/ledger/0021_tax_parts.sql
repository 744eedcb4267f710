-- The taxes of a line, where its code is made of several: the contract's `taxes`; empty where tax_code at tax_rate is all.
ALTER TABLE sale_line ADD COLUMN taxes TEXT NOT NULL DEFAULT '';
ALTER TABLE return_line ADD COLUMN taxes TEXT NOT NULL DEFAULT '';
