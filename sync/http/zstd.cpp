#include "sync/http/zstd.h"

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kLevel = 3;
constexpr int kLargestWindowLog = 25;

} // namespace

QByteArray zstdCompressed(QByteArrayView bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(std::size_t(bytes.size()))), Qt::Uninitialized);
    const std::size_t size =
        ZSTD_compress(out.data(), std::size_t(out.size()), bytes.data(), std::size_t(bytes.size()), kLevel);
    if (ZSTD_isError(size))
        qFatal("zstd can't compress: %s", ZSTD_getErrorName(size));
    out.truncate(qsizetype(size));
    return out;
}

ZstdInflater::ZstdInflater()
    : m_context(ZSTD_createDCtx(), ZSTD_freeDCtx), m_out(qsizetype(ZSTD_DStreamOutSize()), Qt::Uninitialized)
{
    if (!m_context
        || ZSTD_isError(ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, kLargestWindowLog)))
        qFatal("zstd can't be set up");
}

Result<> ZstdInflater::feed(QByteArrayView bytes, const Sink &sink)
{
    ZSTD_inBuffer in = {bytes.data(), std::size_t(bytes.size()), 0};
    // A full output buffer may leave more inside the context although all input is taken.
    bool isFull = false;
    while (in.pos < in.size || isFull) {
        ZSTD_outBuffer out = {m_out.data(), std::size_t(m_out.size()), 0};
        const std::size_t before = in.pos;
        const std::size_t left = ZSTD_decompressStream(m_context.get(), &out, &in);
        if (ZSTD_isError(left))
            return refuse(Code::BadAnswer,
                {{u"problem"_s, u"not zstd: %1"_s.arg(QLatin1StringView(ZSTD_getErrorName(left)))}});
        // A frame that ended with the buffer full is asked once more: nothing is left, and nothing begun.
        if (in.pos != before || out.pos != 0)
            m_atFrameEnd = left == 0;
        isFull = out.pos == out.size;
        if (out.pos == 0)
            continue;
        if (auto taken = sink(QByteArrayView(m_out.constData(), qsizetype(out.pos))); !taken)
            return taken;
    }
    return {};
}

} // namespace evertill
