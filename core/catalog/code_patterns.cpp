#include "core/catalog/code_patterns.h"

#include "core/catalog/gtin.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLength = 13;

/// What is wrong with \a pattern; empty where it can be used.
QString problemOf(const QString &pattern)
{
    if (pattern.size() != kLength || !pattern.endsWith(u'C'))
        return u"13 characters, the last of them C"_s;
    const QString body = pattern.chopped(1);
    if (!std::all_of(body.begin(), body.end(), [](QChar c) { return isDigit(c) || u"IPWNV"_s.contains(c); }))
        return u"only digits, I, P, W, N and V before the C"_s;
    const int kinds = int(body.contains(u'P')) + int(body.contains(u'W')) + int(body.contains(u'N'));
    if (kinds > 1)
        return u"a price, a weight or a number of pieces, not more than one of them"_s;
    const auto value = body.count(u'P') + body.count(u'W') + body.count(u'N');
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
        if (u"PWNV"_s.contains(pattern[i]))
            key[i] = u'0';
    }
    key[kLength - 1] = QChar(u'0' + gs1CheckDigit(QStringView(key).chopped(1)));
    return key;
}

/// What stands behind the 13 characters: 1 for nothing, 0 for what is no factor.
std::int64_t factorIn(QStringView suffix)
{
    if (suffix.isEmpty())
        return 1;
    return suffix == u"*10" ? 10 : suffix == u"*100" ? 100 : 0;
}

} // namespace

Result<CodePatterns::Pattern> CodePatterns::patternFrom(const QString &text)
{
    const Pattern pattern{
        text.left(kLength), factorIn(QStringView(text).mid(std::min(kLength, text.size())))};
    const QString problem = pattern.factor > 0 ? problemOf(pattern.form) : problemOf(text);
    if (!problem.isEmpty())
        return refuse(
            Code::BadInput, {{u"problem"_s, u"in-store pattern %1: %2"_s.arg(text.left(40), problem)}});
    return pattern;
}

Result<CodePatterns> CodePatterns::parse(const QStringList &patterns)
{
    CodePatterns parsed;
    for (const QString &text : patterns) {
        const auto pattern = patternFrom(text);
        if (!pattern)
            return tl::unexpected(pattern.error());
        parsed.m_patterns.push_back(*pattern);
    }
    return parsed;
}

CodePatterns CodePatterns::forShop(const QStringList &patterns, const QString &country)
{
    const auto own = parse(patterns);
    return own && !patterns.isEmpty() ? *own : *parse(nationalPatterns(country));
}

Result<std::optional<InStoreNumber>> CodePatterns::read(QStringView code) const
{
    const auto pattern = std::find_if(
        m_patterns.begin(), m_patterns.end(), [&](const Pattern &each) { return fits(each.form, code); });
    if (pattern == m_patterns.end())
        return std::nullopt;
    const QString price = digitsUnder(pattern->form, u'P', code);
    const QString weight = digitsUnder(pattern->form, u'W', code);
    const QString count = digitsUnder(pattern->form, u'N', code);
    if (const QString verifier = digitsUnder(pattern->form, u'V', code); !verifier.isEmpty()) {
        const int expected = gs1ValueVerifier(price + weight + count);
        if (verifier != QString::number(expected))
            return refuse(Code::WrongCheckDigit, {{u"code"_s, code.toString()}, {u"expected"_s, expected}});
    }
    InStoreNumber number{itemKey(pattern->form, code).toLongLong(), {}, {}, {}};
    if (!price.isEmpty())
        number.priceMinor = price.toLongLong() * pattern->factor;
    if (!weight.isEmpty())
        number.weightThousandths = weight.toLongLong() * pattern->factor;
    if (!count.isEmpty())
        number.count = count.toLongLong() * pattern->factor;
    return number;
}

} // namespace evertill
