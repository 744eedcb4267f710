#include "tests/core/support/test_till.h"

using namespace Qt::StringLiterals;

namespace evertill::test {

TestTill::TestTill(QStringView currency)
{
    config.till = u"BER1T1"_s;
    config.store = {u"BER1"_s, u"Evertill Demo"_s, {u"Torstraße 1"_s, u"10119 Berlin"_s}, u"DE123456789"_s};
    config.currency = Currency::fromCode(currency).value();
    config.country = u"DE"_s;
    config.cashier = u"c7"_s;
    ledger = Ledger::inMemory(clock, random);
    ledger->setActor(config.cashier);
}

Shift TestTill::openShift(std::int64_t floatMinor)
{
    return OpenShift(*ledger, config).run(money(floatMinor)).value();
}

Cart TestTill::newCart()
{
    Cart cart;
    cart.id = SaleId(random.uuid(clock.now()));
    cart.currency = config.currency;
    return cart;
}

CartLine TestTill::goods(std::int64_t price, std::int64_t pieces, const QString &sku) const
{
    CartLine line;
    line.sku = sku;
    line.name = u"Goods "_s + sku;
    line.quantity = Quantity::pieces(pieces);
    line.price = money(price);
    line.taxCode = u"DE19"_s;
    line.taxRate = Percentage::partsPerMillion(190'000);
    line.discount = money(0);
    return line;
}

Cart TestTill::cartOf(std::int64_t price, std::vector<Tender> tenders)
{
    Cart cart = newCart();
    cart.add(goods(price)).value();
    cart.tenders = std::move(tenders);
    return cart;
}

} // namespace evertill::test
