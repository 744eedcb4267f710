#include "core/base/seeded_random.h"
#include "core/returns/refund_tenders.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Money francs(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"CHF")); }

} // namespace

/// Refunds of what a customer's points and account paid.
class OwnMoneyBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inWhateverPortionsTheCustomersOwnMoneyGoesBackToThem();
};

void OwnMoneyBackTest::inWhateverPortionsTheCustomersOwnMoneyGoesBackToThem()
{
    SeededRandom random(20261123);
    const auto below = [&](std::int64_t limit) {
        return std::int64_t(random.next64() % std::uint64_t(limit));
    };
    const CustomerCard card = customerCardWith(u"EVC-400012345678K7"_s);
    for (int round = 0; round < 5000; ++round) {
        ReturnableLine line;
        line.gross = line.leftGross = francs(1000);
        ReturnableReceipt receipt;
        receipt.currency = line.gross.currency();
        receipt.lines = {line};
        const std::int64_t worth = 1 + below(40);
        const std::int64_t count = 1 + below(600 / worth);
        const std::int64_t owed = below(1001 - count * worth);
        Tender points{TenderKind::Points, francs(count * worth)};
        points.points = count;
        Tender account{TenderKind::OnAccount, francs(owed)};
        points.customer = account.customer = card;
        receipt.tenders = {{TenderKind::Card, francs(1000 - owed - count * worth)}, account, points};
        std::int64_t givenPoints = 0;
        TenderSums given = sumsOf({}, francs(0).currency());
        for (std::int64_t left = 1000; left > 0;) {
            const std::int64_t part = 1 + below(left);
            // Whatever the cashier chooses for the rest.
            const auto to = below(2) ? std::optional(RefundTo(TenderKind::GiftCard)) : std::nullopt;
            for (const Tender &tender : refund(receipt, francs(part), to, {}, u"DE")) {
                given.of(tender.kind) += tender.amount;
                givenPoints += tender.points;
                QCOMPARE(tender.amount.minor() % (tender.points ? worth : 1), 0);
                QCOMPARE(tender.customer,
                    tender.kind == TenderKind::GiftCard || tender.kind == TenderKind::Card ? CustomerCard()
                                                                                           : card);
            }
            left -= part;
            receipt.lines.front().leftGross -= francs(part);
            // Nothing goes into a pocket before their own money is back, but for less than a point.
            const std::int64_t own = std::min(1000 - left, count * worth + owed);
            const std::int64_t ownGiven = (given.points + given.onAccount).minor();
            QVERIFY(ownGiven <= own && own < ownGiven + worth);
            QCOMPARE((given.giftCard + given.card).minor(), 1000 - left - own);
        }
        QCOMPARE(givenPoints, count);
        QCOMPARE(given.points, francs(count * worth));
        QCOMPARE(given.onAccount, francs(owed));
    }
}

QTEST_GUILESS_MAIN(OwnMoneyBackTest)
#include "tst_own_money_back.moc"
