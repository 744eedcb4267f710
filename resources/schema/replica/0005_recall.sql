-- Lots of a product that its maker called back, one space between; '*' for every lot.
ALTER TABLE product ADD COLUMN recalled TEXT NOT NULL DEFAULT '';
