#pragma once

#include "ui/ticket/ticket_view.h"

#include <QWidget>

class QGridLayout;

namespace evertill {

/// Below the lines: what came off the whole ticket, its coupons, which can be taken off again, why one of
/// them gave nothing, and what all of it saves.
class TicketSavings final : public QWidget {
    Q_OBJECT
public:
    explicit TicketSavings(QWidget *parent = nullptr);
    void render(const TicketView &view);

Q_SIGNALS:
    void couponTakenOff(const QString &code);

private:
    struct Row {
        QString words;
        QString amount;
        const char *tone = "money";
        QString coupon = {}; ///< that can be taken off
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const TicketView &view);
    [[nodiscard]] QWidget *takeOffKey(const QString &coupon);

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace evertill
