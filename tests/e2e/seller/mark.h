#pragma once

#include "core/store/database.h"
#include "core/store/work_queue.h"

#include <atomic>

namespace evertill::test {

/// What a seller is just doing, as whoever killed it reads it.
enum class Doing : std::int32_t {
    Starting,
    Selling, ///< nothing is being written
    Writing, ///< a use case runs, nothing is committed yet
    CommittingCart,
    CommittingFact, ///< a card's, a pickup's, the shift's
    CommittingReceipt, ///< a sale's or a return's
    Stored, ///< a receipt is stored, and not printed yet
    Ending,
};

/// What the seller does, in a file that outlives it: four bytes of mapped memory, so that a mark costs
/// nothing and the kernel keeps the last one however the process ends. Any thread.
class Mark final {
public:
    explicit Mark(const QString &path);
    ~Mark();
    Mark(const Mark &) = delete;
    Mark &operator=(const Mark &) = delete;

    void set(Doing doing) { m_doing->store(doing); }
    void turn(Doing from, Doing to) { m_doing->compare_exchange_strong(from, to); }
    /// Marks from now on what \a ledger commits.
    void watch(Database &ledger);

private:
    static void rowChanged(void *mark, int, const char *, const char *table, long long);
    static int committing(void *mark);

    std::atomic<Doing> *m_doing = nullptr;
    Doing m_what = Doing::CommittingCart; // what the transaction that is open has written; ledger thread
};

/// The ledger's queue, which marks when work begins and ends.
class MarkedQueue final : public WorkQueue {
public:
    MarkedQueue(Mark &mark, Work whenIdle) : m_mark(mark), m_queue(std::move(whenIdle)) { }
    void post(Work work) override;

private:
    Mark &m_mark;
    ThreadQueue m_queue;
};

} // namespace evertill::test
