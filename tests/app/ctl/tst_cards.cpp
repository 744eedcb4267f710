#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/open_shift.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/store/folder_lock.h"
#include "tests/app/ctl/run_ctl.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// A till's folder with a card payment without an answer, and an approved one whose ticket is open.
struct CardFolder {
    CardFolder()
    {
        const auto ledger = Ledger::open(dir.path(), clock, random).value();
        const TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
        saveTillConfig(ledger->database(), config);
        CardPayments cards(*ledger);
        Cart cart;
        cart.id = SaleId(random.uuid(clock.now()));
        cart.currency = config.currency;
        const bool isReady =
            OpenShift(*ledger, config).run(Money::zero(config.currency)) && CartStore(*ledger).save(cart);
        if (!isReady)
            qFatal("no shift, or no cart");
        stray = attempt(cards, SaleId(random.uuid(clock.now())), 281);
        onTicket = attempt(cards, cart.id, 350);
        if (!cards.approve(PaymentId(Uuid::fromText(onTicket.toLatin1()).value()), u"A1"_s))
            qFatal("no approval");
    }
    static QString attempt(CardPayments &cards, SaleId cart, std::int64_t minor)
    {
        const Money amount = Money::minor(minor, *Currency::fromCode(u"EUR"));
        return QString::fromLatin1(cards.attempt(cart, amount).value().toLatin1());
    }
    [[nodiscard]] test::CtlRun run(const QStringList &options) const
    {
        return test::runCtl(
            QStringLiteral(EVERTILLCTL), QStringList{u"cards"_s, u"--data"_s, dir.path()} + options);
    }
    [[nodiscard]] QList<QJsonObject> listed() const { return run({}).lines(); }

    ManualClock clock{{1'795'258'800'000'000}, 60};
    SeededRandom random{1};
    QTemporaryDir dir;
    QString stray;
    QString onTicket;
};

} // namespace

class CardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatNobodyHasSettled();
    void settlesByWhatTheSlipSays();
    void aVoidIsSaidOfApprovedMoneyOnly();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void leavesARunningTillAlone();
};

void CardsTest::listsWhatNobodyHasSettled()
{
    const CardFolder folder;
    const QList<QJsonObject> listed = folder.listed();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0].value(u"attempt"_s).toString(), folder.stray);
    QCOMPARE(listed[0].value(u"state"_s).toString(), u"attempted"_s);
    QCOMPARE(listed[0].value(u"amount"_s).toInt(), 281);
    QCOMPARE(listed[0].value(u"currency"_s).toString(), u"EUR"_s);
    QCOMPARE(listed[0].value(u"ticket_is_open"_s).toBool(true), false);
    QVERIFY(listed[0].value(u"to_do"_s).toString().contains(u"--not-taken"_s));
    QCOMPARE(listed[1].value(u"attempt"_s).toString(), folder.onTicket);
    QCOMPARE(listed[1].value(u"approval"_s).toString(), u"A1"_s);
    QCOMPARE(listed[1].value(u"ticket_is_open"_s).toBool(), true);
    QVERIFY(folder.run({u"--help"_s}).out.contains("--not-taken"));
}

void CardsTest::settlesByWhatTheSlipSays()
{
    const CardFolder folder;
    const auto approved = folder.run({u"--settle"_s, folder.stray, u"--approved"_s, u"771"_s});
    QCOMPARE(approved.exitCode, 0);
    QCOMPARE(approved.said().value(u"state"_s).toString(), u"approved"_s);
    QCOMPARE(approved.said().value(u"approval"_s).toString(), u"771"_s);
    QCOMPARE(folder.listed().size(), 2);
    const auto voided = folder.run({u"--settle"_s, folder.stray, u"--voided"_s});
    QCOMPARE(voided.said().value(u"state"_s).toString(), u"voided"_s);
    QCOMPARE(folder.listed().size(), 1);
    const auto audit =
        test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--data"_s, folder.dir.path()});
    QCOMPARE(audit.exitCode, 0);
    const CardFolder other;
    QCOMPARE(other.run({u"--settle"_s, other.stray, u"--not-taken"_s}).said().value(u"state"_s).toString(),
        u"declined"_s);
}

void CardsTest::aVoidIsSaidOfApprovedMoneyOnly()
{
    const CardFolder folder;
    const auto early = folder.run({u"--settle"_s, folder.stray, u"--voided"_s});
    QCOMPARE(early.exitCode, 1);
    QCOMPARE(early.refused().value(u"error"_s).toString(), u"UnknownPayment"_s);
    const auto late = folder.run({u"--settle"_s, folder.onTicket, u"--not-taken"_s});
    QCOMPARE(late.refused().value(u"error"_s).toString(), u"UnknownPayment"_s);
    QCOMPARE(folder.listed().size(), 2);
}

void CardsTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("options");
    const QString nobody = u"01900000-0000-7000-8000-000000000000"_s;
    QTest::newRow("no answer") << QStringList{u"--settle"_s, nobody};
    QTest::newRow("an answer to nothing") << QStringList{u"--not-taken"_s};
    QTest::newRow("two answers") << QStringList{u"--settle"_s, nobody, u"--not-taken"_s, u"--voided"_s};
    QTest::newRow("an empty code") << QStringList{u"--settle"_s, nobody, u"--approved"_s, u" "_s};
    QTest::newRow("no id") << QStringList{u"--settle"_s, u"the last one"_s, u"--voided"_s};
}

void CardsTest::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, options);
    const CardFolder folder;
    const auto run = folder.run(options);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"BadInput"_s);
    QCOMPARE(folder.listed().size(), 2);
}

void CardsTest::leavesARunningTillAlone()
{
    const CardFolder folder;
    const auto lock = FolderLock::take(folder.dir.path());
    QVERIFY(lock);
    QCOMPARE(folder.listed().size(), 2);
    const auto run = folder.run({u"--settle"_s, folder.stray, u"--not-taken"_s});
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"FolderInUse"_s);
}

QTEST_GUILESS_MAIN(CardsTest)
#include "tst_cards.moc"
