#include "core/payment/tender.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

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
    // Only cash gives change: money on a card never becomes money in a pocket.
    static constexpr TenderRule kRules[] = {
        {TenderKind::Card, "card", OverTender::Refused},
        {TenderKind::GiftCard, "giftcard", OverTender::Refused},
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
        if (!tender.hold.isNull())
            writer.field("hold", tender.hold);
        writer.key("kind").utf8(tenderName(tender.kind));
        if (!tender.giftCard.isNull())
            writer.field("last_four", tender.giftCard.lastFour);
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
    const Money zero = Money::zero(currency);
    TenderSums sums = {zero, zero, zero};
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
    }
    qFatal("no such tender: %d", int(kind));
}

int TenderSums::kinds() const { return int(!cash.isZero()) + int(!card.isZero()) + int(!giftCard.isZero()); }

} // namespace evertill
