#include "ui/returns/returns_presenter.h"

#include "ui/returns/return_choices.h"
#include "ui/words/figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

ReturnsPresenter::ReturnsPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services),
      m_lookup(services.replica, services.ledgerReader, services.config),
      m_catalog(services.replica,
          CodePatterns::forShop(services.config.codePatterns, services.config.country),
          services.config.currency)
{
    m_view.currency = services.config.currency;
    m_view.refund = sumsOf({}, m_view.currency);
    m_view.takesGiftCards = services.config.giftCards.areTaken;
}

void ReturnsPresenter::show(ReturnsView next)
{
    next.canFind = !next.busy && !next.number.trimmed().isEmpty();
    workOut(next, m_receipt, m_services.config);
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

void ReturnsPresenter::refuseWith(const Refusal &refusal)
{
    ReturnsView next = m_view;
    next.notOnReceipt.clear();
    next.refusal = refusal;
    show(std::move(next));
}

void ReturnsPresenter::typeNumber(const QString &number)
{
    ReturnsView next = m_view;
    next.number = number;
    next.refusal.reset();
    show(std::move(next));
}

void ReturnsPresenter::find()
{
    if (m_view.canFind)
        look(m_view.number.trimmed());
}

void ReturnsPresenter::look(const QString &text)
{
    const Result<ReturnableReceipt> found = m_lookup.find(text);
    if (!found)
        return refuseWith(found.error());
    if (found->currency != m_view.currency)
        return refuseWith({Code::BadInput, {{u"problem"_s, u"currency"_s}}});
    if (!found->hasAnyLeft())
        return refuseWith({Code::NothingToReturn});
    open(*found);
}

void ReturnsPresenter::open(const ReturnableReceipt &receipt)
{
    ReturnsView next = m_view;
    const bool again = !m_return.isNull() && receipt.number == m_receipt.number;
    if (!again) {
        m_return = ReturnId(m_services.random.uuid(m_services.clock.now()));
        m_lastReason.clear();
        next.line = 0;
        next.refundTo = usualRefund(receipt);
        next.approval.clear();
        next.giftCard.clear();
    }
    next.lines = choicesOf(receipt, again ? m_view.lines : std::vector<ReturnChoice>());
    next.step = ReturnsView::Step::Choose;
    next.number = receipt.number.text();
    next.receipt = headOf(receipt);
    next.notOnReceipt.clear();
    next.refusal.reset();
    next.done.reset();
    m_receipt = receipt;
    show(std::move(next));
}

bool ReturnsPresenter::canChoose(std::size_t line) const
{
    return m_view.step == ReturnsView::Step::Choose && !m_view.busy && line < m_view.lines.size();
}

void ReturnsPresenter::chooseLine(std::size_t line)
{
    if (!canChoose(line))
        return;
    ReturnsView next = m_view;
    next.line = line;
    show(std::move(next));
}

std::optional<Refusal> ReturnsPresenter::whyNot(
    const ReturnChoice &line, std::optional<Quantity> quantity) const
{
    if (!quantity || (line.unit == u"ea" && !quantity->isWhole()))
        return Refusal{
            Code::BadQuantity, {{u"quantity"_s, qint64(quantity.value_or(Quantity()).thousandths())}}};
    if (*quantity > line.left)
        return Refusal{
            Code::MoreThanLeft, {{u"line"_s, line.line}, {u"left"_s, qint64(line.left.thousandths())}}};
    return {};
}

void ReturnsPresenter::typeQuantity(std::size_t line, const QString &typed)
{
    if (!canChoose(line))
        return;
    ReturnsView next = m_view;
    next.line = line;
    ReturnChoice &choice = next.lines[line];
    const auto quantity = typed.trimmed().isEmpty() ? std::optional(Quantity()) : parseQuantity(typed);
    next.refusal = whyNot(choice, quantity);
    next.notOnReceipt.clear();
    choice.wrong = next.refusal.has_value();
    choice.chosen = choice.wrong ? Quantity() : *quantity;
    if (choice.reason.isEmpty())
        choice.reason = m_lastReason;
    show(std::move(next));
}

void ReturnsPresenter::choose(std::size_t line, Quantity quantity)
{
    ReturnsView next = m_view;
    next.line = line;
    ReturnChoice &choice = next.lines[line];
    next.refusal = whyNot(choice, quantity);
    next.notOnReceipt.clear();
    if (!next.refusal) {
        choice.chosen = quantity;
        choice.wrong = false;
        if (choice.reason.isEmpty())
            choice.reason = m_lastReason;
    }
    show(std::move(next));
}

void ReturnsPresenter::count(std::size_t line, int direction)
{
    if (!canChoose(line))
        return;
    const ReturnChoice &choice = m_view.lines[line];
    const Quantity wanted = choice.chosen + Quantity::pieces(direction);
    // Weighed goods come in broken units: what is left of the last one comes back with it.
    const bool brokenRest = choice.unit != u"ea" && choice.chosen < choice.left && wanted > choice.left;
    choose(line, brokenRest ? choice.left : std::max(wanted, Quantity()));
}

void ReturnsPresenter::chooseAll()
{
    if (!canChoose(0))
        return;
    ReturnsView next = m_view;
    for (ReturnChoice &choice : next.lines) {
        choice.chosen = choice.left;
        choice.wrong = false;
        if (choice.reason.isEmpty())
            choice.reason = m_lastReason;
    }
    next.refusal.reset();
    next.notOnReceipt.clear();
    show(std::move(next));
}

void ReturnsPresenter::setDamaged(std::size_t line, bool damaged)
{
    if (!canChoose(line))
        return;
    ReturnsView next = m_view;
    next.line = line;
    next.lines[line].disposition = damaged ? Disposition::Damaged : Disposition::Restock;
    show(std::move(next));
}

void ReturnsPresenter::typeReason(const QString &reason)
{
    if (!canChoose(m_view.line))
        return;
    m_lastReason = reason;
    ReturnsView next = m_view;
    const QString before = next.lines[next.line].reason;
    next.lines[next.line].reason = reason;
    // Lines that came without one, or with the same, go along: most returns have one reason.
    for (ReturnChoice &choice : next.lines)
        if (choice.reason.isEmpty() || choice.reason == before)
            choice.reason = reason;
    show(std::move(next));
}

void ReturnsPresenter::refundTo(std::optional<TenderKind> kind)
{
    if (!canChoose(0))
        return;
    ReturnsView next = m_view;
    next.refundTo = kind;
    show(std::move(next));
}

void ReturnsPresenter::typeApproval(const QString &approval)
{
    ReturnsView next = m_view;
    next.approval = approval;
    show(std::move(next));
}

void ReturnsPresenter::complete()
{
    if (!m_view.canRefund)
        return;
    const ReturnRequest request = requestOf(m_view, m_receipt, m_return);
    ReturnsView next = m_view;
    next.busy = true;
    next.refusal.reset();
    show(std::move(next));
    const TillServices &services = m_services;
    m_services.ask(
        this,
        [&services, request] {
            return CompleteReturn(services.ledger, services.ledgerReplica, services.config).run(request);
        },
        [this](const Result<Return> &back) {
            ReturnsView settled = m_view;
            settled.busy = false;
            if (!back)
                settled.refusal = back.error();
            show(std::move(settled));
            if (back)
                settleDone(*back);
        });
}

void ReturnsPresenter::settleDone(const Return &back)
{
    const TenderSums given = sumsOf(back.tenders, m_view.currency);
    ReturnsView next = m_view;
    next.step = ReturnsView::Step::Done;
    next.done = ReturnDone{back.receipt.text(), given};
    next.number.clear();
    next.receipt.reset();
    next.lines.clear();
    m_return = {};
    show(std::move(next));
    Q_EMIT returnCompleted(back);
    Q_EMIT ledgerGrew();
}

void ReturnsPresenter::finish()
{
    if (m_view.step != ReturnsView::Step::Done)
        return;
    ReturnsView next = m_view;
    next.step = ReturnsView::Step::Find;
    next.done.reset();
    next.refusal.reset();
    show(std::move(next));
}

bool ReturnsPresenter::goBack()
{
    if (m_view.busy || m_view.step == ReturnsView::Step::Find)
        return false;
    if (m_view.step == ReturnsView::Step::Done) {
        finish();
        return true;
    }
    // What was chosen stays chosen: the same receipt again goes on where this left off.
    ReturnsView next = m_view;
    next.step = ReturnsView::Step::Find;
    next.refusal.reset();
    next.notOnReceipt.clear();
    show(std::move(next));
    return true;
}

void ReturnsPresenter::refresh()
{
    if (m_view.step != ReturnsView::Step::Choose || m_view.busy)
        return;
    const Result<ReturnableReceipt> found = m_lookup.find(m_receipt.number);
    if (!found || *found == m_receipt)
        return;
    m_receipt = *found;
    ReturnsView next = m_view;
    next.lines = choicesOf(*found, m_view.lines);
    show(std::move(next));
}

} // namespace evertill
