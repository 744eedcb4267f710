#pragma once

#include "tests/sim/oracle/log.h"

#include <optional>

namespace evertill::sim::oracle {

/// What a page or a snapshot of the feed told: which entities, and the moment of the books that they stand
/// for.
struct Told {
    struct Row {
        std::string key;
        bool isDrop = false;
    };
    std::vector<Row> rows;
    Moment moment;
    std::string cursor; ///< where the feed goes on
    bool isWhole = false; ///< a snapshot
    bool isEnd = false; ///< nothing more was to be told then
};

/// What one till has been told, entity by entity.
class Knowledge final {
public:
    /// Takes what the till has committed. The former state may come back by a power cut, unless it was a
    /// snapshot.
    void take(const Told &told);
    /// What the till is about to commit: after a crash it may be there or not.
    void expect(const Told &told) { m_expected = told; }
    void expectNothing() { m_expected.reset(); }
    /// The till was opened again and stands at \a cursor. False where it can't stand there: \a mayLoseCommits
    /// after a power cut only.
    [[nodiscard]] bool reopen(const std::string &cursor, bool mayLoseCommits);
    /// The till's copy is gone.
    void forget();

    /// Another one each time that anything changed.
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const Moment *find(const std::string &key) const;
    [[nodiscard]] const std::map<std::string, Moment> &rows() const { return *m_states.back().rows; }
    /// Set where every row stands for one moment.
    [[nodiscard]] const std::optional<Moment> &wholeAt() const { return m_states.back().wholeAt; }

private:
    [[nodiscard]] bool reopenCut(const std::string &cursor);

    struct State {
        std::string cursor;
        std::shared_ptr<const std::map<std::string, Moment>> rows;
        std::optional<Moment> wholeAt;
    };
    std::vector<State> m_states{
        {{}, std::make_shared<std::map<std::string, Moment>>(), {}}}; // the newest last
    /// What a power cut has taken, oldest first, and the cursor before it. The log's end may hold it still:
    /// where the same pages are written once more, to the bit, what lay beyond them is good again.
    std::vector<State> m_cut;
    std::string m_cutAfter;
    std::optional<Told> m_expected;
    int m_version = 0;
};

} // namespace evertill::sim::oracle
