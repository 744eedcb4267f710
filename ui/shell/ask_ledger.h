#pragma once

#include "core/base/result.h"
#include "core/store/work_queue.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

#include <exception>
#include <type_traits>

namespace evertill {

/// The refusal that says in the cashier's terms what broke: DiskFull, DamagedFile. What it was goes to the
/// log.
[[nodiscard]] Refusal refusalFor(const std::exception &broken);

/// Runs \a work on the ledger thread and hands what it returned, a Result<T>, to \a then on the GUI thread;
/// not at all where \a context is gone by then. A machine that breaks underneath comes back as a refusal,
/// with nothing half done. Call it on the GUI thread. \a work must hold values and references that outlive
/// the queue, and nothing of \a context. With an InlineQueue \a then has run when this returns.
template <typename Work, typename Then>
void askLedger(WorkQueue &queue, QObject *context, Work work, Then then)
{
    using Answer = std::invoke_result_t<Work>;
    queue.post(
        [guard = QPointer<QObject>(context), work = std::move(work), then = std::move(then)]() mutable {
            Answer answer = [&]() -> Answer {
                try {
                    return work();
                } catch (const std::exception &broken) {
                    return tl::unexpected<Refusal>(refusalFor(broken));
                }
            }();
            QMetaObject::invokeMethod(QCoreApplication::instance(),
                [guard, then = std::move(then), answer = std::move(answer)]() mutable {
                    if (guard)
                        then(std::move(answer));
                });
        });
}

} // namespace evertill
