#pragma once

#include "core/till/till_config.h"
#include "sync/oms/enrolment.h"
#include "sync/trust/oms_identity.h"

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

/// A machine that the OMS knows as a till from now on.
struct Enrolled {
    TillConfig config;
    OmsIdentity identity;
};

/// Whom \a code stands for: a question that uses nothing up. Refuses BadInput (no address, no CA),
/// Unreachable, Untrusted (a certificate of another CA), Denied (unknown_code), BadAnswer. Waits as enrol().
[[nodiscard]] Result<EnrolmentPreview> previewEnrolment(
    const QUrl &oms, const QByteArray &ca, const QString &code);

/// Makes this machine the till that the code stands for, at the OMS: certificates that this till had before
/// are no good any more. In the folder only till.key (0600) is kept, made before the first question, so that
/// after a crash the same code gets the same answer again; who the folder was enrolled as before stays in it.
/// Keeping the configuration in the ledger and the identity in the folder (saveOmsIdentity) are the caller's
/// next lines. Refuses as previewEnrolment(); Denied (code_used) too, DamagedFile (the folder). Waits up to
/// half a minute for the OMS: not on a thread that draws.
[[nodiscard]] Result<Enrolled> enrol(const EnrolRequest &request);

} // namespace evertill
