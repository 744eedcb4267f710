#pragma once

#include <QChar>

#include <optional>

namespace evertill {

/// One of the 8-bit character sets that receipt printers have: ASCII below 0x80, its own 128 characters
/// above.
class CodePage final {
public:
    /// \a upper: 128 UTF-16 units, living as long as the program.
    constexpr CodePage(int pageNumber, int selectNumber, const char16_t *upper)
        : number(pageNumber), escT(selectNumber), m_upper(upper)
    {
    }
    /// The page called \a number (437, 850, 1252, …), or null where we have none.
    [[nodiscard]] static const CodePage *byNumber(int number);
    /// The byte that prints \a character, if the page has it.
    [[nodiscard]] std::optional<char> byteOf(char16_t character) const;

    int number;
    int escT; ///< what ESC t selects it by, as Epson counts

private:
    const char16_t *m_upper;
};

} // namespace evertill
