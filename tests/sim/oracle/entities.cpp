#include "tests/sim/oracle/entities.h"

#include <algorithm>

namespace evertill::sim::oracle {

std::int64_t share(std::int64_t a, std::int64_t b, std::int64_t c)
{
    __extension__ using Wide = __int128;
    const Wide twice = Wide(a) * b * 2;
    return std::int64_t((twice + (twice < 0 ? -c : c)) / (Wide(c) * 2));
}

bool Order::hasGoods() const
{
    return std::any_of(items.begin(), items.end(),
        [](const auto &item) { return item.second.ordered > item.second.rejected; });
}

std::vector<std::string> Order::skus() const
{
    std::vector<std::string> skus;
    for (const auto &[line, item] : items)
        skus.push_back(item.sku);
    return skus;
}

bool Order::take(const Fact &fact)
{
    if (!isOpen())
        return false;
    switch (fact.kind) {
    case Kind::Picking:
        state = state == New ? Picking : state;
        return true;
    case Kind::Ready:
        state = Ready;
        return true;
    case Kind::ItemRejected: {
        Item &item = items[fact.lines.front().line];
        item.rejected += fact.lines.front().quantity;
        item.reserved = std::max<std::int64_t>(0, item.reserved - fact.lines.front().quantity);
        return true;
    }
    case Kind::HandedOver:
        state = HandedOver;
        break;
    case Kind::OrderRejected:
        state = Rejected;
        break;
    default:
        state = Cancelled;
        break;
    }
    for (auto &[line, item] : items)
        item.reserved = 0;
    return true;
}

namespace {

Order placed(const Fact &fact)
{
    Order order;
    for (const Line &line : fact.lines)
        order.items[line.line] = {line.sku, line.quantity, 0, line.quantity};
    return order;
}

std::int64_t moved(const std::string &sku, const Fact &fact)
{
    std::int64_t sum = 0;
    for (const Line &line : fact.lines) {
        if (line.sku != sku || !line.isGoods())
            continue;
        if (fact.kind == Kind::Sold || fact.kind == Kind::HandedOver)
            sum -= line.quantity;
        if ((fact.kind == Kind::Returned && line.restock) || fact.kind == Kind::Adjusted)
            sum += line.quantity;
    }
    return sum;
}

} // namespace

std::optional<Order> orderFrom(const std::vector<FactPtr> &facts)
{
    std::optional<Order> order;
    for (const FactPtr &fact : facts) {
        if (fact->kind == Kind::OrderPlaced)
            order = placed(*fact);
        else if (order)
            order->take(*fact);
    }
    return order;
}

Stock stockFrom(const std::string &sku, const std::vector<FactPtr> &facts)
{
    Stock stock;
    std::map<std::string, Order> orders;
    for (const FactPtr &fact : facts) {
        if (fact->kind == Kind::StockSet)
            stock.onHand = fact->lines.front().quantity;
        stock.onHand += moved(sku, *fact);
        if (fact->kind == Kind::OrderPlaced)
            orders[fact->subject] = placed(*fact);
        else if (const auto order = orders.find(fact->subject); order != orders.end())
            order->second.take(*fact);
    }
    for (const auto &[id, order] : orders) {
        for (const auto &[line, item] : order.items)
            stock.reserved += item.sku == sku ? item.reserved : 0;
    }
    return stock;
}

std::int64_t ReceiptLine::left() const
{
    return isLoad ? 0 : std::clamp<std::int64_t>(sold - returned, 0, sold);
}

std::int64_t ReceiptLine::leftGross() const
{
    return left() == 0 ? 0 : std::clamp<std::int64_t>(gross - refunded, 0, gross);
}

std::int64_t ReceiptLine::refund(std::int64_t quantity) const
{
    const std::int64_t given = gross - leftGross();
    const std::int64_t whole = share(gross, sold - left() + std::min(quantity, left()), sold);
    return std::clamp<std::int64_t>(whole - given, 0, leftGross());
}

std::optional<Receipt> receiptFrom(const std::vector<FactPtr> &facts)
{
    Receipt lines;
    std::map<int, std::pair<std::int64_t, std::int64_t>> back;
    bool isSold = false;
    for (const FactPtr &fact : facts) {
        for (const Line &line : fact->lines) {
            if (fact->kind == Kind::Sold)
                lines[line.line] = {line.sku, line.quantity, line.gross, 0, 0, line.depositOf, line.isLoad};
            else if (fact->kind == Kind::Returned) {
                back[line.ofLine].first += line.quantity;
                back[line.ofLine].second += line.gross;
            }
        }
        isSold = isSold || fact->kind == Kind::Sold;
    }
    if (!isSold)
        return std::nullopt;
    for (auto &[line, one] : lines) {
        one.returned = back[line].first;
        one.refunded = back[line].second;
    }
    return lines;
}

std::optional<std::vector<Line>> takeOff(
    Receipt &receipt, const std::vector<std::pair<int, std::int64_t>> &wanted)
{
    std::map<int, std::int64_t> asked; ///< by line
    std::vector<Line> back;
    const auto take = [&](int number, std::int64_t quantity) {
        ReceiptLine &line = receipt.at(number);
        const std::int64_t gross = line.refund(quantity);
        back.push_back({int(back.size()) + 1, line.sku, quantity, gross, true, number, line.depositOf});
        line.returned += quantity;
        line.refunded += gross;
    };
    const Receipt before = receipt;
    for (const auto &[number, quantity] : wanted) {
        if (quantity > receipt.at(number).left())
            return std::nullopt;
        asked[number] += quantity;
        take(number, quantity);
    }
    for (const auto &[number, line] : before) {
        const std::int64_t due = line.depositOf == 0 ? 0 : std::min(asked[line.depositOf], line.left());
        if (due > asked[number])
            take(number, due - asked[number]);
    }
    return back;
}

} // namespace evertill::sim::oracle
