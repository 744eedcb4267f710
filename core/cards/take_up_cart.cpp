#include "core/cards/take_up_cart.h"

#include "core/sale/cart_store.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<OpenCart> TakeUpCart::run(PaymentId id)
{
    Database &ledger = m_ledger.database();
    const auto attempt = cardAttempt(ledger, id);
    if (!attempt || !isUnsettled(attempt->state))
        return refuse(Code::UnknownPayment, {{u"attempt"_s, QString::fromLatin1(id.toLatin1())}});
    const auto open = loadOpenCart(ledger);
    if (open && open->id != attempt->cart && !open->isEmpty())
        return refuse(Code::CartOpen);
    if (!open || open->id != attempt->cart) {
        Cart cart;
        cart.id = attempt->cart;
        cart.currency = attempt->amount.currency();
        if (auto kept = CartStore(m_ledger).save(cart); !kept)
            return tl::unexpected(kept.error());
    }
    return findOpenCart(ledger);
}

} // namespace evertill
