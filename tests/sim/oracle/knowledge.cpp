#include "tests/sim/oracle/knowledge.h"

#include <algorithm>

namespace evertill::sim::oracle {
namespace {

constexpr std::size_t kMostStates = 400;

} // namespace

void Knowledge::take(const Told &told)
{
    ++m_version;
    auto rows = std::make_shared<std::map<std::string, Moment>>();
    if (!told.isWhole)
        *rows = *m_states.back().rows;
    for (const Told::Row &row : told.rows) {
        if (row.isDrop)
            rows->erase(row.key);
        else
            (*rows)[row.key] = told.moment;
    }
    if (told.isWhole)
        m_cut.clear();
    if (told.isWhole || m_states.size() == kMostStates)
        m_states.erase(m_states.begin(), told.isWhole ? m_states.end() : m_states.begin() + 1);
    m_states.push_back(
        {told.cursor, std::move(rows), told.isEnd ? std::optional(told.moment) : std::nullopt});
    m_expected.reset();
}

bool Knowledge::reopen(const std::string &cursor, bool mayLoseCommits)
{
    if (m_expected && m_expected->cursor == cursor && m_states.back().cursor != cursor) {
        const Told told = *m_expected;
        take(told);
        return true;
    }
    m_expected.reset();
    ++m_version;
    const auto newest = std::find_if(
        m_states.rbegin(), m_states.rend(), [&](const State &state) { return state.cursor == cursor; });
    if (newest == m_states.rend())
        return reopenCut(cursor);
    if (newest != m_states.rbegin() && !mayLoseCommits)
        return false;
    if (newest != m_states.rbegin()) {
        m_cut.assign(newest.base(), m_states.end());
        m_cutAfter = cursor;
    }
    m_states.erase(newest.base(), m_states.end());
    return true;
}

bool Knowledge::reopenCut(const std::string &cursor)
{
    std::string before = m_cutAfter;
    for (const State &state : m_cut) {
        if (state.cursor == cursor && before == m_states.back().cursor) {
            m_states.push_back(state);
            return true;
        }
        before = state.cursor;
    }
    return false;
}

void Knowledge::forget()
{
    const int version = m_version;
    *this = Knowledge();
    m_version = version + 1;
}

const Moment *Knowledge::find(const std::string &key) const
{
    const auto &rows = *m_states.back().rows;
    const auto found = rows.find(key);
    return found == rows.end() ? nullptr : &found->second;
}

} // namespace evertill::sim::oracle
