#include "tests/bench/commit/bare_till.h"

#include <cstdio>
#include <cstring>

namespace evertill::bench {
namespace {

int rememberPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

std::string uuidText(const std::array<unsigned char, 16> &bytes)
{
    char text[37];
    const auto *b = bytes.data();
    std::snprintf(text, sizeof text, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
        b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
    return text;
}

std::array<unsigned char, 16> newId(std::uint64_t n)
{
    std::array<unsigned char, 16> id = {};
    const std::uint64_t spread = n * 0x9E3779B97F4A7C15ULL;
    std::memcpy(id.data(), &spread, 8);
    std::memcpy(id.data() + 8, &n, 8);
    return id;
}

std::int64_t taxIn(std::int64_t gross) { return (2 * gross * 70'000 + 1'070'000) / (2 * 1'070'000); }

struct Totals {
    std::int64_t gross = 0;
    std::int64_t tax = 0;
};

Totals totalsOf(const std::vector<Goods> &goods)
{
    Totals totals;
    for (const Goods &g : goods) {
        totals.gross += g.price * g.quantity / 1000;
        totals.tax += taxIn(g.price * g.quantity / 1000);
    }
    return totals;
}

/// The payload of sale.completed, as the contract has it; its length.
int writePayload(char *json, std::size_t size, const std::vector<Goods> &goods, std::int64_t number,
    const std::string &sale, const std::string &shift)
{
    const auto [total, tax] = totalsOf(goods);
    int at = std::snprintf(json, size, "{\"change\":0,\"currency\":\"EUR\",\"lines\":[");
    for (std::size_t i = 0; i < goods.size(); ++i) {
        const Goods &g = goods[i];
        const std::int64_t gross = g.price * g.quantity / 1000;
        at += std::snprintf(json + at, size - std::size_t(at),
            "%s{\"discount\":0,\"gross\":%lld,\"gtin\":\"%s\",\"line\":%zu,\"name\":\"%s\",\"net\":%lld,"
            "\"price\":%lld,"
            "\"quantity\":%lld,\"sku\":\"%s\",\"tax\":%lld,\"tax_code\":\"reduced\",\"tax_rate\":70000,"
            "\"unit\":\"ea\"}",
            i ? "," : "", static_cast<long long>(gross), g.gtin.c_str(), i + 1, g.name.c_str(),
            static_cast<long long>(gross - taxIn(gross)), static_cast<long long>(g.price),
            static_cast<long long>(g.quantity), g.sku.c_str(), static_cast<long long>(taxIn(gross)));
    }
    at += std::snprintf(json + at, size - std::size_t(at),
        "],\"receipt\":\"BER1T1-1-%lld\",\"rounding\":0,\"sale\":\"%s\",\"shift\":\"%s\",\"tax_mode\":"
        "\"inclusive\",\"taxes\":["
        "{\"code\":\"reduced\",\"net\":%lld,\"rate\":70000,\"tax\":%lld}],\"tenders\":[{\"amount\":%lld,"
        "\"kind\":\"cash\"}],"
        "\"total\":%lld}",
        static_cast<long long>(number & 0xffffffffff), sale.c_str(), shift.c_str(),
        static_cast<long long>(total - tax), static_cast<long long>(tax), static_cast<long long>(total),
        static_cast<long long>(total));
    return at;
}

} // namespace

BareTill::BareTill(const std::string &path)
    : m_database(path.c_str(),
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA "
        "cache_size=-8192;"
        "PRAGMA temp_store=MEMORY;")
{
    m_begin = m_database.prepare("BEGIN IMMEDIATE");
    m_commit = m_database.prepare("COMMIT");
    m_shift = m_database.prepare(
        "SELECT id,number,business_date FROM shift WHERE closed_at IS NULL ORDER BY position DESC LIMIT 1");
    m_last = m_database.prepare("SELECT MAX(number) FROM receipt");
    m_journal = m_database.prepare(
        "INSERT INTO journal(position,id,kind,version,subject,at,utc_offset_min,business_date,actor,"
        "payload,prev_hash,hash) VALUES(?,?,'sale.completed',1,?,?,60,'2026-11-21','a-1',?,?,?)");
    m_receipt = m_database.prepare(
        "INSERT INTO "
        "receipt(number,till,kind,id,position,shift,business_date,at,utc_offset_min,cashier,tax_mode,"
        "currency,total,rounding,change) VALUES(?,'BER1T1',1,?,?,?,'2026-11-21',?,60,'a-1',1,'EUR',?,0,0)");
    m_line = m_database.prepare(
        "INSERT INTO "
        "sale_line(receipt,line,sku,gtin,name,unit,quantity,price,discount,net,tax,gross,tax_code,tax_rate,"
        "lot,serial,expires) VALUES(?,?,?,?,?,'ea',?,?,0,?,?,?,'reduced',70000,'','','')");
    m_tender = m_database.prepare(
        "INSERT INTO receipt_tender(receipt,line,kind,amount,approval,attempt,card,last_four,hold) "
        "VALUES(?,1,1,?,'',NULL,'','',NULL)");
    m_tax = m_database.prepare("INSERT INTO receipt_tax VALUES(?,1,'reduced',70000,?,?)");
    m_move = m_database.prepare("INSERT INTO stock_movement VALUES(?,?,?,?,'sale')");
    m_forget = m_database.prepare("DELETE FROM open_cart WHERE id=?");
    sqlite3_stmt *head =
        m_database.prepare("SELECT position,hash FROM journal ORDER BY position DESC LIMIT 1");
    if (m_database.row(head)) {
        m_position = sqlite3_column_int64(head, 0);
        std::memcpy(m_head.data(), sqlite3_column_blob(head, 1), 32);
    }
    sqlite3_reset(head);
    sqlite3_wal_hook(m_database.handle(), rememberPages, &m_logPages);
    m_sha = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    m_context = EVP_MD_CTX_new();
}

BareTill::~BareTill()
{
    EVP_MD_CTX_free(m_context);
    EVP_MD_free(m_sha);
}

__attribute__((noinline)) void BareTill::sell(const std::vector<Goods> &goods, std::int64_t atUs)
{
    m_database.step(m_begin);
    unsigned char shift[16] = {};
    if (m_database.row(m_shift))
        std::memcpy(shift, sqlite3_column_blob(m_shift, 0), 16);
    sqlite3_reset(m_shift);
    std::int64_t number = (std::int64_t(1) << 40) + 1;
    if (m_database.row(m_last) && sqlite3_column_int64(m_last, 0))
        number = sqlite3_column_int64(m_last, 0) + 1;
    sqlite3_reset(m_last);

    const auto id = newId(m_ids++);
    const std::string sale = uuidText(id);
    std::array<unsigned char, 16> shiftId;
    std::memcpy(shiftId.data(), shift, 16);
    const auto [total, tax] = totalsOf(goods);
    char json[4096];
    const int length = writePayload(json, sizeof json, goods, number, sale, uuidText(shiftId));
    writeJournal(sale, {json, std::size_t(length)}, atUs);

    bindValue(m_receipt, 1, number);
    bindBlob(m_receipt, 2, id.data(), 16);
    bindValue(m_receipt, 3, m_position);
    bindBlob(m_receipt, 4, shift, 16);
    bindValue(m_receipt, 5, atUs);
    bindValue(m_receipt, 6, total);
    m_database.step(m_receipt);
    for (std::size_t i = 0; i < goods.size(); ++i) {
        const Goods &g = goods[i];
        const std::int64_t gross = g.price * g.quantity / 1000;
        bindValue(m_line, 1, number);
        bindValue(m_line, 2, std::int64_t(i + 1));
        bindValue(m_line, 3, g.sku);
        bindValue(m_line, 4, g.gtin);
        bindValue(m_line, 5, g.name);
        bindValue(m_line, 6, g.quantity);
        bindValue(m_line, 7, g.price);
        bindValue(m_line, 8, gross - taxIn(gross));
        bindValue(m_line, 9, taxIn(gross));
        bindValue(m_line, 10, gross);
        m_database.step(m_line);
        bindValue(m_move, 1, g.sku);
        bindValue(m_move, 2, m_position);
        bindValue(m_move, 3, std::int64_t(i + 1));
        bindValue(m_move, 4, -g.quantity);
        m_database.step(m_move);
    }
    bindValue(m_tender, 1, number);
    bindValue(m_tender, 2, total);
    m_database.step(m_tender);
    bindValue(m_tax, 1, number);
    bindValue(m_tax, 2, total - tax);
    bindValue(m_tax, 3, tax);
    m_database.step(m_tax);
    bindBlob(m_forget, 1, id.data(), 16);
    m_database.step(m_forget);
    m_database.step(m_commit);
}

void BareTill::writeJournal(std::string_view subject, std::string_view payload, std::int64_t atUs)
{
    ++m_position;
    const auto id = newId(~m_ids);
    char envelope[4608];
    const int length = std::snprintf(envelope, sizeof envelope,
        "{\"actor\":\"a-1\",\"at\":%lld,\"business_date\":\"2026-11-21\",\"epoch\":%lld,\"id\":\"%s\","
        "\"kind\":\"sale.completed\","
        "\"payload\":%.*s,\"seq\":%lld,\"subject\":\"%.*s\",\"utc_offset_min\":60,\"version\":1}",
        static_cast<long long>(atUs), static_cast<long long>(m_position >> 40), uuidText(id).c_str(),
        int(payload.size()), payload.data(), static_cast<long long>(m_position & 0xffffffffff),
        int(subject.size()), subject.data());
    std::array<unsigned char, 32> hash = {};
    unsigned size = 0;
    EVP_DigestInit_ex2(m_context, m_sha, nullptr);
    EVP_DigestUpdate(m_context, m_head.data(), 32);
    EVP_DigestUpdate(m_context, envelope, std::size_t(length));
    EVP_DigestFinal_ex(m_context, hash.data(), &size);
    bindValue(m_journal, 1, m_position);
    bindBlob(m_journal, 2, id.data(), 16);
    bindValue(m_journal, 3, subject);
    bindValue(m_journal, 4, atUs);
    bindBlob(m_journal, 5, payload.data(), int(payload.size()));
    bindBlob(m_journal, 6, m_head.data(), 32);
    bindBlob(m_journal, 7, hash.data(), 32);
    m_database.step(m_journal);
    m_head = hash;
}

void BareTill::checkpointIfDue()
{
    if (m_logPages < 1000)
        return;
    sqlite3_wal_checkpoint_v2(m_database.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_logPages = 0;
}

} // namespace evertill::bench
