#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QString>

namespace evertill {

/// A fact that the OMS booked and could not apply: a person has to settle it. Codes and facts are
/// resources/api/oms.yaml's TaskRow and TaskFacts; a newer OMS may send others.
struct OpenTask {
    QString task; ///< "BER1T1:1:42:order_not_open"
    QString code; ///< "order_not_open"
    Instant openedAt; ///< by the OMS's clock
    QJsonObject facts;

    friend bool operator==(const OpenTask &, const OpenTask &) = default;
};

} // namespace evertill
