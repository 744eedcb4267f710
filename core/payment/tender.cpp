#include "core/payment/tender.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

Tender readTender(JsonFields &fields, Currency currency)
{
    Tender tender;
    const QString kind = fields.text("kind"_L1);
    if (kind != u"cash"_s && kind != u"card"_s)
        fields.fail(u"kind: neither cash nor card"_s);
    tender.kind = kind == u"card"_s ? TenderKind::Card : TenderKind::Cash;
    tender.amount = Money::minor(fields.integer("amount"_L1), currency);
    tender.approval = fields.textOr("approval"_L1);
    if (fields.has("attempt"_L1))
        tender.attempt = PaymentId(fields.uuid("attempt"_L1));
    return tender;
}

} // namespace

QByteArrayView tenderName(TenderKind kind)
{
    return kind == TenderKind::Card ? QByteArrayView("card") : QByteArrayView("cash");
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
        writer.key("kind").utf8(tenderName(tender.kind)).endObject();
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
    TenderSums sums = {Money::zero(currency), Money::zero(currency)};
    for (const Tender &tender : tenders)
        (tender.kind == TenderKind::Card ? sums.card : sums.cash) += tender.amount;
    return sums;
}

} // namespace evertill
