#include "tests/core/shop/shop_day.h"

#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/payment/card_payments.h"
#include "core/payment/foreign_cash.h"
#include "core/payment/voucher.h"
#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/pickup/start_picking.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_without_receipt.h"
#include "core/sale/approval/grant_approval.h"
#include "core/stock/adjust_stock.h"
#include "core/tasks/settle_task.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

template <typename T> T sure(Result<T> result)
{
    if (!result)
        qFatal("the day went wrong: %s", qPrintable(codeName(result.error().code)));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

/// By card at the second try, with a coupon's 0.90 off.
void sellByCard(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(1), 1990)};
    cart.coupons = {u"H7"_s};
    cart.discounts = {{u"autumn"_s, u"Autumn"_s, u"H7"_s, shop.money(90), {{1, shop.money(90)}}}};
    CardPayments cards(*shop.ledger);
    const PaymentId declined = sure(cards.attempt(cart.id, shop.money(1900)));
    sure(cards.decline(declined));
    const PaymentId attempt = sure(cards.attempt(cart.id, shop.money(1900)));
    cart.tenders = {sure(cards.approve(attempt, u"A-4711"_s))};
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

/// Three for two: what a promotion took off stands in tables of its own.
void sellOffered(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(3), 250)};
    cart.discounts = {{u"p1"_s, u"3 for 2"_s, u"MUGS"_s, shop.money(250), {{1, shop.money(250)}}}};
    cart.tenders = {{TenderKind::Cash, shop.money(500)}};
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

/// By a gift card whose money the OMS kept and by one that nobody could ask about, another one loaded; a
/// credit for what came back.
void sellByGiftCard(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(2), 250),
        CartLine::giftCardLoad(giftCardWith(u"EVG-9000"_s), shop.money(1500), u"Gift card"_s)};
    const GiftCard card = giftCardWith(u"EVG-700012345678K7"_s);
    cart.tenders = {{TenderKind::GiftCard, shop.money(300), {}, {}, card, shop.newId()},
        {TenderKind::GiftCard, shop.money(200), {}, {}, giftCardWith(u"EVG-8000"_s)},
        {TenderKind::Cash, shop.money(1500)}};
    const Sale sale = sure(CompleteSale(*shop.ledger, shop.config).run(cart));
    sure(CompleteReturn(*shop.ledger, shop.replica, shop.config)
             .run({ReturnId(shop.newId()), sale.receipt,
                 {{1, Quantity::pieces(1), u"chipped"_s, Disposition::Restock}},
                 RefundTo(TenderKind::GiftCard, card)}));
}

/// By a voucher that is worth more than is due.
void sellByVoucher(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(1), 250)};
    cart.tenders = {sure(voucherTender(u"MALL-77"_s, shop.money(300), shop.money(250)))};
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

/// By dollars, with euros as change.
void sellByForeignCash(Shop &shop)
{
    const ForeignCurrency dollars{
        Currency::fromCode(u"USD").value(), ExchangeRate::parse(u"0.92").value(), 100};
    shop.config.foreignCash = {dollars};
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(1), 250)};
    cart.tenders = {sure(foreignTender(Money::minor(500, dollars.currency), dollars, cart.currency))};
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

/// To a customer, by points that the OMS kept, on account without asking and in cash; one mug comes back.
void sellToACustomer(Shop &shop)
{
    shop.config.customers = {true, {1, 1, {}, 100}, {true, 200}};
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(3), 250)};
    cart.customer = TicketCustomer{customerCardWith(u"EVC-400012345678K7"_s), {}};
    Tender points{TenderKind::Points, shop.money(100)};
    points.points = 100;
    points.hold = shop.newId();
    Tender account{TenderKind::OnAccount, shop.money(200)};
    points.customer = account.customer = cart.customer->card;
    cart.tenders = {points, account, {TenderKind::Cash, shop.money(450)}};
    const Sale sale = sure(CompleteSale(*shop.ledger, shop.config).run(cart));
    sure(CompleteReturn(*shop.ledger, shop.replica, shop.config)
             .run({ReturnId(shop.newId()), sale.receipt,
                 {{1, Quantity::pieces(1), u"chipped"_s, Disposition::Restock}}}));
}

/// A piece with a serial number, sold a day too late because somebody said why.
void sellPastItsDate(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"CREAM"_s, Quantity::pieces(1), 500)};
    CartLine &line = cart.lines.front();
    line.gtin = u"04006381333931"_s;
    line.lot = u"L7"_s;
    line.serial = u"S-1"_s;
    line.expires = shop.clock.localDate(shop.clock.now()).addDays(-1);
    cart.tenders = {{TenderKind::Cash, shop.money(500)}};
    sure(GrantApproval(*shop.ledger).run(cart.id, Code::ExpiredGoods, line, u"checked"_s));
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

/// For another price, because somebody said why.
void sellAtAnotherPrice(Shop &shop)
{
    Cart cart;
    cart.id = SaleId(shop.newId());
    cart.currency = shop.config.currency;
    cart.lines = {shop.line(u"MUG"_s, Quantity::pieces(1), 250)};
    sure(cart.setPrice(0, shop.money(200), u"a chip"_s));
    cart.tenders = {{TenderKind::Cash, shop.money(200)}};
    sure(GrantApproval(*shop.ledger).run(cart.id, Code::PriceChanged, cart.lines[0], u"a chip"_s));
    sure(CompleteSale(*shop.ledger, shop.config).run(cart));
}

void takeBack(Shop &shop, const Sale &sale)
{
    sure(CompleteReturn(*shop.ledger, shop.replica, shop.config)
             .run({ReturnId(shop.newId()), sale.receipt,
                 {{1, Quantity::pieces(1), u"chipped"_s, Disposition::Damaged},
                     {1, Quantity::pieces(1), {}, Disposition::Restock}}}));
    sure(ReturnWithoutReceipt(*shop.ledger, shop.config)
             .run(ReturnId(shop.newId()),
                 {{u"PEN"_s, u"Pen"_s, u"ea"_s, Quantity::pieces(1), shop.money(100), u"A"_s,
                     Percentage::partsPerMillion(190000), u"a gift"_s, Disposition::Restock}},
                 TenderKind::Cash));
}

QString order(Shop &shop, const QString &number)
{
    OrderRow row;
    row.order = shop.newId();
    row.number = number;
    row.customer = u"Kim"_s;
    row.code = u"7KQ4"_s;
    row.currency = shop.config.currency;
    row.total = 750;
    row.lines = {{1, u"MUG"_s, u"Mug"_s, Quantity::pieces(3), {}, 750}};
    shop.tell(row);
    return row.order.toString();
}

void handOut(Shop &shop)
{
    const QString kims = order(shop, u"W-1001"_s);
    sure(StartPicking(*shop.ledger, shop.replica).run(kims));
    sure(RejectItem(*shop.ledger, shop.replica).run(kims, 1, Quantity::pieces(1), u"gone"_s));
    sure(MarkReady(*shop.ledger, shop.replica).run(kims));
    sure(HandOver(*shop.ledger, shop.replica).run(kims, {ProofKind::Code, u"7KQ4"_s}));
    sure(RejectOrder(*shop.ledger, shop.replica).run(order(shop, u"W-1002"_s), u"no staff"_s));
}

void settle(Shop &shop)
{
    const QString task = u"BER1T1:1:2:stock_negative"_s;
    shop.tell(TaskRow{task, u"stock_negative"_s, shop.clock.now(), false, R"({"till":"BER1T1"})"});
    sure(SettleTask(*shop.ledger, shop.replica).run(task, u"counted: there are four"_s));
}

} // namespace

void liveThroughADay(Shop &shop)
{
    shop.ledger->setActor(u"p-7f3a"_s);
    const Sale sale = shop.sell({shop.line(u"MUG"_s, Quantity::pieces(4), 250),
        shop.line(u"CHEESE"_s, Quantity::thousandths(340), 1990, u"kg"_s)});
    sellByCard(shop);
    shop.config.giftCards = {true, 200};
    sellByGiftCard(shop);
    shop.config.vouchers.areTaken = true;
    sellByVoucher(shop);
    sellByForeignCash(shop);
    sellToACustomer(shop);
    sellOffered(shop);
    sellPastItsDate(shop);
    sellAtAnotherPrice(shop);
    takeBack(shop, sale);
    handOut(shop);
    sure(AdjustStock(*shop.ledger).run(u"MUG"_s, Quantity::pieces(-2), u"broken"_s));
    settle(shop);
    sure(MoveCash(*shop.ledger).run(CashMoveKind::Drop, shop.money(5000), u"to the safe"_s));
    sure(CloseShift(*shop.ledger).run(shop.money(6000)));
}

} // namespace evertill
