#include "tests/sim/story/story.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

void Story::tell(Instant at, const std::function<QString()> &words)
{
    if (!m_isTold)
        return;
    const auto seconds = at.us / 1'000'000 % 86'400;
    const auto two = [](std::int64_t number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    m_lines.append(u"%1:%2:%3.%4  %5"_s.arg(two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60))
                       .arg(at.us / 1000 % 1000, 3, 10, QChar(u'0'))
                       .arg(words()));
}

} // namespace evertill::sim
