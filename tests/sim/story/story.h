#pragma once

#include "core/base/clock.h"

#include <QStringList>

#include <functional>

namespace evertill::sim {

/// What happened, in words, for those who read a failure. Costs nothing while nobody listens.
class Story final {
public:
    explicit Story(bool isTold) : m_isTold(isTold) { }

    void tell(Instant at, const std::function<QString()> &words);
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    bool m_isTold;
    QStringList m_lines;
};

} // namespace evertill::sim
