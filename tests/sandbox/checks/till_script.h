#pragma once

#include "tests/sandbox/store/position.h"

#include <QJsonArray>
#include <QJsonObject>
#include <vector>

namespace evertill::sandbox {

/// Writes a till's journal as the contract says it: canonical envelopes in a hash chain. For tests of the
/// OMS.
class TillScript final {
public:
    /// Begins with epoch.opened at 1-1.
    explicit TillScript(QString till);

    [[nodiscard]] QString till() const { return m_till; }
    [[nodiscard]] Position head() const { return m_events.back().position; }
    [[nodiscard]] QString hashAt(int index) const { return m_events[static_cast<std::size_t>(index)].hash; }
    [[nodiscard]] int size() const { return static_cast<int>(m_events.size()); }

    /// Appends an event and returns its position.
    Position add(const QString &kind, const QJsonObject &payload,
        const QString &subject = QStringLiteral("1"), int version = 1);
    Position sell(const QString &sku, qint64 quantity, qint64 price);
    /// Brings back goods of a receipt's line; \a ofReceipt may be empty for goods without one.
    Position takeBack(const QString &ofReceipt, const QString &sku, qint64 quantity, qint64 gross,
        const QString &disposition = QStringLiteral("restock"));
    Position handOver(const QString &order, const QString &sku, qint64 quantity);
    [[nodiscard]] QString lastReceipt() const { return m_lastReceipt; }

    /// This journal cut after its first \a events, as a restored backup is, with an epoch opened behind them:
    /// the next, or one further \a ahead.
    [[nodiscard]] TillScript restoredAt(int events, int ahead = 1) const;

    /// Records event \a index of \a lost again at the end of this journal, under its id.
    Position recordAgain(const TillScript &lost, int index);

    /// An EventBatch of the events from index \a from on, \a count of them or all.
    [[nodiscard]] QJsonObject batch(int from = 0, int count = -1) const;

private:
    struct Event {
        Position position;
        QByteArray envelope;
        QString hash;
    };
    void append(Position position, const QString &kind, const QJsonObject &payload, const QString &subject,
        int version);
    void append(Position position, const QJsonObject &said);

    QString m_till;
    std::vector<Event> m_events;
    QString m_lastReceipt;
};

} // namespace evertill::sandbox
