#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace evertill {

/// The contract's RenewalRequest: \a csr is PKCS#10 in PEM.
[[nodiscard]] QByteArray encodeRenewalRequest(const QByteArray &csr);
/// The certificate, in PEM, that a Renewal holds; whose it is the reader checks. Refuses BadAnswer.
[[nodiscard]] Result<QByteArray> decodeRenewal(const QByteArray &body);

} // namespace evertill
