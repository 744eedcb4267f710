#pragma once

#include "core/base/currency.h"
#include "core/base/result.h"

namespace evertill {

/// A refusal as the cashier hears it: what is the matter, and what to do next. Neither ever names a code of
/// ours.
struct RefusalWords {
    QString sentence;
    QString nextStep;
};

/// Words for every Code. Amounts among the facts are written in \a currency where they name none of their
/// own.
[[nodiscard]] RefusalWords wordsFor(const Refusal &refusal, Currency currency);

} // namespace evertill
