#pragma once

#include "tests/sim/machines/agenda.h"
#include "tests/sim/machines/till.h"
#include "tests/sim/story/story.h"

namespace evertill::sim {

/// All that there is in one run: who takes part, what time it is, what is due.
struct Scene {
    Scene(std::uint64_t seed, bool isTold) : chance(seed), story(isTold) { }

    void tell(const std::function<QString()> &words) { story.tell(now, words); }
    void count(Fault fault, Doing doing) { faults.count(fault, doing); }
    /// Counts for every exchange that \a till waits for.
    void countUnderWay(Fault fault, const Till &till)
    {
        if (!till.process)
            return;
        for (const auto &[id, exchange] : till.process->underWay)
            count(fault, exchange.doing);
    }
    void after(std::chrono::microseconds span, Agenda::Work work) { agenda.at(now + span, std::move(work)); }

    Chance chance;
    Story story;
    Instant now{1'795'258'800'000'000};
    std::vector<std::unique_ptr<OmsHouse>> houses;
    std::vector<std::unique_ptr<Till>> tills;
    Agenda agenda; // holds nothing that outlives the tills
    FaultTable faults;
    std::unordered_map<std::string, oracle::FactPtr> facts; ///< by their event's hash, hex
    std::map<std::string, oracle::FactPtr> byEvent; ///< by the event's id
    int lastUid = 0;
    bool restoresTills = false; ///< from backups; else it is the OMS that is set back
    bool copiesDisks = false; ///< and neither of the former
    bool isHealing = false;
    bool beginsBlank = false; ///< files of ours begin as their migrations leave them
    int badWeather = 0; ///< exchanges in a hundred that something happens to
    int mostRows = 1; ///< of a page
};

} // namespace evertill::sim
