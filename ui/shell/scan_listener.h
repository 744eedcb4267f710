#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace evertill {

/// Hears a keyboard-wedge scanner whatever has the focus: an event filter on the application. A scan is a
/// burst of at least kLeastCharacters keys, each within kGapMs of the one before by the key events' own
/// timestamps, ended by Return, Enter or Tab. Once a burst has shown a scanner's pace it may stall up to
/// kMostStalls times for kStallMs: a busy machine stamps its keys late.
///
/// The first character of what may become a burst reaches the focus as typing does; further ones are held
/// until it is known which of the two it is. Of a scan nothing stays behind: a text field that got a part of
/// it is put back as it was. Of typing nothing is lost: what was held goes to the field in order. A machine
/// that stalls between keys changes neither, as only timestamps count.
class ScanListener : public QObject {
    Q_OBJECT
public:
    static constexpr quint64 kGapMs = 60;
    static constexpr quint64 kStallMs = 300;
    static constexpr int kMostStalls = 2;
    static constexpr int kLeastCharacters = 4;
    /// Longer bursts are no code of ours; they are dropped, and said to be torn by whoever reads them.
    static constexpr int kMostCharacters = 256;

    /// Starts to listen; \a parent owns it.
    explicit ScanListener(QObject *parent);
    ~ScanListener() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void scanned(const QString &text);

private:
    /// What a text field held before the burst.
    struct Before {
        QPointer<QWidget> field;
        QString text;
        int cursor = 0;
        int selectionStart = -1;
        int selectionLength = 0;
    };

    [[nodiscard]] bool isRepeatedDelivery(QObject *watched, const QKeyEvent &event);
    [[nodiscard]] bool hearShortcut(QKeyEvent &event);
    [[nodiscard]] bool isInTime(quint64 timestampMs);
    [[nodiscard]] bool endsBurst(const QKeyEvent &event) const;
    [[nodiscard]] bool hear(QWidget *target, const QKeyEvent &event);
    [[nodiscard]] bool end(const QKeyEvent &event);
    void begin(QWidget *target, const QKeyEvent &event);
    void letGo();
    void forget();
    [[nodiscard]] static Before look(QWidget *target);
    static void putBack(const Before &before);

    QString m_burst; ///< all characters since the burst began
    QString m_held; ///< those of them that the focus has not been given
    QPointer<QWidget> m_target; ///< where they would go
    Before m_before;
    quint64 m_lastMs = 0;
    int m_stalls = 0; ///< of the burst
    const void *m_lastEvent = nullptr;
    QPointer<QObject> m_lastReceiver;
    bool m_replaying = false;
    QTimer m_patience;
};

} // namespace evertill
