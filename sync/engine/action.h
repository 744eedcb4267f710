#pragma once

#include "core/replica/feed_row.h"
#include "sync/oms/event_batch.h"
#include "sync/oms/exchange.h"

#include <variant>
#include <vector>

namespace evertill {

/// Names one action; never used twice by one engine.
using ActionId = std::uint64_t;

/// Read the journal beyond \a after. Answered by Tail.
struct ReadTail {
    Position after;
    int limit = 0; ///< events at most
    std::int64_t bytes = 0; ///< of envelopes at most, but one event at least
};

/// Count the journal's events beyond \a after. Answered by TailCount.
struct CountTail {
    Position after;
};

/// Ask the OMS. Answered by HttpAnswer or HttpFailure.
struct AskOms {
    HttpRequest request;
};

/// Download everything into the replica's next generation and finish it. The request's timeout is for each
/// silence on the way, not for the whole. Answered by SnapshotTaken, by HttpAnswer where the status was not
/// 200, by HttpFailure or StoreFailure.
struct TakeSnapshot {
    HttpRequest request;
};

/// Commit a page to the replica. Answered by Done or StoreFailure.
struct ApplyPage {
    FeedPage page;
};

/// Keep how far the OMS has taken the journal. Answered by Done or StoreFailure.
struct RecordAccepted {
    Accepted accepted;
};

/// Record these facts again in the ledger (core/recovery). Answered by Done, StoreFailure, or by HttpFailure
/// for facts that can't be this till's.
struct RecordFacts {
    std::vector<Event> facts;
    bool isLast = false; ///< the OMS has no more of them
};

/// Ask the OMS to certify the till's key anew: \a request wants its body, a signing request, from whoever
/// has the key. Answered by HttpAnswer, HttpFailure or StoreFailure.
struct AskForCertificate {
    HttpRequest request;
};

/// Keep \a certificate beside the present one, durable. Answered by Done; HttpFailure::BadAnswer where it is
/// not of the till's key or lasts no longer than the present one; StoreFailure.
struct KeepCertificate {
    QByteArray certificate;
};

/// Ask the OMS with the certificate that was kept. Answered by HttpAnswer, HttpFailure or StoreFailure.
struct TryCertificate {
    HttpRequest request;
};

/// Put the certificate that was kept in the place of the present one. Answered by CertificateAdopted or
/// StoreFailure.
struct AdoptCertificate { };

/// Forget the certificate that was kept. Answered by Done.
struct ForgetCertificate { };

/// Nobody waits for \a dropped any more: it may be broken off. Not answered.
struct Drop {
    ActionId dropped = 0;
};

struct Action {
    ActionId id = 0;
    std::variant<ReadTail, CountTail, AskOms, TakeSnapshot, ApplyPage, RecordAccepted, RecordFacts,
        AskForCertificate, KeepCertificate, TryCertificate, AdoptCertificate, ForgetCertificate, Drop>
        what;
};

struct Tail {
    std::vector<WireEvent> events; ///< oldest first
    std::optional<Hash> hash; ///< of the event at `after` itself; nothing where the journal has none there
};

struct TailCount {
    std::int64_t events = 0;
};

struct SnapshotTaken {
    QByteArray cursor;
    Position included;
};

/// From when to when a certificate is good.
struct CertificateLife {
    Instant begins;
    Instant ends;
};

struct CertificateAdopted {
    CertificateLife life;
};

struct Done { };

/// This machine could not do it: nothing has changed.
struct StoreFailure {
    QString problem; ///< for a log
    bool replicaLost = false; ///< the replica was given up: only a snapshot helps
};

using Outcome = std::variant<Tail, TailCount, HttpAnswer, HttpFailure, SnapshotTaken, CertificateAdopted,
    Done, StoreFailure>;

} // namespace evertill
