#pragma once

#include "tests/sandbox/booking/customer_book.h"
#include "tests/sandbox/logic/catalog.h"
#include "tests/sandbox/logic/demo_catalog.h"
#include "tests/sandbox/logic/feed.h"
#include "tests/sandbox/logic/intake.h"
#include "tests/sandbox/logic/random_bytes.h"
#include "tests/sandbox/logic/shop.h"
#include "tests/sandbox/logic/snapshot.h"
#include "tests/sandbox/logic/tables.h"
#include "tests/sandbox/logic/tills.h"

namespace evertill::sandbox {

/// The door to the reference OMS: one connection to its file, for one thread at a time. Several may be open
/// on one file; those that write wait for each other. Every call that changes something is one durable
/// transaction at the instant it is given (microseconds since 1970); nothing here asks for the time or for
/// randomness by itself.
class Oms final {
public:
    Oms(const QString &path, StoreSettings settings, RandomBytes random);

    [[nodiscard]] const StoreSettings &settings() const { return m_settings; }
    /// True until the catalogue of a new file was loaded.
    [[nodiscard]] bool isNew();
    /// The store's taxes and a demo shop's products, stock and promotions, all or nothing per kind.
    [[nodiscard]] Result<void> load(const DemoCatalog &catalog, qint64 now);

    // What a till asks.
    [[nodiscard]] Result<QJsonObject> enrol(
        const QJsonObject &request, const Certifier &certifier, qint64 now);
    [[nodiscard]] Result<QJsonObject> previewEnrolment(const QJsonObject &request);
    [[nodiscard]] QJsonObject position(const QString &till) { return Intake(m_store).accepted(till).json(); }
    [[nodiscard]] Result<QJsonObject> pushEvents(const QString &till, const QJsonObject &batch, qint64 now);
    /// As it, for who asks with the certificate \a serial: `wrong_till` unless that one is the till's at the
    /// moment when the batch is booked. Whoever was enrolled in its place goes by the position.
    [[nodiscard]] Result<QJsonObject> pushEvents(
        const QString &till, const QString &serial, const QJsonObject &batch, qint64 now);
    [[nodiscard]] QJsonObject journalBack(const QString &till, Position after, int limit);
    [[nodiscard]] QJsonObject divergedFacts(const QString &till, Position after, int limit);
    [[nodiscard]] Result<Page> changes(const QString &till, const QByteArray &cursor, int limit);
    /// Takes this Oms for itself until it goes.
    [[nodiscard]] std::unique_ptr<Snapshot> snapshot(const QString &till);
    /// `{levels: [...]}`; refuses `unknown_product` (404).
    [[nodiscard]] Result<QByteArray> stock(const QString &sku);
    /// An OrderRow; refuses `unknown_order` (404).
    [[nodiscard]] Result<QByteArray> order(const QString &order);

    /// A gift card's free balance, money of it kept for a cart, and let go again; GiftCardBook has the
    /// answers.
    [[nodiscard]] Result<QJsonObject> giftCard(const QString &card, qint64 now);
    [[nodiscard]] Result<QJsonObject> holdGiftCard(
        const QString &till, const QString &card, const QJsonObject &wish, qint64 now);
    void releaseGiftCard(const QString &card, const QString &hold, qint64 now);

    /// A customer, their points and what they owe; CustomerBook has the answers.
    [[nodiscard]] Result<QJsonObject> customer(const QString &till, const QString &card, qint64 now);
    [[nodiscard]] Result<QJsonObject> holdFor(CustomerBook::Purse purse, const QString &till,
        const QString &card, const QJsonObject &wish, qint64 now);
    void releaseFor(const QString &card, const QString &hold, qint64 now);

    // What the office and the shopper do.
    [[nodiscard]] Result<QJsonObject> putCustomer(const QString &number, const QJsonObject &wish, qint64 now);
    [[nodiscard]] Result<QJsonObject> putGiftCard(const QString &number, qint64 balance, qint64 now);
    [[nodiscard]] Tills tills() { return Tills(m_store, m_settings); }
    [[nodiscard]] Catalog catalog() { return Catalog(m_store); }
    [[nodiscard]] Tables tables() { return Tables(m_store); }
    [[nodiscard]] Result<QString> createCode(const QString &till, qint64 now);
    [[nodiscard]] Result<QByteArray> placeOrder(const Shop::Order &order, qint64 now);
    [[nodiscard]] Result<QByteArray> cancelOrder(const QString &order, qint64 now);

private:
    StoreSettings m_settings;
    RandomBytes m_random;
    Store m_store;
};

} // namespace evertill::sandbox
