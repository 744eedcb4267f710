#include "core/sale/goods_stop.h"

#include "core/sale/approval.h"
#include "core/sale/sale_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

bool isSamePiece(const CartLine &a, const CartLine &b) { return a.gtin == b.gtin && a.serial == b.serial; }

/// The receipt that the piece of line \a index is on, empty for the cart itself; nothing where it is on none.
std::optional<QString> soldOn(Database &ledger, const Cart &cart, std::size_t index)
{
    const CartLine &line = cart.lines[index];
    if (line.serial.isEmpty())
        return std::nullopt;
    const auto before = cart.lines.begin() + std::ptrdiff_t(index);
    const bool isOnCart = std::any_of(
        cart.lines.begin(), before, [&](const CartLine &other) { return isSamePiece(other, line); });
    return isOnCart ? std::optional(QString()) : SaleTable(ledger).receiptOfSerial(line.gtin, line.serial);
}

} // namespace

std::vector<Refusal> stopsOf(const CartLine &line, QDate today, const std::optional<QString> &soldOn)
{
    const QVariantMap goods{{u"sku"_s, line.sku}, {u"name"_s, line.name}};
    const auto stop = [&](Code code, const QString &fact, const QString &value) {
        QVariantMap facts = goods;
        facts.insert(fact, value);
        return Refusal{code, facts};
    };
    std::vector<Refusal> stops;
    if (line.isRecalled)
        stops.push_back(stop(Code::RecalledGoods, u"lot"_s, line.lot));
    if (line.expires.isValid() && line.expires < today)
        stops.push_back(stop(Code::ExpiredGoods, u"expires"_s, line.expires.toString(Qt::ISODate)));
    if (soldOn) {
        stops.push_back(stop(Code::SerialSold, u"serial"_s, line.serial));
        stops.back().facts.insert(u"receipt"_s, *soldOn);
    }
    if (line.change) {
        Refusal changed{Code::PriceChanged, goods};
        changed.facts.insert(u"price"_s, qint64(line.price.minor()));
        changed.facts.insert(u"was"_s, qint64(line.change->was.minor()));
        stops.push_back(std::move(changed));
    }
    return stops;
}

std::optional<GoodsStop> firstStop(Database &ledger, const Cart &cart, QDate today)
{
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        for (const Refusal &refusal : stopsOf(cart.lines[i], today, soldOn(ledger, cart, i))) {
            if (!isApproved(ledger, cart.id, refusal.code, cart.lines[i]))
                return GoodsStop{i, refusal};
        }
    }
    return std::nullopt;
}

} // namespace evertill
