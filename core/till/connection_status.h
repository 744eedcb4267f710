#pragma once

#include "core/base/clock.h"

#include <QString>

namespace evertill {

/// How the till and the OMS stand, in one value that a foot bar can draw.
struct ConnectionStatus {
    enum State {
        Online, ///< the last exchange went through
        Offline, ///< no answer since `since`; the till goes on by itself
        Connecting, ///< trying, with nothing known yet
        Refused, ///< answered with a no that only a person can mend: revoked, forked, another CA
        Bare, ///< this till has no OMS
    };
    State state = Connecting;
    Instant since; ///< since when the state holds
    std::int64_t unsent = 0; ///< events that the OMS has not accepted yet
    QString detail; ///< for a log and for evertillctl; empty where all is well

    friend bool operator==(const ConnectionStatus &, const ConnectionStatus &) = default;
};

/// Who wants to know. Called on the sync thread: take the value over to your own thread and return at once.
class ConnectionObserver {
public:
    virtual ~ConnectionObserver() = default;
    virtual void connectionChanged(const ConnectionStatus &status) = 0;
    /// Rows of the replica were put or dropped, and are committed: what is on the screen may be read again.
    virtual void replicaChanged() = 0;
};

/// Tells sync that there is something to send. Callable on any thread; returns at once.
class SyncWaker {
public:
    virtual ~SyncWaker() = default;
    virtual void ledgerGrew() = 0;
};

} // namespace evertill
