#pragma once

#include "ui/words/refusal_words.h"

namespace evertill {

/// wordsFor() what is refused about a customer, their points and their account; empty for any other Code.
[[nodiscard]] RefusalWords customerWords(const Refusal &refusal, Currency currency);

} // namespace evertill
