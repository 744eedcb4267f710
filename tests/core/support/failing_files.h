#pragma once

#include "core/store/files.h"

#include <functional>

namespace evertill::test {

/// The machine's files on a disk that may refuse: before each change it asks \a goesOn, with the path that is
/// to be changed or flushed, and where that says no nothing happens.
class FailingFiles : public Files {
public:
    explicit FailingFiles(std::function<bool(const QString &path)> goesOn) : m_goesOn(std::move(goesOn)) { }

    [[nodiscard]] bool exists(const QString &path) const override { return real().exists(path); }
    [[nodiscard]] std::optional<QByteArray> read(const QString &path, qint64 limit) const override
    {
        return real().read(path, limit);
    }
    [[nodiscard]] Stamp stamp(const QString &path) const override { return real().stamp(path); }
    [[nodiscard]] QStringList names(const QString &folder, const QString &beginning) const override
    {
        return real().names(folder, beginning);
    }
    [[nodiscard]] bool replace(const QString &path, const QByteArray &content, bool isPrivate) const override
    {
        return m_goesOn(path) && real().replace(path, content, isPrivate);
    }
    [[nodiscard]] bool mark(const QString &path) const override
    {
        return m_goesOn(path) && real().mark(path);
    }
    void remove(const QString &path) const override
    {
        if (m_goesOn(path))
            real().remove(path);
    }
    [[nodiscard]] std::shared_ptr<void> holdEmpty(const QString &path) const override
    {
        return m_goesOn(path) ? real().holdEmpty(path) : nullptr;
    }
    [[nodiscard]] bool reserve(const QString &path, qint64 bytes) const override
    {
        return m_goesOn(path) && real().reserve(path, bytes);
    }
    [[nodiscard]] bool rename(const QString &from, const QString &to) const override
    {
        return m_goesOn(to) && real().rename(from, to);
    }
    [[nodiscard]] bool flush(const QString &path) const override
    {
        return m_goesOn(path) && real().flush(path);
    }

private:
    [[nodiscard]] static const Files &real() { return ofThisMachine(); }

    std::function<bool(const QString &path)> m_goesOn;
};

} // namespace evertill::test
