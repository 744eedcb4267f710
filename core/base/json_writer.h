#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <QByteArray>
#include <QString>
#include <QVarLengthArray>

#include <cstdint>
#include <string_view>

namespace evertill {

/// Writes canonical JSON as RFC 8785 (JCS) has it, for the values that we use: UTF-8, sorted keys, no spaces,
/// shortest escapes, integers within ±(2^53 − 1). The caller names keys in ascending order; out of order is a
/// programmer's error.
class JsonWriter final {
public:
    JsonWriter() : m_out(2048, Qt::Uninitialized) { }

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
    JsonWriter &value(const Uuid &uuid) { return utf8(uuid.text()); }
    /// "2026-11-21".
    JsonWriter &value(QDate day) { return utf8(isoDate(day)); }
    template <typename Tag> JsonWriter &value(const Id<Tag> &id) { return value(id.uuid()); }
    /// A whole value that is canonical JSON already, copied as it stands.
    JsonWriter &raw(QByteArrayView json);

    /// key() and value() in one.
    template <typename T> JsonWriter &field(QByteArrayView name, const T &what)
    {
        return key(name).value(what);
    }

    [[nodiscard]] QByteArray take();

private:
    void separate();
    /// Where the next \a size bytes go; what is really written there is added to m_size.
    char *room(qsizetype size);
    void put(char c);
    void put(QByteArrayView bytes);
    void quote(QByteArrayView utf8);
    void open(char bracket);
    void close(char bracket);

    QByteArray m_out; // written up to m_size
    qsizetype m_size = 0;
    QVarLengthArray<std::string_view, 8>
        m_lastKeys; // one per open object or array; empty before its first key
    bool m_needsComma = false;
};

} // namespace evertill
