#pragma once

#include <QLabel>

namespace evertill {

/// How many things wait: a small pill, hidden at 0, "99+" beyond that.
class Badge : public QLabel {
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);
    void setCount(int count);
};

} // namespace evertill
