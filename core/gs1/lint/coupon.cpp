#include "core/gs1/lint/coupon.h"

#include "core/gs1/lint/checksums.h"
#include "core/gs1/lint/dates.h"

namespace evertill::gs1 {
namespace {

/// Reads a coupon's digits from left to right. The first thing that is wrong stays; what comes after it reads
/// as empty.
class Digits final {
public:
    explicit Digits(std::string_view value) : m_value(value), m_flaw(onlyDigits(value)) { }

    [[nodiscard]] const Verdict &flaw() const { return m_flaw; }

    std::string take(std::size_t count, const char *what)
    {
        if (m_flaw)
            return {};
        if (m_value.size() - m_at < count) {
            fail(m_at, m_value.size() - m_at, std::string(what) + " is cut short");
            return {};
        }
        const std::string_view taken = m_value.substr(m_at, count);
        m_at += count;
        return std::string(taken);
    }

    /// One digit out of \a allowed.
    char one(std::string_view allowed, const char *what)
    {
        const std::string digit = take(1, what);
        if (digit.empty())
            return '0';
        if (allowed.find(digit[0]) == std::string_view::npos)
            fail(m_at - 1, 1, std::string(what) + " can't be " + digit);
        return digit[0];
    }

    /// A length out of \a allowed, and so many digits and \a more.
    std::string counted(std::string_view allowed, std::size_t more, const char *what)
    {
        const char length = one(allowed, what);
        return m_flaw ? std::string() : take(std::size_t(length - '0') + more, what);
    }

    /// A company prefix or a GLN behind its length; none where the length is 9 and \a allowed knows it.
    std::string prefix(std::string_view allowed, const char *what)
    {
        if (!m_flaw && m_at < m_value.size() && m_value[m_at] == '9' && allowed.ends_with('9')) {
            ++m_at;
            return {};
        }
        std::string digits = counted(allowed, 6, what);
        if (Verdict bad = m_flaw ? Verdict() : companyPrefixAtStart(digits))
            fail(m_at - digits.size() + bad->at, bad->length, bad->problem);
        return digits;
    }

    std::string day(const char *what)
    {
        std::string digits = take(6, what);
        if (!m_flaw && date(digits))
            fail(m_at - 6, 6, std::string(what) + " is no date");
        return digits;
    }

    /// Steps over the digit that announces optional field \a field, where it stands here.
    bool opens(char field)
    {
        const bool stands = !m_flaw && m_at < m_value.size() && m_value[m_at] == field;
        m_at += stands ? 1 : 0;
        return stands;
    }

    void end()
    {
        if (!m_flaw && m_at < m_value.size())
            fail(m_at, m_value.size() - m_at, "digits are left over");
    }

    void fail(std::size_t at, std::size_t length, std::string problem)
    {
        if (!m_flaw)
            m_flaw = Flaw{at, length, std::move(problem)};
    }

    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::string_view m_value;
    std::size_t m_at = 0;
    Verdict m_flaw;
};

CouponPurchase purchase(Digits &digits)
{
    CouponPurchase asked;
    asked.requirement = digits.counted("12345", 0, "the purchase requirement");
    asked.code = digits.one("012349", "the purchase requirement code");
    asked.family = digits.take(3, "the family code");
    return asked;
}

void morePurchases(Digits &digits, Coupon &coupon)
{
    if (digits.opens('1')) {
        coupon.additionalRule = digits.one("0123", "the additional purchase rule");
        coupon.purchases.push_back(purchase(digits));
        coupon.purchases.back().companyPrefix = digits.prefix("01234569", "the second company prefix");
    }
    if (digits.opens('2')) {
        coupon.purchases.push_back(purchase(digits));
        coupon.purchases.back().companyPrefix = digits.prefix("01234569", "the third company prefix");
    }
}

void validity(Digits &digits, Coupon &coupon)
{
    if (digits.opens('3'))
        coupon.expires = digits.day("the expiration date");
    if (digits.opens('4')) {
        coupon.starts = digits.day("the start date");
        if (!coupon.expires.empty() && coupon.starts > coupon.expires)
            digits.fail(digits.at() - 6, 6, "the coupon expires before it starts");
    }
}

void restrictions(Digits &digits, Coupon &coupon)
{
    if (digits.opens('5'))
        coupon.serial = digits.counted("0123456789", 6, "the serial number");
    if (digits.opens('6'))
        coupon.retailer = digits.prefix("1234567", "the retailer");
    if (digits.opens('9')) {
        coupon.saveValueCode = digits.one("01256", "the save value code");
        coupon.appliesTo = digits.one("012", "what the value applies to");
        coupon.isStoreCoupon = digits.one("0123456789", "the store coupon flag") != '0';
        coupon.isNeverMultiplied = digits.one("01", "the don't multiply flag") == '1';
    }
}

tl::expected<Coupon, Flaw> finished(Digits &digits, Coupon coupon)
{
    digits.end();
    if (digits.flaw())
        return tl::unexpected(*digits.flaw());
    return coupon;
}

Verdict verdictOf(const tl::expected<Coupon, Flaw> &read) { return read ? Verdict() : Verdict(read.error()); }

} // namespace

tl::expected<Coupon, Flaw> readCouponCode(std::string_view value)
{
    Digits digits(value);
    Coupon coupon;
    coupon.companyPrefix = digits.prefix("0123456", "the company prefix");
    coupon.offerCode = digits.take(6, "the offer code");
    coupon.saveValue = digits.counted("12345", 0, "the save value");
    coupon.purchases.push_back(purchase(digits));
    coupon.purchases.back().companyPrefix = coupon.companyPrefix;
    morePurchases(digits, coupon);
    validity(digits, coupon);
    restrictions(digits, coupon);
    return finished(digits, std::move(coupon));
}

tl::expected<Coupon, Flaw> readPositiveOffer(std::string_view value)
{
    Digits digits(value);
    Coupon coupon;
    coupon.kind = Coupon::PositiveOffer;
    coupon.format = digits.one("01", "the format code");
    coupon.companyPrefix = digits.counted("0123456", 6, "the funder");
    coupon.offerCode = digits.take(6, "the offer code");
    coupon.serial = digits.counted("0123456789", 6, "the serial number");
    return finished(digits, std::move(coupon));
}

Verdict couponCode(std::string_view value) { return verdictOf(readCouponCode(value)); }

Verdict couponPositiveOffer(std::string_view value) { return verdictOf(readPositiveOffer(value)); }

} // namespace evertill::gs1
