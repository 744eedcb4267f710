#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/refusal.h"

#include <QJsonValue>
#include <vector>

namespace evertill::sandbox {

/// One event as it came over the wire; its hash was computed anew and fits.
struct WireEvent {
    Fact fact;
    QByteArray envelope;
    QString hash;
    QString previousHash;
};

/// Reads an EventBatch and recomputes its hash chain over exactly the envelopes' bytes.
/// Refuses `bad_request` (shape, or a hole within the batch), `bad_hash`, `too_large` (more than 500 events).
[[nodiscard]] Result<std::vector<WireEvent>> readBatch(const QString &till, const QJsonObject &batch);

} // namespace evertill::sandbox
