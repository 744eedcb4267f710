#pragma once

#include "core/base/uuid.h"

#include <QByteArray>
#include <QString>
#include <QVarLengthArray>

#include <cstdint>

namespace evertill {

/// Writes canonical JSON as RFC 8785 (JCS) has it, for the values that we use: UTF-8, sorted keys, no spaces,
/// shortest escapes, integers within ±(2^53 − 1). The caller names keys in ascending order; out of order is a
/// programmer's error.
class JsonWriter final {
public:
    JsonWriter() { m_out.reserve(512); }

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    /// The key's bytes are plain ASCII and outlive the object being written: literals.
    JsonWriter &key(QByteArrayView name);
    JsonWriter &value(std::int64_t number);
    JsonWriter &value(int number) { return value(std::int64_t(number)); }
    JsonWriter &value(bool truth);
    JsonWriter &value(QStringView text);
    JsonWriter &value(const QString &text) { return value(QStringView(text)); }
    /// Text that is UTF-8 already.
    JsonWriter &utf8(QByteArrayView text);
    JsonWriter &value(const Uuid &uuid) { return utf8(uuid.toLatin1()); }
    template <typename Tag> JsonWriter &value(const Id<Tag> &id) { return value(id.uuid()); }
    /// A whole value that is canonical JSON already, copied as it stands.
    JsonWriter &raw(QByteArrayView json);

    /// key() and value() in one.
    template <typename T> JsonWriter &field(QByteArrayView name, const T &what)
    {
        return key(name).value(what);
    }

    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void separate();

    QByteArray m_out;
    QVarLengthArray<QByteArrayView, 8> m_lastKeys; // one per open object or array; empty before its first key
    bool m_needsComma = false;
};

} // namespace evertill
