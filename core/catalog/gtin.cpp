#include "core/catalog/gtin.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

int digitAt(QStringView digits, qsizetype at) { return digits[at].unicode() - u'0'; }

// The weighted products of GS1 General Specifications, 7.9.3: what each digit counts at a place of the field.
using Weights = std::array<int, 10>;
constexpr Weights kTwoMinus = {0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr Weights kThree = {0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr Weights kFivePlus = {0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
constexpr Weights kFiveMinus = {0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

int verifierOfFour(QStringView digits)
{
    const int sum = kTwoMinus[digitAt(digits, 0)] + kTwoMinus[digitAt(digits, 1)] + kThree[digitAt(digits, 2)]
        + kFiveMinus[digitAt(digits, 3)];
    return sum * 3 % 10;
}

int verifierOfFive(QStringView digits)
{
    const int sum = kFivePlus[digitAt(digits, 0)] + kTwoMinus[digitAt(digits, 1)]
        + kFiveMinus[digitAt(digits, 2)] + kFivePlus[digitAt(digits, 3)] + kTwoMinus[digitAt(digits, 4)];
    const int missing = (10 - sum % 10) % 10;
    return int(std::find(kFiveMinus.begin(), kFiveMinus.end(), missing) - kFiveMinus.begin());
}

} // namespace

Result<Gtin> Gtin::parse(QStringView digits)
{
    const bool isLength = digits.size() == 8 || (digits.size() >= 12 && digits.size() <= 14);
    if (!isLength || !std::all_of(digits.begin(), digits.end(), isDigit))
        return refuse(Code::TornScan, {{u"code"_s, digits.left(80).toString()}});
    const int expected = gs1CheckDigit(digits.chopped(1));
    if (digitAt(digits, digits.size() - 1) != expected)
        return refuse(Code::WrongCheckDigit, {{u"code"_s, digits.toString()}, {u"expected"_s, expected}});
    return Gtin(digits.toLongLong(), int(digits.size()));
}

QString Gtin::text() const { return QString::number(m_number).rightJustified(m_length, u'0'); }

QString Gtin::gtin14() const { return QString::number(m_number).rightJustified(14, u'0'); }

Result<Gtin> gtinFromUpcE(QStringView digits)
{
    const bool isUpcE = digits.size() == 8 && std::all_of(digits.begin(), digits.end(), isDigit)
        && (digits[0] == u'0' || digits[0] == u'1');
    if (!isUpcE)
        return refuse(Code::TornScan, {{u"code"_s, digits.left(80).toString()}});
    const QString zeros(5, u'0');
    const QString six = digits.mid(1, 6).toString();
    const int last = digitAt(digits, 6);
    QString body;
    if (last <= 2)
        body = six.left(2) + six[5] + zeros.left(4) + six.mid(2, 3);
    else if (last == 3)
        body = six.left(3) + zeros + six.mid(3, 2);
    else if (last == 4)
        body = six.left(4) + zeros + six[4];
    else
        body = six.left(5) + zeros.left(4) + six[5];
    return Gtin::parse(QString(digits[0]) + body + digits[7]);
}

int gs1CheckDigit(QStringView digits)
{
    int sum = 0;
    for (qsizetype fromRight = 0; fromRight < digits.size(); ++fromRight)
        sum += digitAt(digits, digits.size() - 1 - fromRight) * (fromRight % 2 == 0 ? 3 : 1);
    return (10 - sum % 10) % 10;
}

int gs1ValueVerifier(QStringView digits)
{
    return digits.size() == 4 ? verifierOfFour(digits) : verifierOfFive(digits);
}

} // namespace evertill
