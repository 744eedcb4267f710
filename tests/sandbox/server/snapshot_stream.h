#pragma once

#include "tests/sandbox/server/oms_pool.h"

#include <httplib.h>
#include <zstd.h>

namespace evertill::sandbox {

/// Sends a snapshot while it is read, plain or zstd, in bounded memory.
class SnapshotStream final {
public:
    /// Has \a response send the snapshot that is taken now.
    static void start(OmsPool::Lease oms, const QString &till, bool packed, httplib::Response &response);

    SnapshotStream(OmsPool::Lease oms, const QString &till, bool packed);

private:
    [[nodiscard]] bool sendMore(httplib::DataSink &sink);
    [[nodiscard]] bool pack(const QByteArray &piece, ZSTD_EndDirective directive, httplib::DataSink &sink);

    OmsPool::Lease m_oms;
    std::unique_ptr<Snapshot> m_snapshot;
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> m_context;
    QByteArray m_buffer;
};

} // namespace evertill::sandbox
