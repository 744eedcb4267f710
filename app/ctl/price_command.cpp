#include "app/ctl/price_command.h"

#include "core/pricing/json/basket_json.h"
#include "core/pricing/price_basket.h"

#include <QJsonDocument>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A basket of two thousand lines and a thousand promotions is far smaller.
constexpr qint64 kLongest = 16 * 1024 * 1024;

Result<QJsonObject> priceJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(Code::BadInput, {{u"problem"_s, u"not JSON: %1"_s.arg(error.errorString())}});
    if (!document.isObject())
        return refuse(Code::BadInput, {{u"problem"_s, u"a basket is a JSON object"_s}});
    const auto basket = readBasket(document.object());
    if (!basket)
        return tl::unexpected(basket.error());
    const auto priced = priceBasket(*basket);
    if (!priced)
        return tl::unexpected(priced.error());
    return writePriced(*basket, *priced);
}

void answer(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
}

/// The next line of \a input, its end left out; at most kLongest bytes. Bytes that no text has stay in it, so
/// that what they spoil is refused and no other line is lost.
std::optional<QByteArray> nextLine(std::FILE *input)
{
    QByteArray line;
    int byte = std::getc(input);
    if (byte == EOF)
        return std::nullopt;
    for (; byte != EOF && byte != '\n' && line.size() < kLongest; byte = std::getc(input))
        line += char(byte);
    if (byte != EOF && byte != '\n')
        std::ungetc(byte, input); // of the rest that is refused beside it
    return line.trimmed();
}

QByteArray allThatIsLeft(std::FILE *input)
{
    QByteArray rest;
    for (int byte = std::getc(input); byte != EOF && rest.size() < kLongest; byte = std::getc(input))
        rest += char(byte);
    return rest;
}

/// Whether \a line is the beginning of a basket that goes on: nothing is wrong with it but that it ends.
bool isBeginning(const QByteArray &line)
{
    QJsonParseError error;
    (void)QJsonDocument::fromJson(line, &error);
    const bool isTorn = error.error == QJsonParseError::UnterminatedString;
    return line.startsWith('{') && error.error != QJsonParseError::NoError && !isTorn
        && error.offset >= line.size();
}

} // namespace

QString PriceCommand::name() const { return u"price"_s; }

QString PriceCommand::summary() const { return u"prices baskets: lines, promotions, taxes, cash rounding"_s; }

void PriceCommand::describe(QCommandLineParser &parser) const
{
    parser.setApplicationDescription(
        u"Reads one basket as JSON from standard input, or one a line, and prints each priced basket as one "
        u"line, "
        u"in order; a basket that is refused prints its error object in its place, and the exit code is 1. "
        u"resources/api/basket.schema.json says what a basket may say."_s);
}

Result<> PriceCommand::run(const QCommandLineParser &)
{
    qint64 baskets = 0;
    qint64 refused = 0;
    std::optional<Refusal> first;
    const auto price = [&](const QByteArray &json) {
        ++baskets;
        const auto priced = priceJson(json);
        answer(priced ? *priced : asObject(priced.error()));
        if (!priced && refused++ == 0)
            first = priced.error();
    };
    while (auto line = nextLine(stdin)) {
        // A basket that is written over many lines is the only one.
        if (baskets == 0 && isBeginning(*line))
            *line += '\n' + allThatIsLeft(stdin);
        if (!line->isEmpty())
            price(*line);
    }
    if (baskets == 0)
        return refuse(Code::BadInput, {{u"problem"_s, u"no basket on standard input"_s}});
    if (baskets == 1 && first)
        return tl::unexpected(*first);
    if (refused > 0)
        return refuse(
            Code::BadInput, {{u"problem"_s, u"%1 of %2 baskets refused"_s.arg(refused).arg(baskets)}});
    return {};
}

} // namespace evertill
