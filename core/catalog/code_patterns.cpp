#include "core/catalog/code_patterns.h"

#include "core/catalog/gtin.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLength = 13;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// What is wrong with \a pattern; empty where it can be used.
QString problemOf(const QString &pattern)
{
    if (pattern.size() != kLength || !pattern.endsWith(u'C'))
        return u"13 characters, the last of them C"_s;
    const QString body = pattern.chopped(1);
    if (!std::all_of(body.begin(), body.end(), [](QChar c) { return isDigit(c) || u"IPWV"_s.contains(c); }))
        return u"only digits, I, P, W and V before the C"_s;
    if (body.contains(u'P') && body.contains(u'W'))
        return u"a price or a weight, not both"_s;
    const auto value = body.count(u'P') + body.count(u'W');
    if (body.count(u'V') > 1 || (body.contains(u'V') && value != 4 && value != 5))
        return u"one verifier, of a value of four or five digits"_s;
    const bool isInStore =
        body.startsWith(u"02") || (body.startsWith(u'2') && isDigit(body[1])) || body.startsWith(u"2I");
    return isInStore ? QString() : u"in-store numbers begin with 02 or 2"_s;
}

bool fits(QStringView pattern, QStringView code)
{
    for (qsizetype i = 0; i < kLength; ++i) {
        if (isDigit(pattern[i]) && pattern[i] != code[i])
            return false;
    }
    return true;
}

/// The digits of \a code that stand where \a pattern has \a letter.
QString digitsUnder(QStringView pattern, QChar letter, QStringView code)
{
    QString digits;
    for (qsizetype i = 0; i < kLength; ++i) {
        if (pattern[i] == letter)
            digits += code[i];
    }
    return digits;
}

QString itemKey(QStringView pattern, QStringView code)
{
    QString key = code.toString();
    for (qsizetype i = 0; i < kLength; ++i) {
        if (u"PWV"_s.contains(pattern[i]))
            key[i] = u'0';
    }
    key[kLength - 1] = QChar(u'0' + gs1CheckDigit(QStringView(key).chopped(1)));
    return key;
}

} // namespace

Result<CodePatterns> CodePatterns::parse(const QStringList &patterns)
{
    CodePatterns parsed;
    for (const QString &pattern : patterns) {
        if (const QString problem = problemOf(pattern); !problem.isEmpty())
            return refuse(Code::BadInput,
                {{u"problem"_s, u"in-store pattern %1: %2"_s.arg(pattern.left(40), problem)}});
        parsed.m_patterns.push_back(pattern);
    }
    return parsed;
}

Result<std::optional<InStoreNumber>> CodePatterns::read(QStringView code) const
{
    const auto pattern = std::find_if(
        m_patterns.begin(), m_patterns.end(), [&](const QString &each) { return fits(each, code); });
    if (pattern == m_patterns.end())
        return std::nullopt;
    const QString price = digitsUnder(*pattern, u'P', code);
    const QString weight = digitsUnder(*pattern, u'W', code);
    if (const QString verifier = digitsUnder(*pattern, u'V', code); !verifier.isEmpty()) {
        const int expected = gs1ValueVerifier(price.isEmpty() ? weight : price);
        if (verifier != QString::number(expected))
            return refuse(Code::WrongCheckDigit, {{u"code"_s, code.toString()}, {u"expected"_s, expected}});
    }
    InStoreNumber number{itemKey(*pattern, code).toLongLong(), {}, {}};
    if (!price.isEmpty())
        number.priceMinor = price.toLongLong();
    if (!weight.isEmpty())
        number.weightThousandths = weight.toLongLong();
    return number;
}

} // namespace evertill
