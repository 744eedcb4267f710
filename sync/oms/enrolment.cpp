#include "sync/oms/enrolment.h"

#include "core/base/json_writer.h"
#include "sync/oms/answers.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestId = 20;

QStringList textsIn(JsonFields &fields, QLatin1StringView name)
{
    QStringList texts;
    const QJsonArray list = fields.array(name);
    for (const QJsonValue &value : list) {
        if (!value.isString())
            fields.fail(QString(name) + u": holds something that is not a text"_s);
        texts.append(value.toString());
    }
    return texts;
}

/// Ids stand in receipt numbers and in paths, so they are plain capitals and digits, and not many.
QString idIn(JsonFields &fields, QLatin1StringView name)
{
    const QString id = fields.text(name);
    const bool isPlain = std::all_of(
        id.begin(), id.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); });
    if (id.isEmpty() || id.size() > kLongestId || !isPlain)
        fields.fail(QString(name) + u": not 1 to 20 capital letters and digits"_s);
    return id;
}

Store storeIn(JsonFields &fields)
{
    return {idIn(fields, "id"_L1), fields.text("name"_L1), textsIn(fields, "address"_L1),
        fields.textOr("tax_id"_L1)};
}

TaxPolicy taxIn(JsonFields &fields)
{
    TaxPolicy tax;
    const QString mode = fields.text("tax_mode"_L1);
    const QString rounding = fields.text("tax_rounding"_L1);
    if (mode != "inclusive"_L1 && mode != "exclusive"_L1)
        fields.fail(u"tax_mode: neither inclusive nor exclusive"_s);
    if (rounding != "line"_L1 && rounding != "document"_L1)
        fields.fail(u"tax_rounding: neither line nor document"_s);
    tax.mode = mode == "exclusive"_L1 ? TaxMode::Exclusive : TaxMode::Inclusive;
    tax.rounding = rounding == "document"_L1 ? TaxRounding::Document : TaxRounding::Line;
    return tax;
}

VoucherRules vouchersIn(JsonFields &config, bool hasGiftCards)
{
    JsonFields vouchers(config.object("vouchers"_L1), u"vouchers"_s);
    const QString refund = vouchers.text("refund"_L1);
    if (refund != "cash"_L1 && (refund != "giftcard"_L1 || !hasGiftCards))
        vouchers.fail(u"refund: neither cash nor, in a shop with gift cards, giftcard"_s);
    if (!vouchers.ok())
        config.fail(vouchers.problem());
    return {true, refund == "cash"_L1};
}

void readConfig(JsonFields &fields, TillConfig &config)
{
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail(u"currency: not in ISO 4217"_s);
    config.currency = currency.value_or(Currency());
    config.country = fields.text("country"_L1);
    if (config.country.size() != 2)
        fields.fail(u"country: not two letters"_s);
    config.tax = taxIn(fields);
    config.exemptsByCertificate = fields.has("tax_certificates"_L1) && fields.boolean("tax_certificates"_L1);
    config.cashier = fields.textOr("cashier"_L1);
    if (fields.has("codes"_L1))
        config.codePatterns = textsIn(fields, "codes"_L1);
    if (fields.has("giftcards"_L1)) {
        JsonFields cards(fields.object("giftcards"_L1), u"giftcards"_s);
        config.giftCards = {true, cards.integer("offline_limit"_L1, 0)};
        if (!cards.ok())
            fields.fail(cards.problem());
    }
    config.foreignCash = readForeignCurrencies(fields);
    for (const ForeignCurrency &one : config.foreignCash)
        if (one.currency == config.currency)
            fields.fail(u"foreign_cash: the shop's own currency"_s);
    if (fields.has("vouchers"_L1))
        config.vouchers = vouchersIn(fields, config.giftCards.areTaken);
    config.customers = readCustomerRules(fields);
    if (!fields.has("refund_order"_L1))
        return;
    config.refundOrder = textsIn(fields, "refund_order"_L1);
    for (const QString &tender : config.refundOrder) {
        if (tender != "card"_L1 && tender != "cash"_L1 && tender != "giftcard"_L1 && tender != "voucher"_L1)
            fields.fail(u"refund_order: no tender of the contract"_s);
    }
}

} // namespace

QByteArray encodeEnrolmentPreviewRequest(const QString &code)
{
    return JsonWriter().beginObject().field("code", code).endObject().take();
}

Result<EnrolmentPreview> decodeEnrolmentPreview(const QByteArray &body)
{
    const auto accepted = decodeAccepted(body);
    if (!accepted)
        return tl::unexpected(accepted.error());
    JsonFields fields(*objectOf(body));
    EnrolmentPreview preview = {idIn(fields, "till"_L1), *accepted};
    if (!fields.ok())
        return badAnswer(fields.problem());
    return preview;
}

QByteArray encodeEnrolmentRequest(const QString &code, const QByteArray &csr, const QByteArray &sealKey)
{
    JsonWriter json;
    json.beginObject().field("code", code).key("csr").utf8(csr).key("seal_key").utf8(sealKey.toHex());
    return json.endObject().take();
}

Result<Enrolment> decodeEnrolment(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    Enrolment enrolment;
    enrolment.config.till = idIn(fields, "till"_L1);
    enrolment.certificate = fields.text("certificate"_L1).toUtf8();
    JsonFields store(fields.object("store"_L1), u"store"_s);
    enrolment.config.store = storeIn(store);
    JsonFields config(fields.object("config"_L1), u"config"_s);
    readConfig(config, enrolment.config);
    if (fields.ok() && store.ok() && !enrolment.config.till.startsWith(enrolment.config.store.id))
        fields.fail(u"till: does not begin with its store's id"_s);
    for (const JsonFields *part : {&fields, &store, &config}) {
        if (!part->ok())
            return badAnswer(part->problem());
    }
    return enrolment;
}

} // namespace evertill
