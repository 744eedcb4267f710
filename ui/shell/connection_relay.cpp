#include "ui/shell/connection_relay.h"

#include <QMetaObject>

namespace evertill {

void ConnectionRelay::connectionChanged(const ConnectionStatus &status)
{
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT statusArrived(status); }, Qt::QueuedConnection);
}

void ConnectionRelay::replicaChanged()
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT replicaArrived(); }, Qt::QueuedConnection);
}

} // namespace evertill
