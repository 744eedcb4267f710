-- What needs a person, found without looking through everything: open tasks, orders that are not ready, products of which fewer
-- than three units (3000 thousandths) can be sold.
CREATE INDEX task_open ON task(opened_at, task) WHERE settled=0;
CREATE INDEX pickup_order_unready ON pickup_order(promised_at, id) WHERE state<2;
CREATE INDEX stock_low ON stock(on_hand-reserved, sku) WHERE on_hand-reserved<3000;
