#include "core/replica/product_table.h"

#include "core/replica/folded_name.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr const char *kFind =
    "SELECT id,name,folded,short_name,unit,price,tax,category,min_age,gtins,instore,recalled,"
    "open_price FROM product "
    "WHERE sku=?";
constexpr const char *kInsert =
    "INSERT INTO product(sku,name,folded,short_name,unit,price,tax,category,min_age,gtins,instore,recalled,"
    "open_price) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";
// Statements that name an indexed column rewrite its index entries even where the value stays: so three of
// them.
constexpr const char *kUpdate =
    "UPDATE product SET short_name=?,unit=?,price=?,tax=?,min_age=?,gtins=?,instore=?,recalled=?,"
    "open_price=? WHERE id=?";
constexpr const char *kRename = "UPDATE product SET name=?,folded=? WHERE id=?";
constexpr const char *kMove = "UPDATE product SET category=? WHERE id=?";
constexpr const char *kDrop = "DELETE FROM product WHERE id=?";

constexpr const char *kTakeCode =
    "INSERT INTO barcode(gtin,product) VALUES(?,?) ON CONFLICT(gtin) DO UPDATE SET product=excluded.product";
constexpr const char *kAddCode = "INSERT OR IGNORE INTO barcode(gtin,product) VALUES(?,?)";
constexpr const char *kDropCode = "DELETE FROM barcode WHERE gtin=? AND product=?";
constexpr const char *kTakeInstore =
    "INSERT INTO instore(code,product) VALUES(?,?) ON CONFLICT(code) DO UPDATE SET product=excluded.product";
constexpr const char *kAddInstore = "INSERT OR IGNORE INTO instore(code,product) VALUES(?,?)";
constexpr const char *kFindDeposit = "SELECT sku,name,amount,tax FROM deposit WHERE product=?";
constexpr const char *kPutDeposit =
    "INSERT INTO deposit(product,sku,name,amount,tax) VALUES(?,?,?,?,?) ON CONFLICT(product) DO UPDATE SET "
    "sku=excluded.sku,name=excluded.name,amount=excluded.amount,tax=excluded.tax";
constexpr const char *kDropDeposit = "DELETE FROM deposit WHERE product=?";

constexpr const char *kDropInstore = "DELETE FROM instore WHERE code=? AND product=?";

constexpr const char *kAddTrigrams = "INSERT INTO product_trigram(rowid,words) VALUES(?,?)";
constexpr const char *kAddPrefixes = "INSERT INTO product_prefix(rowid,words) VALUES(?,?)";
constexpr const char *kDropTrigrams =
    "INSERT INTO product_trigram(product_trigram,rowid,words) VALUES('delete',?,?)";
constexpr const char *kDropPrefixes =
    "INSERT INTO product_prefix(product_prefix,rowid,words) VALUES('delete',?,?)";

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isGtinLength(qsizetype length) { return length == 8 || (length >= 12 && length <= 14); }

Result<> checkCodes(const ProductRow &product)
{
    for (const QString &gtin : product.gtins) {
        if (!isGtinLength(gtin.size()) || !isDigits(gtin))
            return refuse(Code::BadInput,
                {{u"problem"_s, u"product %1: no GTIN: %2"_s.arg(product.sku, gtin.left(20))}});
    }
    if (!product.instore.isEmpty() && (product.instore.size() != 13 || !isDigits(product.instore)))
        return refuse(Code::BadInput,
            {{u"problem"_s,
                u"product %1: no in-store number: %2"_s.arg(product.sku, product.instore.left(20))}});
    return {};
}

std::optional<std::int64_t> instoreKey(const ProductRow &product)
{
    return product.instore.isEmpty() ? std::nullopt
                                     : std::optional<std::int64_t>(product.instore.toLongLong());
}

std::optional<QString> foldedColumn(const QString &name, const QString &folded)
{
    return folded == name ? std::nullopt : std::optional(folded);
}

/// Never null, as QString() would be.
QString recalledColumn(const ProductRow &product) { return u""_s + product.recalledLots.join(u' '); }

} // namespace

/// A product as it stands, with what its indexes hold of it.
struct ProductTable::Known {
    std::int64_t id = 0;
    QString name, words, shortName, unit;
    std::int64_t price = 0;
    QString tax, category;
    std::int64_t minAge = 0;
    QString gtins;
    std::optional<std::int64_t> instore;
    QString recalled;
    bool isOpenPrice = false;
};

Result<> ProductTable::put(const ProductRow &product)
{
    if (auto codes = checkCodes(product); !codes)
        return codes;
    const auto instore = instoreKey(product);
    const auto known = find(product.sku);
    if (!known) {
        const QString folded = foldedName(product.name);
        const std::int64_t id = insert(product, folded, instore);
        m_database.statement(kAddTrigrams).with(id, folded).run();
        m_database.statement(kAddPrefixes).with(id, folded).run();
        setCodes(id, {}, product.gtins);
        setInstore(id, std::nullopt, instore);
        setDeposit(id, product.deposit);
        return {};
    }
    update(*known, product, instore);
    if (known->name != product.name)
        rename(*known, product);
    if (known->category != product.category)
        m_database.statement(kMove).with(product.category, known->id).run();
    setCodes(known->id, known->gtins, product.gtins);
    setInstore(known->id, known->instore, instore);
    setDeposit(known->id, product.deposit);
    return {};
}

void ProductTable::drop(const QString &sku)
{
    const auto known = find(sku);
    if (!known)
        return;
    setCodes(known->id, known->gtins, {});
    setInstore(known->id, known->instore, std::nullopt);
    setDeposit(known->id, {});
    m_database.statement(kDropTrigrams).with(known->id, known->words).run();
    m_database.statement(kDropPrefixes).with(known->id, known->words).run();
    m_database.statement(kDrop).with(known->id).run();
}

Result<> ProductTable::append(const ProductRow &product)
{
    if (auto codes = checkCodes(product); !codes)
        return codes;
    const auto instore = instoreKey(product);
    const std::int64_t id = insert(product, foldedName(product.name), instore);
    for (const QString &gtin : product.gtins)
        m_database.statement(kAddCode).with(gtin.toLongLong(), id).run();
    if (instore)
        m_database.statement(kAddInstore).with(*instore, id).run();
    if (product.deposit)
        setDeposit(id, product.deposit);
    return {};
}

std::optional<ProductTable::Known> ProductTable::find(const QString &sku)
{
    auto row = m_database.statement(kFind);
    row.with(sku);
    if (!row.next())
        return std::nullopt;
    Known known;
    known.id = row.integer(0);
    known.name = row.text(1);
    known.words = row.isNull(2) ? known.name : row.text(2);
    known.shortName = row.text(3);
    known.unit = row.text(4);
    known.price = row.integer(5);
    known.tax = row.text(6);
    known.category = row.text(7);
    known.minAge = row.integer(8);
    known.gtins = row.text(9);
    if (!row.isNull(10))
        known.instore = row.integer(10);
    known.recalled = row.text(11);
    known.isOpenPrice = row.integer(12) != 0;
    return known;
}

std::int64_t ProductTable::insert(
    const ProductRow &product, const QString &folded, std::optional<std::int64_t> instore)
{
    m_database.statement(kInsert)
        .with(product.sku, product.name, foldedColumn(product.name, folded), product.shortName, product.unit,
            product.price, product.tax, product.category, product.minAge, product.gtins.join(u' '), instore,
            recalledColumn(product), std::int64_t(product.isOpenPrice))
        .run();
    return m_database.lastRowId();
}

void ProductTable::update(const Known &known, const ProductRow &product, std::optional<std::int64_t> instore)
{
    const QString gtins = product.gtins.join(u' ');
    if (known.shortName == product.shortName && known.unit == product.unit && known.price == product.price
        && known.tax == product.tax && known.minAge == product.minAge && known.gtins == gtins
        && known.instore == instore && known.recalled == recalledColumn(product)
        && known.isOpenPrice == product.isOpenPrice)
        return;
    m_database.statement(kUpdate)
        .with(product.shortName, product.unit, product.price, product.tax, product.minAge, gtins, instore,
            recalledColumn(product), std::int64_t(product.isOpenPrice), known.id)
        .run();
}

void ProductTable::rename(const Known &known, const ProductRow &product)
{
    const QString folded = foldedName(product.name);
    m_database.statement(kRename).with(product.name, foldedColumn(product.name, folded), known.id).run();
    if (folded == known.words)
        return;
    m_database.statement(kDropTrigrams).with(known.id, known.words).run();
    m_database.statement(kDropPrefixes).with(known.id, known.words).run();
    m_database.statement(kAddTrigrams).with(known.id, folded).run();
    m_database.statement(kAddPrefixes).with(known.id, folded).run();
}

void ProductTable::setCodes(std::int64_t id, const QString &old, const QStringList &gtins)
{
    const QStringList before = old.split(u' ', Qt::SkipEmptyParts);
    if (before == gtins)
        return;
    for (const QString &gtin : before) {
        if (!gtins.contains(gtin))
            m_database.statement(kDropCode).with(gtin.toLongLong(), id).run();
    }
    for (const QString &gtin : gtins)
        m_database.statement(kTakeCode).with(gtin.toLongLong(), id).run();
}

void ProductTable::setDeposit(std::int64_t id, const std::optional<DepositRow> &deposit)
{
    std::optional<DepositRow> before;
    {
        auto row = m_database.statement(kFindDeposit);
        row.with(id);
        if (row.next())
            before = DepositRow{row.text(0), row.text(1), row.integer(2), row.text(3)};
    }
    if (before == deposit)
        return;
    if (!deposit)
        m_database.statement(kDropDeposit).with(id).run();
    else
        m_database.statement(kPutDeposit)
            .with(id, deposit->sku, deposit->name, deposit->amount, deposit->tax)
            .run();
}

void ProductTable::setInstore(
    std::int64_t id, std::optional<std::int64_t> old, std::optional<std::int64_t> instore)
{
    if (old == instore)
        return;
    if (old)
        m_database.statement(kDropInstore).with(*old, id).run();
    if (instore)
        m_database.statement(kTakeInstore).with(*instore, id).run();
}

} // namespace evertill
