#pragma once

#include "ui/pay/pay_view.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace evertill {

class AmountField;
class AmountLabel;
class BigButton;
class InlineNotice;

/// How the customer pays: the amount due, likely notes, an amount of one's own, cash or card.
class TenderPage final : public QWidget {
    Q_OBJECT
public:
    explicit TenderPage(Currency currency, QWidget *parent = nullptr);
    void render(const PayView &view);
    void takeFocus();

Q_SIGNALS:
    void cashGiven(evertill::Money amount);
    void cardRequested(std::optional<evertill::Money> amount);
    void giftCardRequested(std::optional<evertill::Money> amount);
    void voucherRequested(std::optional<evertill::Money> face);
    void foreignRequested();
    void pointsRequested(std::optional<evertill::Money> amount);
    void accountRequested(std::optional<evertill::Money> amount);
    void takeBackRequested(int tender);
    void finishRequested();
    void backRequested();

private:
    static constexpr int kNotes = 4;
    static constexpr int kMostBesideNotes = 3;

    QLayout *makeDue();
    QLayout *makeNotes();
    QLayout *makeEntry();
    QLayout *makeTenderKeys();
    [[nodiscard]] static int notesBeside(const PayView &view);
    void showTenders(const std::vector<Tender> &tenders);
    void giveCash();

    AmountLabel *m_due = nullptr;
    QLabel *m_rounded = nullptr;
    QVBoxLayout *m_tenders = nullptr;
    std::vector<Tender> m_shownTenders;
    BigButton *m_notes[kNotes] = {};
    AmountField *m_amount;
    InlineNotice *m_notice;
    BigButton *m_cash = nullptr;
    BigButton *m_card = nullptr;
    BigButton *m_giftCard = nullptr;
    BigButton *m_voucher = nullptr;
    BigButton *m_foreign = nullptr;
    BigButton *m_points = nullptr;
    BigButton *m_account = nullptr;
    BigButton *m_finish = nullptr;
    PayView m_view;
};

} // namespace evertill
