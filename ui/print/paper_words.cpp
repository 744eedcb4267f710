#include "ui/print/paper_words.h"

#include <QCoreApplication>

namespace evertill {

ReceiptWords paperWords()
{
    ReceiptWords words;
    words.receipt = QCoreApplication::translate("Paper", "Receipt");
    words.till = QCoreApplication::translate("Paper", "Till");
    words.date = QCoreApplication::translate("Paper", "Date");
    words.taxId = QCoreApplication::translate("Paper", "Tax ID");
    words.discount = QCoreApplication::translate("Paper", "Discount");
    words.priceChanged = QCoreApplication::translate("Paper", "Price changed: %1, was %2");
    words.insteadOf = QCoreApplication::translate("Paper", "Instead of %1");
    words.fromOn = QCoreApplication::translate("Paper", "From %1 on, instead of %2");
    words.saved = QCoreApplication::translate("Paper", "You saved");
    words.exempt = QCoreApplication::translate("Paper", "Exempt from tax");
    words.certificate = QCoreApplication::translate("Paper", "Certificate %1");
    words.subtotal = QCoreApplication::translate("Paper", "Subtotal");
    words.total = QCoreApplication::translate("Paper", "Total");
    words.rounding = QCoreApplication::translate("Paper", "Cash rounding");
    words.cash = QCoreApplication::translate("Paper", "Cash");
    words.card = QCoreApplication::translate("Paper", "Card");
    words.giftCard = QCoreApplication::translate("Paper", "Gift card");
    words.voucher = QCoreApplication::translate("Paper", "Voucher");
    words.voucherWorth = QCoreApplication::translate("Paper", "worth");
    words.foreignCash = QCoreApplication::translate("Paper", "Foreign cash");
    words.atRate = QCoreApplication::translate("Paper", "at", "an exchange rate");
    words.giftCardsSold = QCoreApplication::translate("Paper", "of it gift cards");
    words.points = QCoreApplication::translate("Paper", "Points");
    words.onAccount = QCoreApplication::translate("Paper", "On account");
    words.customer = QCoreApplication::translate("Paper", "Customer");
    words.pointsEarned = QCoreApplication::translate("Paper", "Points earned");
    words.pointsTakenBack = QCoreApplication::translate("Paper", "Points taken back");
    words.approval = QCoreApplication::translate("Paper", "Approval");
    words.change = QCoreApplication::translate("Paper", "Change");
    words.tax = QCoreApplication::translate("Paper", "Tax");
    words.net = QCoreApplication::translate("Paper", "Net");
    words.gross = QCoreApplication::translate("Paper", "Gross");
    words.thanks = QCoreApplication::translate("Paper", "Thank you");
    words.copy = QCoreApplication::translate("Paper", "COPY");
    words.returnTitle = QCoreApplication::translate("Paper", "RETURN");
    words.returnOf = QCoreApplication::translate("Paper", "Return of receipt");
    words.withoutReceipt = QCoreApplication::translate("Paper", "without a receipt");
    words.refund = QCoreApplication::translate("Paper", "Refund");
    words.signature = QCoreApplication::translate("Paper", "Customer's signature");
    words.reportSoFar = QCoreApplication::translate("Paper", "SHIFT SO FAR");
    words.reportClosed = QCoreApplication::translate("Paper", "SHIFT CLOSED");
    words.shift = QCoreApplication::translate("Paper", "Shift");
    words.opened = QCoreApplication::translate("Paper", "Opened");
    words.closed = QCoreApplication::translate("Paper", "Closed");
    words.asOf = QCoreApplication::translate("Paper", "As of");
    words.sales = QCoreApplication::translate("Paper", "Sales");
    words.returns = QCoreApplication::translate("Paper", "Returns");
    words.openingFloat = QCoreApplication::translate("Paper", "Float");
    words.payIn = QCoreApplication::translate("Paper", "Paid in");
    words.payOut = QCoreApplication::translate("Paper", "Paid out");
    words.drop = QCoreApplication::translate("Paper", "To the safe");
    words.expected = QCoreApplication::translate("Paper", "Expected in drawer");
    words.counted = QCoreApplication::translate("Paper", "Counted");
    words.over = QCoreApplication::translate("Paper", "Over");
    words.shortBy = QCoreApplication::translate("Paper", "Short");
    return words;
}

} // namespace evertill
