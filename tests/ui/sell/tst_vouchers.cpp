#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {

/// Paying by a voucher of somebody else at the real widgets: no change, and said before it is taken.
class VoucherPayingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aVoucherPaysTheTicket();
    void whatIsForfeitedIsSaidBeforeItIsTaken();
    void aVoucherWithTooLittlePaysItsPart();
    void keysAloneDoIt();
    void fingersAloneDoIt();
    void aUsedVoucherIsRefusedBeforeItPays();
    void goodsScannedLaterArePaidByItToo();
    void aScanIsTheVouchersNumber();
    void escLeavesThePayingAsItWas();
    void aShopWithoutVouchersShowsNone();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void beginToPay()
    {
        m_till->scan(m_till->milk.gtin);
        m_till->press(u"pay"_s);
    }
    void type(const QString &number, const QString &face)
    {
        part<QLineEdit>(*m_till->window, u"voucherNumber"_s)->setText(number);
        part<AmountField>(*m_till->window, u"voucherFace"_s)->setText(face);
    }
    [[nodiscard]] Sale lastSale() { return SaleTable(m_till->counter->reader).latest(1).front(); }
    std::unique_ptr<SellWindow> m_till;
};

void VoucherPayingTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_till->counter->config.vouchers.areTaken = true;
}

void VoucherPayingTest::aVoucherPaysTheTicket()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"mall-7"_s, u"1.49"_s);
    QVERIFY(!words(*m_till->window).contains(u"is lost"_s));
    m_till->press(u"takeVoucher"_s);
    QCOMPARE(m_till->sales(), 1);
    const Tender paid = lastSale().tenders.front();
    QCOMPARE(paid.kind, TenderKind::Voucher);
    QCOMPARE(paid.voucher, u"MALL-7"_s);
    QVERIFY(!paid.face);
    QVERIFY(words(*m_till->window).contains(u"Voucher MALL-7"_s));
}

void VoucherPayingTest::whatIsForfeitedIsSaidBeforeItIsTaken()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"5"_s);
    QVERIFY(words(*m_till->window).contains(u"€3.51 of it is lost"_s));
    QCOMPARE(m_till->sales(), 0);
    m_till->press(u"takeVoucher"_s);
    QCOMPARE(lastSale().tenders.front().face, m_till->counter->money(500));
    QVERIFY(lastSale().change.isZero());
}

void VoucherPayingTest::aVoucherWithTooLittlePaysItsPart()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"1"_s);
    m_till->press(u"takeVoucher"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(49));
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"0.49"_s);
    m_till->press(u"takeVoucher"_s);
    QVERIFY(words(*m_till->window).contains(u"pays on this ticket already"_s));
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    m_till->press(u"giveBack1"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149));
}

void VoucherPayingTest::keysAloneDoIt()
{
    beginToPay();
    // At the field that has the keyboard: a key that a line edit keeps for itself would never come further.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_B, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"A7"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"2"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(lastSale().tenders.front().face, m_till->counter->money(200));
}

void VoucherPayingTest::fingersAloneDoIt()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    QTest::mouseClick(part<QWidget>(*m_till->window, u"digit7"_s), Qt::LeftButton);
    QTest::mouseClick(part<QWidget>(*m_till->window, u"voucherFace"_s), Qt::LeftButton);
    QTest::mouseClick(part<QWidget>(*m_till->window, u"digit2"_s), Qt::LeftButton);
    m_till->press(u"takeVoucher"_s);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(lastSale().tenders.front().voucher, u"7"_s);
}

void VoucherPayingTest::aUsedVoucherIsRefusedBeforeItPays()
{
    aVoucherPaysTheTicket();
    const QString receipt = lastSale().receipt.text();
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"MALL-7"_s, u"5"_s);
    m_till->press(u"takeVoucher"_s);
    QVERIFY(words(*m_till->window).contains(receipt));
    QCOMPARE(m_till->sales(), 1);
}

void VoucherPayingTest::goodsScannedLaterArePaidByItToo()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"1"_s);
    m_till->press(u"takeVoucher"_s);
    // Taken off again, the ticket is worth less than the voucher: what it loses is less than it could be.
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149 + m_till->bread.price - 100));
    m_till->press(u"note1"_s);
    QVERIFY(!lastSale().tenders.front().face);
}

void VoucherPayingTest::aScanIsTheVouchersNumber()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    m_till->scan(m_till->bread.gtin);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(part<QLineEdit>(*m_till->window, u"voucherNumber"_s)->text(), m_till->bread.gtin);
}

void VoucherPayingTest::escLeavesThePayingAsItWas()
{
    beginToPay();
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"5"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"payCash"_s));
    m_till->press(u"payVoucher"_s);
    QVERIFY(part<QLineEdit>(*m_till->window, u"voucherNumber"_s)->text().isEmpty());
    QVERIFY(!part<BigButton>(*m_till->window, u"takeVoucher"_s)->isEnabled());
}

void VoucherPayingTest::aShopWithoutVouchersShowsNone()
{
    m_till->counter->config.vouchers = {};
    beginToPay();
    QVERIFY(!isSeen(*m_till->window, u"payVoucher"_s));
}

void VoucherPayingTest::everyControlFitsAFinger()
{
    m_till->counter->config.giftCards = {true, 0};
    beginToPay();
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"payVoucher"_s);
    type(u"7"_s, u"5"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::VoucherPayingTest)
#include "tst_vouchers.moc"
