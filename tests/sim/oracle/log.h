#pragma once

#include "tests/sim/oracle/fact.h"

#include <map>
#include <unordered_map>

namespace evertill::sim::oracle {

/// Facts in one order of happening: a till's journal, or a store's books. Only ever grows; a history that was
/// cut is another log.
class Log final {
public:
    void append(FactPtr fact);
    [[nodiscard]] const std::vector<FactPtr> &facts() const { return m_facts; }
    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    /// Whether the fact is among the first \a length.
    [[nodiscard]] bool has(int uid, std::size_t length) const;
    /// Those that name the entity, in their order.
    [[nodiscard]] const std::vector<std::size_t> &naming(const std::string &key) const;
    [[nodiscard]] std::shared_ptr<Log> prefix(std::size_t length) const;

private:
    std::vector<FactPtr> m_facts;
    std::unordered_map<int, std::size_t> m_places;
    std::unordered_map<std::string, std::vector<std::size_t>> m_naming;
};

/// A store's books as they were at one moment.
struct Moment {
    std::shared_ptr<const Log> log;
    std::size_t length = 0;
};

/// Whether everything that the feed tells is the same at both moments.
[[nodiscard]] bool tellsTheSame(const Moment &earlier, const Moment &later);

/// What is known of one entity: what the books of that moment say, and what the till did beyond them, in that
/// order.
[[nodiscard]] std::vector<FactPtr> known(const std::string &key, const Moment &moment, const Log &own);

} // namespace evertill::sim::oracle
