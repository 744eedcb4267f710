#include "core/sale/cart_store.h"

#include "core/payment/card_payments.h"
#include "core/sale/receipt_book.h"
#include "core/store/machine_failure.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kLoad[] = "SELECT cart FROM open_cart WHERE slot=1";
constexpr char kOpenId[] = "SELECT id FROM open_cart WHERE slot=1";
constexpr char kSave[] = "INSERT INTO open_cart(slot,id,cart) VALUES(1,?,?) "
                         "ON CONFLICT(slot) DO UPDATE SET id=excluded.id,cart=excluded.cart";
constexpr char kWhole[] = "SELECT id,cart FROM open_cart WHERE slot=1";
constexpr char kClear[] = "DELETE FROM open_cart";
constexpr char kForget[] = "DELETE FROM open_cart WHERE id=?";

std::optional<SaleId> openId(Database &database)
{
    auto query = database.statement(kOpenId);
    return query.next() ? std::optional(SaleId(query.uuid(0))) : std::nullopt;
}

} // namespace

std::optional<Cart> loadOpenCart(Database &database)
{
    auto query = database.statement(kLoad);
    return query.next() ? Cart::fromJson(query.bytes(0)) : std::nullopt;
}

std::optional<Cart> CartStore::load() { return loadOpenCart(m_ledger.database()); }

Result<> CartStore::save(const Cart &cart)
{
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        if (const auto sold = ReceiptBook(tx.database()).numberOf(cart.id.uuid()))
            return refuse(Code::AlreadyCompleted, {{u"receipt"_s, sold->text()}});
        const auto before = openId(tx.database());
        if (before && *before != cart.id) {
            if (auto free = noOpenMoney(tx.database(), *before); !free)
                return free;
        }
        tx.database().statement(kSave).with(cart.id, cart.toJson()).run();
        return {};
    });
}

Result<> CartStore::saveForPaying(const Cart &cart)
{
    const auto noRoom = [&] { return refuse(Code::NoRoom, {{u"path"_s, m_ledger.database().path()}}); };
    try {
        // Written, not only asked: whatever else keeps this till from writing shows now, too.
        if (auto saved = save(cart); !saved)
            return saved;
    } catch (const std::exception &broken) {
        if (!isDiskFull(broken))
            throw;
        return noRoom();
    }
    if (!m_ledger.keepsRoom())
        return noRoom();
    return {};
}

Result<> CartStore::clear()
{
    return m_ledger.transact([](Ledger::Transaction &tx) -> Result<> {
        const auto open = openId(tx.database());
        if (!open)
            return {};
        if (auto free = noOpenMoney(tx.database(), *open); !free)
            return free;
        tx.database().statement(kClear).run();
        return {};
    });
}

void forgetOpenCart(Database &database, SaleId cart) { database.statement(kForget).with(cart).run(); }

void leaveOutOpenCart(Database &copy) { copy.statement(kClear).run(); }

void carryOpenCart(Database &from, Database &to)
{
    auto cart = from.statement(kWhole);
    if (cart.next())
        to.statement(kSave).with(cart.bytes(0), cart.bytes(1)).run();
}

} // namespace evertill
