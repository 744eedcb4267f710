-- What notes of other currencies are worth, and from when on; rate '' where what the OMS said was no rate.
CREATE TABLE exchange_rate (
    id TEXT PRIMARY KEY,
    currency TEXT NOT NULL,
    rate TEXT NOT NULL,
    valid_from INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX exchange_rate_at ON exchange_rate(currency, valid_from);
