#pragma once

#include "tests/sandbox/store/refusal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace evertill::sandbox {

/// The one store that a sandbox serves: what enrolment tells a till, and what orders are priced by.
struct StoreSettings {
    QString id = QStringLiteral("BER1");
    QString name = QStringLiteral("Evertill Demo Shop");
    QStringList address = {QStringLiteral("Kastanienallee 12"), QStringLiteral("10435 Berlin")};
    QString taxId = QStringLiteral("DE000000000");
    QString currency = QStringLiteral("EUR");
    QString country = QStringLiteral("DE");
    QString taxMode = QStringLiteral("inclusive");
    QString taxRounding = QStringLiteral("line");
    QString cashier = QStringLiteral("cashier-demo-1");
    QStringList codes = {QStringLiteral("20IIIIIPPPPPC"), QStringLiteral("21IIIIIWWWWWC"),
        QStringLiteral("02IIIIIPPPPPC"), QStringLiteral("22IIIIIPPPPPC"), QStringLiteral("23IIIIIPPPPPC"),
        QStringLiteral("24IIIIIPPPPPC"), QStringLiteral("25IIIIIPPPPPC"), QStringLiteral("26IIIIIPPPPPC"),
        QStringLiteral("27IIIIIPPPPPC"), QStringLiteral("28IIIIIPPPPPC"), QStringLiteral("29IIIIIPPPPPC")};
    QStringList refundOrder;
    /// What one gift card pays in one shift while the till is offline; below 0: the shop takes no gift cards.
    qint64 giftCardsOffline = 5'000;
    /// How money that a voucher paid goes back: "giftcard" or "cash"; empty: the shop takes no vouchers.
    QString vouchers = QStringLiteral("giftcard");
    /// Currencies whose notes are taken, as the contract writes them.
    QJsonArray foreignCash = demoForeignCash();
    /// How the shop deals with customers whom it knows, as an enrolment says it; empty: it knows none.
    QJsonObject customers = demoCustomerRules();
    bool taxCertificates = true; ///< who shows one pays no tax
    QJsonArray taxes = demoTaxes();

    [[nodiscard]] bool pricesContainTax() const { return taxMode == QStringLiteral("inclusive"); }
    /// `store` and `config` of an Enrolment.
    [[nodiscard]] QJsonObject storeJson() const;
    [[nodiscard]] QJsonObject configJson() const;
    /// These settings with what a JSON object names laid over them: id, name, address, tax_id, currency,
    /// country, tax_mode, tax_rounding, cashier, codes, refund_order, giftcards_offline, vouchers,
    /// foreign_cash, customers, tax_certificates, taxes. Refuses `bad_request` for a key it does not know.
    [[nodiscard]] Result<StoreSettings> overlaid(const QJsonObject &object) const;

    [[nodiscard]] static QJsonArray demoTaxes();
    [[nodiscard]] static QJsonArray demoForeignCash();
    /// A point for each euro, a cent for each point; what 5.00 and 20.00 offline, no points for gift cards.
    [[nodiscard]] static QJsonObject demoCustomerRules();
};

} // namespace evertill::sandbox
