#include "core/base/result.h"

namespace evertill {

QString codeName(Code code)
{
    switch (code) {
    case Code::UnknownBarcode:
        return QStringLiteral("UnknownBarcode");
    case Code::WrongCheckDigit:
        return QStringLiteral("WrongCheckDigit");
    case Code::TornScan:
        return QStringLiteral("TornScan");
    case Code::UnknownProduct:
        return QStringLiteral("UnknownProduct");
    case Code::BadRow:
        return QStringLiteral("BadRow");
    case Code::EmptyCart:
        return QStringLiteral("EmptyCart");
    case Code::BadQuantity:
        return QStringLiteral("BadQuantity");
    case Code::BadAmount:
        return QStringLiteral("BadAmount");
    case Code::NegativeTender:
        return QStringLiteral("NegativeTender");
    case Code::NotPaid:
        return QStringLiteral("NotPaid");
    case Code::OverTendered:
        return QStringLiteral("OverTendered");
    case Code::AlreadyCompleted:
        return QStringLiteral("AlreadyCompleted");
    case Code::PaymentOpen:
        return QStringLiteral("PaymentOpen");
    case Code::UnknownPayment:
        return QStringLiteral("UnknownPayment");
    case Code::ShiftClosed:
        return QStringLiteral("ShiftClosed");
    case Code::ShiftOpen:
        return QStringLiteral("ShiftOpen");
    case Code::UnknownReceipt:
        return QStringLiteral("UnknownReceipt");
    case Code::OtherShop:
        return QStringLiteral("OtherShop");
    case Code::MoreThanLeft:
        return QStringLiteral("MoreThanLeft");
    case Code::NothingToReturn:
        return QStringLiteral("NothingToReturn");
    case Code::UnknownOrder:
        return QStringLiteral("UnknownOrder");
    case Code::WrongState:
        return QStringLiteral("WrongState");
    case Code::WrongCode:
        return QStringLiteral("WrongCode");
    case Code::NewerFile:
        return QStringLiteral("NewerFile");
    case Code::DamagedFile:
        return QStringLiteral("DamagedFile");
    case Code::FolderInUse:
        return QStringLiteral("FolderInUse");
    case Code::DiskFull:
        return QStringLiteral("DiskFull");
    case Code::NotEnrolled:
        return QStringLiteral("NotEnrolled");
    case Code::BadAnswer:
        return QStringLiteral("BadAnswer");
    case Code::Untrusted:
        return QStringLiteral("Untrusted");
    case Code::Unreachable:
        return QStringLiteral("Unreachable");
    case Code::Denied:
        return QStringLiteral("Denied");
    case Code::BadInput:
        return QStringLiteral("BadInput");
    }
    return {};
}

} // namespace evertill
