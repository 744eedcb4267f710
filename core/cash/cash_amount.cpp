#include "core/cash/cash_amount.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// No drawer holds more than this many minor units: beyond it a finger slipped.
constexpr std::int64_t kLargestCash = 100'000'000'000;

} // namespace

Result<> checkCashAmount(Money amount, std::int64_t least, Currency currency)
{
    const std::int64_t minor = amount.minor();
    if (minor < least || minor > kLargestCash || amount.currency() != currency)
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(minor)}});
    return {};
}

} // namespace evertill
