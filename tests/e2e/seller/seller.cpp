#include "tests/e2e/seller/seller.h"

#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"
#include "ui/words/refusal_words.h"

#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr std::int64_t kFloatMinor = 20'000;
constexpr int kRestMs = 50;
// No more than sync sends in a moment: behind a long queue no acknowledgement would be near any kill.
constexpr std::int64_t kMostUnsent = 400;

} // namespace

Seller::Seller(HeadlessTill &till, Mark &mark, const QStringList &codes, std::uint64_t seed)
    : m_till(till), m_services(till.services()), m_mark(mark), m_codes(codes), m_chance(seed),
      m_sell(m_services)
{
    connect(&m_sell, &SellPresenter::viewChanged, this, &Seller::soon);
    connect(&m_sell, &SellPresenter::busyChanged, this, &Seller::soon);
    connect(&m_sell.pay(), &PayPresenter::viewChanged, this, &Seller::soon);
    connect(&m_sell.pay(), &PayPresenter::ledgerGrew, this, [this] { m_till.ledgerGrew(); });
    connect(&m_sell.pay(), &PayPresenter::completed, this, [this](const Sale &sale) {
        const auto id = sale.id.uuid().text();
        say(u"sale %1 %2 %3"_s.arg(sale.receipt.text(), QString::fromLatin1(id.data(), id.size()),
            QString::number(sale.total.minor())));
        m_mark.set(Doing::Selling);
        ++m_sales;
    });
    connect(
        &till.connection(), &ConnectionRelay::statusArrived, this, [this](const ConnectionStatus &status) {
            m_status = status;
            if (m_isFinishing)
                soon();
        });
}

void Seller::start()
{
    m_mark.set(Doing::Selling);
    m_sell.restore();
    m_sell.refresh();
    soon();
}

void Seller::finish()
{
    m_isFinishing = true;
    soon();
}

/// Once the event loop is back: presenters tell of a change while they are still at it.
void Seller::soon()
{
    if (std::exchange(m_isSoon, true))
        return;
    const bool isAhead = !m_isFinishing && m_status.unsent > kMostUnsent;
    QTimer::singleShot(isAhead ? kRestMs : 0, this, [this] {
        m_isSoon = false;
        if (!m_isAsking && !m_sell.isBusy())
            act();
    });
}

void Seller::rest()
{
    m_isAsking = true;
    QTimer::singleShot(kRestMs, this, [this] {
        m_isAsking = false;
        soon();
    });
}

void Seller::act()
{
    const auto &unsold = m_sell.pay().view().refusal;
    const auto &refusal = unsold ? unsold : m_sell.view().refusal;
    if (refusal && refusal != m_said) {
        refused(*refusal, unsold ? u"unsold"_s : u"refused"_s);
        return rest();
    }
    m_said.reset();
    if (!openShift())
        return;
    if (m_sell.pay().view().step != PayView::Step::Away)
        return pay();
    const auto lines = m_sell.view().ticket.cart.lines.size();
    if (lines == 0 || m_sell.view().ticket.sold)
        return betweenSales();
    if (lines < 4 && chance(60) && !m_isFinishing)
        return ringUp();
    m_sell.beginPaying();
}

void Seller::ringUp()
{
    const QString &code = m_codes[int(m_chance.next64() % std::uint64_t(m_codes.size()))];
    if (!m_sell.scan(code))
        qFatal("%s is no product's code", qPrintable(code));
    soon(); // a second piece of the same goods may change nothing that is shown
}

void Seller::pay()
{
    PayPresenter &pay = m_sell.pay();
    const PayView &view = pay.view();
    if (view.step == PayView::Step::Paid)
        return m_sell.nextSale();
    if (view.step == PayView::Step::Card)
        return chance(85) ? pay.approveCard(u"%1"_s.arg(m_chance.next64() % 900'000 + 100'000))
                          : pay.declineCard();
    if (view.canFinish)
        return pay.complete();
    if (chance(50))
        return pay.takeCash(view.notes.at(std::size_t(m_chance.next64() % view.notes.size())));
    const bool inParts = view.tenders.empty() && view.open.minor() > 200 && chance(30);
    pay.startCard(
        inParts ? std::optional(Money::minor(view.open.minor() / 2, view.open.currency())) : std::nullopt);
}

void Seller::betweenSales()
{
    if (m_isFinishing)
        return closeShift();
    if (m_sales >= 40)
        return closeShift();
    if (chance(8))
        return takeBack();
    if (chance(15))
        return servePickup();
    ringUp();
}

bool Seller::openShift()
{
    if (currentShift(m_services.ledgerReader))
        return true;
    if (m_isFinishing) {
        endWhenSent();
        return false;
    }
    const auto work = [&services = m_services] {
        return OpenShift(services.ledger, services.config)
            .run(Money::minor(kFloatMinor, services.config.currency));
    };
    ask(work, [this](const Shift &) { m_sell.refresh(); });
    return false;
}

void Seller::closeShift()
{
    m_sales = 0;
    const auto work = [&services = m_services]() -> Result<ShiftReport> {
        const auto shift = currentShift(services.ledger.database());
        if (!shift)
            return refuse(Code::ShiftClosed);
        const Instant now = services.clock.now();
        const auto report = shiftReport(services.ledger.database(), shift->id, now, 0);
        return CloseShift(services.ledger).run(report ? report->expected : Money::zero(shift->currency));
    };
    ask(work, [this](const ShiftReport &closed) {
        say(u"shift %1"_s.arg(closed.shift.number));
        m_sell.refresh();
    });
}

void Seller::endWhenSent()
{
    if (m_status.state != ConnectionStatus::Online || m_status.unsent > 0)
        return;
    m_mark.set(Doing::Ending);
    say(u"done"_s);
    QCoreApplication::quit();
}

/// One write, so that a line is there as a whole or not at all.
void Seller::say(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, text.constData(), std::size_t(text.size())) != text.size())
        qFatal("standard output is gone");
}

void Seller::refused(const Refusal &refusal, const QString &what)
{
    m_said = refusal;
    const RefusalWords words = wordsFor(refusal, m_services.config.currency);
    say(u"%1 %2 %3 %4"_s.arg(what, codeName(refusal.code), words.sentence, words.nextStep));
}

} // namespace evertill::test
