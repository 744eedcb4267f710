#include "tests/sim/people/own_money.h"

#include "core/sale/sale_table.h"
#include "sync/live/customer_questions.h"
#include "sync/live/gift_card_questions.h"
#include "tests/sandbox/store/json_text.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/drawer.h"
#include "tests/sim/oracle/purses.h"
#include "tests/sim/people/goods.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

Purse purseKind(const Tender &tender)
{
    return tender.kind == TenderKind::Points ? Purse::Points : Purse::Account;
}

} // namespace

std::string purseOf(const GiftCard &card)
{
    for (const char *number : kGiftCards) {
        if (giftCardWith(QString::fromLatin1(number)) == card)
            return oracle::giftPurse(number);
    }
    return {};
}

std::string numberOf(const CustomerCard &card)
{
    for (const char *number : kCustomers) {
        if (customerCardWith(QString::fromLatin1(number)) == card)
            return number;
    }
    return {};
}

std::string purseOf(const Tender &tender)
{
    if (tender.kind == TenderKind::GiftCard)
        return purseOf(tender.giftCard);
    if (!isCustomersOwn(tender.kind))
        return {};
    const std::string number = numberOf(tender.customer);
    return tender.kind == TenderKind::Points ? oracle::pointsPurse(number) : oracle::accountPurse(number);
}

std::int64_t OwnMoney::worth(const Tender &tender) const
{
    return tender.kind == TenderKind::Points ? m_till.config.customers.points.worth : 1;
}

Tender OwnMoney::of(Tender empty, std::int64_t units) const
{
    empty.amount = Money::minor(units * worth(empty), m_till.config.currency);
    empty.points = empty.kind == TenderKind::Points ? units : 0;
    return empty;
}

std::optional<Tender> OwnMoney::take(const Cart &cart, Tender empty, std::int64_t amount)
{
    const std::int64_t units = amount / worth(empty);
    if (units == 0)
        return std::nullopt;
    empty.hold = m_till.random.uuid(m_till.clock.now());
    auto kept = ask(cart, empty, units);
    if (!kept && kept.error().code == Code::Unreachable && m_scene.chance.percent(50))
        kept = ask(cart, empty, units);
    if (kept && m_scene.chance.percent(10)) {
        letGo(empty); // the shopper pays otherwise
        return std::nullopt;
    }
    if (kept)
        return of(empty, *kept);
    if (kept.error().code != Code::Unreachable)
        return std::nullopt;
    letGo(empty);
    empty.hold = {};
    return lent(empty, amount);
}

std::optional<Tender> OwnMoney::lent(const Tender &empty, std::int64_t amount)
{
    const TillConfig &config = m_till.config;
    const std::int64_t limit = empty.kind == TenderKind::GiftCard ? config.giftCards.offlineLimit
        : empty.kind == TenderKind::Points                        ? config.customers.points.offlineLimit
                                                                  : config.customers.account.offlineLimit;
    const std::int64_t before =
        oracle::lentTo(purseOf(empty), *m_till.journal, oracle::drawerOf(*m_till.journal).shift);
    const bool isGreedy = m_scene.chance.percent(10);
    const std::int64_t units = std::min(amount, limit - before) / worth(empty) + (isGreedy ? 1 : 0);
    // Greed within the ticket's sum only.
    return units > 0 && units * worth(empty) <= amount ? std::optional(of(empty, units)) : std::nullopt;
}

Result<std::int64_t> OwnMoney::ask(const Cart &cart, const Tender &tender, std::int64_t units)
{
    Result<std::int64_t> heard = refuse(Code::Unreachable);
    if (tender.kind == TenderKind::GiftCard)
        GiftCardQuestions(m_questions, m_till.clock)
            .hold(tender.giftCard, tender.hold, cart.id, Money::minor(units, cart.currency),
                [&](const Result<GiftCardHold> &hold) {
                    heard = hold.map([](const GiftCardHold &one) { return one.held.minor(); });
                });
    else
        CustomerQuestions(m_questions, m_till.clock)
            .hold(purseKind(tender), tender.customer, tender.hold, cart.id, {units, cart.currency},
                [&](const Result<PurseHold> &hold) {
                    heard = hold.map([](const PurseHold &one) { return one.held; });
                });
    judge(tender, units, heard);
    return heard;
}

void OwnMoney::judge(const Tender &tender, std::int64_t units, const Result<std::int64_t> &heard)
{
    OmsHouse &house = m_till.house;
    const std::string purse = purseOf(tender);
    const std::string hold = tender.hold.toLatin1().toStdString();
    const QString named = QString::fromStdString(purse);
    const auto before = oracle::heldUnder(hold, purse, house.moment(), m_scene.now.us);
    const std::int64_t due = before.value_or(
        std::clamp<std::int64_t>(oracle::freeOf(purse, house.moment(), m_scene.now.us), 0, units));
    m_scene.tell([&] {
        return u"%1 asks for %2 of %3: %4"_s.arg(m_till.id).arg(units).arg(
            named, heard ? QString::number(*heard) : codeName(heard.error().code));
    });
    if (!m_questions.said())
        return require(
            !heard && heard.error().code == Code::Unreachable, u"%1 heard of nobody"_s.arg(m_till.id));
    const QJsonObject said = sandbox::jsonObject(m_questions.said()->body);
    const bool isKept = m_questions.said()->status == 200;
    const std::int64_t kept =
        isKept ? said.value(tender.kind == TenderKind::Points ? u"points"_s : u"amount"_s).toInteger() : 0;
    require(kept == due, u"the OMS keeps %1 of %2, the oracle says %3"_s.arg(kept).arg(named).arg(due));
    require(m_questions.isHeard() ? heard.has_value() == isKept : true,
        u"%1 takes the OMS's word for another"_s.arg(m_till.id));
    require(!heard || *heard == due, u"%1 hears of %2 otherwise"_s.arg(m_till.id, named));
    if (isKept && !before)
        house.note({.kind = oracle::Kind::PurseHeld,
            .subject = hold,
            .amount = kept,
            .purse = purse,
            .until = said.value(u"expires_at"_s).toInteger()});
}

void OwnMoney::letGo(const Tender &tender)
{
    if (tender.kind == TenderKind::GiftCard)
        GiftCardQuestions(m_questions, m_till.clock).release(tender.giftCard, tender.hold);
    else
        CustomerQuestions(m_questions, m_till.clock).release(purseKind(tender), tender.customer, tender.hold);
    if (m_questions.said())
        m_till.house.note({.kind = oracle::Kind::PurseReleased,
            .subject = tender.hold.toLatin1().toStdString(),
            .purse = purseOf(tender)});
}

TicketCustomer OwnMoney::know(const std::string &number)
{
    const CustomerCard card = customerCardWith(QString::fromStdString(number));
    Result<KnownCustomer> heard = refuse(Code::Unreachable);
    CustomerQuestions(m_questions, m_till.clock)
        .find(card, m_till.config.currency, [&](const Result<KnownCustomer> &found) { heard = found; });
    require(heard.has_value() || !m_questions.isHeard(), u"%1 does not know a customer"_s.arg(m_till.id));
    if (!heard)
        return {card, std::nullopt};
    const oracle::Moment books = m_till.house.moment();
    const auto free = [&](const std::string &purse) {
        return std::max<std::int64_t>(0, oracle::freeOf(purse, books, m_scene.now.us));
    };
    require(heard->points == free(oracle::pointsPurse(number))
            && heard->onAccount.value().minor() == free(oracle::accountPurse(number)),
        u"%1 hears of %2 points, the oracle says %3, or of another credit"_s.arg(m_till.id)
            .arg(heard->points)
            .arg(free(oracle::pointsPurse(number))));
    // What the OMS counted, and what the till did since: each purchase once.
    std::int64_t purchases = 0;
    for (std::size_t i = 0; i < books.length; ++i)
        purchases +=
            books.log->facts()[i]->kind == oracle::Kind::Sold && books.log->facts()[i]->customer == number;
    for (const oracle::FactPtr &fact : m_till.journal->facts())
        purchases += fact->kind == oracle::Kind::Sold && fact->customer == number
            && !books.log->has(fact->uid, books.length);
    const auto since =
        SaleTable(m_till.process->screenLedger).boughtSince(card, heard->facts.through).purchases;
    require(heard->facts.purchases + since == purchases,
        u"%1 counts %2 purchases and %3 since, the oracle says %4"_s.arg(m_till.id)
            .arg(heard->facts.purchases)
            .arg(since)
            .arg(purchases));
    return {card, heard->facts};
}

} // namespace evertill::sim
