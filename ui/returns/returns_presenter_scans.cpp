// What ReturnsPresenter does with scans: receipts are opened, goods are counted.
#include "ui/returns/returns_presenter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

bool ReturnsPresenter::takeScan(const QString &text)
{
    const Result<ScannedCode> code = readCode(text, m_catalog.patterns());
    if (!code || code->kind == ScannedCode::Pickup)
        return false;
    if (code->kind == ScannedCode::Receipt) {
        if (m_view.step == ReturnsView::Step::Done)
            finish();
        look(code->text);
        return true;
    }
    if (m_view.step != ReturnsView::Step::Choose)
        return false;
    if (code->kind == ScannedCode::GiftCard && m_view.takesGiftCards) {
        takeGiftCard(code->text);
        return true;
    }
    const Result<FoundProduct> found = m_catalog.find(*code);
    if (!found)
        refuseWith(found.error());
    else
        countScanned(*found);
    return true;
}

void ReturnsPresenter::takeGiftCard(const QString &text)
{
    const auto number = giftCardNumber(text);
    if (!number)
        return refuseWith(number.error());
    if (!m_view.needsCredit)
        refundTo(TenderKind::GiftCard);
    typeGiftCard(*number);
}

void ReturnsPresenter::typeGiftCard(const QString &number)
{
    ReturnsView next = m_view;
    next.giftCard = number;
    next.refusal.reset();
    show(std::move(next));
}

void ReturnsPresenter::countScanned(const FoundProduct &found)
{
    const auto isIt = [&](const ReturnChoice &line) { return line.sku == found.product.sku; };
    const auto open = [&](const ReturnChoice &line) { return isIt(line) && line.chosen < line.left; };
    auto line = std::find_if(m_view.lines.begin(), m_view.lines.end(), open);
    if (line == m_view.lines.end())
        line = std::find_if(m_view.lines.begin(), m_view.lines.end(), isIt);
    if (line == m_view.lines.end()) {
        ReturnsView next = m_view;
        next.refusal.reset();
        next.notOnReceipt = found.product.name;
        return show(std::move(next));
    }
    const auto at = std::size_t(line - m_view.lines.begin());
    if (found.labelWeight)
        choose(at, line->chosen + *found.labelWeight);
    else
        count(at, 1);
}

void ReturnsPresenter::refuseScan(const QString &text)
{
    const Result<ScannedCode> code = readCode(text, m_catalog.patterns());
    refuseWith(code ? Refusal{Code::UnknownBarcode, {{u"code"_s, text}}} : code.error());
}

} // namespace evertill
