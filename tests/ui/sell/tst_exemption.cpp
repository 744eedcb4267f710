#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace evertill {

/// A ticket without tax at the real widgets.
class ExemptionTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keysAloneSellWithoutTax();
    void takenOffTheTaxIsBack();
    void theNextCustomerPaysTax();
    void aPowerCutKeepsTheCertificate();
    void aTicketOfACertificateAloneCanBeDropped();
    void onceMoneyWasTakenThePriceStands();
    void aShopThatTakesNoCertificateShowsNoKey();
    void itFitsTheSmallestScreen();
    void everyControlFitsAFinger();
    void cleanup() { m_till.reset(); }

private:
    void exempt(const QString &certificate = u"D-4711"_s)
    {
        m_till->press(u"exempt"_s);
        part<QLineEdit>(*m_till->window, u"certificateNumber"_s)->setText(certificate);
        m_till->press(u"takeCertificate"_s);
    }
    [[nodiscard]] Money total() const { return m_till->amount(u"total"_s); }

    std::unique_ptr<SellWindow> m_till;
};

void ExemptionTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_till->counter->config.exemptsByCertificate = true;
    m_till->restart();
}

void ExemptionTest::keysAloneSellWithoutTax()
{
    m_till->scan(m_till->milk.gtin);
    const Money before = total();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"D47"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(words(*m_till->window).contains(u"No tax: certificate D47"_s));
    QVERIFY(total() < before);
    QCOMPARE(m_till->amount(u"tax"_s), total() - before);
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    const Sale sale = SaleTable(m_till->counter->reader).latest(1).front();
    QCOMPARE(sale.exemption, std::optional(TaxExemption{u"D47"_s}));
    QVERIFY(sale.total < before);
}

void ExemptionTest::takenOffTheTaxIsBack()
{
    m_till->scan(m_till->milk.gtin);
    const Money before = total();
    exempt();
    m_till->press(u"takeOffExemption"_s);
    QCOMPARE(total(), before);
    QVERIFY(isSeen(*m_till->window, u"exempt"_s));
}

void ExemptionTest::theNextCustomerPaysTax()
{
    exempt();
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    m_till->scan(m_till->milk.gtin);
    QVERIFY(!words(*m_till->window).contains(u"D-4711"_s));
    QCOMPARE(total(), m_till->counter->money(149));
}

void ExemptionTest::aPowerCutKeepsTheCertificate()
{
    m_till->scan(m_till->milk.gtin);
    exempt();
    const Money exempted = total();
    m_till->restart();
    QCOMPARE(total(), exempted);
    QVERIFY(words(*m_till->window).contains(u"No tax: certificate D-4711"_s));
}

void ExemptionTest::aTicketOfACertificateAloneCanBeDropped()
{
    exempt();
    m_till->press(u"dropTicket"_s);
    m_till->press(u"confirmDrop"_s);
    QVERIFY(!words(*m_till->window).contains(u"D-4711"_s));
}

void ExemptionTest::onceMoneyWasTakenThePriceStands()
{
    m_till->scan(m_till->milk.gtin);
    const Money before = total();
    m_till->press(u"pay"_s);
    m_till->giveCash(u"1"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    exempt();
    QCOMPARE(total(), before);
    QVERIFY(words(*m_till->window).contains(u"Money was taken for this ticket already"_s));
}

void ExemptionTest::aShopThatTakesNoCertificateShowsNoKey()
{
    m_till->counter->config.exemptsByCertificate = false;
    m_till->restart();
    m_till->scan(m_till->milk.gtin);
    QVERIFY(!isSeen(*m_till->window, u"exempt"_s));
}

void ExemptionTest::itFitsTheSmallestScreen()
{
    const QString before = qApp->styleSheet();
    const auto plain = qScopeGuard([&] { qApp->setStyleSheet(before); });
    applyTheme(*qApp, Theme::light());
    m_till->restart();
    m_till->scan(m_till->milk.gtin);
    exempt(QString(TaxExemption::kLongestCertificate, u'W'));
    QCoreApplication::processEvents();
    const QSize least = m_till->window->minimumSizeHint();
    QVERIFY2(least.width() <= 1024 && least.height() <= 768,
        qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
}

void ExemptionTest::everyControlFitsAFinger()
{
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
    m_till->press(u"exempt"_s);
    QCOMPARE(unfitControls(*m_till->room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::ExemptionTest)
#include "tst_exemption.moc"
