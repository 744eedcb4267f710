#pragma once

#include <QString>

#include <stdexcept>

namespace evertill::sim {

/// Something is not as it must be: the run ends here.
struct Finding {
    QString what;
};

/// A till's process has ended in the midst of what it did.
struct ProcessEnded { };

inline void require(bool holds, const QString &what)
{
    if (!holds)
        throw Finding{what};
}

} // namespace evertill::sim
