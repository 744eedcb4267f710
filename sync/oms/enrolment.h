#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"
#include "core/till/till_config.h"

namespace evertill {

/// What the OMS makes of a machine that shows a one-time code.
struct Enrolment {
    TillConfig config;
    QByteArray certificate; ///< PEM
};

/// Whom a one-time code stands for.
struct EnrolmentPreview {
    QString till;
    Accepted accepted; ///< how far the OMS has taken that till's journal
};

/// The contract's EnrolmentPreviewRequest.
[[nodiscard]] QByteArray encodeEnrolmentPreviewRequest(const QString &code);
/// Refuses BadAnswer.
[[nodiscard]] Result<EnrolmentPreview> decodeEnrolmentPreview(const QByteArray &body);

/// The contract's EnrolmentRequest. \a csr is PKCS#10 in PEM; \a sealKey is the 32 bytes of the till's public
/// Ed25519 key.
[[nodiscard]] QByteArray encodeEnrolmentRequest(
    const QString &code, const QByteArray &csr, const QByteArray &sealKey);

/// Refuses BadAnswer: a field that is missing or wrong, a currency that ISO 4217 does not list, a till whose
/// id does not begin with its store's.
[[nodiscard]] Result<Enrolment> decodeEnrolment(const QByteArray &body);

} // namespace evertill
