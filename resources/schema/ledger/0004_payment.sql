-- state: 1 attempted, 2 approved, 3 declined, 4 unknown, 5 voided, 6 settled (a sale took the money).
CREATE TABLE card_payment(
    position INTEGER PRIMARY KEY,
    attempt BLOB NOT NULL UNIQUE,
    cart BLOB NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state INTEGER NOT NULL,
    approval TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX card_payment_open ON card_payment(cart) WHERE state IN (1, 2, 4);
