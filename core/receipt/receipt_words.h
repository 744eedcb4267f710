#pragma once

#include <QString>

namespace evertill {

/// The words on the paper, so that ui/ can translate them. English as they stand.
struct ReceiptWords {
    QString receipt = QStringLiteral("Receipt");
    QString till = QStringLiteral("Till");
    QString date = QStringLiteral("Date");
    QString taxId = QStringLiteral("Tax ID");
    QString discount = QStringLiteral("Discount");
    QString priceChanged = QStringLiteral("Price changed: %1, was %2");
    QString insteadOf = QStringLiteral("Instead of %1");
    QString fromOn = QStringLiteral("From %1 on, instead of %2");
    QString saved = QStringLiteral("You saved");
    QString exempt = QStringLiteral("Exempt from tax");
    QString certificate = QStringLiteral("Certificate %1");
    QString subtotal = QStringLiteral("Subtotal");
    QString total = QStringLiteral("Total");
    QString rounding = QStringLiteral("Cash rounding");
    QString cash = QStringLiteral("Cash");
    QString card = QStringLiteral("Card");
    QString giftCard = QStringLiteral("Gift card");
    QString voucher = QStringLiteral("Voucher");
    QString voucherWorth = QStringLiteral("worth"); ///< of a voucher that gave no change
    QString foreignCash = QStringLiteral("Foreign cash");
    QString atRate = QStringLiteral("at"); ///< "USD 20.00 at 0.9200"
    QString giftCardsSold = QStringLiteral("of it gift cards");
    QString points = QStringLiteral("Points");
    QString onAccount = QStringLiteral("On account");
    QString customer = QStringLiteral("Customer");
    QString pointsEarned = QStringLiteral("Points earned");
    QString pointsTakenBack = QStringLiteral("Points taken back");
    QString approval = QStringLiteral("Approval");
    QString change = QStringLiteral("Change");
    QString tax = QStringLiteral("Tax");
    QString net = QStringLiteral("Net");
    QString gross = QStringLiteral("Gross");
    QString thanks = QStringLiteral("Thank you");
    QString copy = QStringLiteral("COPY");
    // returns
    QString returnTitle = QStringLiteral("RETURN");
    QString returnOf = QStringLiteral("Return of receipt");
    QString withoutReceipt = QStringLiteral("without a receipt");
    QString refund = QStringLiteral("Refund");
    QString signature = QStringLiteral("Customer's signature");
    // shift reports
    QString reportSoFar = QStringLiteral("SHIFT SO FAR");
    QString reportClosed = QStringLiteral("SHIFT CLOSED");
    QString shift = QStringLiteral("Shift");
    QString opened = QStringLiteral("Opened");
    QString closed = QStringLiteral("Closed");
    QString asOf = QStringLiteral("As of");
    QString sales = QStringLiteral("Sales");
    QString returns = QStringLiteral("Returns");
    QString openingFloat = QStringLiteral("Float");
    QString payIn = QStringLiteral("Paid in");
    QString payOut = QStringLiteral("Paid out");
    QString drop = QStringLiteral("To the safe");
    QString expected = QStringLiteral("Expected in drawer");
    QString counted = QStringLiteral("Counted");
    QString over = QStringLiteral("Over");
    QString shortBy = QStringLiteral("Short");
};

} // namespace evertill
