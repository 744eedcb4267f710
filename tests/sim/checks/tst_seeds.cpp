#include "tests/sim/world/world.h"

#include <QElapsedTimer>
#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

constexpr int kSeeds = 2'000;
constexpr int kSteps = 120;

} // namespace

/// Shop days from seeds. EVERTILL_SEEDS says how many, EVERTILL_SEED the first; `tests/sim/run` tells more of
/// one.
class SeedsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void whateverHappensNothingIsLostNorCountedTwice();
    void oneSeedIsLivedAlikeEveryTime();
};

void SeedsTest::whateverHappensNothingIsLostNorCountedTwice()
{
    const quint64 first = quint64(std::max(1, qEnvironmentVariableIntValue("EVERTILL_SEED")));
    const int asked = qEnvironmentVariableIntValue("EVERTILL_SEEDS");
    FaultTable faults;
    std::int64_t steps = 0;
    QElapsedTimer timer;
    timer.start();
    const int seeds = asked > 0 ? asked : kSeeds;
    for (quint64 seed = first; seed < first + quint64(seeds); ++seed) {
        World world(seed);
        const auto finding = world.live(kSteps);
        steps += world.steps();
        faults.add(world.faults());
        if (finding)
            QFAIL(qPrintable(
                u"seed %1: %2; in words: tests/sim/run --from %1 --seeds 1 --steps %3 --story"_s.arg(seed)
                    .arg(*finding)
                    .arg(kSteps)));
    }
    qInfo("%s", qPrintable(u"faults that altered a run, by what the engine waited for\n"_s + faults.text()));
    qInfo("%d seeds, %lld steps, %lld a second", seeds, qlonglong(steps),
        qlonglong(steps * 1000 / std::max<qint64>(1, timer.elapsed())));
    if (asked == 0)
        QCOMPARE(faults.empty(), 0);
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
