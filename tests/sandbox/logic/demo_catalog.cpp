#include "tests/sandbox/logic/demo_catalog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <optional>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

class Line {
public:
    Line(const QStringList &columns, const QStringList &cells) : m_columns(columns), m_cells(cells) { }

    [[nodiscard]] QString text(const QString &column) const
    {
        return m_cells.value(m_columns.indexOf(column));
    }
    [[nodiscard]] std::optional<qint64> number(const QString &column) const
    {
        bool good = false;
        const qint64 value = text(column).toLongLong(&good);
        return good ? std::optional(value) : std::nullopt;
    }

private:
    const QStringList &m_columns;
    const QStringList &m_cells;
};

QJsonObject product(const Line &line, qint64 price)
{
    QJsonObject row{{u"sku"_s, line.text(u"sku"_s)}, {u"name"_s, line.text(u"name"_s)},
        {u"unit"_s, line.text(u"unit"_s)}, {u"price"_s, price}, {u"tax"_s, line.text(u"tax"_s)}};
    for (const QString &column : {u"short_name"_s, u"category"_s, u"instore"_s}) {
        if (const QString value = line.text(column); !value.isEmpty())
            row[column] = value;
    }
    if (line.text(u"open_price"_s) == u"yes"_s)
        row[u"open_price"_s] = true;
    if (const auto deposit = line.number(u"deposit_minor"_s))
        row[u"deposit"_s] = QJsonObject{{u"sku"_s, u"DEPOSIT-%1"_s.arg(*deposit)}, {u"name"_s, u"Deposit"_s},
            {u"amount"_s, *deposit}, {u"tax_code"_s, line.text(u"tax"_s)}};
    const QStringList gtins = line.text(u"gtin"_s).split(u',', Qt::SkipEmptyParts);
    if (!gtins.isEmpty())
        row[u"gtins"_s] = QJsonArray::fromStringList(gtins);
    return row;
}

} // namespace

Result<DemoCatalog> DemoCatalog::read(const QByteArray &tsv)
{
    DemoCatalog catalog;
    QStringList columns;
    int number = 0;
    for (const QString &text : QString::fromUtf8(tsv).split(u'\n')) {
        ++number;
        const QString line = text.endsWith(u'\r') ? text.chopped(1) : text;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u'\t');
        if (columns.isEmpty()) {
            columns = cells;
            continue;
        }
        const Line fields(columns, cells);
        const std::optional<qint64> price = fields.number(u"price_minor"_s);
        const std::optional<qint64> stock = fields.number(u"stock_thousandths"_s);
        if (cells.size() != columns.size() || fields.text(u"sku"_s).isEmpty() || !price || !stock)
            return refuse(400, u"bad_request"_s, u"line %1 of the demo catalogue"_s.arg(number));
        catalog.products.append(product(fields, *price));
        catalog.stock.append(QJsonObject{{u"sku"_s, fields.text(u"sku"_s)}, {u"on_hand"_s, *stock}});
    }
    return catalog;
}

Result<DemoCatalog> DemoCatalog::readJson(const QByteArray &json)
{
    DemoCatalog catalog;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray()) {
        catalog.promotions = document.array();
        return catalog;
    }
    const QJsonObject lists = document.object();
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        QJsonArray *all = list.key() == u"giftcards"_s ? &catalog.giftCards
            : list.key() == u"price_lists"_s           ? &catalog.priceLists
            : list.key() == u"customers"_s             ? &catalog.customers
                                                       : nullptr;
        if (!all || !list->isArray())
            return refuse(400, u"bad_request"_s, u"no list of a demo shop: "_s + list.key());
        *all = list->toArray();
    }
    if (lists.isEmpty())
        return refuse(400, u"bad_request"_s, u"neither a list of promotions nor an object of lists"_s);
    return catalog;
}

void DemoCatalog::add(const DemoCatalog &other)
{
    const auto append = [](QJsonArray &all, const QJsonArray &more) {
        for (const QJsonValue &one : more)
            all.append(one);
    };
    append(priceLists, other.priceLists);
    append(products, other.products);
    append(stock, other.stock);
    append(promotions, other.promotions);
    append(giftCards, other.giftCards);
    append(customers, other.customers);
}

} // namespace evertill::sandbox
