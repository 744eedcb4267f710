#include "app/ctl/cards_command.h"

#include "app/ctl/command/stopped_till.h"
#include "app/ctl/command/till_folder.h"
#include "core/cards/unsettled_cards.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString stateOf(CardState state)
{
    switch (state) {
    case CardState::Attempted:
        return u"attempted"_s;
    case CardState::Approved:
        return u"approved"_s;
    case CardState::Declined:
        return u"declined"_s;
    case CardState::Unknown:
        return u"unknown"_s;
    case CardState::Voided:
        return u"voided"_s;
    case CardState::Settled:
        return u"settled"_s;
    }
    return {};
}

QString toDo(const UnsettledCard &card)
{
    if (card.attempt.state != CardState::Approved)
        return u"Look at the terminal's slips for that time: --approved CODE if the card was charged, "
               "--not-taken if it was not."_s;
    return card.isStray ? u"Ring the goods up again at the till (Tasks), or void it on the terminal and say "
                          "--voided."_s
                        : u"Its ticket is open at the till: finish the sale there, or give the money back."_s;
}

QJsonObject describeCard(const CardAttempt &card)
{
    QJsonObject said{{u"attempt"_s, QString::fromLatin1(card.id.toLatin1())},
        {u"cart"_s, QString::fromLatin1(card.cart.toLatin1())}, {u"state"_s, stateOf(card.state)},
        {u"amount"_s, qint64(card.amount.minor())}, {u"currency"_s, card.amount.currency().code()},
        {u"at"_s, qint64(card.at.us)}};
    if (!card.approval.isEmpty())
        said.insert(u"approval"_s, card.approval);
    return said;
}

Result<> listCards(const QCommandLineParser &arguments)
{
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    for (const UnsettledCard &card : unsettledCards(**ledger)) {
        QJsonObject said = describeCard(card.attempt);
        said.insert(u"ticket_is_open"_s, !card.isStray);
        said.insert(u"to_do"_s, toDo(card));
        print(said);
    }
    return {};
}

/// By the one of the three options that is given.
Result<> settleBy(const QCommandLineParser &arguments, CardPayments cards, PaymentId id)
{
    if (arguments.isSet(u"not-taken"_s))
        return cards.decline(id);
    if (arguments.isSet(u"voided"_s))
        return cards.voidApproved(id);
    const QString code = arguments.value(u"approved"_s).trimmed();
    if (code.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, u"--approved needs the code that the slip bears"_s}});
    return cards.approve(id, code).map([](const Tender &) {});
}

Result<> settleCard(const QCommandLineParser &arguments)
{
    const QString given = arguments.value(u"settle"_s);
    const auto id = Uuid::fromText(given.toLatin1());
    if (!id)
        return refuse(
            Code::BadInput, {{u"problem"_s, u"%1 is no id of a card payment"_s.arg(given.left(60))}});
    const auto till = StoppedTill::open(arguments);
    if (!till)
        return tl::unexpected(till.error());
    Ledger &ledger = (*till)->ledger();
    if (const auto settled = settleBy(arguments, CardPayments(ledger), PaymentId(*id)); !settled)
        return settled;
    print(describeCard(*cardAttempt(ledger.database(), PaymentId(*id))));
    return {};
}

} // namespace

QString CardsCommand::name() const { return u"cards"_s; }

QString CardsCommand::summary() const
{
    return u"prints the card payments that nobody has settled yet; or settles one by the terminal's slip"_s;
}

void CardsCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"settle"_s,
        u"Settles this card payment instead, by one of the three below; the till must not be running."_s,
        u"ID"_s});
    parser.addOption(
        {u"approved"_s, u"With --settle: the slip says that the card was charged."_s, u"CODE"_s});
    parser.addOption({u"not-taken"_s, u"With --settle: the terminal took nothing."_s});
    parser.addOption(
        {u"voided"_s, u"With --settle: the charge was approved, and is voided on the terminal."_s});
}

Result<> CardsCommand::run(const QCommandLineParser &arguments)
{
    int answers = 0;
    for (const QString &answer : {u"approved"_s, u"not-taken"_s, u"voided"_s})
        answers += arguments.isSet(answer) ? 1 : 0;
    const bool settles = arguments.isSet(u"settle"_s);
    if (answers != (settles ? 1 : 0))
        return refuse(Code::BadInput,
            {{u"problem"_s, u"--settle ID goes with one of --approved CODE, --not-taken and --voided"_s}});
    return settles ? settleCard(arguments) : listCards(arguments);
}

} // namespace evertill
