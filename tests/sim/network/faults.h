#pragma once

#include <QString>

#include <array>
#include <cstdint>

namespace evertill::sim {

/// What goes wrong. Counted where it altered the run, and nowhere else.
enum class Fault {
    Unreachable, ///< no connection
    RequestLost, ///< sent, and never heard of again
    AnswerLost, ///< done, and nobody heard
    Delayed, ///< the till or the OMS had moved on when the answer came
    Late, ///< the answer came when nobody waited any more
    RequestDoubled, ///< done twice
    AnswerDoubled, ///< told twice
    Overtaken, ///< a request reached the OMS after a later one
    Cut, ///< the answer broke off
    Garbage, ///< the answer breaks the contract
    Portal, ///< somebody else answered
    ServerError, ///< 5xx
    TooMany, ///< 429 with Retry-After
    TillKilled,
    PowerCut, ///< and writes that were not flushed are lost
    TornWrite, ///< and one of them arrived in part
    DiskFull, ///< a write was refused
    ReplicaGone,
    TillRestored, ///< from a backup that lacks something
    TillRebuilt, ///< on an empty disk, from what the OMS has of it
    DiskCopied, ///< and both go on as one till
    ClockBack,
    ClockAhead,
    OmsCrashed,
    OmsRestored, ///< from an older copy: it has forgotten something
    Count,
};

[[nodiscard]] QString faultName(Fault fault);

/// What the engine was doing: the exchange that waited.
enum class Doing { Position, Events, Page, LongPoll, Snapshot, Count };

[[nodiscard]] QString doingName(Doing doing);

/// How often each fault altered a run, by what the engine was doing.
class FaultTable final {
public:
    void count(Fault fault, Doing doing) { ++m_cells[std::size_t(fault)][std::size_t(doing)]; }
    void add(const FaultTable &other);
    [[nodiscard]] int empty() const;
    /// A line per fault.
    [[nodiscard]] QString text() const;

private:
    std::array<std::array<std::int64_t, std::size_t(Doing::Count)>, std::size_t(Fault::Count)> m_cells{};
};

} // namespace evertill::sim
