#include "core/returns/return_event.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Money cents(std::int64_t minor) { return Money::minor(minor, *Currency::fromCode(u"EUR")); }

Return aReturn()
{
    const auto rate = Percentage::partsPerMillion(190000);
    Return done;
    done.id = ReturnId(*Uuid::fromText("019a7000-0000-7000-8000-000000000001"));
    done.receipt = {u"BER1T1"_s, 1, 43};
    done.of = {{u"BER1T2"_s, 2, 7}, SaleId(*Uuid::fromText("019a7000-0000-7000-8000-000000000002"))};
    done.shift = ShiftId(*Uuid::fromText("019a7000-0000-7000-8000-000000000003"));
    done.businessDate = QDate(2026, 11, 21);
    done.at = {1'795'262'400'000'000};
    done.utcOffsetMin = 60;
    done.cashier = u"p-7f3a"_s;
    done.taxMode = TaxMode::Exclusive;
    done.lines = {{1, 2, u"MUG"_s, u"Becher \"Ost\""_s, u"ea"_s, Quantity::pieces(2), cents(420), cents(80),
                      cents(500), u"A"_s, rate, u"chipped"_s, Disposition::Damaged},
        {2, std::nullopt, u"TEA"_s, u"Tee"_s, u"kg"_s, Quantity::thousandths(250), cents(84), cents(19),
            cents(103), u"A"_s, rate, {}, Disposition::Restock}};
    done.taxes = {{u"A"_s, rate, cents(504), cents(99)}};
    done.total = cents(603);
    done.rounding = cents(2);
    done.tenders = {{TenderKind::Card, cents(605), u"R-0815"_s, {}}};
    return done;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QByteArray golden() { return content(QFINDTESTDATA("golden/return_completed_1_tax_mode.json")); }

/// From before returns said how the shop's prices stand.
QByteArray goldenWithoutTaxMode() { return content(QFINDTESTDATA("golden/return_completed_1.json")); }

Event eventOf(const QByteArray &payload)
{
    Event event;
    event.kind = "return.completed";
    event.payload = payload;
    event.at = aReturn().at;
    event.utcOffsetMin = 60;
    event.businessDate = aReturn().businessDate;
    event.actor = aReturn().cashier;
    return event;
}

} // namespace

class ReturnEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsTheReleasedVersionWas();
    void theReleasedVersionIsReadBack();
    void aReturnThatSaysNoTaxModeHadTheTaxInside();
    void withoutAReceiptItNamesNone();
    void whatBreaksTheContractIsRefused_data();
    void whatBreaksTheContractIsRefused();
};

void ReturnEventTest::isWrittenAsTheReleasedVersionWas()
{
    const Fact fact = returnCompleted(aReturn());
    QCOMPARE(QByteArray(fact.kind), "return.completed");
    QCOMPARE(fact.version, 1);
    QCOMPARE(fact.subject, "019a7000-0000-7000-8000-000000000001");
    QVERIFY(!golden().isEmpty());
    QCOMPARE(fact.payload, golden());
}

void ReturnEventTest::theReleasedVersionIsReadBack()
{
    const auto done = returnFrom(eventOf(golden()));
    QVERIFY(done);
    QVERIFY(*done == aReturn());
}

void ReturnEventTest::aReturnThatSaysNoTaxModeHadTheTaxInside()
{
    Return inclusive = aReturn();
    inclusive.taxMode = TaxMode::Inclusive;
    const auto done = returnFrom(eventOf(goldenWithoutTaxMode()));
    QVERIFY(done);
    QVERIFY(*done == inclusive);
    QVERIFY(*returnFrom(eventOf(returnCompleted(inclusive).payload)) == inclusive);
}

void ReturnEventTest::withoutAReceiptItNamesNone()
{
    Return bare = aReturn();
    bare.of.reset();
    const QByteArray payload = returnCompleted(bare).payload;
    QVERIFY(!payload.contains("\"of\""));
    QVERIFY(*returnFrom(eventOf(payload)) == bare);
}

void ReturnEventTest::whatBreaksTheContractIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("a currency that nobody has", "\"EUR\"", "\"EUX\"");
    row("an unknown disposition", "\"damaged\"", "\"lost\"");
    row("a negative amount", "\"gross\":500", "\"gross\":-500");
    row("a fraction of a cent", "\"gross\":500", "\"gross\":500.5");
    row("no goods", "\"quantity\":2000", "\"quantity\":0");
    row("a receipt that is no number", "BER1T1-1-43", "BER1T1");
    row("of a receipt that is no number", "BER1T2-2-7", "BER1T2");
    row("of a sale that is no id", "019a7000-0000-7000-8000-000000000002", "two");
    row("a tender that is neither", "\"card\"", "\"cheque\"");
    row("a tax mode that is neither", "\"exclusive\"", "\"mixed\"");
    row("no lines", "\"lines\"", "\"rows\"");
    row("cut short", "}]", "}");
}

void ReturnEventTest::whatBreaksTheContractIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray payload = golden();
    QVERIFY(payload.contains(from));
    payload.replace(from, to);
    const auto done = returnFrom(eventOf(payload));
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::BadInput);
    QVERIFY(!done.error().facts.value(u"problem"_s).toString().isEmpty());
    Event other = eventOf(golden());
    other.version = 2;
    QVERIFY(!returnFrom(other));
}

QTEST_GUILESS_MAIN(ReturnEventTest)
#include "tst_return_event.moc"
