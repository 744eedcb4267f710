#include "core/till/till_config.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kLoad[] = "SELECT value FROM setting WHERE name='till'";
constexpr char kSave[] =
    "INSERT INTO setting(name,value) VALUES('till',?) ON CONFLICT(name) DO UPDATE SET value=excluded.value";

struct Named {
    int value;
    QLatin1StringView name;
};
constexpr Named kModes[] = {
    {int(TaxMode::Inclusive), "inclusive"_L1}, {int(TaxMode::Exclusive), "exclusive"_L1}};
constexpr Named kPlaces[] = {
    {int(TaxRounding::Line), "line"_L1}, {int(TaxRounding::Document), "document"_L1}};
constexpr Named kHows[] = {{int(Rounding::HalfUp), "half_up"_L1}, {int(Rounding::HalfEven), "half_even"_L1},
    {int(Rounding::Down), "down"_L1}};

template <typename Enum> QString nameOf(std::span<const Named> names, Enum value)
{
    for (const Named &named : names) {
        if (named.value == int(value))
            return named.name;
    }
    return {};
}

template <typename Enum> Enum read(JsonFields &fields, QLatin1StringView field, std::span<const Named> names)
{
    const QString text = fields.text(field);
    for (const Named &named : names) {
        if (text == named.name)
            return Enum(named.value);
    }
    fields.fail(QString(field) + u": unknown value"_s);
    return Enum(names.front().value);
}

void write(JsonWriter &json, QByteArrayView name, const QStringList &texts)
{
    json.key(name).beginArray();
    for (const QString &text : texts)
        json.value(text);
    json.endArray();
}

QStringList texts(JsonFields &fields, QLatin1StringView name)
{
    QStringList read;
    for (const QJsonValue value : fields.array(name)) {
        if (!value.isString())
            fields.fail(QString(name) + u": not a list of texts"_s);
        read.append(value.toString());
    }
    return read;
}

void writeForeign(JsonWriter &json, const std::vector<ForeignCurrency> &currencies)
{
    json.key("foreign_cash").beginArray();
    for (const ForeignCurrency &one : currencies)
        json.beginObject()
            .field("currency", one.currency.code())
            .field("rate", one.rate.text())
            .field("step", one.step)
            .endObject();
    json.endArray();
}

QByteArray encode(const TillConfig &config)
{
    JsonWriter json;
    json.beginObject().field("cashier", config.cashier);
    write(json, "codes", config.codePatterns);
    json.field("country", config.country).field("currency", config.currency.code());
    writeCustomerRules(json, config.customers);
    if (!config.foreignCash.empty())
        writeForeign(json, config.foreignCash);
    if (config.giftCards.areTaken)
        json.key("giftcards").beginObject().field("offline_limit", config.giftCards.offlineLimit).endObject();
    write(json, "refund_order", config.refundOrder);
    json.key("store").beginObject();
    write(json, "address", config.store.address);
    json.field("id", config.store.id)
        .field("name", config.store.name)
        .field("tax_id", config.store.taxId)
        .endObject();
    if (config.exemptsByCertificate)
        json.field("tax_certificates", config.exemptsByCertificate);
    json.field("tax_how", nameOf(kHows, config.tax.how));
    json.field("tax_mode", nameOf(kModes, config.tax.mode))
        .field("tax_rounding", nameOf(kPlaces, config.tax.rounding));
    json.field("till", config.till);
    if (config.vouchers.areTaken)
        json.key("vouchers")
            .beginObject()
            .field("refund", config.vouchers.backAsCash ? u"cash"_s : u"giftcard"_s)
            .endObject();
    return json.endObject().take();
}

} // namespace

std::vector<ForeignCurrency> readForeignCurrencies(JsonFields &fields)
{
    // More than any amount that is carried, and so small that its worth can't overflow.
    constexpr std::int64_t kLargestStep = 1'000'000'000;
    std::vector<ForeignCurrency> currencies;
    if (!fields.has("foreign_cash"_L1))
        return currencies;
    for (const QJsonValue value : fields.array("foreign_cash"_L1)) {
        JsonFields one(value.toObject(), u"foreign_cash"_s);
        const auto currency = Currency::fromCode(one.text("currency"_L1));
        const auto rate = ExchangeRate::parse(one.text("rate"_L1));
        const std::int64_t step = one.integer("step"_L1, 1);
        if (!currency || !rate || step > kLargestStep)
            one.fail(u"no currency of ISO 4217, no rate or no step"_s);
        for (const ForeignCurrency &known : currencies)
            if (known.currency == currency)
                one.fail(u"a currency twice"_s);
        if (!one.ok())
            fields.fail(one.problem());
        else
            currencies.push_back({*currency, *rate, step});
    }
    return currencies;
}

Result<TillConfig> loadTillConfig(Database &ledger)
{
    auto query = ledger.statement(kLoad);
    if (!query.next())
        return refuse(Code::NotEnrolled);
    JsonFields fields(QJsonDocument::fromJson(query.bytes(0)).object());
    JsonFields store(fields.object("store"_L1), u"store"_s);
    TillConfig config;
    config.till = fields.text("till"_L1);
    config.store = {
        store.text("id"_L1), store.text("name"_L1), texts(store, "address"_L1), store.text("tax_id"_L1)};
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    config.currency = currency.value_or(Currency());
    config.country = fields.text("country"_L1);
    config.tax.mode = read<TaxMode>(fields, "tax_mode"_L1, kModes);
    config.tax.rounding = read<TaxRounding>(fields, "tax_rounding"_L1, kPlaces);
    config.tax.how = read<Rounding>(fields, "tax_how"_L1, kHows);
    config.exemptsByCertificate = fields.has("tax_certificates"_L1) && fields.boolean("tax_certificates"_L1);
    config.cashier = fields.text("cashier"_L1);
    config.codePatterns = texts(fields, "codes"_L1);
    // Kept before there was such an order.
    if (fields.has("refund_order"_L1))
        config.refundOrder = texts(fields, "refund_order"_L1);
    if (fields.has("giftcards"_L1)) {
        JsonFields cards(fields.object("giftcards"_L1), u"giftcards"_s);
        config.giftCards = {true, cards.integer("offline_limit"_L1, 0)};
        if (!cards.ok())
            fields.fail(cards.problem());
    }
    config.foreignCash = readForeignCurrencies(fields);
    if (fields.has("vouchers"_L1))
        config.vouchers = {true, fields.object("vouchers"_L1).value("refund"_L1) == "cash"_L1};
    config.customers = readCustomerRules(fields);
    if (!currency)
        fields.fail(u"currency: not one of ISO 4217"_s);
    if (!store.ok())
        fields.fail(store.problem());
    if (!fields.ok())
        return refuseDamaged(ledger.path(), fields.problem());
    return config;
}

void saveTillConfig(Database &ledger, const TillConfig &config)
{
    WriteTransaction transaction(ledger);
    ledger.statement(kSave).with(encode(config).toStdString()).run();
    transaction.commit();
}

TillConfig bareTill(Currency currency)
{
    TillConfig config;
    config.till = u"BARE1T1"_s;
    config.store = {u"BARE1"_s, u"Evertill"_s, {}, {}};
    config.currency = currency;
    config.tax = {TaxMode::Inclusive, TaxRounding::Document, Rounding::HalfUp};
    return config;
}

} // namespace evertill
