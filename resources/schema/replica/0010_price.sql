-- Whether a product has no price of its own: whoever sells it says what it costs.
ALTER TABLE product ADD COLUMN open_price INTEGER NOT NULL DEFAULT 0;
