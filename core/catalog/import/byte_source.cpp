#include "core/catalog/import/byte_source.h"

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qint64 kChunk = 256 * 1024;

tl::unexpected<Refusal> unreadable(const QString &problem)
{
    return refuse(Code::BadInput, {{u"problem"_s, problem}});
}

} // namespace

struct ByteSource::Unpacker {
    Unpacker() : stream(ZSTD_createDStream(), &ZSTD_freeDStream) { }

    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream;
    QByteArray packed;
    std::size_t taken = 0;
    bool isMidFrame = false;
};

ByteSource::ByteSource(std::unique_ptr<QFile> file) : m_file(std::move(file)) { }
ByteSource::~ByteSource() = default;
ByteSource::ByteSource(ByteSource &&) noexcept = default;
ByteSource &ByteSource::operator=(ByteSource &&) noexcept = default;

Result<ByteSource> ByteSource::open(const QString &path)
{
    ByteSource source(std::make_unique<QFile>(path));
    if (!source.m_file->open(QIODevice::ReadOnly))
        return unreadable(u"%1: %2"_s.arg(path, source.m_file->errorString()));
    if (source.m_file->peek(4) == QByteArrayView("\x28\xB5\x2F\xFD", 4))
        source.m_unpacker = std::make_unique<Unpacker>();
    return source;
}

Result<QByteArray> ByteSource::next()
{
    if (m_unpacker)
        return unpack();
    QByteArray bytes = m_file->read(kChunk);
    if (bytes.isEmpty() && m_file->error() != QFileDevice::NoError)
        return unreadable(m_file->errorString());
    return bytes;
}

Result<QByteArray> ByteSource::unpack()
{
    Unpacker &unpacker = *m_unpacker;
    QByteArray plain(kChunk, Qt::Uninitialized);
    ZSTD_outBuffer out{plain.data(), std::size_t(plain.size()), 0};
    while (out.pos == 0) {
        if (unpacker.taken == std::size_t(unpacker.packed.size())) {
            unpacker.packed = m_file->read(kChunk);
            unpacker.taken = 0;
            if (unpacker.packed.isEmpty() && m_file->error() != QFileDevice::NoError)
                return unreadable(m_file->errorString());
            // At the end of the file the stream may still hold output back; a call that yields none shows
            // that it does not.
        }
        ZSTD_inBuffer in{unpacker.packed.constData(), std::size_t(unpacker.packed.size()), unpacker.taken};
        const bool isEnd = in.size == 0;
        if (isEnd && !unpacker.isMidFrame)
            return QByteArray();
        const std::size_t left = ZSTD_decompressStream(unpacker.stream.get(), &out, &in);
        if (ZSTD_isError(left))
            return unreadable(
                u"damaged Zstandard file: %1"_s.arg(QString::fromUtf8(ZSTD_getErrorName(left))));
        unpacker.taken = in.pos;
        unpacker.isMidFrame = left != 0;
        if (isEnd && out.pos == 0)
            return unreadable(u"the Zstandard file is cut short"_s);
    }
    plain.truncate(qsizetype(out.pos));
    return plain;
}

} // namespace evertill
