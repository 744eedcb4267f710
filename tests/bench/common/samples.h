#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace evertill::bench {

/// Times of one kind of work, in nanoseconds, and what they come to.
class Samples final {
public:
    void add(std::int64_t ns) { m_ns.push_back(ns); }
    /// The time of one call of \a work.
    template <typename Work> void time(Work &&work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        add((std::chrono::steady_clock::now() - start).count());
    }
    [[nodiscard]] double medianUs() const { return percentileUs(50); }
    [[nodiscard]] double percentileUs(int percent) const;
    /// Prints "<name>.median <x> us", .p99 and .min: one figure a line.
    void print(const std::string &name) const;

private:
    std::vector<std::int64_t> m_ns;
};

/// Prints one figure: "name value unit".
void printFigure(const std::string &name, double value, const char *unit);

} // namespace evertill::bench
