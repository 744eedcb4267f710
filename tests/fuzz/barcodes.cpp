#include "core/catalog/code_patterns.h"
#include "core/catalog/label.h"
#include "core/gs1/digital_link.h"
#include "core/gs1/element_string.h"
#include "core/sale/receipt_number.h"
#include "tests/fuzz/target.h"

using namespace Qt::StringLiterals;

namespace evertill::fuzz {
namespace {

/// By the sum itself, not by the code under test.
bool endsInItsCheckDigit(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const char16_t digit = digits[digits.size() - 1 - i].unicode();
        if (digit < u'0' || digit > u'9')
            return false;
        sum += (digit - u'0') * (i % 2 == 1 ? 3 : 1);
    }
    return sum % 10 == 0;
}

void lookAt(const gs1::TradeItem &item)
{
    const QDate today(2026, 11, 22);
    must(item.gtin.isEmpty() || (item.gtin.size() == 14 && endsInItsCheckDigit(item.gtin)),
        "a GTIN ends in its check digit");
    for (const QString &day : {item.produced, item.packed, item.bestBefore, item.sellBy, item.expires})
        must(day.isEmpty() || gs1::fullDate(day, today).isValid(), "a date is one");
    must(!item.count || *item.count >= 0, "a count is no debt");
    must(!item.measure || !item.measure->quantity.isNegative(), "a measure is no debt");
    must(!item.price || item.price->digits >= 0, "a price is no debt");
}

void lookAt(const InStoreNumber &number)
{
    must(endsInItsCheckDigit(QString::number(number.item).rightJustified(13, u'0')),
        "an in-store number's key ends in its check digit");
    for (const auto &value : {number.priceMinor, number.weightThousandths, number.count})
        must(!value || (*value >= 0 && *value < 1'000'000'000'000),
            "a value printed into a label is a small one");
}

/// What was read is written in each of the standard's ways, and read again as the same.
void lookAt(const gs1::Elements &elements)
{
    if (elements.empty())
        return;
    const auto again = gs1::readElementString(gs1::elementString(elements));
    must(again && *again == elements, "elements written as a string are read back");
    const auto typed = gs1::readBracketed(gs1::bracketed(elements));
    must(typed && *typed == elements, "elements written with brackets are read back");
    if (!gs1::checkAssociations(elements))
        return;
    const auto uri = gs1::digitalLink(elements);
    const auto link = uri ? gs1::readDigitalLink(*uri) : gs1::Elements{};
    must(link.has_value(), "a web address of ours can be read");
    for (const gs1::Element &element : *link) {
        const std::string *value = gs1::valueOf(elements, element.ai);
        must(value && *value == element.value, "a web address says what the elements say");
    }
}

void lookAt(const ScannedCode &code)
{
    const bool isNumber = code.kind == ScannedCode::Product || code.kind == ScannedCode::InStore;
    must(!isNumber || endsInItsCheckDigit(code.gtin.gtin14()), "a GTIN ends in its check digit");
    must(!code.upcE || endsInItsCheckDigit(code.upcE->gtin14()), "a UPC-E's GTIN ends in its check digit");
    must(!code.inStore || code.kind == ScannedCode::InStore, "only in-store numbers have values");
    must(isNumber || !code.text.isEmpty(), "what names no product says what was scanned");
    if (code.inStore)
        lookAt(*code.inStore);
    lookAt(code.item);
    lookAt(code.data.elements);
    const Currency euro = *Currency::fromCode(u"EUR");
    for (const QString &unit : {u"ea"_s, u"kg"_s, u"g"_s, u"l"_s, u"m"_s}) {
        Product product;
        product.unit = unit;
        product.price = Money::minor(199, euro);
        const auto found = withLabel(product, code, euro);
        if (!found)
            continue;
        must(!found->labelPrice || !found->labelPrice->isNegative(), "a label's price is no debt");
        must(!found->labelWeight || !found->labelWeight->isNegative(), "a label's weight is no debt");
        must(!found->labelCount || unit == u"ea"_s, "pieces are counted of pieces");
    }
}

/// A till that begins with a letter, as the OMS names them: its receipts are known by any scanner.
void lookForReceipt(const QString &scanned, const Result<ScannedCode> &read)
{
    const auto number = ReceiptNumber::parse(scanned);
    const auto barcode = ReceiptBarcode::parse(scanned);
    if ((!number && !barcode) || !(number ? *number : barcode->number).till.front().isLetter()
        || scanned.trimmed().size() > 40)
        return;
    must(read && read->kind == ScannedCode::Receipt, "a receipt of the house is known as one");
}

const CodePatterns &patterns()
{
    static const auto all = CodePatterns::parse({u"20IIIIIVPPPPC"_s, u"21IIIIIWWWWWC"_s, u"22IIIIIINNNNC"_s,
        u"24IIIIIIWWWWC*10"_s, u"02IIIIIPPPPPC"_s, u"28IIIIVPPPPPC*100"_s});
    return *all;
}

} // namespace

bool takes(QByteArrayView input)
{
    const QString scanned = QString::fromUtf8(input);
    const auto read = readCode(scanned, patterns());
    const auto leniently = readCode(scanned, patterns(), {{true}, false});
    must(read == readCode(scanned, patterns()), "the same code means the same twice");
    must(!read || leniently, "what is read strictly is read leniently");
    lookForReceipt(scanned, read);
    if (read)
        lookAt(*read);
    if (leniently)
        lookAt(*leniently);
    return read.has_value();
}

} // namespace evertill::fuzz
