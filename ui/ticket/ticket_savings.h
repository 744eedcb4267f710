#pragma once

#include "ui/ticket/ticket_view.h"

#include <QWidget>

class QGridLayout;

namespace evertill {

/// Below the lines: what came off the whole ticket, why a coupon gave nothing, and what all of it saves.
class TicketSavings final : public QWidget {
    Q_OBJECT
public:
    explicit TicketSavings(QWidget *parent = nullptr);
    void render(const TicketView &view);

private:
    struct Row {
        QString words;
        QString amount;
        const char *tone = "money";
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const TicketView &view);

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace evertill
