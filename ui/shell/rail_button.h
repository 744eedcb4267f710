#pragma once

#include <QPushButton>

namespace evertill {

class Badge;

/// One room on the rail: icon, name and key, and how many things wait in there.
class RailButton : public QPushButton {
    Q_OBJECT
public:
    RailButton(
        const QString &title, const QString &keyLabel, const QString &iconName, QWidget *parent = nullptr);
    void setBadge(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeBadge();

    QString m_keyLabel;
    QString m_iconName;
    Badge *m_badge;
};

} // namespace evertill
