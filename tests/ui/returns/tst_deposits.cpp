#include "core/sale/complete_sale.h"
#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

namespace evertill {

/// Bottles that come back with their deposits, and empties that come back alone, in the room Returns.
class DepositReturnsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theDepositGoesBackWithItsBottle();
    void emptiesGoBackAlone();
    void fewerBottlesGiveBackFewerDeposits();
    void cleanup() { m_till.reset(); }

private:
    std::unique_ptr<Sold> m_till;
    Sale m_sale;
};

void DepositReturnsTest::init()
{
    m_till = std::make_unique<Sold>();
    CartLine beer;
    beer.sku = u"L1"_s;
    beer.name = u"Lager"_s;
    beer.quantity = Quantity::pieces(6);
    beer.price = m_till->money(119);
    beer.discount = m_till->money(0);
    beer.taxCode = u"A"_s;
    beer.taxRate = Percentage::partsPerMillion(190'000);
    beer.deposit =
        LineDeposit{u"DEP8"_s, u"Deposit"_s, m_till->money(8), u"A"_s, Percentage::partsPerMillion(190'000)};
    Cart cart;
    cart.id = SaleId(m_till->random.uuid(m_till->clock.now()));
    cart.currency = m_till->config.currency;
    cart.lines = {beer};
    cart.tenders = {m_till->cashOf(6 * 127)};
    m_sale = CompleteSale(*m_till->ledger, m_till->config).run(cart).value();
}

void DepositReturnsTest::theDepositGoesBackWithItsBottle()
{
    ReturnsRoom room(m_till->services, m_till->printer);
    open(room);
    find(room, m_sale.receipt);
    QTest::keyClicks(quantity(room, u"Lager"_s), u"2"_s);
    QVERIFY2(words(room).contains(u"2 with the goods"_s), qPrintable(words(room)));
    part<QLineEdit>(room, u"reason"_s)->setText(u"flat"_s);
    press(room, u"refund"_s);
    const Return back = m_till->lastReturn();
    QCOMPARE(back.total, m_till->money(2 * 127));
    QVERIFY(back.lines.at(1).isDeposit);
}

void DepositReturnsTest::emptiesGoBackAlone()
{
    ReturnsPresenter presenter(m_till->services);
    QVERIFY(presenter.takeScan(m_sale.receipt.text()));
    presenter.count(1, 1);
    presenter.count(1, 1);
    presenter.typeReason(u"empties"_s);
    QCOMPARE(presenter.view().refund.cash, m_till->money(16));
    QVERIFY(presenter.view().canRefund);
    presenter.complete();
    QCOMPARE(m_till->lastReturn().total, m_till->money(16));
    // Four deposits are left for six bottles.
    ReturnsPresenter again(m_till->services);
    QVERIFY(again.takeScan(m_sale.receipt.text()));
    again.typeQuantity(0, u"6"_s);
    again.typeReason(u"flat"_s);
    QCOMPARE(again.view().refund.cash, m_till->money(6 * 119 + 4 * 8));
    again.complete();
    QCOMPARE(m_till->lastReturn().total, m_till->money(6 * 119 + 4 * 8));
}

void DepositReturnsTest::fewerBottlesGiveBackFewerDeposits()
{
    ReturnsPresenter presenter(m_till->services);
    QVERIFY(presenter.takeScan(m_sale.receipt.text()));
    presenter.typeQuantity(0, u"5"_s);
    QCOMPARE(presenter.view().refund.cash, m_till->money(5 * 127));
    presenter.typeQuantity(0, u"1"_s);
    QCOMPARE(presenter.view().refund.cash, m_till->money(127));
    presenter.typeQuantity(1, u"3"_s);
    QCOMPARE(presenter.view().refund.cash, m_till->money(119 + 24));
    presenter.typeQuantity(0, {});
    QCOMPARE(presenter.view().refund.cash, m_till->money(24));
}

} // namespace evertill

QTEST_MAIN(evertill::DepositReturnsTest)
#include "tst_deposits.moc"
