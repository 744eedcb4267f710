#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/till/current_shift.h"

#include <QTest>

using namespace evertill;
using namespace std::chrono_literals;

namespace {

// 21 November 2026, 12:00 UTC: one o'clock where the till stands.
constexpr Instant kNoon{1'795'262'400'000'000};

} // namespace

class CurrentShiftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void betweenShiftsThereIsNone();
    void theOpenShiftIsFoundAsItWasOpened();
    void afterMidnightTheShiftKeepsItsBusinessDate();
    void theSecondShiftIsTheCurrentOne();

private:
    [[nodiscard]] Money euros(std::int64_t amount) const
    {
        return Money::minor(amount * 100, m_config.currency);
    }

    ManualClock m_clock{kNoon, 60};
    SeededRandom m_random{1};
    TillConfig m_config = bareTill(*Currency::fromCode(u"EUR"));
    std::unique_ptr<Ledger> m_ledger;
};

void CurrentShiftTest::init()
{
    m_clock.set(kNoon);
    m_ledger = Ledger::inMemory(m_clock, m_random);
}

void CurrentShiftTest::betweenShiftsThereIsNone()
{
    QVERIFY(!currentShift(m_ledger->database()));
    QCOMPARE(businessDate(m_ledger->database(), m_clock, kNoon), QDate(2026, 11, 21));
    QVERIFY(OpenShift(*m_ledger, m_config).run(euros(100)));
    QVERIFY(CloseShift(*m_ledger).run(euros(100)));
    QVERIFY(!currentShift(m_ledger->database()));
}

void CurrentShiftTest::theOpenShiftIsFoundAsItWasOpened()
{
    const auto opened = OpenShift(*m_ledger, m_config).run(euros(100));
    QVERIFY(opened);
    const auto shift = currentShift(m_ledger->database());
    QVERIFY(shift);
    QVERIFY(*shift == (CurrentShift{opened->id, 1, QDate(2026, 11, 21), m_config.currency}));
}

void CurrentShiftTest::afterMidnightTheShiftKeepsItsBusinessDate()
{
    QVERIFY(OpenShift(*m_ledger, m_config).run(euros(100)));
    m_clock.advance(12h);
    QCOMPARE(m_clock.localDate(m_clock.now()), QDate(2026, 11, 22));
    QCOMPARE(businessDate(m_ledger->database(), m_clock, m_clock.now()), QDate(2026, 11, 21));
    QVERIFY(CloseShift(*m_ledger).run(euros(100)));
    QCOMPARE(businessDate(m_ledger->database(), m_clock, m_clock.now()), QDate(2026, 11, 22));
}

void CurrentShiftTest::theSecondShiftIsTheCurrentOne()
{
    QVERIFY(OpenShift(*m_ledger, m_config).run(euros(100)));
    QVERIFY(CloseShift(*m_ledger).run(euros(100)));
    const auto second = OpenShift(*m_ledger, m_config).run(euros(50));
    QVERIFY(second);
    QCOMPARE(currentShift(m_ledger->database())->number, 2);
    QVERIFY(currentShift(m_ledger->database())->id == second->id);
}

QTEST_GUILESS_MAIN(CurrentShiftTest)
#include "tst_current_shift.moc"
