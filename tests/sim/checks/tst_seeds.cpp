#include "tests/sim/world/world.h"

#include <QElapsedTimer>
#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

constexpr int kSeeds = 1'000;
constexpr int kPortion = 500; // Qt Test ends a function that takes five minutes
constexpr int kSteps = 120;

int asked() { return qEnvironmentVariableIntValue("EVERTILL_SEEDS"); }

} // namespace

/// Shop days from seeds. EVERTILL_SEEDS says how many, EVERTILL_SEED the first; `tests/sim/run` tells more of
/// one.
class SeedsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void whateverHappensNothingIsLostNorCountedTwice_data();
    void whateverHappensNothingIsLostNorCountedTwice();
    void everyFaultAlteredARunInEveryState();
    void everythingThatAShopSellsWasSold();
    void oneSeedIsLivedAlikeEveryTime();

private:
    FaultTable m_faults;
    oracle::DeedTable m_deeds;
    std::int64_t m_steps = 0;
    qint64 m_spentMs = 0;
};

void SeedsTest::whateverHappensNothingIsLostNorCountedTwice_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("end");
    const quint64 first = quint64(std::max(1, qEnvironmentVariableIntValue("EVERTILL_SEED")));
    const quint64 end = first + quint64(asked() > 0 ? asked() : kSeeds);
    for (quint64 from = first; from < end; from += kPortion)
        QTest::addRow("from %llu", qulonglong(from)) << from << std::min(end, from + kPortion);
}

void SeedsTest::whateverHappensNothingIsLostNorCountedTwice()
{
    QFETCH(quint64, first);
    QFETCH(quint64, end);
    QElapsedTimer timer;
    timer.start();
    for (quint64 seed = first; seed < end; ++seed) {
        World world(seed);
        const auto finding = world.live(kSteps);
        m_steps += world.steps();
        m_faults.add(world.faults());
        m_deeds.add(world.deeds());
        if (finding)
            QFAIL(qPrintable(
                u"seed %1: %2; in words: tests/sim/run --from %1 --seeds 1 --steps %3 --story"_s.arg(seed)
                    .arg(*finding)
                    .arg(kSteps)));
    }
    m_spentMs += timer.elapsed();
}

void SeedsTest::everyFaultAlteredARunInEveryState()
{
    qInfo(
        "%s", qPrintable(u"faults that altered a run, by what the engine waited for\n"_s + m_faults.text()));
    qInfo("%lld steps, %lld a second", qlonglong(m_steps),
        qlonglong(m_steps * 1000 / std::max<qint64>(1, m_spentMs)));
    if (asked() == 0)
        QCOMPARE(m_faults.empty(), 0);
}

void SeedsTest::everythingThatAShopSellsWasSold()
{
    qInfo("%s", m_deeds.text().c_str());
    if (asked() == 0)
        QCOMPARE(m_deeds.empty(), 0);
}

void SeedsTest::oneSeedIsLivedAlikeEveryTime()
{
    for (const quint64 seed : {3, 14, 15}) {
        QStringList stories[2];
        for (QStringList &story : stories) {
            World world(seed, true);
            QCOMPARE(world.live(kSteps), std::optional<QString>());
            story = world.story();
        }
        QVERIFY(stories[0].size() > 50);
        QCOMPARE(stories[0], stories[1]);
    }
}

} // namespace evertill::sim

QTEST_GUILESS_MAIN(evertill::sim::SeedsTest)
#include "tst_seeds.moc"
