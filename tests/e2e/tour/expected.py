"""What the day must give, worked out by hand. Amounts in euro cents, quantities in thousandths of the unit, taxes included in prices.

Nutella 3.49, spaghetti 1.99, chocolate 2.69, pesto 2.99, Toblerone 1.99 at 7 %; Sprite 0.99 at 19 %; tax is rounded per line.
Bananas: 1.340 kg × 1.99 = 2.6666, so 2.67. Parmesan: 7.58 in the barcode at 24.90 a kg is 0.304 kg.
"""
NUTELLA, SPAGHETTI, SPRITE = "3017620422003", "8076804215058", "5449000014535"
CHOCOLATE, PESTO, TOBLERONE = "3046920022651", "8076809513753", "7614500010617"
BANANAS, PARMESAN = "2100001013400", "2000101007586"
YOGURT, PIZZA = "5201054016503", "8000300391961"
SKUS = {
    "Nutella": "E1047", "spaghetti": "E1029", "Sprite": "E1056", "chocolate": "E1048", "pesto": "E1035",
    "Toblerone": "E1050", "yogurt": "E1021", "pizza": "E1065", "bananas": "E1008", "Parmesan": "E1026",
}

EXPECTED = {
    "sale 1: lines": "2 × 3.49, 2 × 1.99, 2 × 0.99",
    "sale 1: total": 1294,
    "sale 1: tax 7 %": 46 + 26,
    "sale 1: tax 19 %": 32,
    "sale 1: tenders": "cash 20.00",
    "sale 1: change": 706,
    "sale 2: lines": "1 × 2.69, 1 × 2.99",
    "sale 2: total": 568,
    "sale 2: tax 7 %": 18 + 20,
    "sale 2: tenders": "card 5.68 approved 482913",
    "sale 2: change": 0,
    "sale 3: lines": "1.34 × 1.99, 0.304 × 24.90",
    "sale 3: total": 267 + 758,
    "sale 3: tax 7 %": 17 + 50,
    "sale 3: tenders": "cash 10.25",
    "sale 3: change": 0,
    "sale 4: lines": "1 × 0.99",
    "sale 4: total": 99,
    "sale 4: tax 19 %": 16,
    "sale 4: tenders": "cash 0.99",
    "sale 4: change": 0,
    "sale 5: lines": "1 × 1.99",
    "sale 5: total": 199,
    "sale 5: tax 7 %": 13,
    "sale 5: tenders": "cash 5.00",
    "sale 5: change": 301,
    "return 1: of": "sale 1",
    "return 1: quantities": "1, 1, 1",
    "return 1: total": 349 + 199 + 99,
    "return 1: tax 7 %": 23 + 13,
    "return 1: tax 19 %": 16,
    "return 1: tenders": "cash 6.47",
    "order: state": "handed_over",
    "order: total": 2 * 329 + 449,
    "order: went out": "2, 1",
    "shift: float": 15000,
    "shift: sales": 5,
    "shift: returns": 1,
    "shift: sales total": 1294 + 568 + 1025 + 99 + 199,
    "shift: returns total": 647,
    "shift: cash taken": 1294 + 1025 + 99 + 199 - 647,
    "shift: card taken": 568,
    "shift: expected in the drawer": 15000 + 1970,
    "shift: counted": 16950,
    "shift: over or short": -20,
    "stock Nutella": 40000 - 2000 + 1000,
    "stock spaghetti": 60000 - 2000 + 1000,
    "stock Sprite": 96000 - 2000 + 1000 - 1000,
    "stock chocolate": 50000 - 1000,
    "stock pesto": 30000 - 1000,
    "stock bananas": 42500 - 1340,
    "stock Parmesan": 8200 - 304,
    "stock Toblerone": 36000 - 1000,
    "stock yogurt": 18000 - 2000,
    "stock pizza": 12000 - 1000,
    "journal: events": 15,
    "tasks open": 0,
    "unsent": 0,
    "papers": 7,  # five sales, a return, the shift's report; each as PDF and as text
    "tables as the journal says": True,
}
