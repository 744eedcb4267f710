#include "ui/returns/find_page.h"

#include "ui/theme/restyle.h"
#include "ui/theme/spaces.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kWidest = 640;
constexpr int kLongestNumber = 64;

} // namespace

FindPage::FindPage(QWidget *parent)
    : QWidget(parent), m_number(new QLineEdit(this)),
      m_find(new BigButton(tr("Find receipt"), QKeySequence(Qt::Key_Return), this)),
      m_notice(new InlineNotice(this))
{
    setFocusProxy(m_number);
    auto *title = new QLabel(tr("Return goods"), this);
    setType(*title, "title");
    auto *hint = new QLabel(tr("Scan the barcode of the receipt, or type its number."), this);
    hint->setWordWrap(true);
    setTone(*hint, "quiet");
    m_number->setObjectName(u"receiptNumber"_s);
    m_number->setAccessibleName(tr("Receipt number"));
    m_number->setPlaceholderText(tr("Receipt number"));
    m_number->setMaxLength(kLongestNumber);
    m_number->setInputMethodHints(Qt::ImhPreferUppercase);
    setType(*m_number, "title");
    m_find->setObjectName(u"findReceipt"_s);
    // A press leaves the focus in the field: what is refused is typed again there.
    m_find->setFocusPolicy(Qt::TabFocus);
    setTone(*m_find, "primary");
    setType(*m_find, "large");

    auto *form = new QWidget(this);
    form->setMaximumWidth(kWidest);
    auto *inForm = new QVBoxLayout(form);
    inForm->setContentsMargins(0, 0, 0, 0);
    inForm->setSpacing(kWideSpace);
    for (QWidget *part : std::initializer_list<QWidget *>{title, hint, m_notice, m_number, m_find})
        inForm->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace, 2 * kWideSpace);
    column->addWidget(form);
    column->addStretch();
    connect(m_number, &QLineEdit::textEdited, this, &FindPage::numberTyped);
    connect(m_number, &QLineEdit::returnPressed, m_find, &BigButton::click);
    connect(m_find, &BigButton::clicked, this, &FindPage::confirmed);
}

void FindPage::render(const ReturnsView &view)
{
    if (m_number->text() != view.number)
        m_number->setText(view.number);
    m_find->setEnabled(view.canFind);
    if (view.refusal && view.step == ReturnsView::Step::Find)
        m_notice->refuse(*view.refusal, view.currency);
    else
        m_notice->clear();
}

} // namespace evertill
