#include "tests/sync/engine/simulation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Bad networks played from seeds. EVERTILL_SEED plays one of them alone, EVERTILL_SEEDS that many of them.
class SimulationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whateverHappensNothingIsCountedTwiceOrLost_data();
    void whateverHappensNothingIsCountedTwiceOrLost();
};

void SimulationTest::whateverHappensNothingIsCountedTwiceOrLost_data()
{
    QTest::addColumn<quint64>("seed");
    const quint64 one = qEnvironmentVariableIntValue("EVERTILL_SEED");
    const int count = qEnvironmentVariableIntValue("EVERTILL_SEEDS");
    for (quint64 seed = 1; seed <= quint64(count > 0 ? count : 40); ++seed) {
        if (one == 0 || one == seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
}

void SimulationTest::whateverHappensNothingIsCountedTwiceOrLost()
{
    QFETCH(quint64, seed);
    Simulation simulation(seed);
    for (int step = 0; step < 1500; ++step) {
        if (!simulation.step())
            QFAIL(qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(simulation.problem())));
    }
    QVERIFY2(simulation.settle(std::chrono::minutes(30)),
        qPrintable(u"seed %1: %2"_s.arg(seed).arg(simulation.problem())));
    QVERIFY2(simulation.events() > 150 && simulation.wrecks() > 20,
        "a simulation in which nothing happens shows nothing");
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::SimulationTest)
#include "tst_simulation.moc"
