-- Whether a product has no price of its own: whoever sells it says what it costs.
ALTER TABLE product ADD COLUMN open_price INTEGER NOT NULL DEFAULT 0;

-- The deposit that comes along with each unit of a product.
CREATE TABLE deposit (
    product INTEGER PRIMARY KEY,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    tax TEXT NOT NULL
);
-- On a receipt, the line whose goods a deposit came along with.
ALTER TABLE receipt_line ADD COLUMN deposit_of INTEGER;
-- Whether a line put money on a gift card: nothing that comes back.
ALTER TABLE receipt_line ADD COLUMN load INTEGER NOT NULL DEFAULT 0;

-- What products cost, for whom, when and from which quantity on: each list as the OMS wrote it, JSON, like a promotion.
-- version grows with every list that comes or changes, and is never given twice.
CREATE TABLE price_list (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    list TEXT NOT NULL
);
