#include "tests/sandbox/logic/catalog.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/store/arithmetic.h"
#include "tests/sandbox/store/json_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qsizetype kLongestPriceList = 8 << 20; // as the contract says

constexpr const char *putTax =
    "INSERT INTO tax(code,row,changed) VALUES(?,?,?) ON CONFLICT(code) DO UPDATE SET row=excluded.row, "
    "changed=excluded.changed, dropped=0 WHERE row<>excluded.row OR dropped<>0";
constexpr const char *putProduct =
    "INSERT INTO product(sku,row,changed) VALUES(?,?,?) ON CONFLICT(sku) DO UPDATE SET row=excluded.row, "
    "changed=excluded.changed, dropped=0 WHERE row<>excluded.row OR dropped<>0";
constexpr const char *dropProduct = "UPDATE product SET dropped=1, changed=? WHERE sku=? AND dropped=0";
constexpr const char *putPromotion =
    "INSERT INTO promotion(promotion,row,changed) VALUES(?,?,?) ON CONFLICT(promotion) DO UPDATE SET "
    "row=excluded.row, changed=excluded.changed, dropped=0 WHERE row<>excluded.row OR dropped<>0";
constexpr const char *dropPromotionOf =
    "UPDATE promotion SET dropped=1, changed=? WHERE promotion=? AND dropped=0";
constexpr const char *putPriceList =
    "INSERT INTO price_list(price_list,row,changed) VALUES(?,?,?) ON CONFLICT(price_list) DO UPDATE SET "
    "row=excluded.row, changed=excluded.changed, dropped=0 WHERE row<>excluded.row OR dropped<>0";
constexpr const char *dropPriceListOf =
    "UPDATE price_list SET dropped=1, changed=? WHERE price_list=? AND dropped=0";
constexpr const char *putExchangeRateOf =
    "INSERT INTO exchange_rate(exchange_rate,row,changed) VALUES(?,?,?) ON CONFLICT(exchange_rate) DO UPDATE "
    "SET row=excluded.row, changed=excluded.changed, dropped=0 WHERE row<>excluded.row OR dropped<>0";
constexpr const char *dropExchangeRateOf =
    "UPDATE exchange_rate SET dropped=1, changed=? WHERE exchange_rate=? AND dropped=0";
constexpr const char *productOf = "SELECT row FROM product WHERE sku=? AND dropped=0";
constexpr const char *taxOf = "SELECT row FROM tax WHERE code=? AND dropped=0";
constexpr const char *countProducts = "SELECT count(*) FROM product WHERE dropped=0";

constexpr qint64 wholeRate = 1'000'000;
constexpr qint64 thousandths = 1000;

void need(bool good, const char *what)
{
    if (!good)
        throw PayloadError(what);
}

/// Whether two parts hold on one day: days as "2026-11-21", which sort as they follow.
bool meet(const Payload &a, const Payload &b)
{
    const QString never = u"9999-12-31"_s;
    return a.textOr(u"from"_s, {}) <= b.textOr(u"until"_s, never)
        && b.textOr(u"from"_s, {}) <= a.textOr(u"until"_s, never);
}

void checkTax(const Payload &row)
{
    need(!row.text(u"code"_s).isEmpty(), "code is empty");
    need(!row.text(u"name"_s).isEmpty(), "name is empty");
    need(row.number(u"rate"_s) >= 0, "rate is negative");
    need(row.arrayOr(u"parts"_s, {}).size() <= 8, "more than 8 parts");
    std::vector<Payload> before;
    for (const QJsonValue &value : row.arrayOr(u"parts"_s, {})) {
        const Payload part = Payload::item(value);
        const auto rate = part.maybeNumber(u"rate"_s);
        const auto perUnit = part.maybeNumber(u"per_unit"_s);
        need(!part.text(u"code"_s).isEmpty(), "a part's code is empty");
        for (const Payload &other : before)
            need(other.text(u"code"_s) != part.text(u"code"_s) || !meet(other, part),
                "a part's code twice on one day");
        before.push_back(part);
        need(rate.has_value() != perUnit.has_value(), "a part has either a rate or an amount for each unit");
        need(rate.value_or(0) >= 0 && rate.value_or(0) <= 10'000'000, "a part's rate");
        need(
            perUnit.value_or(1) > 0 && perUnit.value_or(1) <= 1'000'000'000, "a part's amount for each unit");
    }
}

void checkProduct(const Payload &row)
{
    static const QStringList units{u"ea"_s, u"kg"_s, u"g"_s, u"l"_s, u"m"_s};
    need(!row.text(u"sku"_s).isEmpty(), "sku is empty");
    need(!row.text(u"name"_s).isEmpty(), "name is empty");
    need(units.contains(row.text(u"unit"_s)), "unit");
    need(row.number(u"price"_s) >= 0, "price is negative");
    need(!row.text(u"tax"_s).isEmpty(), "tax is empty");
    need(row.numberOr(u"min_age"_s, 0) >= 0, "min_age is negative");
    for (const QJsonValue &lot : row.arrayOr(u"recalled_lots"_s, {}))
        need(!lot.toString().isEmpty() && !lot.toString().contains(u' '),
            "a recalled lot is a text without spaces");
    const QString instore = row.textOr(u"instore"_s, {});
    need(instore.isEmpty() || instore.size() == 13, "instore has not 13 digits");
}

/// Runs \a put for every row within one transaction; a PayloadError names the row and undoes all.
template <typename Put> Result<int> putAll(Store &store, const QJsonArray &rows, qint64 now, Put put)
{
    WorkUnit work(store, now);
    int changed = 0;
    int index = 0;
    for (const QJsonValue &value : rows) {
        try {
            changed += put(work, Payload::item(value), value.toObject());
        } catch (const PayloadError &error) {
            return refuse(
                400, u"bad_request"_s, u"row %1: %2"_s.arg(index).arg(QString::fromUtf8(error.what())));
        }
        ++index;
    }
    work.commit();
    return changed;
}

} // namespace

Result<int> Catalog::putTaxes(const QJsonArray &rows, qint64 now)
{
    return putAll(m_store, rows, now, [this](WorkUnit &work, const Payload &row, const QJsonObject &object) {
        checkTax(row);
        return m_store.run(putTax, row.text(u"code"_s), jsonText(object), work.nextChange());
    });
}

Result<int> Catalog::putProducts(const QJsonArray &rows, qint64 now)
{
    return putAll(m_store, rows, now, [this](WorkUnit &work, const Payload &row, const QJsonObject &object) {
        checkProduct(row);
        const QJsonValue open = object.value(u"open_price"_s);
        need(open.isUndefined() || open.isBool(), "open_price is neither true nor false");
        if (const auto deposit = row.maybeObject(u"deposit"_s)) {
            need(!deposit->text(u"sku"_s).isEmpty() && !deposit->text(u"name"_s).isEmpty()
                    && !deposit->text(u"tax_code"_s).isEmpty(),
                "deposit: sku, name or tax_code is empty");
            need(deposit->number(u"amount"_s) > 0 && deposit->number(u"amount"_s) <= 1'000'000,
                "deposit: amount");
        }
        for (const QJsonValue &gtin : object.value(u"gtins"_s).toArray())
            need(isGtin(gtin.toString()), "a GTIN with a wrong check digit");
        return m_store.run(putProduct, row.text(u"sku"_s), jsonText(object), work.nextChange());
    });
}

Result<int> Catalog::putStock(const QJsonArray &rows, qint64 now)
{
    return putAll(m_store, rows, now, [](WorkUnit &work, const Payload &row, const QJsonObject &) {
        need(!row.text(u"sku"_s).isEmpty(), "sku is empty");
        return StockBook(work).setOnHand(row.text(u"sku"_s), row.number(u"on_hand"_s)) ? 1 : 0;
    });
}

Result<QJsonObject> Catalog::setPrice(const QString &sku, qint64 price, qint64 now)
{
    return change(sku, u"price"_s, price, now);
}

Result<QJsonObject> Catalog::recall(const QString &sku, const QJsonArray &lots, qint64 now)
{
    return change(sku, u"recalled_lots"_s, lots, now);
}

Result<QJsonObject> Catalog::change(
    const QString &sku, const QString &field, const QJsonValue &value, qint64 now)
{
    std::optional<QJsonObject> row = product(sku);
    if (!row)
        return refuse(404, u"unknown_product"_s, sku);
    (*row)[field] = value;
    if (const Result<int> put = putProducts({*row}, now); !put)
        return tl::unexpected(put.error());
    return *row;
}

Result<void> Catalog::drop(const QString &sku, qint64 now)
{
    WorkUnit work(m_store, now);
    if (m_store.run(dropProduct, work.nextChange(), sku) == 0)
        return refuse(404, u"unknown_product"_s, sku);
    work.commit();
    return {};
}

Result<int> Catalog::putPromotions(const QJsonArray &rules, qint64 now)
{
    return putAll(m_store, rules, now, [this](WorkUnit &work, const Payload &row, const QJsonObject &rule) {
        const QString id = row.text(u"id"_s);
        need(!id.isEmpty(), "id is empty");
        need(!row.array(u"benefits"_s).isEmpty(), "benefits are empty");
        const QJsonObject whole{{u"promotion"_s, id}, {u"rule"_s, rule}};
        return m_store.run(putPromotion, id, jsonText(whole), work.nextChange());
    });
}

Result<void> Catalog::dropPromotion(const QString &promotion, qint64 now)
{
    WorkUnit work(m_store, now);
    if (m_store.run(dropPromotionOf, work.nextChange(), promotion) == 0)
        return refuse(404, u"unknown_promotion"_s, promotion);
    work.commit();
    return {};
}

Result<int> Catalog::putPriceLists(const QJsonArray &lists, qint64 now)
{
    return putAll(m_store, lists, now, [this](WorkUnit &work, const Payload &row, const QJsonObject &list) {
        const QString id = row.text(u"id"_s);
        need(!id.isEmpty(), "id is empty");
        for (const QJsonValue &price : row.array(u"prices"_s))
            need(!price.toObject().value(u"sku"_s).toString().isEmpty(), "a price of no sku");
        const QByteArray whole = jsonText(QJsonObject{{u"price_list"_s, id}, {u"list"_s, list}});
        need(whole.size() <= kLongestPriceList, "longer than 8 MiB: part it");
        return m_store.run(putPriceList, id, whole, work.nextChange());
    });
}

Result<void> Catalog::dropPriceList(const QString &list, qint64 now)
{
    WorkUnit work(m_store, now);
    if (m_store.run(dropPriceListOf, work.nextChange(), list) == 0)
        return refuse(404, u"unknown_price_list"_s, list);
    work.commit();
    return {};
}

Result<QJsonObject> Catalog::putExchangeRate(
    const QString &currency, const QString &rate, qint64 from, qint64 now)
{
    static const QRegularExpression letters(u"^[A-Z]{3}\\z"_s);
    static const QRegularExpression decimal(u"^(?=.*[1-9])[0-9]{1,6}(\\.[0-9]{1,9})?\\z"_s);
    if (!letters.match(currency).hasMatch() || !decimal.match(rate).hasMatch() || from < 0)
        return refuse(400, u"bad_request"_s, u"no currency, no rate above 0, or no moment"_s);
    const QString id = currency + u'-' + QString::number(from);
    const QJsonObject row{
        {u"exchange_rate"_s, id}, {u"currency"_s, currency}, {u"rate"_s, rate}, {u"from"_s, from}};
    WorkUnit work(m_store, now);
    m_store.run(putExchangeRateOf, id, jsonText(row), work.nextChange());
    work.commit();
    return row;
}

Result<void> Catalog::dropExchangeRate(const QString &exchangeRate, qint64 now)
{
    WorkUnit work(m_store, now);
    if (m_store.run(dropExchangeRateOf, work.nextChange(), exchangeRate) == 0)
        return refuse(404, u"unknown_exchange_rate"_s, exchangeRate);
    work.commit();
    return {};
}

std::optional<QJsonObject> Catalog::product(const QString &sku)
{
    Rows row = m_store.query(productOf, sku);
    return row.next() ? std::optional(jsonObject(row.bytes(0))) : std::nullopt;
}

qint64 Catalog::taxAdded(const QString &code, qint64 amount, qint64 quantity, const QString &day)
{
    Rows found = m_store.query(taxOf, code);
    if (!found.next())
        return 0;
    const QJsonObject row = jsonObject(found.bytes(0));
    const QJsonArray parts = row.value(u"parts"_s).toArray();
    if (parts.isEmpty())
        return multiplyDivide(amount, row.value(u"rate"_s).toInteger(), wholeRate);
    qint64 sum = 0;
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        const QString until = part.value(u"until"_s).toString();
        if (part.value(u"from"_s).toString() > day || (!until.isEmpty() && until < day))
            continue;
        const qint64 base = amount + (part.value(u"compound"_s).toBool() ? sum : 0);
        sum += part.contains(u"per_unit"_s)
            ? multiplyDivide(part.value(u"per_unit"_s).toInteger(), quantity, thousandths * thousandths)
            : multiplyDivide(base, part.value(u"rate"_s).toInteger(), wholeRate);
    }
    return sum;
}

qint64 Catalog::productCount()
{
    Rows count = m_store.query(countProducts);
    return count.next() ? count.number(0) : 0;
}

} // namespace evertill::sandbox
