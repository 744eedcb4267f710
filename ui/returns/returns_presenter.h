#pragma once

#include "core/catalog/catalog.h"
#include "core/returns/receipt_lookup.h"
#include "ui/returns/returns_view.h"
#include "ui/shell/till_services.h"

#include <QObject>

namespace evertill {

/// What happens in the room Returns. GUI thread.
class ReturnsPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit ReturnsPresenter(const TillServices &services, QObject *parent = nullptr);
    [[nodiscard]] const ReturnsView &view() const { return m_view; }

    /// A receipt is opened; goods are counted into what comes back of the one that is open. False for
    /// anything else.
    [[nodiscard]] bool takeScan(const QString &text);

public Q_SLOTS:
    void typeNumber(const QString &number);
    /// Looks up what was typed.
    void find();
    void chooseLine(std::size_t line);
    /// What the field of a line says.
    void typeQuantity(std::size_t line, const QString &typed);
    /// One unit more (+1) or less (−1) of a line comes back.
    void count(std::size_t line, int direction);
    /// All that is left of every line comes back.
    void chooseAll();
    void setDamaged(std::size_t line, bool damaged);
    /// Why the chosen line comes back; lines chosen later take it over.
    void typeReason(const QString &reason);
    /// All by \a kind; nothing: as it was paid.
    void refundTo(std::optional<evertill::TenderKind> kind);
    void typeApproval(const QString &approval);
    /// The gift card that all of it goes to; a scanned one chooses itself.
    void typeGiftCard(const QString &number);
    void complete();
    /// Makes room for the next return.
    void finish();
    void refuseScan(const QString &text);
    /// What is left may have changed elsewhere: looks it up again.
    void refresh();
    /// One step back; false where there is none.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    /// Durable: the money may leave the drawer, the receipt may be printed.
    void returnCompleted(const evertill::Return &back);
    void ledgerGrew();

private:
    void show(ReturnsView next);
    void refuseWith(const Refusal &refusal);
    void look(const QString &text);
    void open(const ReturnableReceipt &receipt);
    void choose(std::size_t line, Quantity quantity);
    void takeGiftCard(const QString &text);
    void countScanned(const FoundProduct &found);
    void settleDone(const Return &back);
    [[nodiscard]] bool canChoose(std::size_t line) const;
    [[nodiscard]] std::optional<Refusal> whyNot(
        const ReturnChoice &line, std::optional<Quantity> quantity) const;

    const TillServices &m_services;
    ReceiptLookup m_lookup;
    Catalog m_catalog;
    ReturnsView m_view;
    ReturnableReceipt m_receipt;
    ReturnId m_return; ///< of the return being put together
    QString m_lastReason;
};

} // namespace evertill
