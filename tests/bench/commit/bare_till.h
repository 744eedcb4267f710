#pragma once

#include "tests/bench/common/bare.h"
#include "tests/bench/common/goods.h"

#include <openssl/evp.h>

#include <array>
#include <string>

namespace evertill::bench {

/// A sale written by hand against the SQLite C API: the rows, the JSON and the hash that the product writes
/// for the same basket, into a file with the product's own schema. No checks, no types: a floor.
class BareTill final {
public:
    /// \a path: a ledger that the product made, with an open shift.
    explicit BareTill(const std::string &path);
    ~BareTill();
    BareTill(const BareTill &) = delete;
    BareTill &operator=(const BareTill &) = delete;

    /// Durable when it returns.
    void sell(const std::vector<Goods> &goods, std::int64_t atUs);
    void checkpointIfDue();

private:
    void writeJournal(std::string_view subject, std::string_view payload, std::int64_t atUs);

    BareDatabase m_database;
    sqlite3_stmt *m_begin, *m_commit, *m_shift, *m_last, *m_journal, *m_receipt, *m_line, *m_tender, *m_tax,
        *m_move, *m_forget;
    EVP_MD *m_sha;
    EVP_MD_CTX *m_context;
    std::array<unsigned char, 32> m_head = {};
    std::int64_t m_position = 0;
    std::uint64_t m_ids = 1;
    int m_logPages = 0;
};

} // namespace evertill::bench
