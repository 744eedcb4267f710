#include "app/till/till.h"
#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "ui/shell/rail_button.h"
#include "ui/shell/room.h"
#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// The whole till, built as the program builds it, on a folder of its own.
class TillTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fitsTheSmallestScreen();
    void aBareTillSaysThatItIsOnItsOwn();
    void oneFolderIsOneTill();
    void functionKeysOpenTheRooms();
    void theOtherRoomsFollowTheFirstFrame();
    void aReceiptScannedBeforeItsRoomIsMadeOpensIt();
    void aClosedShiftIsBackedUp();
    void cashSaysThatAClosedShiftHasNoBackup();
    void aTillThatStoppedWhileACardWasAskedAsksAboutIt();
};

namespace {

std::unique_ptr<Till> openTill(const QTemporaryDir &folder, const QString &backups = {})
{
    TillOptions options;
    options.folder = folder.path();
    options.backups = backups;
    auto till = Till::open(options, Theme::light());
    return till ? std::move(*till) : nullptr;
}

qsizetype roomsOf(Till &till) { return till.window().findChildren<Room *>().size(); }
qsizetype railOf(Till &till) { return till.window().findChildren<RailButton *>().size(); }

} // namespace

void TillTest::fitsTheSmallestScreen()
{
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), Theme::light());
    const QTemporaryDir folder;
    const auto till = openTill(folder);
    QVERIFY(till);
    till->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&till->window()));
    till->window().makeRooms();
    QTRY_COMPARE(roomsOf(*till), railOf(*till));
    QStringList sizes;
    for (const Room *room : till->window().findChildren<Room *>()) {
        const QSize size = room->minimumSizeHint();
        sizes += u"%1 %2x%3"_s.arg(room->entry().title).arg(size.width()).arg(size.height());
    }
    const QSize least = till->window().minimumSizeHint();
    QVERIFY2(least.width() <= 1024 && least.height() <= 768,
        qPrintable(u"%1x%2: %3"_s.arg(least.width()).arg(least.height()).arg(sizes.join(u", "_s))));
}

void TillTest::aBareTillSaysThatItIsOnItsOwn()
{
    const QTemporaryDir folder;
    const auto till = openTill(folder);
    QVERIFY(till);
    QCOMPARE(till->window().findChild<QLabel *>(u"connection"_s)->text(), u"On its own, no head office"_s);
    QVERIFY(till->window().findChild<QLabel *>(u"tillAndStore"_s)->text().contains(u"BARE1T1"_s));
}

void TillTest::oneFolderIsOneTill()
{
    const QTemporaryDir folder;
    const auto first = openTill(folder);
    QVERIFY(first);
    TillOptions options;
    options.folder = folder.path();
    const auto second = Till::open(options, Theme::light());
    QVERIFY(!second);
    QCOMPARE(second.error().code, Code::FolderInUse);
}

void TillTest::functionKeysOpenTheRooms()
{
    const QTemporaryDir folder;
    const auto till = openTill(folder);
    QVERIFY(till);
    till->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&till->window()));
    const std::pair<Qt::Key, RoomName> keys[] = {{Qt::Key_F2, RoomName::Pickups},
        {Qt::Key_F3, RoomName::Returns}, {Qt::Key_F6, RoomName::Cash}, {Qt::Key_F1, RoomName::Sell}};
    for (const auto &[key, name] : keys) {
        QTest::keyClick(&till->window(), key);
        QCOMPARE(till->window().openedRoom()->name(), name);
        QVERIFY(till->window().openedRoom()->isVisible());
    }
}

void TillTest::theOtherRoomsFollowTheFirstFrame()
{
    const QTemporaryDir folder;
    const auto till = openTill(folder);
    QVERIFY(till);
    QCOMPARE(roomsOf(*till), 1);
    QVERIFY(railOf(*till) >= 4);
    till->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&till->window()));
    till->window().makeRooms();
    QTRY_COMPARE(roomsOf(*till), railOf(*till));
    QCOMPARE(till->window().openedRoom()->name(), RoomName::Sell);
}

void TillTest::aReceiptScannedBeforeItsRoomIsMadeOpensIt()
{
    const QTemporaryDir folder;
    const auto till = openTill(folder);
    QVERIFY(till);
    till->window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&till->window()));
    QCOMPARE(roomsOf(*till), 1);
    till->window().takeScan(u"BARE1T1-1-1-0000"_s);
    QTRY_COMPARE(till->window().openedRoom()->name(), RoomName::Returns);
}

/// A shift that was opened and closed, as another connection to the till's ledger tells of it.
void closeAShift(const QTemporaryDir &folder)
{
    const SystemClock clock;
    SystemRandom random;
    const auto ledger = Ledger::open(folder.path(), clock, random).value();
    const TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
    QVERIFY(OpenShift(*ledger, config).run(Money::zero(config.currency)));
    QVERIFY(CloseShift(*ledger).run(Money::zero(config.currency)));
}

void TillTest::aClosedShiftIsBackedUp()
{
    const QTemporaryDir folder;
    const auto backups = [&] {
        return QDir(folder.filePath(u"backups"_s)).entryList({u"ledger-*.db"_s}).size();
    };
    closeAShift(folder); // and the power went before the copy was made
    const auto till = openTill(folder);
    QVERIFY(till);
    QTRY_COMPARE(backups(), 1);
    closeAShift(folder);
    Q_EMIT till->window().ledgerGrew();
    QTRY_COMPARE(backups(), 2);
    Q_EMIT till->window().ledgerGrew();
    QTest::qWait(100);
    QCOMPARE(backups(), 2);
}

void TillTest::cashSaysThatAClosedShiftHasNoBackup()
{
    const QTemporaryDir folder;
    closeAShift(folder);
    QFile inTheWay(folder.filePath(u"stick"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto till = openTill(folder, inTheWay.fileName() + u"/backups"_s);
    QVERIFY(till);
    till->window().show();
    till->window().makeRooms();
    QTRY_VERIFY(till->window().findChild<QLabel *>(u"backupTrouble"_s));
    const auto *trouble = till->window().findChild<QLabel *>(u"backupTrouble"_s);
    QTRY_VERIFY2(trouble->text().startsWith(u"No backup was made"_s), qPrintable(trouble->text()));
    QVERIFY(!trouble->isHidden());
}

/// A card of \a minor was being asked for the ticket with one line when the power went.
PaymentId askACard(const QTemporaryDir &folder, std::int64_t minor)
{
    const SystemClock clock;
    SystemRandom random;
    const auto ledger = Ledger::open(folder.path(), clock, random).value();
    const TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
    const Money price = Money::minor(minor, config.currency);
    Cart cart;
    cart.id = SaleId(random.uuid(clock.now()));
    cart.currency = config.currency;
    cart.lines = {{.sku = u"T"_s,
        .name = u"Tea"_s,
        .quantity = Quantity::pieces(1),
        .price = price,
        .taxCode = u"A"_s,
        .taxRate = {},
        .discount = Money::zero(config.currency)}};
    if (!OpenShift(*ledger, config).run(price) || !CartStore(*ledger).save(cart))
        qFatal("no shift, or no cart");
    return CardPayments(*ledger).attempt(cart.id, price).value();
}

void TillTest::aTillThatStoppedWhileACardWasAskedAsksAboutIt()
{
    const QTemporaryDir folder;
    (void)askACard(folder, 350);
    {
        const auto till = openTill(folder);
        QVERIFY(till);
        till->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&till->window()));
        auto *code = till->window().findChild<QLineEdit *>(u"approvalCode"_s);
        QTRY_VERIFY(code->isVisible());
        const auto *step = till->window().findChild<QLabel *>(u"cardStep"_s);
        QVERIFY2(step->text().contains(u"The till stopped"_s), qPrintable(step->text()));
        QTRY_COMPARE(QApplication::focusWidget(), code);
        QTest::keyClicks(code, u"A77"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(till->window().findChild<QLabel *>(u"receiptNumber"_s)->isVisible());
    }
    Database ledger(folder.filePath(u"ledger.db"_s), Database::Kind::Reader);
    const auto sales = SaleTable(ledger).latest(5);
    QCOMPARE(sales.size(), 1U);
    QCOMPARE(sales.front().tenders.front().approval, u"A77"_s);
    QVERIFY(openAttempts(ledger).empty());
}

} // namespace evertill

QTEST_MAIN(evertill::TillTest)
#include "tst_till.moc"
