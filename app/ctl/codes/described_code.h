#pragma once

#include "core/base/currency.h"
#include "core/catalog/scanned_code.h"

#include <QJsonObject>

#include <string>

namespace evertill {

/// What a code is described for.
struct Reader {
    QDate today; ///< which century a two-digit year means
    Currency currency; ///< of the shop: what an amount without one is in
    std::string uriStem = "https://id.gs1.org"; ///< of the Digital Link URI that says the same
};

/// \a code as evertillctl prints it: kind, numbers, each element, and what they mean.
[[nodiscard]] QJsonObject describedCode(const ScannedCode &code, const Reader &reader);

} // namespace evertill
