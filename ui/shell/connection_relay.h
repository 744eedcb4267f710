#pragma once

#include "core/till/connection_status.h"

#include <QObject>

namespace evertill {

/// Carries what sync has to say from its thread over to the window's. Made and destroyed on the GUI thread;
/// it outlives sync.
class ConnectionRelay : public QObject, public ConnectionObserver {
    Q_OBJECT
public:
    explicit ConnectionRelay(QObject *parent = nullptr) : QObject(parent) { }
    void connectionChanged(const ConnectionStatus &status) override;
    void replicaChanged() override;

Q_SIGNALS:
    /// On the GUI thread.
    void statusArrived(const ConnectionStatus &status);
    void replicaArrived();
};

} // namespace evertill
