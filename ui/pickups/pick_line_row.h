#pragma once

#include "ui/picking/pickups_view.h"

#include <QFrame>

class QLabel;

namespace evertill {

class BigButton;

/// A line of an order: what to take, how much of it lies in the basket, and the buttons for it.
class PickLineRow final : public QFrame {
    Q_OBJECT
public:
    explicit PickLineRow(std::size_t line, QWidget *parent = nullptr);
    /// \a current: the line that keys act on; the keys are written on its buttons.
    void render(const PickLine &line, bool canPick, bool current);

Q_SIGNALS:
    void countRequested(std::size_t line, int direction);
    void notAvailableRequested(std::size_t line);

private:
    std::size_t m_line;
    QLabel *m_name;
    QLabel *m_state;
    BigButton *m_fewer;
    BigButton *m_more;
    BigButton *m_notAvailable;
};

} // namespace evertill
