#pragma once

#include "core/catalog/import/product_sink.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_writer.h"

namespace evertill {

/// Loads a catalogue into the next generation of a till's replica, in place of all that was in it. For a till
/// without an OMS.
class ReplicaSink final : public ProductSink {
public:
    explicit ReplicaSink(ReplicaWriter &writer) : m_writer(writer) { }
    [[nodiscard]] Result<> begin(const std::vector<TaxRow> &taxes) override;
    [[nodiscard]] Result<> add(const ProductRow &product) override;
    [[nodiscard]] Result<> finish() override;

private:
    ReplicaWriter &m_writer;
    std::unique_ptr<ReplicaGeneration> m_generation;
};

} // namespace evertill
