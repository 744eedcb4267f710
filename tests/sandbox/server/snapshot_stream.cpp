#include "tests/sandbox/server/snapshot_stream.h"

#include "tests/sandbox/server/faults.h"

namespace evertill::sandbox {

SnapshotStream::SnapshotStream(OmsPool::Lease oms, const QString &till, bool packed)
    : m_oms(std::move(oms)), m_snapshot(m_oms->snapshot(till)), m_context(nullptr, &ZSTD_freeCCtx)
{
    if (packed) {
        m_context.reset(ZSTD_createCCtx());
        ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, 1);
        m_buffer.resize(static_cast<qsizetype>(ZSTD_CStreamOutSize()));
    }
}

void SnapshotStream::start(OmsPool::Lease oms, const QString &till, bool packed, httplib::Response &response)
{
    const auto stream = std::make_shared<SnapshotStream>(std::move(oms), till, packed);
    if (packed)
        response.set_header("Content-Encoding", "zstd");
    const bool cut = Faults::ofThisCall() && Faults::ofThisCall()->cut;
    response.status = 200;
    response.set_chunked_content_provider(
        "application/x-ndjson", [stream, cut](std::size_t sent, httplib::DataSink &sink) {
            if (cut && sent > 0)
                return false;
            return stream->sendMore(sink);
        });
}

bool SnapshotStream::pack(const QByteArray &piece, ZSTD_EndDirective directive, httplib::DataSink &sink)
{
    ZSTD_inBuffer in{piece.constData(), static_cast<std::size_t>(piece.size()), 0};
    for (;;) {
        ZSTD_outBuffer out{m_buffer.data(), static_cast<std::size_t>(m_buffer.size()), 0};
        const std::size_t left = ZSTD_compressStream2(m_context.get(), &out, &in, directive);
        if (ZSTD_isError(left) || (out.pos > 0 && !sink.write(m_buffer.constData(), out.pos)))
            return false;
        if (directive == ZSTD_e_end ? left == 0 : in.pos == in.size)
            return true;
    }
}

bool SnapshotStream::sendMore(httplib::DataSink &sink)
{
    const std::optional<QByteArray> piece = m_snapshot->next();
    if (piece) {
        return m_context ? pack(*piece, ZSTD_e_continue, sink)
                         : sink.write(piece->constData(), static_cast<std::size_t>(piece->size()));
    }
    if (m_context && !pack({}, ZSTD_e_end, sink))
        return false;
    sink.done();
    return true;
}

} // namespace evertill::sandbox
