#include "core/gs1/lint/dates.h"

namespace evertill::gs1 {
namespace {

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

int daysIn(int month, int year)
{
    if (month == 2)
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

enum class Day { Needed, OrMonth };

/// \a value with a year of \a yearDigits digits.
Verdict calendarDate(std::string_view value, std::size_t yearDigits, Day day)
{
    const std::size_t length = yearDigits + 4;
    if (value.size() != length)
        return Flaw{
            0, value.size(), value.size() < length ? "the date is too short" : "the date is too long"};
    if (Verdict digits = onlyDigits(value))
        return digits;
    const int year = number(value.substr(0, yearDigits)) + (yearDigits == 2 ? 2000 : 0);
    const int month = number(value.substr(yearDigits, 2));
    const int dayOfMonth = number(value.substr(yearDigits + 2, 2));
    if (month < 1 || month > 12)
        return Flaw{yearDigits, 2, "no month has this number"};
    const bool isDay = dayOfMonth >= (day == Day::OrMonth ? 0 : 1) && dayOfMonth <= daysIn(month, year);
    return isDay ? Verdict() : Flaw{yearDigits + 2, 2, "the month has no such day"};
}

Verdict twoDigits(std::string_view value, int largest, const char *problem)
{
    if (value.size() != 2)
        return Flaw{0, value.size(), value.size() < 2 ? "the time is too short" : "the time is too long"};
    if (Verdict digits = onlyDigits(value))
        return digits;
    return number(value) <= largest ? Verdict() : Flaw{0, 2, problem};
}

} // namespace

Verdict date(std::string_view yymmdd) { return calendarDate(yymmdd, 2, Day::Needed); }

Verdict dateOrMonth(std::string_view yymmd0) { return calendarDate(yymmd0, 2, Day::OrMonth); }

Verdict longDate(std::string_view yyyymmdd) { return calendarDate(yyyymmdd, 4, Day::Needed); }

Verdict longDateOrMonth(std::string_view yyyymmd0) { return calendarDate(yyyymmd0, 4, Day::OrMonth); }

Verdict hours(std::string_view hh) { return twoDigits(hh, 23, "no day has this hour"); }

Verdict minutes(std::string_view mi) { return twoDigits(mi, 59, "no hour has this minute"); }

Verdict seconds(std::string_view ss) { return twoDigits(ss, 59, "no minute has this second"); }

Verdict hoursAndMinutes(std::string_view hhmi)
{
    if (hhmi.size() != 4)
        return Flaw{0, hhmi.size(), hhmi.size() < 4 ? "the time is too short" : "the time is too long"};
    if (Verdict digits = onlyDigits(hhmi))
        return digits;
    if (Verdict bad = hours(hhmi.substr(0, 2)))
        return bad;
    Verdict bad = minutes(hhmi.substr(2));
    if (bad)
        bad->at += 2;
    return bad;
}

} // namespace evertill::gs1
