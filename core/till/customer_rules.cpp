#include "core/till/customer_rules.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A million points for a cent, a million cents for a point: beyond it the office's finger slipped.
constexpr std::int64_t kMostPoints = 1'000'000;

PointRules readPoints(JsonFields &fields)
{
    PointRules rules{fields.integer("per_unit"_L1, 0), fields.integer("worth"_L1, 0), {},
        fields.integer("offline_limit"_L1, 0)};
    for (const QJsonValue &tender : fields.array("earn_nothing"_L1))
        rules.earnNothing.append(tender.toString());
    if (rules.perUnit > kMostPoints || rules.worth > kMostPoints)
        fields.fail(u"per_unit, worth: beyond all reason"_s);
    return rules;
}

} // namespace

void writeCustomerRules(JsonWriter &writer, const CustomerRules &rules)
{
    if (!rules.areKnown)
        return;
    writer.key("customers").beginObject();
    if (rules.account.areKept)
        writer.key("account").beginObject().field("offline_limit", rules.account.offlineLimit).endObject();
    if (rules.points != PointRules()) {
        writer.key("points").beginObject().key("earn_nothing").beginArray();
        for (const QString &tender : rules.points.earnNothing)
            writer.value(tender);
        writer.endArray()
            .field("offline_limit", rules.points.offlineLimit)
            .field("per_unit", rules.points.perUnit)
            .field("worth", rules.points.worth)
            .endObject();
    }
    writer.endObject();
}

CustomerRules readCustomerRules(JsonFields &fields)
{
    CustomerRules rules;
    if (!fields.has("customers"_L1))
        return rules;
    rules.areKnown = true;
    JsonFields known(fields.object("customers"_L1), u"customers"_s);
    if (known.has("points"_L1)) {
        JsonFields points(known.object("points"_L1), u"points"_s);
        rules.points = readPoints(points);
        if (!points.ok())
            known.fail(points.problem());
    }
    if (known.has("account"_L1)) {
        JsonFields account(known.object("account"_L1), u"account"_s);
        rules.account = {true, account.integer("offline_limit"_L1, 0)};
        if (!account.ok())
            known.fail(account.problem());
    }
    if (!known.ok())
        fields.fail(known.problem());
    return rules;
}

} // namespace evertill
