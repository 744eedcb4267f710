#pragma once

#include "ui/picking/pickups_view.h"

#include <QWidget>

class QLabel;

namespace evertill {

class BigButton;
class HandOverPane;
class InlineNotice;
class LineList;
class PickupsPresenter;
class RejectPane;

/// The order that is open, and what can be done with it.
class OrderPane final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive it.
    OrderPane(PickupsPresenter &presenter, const Clock &clock, QWidget *parent = nullptr);
    void render(const PickupsView &view);

private:
    void connectParts();
    [[nodiscard]] QWidget *makeActions();
    void renderOrder(const PickupsView &view);
    void renderNotice(const PickupsView &view);
    void moveFocus(PickupsView::Ask ask);

    PickupsPresenter &m_presenter;
    const Clock &m_clock;
    QLabel *m_empty;
    QWidget *m_order;
    QLabel *m_title;
    QLabel *m_state;
    InlineNotice *m_notice;
    LineList *m_lines;
    RejectPane *m_reject;
    HandOverPane *m_handOver;
    BigButton *m_rejectOrder = nullptr;
    BigButton *m_start = nullptr;
    BigButton *m_ready = nullptr;
    BigButton *m_handOverButton = nullptr;
    QWidget *m_actions;
    PickupsView::Ask m_ask = PickupsView::Ask::Nothing;
};

} // namespace evertill
