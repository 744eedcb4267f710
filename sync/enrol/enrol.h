#pragma once

#include "core/till/till_config.h"

#include <QUrl>

namespace evertill {

/// What a person brings to make a machine a till.
struct EnrolRequest {
    QUrl oms; ///< https://host[:port]
    QByteArray ca; ///< PEM: the store's CA, handed over by a way that is trusted
    QString code; ///< the one-time code
    QString folder; ///< the till's data folder, which exists
    QByteArray sealKey; ///< the 32 bytes of the ledger's public seal key
};

/// Makes this machine the till that the code stands for. When it returns a value the folder holds till.key
/// (0600), till.pem, ca.pem and oms.url, all durable; keeping the configuration in the ledger is the caller's
/// next line. The key is made and kept before the first question, so after a crash the same code gets the
/// same answer again. A refusal leaves an earlier enrolment as it was. Refuses BadInput (no address, no CA),
/// Unreachable, Untrusted (a certificate of another CA), Denied (unknown_code, code_used), BadAnswer,
/// DamagedFile (the folder). Waits up to half a minute for the OMS: not on a thread that draws.
[[nodiscard]] Result<TillConfig> enrol(const EnrolRequest &request);

} // namespace evertill
