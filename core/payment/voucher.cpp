#include "core/payment/voucher.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestVoucher = 40;
// More than any voucher is worth, and so small that a handful of them can't overflow.
constexpr std::int64_t kLargestFace = 100'000'000'000;

bool isVoucherNumber(const QString &number)
{
    const auto fits = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || c == u'-' || c == u'/';
    };
    return !number.isEmpty() && number.size() <= kLongestVoucher
        && std::all_of(number.begin(), number.end(), fits);
}

} // namespace

Result<QString> voucherNumber(const QString &typed)
{
    QString number;
    for (const QChar c : typed)
        if (!c.isSpace())
            number += c.toUpper();
    if (!isVoucherNumber(number))
        return refuse(Code::BadInput, {{u"problem"_s, u"a voucher's number has letters, digits, - and /"_s}});
    return number;
}

Result<Tender> voucherTender(const QString &number, Money face, Money due)
{
    const auto read = voucherNumber(number);
    if (!read)
        return tl::unexpected(read.error());
    if (!face.isPositive())
        return refuse(Code::NegativeTender, {{u"minor"_s, qint64(face.minor())}});
    if (face.minor() > kLargestFace)
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(face.minor())}});
    Tender tender{TenderKind::Voucher, std::min(face, due)};
    tender.voucher = *read;
    if (face > due)
        tender.face = face;
    return tender;
}

bool isVoucher(const Tender &tender)
{
    if (tender.kind != TenderKind::Voucher)
        return tender.voucher.isEmpty() && !tender.face;
    const bool isSoundFace = !tender.face
        || (tender.face->minor() > tender.amount.minor() && tender.face->minor() <= kLargestFace
            && tender.face->currency() == tender.amount.currency());
    return isVoucherNumber(tender.voucher) && isSoundFace;
}

void payVouchersAnew(Money total, std::vector<Tender> &tenders)
{
    Money open = total;
    for (const Tender &tender : tenders)
        if (tender.kind != TenderKind::Voucher)
            open -= tender.amount;
    for (Tender &tender : tenders) {
        if (tender.kind != TenderKind::Voucher)
            continue;
        const Money worth = tender.face.value_or(tender.amount);
        // One that is not needed stays as it is: it is given back by hand.
        if (open.isPositive())
            tender.amount = std::min(worth, open);
        tender.face = worth > tender.amount ? std::optional(worth) : std::nullopt;
        open -= tender.amount;
    }
}

Result<> checkVouchers(Money total, std::span<const Tender> tenders)
{
    std::set<QString> numbers;
    Money paid = Money::zero(total.currency());
    bool isForfeited = false;
    for (const Tender &tender : tenders) {
        paid += tender.amount;
        isForfeited = isForfeited || tender.face;
        if (!isVoucher(tender))
            return refuse(Code::BadInput, {{u"problem"_s, u"no voucher: "_s + tender.voucher}});
        if (tender.kind == TenderKind::Voucher && !numbers.insert(tender.voucher).second)
            return refuse(Code::VoucherUsed, {{u"voucher"_s, tender.voucher}, {u"receipt"_s, QString()}});
    }
    if (isForfeited && paid != total)
        return refuse(Code::BadInput, {{u"problem"_s, u"a voucher could pay more than it does"_s}});
    return {};
}

} // namespace evertill
