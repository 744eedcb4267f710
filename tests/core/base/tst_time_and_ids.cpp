#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/base/system_random.h"

#include <QTest>

#include <set>

using namespace evertill;

class TimeAndIdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDayEndsAtLocalMidnight_data();
    void aDayEndsAtLocalMidnight();
    void daysAreWrittenAsIsoHasThem();
    void aTextThatIsNoDayIsNone_data();
    void aTextThatIsNoDayIsNone();
    void idsCarryTheirMillisecondAndTheirVersion();
    void aTextThatIsNoUuidIsNone_data();
    void aTextThatIsNoUuidIsNone();
    void idsFromTheMachineDoNotRepeat();
};

void TimeAndIdsTest::aDayEndsAtLocalMidnight_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QDate>("day");
    constexpr qint64 kMidnight = 1'795'219'200'000'000; // 2026-11-21T00:00:00Z
    QTest::newRow("the first moment in London") << kMidnight << 0 << QDate(2026, 11, 21);
    QTest::newRow("the last moment in London") << kMidnight - 1 << 0 << QDate(2026, 11, 20);
    QTest::newRow("an hour earlier it is already tomorrow in Berlin")
        << kMidnight - 3'600'000'000 << 60 << QDate(2026, 11, 21);
    QTest::newRow("in New York it is still yesterday") << kMidnight << -300 << QDate(2026, 11, 20);
    QTest::newRow("before 1970") << qint64(-1) << 0 << QDate(1969, 12, 31);
}

void TimeAndIdsTest::aDayEndsAtLocalMidnight()
{
    QFETCH(qint64, us);
    QFETCH(int, offset);
    QFETCH(QDate, day);
    const ManualClock clock({us}, offset);
    QCOMPARE(clock.localDate(clock.now()), day);
}

void TimeAndIdsTest::daysAreWrittenAsIsoHasThem()
{
    for (QDate day(1999, 12, 1); day < QDate(2005, 1, 1); day = day.addDays(1)) {
        const auto text = isoDate(day);
        QCOMPARE(QByteArray(text.data(), 10), day.toString(Qt::ISODate).toLatin1());
        QCOMPARE(dateFromIso(text), day);
    }
}

void TimeAndIdsTest::aTextThatIsNoDayIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut short") << QByteArray("2026-11-2");
    QTest::newRow("too long") << QByteArray("2026-11-211");
    QTest::newRow("strokes") << QByteArray("2026/11/21");
    QTest::newRow("letters") << QByteArray("2026-1x-21");
    QTest::newRow("a bracket in the year") << QByteArray("(026-11-20");
    QTest::newRow("no such day") << QByteArray("2026-02-29");
}

void TimeAndIdsTest::aTextThatIsNoDayIsNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!dateFromIso(text).isValid());
}

void TimeAndIdsTest::idsCarryTheirMillisecondAndTheirVersion()
{
    SeededRandom random(1);
    const Uuid id = random.uuid({0x0190a0b1c2d3LL * 1000 + 999});
    const QByteArray text = id.toLatin1();
    QVERIFY2(text.startsWith("0190a0b1-c2d3-7"), text.constData());
    QVERIFY(QByteArray("89ab").contains(text[19]));
    QCOMPARE(Uuid::fromText(text), std::optional(id));
    QCOMPARE(Uuid::fromText(text.toUpper()), std::optional(id));
}

void TimeAndIdsTest::aTextThatIsNoUuidIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("without hyphens") << QByteArray("0190a0b1c2d3745689abcdef01234567");
    QTest::newRow("a letter beyond f") << QByteArray("0190a0b1-c2d3-7456-89ab-cdef0123456g");
    QTest::newRow("a hyphen out of place") << QByteArray("0190a0b1c-2d3-7456-89ab-cdef01234567");
    QTest::newRow("too long") << QByteArray("0190a0b1-c2d3-7456-89ab-cdef012345678");
}

void TimeAndIdsTest::aTextThatIsNoUuidIsNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Uuid::fromText(text));
}

void TimeAndIdsTest::idsFromTheMachineDoNotRepeat()
{
    SystemRandom random;
    std::set<Uuid> seen;
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(seen.insert(random.uuid({1})).second);
}

QTEST_GUILESS_MAIN(TimeAndIdsTest)
#include "tst_time_and_ids.moc"
