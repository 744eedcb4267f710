#pragma once

#include "core/base/result.h"
#include "core/till/till_config.h"

namespace evertill {

/// What the OMS makes of a machine that shows a one-time code.
struct Enrolment {
    TillConfig config;
    QByteArray certificate; ///< PEM
};

/// The contract's EnrolmentRequest. \a csr is PKCS#10 in PEM; \a sealKey is the 32 bytes of the till's public
/// Ed25519 key.
[[nodiscard]] QByteArray encodeEnrolmentRequest(
    const QString &code, const QByteArray &csr, const QByteArray &sealKey);

/// Refuses BadAnswer: a field that is missing or wrong, a currency that ISO 4217 does not list, a till whose
/// id does not begin with its store's.
[[nodiscard]] Result<Enrolment> decodeEnrolment(const QByteArray &body);

} // namespace evertill
