#include "tests/sandbox/store/json_text.h"
#include "tests/sim/network/finding.h"
#include "tests/sim/oracle/offers.h"
#include "tests/sim/people/goods.h"
#include "tests/sim/world/final_audit.h"

#include <map>

using namespace Qt::StringLiterals;

namespace evertill::sim {
namespace {

std::string placeOf(const QJsonObject &row)
{
    return row.value(u"till"_s).toString().toStdString() + ' '
        + std::to_string(row.value(u"epoch"_s).toInteger()) + ' '
        + std::to_string(row.value(u"seq"_s).toInteger());
}

} // namespace

void FinalAudit::checkLines(OmsHouse &house)
{
    // Every line of every receipt: what was sold at which price, and what each promotion took off.
    std::map<std::string, std::string> receipts;
    std::map<std::string, std::array<std::int64_t, 4>> booked;
    for (const QJsonValue &value : table(house, u"booked_sale"_s))
        receipts[placeOf(value.toObject())] =
            value.toObject().value(u"receipt"_s).toString().toStdString() + ' ';
    for (const QJsonValue &value : table(house, u"booked_sale_line"_s)) {
        const QJsonObject row = value.toObject();
        booked[receipts[placeOf(row)] + std::to_string(row.value(u"line"_s).toInteger()) + ' '
            + row.value(u"sku"_s).toString().toStdString()] = {row.value(u"quantity"_s).toInteger(),
            row.value(u"gross"_s).toInteger(), row.value(u"deposit_of"_s).toInteger(),
            row.value(u"price_list"_s).isNull() ? 0 : 1};
    }
    for (const QJsonValue &value : table(house, u"booked_discount"_s)) {
        const QJsonObject row = value.toObject();
        booked[receipts[placeOf(row)] + row.value(u"promotion"_s).toString().toStdString()][0] +=
            row.value(u"amount"_s).toInteger();
    }
    std::map<std::string, std::array<std::int64_t, 4>> done;
    for (const auto &till : m_scene.tills) {
        for (const oracle::FactPtr &fact : till->journal->facts()) {
            if (&till->house != &house || fact->kind != oracle::Kind::Sold)
                continue;
            for (const oracle::Line &line : fact->lines)
                done[fact->receipt + ' ' + std::to_string(line.line) + ' ' + line.sku] = {
                    line.quantity, line.gross, line.depositOf, line.isListed ? 1 : 0};
            for (const oracle::Granted &granted : fact->granted)
                done[fact->receipt + ' ' + granted.promotion][0] += granted.amount;
        }
    }
    require(booked == done, u"the OMS of %1 has other lines or discounts than were sold"_s.arg(house.id()));
}

void FinalAudit::checkOffers(OmsHouse &house)
{
    for (const QJsonValue &value : table(house, u"promotion"_s)) {
        const QJsonObject row = value.toObject();
        const QString id = row.value(u"promotion"_s).toString();
        if (id != QLatin1StringView(kWelcome) || row.value(u"dropped"_s).toInteger() != 0)
            continue;
        const QJsonObject rule =
            sandbox::jsonObject(row.value(u"row"_s).toString().toUtf8()).value(u"rule"_s).toObject();
        const std::int64_t left = rule.value(u"uses_left"_s).toInteger();
        const std::int64_t meant =
            oracle::usesFrom(oracle::known(oracle::key('m', kWelcome), house.moment(), oracle::Log()));
        require(left == meant,
            u"the OMS of %1 has %2 uses of a coupon left, the oracle says %3"_s.arg(house.id())
                .arg(left)
                .arg(meant));
    }
}

} // namespace evertill::sim
