#include "tests/bench/catalogue/bare_catalogue.h"

#include <cstdlib>

namespace evertill::bench {
namespace {

#define COLUMNS                                                                                              \
    "SELECT p.sku,p.name,p.short_name,p.unit,p.price,p.tax,t.rate,p.category,p.min_age,p.recalled,"          \
    "p.open_price FROM "
#define TAX " CROSS JOIN tax t ON t.code=p.tax "

constexpr const char *kLoading = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;"
                                 "PRAGMA cache_size=-16384; PRAGMA locking_mode=EXCLUSIVE;";

/// Reads a found row as a till would need it: every column once.
std::int64_t takeRow(sqlite3_stmt *row)
{
    std::int64_t seen = 0;
    for (int column = 0; column < 11; ++column) {
        const bool isNumber = column == 4 || column == 6 || column == 8 || column == 10;
        seen += isNumber ? sqlite3_column_int64(row, column) : sqlite3_column_text(row, column)[0];
    }
    return seen;
}

} // namespace

void BareCatalogue::beginLoad()
{
    m_database = std::make_unique<BareDatabase>(m_path.c_str(), kLoading);
    m_database->run("DROP INDEX product_sku; DROP INDEX IF EXISTS product_category; BEGIN");
    m_database->run("INSERT INTO tax(code,name,rate) VALUES('reduced','Reduced',70000)");
    m_product =
        m_database->prepare("INSERT INTO product(sku,name,folded,short_name,unit,price,tax,category,min_age,"
                            "gtins,instore) VALUES(?,?,NULL,'','ea',?,'reduced','All',0,?,NULL)");
    m_code = m_database->prepare("INSERT OR IGNORE INTO barcode(gtin,product) VALUES(?,?)");
}

void BareCatalogue::add(std::span<const Goods> goods)
{
    for (const Goods &g : goods) {
        bindValue(m_product, 1, g.sku);
        bindValue(m_product, 2, g.name);
        bindValue(m_product, 3, g.price);
        bindValue(m_product, 4, g.gtin);
        m_database->step(m_product);
        bindValue(m_code, 1, std::int64_t(std::atoll(g.gtin.c_str())));
        bindValue(m_code, 2, std::int64_t(sqlite3_last_insert_rowid(m_database->handle())));
        m_database->step(m_code);
    }
}

void BareCatalogue::finishLoad()
{
    m_database->run("CREATE UNIQUE INDEX product_sku ON product(sku);"
                    "CREATE INDEX product_category ON product(category, name) WHERE category <> '';"
                    "INSERT INTO product_trigram(product_trigram) VALUES('rebuild');"
                    "INSERT INTO product_prefix(product_prefix) VALUES('rebuild'); COMMIT;"
                    "PRAGMA locking_mode=NORMAL; PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL;");
    m_database.reset();
}

void BareCatalogue::open()
{
    m_database =
        std::make_unique<BareDatabase>(m_path.c_str(), "PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY;");
    m_lookUp =
        m_database->prepare(COLUMNS "barcode b CROSS JOIN product p ON p.id=b.product" TAX "WHERE b.gtin=?");
    m_trigram = m_database->prepare(COLUMNS "product_trigram f CROSS JOIN product p ON p.id=f.rowid" TAX
                                            "WHERE product_trigram MATCH ? LIMIT 50");
    m_prefix = m_database->prepare(COLUMNS "product_prefix f CROSS JOIN product p ON p.id=f.rowid" TAX
                                           "WHERE product_prefix MATCH ? LIMIT 50");
}

std::int64_t BareCatalogue::lookUp(std::int64_t gtin)
{
    bindValue(m_lookUp, 1, gtin);
    const std::int64_t price =
        m_database->row(m_lookUp) ? (takeRow(m_lookUp), sqlite3_column_int64(m_lookUp, 4)) : -1;
    sqlite3_reset(m_lookUp);
    return price;
}

int BareCatalogue::search(const std::string &query, bool trigram)
{
    sqlite3_stmt *statement = trigram ? m_trigram : m_prefix;
    bindValue(statement, 1, query);
    int found = 0;
    while (m_database->row(statement))
        found += takeRow(statement) != 0;
    sqlite3_reset(statement);
    return found;
}

} // namespace evertill::bench
