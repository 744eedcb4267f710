-- Steps that this till took with web orders. kind: 1 picking, 2 item rejected, 3 ready, 4 handed over, 5 rejected.
CREATE TABLE pickup_step(
    position INTEGER PRIMARY KEY,
    order_id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    line INTEGER,
    quantity INTEGER,
    reason TEXT NOT NULL,
    proof TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX pickup_step_of_order ON pickup_step(order_id, position);
