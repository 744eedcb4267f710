#include "core/base/seeded_random.h"
#include "core/payment/settlement.h"
#include "core/payment/voucher.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Money francs(std::int64_t minor) { return Money::minor(minor, Currency::fromCode(u"CHF").value()); }

} // namespace

/// Vouchers of others: what they pay, what is forfeited, and that nobody is cheated of what they could pay.
class VouchersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsReadAsItIsTyped_data();
    void aNumberIsReadAsItIsTyped();
    void whatItIsWorthBeyondTheDueIsForfeited();
    void refusesWhatIsNoVoucher_data();
    void refusesWhatIsNoVoucher();
    void refusesTheSameNumberTwiceAndAFaceThatCouldPayMore();
    void whateverPaysTheSumsHoldAndNoVoucherGivesChange();
};

void VouchersTest::aNumberIsReadAsItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("number");
    QTest::newRow("as it is") << u"MALL-2026/7"_s << u"MALL-2026/7"_s;
    QTest::newRow("in small letters, with blanks") << u" mall 77 "_s << u"MALL77"_s;
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("other signs") << u"7;DROP"_s << QString();
    QTest::newRow("letters of other scripts") << u"7\u0416"_s << QString();
    QTest::newRow("forty") << QString(40, u'7') << QString(40, u'7');
    QTest::newRow("too long") << QString(41, u'7') << QString();
}

void VouchersTest::aNumberIsReadAsItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, number);
    const auto read = voucherNumber(typed);
    QCOMPARE(read.value_or(QString()), number);
    if (number.isEmpty())
        QCOMPARE(read.error().code, Code::BadInput);
}

void VouchersTest::whatItIsWorthBeyondTheDueIsForfeited()
{
    const Tender less = voucherTender(u"a1"_s, francs(500), francs(730)).value();
    QCOMPARE(less.amount, francs(500));
    QCOMPARE(less.voucher, u"A1"_s);
    QVERIFY(!less.face);
    const Tender more = voucherTender(u"A1"_s, francs(1000), francs(730)).value();
    QCOMPARE(more.amount, francs(730));
    QCOMPARE(more.face, francs(1000));
    QCOMPARE(settle(francs(730), std::vector{more}).value(), (Settlement{francs(0), francs(0)}));
    QVERIFY(ruleOf(TenderKind::Voucher).over == OverTender::Forfeited);
}

void VouchersTest::refusesWhatIsNoVoucher_data()
{
    QTest::addColumn<int>("wrong");
    QTest::newRow("no number") << 0;
    QTest::newRow("a face below what it paid") << 1;
    QTest::newRow("a face of what it paid") << 2;
    QTest::newRow("a face in another currency") << 3;
    QTest::newRow("cash with a voucher's number") << 4;
}

void VouchersTest::refusesWhatIsNoVoucher()
{
    QFETCH(int, wrong);
    Tender tender = voucherTender(u"A1"_s, francs(1000), francs(730)).value();
    QVERIFY(isVoucher(tender));
    if (wrong == 0)
        tender.voucher.clear();
    if (wrong == 1)
        tender.face = francs(729);
    if (wrong == 2)
        tender.face = francs(730);
    if (wrong == 3)
        tender.face = Money::minor(1000, Currency::fromCode(u"EUR").value());
    if (wrong == 4)
        tender.kind = TenderKind::Cash;
    QVERIFY(!isVoucher(tender));
    QCOMPARE(checkVouchers(francs(730), std::vector{tender}).error().code, Code::BadInput);
    QCOMPARE(voucherTender(u"A1"_s, francs(0), francs(730)).error().code, Code::NegativeTender);
    QCOMPARE(voucherTender(u"A1"_s, francs(Money::kLargest), francs(730)).error().code, Code::BadAmount);
}

void VouchersTest::refusesTheSameNumberTwiceAndAFaceThatCouldPayMore()
{
    const Tender one = voucherTender(u"A1"_s, francs(500), francs(730)).value();
    const Tender more = voucherTender(u"A2"_s, francs(1000), francs(230)).value();
    QVERIFY(checkVouchers(francs(730), std::vector{one, more}));
    QCOMPARE(checkVouchers(francs(1000), std::vector{one, one}).error(),
        (Refusal{Code::VoucherUsed, {{u"voucher"_s, u"A1"_s}, {u"receipt"_s, QString()}}}));
    // 2.70 more is due than they pay, and one of them could.
    QCOMPARE(checkVouchers(francs(1000), std::vector{one, more}).error().code, Code::BadInput);
    QCOMPARE(checkVouchers(francs(730), std::vector{one, more, Tender{TenderKind::Cash, francs(100)}})
                 .error()
                 .code,
        Code::BadInput);
}

/// Random vouchers, cards and cash against random totals, given in any order; then one of them is given back.
void VouchersTest::whateverPaysTheSumsHoldAndNoVoucherGivesChange()
{
    SeededRandom random(20261122);
    const auto upTo = [&](std::uint64_t most) { return 1 + std::int64_t(random.next64() % most); };
    int settledOnes = 0;
    for (int round = 0; round < 3000; ++round) {
        const Money total = francs(upTo(20'000));
        std::vector<Tender> tenders;
        for (int i = 0; i < 5; ++i) {
            const Money open = openAmount(total, tenders);
            if (open.isZero())
                break;
            if (random.next64() % 2 == 0)
                tenders.push_back(voucherTender(u"V%1"_s.arg(i), francs(upTo(9000)), open).value());
            else
                tenders.push_back({random.next64() % 2 == 0 ? TenderKind::Card : TenderKind::Cash,
                    std::min(open, francs(upTo(9000)))});
        }
        if (random.next64() % 3 == 0 && tenders.size() > 1) {
            tenders.erase(tenders.begin() + std::ptrdiff_t(random.next64() % tenders.size()));
            payVouchersAnew(total, tenders);
        }
        const Money before = openAmount(total, tenders);
        for (const Tender &tender : tenders) {
            QVERIFY(isVoucher(tender));
            // Nothing is forfeited while something is left to pay.
            QVERIFY(!tender.face || before.isZero());
        }
        if (const Money rest = cashDue(before, u"CH"); rest.isPositive())
            tenders.push_back({TenderKind::Cash, rest + francs(5 * (upTo(20) - 1))});
        QVERIFY(checkVouchers(total, tenders));
        const auto settled = settle(total, tenders, u"CH");
        if (!settled)
            continue; // a rest below the smallest coin, or cash below it
        ++settledOnes;
        Money sum = francs(0);
        Money exact = francs(0);
        for (const Tender &tender : tenders) {
            sum += tender.amount;
            if (tender.kind != TenderKind::Cash)
                exact += tender.amount;
        }
        QCOMPARE(total + settled->rounding, sum - settled->change);
        QVERIFY(exact <= total);
        QVERIFY(settled->change.isZero() || sum > exact);
    }
    QVERIFY(settledOnes > 1500);
}

QTEST_APPLESS_MAIN(VouchersTest)
#include "tst_vouchers.moc"
