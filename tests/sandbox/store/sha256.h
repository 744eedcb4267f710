#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

struct evp_md_ctx_st;

namespace evertill::sandbox {

/// SHA-256 by libcrypto, fed piece by piece. result() ends it.
class Sha256 final {
public:
    Sha256();
    void add(QByteArrayView bytes);
    /// 32 bytes. Nothing may be added afterwards.
    [[nodiscard]] QByteArray result();

    [[nodiscard]] static QByteArray of(QByteArrayView first, QByteArrayView second = {});

private:
    struct Free {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace evertill::sandbox
