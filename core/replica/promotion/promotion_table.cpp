#include "core/replica/promotion/promotion_table.h"

namespace evertill {
namespace {

constexpr const char *kPromotions = "SELECT id,rule,through FROM promotion ORDER BY id";
constexpr const char *kPutPromotion =
    "INSERT INTO promotion(id,rule,through) VALUES(?,?,?) ON CONFLICT(id) DO UPDATE SET rule=excluded.rule,"
    "through=excluded.through WHERE rule<>excluded.rule OR through<>excluded.through";
constexpr const char *kDropPromotion = "DELETE FROM promotion WHERE id=?";

} // namespace

std::vector<StoredPromotion> PromotionTable::all()
{
    std::vector<StoredPromotion> all;
    auto row = m_database.statement(kPromotions);
    while (row.next())
        all.push_back({{row.text(0), row.bytes(1)}, Position::fromPacked(row.integer(2))});
    return all;
}

void PromotionTable::put(const PromotionRow &promotion, Position through)
{
    m_database.statement(kPutPromotion)
        .with(promotion.promotion, promotion.rule.toStdString(), through.packed())
        .run();
}

void PromotionTable::drop(const QString &id) { m_database.statement(kDropPromotion).with(id).run(); }

} // namespace evertill
