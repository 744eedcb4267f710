#include "core/sale/complete_sale.h"

#include "core/payment/card_payments.h"
#include "core/payment/foreign_cash.h"
#include "core/payment/points.h"
#include "core/payment/settlement.h"
#include "core/payment/voucher.h"
#include "core/sale/cart_store.h"
#include "core/sale/customer_tenders.h"
#include "core/sale/goods_stop.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_projection.h"
#include "core/till/current_shift.h"

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Without tax a line stands under its code at no rate, with what of its price nobody pays.
void bearNoTax(std::vector<SaleLine> &lines, const std::vector<Money> &exempted)
{
    for (std::size_t i = 0; i < exempted.size(); ++i) {
        lines[i].taxRate = {};
        if (exempted[i].isPositive())
            lines[i].exempted = exempted[i];
    }
}

std::vector<SaleLine> soldLines(const Cart &cart, const Taxes &whole)
{
    const std::vector<LineTax> &taxes = whole.lines;
    std::vector<SaleLine> lines;
    lines.reserve(cart.lines.size());
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const CartLine &from = cart.lines[i];
        lines.push_back({int(i) + 1, from.sku, from.gtin, from.name, from.unit, from.quantity, from.price,
            from.discount + sharesOf(cart.discounts, int(i) + 1, cart.currency), taxes[i].net, taxes[i].tax,
            taxes[i].gross, from.taxCode, from.taxRate, from.lot, from.serial, from.expires, from.giftCard,
            from.change, {}, from.change ? std::nullopt : from.list, taxes[i].parts});
    }
    for (const std::size_t of : cart.linesWithDeposit()) {
        const CartLine &goods = cart.lines[of];
        const LineDeposit &deposit = *goods.deposit;
        const LineTax &tax = taxes[lines.size()];
        lines.push_back({int(lines.size()) + 1, deposit.sku, {}, deposit.name, goods.unit, goods.quantity,
            deposit.amount, Money::zero(cart.currency), tax.net, tax.tax, tax.gross, deposit.taxCode,
            deposit.taxRate, {}, {}, {}, {}, {}, int(of) + 1, {}, tax.parts});
    }
    bearNoTax(lines, whole.exempted);
    return lines;
}

std::optional<SaleCustomer> saleCustomer(const Cart &cart, const PointRules &rules, Money change)
{
    if (!cart.customer)
        return std::nullopt;
    return SaleCustomer{cart.customer->card, cart.customer->facts ? cart.customer->facts->id : Uuid(),
        earnedPoints(rules, cart.tenders, change)};
}

/// Card money that names an attempt counts only where that one was approved for this very cart, and no
/// approved attempt of it may be left over.
Result<> checkCardMoney(Database &database, const Cart &cart)
{
    for (std::size_t i = 0; i < cart.tenders.size(); ++i) {
        const Tender &tender = cart.tenders[i];
        if (tender.attempt.isNull())
            continue;
        const auto attempt = cardAttempt(database, tender.attempt);
        bool isTaken = attempt && attempt->state == CardState::Approved && attempt->cart == cart.id
            && attempt->amount == tender.amount && tender.kind == TenderKind::Card;
        for (std::size_t j = 0; j < i; ++j)
            isTaken = isTaken && cart.tenders[j].attempt != tender.attempt;
        if (!isTaken)
            return refuse(
                Code::UnknownPayment, {{u"attempt"_s, QString::fromLatin1(tender.attempt.toLatin1())}});
    }
    return noOpenMoney(database, cart.id, cart.tenders);
}

/// A gift card pays what the OMS keeps for it, each hold once; without one no more than the shop lends it in
/// one shift.
Result<> checkGiftCards(Database &database, const Cart &cart, ShiftId shift, const GiftCardRules &rules)
{
    for (const CartLine &line : cart.lines)
        if (!line.giftCard.isNull() && !rules.areTaken)
            return refuse(Code::UnknownGiftCard, {{u"card"_s, line.giftCard.lastFour}});
    std::map<QString, Money> unasked;
    std::set<Uuid> holds;
    for (const Tender &tender : cart.tenders) {
        if (tender.kind != TenderKind::GiftCard)
            continue;
        if (!rules.areTaken || !isGiftCard(tender.giftCard))
            return refuse(Code::UnknownGiftCard, {{u"card"_s, tender.giftCard.lastFour}});
        if (!tender.hold.isNull() && !holds.insert(tender.hold).second)
            return refuse(Code::UnknownGiftCard, {{u"card"_s, tender.giftCard.lastFour}});
        if (!tender.hold.isNull())
            continue;
        const Money before = ReceiptBook(database).paidOffline(
            TenderKind::GiftCard, tender.giftCard.reference, shift, cart.currency);
        Money &sum = unasked.try_emplace(tender.giftCard.reference, before).first->second;
        const Money left = Money::minor(rules.offlineLimit, cart.currency) - sum;
        if (left < tender.amount)
            return refuse(Code::GiftCardOffline,
                {{u"card"_s, tender.giftCard.lastFour},
                    {u"left"_s, qint64(std::max<std::int64_t>(0, left.minor()))}});
        sum += tender.amount;
    }
    return {};
}

/// A voucher pays once, where the shop takes any.
Result<> checkVoucherMoney(Database &database, const Cart &cart, Money total, const VoucherRules &rules)
{
    if (auto checked = checkVouchers(total, cart.tenders); !checked)
        return checked;
    for (const Tender &tender : cart.tenders) {
        if (tender.kind != TenderKind::Voucher)
            continue;
        if (!rules.areTaken)
            return refuse(Code::NoVouchers);
        if (const auto used = ReceiptBook(database).paidByVoucher(tender.voucher))
            return refuse(Code::VoucherUsed, {{u"voucher"_s, tender.voucher}, {u"receipt"_s, used->text()}});
    }
    return {};
}

} // namespace

Result<Sale> CompleteSale::run(const Cart &cart)
{
    if (cart.isEmpty())
        return refuse(Code::EmptyCart);
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Sale> {
        ReceiptBook book(tx.database());
        if (const auto stored = book.numberOf(cart.id.uuid()))
            return refuse(Code::AlreadyCompleted, {{u"receipt"_s, stored->text()}});
        const auto shift = currentShift(tx.database());
        if (!shift)
            return refuse(Code::ShiftClosed);
        if (shift->currency != cart.currency)
            return refuse(Code::BadAmount, {{u"minor"_s, qint64(0)}});
        if (auto checked = cart.check(); !checked)
            return tl::unexpected(checked.error());
        if (const auto stop = firstStop(tx.database(), cart, m_ledger.clock().localDate(tx.now())))
            return tl::unexpected(stop->refusal);
        if (cart.exemption && !m_config.exemptsByCertificate)
            return refuse(Code::NoExemption);
        Taxes taxes = cart.taxes(m_config.tax);
        const auto settled = settle(taxes.total, cart.tenders, m_config.country);
        if (!settled)
            return tl::unexpected(settled.error());
        if (auto checked = checkCardMoney(tx.database(), cart); !checked)
            return tl::unexpected(checked.error());
        if (auto checked = checkGiftCards(tx.database(), cart, shift->id, m_config.giftCards); !checked)
            return tl::unexpected(checked.error());
        if (auto checked = checkVoucherMoney(tx.database(), cart, taxes.total, m_config.vouchers); !checked)
            return tl::unexpected(checked.error());
        if (auto checked = checkCustomerTenders(tx.database(), cart, shift->id, m_config.customers); !checked)
            return tl::unexpected(checked.error());
        if (auto checked = checkForeign(cart.tenders, m_config.foreignCash); !checked)
            return tl::unexpected(checked.error());

        Sale sale;
        sale.id = cart.id;
        sale.receipt = book.next(tx.epoch(), m_config.till);
        sale.shift = shift->id;
        sale.businessDate = shift->businessDate;
        sale.taxMode = m_config.tax.mode;
        sale.lines = soldLines(cart, taxes);
        sale.taxes = std::move(taxes.totals);
        sale.total = taxes.total;
        sale.rounding = settled->rounding;
        sale.change = settled->change;
        sale.tenders = cart.tenders;
        sale.discounts = cart.discounts;
        sale.exemption = cart.exemption;
        sale.customer = saleCustomer(cart, m_config.customers.points, sale.change);
        const Event event = tx.append(saleCompleted(sale));
        sale.at = event.at;
        sale.utcOffsetMin = event.utcOffsetMin;
        sale.cashier = event.actor;
        project(event, sale, tx.database());
        forgetOpenCart(tx.database(), cart.id);
        return sale;
    });
}

} // namespace evertill
