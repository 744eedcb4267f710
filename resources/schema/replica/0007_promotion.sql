-- What the shop takes off: each rule as the OMS wrote it, JSON. It is read when it is needed, so that a rule this till can't read holds up no row.
CREATE TABLE promotion (
    id TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    through INTEGER NOT NULL
) WITHOUT ROWID;
