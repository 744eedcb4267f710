#pragma once

#include "core/base/seeded_random.h"
#include "core/pickup/pickup_order.h"
#include "core/returns/return.h"
#include "tests/e2e/seller/headless_till.h"
#include "ui/sell/sell_presenter.h"

namespace evertill::test {

/// A cashier who never stops: rings up, takes cash and cards, takes back, hands over, ends a shift and begins
/// the next. Works the presenters that the window works, and knows nothing but what they show, so after a
/// kill it goes on where the till does. Says each thing that a customer would hear with one line on standard
/// output, and only then goes on:
///   sale NUMBER ID TOTAL · return NUMBER ID TOTAL · handed ORDER · shift NUMBER · done
///   refused CODE WORDS (before a customer has paid) · unsold CODE WORDS (after)
/// Main thread.
class Seller final : public QObject {
    Q_OBJECT
public:
    /// Both outlive it. \a codes: what lies in the customers' baskets.
    Seller(HeadlessTill &till, Mark &mark, const QStringList &codes, std::uint64_t seed);

    /// Goes on until finish().
    void start();
    /// Ends the sale at hand and the shift, waits until all is sent, and ends the program.
    void finish();

private:
    void soon();
    void act();
    void ringUp();
    void pay();
    void betweenSales();
    [[nodiscard]] bool openShift();
    void closeShift();
    void takeBack();
    void servePickup();
    void takeStep(const PickupOrder &order);
    void rest();
    void endWhenSent();
    void say(const QString &line);
    void refused(const Refusal &refusal, const QString &what);
    /// Runs \a work on the ledger thread; \a then with what it gave, or else the refusal is said.
    template <typename Work, typename Then> void ask(Work work, Then then);
    [[nodiscard]] bool chance(int percent) { return int(m_chance.next64() % 100) < percent; }

    HeadlessTill &m_till;
    const TillServices &m_services;
    Mark &m_mark;
    QStringList m_codes;
    SeededRandom m_chance;
    SellPresenter m_sell;
    std::optional<Refusal> m_said;
    ConnectionStatus m_status;
    int m_sales = 0;
    bool m_isSoon = false;
    bool m_isAsking = false;
    bool m_isFinishing = false;
};

template <typename Work, typename Then> void Seller::ask(Work work, Then then)
{
    m_isAsking = true;
    m_services.ask(this, work, [this, then](const auto &answer) {
        m_isAsking = false;
        if (!answer) {
            refused(answer.error(), QStringLiteral("refused"));
            return rest();
        }
        then(*answer);
        m_till.ledgerGrew();
        soon();
    });
}

} // namespace evertill::test
