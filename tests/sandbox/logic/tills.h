#pragma once

#include "tests/sandbox/logic/random_bytes.h"
#include "tests/sandbox/store/settings.h"
#include "tests/sandbox/store/work_unit.h"

namespace evertill::sandbox {

/// Signs a till's certificate. Implemented where the CA's key is.
class Certifier {
public:
    struct Certificate {
        QByteArray pem;
        QString serial; ///< hex
    };
    virtual ~Certifier() = default;
    /// The SHA-256 of the request's public key, hex. Refuses `bad_request` for what is no sound request.
    [[nodiscard]] virtual Result<QString> keyHash(const QByteArray &csrPem) const = 0;
    [[nodiscard]] virtual Result<Certificate> certify(
        const QByteArray &csrPem, const QString &till) const = 0;
};

/// Enrolment codes, and who is a till of this store.
class Tills final {
public:
    Tills(Store &store, const StoreSettings &settings) : m_store(store), m_settings(settings) { }

    /// A one-time code for this till id. Refuses `bad_request` unless it is the store's id with letters and
    /// digits behind it.
    [[nodiscard]] Result<QString> createCode(const QString &till, const RandomBytes &random, qint64 now);
    /// An Enrolment. A new code for a known till replaces its certificate: the former is refused from then
    /// on. Refuses bad_request, unknown_code, code_used.
    [[nodiscard]] Result<QJsonObject> enrol(
        const QJsonObject &request, const Certifier &certifier, qint64 now);
    /// The till that the code in an EnrolmentPreviewRequest stands for. Refuses bad_request, unknown_code.
    [[nodiscard]] Result<QString> meantBy(const QJsonObject &request);
    /// False for an unknown till.
    [[nodiscard]] bool revoke(const QString &till, qint64 now);
    /// A Renewal. Earlier certificates stay good until they end, or until the till is enrolled anew.
    /// Refuses bad_request.
    [[nodiscard]] Result<QJsonObject> renew(
        const QString &till, const QJsonObject &request, const Certifier &certifier, qint64 now);
    /// Whether a certificate with this serial speaks for this till today.
    [[nodiscard]] bool isCurrent(const QString &till, const QString &serial);

private:
    Store &m_store;
    const StoreSettings &m_settings;
};

} // namespace evertill::sandbox
