#pragma once

#include "core/replica/feed_row.h"

#include <QByteArray>

namespace evertill {

/// \a product as a ProductRow of resources/api/oms.yaml: canonical JSON, fields that say nothing left out.
[[nodiscard]] QByteArray productJson(const ProductRow &product);

} // namespace evertill
