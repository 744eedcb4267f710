#pragma once

#include "core/catalog/import/product_sink.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

namespace evertill {

/// Puts a catalogue into the sandbox OMS, 5,000 products at a time. The sandbox keeps each lot whole or not
/// at all: where one is refused or the connection breaks, earlier lots stay, and importing the same file
/// again changes only what is missing. Products that the file doesn't name stay as they are. On a thread with
/// a QCoreApplication; each call waits for the sandbox, at most a minute.
class SandboxSink final : public ProductSink {
public:
    /// \a tls trusts the sandbox's CA; \a token is its admin token.
    SandboxSink(QUrl sandbox, const QSslConfiguration &tls, const QByteArray &token);
    /// All refuse Unreachable, Untrusted, Denied (error), BadAnswer.
    [[nodiscard]] Result<> begin(const std::vector<TaxRow> &taxes) override;
    [[nodiscard]] Result<> add(const ProductRow &product) override;
    [[nodiscard]] Result<> finish() override;

    /// Rows, of taxes and of products, that were new to the sandbox or different there.
    [[nodiscard]] std::int64_t changed() const { return m_changed; }

private:
    [[nodiscard]] Result<> put(const QString &path, const QByteArray &rows);
    [[nodiscard]] Result<> putProducts();

    QUrl m_sandbox;
    QSslConfiguration m_tls;
    QByteArray m_token;
    QNetworkAccessManager m_network;
    QByteArray m_lot; // products as JSON, commas between
    int m_inLot = 0;
    std::int64_t m_changed = 0;
};

} // namespace evertill
