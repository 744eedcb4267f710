#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// The second opinion on everything that a till shows. Plain numbers and maps: nothing of core, nothing of
/// the sandbox.
namespace evertill::sim::oracle {

enum class Kind {
    // a till's
    EpochOpened,
    ShiftOpened, ///< amount: the float
    CashMoved, ///< amount, signed
    ShiftClosed, ///< amount: counted
    Sealed,
    CardAttempted, ///< subject: the attempt; amount; cart
    CardApproved,
    CardDeclined,
    CardUnknown,
    CardVoided,
    Sold, ///< receipt; subject: the sale; lines; cash (less change), card, gift
    Returned, ///< receipt: its own; subject: the receipt it takes from; lines; cash, card, gift
    Picking, ///< subject: the order, in this and the next four
    ItemRejected, ///< one line
    Ready,
    HandedOver, ///< lines
    OrderRejected,
    Adjusted, ///< one line
    TaskSettled, ///< subject: the task
    // the office's and the shoppers'
    StockSet, ///< one line: the level from now on
    OrderPlaced, ///< lines
    OrderCancelled,
    OfferSet, ///< subject: the key of a promotion's or a price list's row; amount: what it is from now on
    // what the OMS keeps of gift cards, points and accounts: no row tells it
    PurseSet, ///< purse; amount: what is in it from now on
    PurseHeld, ///< purse; subject: the hold; amount; until
    PurseReleased, ///< purse; subject: the hold
};

struct Line {
    int line = 0;
    std::string sku = {};
    std::int64_t quantity = 0;
    std::int64_t gross = 0;
    bool restock = true;
    int ofLine = 0;
    int depositOf = 0; ///< the line whose goods it came along with: no goods itself
    bool isListed = false; ///< its price is a price list's
    bool isLoad = false; ///< put on a gift card: no goods, and nothing of it comes back

    [[nodiscard]] bool isGoods() const { return depositOf == 0 && !isLoad; }
};

/// What a sale or a return takes from a purse of the OMS's: a gift card, a customer's points, what they may
/// put on account. Below zero where it gives.
struct PurseMove {
    std::string purse;
    std::int64_t units = 0;
    std::int64_t money = 0; ///< what they paid
    std::string hold = {}; ///< under which the OMS kept it; empty: it was not asked
    bool isFloored = false; ///< takes down to none
};

/// What a promotion took off a ticket.
struct Granted {
    std::string promotion;
    std::int64_t amount = 0;
    bool isCoupon = false; ///< and a coupon opened it
};

/// Something that happened, wherever it is booked.
struct Fact {
    int uid = 0; ///< one per fact, wherever it turns up
    Kind kind = Kind::EpochOpened;
    std::string till = {}; ///< empty: the office's
    std::int64_t epoch = 0;
    std::int64_t seq = 0;
    std::pair<std::int64_t, std::int64_t> first = {}; ///< epoch and seq where it was first recorded
    std::string subject = {};
    std::string receipt = {};
    std::vector<Line> lines = {};
    std::int64_t amount = 0;
    std::int64_t cash = 0;
    std::int64_t card = 0;
    std::int64_t gift = 0; ///< by gift card
    std::int64_t points = 0; ///< in money
    std::int64_t pointsPaid = 0;
    std::int64_t account = 0;
    std::int64_t earned = 0; ///< points
    std::string customer = {}; ///< their card's number
    std::string purse = {};
    std::vector<PurseMove> moves = {};
    std::int64_t until = 0;
    std::string cart = {};
    std::string shift = {}; ///< of Sold, Returned and CashMoved
    std::vector<Granted> granted = {}; ///< of Sold
    std::vector<std::string> goods = {}; ///< of an order's step: the skus of the whole order
};

using FactPtr = std::shared_ptr<const Fact>;

/// One line for those who read a failure.
[[nodiscard]] std::string words(const Fact &fact);

/// "s" for a sku's stock, "o" for an order, "r" for a receipt, "t" for a task or a tax, "p" for a product,
/// "m" for a promotion, "l" for a price list.
[[nodiscard]] inline std::string key(char entity, const std::string &id)
{
    return std::string(1, entity) + ':' + id;
}

/// The purse of the gift card, or of the customer, with that number.
[[nodiscard]] inline std::string giftPurse(const std::string &number) { return "g:" + number; }
[[nodiscard]] inline std::string pointsPurse(const std::string &number) { return "p:" + number; }
[[nodiscard]] inline std::string accountPurse(const std::string &number) { return "a:" + number; }

} // namespace evertill::sim::oracle
