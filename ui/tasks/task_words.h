#pragma once

#include "core/base/clock.h"
#include "ui/tasks/tasks_view.h"

namespace evertill {

/// One thing that needs a person, in the cashier's words.
struct TaskWords {
    QString title; ///< what it is about: "W-1001 · Ada Lovelace"
    QString line; ///< the same thing's trouble, short: "Cancelled, but handed over"
    QString when; ///< "14:02"; empty where it has no moment
    QString happened;
    QString meaning;
    QString toDo;
    QStringList usualNotes = {}; ///< with clashes: what is mostly done about it
};

/// \a till is this one's id.
[[nodiscard]] TaskWords wordsFor(
    const TaskItem &item, const QString &till, Currency currency, const Clock &clock);
/// What has to be known first where the till goes on from a copy.
[[nodiscard]] QString catchingUpWords();

/// "Card payments", "To settle", "Late pickups", "Low stock".
[[nodiscard]] QString groupWords(const TaskItem &item);

struct TaskSaidWords {
    QString sentence;
    QString nextStep;
};
[[nodiscard]] TaskSaidWords saidWords(const TaskSaid &said);

} // namespace evertill
