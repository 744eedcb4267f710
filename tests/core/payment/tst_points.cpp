#include "core/payment/points.h"

#include <QTest>

#include <random>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Money euro(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"EUR")); }

} // namespace

/// Points in whole numbers.
class PointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachWholeUnitThatWasPaidEarns_data();
    void eachWholeUnitThatWasPaidEarns();
    void changeComesOffCashFirstAndThenOffForeignCash();
    void aCurrencyWithoutCentsHasUnitsToo();
    void returnsInAnyPortionsTakeBackJustWhatWasEarned();
    void refundsInAnyPortionsGiveBackJustWhatPaid();
    void nothingIsWorthNoPoints();
};

void PointsTest::eachWholeUnitThatWasPaidEarns_data()
{
    QTest::addColumn<qint64>("cash");
    QTest::addColumn<qint64>("change");
    QTest::addColumn<qint64>("giftCard");
    QTest::addColumn<qint64>("points");
    QTest::addColumn<qint64>("earned");
    QTest::newRow("cash less its change") << 2000LL << 701LL << 0LL << 0LL << 24LL;
    QTest::newRow("less than a unit") << 99LL << 0LL << 0LL << 0LL << 0LL;
    QTest::newRow("what points paid earns nothing") << 500LL << 0LL << 0LL << 1000LL << 10LL;
    QTest::newRow("nor what the shop named") << 500LL << 0LL << 9900LL << 0LL << 10LL;
    QTest::newRow("all by points") << 0LL << 0LL << 0LL << 1000LL << 0LL;
}

void PointsTest::eachWholeUnitThatWasPaidEarns()
{
    QFETCH(qint64, cash);
    QFETCH(qint64, change);
    QFETCH(qint64, giftCard);
    QFETCH(qint64, points);
    QFETCH(qint64, earned);
    const std::vector<Tender> tenders = {{TenderKind::Cash, euro(cash)},
        {TenderKind::GiftCard, euro(giftCard)}, {TenderKind::Points, euro(points)}};
    QCOMPARE(earnedPoints({2, 1, {u"giftcard"_s}, 0}, tenders, euro(change)), earned);
    QCOMPARE(earnedPoints({}, tenders, euro(change)), 0);
}

/// Change of foreign notes is none of the money that others paid, and earns nothing where notes do not.
void PointsTest::changeComesOffCashFirstAndThenOffForeignCash()
{
    const std::vector<Tender> tenders = {
        {TenderKind::Card, euro(3000)}, {TenderKind::Cash, euro(500)}, {TenderKind::ForeignCash, euro(9200)}};
    const auto earned = [&](const QStringList &nothing, std::int64_t change) {
        return earnedPoints({1, 1, nothing, 0}, tenders, euro(change));
    };
    QCOMPARE(earned({}, 8700), 127 - 87);
    QCOMPARE(earned({u"cash"_s}, 8700), 30 + 92 - 82);
    QCOMPARE(earned({u"foreign_cash"_s}, 8700), 30);
    QCOMPARE(earned({u"foreign_cash"_s}, 200), 30 + 3);
    QCOMPARE(earned({u"cash"_s, u"foreign_cash"_s}, 8700), 30);
}

void PointsTest::aCurrencyWithoutCentsHasUnitsToo()
{
    const auto yen = [](std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"JPY")); };
    const std::vector<Tender> tenders = {{TenderKind::Card, yen(1250)}};
    QCOMPARE(earnedPoints({1, 1, {}, 0}, tenders, yen(0)), 1250);
}

void PointsTest::returnsInAnyPortionsTakeBackJustWhatWasEarned()
{
    std::mt19937_64 random(QTest::currentTestFunction()[0]);
    for (int round = 0; round < 2000; ++round) {
        const std::int64_t total = std::int64_t(random() % 100'000) + 1;
        const std::int64_t earned = std::int64_t(random() % 5'000);
        std::int64_t before = 0;
        std::int64_t taken = 0;
        while (before < total) {
            const std::int64_t now =
                std::min<std::int64_t>(total - before, std::int64_t(random() % 30'000) + 1);
            const std::int64_t back = pointsTakenBack(earned, euro(total), euro(before), euro(now));
            QVERIFY(back >= 0);
            taken += back;
            before += now;
            // Never more on the way than their share of what came back.
            QVERIFY(taken * total <= earned * before);
        }
        QCOMPARE(taken, earned);
    }
}

void PointsTest::refundsInAnyPortionsGiveBackJustWhatPaid()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 2000; ++round) {
        const std::int64_t worth = std::int64_t(random() % 50) + 1;
        const std::int64_t points = std::int64_t(random() % 900) + 1;
        const Money paid = euro(points * worth);
        std::int64_t gone = 0;
        std::int64_t given = 0;
        while (gone < paid.minor()) {
            const std::int64_t part =
                std::min<std::int64_t>(paid.minor() - gone, std::int64_t(random() % 700) + 1);
            given += pointsGivenBack(points, paid, euro(gone), euro(part));
            gone += part;
            QVERIFY(given * worth <= gone && (given + 1) * worth > gone);
        }
        QCOMPARE(given, points);
    }
}

void PointsTest::nothingIsWorthNoPoints()
{
    QCOMPARE(pointsTakenBack(100, euro(0), euro(0), euro(0)), 0);
    QCOMPARE(wholePoints(euro(1234), 5), 246);
    QCOMPARE(wholePoints(euro(4), 5), 0);
    QCOMPARE(wholePoints(euro(1234), 0), 0);
    QCOMPARE(wholePoints(euro(-5), 5), 0);
}

QTEST_GUILESS_MAIN(PointsTest)
#include "tst_points.moc"
