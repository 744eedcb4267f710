#include "tests/sim/world/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHashSeed>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using evertill::sim::World;

constexpr quint64 kSayAfter = 1'000; // seeds

void say(const QString &line)
{
    std::fprintf(stdout, "%s\n", qPrintable(line));
    std::fflush(stdout);
}

int failed(quint64 seed, int steps, int lines)
{
    World again(seed, true);
    const auto finding = again.live(steps);
    for (const QString &line : again.story().mid(qMax(qsizetype(0), again.story().size() - lines)))
        say(line);
    say(u"seed %1: %2"_s.arg(seed).arg(finding.value_or(u"it did not fail again"_s)));
    say(u"again: tests/sim/run --from %1 --seeds 1 --steps %2 --story"_s.arg(seed).arg(steps));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"seeds"_s, u"how many"_s, u"N"_s, u"100"_s},
        {u"from"_s, u"the first"_s, u"S"_s, u"1"_s}, {u"steps"_s, u"of each"_s, u"K"_s, u"300"_s},
        {u"story"_s, u"tell all of it"_s}, {u"keep-going"_s, u"past a seed that fails"_s}});
    parser.addHelpOption();
    parser.process(program);
    const quint64 from = parser.value(u"from"_s).toULongLong();
    const quint64 seeds = parser.value(u"seeds"_s).toULongLong();
    const int steps = parser.value(u"steps"_s).toInt();
    if (parser.isSet(u"story"_s))
        return failed(from, steps, 1'000'000);
    evertill::sim::FaultTable faults;
    evertill::sim::oracle::DeedTable deeds;
    std::int64_t taken = 0;
    std::int64_t events = 0;
    std::int64_t comparisons = 0;
    int bad = 0;
    const auto begun = std::chrono::steady_clock::now();
    for (quint64 seed = from; seed < from + seeds; ++seed) {
        World world(seed);
        const auto finding = world.live(steps);
        taken += world.steps();
        events += world.events();
        comparisons += world.comparisons();
        faults.add(world.faults());
        deeds.add(world.deeds());
        const std::chrono::duration<double> soFar = std::chrono::steady_clock::now() - begun;
        if (const quint64 lived = seed - from + 1; lived % kSayAfter == 0)
            say(u"%1 seeds, %2 steps, %3 s, %4 failed"_s.arg(lived)
                    .arg(taken)
                    .arg(qint64(soFar.count()))
                    .arg(bad));
        if (!finding)
            continue;
        ++bad;
        if (!parser.isSet(u"keep-going"_s))
            return failed(seed, steps, 60);
        say(u"seed %1: %2"_s.arg(seed).arg(*finding));
    }
    const std::chrono::duration<double> span = std::chrono::steady_clock::now() - begun;
    say(faults.text());
    say(QString::fromStdString(deeds.text()));
    say(u"%1 seeds, %2 steps, %3 events, %4 comparisons in %5 s: %6 steps a second, %7 empty cells, %8 seeds failed"_s
            .arg(seeds)
            .arg(taken)
            .arg(events)
            .arg(comparisons)
            .arg(span.count(), 0, 'f', 1)
            .arg(qint64(double(taken) / span.count()))
            .arg(faults.empty())
            .arg(bad));
    return bad == 0 ? 0 : 1;
}
