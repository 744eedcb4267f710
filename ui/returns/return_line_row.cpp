#include "ui/returns/return_line_row.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"
#include "ui/words/figures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kQuantityWidth = 88;
constexpr int kRefundWidth = 104;

} // namespace

ReturnLineRow::ReturnLineRow(std::size_t line, QWidget *parent)
    : QFrame(parent), m_line(line), m_name(new QLabel(this)), m_left(new QLabel(this)),
      m_fewer(new BigButton(u"−"_s, {}, this)), m_quantity(new QLineEdit(this)),
      m_more(new BigButton(u"+"_s, {}, this)), m_damaged(new BigButton(tr("Damaged"), {}, this)),
      m_refund(new AmountLabel("large", this))
{
    setProperty("panel", true);
    m_name->setWordWrap(true);
    m_name->setObjectName(u"lineName"_s);
    setType(*m_name, "large");
    m_left->setObjectName(u"lineLeft"_s);
    setTone(*m_left, "quiet");
    m_fewer->setObjectName(u"fewer"_s);
    m_quantity->setObjectName(u"quantity"_s);
    m_quantity->setAlignment(Qt::AlignRight);
    m_quantity->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_quantity->setFixedWidth(kQuantityWidth);
    m_more->setObjectName(u"more"_s);
    m_damaged->setObjectName(u"damaged"_s);
    m_damaged->setCheckable(true);
    m_refund->setObjectName(u"lineRefund"_s);
    m_refund->setMinimumWidth(kRefundWidth);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_left);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(kCloseSpace);
    row->addLayout(words, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_fewer, m_quantity, m_more, m_damaged, m_refund})
        row->addWidget(part);
    for (BigButton *button : {m_fewer, m_more})
        button->setFocusPolicy(Qt::NoFocus);
    connect(m_quantity, &QLineEdit::textEdited, this,
        [this](const QString &typed) { Q_EMIT quantityTyped(m_line, typed); });
    connect(m_fewer, &BigButton::clicked, this, [this] { Q_EMIT countRequested(m_line, -1); });
    connect(m_more, &BigButton::clicked, this, [this] { Q_EMIT countRequested(m_line, 1); });
    connect(m_damaged, &BigButton::clicked, this, [this](bool on) { Q_EMIT damagedChosen(m_line, on); });
}

void ReturnLineRow::render(const ReturnChoice &choice, bool current)
{
    m_name->setText(choice.name);
    m_left->setText(choice.left.isZero()
            ? tr("all returned")
            : tr("%1 of %2 left · %3 paid")
                  .arg(quantityText(choice.left, choice.unit), quantityText(choice.sold, choice.unit),
                      moneyText(choice.gross)));
    if (!choice.withGoods.isZero())
        m_left->setText(tr("%1 with the goods").arg(quantityText(choice.withGoods, choice.unit)));
    setTone(*this, current ? "chosen" : "");
    m_quantity->setAccessibleName(tr("Quantity for %1").arg(choice.name));
    m_fewer->setAccessibleName(tr("One less of %1").arg(choice.name));
    m_more->setAccessibleName(tr("One more of %1").arg(choice.name));
    m_damaged->setAccessibleName(tr("Damaged: %1").arg(choice.name));
    m_fewer->setEnabled(!choice.chosen.isZero());
    m_more->setEnabled(choice.chosen < choice.left);
    m_quantity->setEnabled(!choice.left.isZero());
    m_damaged->setEnabled(!choice.left.isZero());
    const bool damaged = choice.disposition == Disposition::Damaged;
    m_damaged->setChecked(damaged);
    setTone(*m_damaged, damaged ? "chosen" : "");
    m_damaged->setKeyLabel(
        current ? QKeySequence(Qt::CTRL | Qt::Key_D).toString(QKeySequence::NativeText) : QString());
    m_refund->setAmount(choice.refund);
    setTone(*m_refund, choice.refund.isZero() ? "quiet" : "money");
    renderQuantity(choice);
}

void ReturnLineRow::renderQuantity(const ReturnChoice &choice)
{
    setTone(*m_quantity, choice.wrong ? "refusal" : "");
    // What is being typed stays as it is typed: "1." is on its way to "1.5".
    const auto typed = m_quantity->text().trimmed().isEmpty() ? std::optional(Quantity())
                                                              : parseQuantity(m_quantity->text());
    if (choice.wrong || typed == choice.chosen)
        return;
    m_quantity->setText(choice.chosen.isZero() ? QString() : quantityText(choice.chosen, u"ea"_s));
}

} // namespace evertill
