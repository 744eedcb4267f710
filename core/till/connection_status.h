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
        Refused, ///< something that only a person can mend: `trouble` says what; the till sells on
        Bare, ///< this till has no OMS
    };
    /// What it is that a person has to mend.
    enum Trouble {
        NoTrouble,
        Denied, ///< the OMS said no: this till is revoked, or not the one that its certificate names
        Forked, ///< the OMS has another journal under this till's name
        TooLarge, ///< one event is more than the OMS takes at once: it and those behind it wait
        Untrusted, ///< whoever answers shows a certificate of another CA, or not for this host
        Unreadable, ///< answers that break the contract, several in a row
        Expired, ///< this till's certificate has ended: it has to be enrolled anew
        Disk, ///< this machine can't keep what comes
    };
    State state = Connecting;
    Instant since; ///< since when the state holds
    std::int64_t unsent = 0; ///< events that the OMS has not accepted yet
    QString detail; ///< for a log and for evertillctl; empty where all is well
    Trouble trouble = NoTrouble; ///< with Refused only
    /// How far the OMS's clock is ahead of this till's (negative: behind). 0 where they differ too little to
    /// matter: two minutes.
    std::chrono::minutes clockAhead{0};

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
