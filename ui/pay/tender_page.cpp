#include "ui/pay/tender_page.h"

#include "ui/pay/tender_words.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"
#include "ui/words/figures.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace evertill {

using namespace Qt::StringLiterals;

TenderPage::TenderPage(Currency currency, QWidget *parent)
    : QWidget(parent), m_amount(new AmountField(currency, this)), m_notice(new InlineNotice(this))
{
    m_amount->setObjectName(u"cashAmount"_s);
    m_amount->setAccessibleName(tr("Amount given"));
    m_amount->setPlaceholderText(tr("Another amount"));
    setType(*m_amount, "title");
    m_notice->setObjectName(u"payNotice"_s);
    m_tenders = new QVBoxLayout;
    m_tenders->setSpacing(4);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(makeDue());
    column->addLayout(m_tenders);
    column->addWidget(m_notice);
    column->addLayout(makeNotes());
    column->addLayout(makeEntry(), 1);
    connect(m_amount, &AmountField::returnPressed, this, &TenderPage::giveCash);
}

QLayout *TenderPage::makeDue()
{
    auto *title = new QLabel(tr("To pay"), this);
    setType(*title, "title");
    m_due = new AmountLabel("total", this);
    m_due->setObjectName(u"amountDue"_s);
    m_rounded = new QLabel(this);
    m_rounded->setObjectName(u"amountDueInCash"_s);
    m_rounded->setAlignment(Qt::AlignRight);
    setTone(*m_rounded, "quiet");
    auto *grid = new QGridLayout;
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_due, 0, 1);
    grid->addWidget(m_rounded, 1, 0, 1, 2);
    return grid;
}

QLayout *TenderPage::makeNotes()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (int i = 0; i < kNotes; ++i) {
        auto *note =
            new BigButton(QString(), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        note->setObjectName(u"note%1"_s.arg(i + 1));
        note->setMinimumHeight(60);
        note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setType(*note, "large");
        connect(note, &BigButton::clicked, this, [this, i] {
            if (i < static_cast<int>(m_view.notes.size()))
                Q_EMIT cashGiven(m_view.notes[static_cast<std::size_t>(i)]);
        });
        grid->addWidget(note, i / 2, i % 2);
        m_notes[i] = note;
    }
    return grid;
}

QLayout *TenderPage::makeEntry()
{
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_amount);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_amount);
    left->addWidget(pad, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(left, 5);
    row->addLayout(makeTenderKeys(), 4);
    return row;
}

QLayout *TenderPage::makeTenderKeys()
{
    const auto key = [this](const QString &text, const QKeySequence &shortcut, const QString &name) {
        auto *button = new BigButton(text, shortcut, this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setType(*button, "title");
        return button;
    };
    m_cash = key(tr("Cash"), QKeySequence(Qt::Key_F10), u"payCash"_s);
    m_card = key(tr("Card"), QKeySequence(Qt::Key_F11), u"payCard"_s);
    m_giftCard = key(tr("Gift card"), QKeySequence(Qt::CTRL | Qt::Key_G), u"payGiftCard"_s);
    m_voucher = key(tr("Voucher"), QKeySequence(Qt::CTRL | Qt::Key_B), u"payVoucher"_s);
    m_foreign = key(tr("Foreign"), QKeySequence(Qt::CTRL | Qt::Key_F), u"payForeign"_s);
    m_foreign->setAccessibleName(tr("Foreign cash"));
    m_points = key(tr("Points"), QKeySequence(Qt::CTRL | Qt::Key_P), u"payPoints"_s);
    m_account = key(tr("On account"), QKeySequence(Qt::CTRL | Qt::Key_O), u"payOnAccount"_s);
    m_finish = key(tr("Finish sale"), QKeySequence(Qt::CTRL | Qt::Key_Return), u"finishSale"_s);
    m_cash->setIconName(u"cash"_s);
    m_card->setIconName(u"card"_s);
    setTone(*m_cash, "primary");
    setTone(*m_card, "primary");
    setTone(*m_finish, "primary");
    setType(*m_finish, "large");
    m_finish->setKeyLabel(tr("Ctrl+\u21b5", "key"));
    auto *back = key(tr("Back"), {}, u"payBack"_s);
    back->setKeyLabel(tr("Esc", "key"));
    setType(*back, "large");
    connect(m_cash, &BigButton::clicked, this, &TenderPage::giveCash);
    connect(m_card, &BigButton::clicked, this, [this] { Q_EMIT cardRequested(m_amount->amount()); });
    connect(m_giftCard, &BigButton::clicked, this, [this] { Q_EMIT giftCardRequested(m_amount->amount()); });
    connect(m_voucher, &BigButton::clicked, this, [this] { Q_EMIT voucherRequested(m_amount->amount()); });
    connect(m_foreign, &BigButton::clicked, this, &TenderPage::foreignRequested);
    connect(m_points, &BigButton::clicked, this, [this] { Q_EMIT pointsRequested(m_amount->amount()); });
    connect(m_account, &BigButton::clicked, this, [this] { Q_EMIT accountRequested(m_amount->amount()); });
    connect(m_finish, &BigButton::clicked, this, &TenderPage::finishRequested);
    connect(back, &BigButton::clicked, this, &TenderPage::backRequested);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(m_cash, 3);
    column->addWidget(m_card, 3);
    for (BigButton *rarer : {m_giftCard, m_voucher, m_foreign, m_points, m_account}) {
        setType(*rarer, "large");
        rarer->hide();
        column->addWidget(rarer, 2);
    }
    column->addWidget(m_finish, 3);
    column->addWidget(back, 2);
    return column;
}

/// Many ways to pay need the room of a row of notes on the smallest screen, and so does what is said or
/// given.
int TenderPage::notesBeside(const PayView &view)
{
    const int rarer = int(view.takesGiftCards) + int(view.takesVouchers) + int(view.takesForeign)
        + int(view.takesPoints) + int(view.takesAccount);
    if (rarer <= kMostBesideNotes)
        return kNotes;
    return view.refusal || !view.tenders.empty() ? 0 : kNotes / 2;
}

/// What is in the field; with nothing there, the exact amount.
void TenderPage::giveCash()
{
    const auto typed = m_amount->amount();
    if (typed)
        Q_EMIT cashGiven(*typed);
    else if (m_cash->isEnabled() && !m_view.notes.empty())
        Q_EMIT cashGiven(m_view.notes.front());
}

void TenderPage::render(const PayView &view)
{
    const bool begins =
        view.tenders != m_view.tenders || m_view.step != view.step || view.total != m_view.total;
    m_view = view;
    m_due->setAmount(view.open);
    m_rounded->setVisible(view.cashDue != view.open);
    m_rounded->setText(tr("%1 in cash").arg(moneyText(view.cashDue)));
    const int notes = std::min(notesBeside(view), static_cast<int>(view.notes.size()));
    for (int i = 0; i < kNotes; ++i) {
        const bool used = i < notes;
        m_notes[i]->setVisible(used);
        if (used) {
            const QString amount = moneyText(view.notes[static_cast<std::size_t>(i)]);
            m_notes[i]->setText(i == 0 ? tr("Exact %1").arg(amount) : amount);
        }
    }
    m_cash->setEnabled(view.open.isPositive());
    m_card->setEnabled(view.open.isPositive());
    m_giftCard->setEnabled(view.open.isPositive());
    m_foreign->setEnabled(view.open.isPositive());
    m_foreign->setVisible(view.takesForeign && !view.canFinish);
    m_voucher->setEnabled(view.open.isPositive());
    m_voucher->setVisible(view.takesVouchers && !view.canFinish);
    m_giftCard->setVisible(view.takesGiftCards && !view.canFinish);
    m_points->setEnabled(view.open.isPositive());
    m_points->setVisible(view.takesPoints && !view.canFinish);
    m_account->setEnabled(view.open.isPositive());
    m_account->setVisible(view.takesAccount && !view.canFinish);
    m_cash->setVisible(!view.canFinish);
    m_card->setVisible(!view.canFinish);
    m_finish->setVisible(view.canFinish);
    showTenders(view.tenders);
    if (begins)
        m_amount->clear();
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.total.currency());
    else
        m_notice->clear();
}

void TenderPage::showTenders(const std::vector<Tender> &tenders)
{
    if (tenders == m_shownTenders)
        return;
    m_shownTenders = tenders;
    while (QLayoutItem *old = m_tenders->takeAt(0)) {
        // Later, not now: this may run inside its own button's click.
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (int i = 0; i < static_cast<int>(tenders.size()); ++i) {
        const Tender &tender = tenders[static_cast<std::size_t>(i)];
        auto *given = new QWidget(this);
        auto *what = new QLabel(tender.kind == TenderKind::Cash ? tr("Cash given")
                : tender.approval.isEmpty()                     ? tenderWord(tender)
                                            : tr("Card, approved %1").arg(tender.approval),
            given);
        setType(*what, "large");
        auto *amount = new AmountLabel("large", given);
        amount->setAmount(tender.amount);
        auto *back = new BigButton(tr("Give back"), {}, given);
        back->setObjectName(u"giveBack%1"_s.arg(i + 1));
        back->setAccessibleName(tr("Give back"));
        setTone(*back, "quiet");
        connect(back, &BigButton::clicked, this, [this, i] { Q_EMIT takeBackRequested(i); });
        auto *row = new QHBoxLayout(given);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(what, 1);
        row->addWidget(amount);
        row->addWidget(back);
        m_tenders->addWidget(given);
        given->show();
    }
}

void TenderPage::takeFocus() { m_amount->setFocus(); }

} // namespace evertill
