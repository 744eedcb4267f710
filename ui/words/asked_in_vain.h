#pragma once

#include "core/base/currency.h"
#include "core/base/result.h"

#include <QString>

namespace evertill {

/// What to do where the head office could not be asked: \a lent, with the amount `left` of the refusal's
/// \a facts as %1, where the shop lends something; else to try again, or to pay in another way.
[[nodiscard]] QString askedInVain(const QString &lent, const QVariantMap &facts, Currency currency);

} // namespace evertill
