#include "tests/sandbox/store/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <stdexcept>

namespace evertill::sandbox {

namespace {

// 0001. `changed` is the place of a row's last change in the feed; a row of the feed's tables is sent from
// there.
constexpr const char *firstSchema = R"sql(
CREATE TABLE feed(head INTEGER NOT NULL, identity TEXT NOT NULL);
INSERT INTO feed(head, identity) VALUES(0, lower(hex(randomblob(4))));
CREATE TABLE number_series(name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE till(till TEXT PRIMARY KEY, revoked INTEGER NOT NULL, serial TEXT NOT NULL, seal_key TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL);
CREATE TABLE enrolment_code(code TEXT PRIMARY KEY, till TEXT NOT NULL, key_hash TEXT, answer TEXT);

CREATE TABLE event(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
    version INTEGER NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL, business_date TEXT NOT NULL, actor TEXT NOT NULL,
    envelope BLOB NOT NULL, hash TEXT NOT NULL, outcome TEXT NOT NULL, received_at INTEGER NOT NULL,
    PRIMARY KEY(till, epoch, seq));
CREATE TABLE till_epoch(till TEXT NOT NULL, epoch INTEGER NOT NULL, accepted INTEGER NOT NULL, hash TEXT NOT NULL,
    closed_at INTEGER, PRIMARY KEY(till, epoch)) WITHOUT ROWID;
CREATE TABLE counted(till TEXT NOT NULL, entity INTEGER NOT NULL, id TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY(till, entity, id)) WITHOUT ROWID;

CREATE TABLE tax(code TEXT PRIMARY KEY, row TEXT NOT NULL, changed INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX tax_changed ON tax(changed);
CREATE TABLE product(sku TEXT PRIMARY KEY, row TEXT NOT NULL, changed INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX product_changed ON product(changed);
CREATE TABLE stock(sku TEXT PRIMARY KEY, on_hand INTEGER NOT NULL, reserved INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX stock_changed ON stock(changed);
CREATE TABLE stock_movement(id INTEGER PRIMARY KEY, sku TEXT NOT NULL, on_hand INTEGER NOT NULL, reserved INTEGER NOT NULL,
    reason TEXT NOT NULL, reference TEXT NOT NULL, till TEXT, epoch INTEGER, seq INTEGER, at INTEGER NOT NULL);
CREATE TABLE pickup_order(order_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, state TEXT NOT NULL, placed_at INTEGER NOT NULL,
    promised_at INTEGER NOT NULL, customer TEXT NOT NULL, code TEXT NOT NULL, currency TEXT NOT NULL, total INTEGER NOT NULL,
    proof TEXT, changed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX pickup_order_changed ON pickup_order(changed);
CREATE TABLE pickup_order_line(order_id TEXT NOT NULL, line INTEGER NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL,
    quantity INTEGER NOT NULL, total INTEGER NOT NULL, rejected INTEGER NOT NULL DEFAULT 0, reserved INTEGER NOT NULL,
    handed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(order_id, line)) WITHOUT ROWID;
CREATE TABLE receipt(receipt TEXT PRIMARY KEY, sale TEXT NOT NULL, till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
    changed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX receipt_changed ON receipt(changed);
CREATE INDEX receipt_sale ON receipt(sale);
CREATE TABLE task(task TEXT PRIMARY KEY, code TEXT NOT NULL, opened_at INTEGER NOT NULL, state TEXT NOT NULL, facts TEXT NOT NULL,
    till TEXT NOT NULL, order_id TEXT, note TEXT, changed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX task_changed ON task(changed);
CREATE INDEX task_order ON task(order_id) WHERE order_id IS NOT NULL;
)sql";

// The books: what an auditor sums. One row per fact and line, exactly as the till stated it.
constexpr const char *firstBooks = R"sql(
CREATE TABLE booked_sale(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, sale TEXT NOT NULL, receipt TEXT NOT NULL,
    shift TEXT NOT NULL, business_date TEXT NOT NULL, at INTEGER NOT NULL, currency TEXT NOT NULL, tax_mode TEXT NOT NULL,
    total INTEGER NOT NULL, rounding INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY(till, epoch, seq)) WITHOUT ROWID;
CREATE INDEX booked_sale_shift ON booked_sale(shift);
CREATE TABLE booked_sale_line(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL,
    sku TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, quantity INTEGER NOT NULL, price INTEGER NOT NULL,
    discount INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL, gross INTEGER NOT NULL, tax_code TEXT NOT NULL,
    tax_rate INTEGER NOT NULL, PRIMARY KEY(till, epoch, seq, line)) WITHOUT ROWID;
CREATE TABLE booked_tender(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
    direction TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, approval TEXT, attempt TEXT,
    PRIMARY KEY(till, epoch, seq, position)) WITHOUT ROWID;
CREATE TABLE booked_tax(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
    direction TEXT NOT NULL, code TEXT NOT NULL, rate INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,
    PRIMARY KEY(till, epoch, seq, position)) WITHOUT ROWID;
CREATE TABLE booked_return(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, return_id TEXT NOT NULL,
    receipt TEXT NOT NULL, of_receipt TEXT, of_sale TEXT, shift TEXT NOT NULL, business_date TEXT NOT NULL, at INTEGER NOT NULL,
    currency TEXT NOT NULL, total INTEGER NOT NULL, rounding INTEGER NOT NULL, PRIMARY KEY(till, epoch, seq)) WITHOUT ROWID;
CREATE INDEX booked_return_shift ON booked_return(shift);
CREATE TABLE booked_return_line(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL,
    of_receipt TEXT, of_line INTEGER, sku TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, quantity INTEGER NOT NULL,
    net INTEGER NOT NULL, tax INTEGER NOT NULL, gross INTEGER NOT NULL, tax_code TEXT NOT NULL, tax_rate INTEGER NOT NULL,
    reason TEXT NOT NULL, disposition TEXT NOT NULL, PRIMARY KEY(till, epoch, seq, line)) WITHOUT ROWID;
CREATE INDEX booked_return_line_of ON booked_return_line(of_receipt, of_line);
CREATE TABLE booked_shift(shift TEXT PRIMARY KEY, till TEXT NOT NULL, number INTEGER, business_date TEXT NOT NULL, currency TEXT NOT NULL,
    float INTEGER, opened_at INTEGER, closed_at INTEGER, counted INTEGER, expected INTEGER, over_short INTEGER, sales INTEGER,
    returns INTEGER, sales_total INTEGER, returns_total INTEGER, cash_total INTEGER, card_total INTEGER);
CREATE TABLE booked_cash(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, shift TEXT NOT NULL, kind TEXT NOT NULL,
    amount INTEGER NOT NULL, currency TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(till, epoch, seq)) WITHOUT ROWID;
CREATE INDEX booked_cash_shift ON booked_cash(shift);
CREATE TABLE booked_payment(attempt TEXT PRIMARY KEY, till TEXT NOT NULL, kind TEXT, amount INTEGER, currency TEXT, cart TEXT,
    state TEXT NOT NULL, approval TEXT);
CREATE TABLE booked_seal(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, sealed_epoch INTEGER NOT NULL,
    sealed_seq INTEGER NOT NULL, hash TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL, valid INTEGER NOT NULL,
    PRIMARY KEY(till, epoch, seq)) WITHOUT ROWID;
CREATE TABLE finding(id INTEGER PRIMARY KEY, till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, finding TEXT NOT NULL);
)sql";

// 0002. A mark per commit that reached the feed: a cursor names its commit's, so that a file which was
// restored and then grew past a cursor of its lost history does not take it for its own.
constexpr const char *feedMarks = R"sql(
CREATE TABLE feed_mark(head INTEGER PRIMARY KEY, mark TEXT NOT NULL);
INSERT INTO feed_mark(head, mark) SELECT head, identity FROM feed WHERE head>0;
ALTER TABLE feed DROP COLUMN identity;
)sql";

// 0003. What an epoch goes on from, so that the chain can be followed back from any of them; events by their
// id, to know again a fact that comes a second time; and every seal key that a till was ever enrolled with.
constexpr const char *epochs = R"sql(
ALTER TABLE till_epoch ADD COLUMN from_epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE till_epoch ADD COLUMN from_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX event_id ON event(id);
CREATE TABLE till_seal_key(till TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY(till, key)) WITHOUT ROWID;
INSERT INTO till_seal_key(till, key) SELECT till, seal_key FROM till;
)sql";

// 0004. What a person needs who settles a task: how a return's prices stand, and which till closed an order.
constexpr const char *taskFacts = R"sql(
ALTER TABLE booked_return ADD COLUMN tax_mode TEXT NOT NULL DEFAULT 'inclusive';
ALTER TABLE pickup_order ADD COLUMN closed_by TEXT;
)sql";

// 0005. Renewed certificates of a till: good beside the one that it enrolled with, each until its own end.
constexpr const char *renewedCertificates = R"sql(
CREATE TABLE renewed_certificate(till TEXT NOT NULL, serial TEXT NOT NULL, PRIMARY KEY(till, serial)) WITHOUT ROWID;
ALTER TABLE till ADD COLUMN key_hash TEXT NOT NULL DEFAULT '';
)sql";

// 0006. Promotions, and what each took off a line of a sale.
constexpr const char *promotions = R"sql(
CREATE TABLE promotion(promotion TEXT PRIMARY KEY, row TEXT NOT NULL, changed INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX promotion_changed ON promotion(changed);
CREATE TABLE booked_discount(till TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL,
    line INTEGER NOT NULL, promotion TEXT NOT NULL, name TEXT NOT NULL, coupon TEXT, amount INTEGER NOT NULL,
    PRIMARY KEY(till, epoch, seq, position, line)) WITHOUT ROWID;
)sql";

// 0007. Gift cards: a balance is the sum of its movements.
constexpr const char *giftCards = R"sql(
CREATE TABLE giftcard(card TEXT PRIMARY KEY, last_four TEXT NOT NULL, currency TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE giftcard_movement(id INTEGER PRIMARY KEY, card TEXT NOT NULL, amount INTEGER NOT NULL, reason TEXT NOT NULL,
    till TEXT, epoch INTEGER, seq INTEGER, at INTEGER NOT NULL);
CREATE INDEX giftcard_movement_card ON giftcard_movement(card);
CREATE TABLE giftcard_hold(hold TEXT PRIMARY KEY, card TEXT NOT NULL, till TEXT NOT NULL, cart TEXT NOT NULL,
    amount INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX giftcard_hold_card ON giftcard_hold(card);
ALTER TABLE booked_tender ADD COLUMN card TEXT;
ALTER TABLE booked_tender ADD COLUMN last_four TEXT;
ALTER TABLE booked_tender ADD COLUMN hold TEXT;
ALTER TABLE booked_shift ADD COLUMN giftcard_total INTEGER;
)sql";

// 0008. Lines that put money on a gift card.
constexpr const char *giftCardLoads = R"sql(
ALTER TABLE booked_sale_line ADD COLUMN card TEXT;
ALTER TABLE booked_sale_line ADD COLUMN last_four TEXT;
)sql";

// 0010. Why a line cost something else than the catalogue says.
constexpr const char *prices = R"sql(
ALTER TABLE booked_sale_line ADD COLUMN was INTEGER;
ALTER TABLE booked_sale_line ADD COLUMN price_reason TEXT;
)sql";

// 0011. Deposits that came along with goods.
constexpr const char *deposits = R"sql(
ALTER TABLE booked_sale_line ADD COLUMN deposit_of INTEGER;
)sql";

// 0012. Price lists, and the one that a line's price came from.
constexpr const char *priceLists = R"sql(
CREATE TABLE price_list(price_list TEXT PRIMARY KEY, row TEXT NOT NULL, changed INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX price_list_changed ON price_list(changed);
ALTER TABLE booked_sale_line ADD COLUMN price_list TEXT;
)sql";

// 0013. Vouchers of others.
constexpr const char *vouchers = R"sql(
ALTER TABLE booked_tender ADD COLUMN voucher TEXT;
ALTER TABLE booked_tender ADD COLUMN face INTEGER;
ALTER TABLE booked_shift ADD COLUMN voucher_total INTEGER;
CREATE INDEX booked_tender_voucher ON booked_tender(voucher) WHERE voucher IS NOT NULL;
)sql";

// And notes of other currencies.
constexpr const char *foreignCash = R"sql(
ALTER TABLE booked_tender ADD COLUMN currency TEXT;
ALTER TABLE booked_tender ADD COLUMN foreign_amount INTEGER;
ALTER TABLE booked_tender ADD COLUMN rate TEXT;
ALTER TABLE booked_shift ADD COLUMN foreign_cash_total INTEGER;
)sql";

// 0014. Customers: points and what is owed are the sums of their movements; and who a receipt was for.
constexpr const char *customers = R"sql(
CREATE TABLE customer(card TEXT PRIMARY KEY, customer TEXT NOT NULL, last_four TEXT NOT NULL, name TEXT NOT NULL,
    groups TEXT NOT NULL, account_limit INTEGER) WITHOUT ROWID;
CREATE TABLE points_movement(id INTEGER PRIMARY KEY, card TEXT NOT NULL, points INTEGER NOT NULL, reason TEXT NOT NULL,
    till TEXT, epoch INTEGER, seq INTEGER, at INTEGER NOT NULL);
CREATE INDEX points_movement_card ON points_movement(card);
CREATE TABLE account_movement(id INTEGER PRIMARY KEY, card TEXT NOT NULL, amount INTEGER NOT NULL, reason TEXT NOT NULL,
    till TEXT, epoch INTEGER, seq INTEGER, at INTEGER NOT NULL);
CREATE INDEX account_movement_card ON account_movement(card);
CREATE TABLE customer_hold(hold TEXT PRIMARY KEY, card TEXT NOT NULL, purse TEXT NOT NULL, till TEXT NOT NULL,
    cart TEXT NOT NULL, amount INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX customer_hold_card ON customer_hold(card);
ALTER TABLE booked_sale ADD COLUMN customer TEXT;
ALTER TABLE booked_sale ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
CREATE INDEX booked_sale_customer ON booked_sale(customer) WHERE customer IS NOT NULL;
ALTER TABLE booked_return ADD COLUMN customer TEXT;
ALTER TABLE booked_return ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE booked_tender ADD COLUMN points INTEGER;
ALTER TABLE booked_shift ADD COLUMN points_total INTEGER;
ALTER TABLE booked_shift ADD COLUMN account_total INTEGER;
)sql";

// 0015. Whose a receipt is, as the feed says it.
constexpr const char *customersOfReceipts = R"sql(
ALTER TABLE booked_sale ADD COLUMN customer_last_four TEXT;
ALTER TABLE booked_sale ADD COLUMN customer_id TEXT;
)sql";

// 0017. What notes of other currencies are worth, and from when on.
constexpr const char *exchangeRates = R"sql(
CREATE TABLE exchange_rate(exchange_rate TEXT PRIMARY KEY, row TEXT NOT NULL, changed INTEGER NOT NULL, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX exchange_rate_changed ON exchange_rate(changed);
)sql";

// 0018. The taxes of a line of several, as they came.
constexpr const char *lineTaxes = "ALTER TABLE booked_sale_line ADD COLUMN taxes TEXT;";

struct Step {
    int version;
    std::array<const char *, 2> parts;
};

constexpr std::array steps{Step{1, {firstSchema, firstBooks}}, Step{2, {feedMarks, ""}},
    Step{3, {epochs, ""}}, Step{4, {taskFacts, ""}}, Step{5, {renewedCertificates, ""}},
    Step{6, {promotions, ""}}, Step{7, {giftCards, ""}}, Step{8, {giftCardLoads, ""}}, Step{10, {prices, ""}},
    Step{11, {deposits, ""}}, Step{12, {priceLists, ""}}, Step{13, {vouchers, foreignCash}},
    Step{14, {customers, ""}}, Step{15, {customersOfReceipts, ""}}, Step{17, {exchangeRates, ""}},
    Step{18, {lineTaxes, ""}}};

int versionOf(SQLite::Database &database) { return database.execAndGet("PRAGMA user_version").getInt(); }

} // namespace

void bringToNewestSchema(SQLite::Database &database)
{
    if (versionOf(database) > steps.back().version)
        throw std::runtime_error("this data was written by a newer sandbox");
    if (versionOf(database) == steps.back().version)
        return;
    for (const Step &step : steps) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        if (versionOf(database) >= step.version)
            continue;
        for (const char *part : step.parts)
            database.exec(part);
        database.exec("PRAGMA user_version=" + std::to_string(step.version));
        transaction.commit();
    }
}

} // namespace evertill::sandbox
