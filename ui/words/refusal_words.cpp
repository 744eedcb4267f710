#include "ui/words/refusal_words.h"

#include "ui/words/asked_in_vain.h"
#include "ui/words/customer_words.h"
#include "ui/words/figures.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace evertill {

namespace {

/// Every word below belongs to one context, so that translators find refusals together.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Refusal)
public:
    Words(const Refusal &refusal, Currency currency) : m_facts(refusal.facts), m_currency(currency) { }

    RefusalWords cartAndCode(Code code) const;
    RefusalWords goods(Code code) const;
    RefusalWords payment(Code code) const;
    RefusalWords paymentOpen() const;
    RefusalWords returnsPickupsAndTasks(Code code) const;
    RefusalWords machine(Code code) const;

private:
    QString fact(const char *name) const { return m_facts.value(QString::fromLatin1(name)).toString(); }
    QString money(const char *name) const
    {
        return moneyText(Money::minor(m_facts.value(QString::fromLatin1(name)).toLongLong(), m_currency));
    }
    QString foreign(const char *name) const
    {
        return moneyText(Money::minor(m_facts.value(QString::fromLatin1(name)).toLongLong(),
            Currency::fromCode(fact("currency")).value_or(Currency())));
    }
    QString quantity(const char *name) const
    {
        const auto amount = Quantity::thousandths(m_facts.value(QString::fromLatin1(name)).toLongLong());
        return quantityText(amount, QStringLiteral("ea"));
    }

    const QVariantMap &m_facts;
    Currency m_currency;
};

RefusalWords Words::cartAndCode(Code code) const
{
    switch (code) {
    case Code::UnknownBarcode:
        return {tr("No product has the code %1.").arg(fact("code")),
            tr("Search for it by name, or set it aside.")};
    case Code::StaffCode:
        return {tr("This is a code of the staff, not of goods."), tr("Scan the goods or a customer's card.")};
    case Code::WrongCheckDigit:
        return {tr("The code %1 was misread or mistyped.").arg(fact("code")), tr("Scan it again.")};
    case Code::TornScan:
        return {
            tr("The scan came through damaged: %1").arg(fact("code")), tr("Scan it again, a little slower.")};
    case Code::MalformedCode:
        return {tr("What the code says can't be right: %1").arg(fact("problem")),
            tr("Scan it again; if that does not help, search by name.")};
    case Code::UnknownProduct:
        return {tr("This shop has no product %1.").arg(fact("sku")), tr("Search for it by name.")};
    case Code::BadRow:
        return {tr("Line %1 can't be taken: %2").arg(fact("line"), fact("problem")),
            tr("Mend the line and try again.")};
    case Code::EmptyCart:
        return {tr("There is nothing on the ticket yet."), tr("Scan the first item.")};
    case Code::BadQuantity:
        return {tr("This quantity can't be sold."),
            tr("Enter a quantity above zero; whole numbers for single pieces.")};
    case Code::BadAmount:
        return {tr("This amount can't be right."), tr("Enter the amount again.")};
    default:
        return {};
    }
}

RefusalWords Words::goods(Code code) const
{
    const QString lot = fact("lot");
    const QString receipt = fact("receipt");
    const bool isForOrder = !fact("order").isEmpty(); // picked, not sold over the counter
    const QString aside = isForOrder ? tr("Set it aside and take another.")
                                     : tr("Set it aside, or say why it is sold all the same.");
    switch (code) {
    case Code::ExpiredGoods:
        return {tr("%1 may not be sold any more: it expired on %2.")
                    .arg(fact("name"),
                        QLocale().toString(
                            QDate::fromString(fact("expires"), Qt::ISODate), QLocale::ShortFormat)),
            aside};
    case Code::RecalledGoods:
        return {lot.isEmpty() ? tr("Some lots of %1 were called back by the maker.").arg(fact("name"))
                              : tr("Lot %2 of %1 was called back by the maker.").arg(fact("name"), lot),
            !lot.isEmpty() ? aside
                : isForOrder
                ? tr("Compare the lot on the package: count a good one by hand, set a bad one aside.")
                : tr("Compare the lot on the package, or set it aside.")};
    case Code::SerialSold:
        return {receipt.isEmpty()
                ? tr("%1 with serial number %2 is on this ticket already.").arg(fact("name"), fact("serial"))
                : tr("%1 with serial number %2 was sold before: receipt %3.")
                      .arg(fact("name"), fact("serial"), receipt),
            tr("Scan the piece itself, or say why it is sold all the same.")};
    case Code::PriceChanged:
        return {
            tr("%1 is to cost %2, where the shop asks %3.").arg(fact("name"), money("price"), money("was")),
            tr("Say why.")};
    default:
        return {};
    }
}

RefusalWords Words::paymentOpen() const
{
    if (m_facts.contains(QStringLiteral("own")))
        return {tr("The customer's points or account pay for this ticket."),
            tr("Give that money back first, then take the customer off.")};
    if (m_facts.contains(QStringLiteral("taken")))
        return {tr("Money was taken for this ticket already, at this price."),
            tr("Give that money back first, then change the tax.")};
    if (m_facts.contains(QStringLiteral("stray")))
        return {tr("A card payment of %1 is not settled yet.").arg(money("minor")),
            m_facts.value(QStringLiteral("stray")).toBool()
                ? tr("Its ticket is gone. Settle it in Tasks first.")
                : tr("Finish its sale first, or give the money back.")};
    return {tr("A card payment of this sale is not settled yet."),
        tr("Say whether the terminal approved or declined it.")};
}

RefusalWords Words::payment(Code code) const
{
    const QString otherWay = tr("Ask for another way to pay.");
    switch (code) {
    case Code::NegativeTender:
        if (m_facts.value(QStringLiteral("point")).toLongLong() > 0)
            return {tr("One point is worth %1; this is less.").arg(money("point")), otherWay};
        return {tr("The amount must be above zero."), tr("Enter what the customer gave you.")};
    case Code::NotPaid:
        return {tr("%1 is still to pay.").arg(money("due")), tr("Take the rest by cash or card.")};
    case Code::OverTendered:
        if (m_facts.contains(QStringLiteral("own")))
            return {tr("No more than %1 is due.").arg(money("due")), tr("Enter a smaller amount.")};
        return {tr("A card can't be charged more than is due: %1.").arg(money("due")),
            tr("Enter a smaller amount.")};
    case Code::AlreadyCompleted:
        return {tr("This is paid already: receipt %1.").arg(fact("receipt")),
            tr("Nothing was charged twice. Go on with the next sale.")};
    case Code::PaymentOpen:
        return paymentOpen();
    case Code::CartOpen:
        return {tr("Other goods are on the ticket."), tr("Finish or drop that sale first, then come back.")};
    case Code::UnknownGiftCard:
        return {tr("There is no gift card with the number … %1.").arg(fact("card")),
            tr("Compare the number with the card and enter it again.")};
    case Code::GiftCardEmpty:
        return {tr("Nothing is left on the gift card … %1.").arg(fact("card")), otherWay};
    case Code::GiftCardOnTicket:
        return {tr("This ticket puts money on the gift card … %1: it can't pay here.").arg(fact("card")),
            tr("Ask for another way to pay, or sell the card on a ticket of its own.")};
    case Code::GiftCardOffline:
        return {tr("The head office can't be asked about the gift card … %1.").arg(fact("card")),
            askedInVain(tr("The shop lends it %1 until then, or try again."), m_facts, m_currency)};
    case Code::NoExemption:
        return {tr("This shop sells nobody without tax."), tr("Take the certificate off the ticket.")};
    case Code::NoVouchers:
        return {tr("This shop takes no vouchers."), otherWay};
    case Code::VoucherUsed:
        return {fact("receipt").isEmpty()
                ? tr("The voucher %1 pays on this ticket already.").arg(fact("voucher"))
                : tr("The voucher %1 was used before: receipt %2.").arg(fact("voucher"), fact("receipt")),
            tr("Compare the number with the paper, or ask for another way to pay.")};
    case Code::NoForeignCash:
        return {tr("This shop takes no cash in %1.").arg(fact("currency")), otherWay};
    case Code::ForeignNotes:
        return {tr("Only notes are taken: %1 and what is a multiple of it.").arg(foreign("step")),
            tr("Enter the notes alone; change is given in this shop's currency.")};
    case Code::UnknownPayment:
        return {tr("This card payment is not open any more."),
            tr("Look at what is still to pay before a card is charged again.")};
    case Code::ShiftClosed:
        return {
            tr("The drawer is closed: no shift is open."), tr("Count the float and open a shift in Cash.")};
    case Code::ShiftOpen:
        return {tr("A shift is open already."), tr("Go on selling, or close it first.")};
    default:
        return {};
    }
}

RefusalWords Words::returnsPickupsAndTasks(Code code) const
{
    switch (code) {
    case Code::UnknownReceipt:
        return {tr("This shop knows no receipt %1.").arg(fact("receipt")),
            tr("Compare the number with the paper and enter it again.")};
    case Code::OtherShop:
        return {tr("Receipt %1 is from another shop.").arg(fact("receipt")),
            tr("Send the customer there, or ask your manager.")};
    case Code::MoreThanLeft:
        return {tr("Only %1 of this line can still come back.").arg(quantity("left")),
            tr("Enter a smaller quantity.")};
    case Code::NothingToReturn:
        return {tr("Nothing is left to return on this."),
            tr("Choose what comes back, or look up another receipt.")};
    case Code::UnknownOrder:
        return {tr("No order %1 waits in this shop.").arg(fact("order")),
            tr("Ask for the order number or the customer's name.")};
    case Code::WrongState:
        return {tr("The order has moved on meanwhile."),
            tr("Look at where it stands now, and go on from there.")};
    case Code::WrongCode:
        return {tr("That is not this order's pickup code."),
            tr("Ask the customer to show the code again, or check the name.")};
    case Code::UnknownTask:
        return {tr("The head office has taken this task back."), tr("Go on with the next one.")};
    case Code::TaskSettled:
        return {tr("Somebody else has settled this meanwhile."), tr("Go on with the next one.")};
    case Code::MissingNote:
        return {tr("Nobody would know what was done."), tr("Choose a note, or say it in your own words.")};
    default:
        return {};
    }
}

RefusalWords Words::machine(Code code) const
{
    switch (code) {
    case Code::NewerFile:
        return {tr("The till's data was written by a newer version."),
            tr("Install the newer version: nothing was changed.")};
    case Code::DamagedFile:
        return {tr("The till's data can't be read or written: %1").arg(fact("problem")),
            tr("Call support. What was sold before is safe where it is.")};
    case Code::FolderInUse:
        return {tr("Another till program is using this data."), tr("Close the other one first.")};
    case Code::DiskFull:
        return {
            tr("The disk is full: nothing was saved."), tr("Call support to free space, then try again.")};
    case Code::NoRoom:
        return {tr("The disk is full: this till can't keep another sale."),
            tr("Take no money. Call support to free space, then press Pay again.")};
    case Code::NotEnrolled:
        return {tr("This till does not belong to a shop yet."),
            tr("Enrol it with the code from the head office.")};
    case Code::BadAnswer:
        return {tr("The head office's server answered nonsense."), tr("Go on selling; tell support.")};
    case Code::Untrusted:
        return {tr("The server is not the one this till trusts."),
            tr("Nothing was sent. Go on selling; tell support.")};
    case Code::Unreachable:
        return {tr("The head office can't be reached."), tr("Go on; everything is sent later.")};
    case Code::Denied:
        return {tr("The head office said no: %1").arg(fact("error")), tr("Go on selling; tell support.")};
    case Code::BadInput:
        return {tr("This can't be taken: %1").arg(fact("problem")), tr("Correct it and try again.")};
    default:
        return {};
    }
}

} // namespace

RefusalWords wordsFor(const Refusal &refusal, Currency currency)
{
    const Words words(refusal, currency);
    for (const auto group : {&Words::cartAndCode, &Words::goods, &Words::payment,
             &Words::returnsPickupsAndTasks, &Words::machine}) {
        RefusalWords found = (words.*group)(refusal.code);
        if (!found.sentence.isEmpty())
            return found;
    }
    const RefusalWords found = customerWords(refusal, currency);
    if (!found.sentence.isEmpty())
        return found;
    Q_UNREACHABLE();
}

} // namespace evertill
