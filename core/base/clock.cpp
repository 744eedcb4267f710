#include "core/base/clock.h"

namespace evertill {
namespace {

char *writeNumber(char *end, int value, int digits)
{
    for (; digits > 0; --digits, value /= 10)
        *--end = char('0' + value % 10);
    return end;
}

/// The digits of \a text as a number; -1 where one of them is none.
int readNumber(QByteArrayView text)
{
    int value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

} // namespace

std::array<char, 10> isoDate(QDate day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    day.getDate(&year, &month, &dayOfMonth);
    std::array<char, 10> text = {};
    char *at = writeNumber(text.data() + text.size(), dayOfMonth, 2);
    *--at = '-';
    at = writeNumber(at, month, 2);
    *--at = '-';
    writeNumber(at, year, 4);
    return text;
}

QDate dateFromIso(QByteArrayView text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    const int year = readNumber(text.first(4));
    // QDate has years before the first; a text that is no number is none of them.
    return year < 0 ? QDate() : QDate(year, readNumber(text.sliced(5, 2)), readNumber(text.sliced(8, 2)));
}

QDate Clock::localDate(Instant at) const
{
    constexpr std::int64_t kDayUs = 86'400'000'000;
    const std::int64_t local = at.us + std::int64_t(utcOffsetMinutes(at)) * 60'000'000;
    const std::int64_t days = local >= 0 ? local / kDayUs : (local - kDayUs + 1) / kDayUs;
    return QDate(1970, 1, 1).addDays(days);
}

} // namespace evertill
