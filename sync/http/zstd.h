#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

struct ZSTD_DCtx_s;

namespace evertill {

[[nodiscard]] QByteArray zstdCompressed(QByteArrayView bytes);

/// Decompresses zstd as it arrives, in bounded memory: a window of at most 32 MiB, and pieces of at most 128
/// KiB handed on.
class ZstdInflater final {
public:
    /// Takes a piece of what was compressed; its refusal ends the reading and is handed on.
    using Sink = std::function<Result<>(QByteArrayView)>;

    ZstdInflater();
    /// Refuses BadAnswer where \a bytes are not zstd.
    [[nodiscard]] Result<> feed(QByteArrayView bytes, const Sink &sink);
    /// Whether what was fed so far ends where a frame ends.
    [[nodiscard]] bool isComplete() const { return m_atFrameEnd; }

private:
    std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s *)> m_context;
    QByteArray m_out;
    bool m_atFrameEnd = false;
};

} // namespace evertill
