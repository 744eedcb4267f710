#pragma once

#include "tests/sandbox/logic/oms.h"

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace evertill::sandbox {

/// One Oms for each request that runs at this moment, kept for the next. Any thread may ask.
class OmsPool final {
public:
    OmsPool(QString path, StoreSettings settings) : m_path(std::move(path)), m_settings(std::move(settings))
    {
    }

    using Lease = std::unique_ptr<Oms, std::function<void(Oms *)>>;
    /// Goes back when the lease does. The pool outlives its leases.
    [[nodiscard]] Lease lease();
    [[nodiscard]] const StoreSettings &settings() const { return m_settings; }

private:
    const QString m_path;
    const StoreSettings m_settings;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Oms>> m_free;
};

} // namespace evertill::sandbox
