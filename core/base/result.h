#pragma once

#include <QString>
#include <QVariantMap>

#include <tl/expected.hpp>

namespace evertill {

/// Why something was not done. A closed set: ui/ has words for each, and the names below go to logs and to
/// evertillctl as they stand.
enum class Code {
    // codes and catalogue
    UnknownBarcode, ///< code
    WrongCheckDigit, ///< code, expected
    TornScan, ///< code: cut short, doubled, or with characters no barcode of ours has
    MalformedCode, ///< ai, at, length, problem: what a GS1 code says breaks GS1's rules
    UnknownProduct, ///< sku
    BadRow, ///< line, problem
    // cart and paying
    ExpiredGoods, ///< sku, name, expires: needs an approval
    RecalledGoods, ///< sku, name, lot (empty: the code named none): needs an approval
    SerialSold, ///< sku, name, serial, receipt (empty: it is on this ticket): needs an approval
    PriceChanged, ///< sku, name, price, was (minor): set by hand, which needs an approval
    EmptyCart,
    BadQuantity, ///< quantity
    BadAmount, ///< minor
    NegativeTender, ///< minor
    NotPaid, ///< due (minor)
    OverTendered, ///< due (minor): more than is due by a tender that gives no change
    AlreadyCompleted, ///< receipt: the stored sale stands
    PaymentOpen, ///< attempt: an attempt is open, or money is approved on the cart; at a shift's close also
                 ///< minor, and stray: whether its cart is gone; own: the customer's own money
    UnknownPayment, ///< attempt
    CartOpen, ///< the ticket holds other goods
    UnknownGiftCard, ///< card (the last four)
    GiftCardEmpty, ///< card (the last four)
    GiftCardOnTicket, ///< card (the last four): the ticket that it is to pay puts money on it
    GiftCardOffline, ///< card (the last four), left (minor): all that the shop lends it while nobody can ask
    NoVouchers, ///< the shop takes none
    VoucherUsed, ///< voucher, receipt (empty: it is on this ticket)
    NoForeignCash, ///< currency: the shop takes none of it
    ForeignNotes, ///< currency, step (minor): only multiples of it are taken, no coins
    UnknownCustomer, ///< card (the last four)
    StaffCode, ///< a code of somebody of the staff, where goods are scanned
    NoPoints, ///< card (the last four)
    PointsOffline, ///< card (the last four), left (minor): all that the shop takes of it while nobody can ask
    NoCredit, ///< card (the last four), left (minor): what may still go on account
    CreditOffline, ///< card (the last four), left (minor): all that the shop lends while nobody can ask
    NoExemption, ///< the shop takes no certificates
    // shift and drawer
    ShiftClosed,
    ShiftOpen,
    // returns
    UnknownReceipt, ///< receipt
    OtherShop, ///< receipt, till
    MoreThanLeft, ///< line, left (thousandths)
    NothingToReturn,
    // pickup
    UnknownOrder, ///< order
    WrongState, ///< order, state
    WrongCode, ///< the pickup code given is not the order's
    // tasks
    UnknownTask, ///< task
    TaskSettled, ///< task
    MissingNote, ///< what was done about a task has to be said
    // ledger, files and trust
    NewerFile, ///< path, version
    DamagedFile, ///< path, problem
    FolderInUse, ///< path
    DiskFull, ///< path
    NoRoom, ///< path: the disk is so full that no sale may be begun to be paid
    NotEnrolled,
    BadAnswer, ///< problem: the server's answer breaks the contract
    Untrusted, ///< problem: a certificate of another CA, or not for this host
    Unreachable, ///< problem
    Denied, ///< error: the server refused, in its own code
    BadInput, ///< problem: a file or an option that can't be taken
};

/// The code's name as it stands above: "UnknownBarcode".
[[nodiscard]] QString codeName(Code code);

/// An expected no, with the facts its words need. The names of facts stand beside each Code.
struct Refusal {
    Code code;
    QVariantMap facts = {};

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

template <typename T = void> using Result = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Code code, QVariantMap facts = {})
{
    return tl::unexpected<Refusal>(Refusal{code, std::move(facts)});
}

/// What a file that can't be read or trusted is refused with.
[[nodiscard]] inline tl::unexpected<Refusal> refuseDamaged(const QString &path, const QString &problem)
{
    return refuse(Code::DamagedFile, {{QStringLiteral("path"), path}, {QStringLiteral("problem"), problem}});
}

} // namespace evertill
