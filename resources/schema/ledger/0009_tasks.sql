-- Tasks of the OMS that this till settled, and what was done about them.
CREATE TABLE task_settled(
    task TEXT NOT NULL,
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY(task, position)
) WITHOUT ROWID;
