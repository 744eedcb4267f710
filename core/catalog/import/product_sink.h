#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"

namespace evertill {

/// Where checked rows of a catalogue file go: a bare till's replica, or an OMS. Nothing of them counts before
/// finish() returned.
class ProductSink {
public:
    virtual ~ProductSink() = default;
    [[nodiscard]] virtual Result<> begin(const std::vector<TaxRow> &taxes) = 0;
    [[nodiscard]] virtual Result<> add(const ProductRow &product) = 0;
    [[nodiscard]] virtual Result<> finish() = 0;
};

} // namespace evertill
