#include "tests/bench/common/samples.h"

#include <algorithm>
#include <cstdio>

namespace evertill::bench {

double Samples::percentileUs(int percent) const
{
    if (m_ns.empty())
        return 0;
    std::vector<std::int64_t> sorted = m_ns;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t at = std::min(sorted.size() - 1, sorted.size() * std::size_t(percent) / 100);
    return double(sorted[at]) / 1000.0;
}

void Samples::print(const std::string &name) const
{
    printFigure(name + ".min", percentileUs(0), "us");
    printFigure(name + ".median", medianUs(), "us");
    printFigure(name + ".p99", percentileUs(99), "us");
    printFigure(name + ".count", double(m_ns.size()), "times");
}

void printFigure(const std::string &name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

} // namespace evertill::bench
