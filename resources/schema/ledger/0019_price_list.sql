-- The price list that a line's unit price came from, from which quantity on (thousandths), and the product's own price; '' and NULL without.
ALTER TABLE sale_line ADD COLUMN price_list TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN list_from INTEGER;
ALTER TABLE sale_line ADD COLUMN list_was INTEGER;
