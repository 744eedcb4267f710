#pragma once

#include <QLocale>
#include <QStringList>

#include <vector>

namespace evertill {

/// Three rows of letters, small ones, as the keyboards of the country have them; at most eleven in a row, and
/// nine in the last: eight where they have capitals.
using LetterRows = QStringList;

/// The alphabets that people of \a language type in: first the one that codes are written in, which holds A
/// to Z, then their own where that is another.
[[nodiscard]] std::vector<LetterRows> letterRows(QLocale::Language language);

} // namespace evertill
