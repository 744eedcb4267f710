-- Why customers paid less: what each promotion took off a sale, and off which of its lines. A sale without has no rows here.
CREATE TABLE sale_discount(
    receipt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    promotion TEXT NOT NULL,
    name TEXT NOT NULL,
    coupon TEXT NOT NULL,
    amount INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY(receipt, number)
) WITHOUT ROWID;
-- How often a promotion was given, and where a coupon went, since an event.
CREATE INDEX sale_discount_promotion ON sale_discount(promotion, position);
CREATE TABLE sale_discount_share(
    receipt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY(receipt, number, line)
) WITHOUT ROWID;
