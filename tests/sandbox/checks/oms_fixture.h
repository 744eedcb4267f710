#pragma once

#include "tests/sandbox/logic/oms.h"

#include <QTemporaryDir>
#include <random>

namespace evertill::sandbox {

/// A fresh OMS on a real file, with three products at 10.00 and 20 pieces of each.
class OmsFixture final {
public:
    OmsFixture();

    Oms &oms() { return *m_oms; }
    /// Another connection to the same file, as another request has.
    [[nodiscard]] std::unique_ptr<Oms> again() const;
    /// The outcomes of a push, joined by spaces, or the refusal's code.
    QString push(const QString &till, const QJsonObject &batch);
    [[nodiscard]] QJsonArray table(const QString &name);
    /// One number by any SELECT.
    [[nodiscard]] qint64 number(const QString &sql);
    /// Places an order and returns its id.
    QString placeOrder(const QString &sku, qint64 quantity);

    static constexpr qint64 now = 1'800'000'000'000'000;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Oms> m_oms;
};

} // namespace evertill::sandbox
