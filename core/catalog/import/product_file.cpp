#include "core/catalog/import/product_file.h"

#include "core/base/money.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestName = 500;
constexpr qsizetype kLongestSku = 60;

tl::unexpected<Refusal> badFile(const QString &problem)
{
    return refuse(Code::BadInput, {{u"line"_s, 1}, {u"problem"_s, problem}});
}

tl::unexpected<Refusal> badRow(std::int64_t line, const QString &problem)
{
    return refuse(Code::BadRow, {{u"line"_s, qint64(line)}, {u"problem"_s, problem}});
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(bytes);
    return !decoder.hasError();
}

bool isControl(QChar c) { return c.category() == QChar::Other_Control; }

/// Real catalogues hold control characters, left by wrong conversions: none reaches a screen or a printer.
QString printable(QString text)
{
    std::replace_if(text.begin(), text.end(), isControl, u' ');
    return text.simplified();
}

/// A whole number without sign, within what JSON carries.
std::optional<std::int64_t> wholeNumber(QStringView text)
{
    const bool isDigits = !text.isEmpty() && text.size() <= 16
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || text.toLongLong() > Money::kLargest)
        return std::nullopt;
    return text.toLongLong();
}

/// "1.79" as 179 for a currency of two digits: a point, no more digits behind it than the currency has.
std::optional<std::int64_t> majorAmount(const QString &text, Currency currency)
{
    const auto point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.left(point);
    const QString part = point < 0 ? QString() : text.mid(point + 1);
    if (whole.isEmpty() || part.size() > currency.minorDigits() || (point >= 0 && part.isEmpty()))
        return std::nullopt;
    return wholeNumber(whole + part.leftJustified(currency.minorDigits(), u'0'));
}

} // namespace

Result<ProductFile> ProductFile::open(const QString &path, const ImportOptions &options)
{
    auto source = ByteSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    const QString plain = path.endsWith(u".zst", Qt::CaseInsensitive) ? path.chopped(4) : path;
    const auto format =
        plain.endsWith(u".csv", Qt::CaseInsensitive) ? RecordReader::Format::Csv : RecordReader::Format::Tsv;
    ProductFile file(RecordReader(std::move(*source), format), options);
    if (auto header = file.readHeader(); !header)
        return tl::unexpected(header.error());
    return file;
}

std::optional<ProductFile::Column> ProductFile::columnCalled(const QByteArray &name)
{
    static const std::vector<std::pair<QByteArrayView, Column>> names{{"barcode", Barcode}, {"gtin", Barcode},
        {"sku", Sku}, {"name", Name}, {"short_name", ShortName}, {"price", PriceMajor},
        {"price_minor", PriceMinor}, {"unit", Unit}, {"tax", Tax}, {"category", Category},
        {"min_age", MinAge}, {"instore", Instore}, {"open_price", OpenPrice}};
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &each) { return each.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

Result<> ProductFile::readHeader()
{
    m_positions.fill(-1);
    const auto got = m_records.next(m_record);
    if (!got)
        return tl::unexpected(got.error());
    if (!*got)
        return badFile(u"an empty file"_s);
    m_width = int(m_record.fields.size());
    for (int i = 0; i < m_width; ++i) {
        const auto column = columnCalled(m_record.fields[i].trimmed().toLower());
        if (column && std::exchange(m_positions[*column], i) >= 0)
            return badFile(
                u"two columns for one thing: %1"_s.arg(QString::fromUtf8(m_record.fields[i].left(40))));
    }
    if (m_positions[Name] < 0)
        return badFile(u"no column called name"_s);
    if (m_positions[Barcode] < 0 && m_positions[Sku] < 0)
        return badFile(u"no column called barcode or sku"_s);
    if (m_positions[PriceMajor] >= 0 && m_positions[PriceMinor] >= 0)
        return badFile(u"two columns for one thing: price, price_minor"_s);
    return {};
}

Result<ProductFile::Step> ProductFile::next(ImportedProduct &product, RefusedRow &refused)
{
    const auto got = m_records.next(m_record);
    if (!got)
        return tl::unexpected(got.error());
    if (!*got)
        return Step::End;
    product = {m_record.line, {}, {}, field(Barcode)};
    const auto read = this->read(product);
    if (read)
        return Step::Product;
    refused = {m_record.line, product.barcode.left(80), read.error()};
    return Step::Refused;
}

QString ProductFile::field(Column column) const
{
    const int position = m_positions[column];
    return position < 0 || position >= m_record.fields.size()
        ? QString()
        : QString::fromUtf8(m_record.fields[position]).trimmed();
}

Result<> ProductFile::read(ImportedProduct &imported) const
{
    if (m_record.fields.size() != m_width)
        return badRow(
            imported.line, u"%1 columns where the header has %2"_s.arg(m_record.fields.size()).arg(m_width));
    if (!std::all_of(m_record.fields.begin(), m_record.fields.end(), isUtf8))
        return badRow(imported.line, u"not UTF-8"_s);
    imported.product.name = printable(field(Name));
    if (imported.product.name.isEmpty() || imported.product.name.size() > kLongestName)
        return badRow(imported.line,
            imported.product.name.isEmpty() ? u"no name"_s : u"a name of more than 500 characters"_s);
    if (auto codes = readCodes(imported); !codes)
        return codes;
    if (auto open = readOpenPrice(imported.product); !open)
        return open;
    const auto price = priceOf(imported);
    if (!price)
        return tl::unexpected(price.error());
    imported.product.price = *price;
    return readDetails(imported.product);
}

Result<> ProductFile::readCodes(ImportedProduct &imported) const
{
    ProductRow &product = imported.product;
    product.sku = field(Sku).isEmpty() ? imported.barcode : field(Sku);
    if (product.sku.isEmpty())
        return badRow(imported.line, u"neither barcode nor sku"_s);
    if (product.sku.size() > kLongestSku || std::any_of(product.sku.begin(), product.sku.end(), isControl))
        return badRow(imported.line, u"a sku that is no sku"_s);
    product.instore = field(Instore);
    if (!product.instore.isEmpty()) {
        if (const auto instore = Gtin::parse(product.instore); !instore)
            return tl::unexpected(instore.error());
        if (product.instore.size() != 13)
            return badRow(imported.line, u"an in-store number has 13 digits"_s);
    }
    if (imported.barcode.isEmpty())
        return {};
    const auto gtin = Gtin::parse(imported.barcode);
    if (!gtin)
        return tl::unexpected(gtin.error());
    imported.gtin = *gtin;
    product.gtins = QStringList{imported.barcode};
    return {};
}

Result<> ProductFile::readOpenPrice(ProductRow &product) const
{
    const QString said = field(OpenPrice).toLower();
    product.isOpenPrice = said == u"yes"_s || said == u"1"_s;
    if (!product.isOpenPrice && !said.isEmpty() && said != u"no"_s && said != u"0"_s)
        return badRow(m_record.line, u"open_price is yes or no: %1"_s.arg(said.left(20)));
    return {};
}

Result<std::int64_t> ProductFile::priceOf(const ImportedProduct &imported) const
{
    const QString major = field(PriceMajor);
    const QString minor = field(PriceMinor);
    if (major.isEmpty() && minor.isEmpty() && imported.product.isOpenPrice)
        return 0;
    if (major.isEmpty() && minor.isEmpty()) {
        if (m_options.prices == ImportOptions::Prices::ByCode && imported.gtin)
            return 49 + imported.gtin->number() % 9950;
        return badRow(imported.line, u"no price"_s);
    }
    const auto amount = minor.isEmpty() ? majorAmount(major, m_options.currency) : wholeNumber(minor);
    if (!amount)
        return badRow(imported.line, u"no price: %1"_s.arg((minor.isEmpty() ? major : minor).left(40)));
    return *amount;
}

Result<> ProductFile::readDetails(ProductRow &product) const
{
    static const QStringList units{u"ea"_s, u"kg"_s, u"g"_s, u"l"_s, u"m"_s};
    const std::int64_t line = m_record.line;
    product.shortName = printable(field(ShortName));
    product.category = printable(field(Category));
    product.unit = field(Unit).isEmpty() ? units.first() : field(Unit);
    if (!units.contains(product.unit))
        return badRow(line, u"no unit of ours: %1"_s.arg(product.unit.left(20)));
    product.tax = field(Tax).isEmpty() ? m_options.taxes.front().code : field(Tax);
    const auto isOurs = [&](const TaxRow &tax) { return tax.code == product.tax; };
    if (std::none_of(m_options.taxes.begin(), m_options.taxes.end(), isOurs))
        return badRow(line, u"a tax code without a rate: %1"_s.arg(product.tax.left(40)));
    const QString minAge = field(MinAge);
    const auto years = minAge.isEmpty() ? std::optional<std::int64_t>(0) : wholeNumber(minAge);
    if (!years || *years > 120)
        return badRow(line, u"no age: %1"_s.arg(minAge.left(20)));
    product.minAge = int(*years);
    return {};
}

} // namespace evertill
