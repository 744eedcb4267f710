#include "core/payment/voucher.h"
#include "core/sale/receipt_book.h"
#include "core/till/till_config.h"
#include "ui/pay/pay_presenter.h"

#include <algorithm>

// A voucher of somebody else pays up to what is due; what it is worth beyond that is said before it is taken.
namespace evertill {

using namespace Qt::StringLiterals;

void PayPresenter::startVoucher(std::optional<Money> face)
{
    if (m_view.step != PayView::Step::Tender || m_view.isBusy() || !m_view.takesVouchers
        || !m_view.open.isPositive() || waits([=, this] { startVoucher(face); }))
        return;
    const Money zero = Money::zero(m_cart.currency);
    PayView next = tenderView();
    next.step = PayView::Step::Voucher;
    next.voucher = VoucherAsk{{}, {}, next.open, zero, zero, false};
    show(std::move(next));
    typeVoucher({}, face);
}

void PayPresenter::typeVoucher(const QString &number, std::optional<Money> face)
{
    if (m_view.step != PayView::Step::Voucher)
        return;
    PayView next = m_view;
    VoucherAsk &ask = *next.voucher;
    ask.number = number;
    ask.face = face;
    ask.pays = std::min(face.value_or(Money::zero(m_cart.currency)), ask.due);
    ask.forfeited = face ? *face - ask.pays : Money::zero(m_cart.currency);
    ask.canTake = face && face->isPositive() && !number.trimmed().isEmpty();
    if (next.voucher != m_view.voucher)
        next.refusal.reset();
    show(std::move(next));
}

bool PayPresenter::scanVoucher(const QString &number)
{
    if (m_view.step != PayView::Step::Voucher)
        return false;
    // Without the symbology identifier that some scanners send before it (ISO/IEC 15424).
    const bool hasSymbology = number.size() > 3 && number.startsWith(u']');
    typeVoucher(hasSymbology ? number.mid(3) : number, m_view.voucher->face);
    return true;
}

void PayPresenter::takeVoucher()
{
    if (m_view.step != PayView::Step::Voucher || !m_view.voucher->canTake)
        return;
    const auto paid = voucherTender(m_view.voucher->number, *m_view.voucher->face, m_view.voucher->due);
    if (!paid)
        return refuse(paid.error());
    std::vector<Tender> tenders = m_cart.tenders;
    tenders.push_back(*paid);
    for (const Tender &tender : m_cart.tenders)
        if (tender.voucher == paid->voucher)
            return refuse({Code::VoucherUsed, {{u"voucher"_s, paid->voucher}, {u"receipt"_s, QString()}}});
    if (const auto used = ReceiptBook(m_services.ledgerReader).paidByVoucher(paid->voucher))
        return refuse({Code::VoucherUsed, {{u"voucher"_s, paid->voucher}, {u"receipt"_s, used->text()}}});
    tender(std::move(tenders));
}

/// Vouchers pay as much as they can of what the ticket comes to now.
void PayPresenter::payVouchersAgain()
{
    const std::vector<Tender> before = m_cart.tenders;
    payVouchersAnew(m_cart.taxes(m_services.config.tax).total, m_cart.tenders);
    if (m_cart.tenders != before)
        Q_EMIT tendersChanged(m_cart.tenders);
}

} // namespace evertill
