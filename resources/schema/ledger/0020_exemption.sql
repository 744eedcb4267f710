-- The certificate by which a sale bore no tax; of each line, the tax that its price holds and nobody paid.
ALTER TABLE receipt ADD COLUMN exemption TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN exempted INTEGER;
