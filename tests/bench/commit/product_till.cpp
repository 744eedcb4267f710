#include "tests/bench/commit/product_till.h"

#include "core/cash/open_shift.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill::bench {

ProductTill::ProductTill(const QString &folder) : m_config(bareTill(*Currency::fromCode(u"EUR")))
{
    m_config.till = u"BER1T1"_s;
    auto opened = Ledger::open(folder, m_clock, m_random);
    if (!opened)
        qFatal("the ledger can't be opened: %s", qPrintable(codeName(opened.error().code)));
    m_ledger = std::move(*opened);
    m_ledger->setActor(u"a-1"_s);
    if (const auto enrolled = loadTillConfig(m_ledger->database()))
        m_config = *enrolled;
    if (!currentShift(m_ledger->database())
        && !OpenShift(*m_ledger, m_config).run(Money::minor(20'000, m_config.currency)))
        qFatal("no shift can be opened");
}

Cart ProductTill::cartOf(const std::vector<Goods> &goods)
{
    Cart cart;
    cart.id = SaleId(m_random.uuid(m_clock.now()));
    cart.currency = m_config.currency;
    for (const Goods &g : goods) {
        CartLine line;
        line.sku = QString::fromStdString(g.sku);
        line.gtin = QString::fromStdString(g.gtin);
        line.name = QString::fromStdString(g.name);
        line.quantity = Quantity::thousandths(g.quantity);
        line.price = Money::minor(g.price, m_config.currency);
        line.taxCode = u"reduced"_s;
        line.taxRate = Percentage::partsPerMillion(70'000);
        line.discount = Money::zero(m_config.currency);
        if (!cart.add(line))
            qFatal("a line was refused");
    }
    cart.tenders.push_back({TenderKind::Cash, cart.taxes(m_config.tax).total});
    return cart;
}

__attribute__((noinline)) void ProductTill::sell(const Cart &cart)
{
    const auto sale = CompleteSale(*m_ledger, m_config).run(cart);
    if (!sale)
        qFatal("a sale was refused: %s", qPrintable(codeName(sale.error().code)));
}

} // namespace evertill::bench
