#pragma once

#include <QByteArray>

namespace evertill::test {

// One true row of each entity, as the contract writes it.
inline const QByteArray kTax =
    R"({"op":"put","entity":"tax","id":"std","row":{"code":"std","name":"19 %","rate":190000}})";
inline const QByteArray kProduct =
    R"({"op":"put","entity":"product","id":"E1","row":{"sku":"E1","name":"Bread","unit":"ea","price":179,)"
    R"("tax":"std","gtins":["8076809504720"],"category":"Bakery","min_age":0,"instore":"2000010000000",)"
    R"("recalled_lots":["L7","L8"],"open_price":true,"deposit":{"sku":"D","name":"Deposit","amount":25,"tax_code":"std"}}})";
inline const QByteArray kStock = R"({"op":"put","entity":"stock","id":"E1","through":{"epoch":1,"seq":2},)"
                                 R"("row":{"sku":"E1","on_hand":-3000,"reserved":1000}})";
inline const QByteArray kOrder =
    R"({"op":"put","entity":"order","id":"018f0000-0000-7000-8000-000000000001","through":{"epoch":1,"seq":2},)"
    R"("row":{"order":"018f0000-0000-7000-8000-000000000001","number":"W-1","state":"handed_over","placed_at":1,"promised_at":2,)"
    R"("customer":"Ada","code":"K7","currency":"EUR","total":358,"lines":[{"line":1,"sku":"E1","name":"Bread","quantity":2000,)"
    R"("total":358,"rejected":0}]}})";
inline const QByteArray kReceipt =
    R"({"op":"put","entity":"receipt","id":"BER1T1-1-1","through":{"epoch":1,"seq":2},"row":{"receipt":"BER1T1-1-1",)"
    R"("sale":"018f0000-0000-7000-8000-000000000002","till":"BER1T1","at":5,"currency":"EUR","total":179,"lines":[{"line":1,"sku":"E1",)"
    R"("name":"Bread","unit":"ea","quantity":1000,"price":179,"gross":179,"net":150,"tax":29,"tax_code":"std","tax_rate":190000,)"
    R"("returned":0,"refunded":0,"deposit_of":7}],"tenders":[{"kind":"card","amount":179,"approval":"A1"}]}})";
/// A customer's, paid with points and on account.
inline const QByteArray kCustomersReceipt =
    QByteArray(kReceipt)
        .replace(R"({"kind":"card","amount":179,"approval":"A1"})",
            R"({"kind":"points","amount":100,"points":20,"card":"CARD","last_four":"78K7"},)"
            R"({"kind":"on_account","amount":79,"card":"CARD","last_four":"78K7"})")
        .replace(R"("total":179,"lines")",
            R"("total":179,"customer":{"card":"CARD","last_four":"78K7","points":3},"lines")")
        .replace("CARD", QByteArray(64, 'c'));
/// Of two taxes, one by the unit, and a line of it.
inline const QByteArray kTaxOfTwo =
    R"({"op":"put","entity":"tax","id":"bag","row":{"code":"bag","name":"Bags","rate":0,"parts":[)"
    R"({"code":"levy","per_unit":5000},{"code":"vat","rate":190000,"compound":true,"from":"2026-07-01"}]}})";
inline const QByteArray kReceiptOfTwo = QByteArray(kReceipt).replace(R"("tax_rate":190000)",
    R"("tax_rate":0,"taxes":[{"code":"levy","rate":0,"net":150,"tax":4},{"code":"vat","rate":190000,"net":154,"tax":25}])");
inline const QByteArray kTask =
    R"({"op":"put","entity":"task","id":"BER1T1:1:2:order_not_open","through":{"epoch":1,"seq":2},)"
    R"("row":{"task":"BER1T1:1:2:order_not_open","code":"order_not_open","opened_at":9,"state":"open",)"
    R"("facts":{"b":1,"a":"x"}}})";

inline const QByteArray kPromotion =
    R"({"op":"put","entity":"promotion","id":"tea","through":{"epoch":1,"seq":2},"row":{"promotion":"tea",)"
    R"("rule":{"id":"tea","benefits":[{"kind":"percent","ppm":100000}]}}})";

inline const QByteArray kPriceList =
    R"({"op":"put","entity":"price_list","id":"bulk","row":{"price_list":"bulk",)"
    R"("list":{"id":"bulk","prices":[{"sku":"E1","price":99}]}}})";

inline const QByteArray kExchangeRate =
    R"({"op":"put","entity":"exchange_rate","id":"USD-5","row":{"exchange_rate":"USD-5","currency":"USD",)"
    R"("rate":"0.95","from":5}})";

inline const QByteArray kDrop = R"({"op":"drop","entity":"product","id":"E1"})";
inline const QByteArray kUnknown = R"({"op":"put","entity":"giftcard","id":"g"})";

} // namespace evertill::test
