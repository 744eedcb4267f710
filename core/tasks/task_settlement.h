#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/store/database.h"

namespace evertill {

/// What task.settled says.
struct TaskSettlement {
    QString task; ///< the OMS's id
    QString note; ///< what was done about it
    friend bool operator==(const TaskSettlement &, const TaskSettlement &) = default;
};

/// The fact task.settled, version 1.
[[nodiscard]] Fact taskSettled(const TaskSettlement &settlement, QDate businessDate);
/// Refuses BadInput{problem} where the payload of \a event is not what the contract says.
[[nodiscard]] Result<TaskSettlement> taskSettlementFrom(const Event &event);

/// Table that follows from task.settled: task_settled.
void project(const Event &event, const TaskSettlement &settlement, Database &database);
/// Decodes \a event, a task.settled, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayTask(const Event &event, Database &database);

} // namespace evertill
