#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"
#include "ui/widgets/letter_keyboard.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {

/// Letters without a keyboard, in the real window at the smallest screen: nothing here is pressed but by a
/// finger.
class LettersByFingerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aVoucherIsTypedAndPays();
    void productsAreSearched();
    void aReasonBeginsWithACapitalAndACodeIsCapitals();
    void eraseTakesTheLastOne();
    void theKeysHideNeitherTheFieldNorWhatIsBesideTheRoom_data();
    void theKeysHideNeitherTheFieldNorWhatIsBesideTheRoom();
    void theKeysGoWithTheField();
    void amountsHaveTheirPad();
    void whoTypesOnKeysNeverSeesThem();
    void everyKeyFitsAFinger();
    void everyLanguagesLettersFit_data();
    void everyLanguagesLettersFit();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] bool isUp() const { return isSeen(*m_till->window, u"letterKeyboard"_s); }
    [[nodiscard]] LetterKeyboard *keys() const
    {
        return part<LetterKeyboard>(*m_till->window, u"letterKeyboard"_s);
    }
    [[nodiscard]] QString typed(const QString &field) const
    {
        return part<QLineEdit>(*m_till->window, field)->text();
    }
    void touch(const QString &field)
    {
        QTest::mouseClick(part<QLineEdit>(*m_till->window, field), Qt::LeftButton);
    }
    void key(const QString &name) { evertill::press(*m_till->window, name); }
    void write(const QString &text) { evertill::write(*m_till->window, text); }

    std::unique_ptr<SellWindow> m_till;
};

void LettersByFingerTest::init()
{
    m_till = std::make_unique<SellWindow>();
    m_till->counter->config.vouchers.areTaken = true;
    m_till->counter->config.giftCards = {true, 0};
    m_till->counter->config.customers.areKnown = true;
    m_till->restart();
    m_till->window->resize(1024, 768);
}

void LettersByFingerTest::aVoucherIsTypedAndPays()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payVoucher"_s);
    QVERIFY(!isUp());
    touch(u"voucherNumber"_s);
    QVERIFY(isUp());
    write(u"MALL-7/2"_s);
    QCOMPARE(typed(u"voucherNumber"_s), u"MALL-7/2"_s);
    key(u"keyEnter"_s);
    QVERIFY(!isUp());
    key(u"digit5"_s);
    QCOMPARE(typed(u"voucherFace"_s), u"5"_s);
    m_till->press(u"takeVoucher"_s);
    QCOMPARE(m_till->sales(), 1);
    const Sale sale = SaleTable(m_till->counter->reader).latest(1).front();
    QCOMPARE(sale.tenders.front().voucher, u"MALL-7/2"_s);
}

void LettersByFingerTest::productsAreSearched()
{
    touch(u"scanField"_s);
    write(u"milk"_s);
    QTRY_VERIFY(isSeen(*m_till->window, u"searchResults"_s));
    auto *results = part<QListView>(*m_till->window, u"searchResults"_s);
    const QRect first = results->visualRect(results->model()->index(0, 0));
    const QPoint at = results->viewport()->mapTo(m_till->window.get(), first.center());
    QCOMPARE(m_till->window->childAt(at), results->viewport()); // the keys leave it free
    QTest::mouseClick(results->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(typed(u"scanField"_s), QString());
    write(u"bread"_s);
    key(u"keyEnter"_s);
    QCOMPARE(m_till->lines(), 2);
    QVERIFY(!isUp());
}

void LettersByFingerTest::aReasonBeginsWithACapitalAndACodeIsCapitals()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"changePrice"_s);
    touch(u"reason"_s);
    write(u"A"_s);
    key(u"keySpace"_s);
    write(u"dent"_s);
    key(u"keyComma"_s);
    key(u"keySpace"_s);
    key(u"keyCapitals"_s);
    write(u"Bob"_s);
    QCOMPARE(typed(u"reason"_s), u"A dent, Bob"_s);
}

void LettersByFingerTest::eraseTakesTheLastOne()
{
    touch(u"scanField"_s);
    write(u"mi1"_s);
    key(u"keyErase"_s);
    QCOMPARE(typed(u"scanField"_s), u"mi"_s);
    key(u"keyHide"_s);
    QVERIFY(!isUp());
    QCOMPARE(typed(u"scanField"_s), u"mi"_s);
    touch(u"scanField"_s);
    QVERIFY(isUp());
}

void LettersByFingerTest::theKeysHideNeitherTheFieldNorWhatIsBesideTheRoom_data()
{
    QTest::addColumn<QStringList>("way");
    QTest::addColumn<QString>("field");
    QTest::newRow("search") << QStringList() << u"scanField"_s;
    QTest::newRow("voucher") << QStringList{u"pay"_s, u"payVoucher"_s} << u"voucherNumber"_s;
    QTest::newRow("gift card") << QStringList{u"pay"_s, u"payGiftCard"_s} << u"giftCardNumber"_s;
    QTest::newRow("card") << QStringList{u"pay"_s, u"payCard"_s} << u"approvalCode"_s;
    QTest::newRow("customer") << QStringList{u"customer"_s} << u"customerNumber"_s;
    QTest::newRow("a price's reason") << QStringList{u"changePrice"_s} << u"reason"_s;
}

void LettersByFingerTest::theKeysHideNeitherTheFieldNorWhatIsBesideTheRoom()
{
    QFETCH(QStringList, way);
    QFETCH(QString, field);
    m_till->scan(m_till->milk.gtin);
    for (const QString &button : way)
        m_till->press(button);
    touch(field);
    const QWidget &window = *m_till->window;
    const auto place = [&](const QWidget &one) { return QRect(one.mapTo(&window, QPoint()), one.size()); };
    const QRect up = place(*keys());
    QVERIFY(place(window).contains(up));
    QVERIFY(!up.intersects(place(*part<QLineEdit>(window, field))));
    QVERIFY(!up.intersects(place(*window.findChild<QWidget *>(u"rail"_s))));
    QVERIFY(!up.intersects(place(*window.findChild<QWidget *>(u"footBar"_s))));
    write(u"7"_s);
    QCOMPARE(typed(field), u"7"_s);
}

void LettersByFingerTest::theKeysGoWithTheField()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payVoucher"_s);
    touch(u"voucherNumber"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(!isUp());
    m_till->press(u"payVoucher"_s);
    touch(u"voucherNumber"_s);
    touch(u"voucherNumber"_s);
    QVERIFY(isUp());
    QTest::mouseClick(part<QLineEdit>(*m_till->window, u"voucherNumber"_s), Qt::RightButton);
    m_till->window->resize(1280, 800);
    QVERIFY(isUp());
    QCOMPARE(
        keys()->geometry().bottom(), m_till->window->findChild<QWidget *>(u"pages"_s)->geometry().bottom());
}

void LettersByFingerTest::amountsHaveTheirPad()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    touch(u"cashAmount"_s);
    QVERIFY(!isUp());
}

void LettersByFingerTest::whoTypesOnKeysNeverSeesThem()
{
    auto *field = part<QLineEdit>(*m_till->window, u"scanField"_s);
    field->setFocus();
    QTest::keyClicks(field, u"mi"_s, Qt::NoModifier, 60);
    QVERIFY(!isUp());
    touch(u"scanField"_s);
    QVERIFY(isUp());
    QTest::keyClick(field, Qt::Key_L, Qt::NoModifier, 60);
    QTRY_VERIFY(!isUp());
    QTRY_COMPARE(typed(u"scanField"_s), u"mil"_s);
}

void LettersByFingerTest::everyKeyFitsAFinger()
{
    touch(u"scanField"_s);
    QCOMPARE(unfitControls(*keys()), QStringList());
}

void LettersByFingerTest::everyLanguagesLettersFit_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("own");
    QTest::newRow("English") << int(QLocale::English) << QString();
    QTest::newRow("Spanish") << int(QLocale::Spanish) << u"\u00f1"_s;
    QTest::newRow("French") << int(QLocale::French) << u"\u00e0\u00e7\u00e9\u00e8"_s;
    QTest::newRow("German") << int(QLocale::German) << u"\u00e4\u00f6\u00fc\u00df"_s;
    QTest::newRow("Arabic") << int(QLocale::Arabic) << u"\u0627\u0628\u062c\u062f"_s;
}

void LettersByFingerTest::everyLanguagesLettersFit()
{
    QFETCH(int, language);
    QFETCH(QString, own);
    LetterKeyboard keyboard(nullptr, QLocale::Language(language));
    QLineEdit field;
    field.setInputMethodHints(Qt::ImhPreferUppercase);
    keyboard.setTarget(&field);
    keyboard.resize(928, keyboard.sizeHint().height());
    keyboard.show();
    QVERIFY(QTest::qWaitForWindowExposed(&keyboard));
    QVERIFY(keyboard.sizeHint().height() <= 768 * 2 / 5);
    const auto write = [&](const QString &letters) {
        for (const QChar letter : letters)
            for (QPushButton *one : keyboard.findChildren<QPushButton *>())
                if (one->isVisible() && one->text() == QString(letter))
                    QTest::mouseClick(one, Qt::LeftButton);
    };
    QCOMPARE(unfitControls(keyboard), QStringList());
    const QString code = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/"_s;
    write(code);
    QCOMPARE(field.text(), code);
    field.clear();
    evertill::press(keyboard, u"keyCapitals"_s);
    if (isSeen(keyboard, u"keyAlphabet"_s))
        evertill::press(keyboard, u"keyAlphabet"_s);
    QCOMPARE(unfitControls(keyboard), QStringList());
    write(own);
    QCOMPARE(field.text(), own);
}

} // namespace evertill

QTEST_MAIN(evertill::LettersByFingerTest)
#include "tst_letters_by_finger.moc"
