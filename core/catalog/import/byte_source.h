#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace evertill {

/// A file's bytes from front to back, unpacked on the way where they begin with Zstandard's magic number.
/// Memory stays bounded whatever the file's size.
class ByteSource final {
public:
    /// Refuses BadInput (problem) where the file can't be read.
    [[nodiscard]] static Result<ByteSource> open(const QString &path);
    ~ByteSource();
    ByteSource(ByteSource &&) noexcept;
    ByteSource &operator=(ByteSource &&) noexcept;

    /// The next bytes; empty at the end. Refuses BadInput (problem) for a packed file that is cut short or
    /// damaged.
    [[nodiscard]] Result<QByteArray> next();

private:
    struct Unpacker;
    explicit ByteSource(std::unique_ptr<QFile> file);
    Result<QByteArray> unpack();

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Unpacker> m_unpacker; ///< null where the file is not packed
};

} // namespace evertill
