#include "core/payment/tender.h"

#include "core/payment/foreign_cash.h"
#include "core/payment/voucher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

void readVoucher(JsonFields &fields, Tender &tender)
{
    tender.voucher = fields.text("voucher"_L1);
    if (fields.has("face"_L1))
        tender.face = Money::minor(fields.integer("face"_L1), tender.amount.currency());
    if (!isVoucher(tender))
        fields.fail(u"voucher: no number, or a face that is no more than was paid"_s);
}

void readForeign(JsonFields &fields, Tender &tender)
{
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    const auto rate = ExchangeRate::parse(fields.text("rate"_L1));
    const auto given = Money::minor(fields.integer("foreign"_L1), currency.value_or(Currency()));
    tender.foreign = ForeignCash{given, rate.value_or(ExchangeRate())};
    if (!currency || !rate || !isForeign(tender))
        fields.fail(u"foreign: no currency, no rate, or an amount that is not worth it"_s);
}

Tender readTender(JsonFields &fields, Currency currency)
{
    Tender tender;
    const auto kind = tenderNamed(fields.text("kind"_L1));
    if (!kind)
        fields.fail(u"kind: no tender of the contract"_s);
    tender.kind = kind.value_or(TenderKind::Cash);
    tender.amount = Money::minor(fields.integer("amount"_L1), currency);
    tender.approval = fields.textOr("approval"_L1);
    if (fields.has("attempt"_L1))
        tender.attempt = PaymentId(fields.uuid("attempt"_L1));
    if (tender.kind == TenderKind::Voucher)
        readVoucher(fields, tender);
    if (tender.kind == TenderKind::ForeignCash)
        readForeign(fields, tender);
    if (isCustomersOwn(tender.kind)) {
        tender.customer = {fields.text("card"_L1), fields.text("last_four"_L1)};
        if (!isCustomerCard(tender.customer))
            fields.fail(u"card: no customer card's reference"_s);
        if (tender.kind == TenderKind::Points)
            tender.points = fields.integer("points"_L1, 1);
        if (fields.has("hold"_L1))
            tender.hold = fields.uuid("hold"_L1);
        return tender;
    }
    if (tender.kind != TenderKind::GiftCard)
        return tender;
    tender.giftCard = {fields.text("card"_L1), fields.text("last_four"_L1)};
    if (!isGiftCard(tender.giftCard))
        fields.fail(u"card: no gift card's reference"_s);
    if (fields.has("hold"_L1))
        tender.hold = fields.uuid("hold"_L1);
    return tender;
}

} // namespace

std::span<const TenderRule> tenderRules()
{
    // Only cash gives change, in the home currency: money on a card never becomes money in a pocket.
    static constexpr TenderRule kRules[] = {
        {TenderKind::Points, "points", OverTender::Refused},
        {TenderKind::OnAccount, "on_account", OverTender::Refused},
        {TenderKind::Card, "card", OverTender::Refused},
        {TenderKind::GiftCard, "giftcard", OverTender::Refused},
        {TenderKind::Voucher, "voucher", OverTender::Forfeited},
        {TenderKind::ForeignCash, "foreign_cash", OverTender::Change},
        {TenderKind::Cash, "cash", OverTender::Change},
    };
    return kRules;
}

const TenderRule &ruleOf(TenderKind kind)
{
    const auto rules = tenderRules();
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const TenderRule &one) { return one.kind == kind; });
    if (rule == rules.end())
        qFatal("no rule for the tender %d", int(kind));
    return *rule;
}

std::optional<TenderKind> tenderNamed(QStringView name)
{
    for (const TenderRule &rule : tenderRules())
        if (name == QLatin1StringView(rule.name))
            return rule.kind;
    return std::nullopt;
}

void writeTenders(JsonWriter &writer, std::span<const Tender> tenders)
{
    writer.beginArray();
    for (const Tender &tender : tenders) {
        writer.beginObject().field("amount", tender.amount.minor());
        if (!tender.approval.isEmpty())
            writer.field("approval", tender.approval);
        if (!tender.attempt.isNull())
            writer.field("attempt", tender.attempt);
        if (!tender.giftCard.isNull())
            writer.field("card", tender.giftCard.reference);
        if (!tender.customer.isNull())
            writer.field("card", tender.customer.reference);
        if (tender.foreign)
            writer.field("currency", tender.foreign->given.currency().code());
        if (tender.face)
            writer.field("face", tender.face->minor());
        if (tender.foreign)
            writer.field("foreign", tender.foreign->given.minor());
        if (!tender.hold.isNull())
            writer.field("hold", tender.hold);
        writer.key("kind").utf8(tenderName(tender.kind));
        if (!tender.giftCard.isNull())
            writer.field("last_four", tender.giftCard.lastFour);
        if (!tender.customer.isNull())
            writer.field("last_four", tender.customer.lastFour);
        if (tender.points != 0)
            writer.field("points", tender.points);
        if (tender.foreign)
            writer.field("rate", tender.foreign->rate.text());
        if (!tender.voucher.isEmpty())
            writer.field("voucher", tender.voucher);
        writer.endObject();
    }
    writer.endArray();
}

std::vector<Tender> readTenders(JsonFields &fields, Currency currency)
{
    std::vector<Tender> tenders;
    const QJsonArray list = fields.array("tenders"_L1);
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields one(list.at(i).toObject(), u"tenders[%1]"_s.arg(i));
        tenders.push_back(readTender(one, currency));
        if (!one.ok())
            fields.fail(one.problem());
    }
    return tenders;
}

TenderSums sumsOf(std::span<const Tender> tenders, Currency currency)
{
    TenderSums sums;
    for (const TenderRule &rule : tenderRules())
        sums.of(rule.kind) = Money::zero(currency);
    for (const Tender &tender : tenders)
        sums.of(tender.kind) += tender.amount;
    return sums;
}

Money &TenderSums::of(TenderKind kind)
{
    switch (kind) {
    case TenderKind::Cash:
        return cash;
    case TenderKind::Card:
        return card;
    case TenderKind::GiftCard:
        return giftCard;
    case TenderKind::Voucher:
        return voucher;
    case TenderKind::ForeignCash:
        return foreign;
    case TenderKind::Points:
        return points;
    case TenderKind::OnAccount:
        return onAccount;
    }
    qFatal("no such tender: %d", int(kind));
}

Money TenderSums::total() const
{
    Money total = Money::zero(cash.currency());
    for (const TenderRule &rule : tenderRules())
        total += of(rule.kind);
    return total;
}

int TenderSums::kinds() const
{
    const auto rules = tenderRules();
    return int(std::count_if(
        rules.begin(), rules.end(), [&](const TenderRule &rule) { return !of(rule.kind).isZero(); }));
}

} // namespace evertill
