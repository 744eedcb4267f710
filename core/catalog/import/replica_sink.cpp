#include "core/catalog/import/replica_sink.h"

namespace evertill {

Result<> ReplicaSink::begin(const std::vector<TaxRow> &taxes)
{
    m_generation = m_writer.startGeneration();
    for (const TaxRow &tax : taxes) {
        if (auto added = m_generation->add(tax); !added)
            return added;
    }
    return {};
}

Result<> ReplicaSink::add(const ProductRow &product) { return m_generation->add(product); }

Result<> ReplicaSink::finish()
{
    auto finished = m_generation->finish({}, {});
    m_generation.reset();
    return finished;
}

} // namespace evertill
