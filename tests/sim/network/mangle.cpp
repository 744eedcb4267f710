#include "tests/sim/network/mangle.h"

namespace evertill::sim {
namespace {

constexpr const char *kKeys[] = {"\"cursor\"", "\"changes\"", "\"included\"", "\"accepted_through\"",
    "\"hash\"", "\"outcomes\"", "\"epoch\"", "\"op\"", "\"entity\""};

QByteArray without(const QByteArray &body, Chance &chance)
{
    // A key that the contract asks for, under another name.
    const int first = int(chance.below(std::int64_t(std::size(kKeys))));
    for (int i = 0; i < int(std::size(kKeys)); ++i) {
        const QByteArray key = kKeys[(first + i) % int(std::size(kKeys))];
        if (const auto at = body.indexOf(key); at >= 0)
            return QByteArray(body).replace(at, key.size(), "\"\\u0000" + key.mid(1));
    }
    return {};
}

} // namespace

QByteArray withAnotherFact(const QByteArray &body, Chance &chance)
{
    // Amounts and quantities: `\"gross\":1234`, quoted once more within an envelope.
    std::vector<qsizetype> digits;
    for (const char *key : {"\\\"quantity\\\":", "\\\"amount\\\":", "\\\"total\\\":", "\\\"counted\\\":"}) {
        const QByteArray name(key);
        for (auto at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
            const auto digit = at + name.size();
            if (digit < body.size() && body[digit] >= '1' && body[digit] <= '8')
                digits.push_back(digit);
        }
    }
    QByteArray other = body;
    if (!digits.empty())
        ++other[chance.oneOf(digits)];
    return other;
}

QByteArray garbled(const QByteArray &body, Chance &chance)
{
    if (const QByteArray other = withAnotherFact(body, chance); other != body && chance.percent(50))
        return other;
    QByteArray other = body;
    switch (chance.below(6)) {
    case 0:
        return {};
    case 1:
        return "[]";
    case 2:
        other.resize(qsizetype(chance.below(40)));
        for (char &byte : other)
            byte = char(chance.below(256));
        return other + "\n{";
    case 3:
        return other.replace("\"epoch\":", "\"epoch\":9223372036854775807");
    case 4:
        return other.replace("\"epoch\":", "\"epoch\":-").replace("\"cursor\":\"", "\"cursor\":[\"");
    default:
        return without(body, chance);
    }
}

HttpAnswer portalsAnswer()
{
    return {200, {}, {}, std::nullopt, "<html><body>Accept our terms to go on.</body></html>"};
}

} // namespace evertill::sim
