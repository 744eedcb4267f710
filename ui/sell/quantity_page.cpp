#include "ui/sell/quantity_page.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/number_pad.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace evertill {

using namespace Qt::StringLiterals;

QuantityPage::QuantityPage(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_unit(new QLabel(this)), m_field(new QLineEdit(this)),
      m_notice(new InlineNotice(this)), m_take(new BigButton(tr("Take"), {}, this))
{
    setProperty("panel", true);
    m_title->setObjectName(u"quantityTitle"_s);
    m_title->setWordWrap(true);
    setType(*m_title, "title");
    setType(*m_unit, "title");
    m_field->setObjectName(u"quantityField"_s);
    m_field->setAccessibleName(tr("Quantity"));
    m_field->setAlignment(Qt::AlignRight);
    m_field->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"\\d{0,6}([.,]\\d{0,3})?"_s), m_field));
    setType(*m_field, "title");
    m_notice->setObjectName(u"quantityNotice"_s);
    m_take->setObjectName(u"takeQuantity"_s);
    m_take->setAccessibleName(tr("Take"));
    m_take->setKeyLabel(tr("Enter", "key"));
    m_take->setMinimumHeight(64);
    m_take->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTone(*m_take, "primary");
    auto *back = new BigButton(tr("Back"), {}, this);
    back->setObjectName(u"quantityBack"_s);
    back->setAccessibleName(tr("Back"));
    back->setKeyLabel(tr("Esc", "key"));
    back->setMinimumHeight(64);
    auto *pad = new NumberPad(NumberPad::Keys::Decimal, this);
    pad->setTarget(m_field);

    auto *entry = new QHBoxLayout;
    entry->addWidget(m_field, 1);
    entry->addWidget(m_unit);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addWidget(m_take, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(entry);
    column->addWidget(m_notice);
    column->addWidget(pad, 1);
    column->addLayout(buttons);

    const auto take = [this] { Q_EMIT entered(m_field->text()); };
    connect(m_field, &QLineEdit::returnPressed, this, take);
    connect(m_take, &BigButton::clicked, this, take);
    connect(back, &BigButton::clicked, this, &QuantityPage::backRequested);
}

void QuantityPage::render(const SellView &view)
{
    const bool begins = view.step != m_step;
    m_step = view.step;
    if (view.step == SellView::Step::Weight && view.weighing) {
        m_title->setText(tr("How much of %1?").arg(view.weighing->name));
        m_unit->setText(view.weighing->unit);
    } else if (view.step == SellView::Step::Quantity && view.ticket.selected >= 0) {
        const CartLine &line = view.ticket.cart.lines[static_cast<std::size_t>(view.ticket.selected)];
        m_title->setText(tr("How many of %1?").arg(line.name));
        m_unit->setText(line.unit == u"ea"_s ? QString() : line.unit);
    }
    m_unit->setVisible(!m_unit->text().isEmpty());
    if (begins)
        m_field->clear();
    if (view.refusal)
        m_notice->refuse(*view.refusal, view.ticket.cart.currency);
    else
        m_notice->clear();
}

void QuantityPage::takeFocus()
{
    m_field->setFocus();
    m_field->selectAll();
}

} // namespace evertill
