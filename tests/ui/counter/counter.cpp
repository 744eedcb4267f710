#include "tests/ui/counter/counter.h"

#include "ui/theme/style_sheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr Instant kNoon{1'795'258'800'000'000};
constexpr int kFinger = 48;

TillConfig makeConfig(Currency currency)
{
    TillConfig config = bareTill(currency);
    config.till = u"BER1T1"_s;
    config.store = {
        u"BER1"_s, u"Spätkauf am Ostkreuz"_s, {u"Sonntagstr. 1"_s, u"10245 Berlin"_s}, u"DE811907980"_s};
    config.codePatterns = {u"02IIIIIWWWWWC"_s};
    return config;
}

std::unique_ptr<Ledger> openLedger(const DataFolder &folder, const Clock &clock, Random &random)
{
    auto ledger = Ledger::open(folder, clock, random);
    if (!ledger)
        qFatal("the ledger can't be opened: %s", qPrintable(codeName(ledger.error().code)));
    return std::move(*ledger);
}

} // namespace

Counter::Counter(Currency currency)
    : clock(kNoon, 60), random(20261121), config(makeConfig(currency)),
      ledger(openLedger({dir.path(), files}, clock, random)), writer(dir.path()), replica(dir.path()),
      ledgerReplica(dir.path()),
      reader(dir.filePath(u"ledger.db"_s), Database::Kind::Reader), services{queue, *ledger, ledgerReplica,
                                                                        config, replica, reader, clock,
                                                                        random},
      printer(dir.filePath(u"receipts"_s), config, queue)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    tell(u"A"_s, Entity::Tax, TaxRow{u"A"_s, u"19 %"_s, Percentage::partsPerMillion(190000)});
}

Currency Counter::euro() { return *Currency::fromCode(u"EUR"); }

int Counter::events(const QByteArray &kind)
{
    int count = 0;
    Journal(ledger->database()).each({}, [&](const Event &event) {
        count += event.kind == kind ? 1 : 0;
        return true;
    });
    return count;
}

Shift Counter::openShift(std::int64_t floatMinor)
{
    auto shift = OpenShift(*ledger, config).run(money(floatMinor));
    if (!shift)
        qFatal("the shift can't be opened: %s", qPrintable(codeName(shift.error().code)));
    return *shift;
}

void Counter::tell(const QString &id, Entity entity, const FeedRow &row)
{
    if (!writer.apply({{{FeedChange::Put, entity, id, {}, row}}, "cursor", {}, false}))
        qFatal("the replica refused a row");
}

Counter::Goods Counter::stock(const Goods &goods)
{
    ProductRow row;
    row.sku = goods.sku;
    row.name = goods.name;
    row.unit = goods.unit;
    row.price = goods.price;
    row.tax = u"A"_s;
    row.gtins = {goods.gtin};
    tell(goods.sku, Entity::Product, row);
    return goods;
}

Sale Counter::sell(const std::vector<std::pair<Goods, Quantity>> &goods, TenderKind kind)
{
    Cart cart;
    cart.id = SaleId(random.uuid(clock.now()));
    cart.currency = config.currency;
    for (const auto &[one, quantity] : goods) {
        CartLine line;
        line.sku = one.sku;
        line.gtin = one.gtin;
        line.name = one.name;
        line.unit = one.unit;
        line.quantity = quantity;
        line.price = money(one.price);
        line.taxCode = u"A"_s;
        line.taxRate = Percentage::partsPerMillion(190000);
        line.discount = money(0);
        cart.lines.push_back(line);
    }
    const QString approval = kind == TenderKind::Card ? u"A1"_s : QString();
    cart.tenders = {{kind, cart.taxes(config.tax).total, approval}};
    auto sale = CompleteSale(*ledger, config).run(cart);
    if (!sale)
        qFatal("the sale was refused: %s", qPrintable(codeName(sale.error().code)));
    return *sale;
}

QString Counter::order(const QString &number, const QString &customer, const QString &code,
    const std::vector<std::pair<Goods, Quantity>> &goods, int inMinutes)
{
    OrderRow row;
    row.order = random.uuid(clock.now());
    row.number = number;
    row.customer = customer;
    row.code = code;
    row.placedAt = clock.now();
    row.promisedAt = clock.now() + std::chrono::minutes(inMinutes);
    row.currency = config.currency;
    for (const auto &[one, quantity] : goods) {
        const std::int64_t total = money(one.price).times(quantity, Rounding::HalfUp).minor();
        row.lines.push_back({int(row.lines.size()) + 1, one.sku, one.name, quantity, {}, total});
        row.total += total;
    }
    tell(row.order.toString(), Entity::Order, row);
    return row.order.toString();
}

void press(QWidget &root, const QString &name)
{
    QTest::mouseClick(part<QAbstractButton>(root, name), Qt::LeftButton);
}

void write(QWidget &window, const QString &text)
{
    for (const QChar character : text) {
        const auto keys = part<QWidget>(window, u"letterKeyboard"_s)->findChildren<QAbstractButton *>();
        const auto key = std::find_if(keys.begin(), keys.end(),
            [&](const QAbstractButton *one) { return one->isVisible() && one->text() == character; });
        if (key == keys.end())
            qFatal("no key says %s", qPrintable(QString(character)));
        QTest::mouseClick(*key, Qt::LeftButton);
    }
}

bool isSeen(const QWidget &root, const QString &name)
{
    for (const QWidget *one : root.findChildren<QWidget *>(name))
        if (one->isVisible())
            return true;
    return false;
}

QString words(const QWidget &root)
{
    QStringList said;
    for (const QLabel *label : root.findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty())
            said += label->text();
    return said.join(u'\n');
}

QStringList unfitControls(const QWidget &root)
{
    // Parts that have just come are laid out once the loop turns.
    QCoreApplication::processEvents();
    QStringList unfit;
    for (const QWidget *control : root.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(control);
        const auto *field = qobject_cast<const QLineEdit *>(control);
        if (!control->isVisible() || (!button && !field))
            continue;
        const QString name =
            control->accessibleName().isEmpty() && button ? button->text() : control->accessibleName();
        const QString what = u"%1 (%2)"_s.arg(control->objectName(), name);
        if (control->objectName().isEmpty() || name.isEmpty())
            unfit += what + u" has no name"_s;
        if (control->width() < kFinger || control->height() < kFinger)
            unfit += what + u" is %1 × %2 px"_s.arg(control->width()).arg(control->height());
    }
    return unfit;
}

void open(QWidget &room)
{
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), Theme::light());
    room.resize(928, 720);
    room.show();
    if (!QTest::qWaitForWindowActive(&room))
        qFatal("the room can't be shown");
}

} // namespace evertill
