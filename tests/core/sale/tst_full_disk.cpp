#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/small_disk.h"
#include "tests/core/support/test_till.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPage = 4096;
constexpr qint64 kPlenty = 16 * 1024 * 1024;

} // namespace

/// A till whose disk runs full, wherever in a sale that happens.
class FullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFullDiskRefusesTheSaleBeforeTheMoneyIsTaken();
    void itSellsOnOnceThereIsRoom();
    void aSaleThatWasBeingPaidIsStillStored();
    void anApprovedCardIsStillASale();
    void whoWasLetPayGetsTheirReceiptHoweverFullTheDisk();
    void aTicketThatIsSavedAlreadyIsNoSignOfRoom();
    void aTillWithAFullDiskOpensWithAllItSold();
    void aDayOfSalesOnADiskThatFillsUpLosesNone();

private:
    [[nodiscard]] Cart paid() { return m_till->cartOf(250, {m_till->cash(300)}); }
    [[nodiscard]] Result<> beginToPay(const Cart &cart)
    {
        return CartStore(*m_till->ledger).saveForPaying(cart);
    }
    void openAgain();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::SmallDisk> m_disk;
    std::unique_ptr<test::TestTill> m_till;
};

void FullDiskTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_disk = std::make_unique<test::SmallDisk>(m_dir->path());
    m_till = std::make_unique<test::TestTill>();
    openAgain();
    m_till->openShift();
    QVERIFY(m_till->complete(paid()));
}

void FullDiskTest::cleanup()
{
    m_till.reset();
    m_disk.reset();
}

void FullDiskTest::openAgain()
{
    m_till->ledger.reset();
    m_till->ledger = Ledger::open(m_disk->folder(), m_till->clock, m_till->random).value();
}

void FullDiskTest::aFullDiskRefusesTheSaleBeforeTheMoneyIsTaken()
{
    const auto events = m_till->events();
    m_disk->setRoom(0);
    const auto begun = beginToPay(paid());
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, Code::NoRoom);
    QVERIFY(m_disk->refusals() > 0);
    QCOMPARE(m_till->events(), events);
}

void FullDiskTest::itSellsOnOnceThereIsRoom()
{
    const Cart cart = paid();
    m_disk->setRoom(0);
    QVERIFY(!beginToPay(cart));
    QVERIFY(!beginToPay(cart));
    m_disk->setRoom(kPlenty);
    QVERIFY(beginToPay(cart));
    const auto sale = m_till->complete(cart);
    QVERIFY(sale);
    QCOMPARE(sale->receipt.number, 2);
}

void FullDiskTest::aSaleThatWasBeingPaidIsStillStored()
{
    const Cart cart = paid();
    QVERIFY(beginToPay(cart));
    m_disk->setRoom(0);
    const auto sale = m_till->complete(cart);
    QVERIFY(sale);
    QCOMPARE(SaleTable(m_till->database()).byId(cart.id).value(), *sale);
    QCOMPARE(beginToPay(paid()).error().code, Code::NoRoom);
}

void FullDiskTest::anApprovedCardIsStillASale()
{
    Cart cart = m_till->cartOf(250, {});
    QVERIFY(beginToPay(cart));
    m_disk->setRoom(0);
    CardPayments cards(*m_till->ledger);
    const auto attempt = cards.attempt(cart.id, m_till->money(250));
    QVERIFY(attempt);
    cart.tenders = {cards.approve(*attempt, u"4711"_s).value()};
    QVERIFY(m_till->complete(cart));
}

void FullDiskTest::whoWasLetPayGetsTheirReceiptHoweverFullTheDisk()
{
    int let = 0;
    int refused = 0;
    for (qint64 room = 0; room < 400 * kPage; room += 17 * kPage) {
        openAgain(); // the log is short again
        const Cart cart = paid();
        m_disk->setRoom(room);
        const auto events = m_till->events();
        if (const auto begun = beginToPay(cart); !begun) {
            QCOMPARE(begun.error().code, Code::NoRoom);
            QCOMPARE(m_till->events(), events);
            ++refused;
        } else {
            m_disk->setRoom(0);
            QVERIFY2(m_till->complete(cart), qPrintable(u"with room for %1 bytes"_s.arg(room)));
            QCOMPARE(m_till->events(), events + 1);
            ++let;
        }
        m_disk->setRoom(kPlenty);
    }
    QVERIFY(let > 0);
    QVERIFY(refused > 0);
}

void FullDiskTest::aTicketThatIsSavedAlreadyIsNoSignOfRoom()
{
    // Saving it again changes no page, so no commit told how long the log was; and the checkpoint before it,
    // which the full disk had refused, had said that there was none. Money was taken for a sale that could
    // not be kept.
    Cart cart = paid();
    do
        QVERIFY(m_till->complete(std::exchange(cart, paid())));
    while (m_till->database().logBytes() < 2 * 1024 * 1024);
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    m_disk->setRoom(0);
    m_till->database().checkpoint();
    QCOMPARE(beginToPay(cart).error().code, Code::NoRoom);
}

void FullDiskTest::aTillWithAFullDiskOpensWithAllItSold()
{
    m_disk->setRoom(0);
    QVERIFY(!beginToPay(paid()));
    const auto head = m_till->ledger->head();
    openAgain();
    QCOMPARE(m_till->ledger->head(), head);
    QCOMPARE(SaleTable(m_till->database()).latest(5).size(), std::size_t(1));
    QCOMPARE(beginToPay(paid()).error().code, Code::NoRoom);
}

void FullDiskTest::aDayOfSalesOnADiskThatFillsUpLosesNone()
{
    m_disk->setRoom(5 * 1024 * 1024);
    int sold = 1;
    for (Cart cart = paid(); beginToPay(cart); cart = paid()) {
        QVERIFY(m_till->complete(cart));
        ++sold;
        m_till->ledger->checkpointIfDue();
    }
    QVERIFY(m_disk->refusals() > 0);
    QVERIFY(sold > 40);
    openAgain();
    QCOMPARE(m_till->database().number("SELECT count(*) FROM receipt"), sold);
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_full_disk.moc"
