#include "tests/core/receipt/receipt_samples.h"

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

Money franc(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"CHF")); }

Uuid uuid(const char *text) { return Uuid::fromText(text).value(); }

} // namespace

TillConfig sampleTill()
{
    TillConfig config;
    config.till = u"ZRH1T2"_s;
    config.store = {
        u"ZRH1"_s, u"Evertill Zürich"_s, {u"Langstrasse 1"_s, u"8004 Zürich"_s}, u"CHE-116.281.710"_s};
    config.currency = *Currency::fromCode(u"CHF");
    return config;
}

Sale sampleSale()
{
    const Percentage rate = Percentage::partsPerMillion(81'000);
    Sale sale;
    sale.id = SaleId(uuid("0190163d-8694-739b-aea5-966c26f8ad91"));
    sale.receipt = {u"ZRH1T2"_s, 3, 42};
    sale.at = {1'795'266'120'000'000};
    sale.utcOffsetMin = 60;
    sale.lines = {{1, u"4711"_s, {}, u"Läckerli"_s, u"ea"_s, Quantity::pieces(2), franc(495), franc(90),
                      franc(833), franc(67), franc(900), u"N"_s, rate},
        {2, u"K9"_s, {}, u"Käse vom Berg, lange gereift, in Scheiben"_s, u"kg"_s, Quantity::thousandths(312),
            franc(1999), franc(0), franc(577), franc(47), franc(624), u"N"_s, rate}};
    sale.taxes = {{u"N"_s, rate, franc(1410), franc(114)}};
    sale.total = franc(1524);
    sale.rounding = franc(1);
    sale.change = franc(475);
    sale.tenders = {{TenderKind::Card, franc(1000), u"771204"_s}, {TenderKind::Cash, franc(1000)}};
    return sale;
}

Return sampleReturn()
{
    const Sale sale = sampleSale();
    Return back;
    back.id = ReturnId(uuid("0190163d-8694-739b-aea5-966c26f00000"));
    back.receipt = {u"ZRH1T2"_s, 3, 43};
    back.of = ReturnedSale{sale.receipt, sale.id};
    back.at = sale.at;
    back.utcOffsetMin = 60;
    ReturnLine line;
    line.line = 1;
    line.ofLine = 1;
    line.name = u"Läckerli"_s;
    line.unit = u"ea"_s;
    line.quantity = Quantity::pieces(1);
    line.net = franc(416);
    line.tax = franc(34);
    line.gross = franc(450);
    line.taxRate = Percentage::partsPerMillion(81'000);
    line.reason = u"broken"_s;
    back.lines = {line};
    back.taxes = {{u"N"_s, line.taxRate, line.net, line.tax}};
    back.total = line.gross;
    back.rounding = franc(0);
    back.tenders = {{TenderKind::Cash, franc(450)}};
    return back;
}

} // namespace evertill::test
