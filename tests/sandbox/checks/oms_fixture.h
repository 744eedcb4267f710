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
    /// An OMS on a copy of the file as it is now: what a restored backup of it is later.
    [[nodiscard]] std::unique_ptr<Oms> restoredCopy();
    /// The outcomes of a push, joined by spaces, or the refusal's code.
    QString push(const QString &till, const QJsonObject &batch);
    [[nodiscard]] QJsonArray table(const QString &name);
    /// Every task and its state, in the order they were opened.
    [[nodiscard]] QStringList tasks();
    /// What the task says of itself.
    [[nodiscard]] QJsonObject facts(const QString &task);
    /// One number by any SELECT.
    [[nodiscard]] qint64 number(const QString &sql);
    /// Places an order and returns its id.
    QString placeOrder(const QString &sku, qint64 quantity);

    static constexpr qint64 now = 1'800'000'000'000'000;

private:
    [[nodiscard]] static std::unique_ptr<Oms> on(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<Oms> m_oms;
};

} // namespace evertill::sandbox
