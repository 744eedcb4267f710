#pragma once

#include "core/recovery/record_again.h"
#include "core/store/work_queue.h"

#include <functional>
#include <vector>

namespace evertill {

/// By whose hands sync has facts recorded again: the ledger has one writer, and that is not sync.
class FactRecorder {
public:
    using Done = std::function<void(const Result<> &)>;

    virtual ~FactRecorder() = default;
    /// As RecordAgain. Callable on any thread; returns at once. \a done is called once, on any thread, with
    /// what it refuses, or with DiskFull (problem) where the machine failed: nothing is recorded then.
    virtual void recordAgain(std::vector<Event> facts, bool isLast, Done done) = 0;
};

/// Records on the ledger's own thread, through its queue; both outlive it.
class QueuedFactRecorder final : public FactRecorder {
public:
    QueuedFactRecorder(Ledger &ledger, WorkQueue &queue) : m_ledger(ledger), m_queue(queue) { }
    void recordAgain(std::vector<Event> facts, bool isLast, Done done) override;

private:
    Ledger &m_ledger;
    WorkQueue &m_queue;
};

} // namespace evertill
