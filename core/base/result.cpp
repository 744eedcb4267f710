#include "core/base/result.h"

#include <iterator>

namespace evertill {
namespace {

// In the order of Code.
constexpr const char *kNames[] = {"UnknownBarcode", "WrongCheckDigit", "TornScan", "MalformedCode",
    "UnknownProduct", "BadRow", "ExpiredGoods", "RecalledGoods", "SerialSold", "PriceChanged", "EmptyCart",
    "BadQuantity", "BadAmount", "NegativeTender", "NotPaid", "OverTendered", "AlreadyCompleted",
    "PaymentOpen", "UnknownPayment", "CartOpen", "UnknownGiftCard", "GiftCardEmpty", "GiftCardOnTicket",
    "GiftCardOffline", "NoVouchers", "VoucherUsed", "NoForeignCash", "ForeignNotes", "UnknownCustomer",
    "StaffCode", "NoPoints", "PointsOffline", "NoCredit", "CreditOffline", "NoExemption", "ShiftClosed", "ShiftOpen",
    "UnknownReceipt", "OtherShop", "MoreThanLeft", "NothingToReturn", "UnknownOrder", "WrongState",
    "WrongCode", "UnknownTask", "TaskSettled", "MissingNote", "NewerFile", "DamagedFile", "FolderInUse",
    "DiskFull", "NoRoom", "NotEnrolled", "BadAnswer", "Untrusted", "Unreachable", "Denied", "BadInput"};
static_assert(std::size(kNames) == std::size_t(Code::BadInput) + 1);

} // namespace

QString codeName(Code code) { return QString::fromLatin1(kNames[std::size_t(code)]); }

} // namespace evertill
