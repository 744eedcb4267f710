#include "tests/sim/network/faults.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

QString faultName(Fault fault)
{
    static const std::array<QString, std::size_t(Fault::Count)> names = {u"unreachable"_s, u"request lost"_s,
        u"answer lost"_s, u"delayed"_s, u"late"_s, u"request doubled"_s, u"answer doubled"_s, u"overtaken"_s,
        u"cut"_s, u"garbage"_s, u"captive portal"_s, u"server error"_s, u"429"_s, u"till killed"_s,
        u"power cut, writes lost"_s, u"power cut, write torn"_s, u"disk full"_s, u"replica gone"_s,
        u"till restored"_s, u"till rebuilt"_s, u"disk copied"_s, u"clock set back"_s, u"clock set ahead"_s,
        u"OMS crashed"_s, u"OMS restored"_s};
    return names[std::size_t(fault)];
}

QString doingName(Doing doing)
{
    static const std::array<QString, std::size_t(Doing::Count)> names = {
        u"position"_s, u"events"_s, u"page"_s, u"long poll"_s, u"snapshot"_s};
    return names[std::size_t(doing)];
}

void FaultTable::add(const FaultTable &other)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        for (std::size_t j = 0; j < m_cells[i].size(); ++j)
            m_cells[i][j] += other.m_cells[i][j];
    }
}

int FaultTable::empty() const
{
    int empty = 0;
    for (const auto &row : m_cells)
        empty += int(std::count(row.begin(), row.end(), 0));
    return empty;
}

QString FaultTable::text() const
{
    QString text = QString(24, u' ');
    for (std::size_t j = 0; j < std::size_t(Doing::Count); ++j)
        text += doingName(Doing(j)).rightJustified(11);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        text += u'\n' + faultName(Fault(i)).leftJustified(24);
        for (const std::int64_t cell : m_cells[i])
            text += QString::number(cell).rightJustified(11);
    }
    return text;
}

} // namespace evertill::sim
