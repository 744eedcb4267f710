#pragma once

#include "ui/tasks/task_words.h"

namespace evertill {

/// What the OMS could not apply, told from the facts it sent. Facts that are missing or of another shape
/// leave their part of the sentence out; a code of a newer OMS is told in general words.
[[nodiscard]] TaskWords clashWords(
    const OpenTask &task, const QString &till, Currency currency, const Clock &clock);

} // namespace evertill
