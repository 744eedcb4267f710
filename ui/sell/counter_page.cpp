#include "ui/sell/counter_page.h"

#include "ui/sell/quick_keys.h"
#include "ui/sell/result_delegate.h"
#include "ui/sell/result_model.h"
#include "ui/sell/scan_field.h"
#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/inline_notice.h"
#include "ui/words/figures.h"
#include "ui/words/refusal_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStillnessMs = 60;
constexpr int kShortestCode = 8;

/// Only digits, and as many as a code on a package has: typed off it because the scanner couldn't read it.
bool isCode(const QString &text)
{
    // Or a card of the house.
    return text.startsWith(u"EVG-"_s, Qt::CaseInsensitive)
        || (text.size() >= kShortestCode
            && std::all_of(text.begin(), text.end(), [](QChar digit) { return digit.isDigit(); }));
}

/// What was paid for a ticket that is empty; nothing where it has goods on it.
std::optional<Money> moneyWithoutGoods(const SellView &view)
{
    const Cart &cart = view.ticket.cart;
    if (!cart.isEmpty() || cart.tenders.empty())
        return {};
    Money paid = Money::zero(cart.currency);
    for (const Tender &tender : cart.tenders)
        paid += tender.amount;
    return paid;
}

} // namespace

CounterPage::CounterPage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_field(new ScanField(this)), m_clear(new BigButton(tr("Clear"), {}, this)),
      m_notice(new InlineNotice(this)), m_stack(new QStackedWidget(this)), m_quickKeys(new QuickKeys(this)),
      m_results(new QListView(this)), m_found(new ResultModel(this)), m_nothing(new QLabel(this))
{
    m_notice->setObjectName(u"sellNotice"_s);
    m_results->setObjectName(u"searchResults"_s);
    m_results->setAccessibleName(tr("Search results"));
    m_results->setModel(m_found);
    m_results->setItemDelegate(new ResultDelegate(theme, m_results));
    m_results->setProperty("panel", true);
    m_results->setUniformItemSizes(true);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(u"nothingFound"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    setTone(*m_nothing, "quiet");
    setType(*m_nothing, "large");
    m_stack->addWidget(m_quickKeys);
    m_stack->addWidget(m_results);
    m_stack->addWidget(m_nothing);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(8);
    entry->addWidget(m_field, 1);
    entry->addWidget(m_clear);
    column->addLayout(entry);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);

    m_clear->setObjectName(u"clearSearch"_s);
    m_clear->setAccessibleName(tr("Clear search"));
    m_clear->setKeyLabel(tr("Esc", "key"));
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->hide();
    connect(m_clear, &BigButton::clicked, this, &CounterPage::clearSearch);
    connect(m_field, &ScanField::textChanged, m_clear,
        [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });

    m_stillness.setSingleShot(true);
    m_stillness.setInterval(kStillnessMs);
    connect(m_field, &ScanField::textChanged, &m_stillness, qOverload<>(&QTimer::start));
    connect(&m_stillness, &QTimer::timeout, this, [this] {
        const QString text = m_field->text().trimmed();
        if (text != m_searched)
            Q_EMIT searchRequested(text);
    });
    connect(m_field, &ScanField::returnPressed, this, &CounterPage::enter);
    connect(m_field, &ScanField::moveRequested, this, &CounterPage::move);
    connect(m_results, &QListView::clicked, this, [this](const QModelIndex &index) { pickRow(index.row()); });
    connect(m_quickKeys, &QuickKeys::picked, this, &CounterPage::picked);
    connect(m_notice, &InlineNotice::accepted, this, [this] {
        if (m_said.step == SellView::Step::Drop)
            Q_EMIT dropConfirmed();
        else if (moneyWithoutGoods(m_said) && m_said.shiftOpen)
            Q_EMIT paymentRequested();
        else
            Q_EMIT openShiftRequested();
    });
}

void CounterPage::enter()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return;
    if (isCode(text) || (m_isCoupon && m_isCoupon(text))) {
        m_field->clear();
        Q_EMIT codeEntered(text);
        return;
    }
    if (text != m_searched)
        Q_EMIT searchRequested(text);
    if (m_found->rowCount() > 0)
        pickRow(qMax(0, m_results->currentIndex().row()));
}

void CounterPage::pickRow(int row)
{
    const Product product = m_found->product(row);
    m_field->clear();
    m_field->setFocus();
    showResults({}, {});
    Q_EMIT picked(product);
}

void CounterPage::move(int rows)
{
    if (m_stack->currentWidget() != m_results) {
        Q_EMIT lineMoveRequested(rows);
        return;
    }
    const int row = qBound(0, m_results->currentIndex().row() + rows, m_found->rowCount() - 1);
    m_results->setCurrentIndex(m_found->index(row));
}

bool CounterPage::clearSearch()
{
    if (m_field->text().isEmpty())
        return false;
    m_field->clear();
    showResults({}, {});
    return true;
}

void CounterPage::showResults(const QString &text, std::vector<Product> products)
{
    m_searched = text;
    const bool any = !products.empty();
    m_found->setProducts(std::move(products));
    if (text.isEmpty()) {
        m_stack->setCurrentWidget(m_quickKeys);
        return;
    }
    if (any)
        m_results->setCurrentIndex(m_found->index(0));
    m_nothing->setText(tr("No product matches \u201c%1\u201d.\nTry another word, or scan it.").arg(text));
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_results) : m_nothing);
}

void CounterPage::render(const SellView &view)
{
    const bool same = view.step == m_said.step && view.refusal == m_said.refusal
        && view.ageToCheck == m_said.ageToCheck && view.shiftOpen == m_said.shiftOpen
        && moneyWithoutGoods(view) == moneyWithoutGoods(m_said);
    if (same)
        return;
    m_said = view;
    say(view);
}

/// The most urgent of what there is to say.
void CounterPage::say(const SellView &view)
{
    if (view.step == SellView::Step::Drop && !view.refusal) {
        m_notice->say(InlineNotice::Tone::Waiting, tr("Drop the whole ticket?"), tr("Esc keeps it."));
        m_notice->offer(tr("Drop it"), QKeySequence(Qt::Key_F10), u"confirmDrop"_s);
    } else if (view.refusal && view.refusal->code != Code::ShiftClosed) {
        m_notice->refuse(*view.refusal, view.ticket.cart.currency);
    } else if (!view.shiftOpen || view.refusal) {
        const RefusalWords closed = wordsFor({Code::ShiftClosed, {}}, view.ticket.cart.currency);
        m_notice->say(InlineNotice::Tone::Waiting, closed.sentence, closed.nextStep);
        m_notice->offer(tr("Open shift"), {}, u"openShift"_s, u"F6"_s);
    } else if (const auto paid = moneyWithoutGoods(view)) {
        m_notice->say(InlineNotice::Tone::Waiting,
            tr("%1 is paid already, and nothing is on the ticket.").arg(moneyText(*paid)),
            tr("Scan the goods again, or give the money back."));
        m_notice->offer(tr("Give back"), QKeySequence(Qt::Key_F12), u"showPayment"_s);
    } else if (view.ageToCheck > 0) {
        m_notice->say(InlineNotice::Tone::Waiting, tr("Check the age: %1 or older.").arg(view.ageToCheck),
            tr("Ask for an ID, or take the line off."));
    } else {
        m_notice->clear();
    }
}

} // namespace evertill
