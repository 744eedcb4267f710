#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <stdexcept>

namespace evertill::sandbox {

/// A payload of a known kind that is not the contract's shape. The event is kept, and booked nowhere.
class PayloadError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Strict reading of one JSON object of a payload: every getter throws PayloadError where the key is missing
/// or has another type; the *Or and maybe* forms allow it to be missing, not to be of another type.
class Payload final {
public:
    explicit Payload(const QJsonObject &object) : m_object(object) { }

    [[nodiscard]] QString text(const QString &key) const;
    [[nodiscard]] QString textOr(const QString &key, const QString &otherwise) const;
    [[nodiscard]] std::optional<QString> maybeText(const QString &key) const;
    [[nodiscard]] qint64 number(const QString &key) const;
    [[nodiscard]] qint64 numberOr(const QString &key, qint64 otherwise) const;
    [[nodiscard]] std::optional<qint64> maybeNumber(const QString &key) const;
    [[nodiscard]] QJsonArray array(const QString &key) const;
    [[nodiscard]] QJsonArray arrayOr(const QString &key, const QJsonArray &otherwise) const;
    [[nodiscard]] std::optional<Payload> maybeObject(const QString &key) const;
    [[nodiscard]] static Payload item(const QJsonValue &value);

private:
    QJsonObject m_object;
};

} // namespace evertill::sandbox
