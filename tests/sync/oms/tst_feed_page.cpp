#include "sync/oms/feed_page.h"
#include "tests/sync/oms/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

QByteArray pageOf(const QByteArrayList &changes)
{
    return R"({"changes":[)" + changes.join(',')
        + R"(],"cursor":"c1","included":{"epoch":1,"seq":2},"more":true})";
}

} // namespace

class FeedPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryEntity();
    void readsWhoseAReceiptIsAndWhatTheirMoneyPaid();
    void aPriceListThatIsTooLongKeepsNothingElseBack();
    void aRateThatIsNoneIsSetAsideAlone_data();
    void aRateThatIsNoneIsSetAsideAlone();
    void leavesOutEntitiesItDoesNotKnow();
    void readsDrops();
    void readsTaxesOfSeveralParts();
    void hostileRowsAreRefused_data();
    void hostileRowsAreRefused();
    void hostilePagesAreRefused_data();
    void hostilePagesAreRefused();
};

void FeedPageTest::readsEveryEntity()
{
    const auto page = decodePage(
        pageOf({kTax, kProduct, kStock, kOrder, kReceipt, kTask, kPromotion, kPriceList, kExchangeRate}));
    if (!page)
        QFAIL(qPrintable(page.error().facts.value(u"problem"_s).toString()));
    QCOMPARE(page->cursor, QByteArray("c1"));
    QCOMPARE(page->included, (Position{1, 2}));
    QVERIFY(page->more);
    QCOMPARE(page->changes.size(), std::size_t(9));
    QCOMPARE(std::get<TaxRow>(*page->changes[0].row).rate.partsPerMillion(), 190000);
    const auto &product = std::get<ProductRow>(*page->changes[1].row);
    QCOMPARE(product.gtins, (QStringList{u"8076809504720"_s}));
    QCOMPARE(product.price, 179);
    QVERIFY(product.isOpenPrice);
    QCOMPARE(product.deposit, (DepositRow{u"D"_s, u"Deposit"_s, 25, u"std"_s}));
    QCOMPARE(product.recalledLots, (QStringList{u"L7"_s, u"L8"_s}));
    const auto &stock = std::get<StockRow>(*page->changes[2].row);
    QCOMPARE(stock.onHand.thousandths(), -3000);
    QCOMPARE(page->changes[2].through, (Position{1, 2}));
    const auto &order = std::get<OrderRow>(*page->changes[3].row);
    QVERIFY(order.state == OrderState::HandedOver && order.lines.size() == 1);
    QCOMPARE(order.lines[0].quantity.thousandths(), 2000);
    const auto &receipt = std::get<ReceiptRow>(*page->changes[4].row);
    QCOMPARE(receipt.lines[0].gross, 179);
    QCOMPARE(receipt.lines[0].depositOf, std::optional(7));
    QVERIFY(receipt.tenders[0].kind == u"card" && receipt.tenders[0].approval == u"A1"_s);
    const auto &task = std::get<TaskRow>(*page->changes[5].row);
    QVERIFY(!task.settled);
    QCOMPARE(task.facts, QByteArray(R"({"a":"x","b":1})"));
    QCOMPARE(std::get<PromotionRow>(*page->changes[6].row).rule,
        QByteArray(R"({"benefits":[{"kind":"percent","ppm":100000}],"id":"tea"})"));
    QCOMPARE(page->changes[6].through, (Position{1, 2}));
    QCOMPARE(std::get<PriceListRow>(*page->changes[7].row).list,
        QByteArray(R"({"id":"bulk","prices":[{"price":99,"sku":"E1"}]})"));
    QCOMPARE(std::get<ExchangeRateRow>(*page->changes[8].row),
        (ExchangeRateRow{u"USD-5"_s, u"USD"_s, u"0.95"_s, {5}}));
}

void FeedPageTest::aPriceListThatIsTooLongKeepsNothingElseBack()
{
    QByteArray tooLong = kPriceList;
    tooLong.replace(R"("sku":"E1")", "\"sku\":\"" + QByteArray(9 << 20, 'E') + '"');
    QTest::ignoreMessage(QtWarningMsg, "price list bulk is longer than 8 MiB and set aside");
    const auto page = decodePage(pageOf({tooLong, kStock}));
    QVERIFY(page);
    QCOMPARE(page->changes.size(), std::size_t(2));
    QCOMPARE(std::get<PriceListRow>(*page->changes[0].row).list, QByteArray("{}"));
}

void FeedPageTest::aRateThatIsNoneIsSetAsideAlone_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    const auto add = [](const char *name, const char *was, const char *is) {
        QTest::newRow(name) << QByteArray(was) << QByteArray(is);
    };
    add("zero", "0.95", "0.000");
    add("below zero", "0.95", "-0.95");
    add("finer than nine places", "0.95", "0.0000000001");
    add("a million", "0.95", "1000000");
    add("no decimal", "0.95", "0,95");
    add("a number where a text belongs", "\"0.95\"", "0.95");
    add("none", "\"rate\"", "\"rade\"");
    add("of a currency that there is not", "\"USD\"", "\"USX\"");
    add("of no currency", "\"currency\"", "\"country\"");
    add("from no moment", "\"from\":5", "\"till\":5");
    add("from before all time", "\"from\":5", "\"from\":-5");
    add("from half a moment", "\"from\":5", "\"from\":5.5");
}

void FeedPageTest::aRateThatIsNoneIsSetAsideAlone()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QByteArray bad = kExchangeRate;
    QVERIFY(bad.contains(was));
    bad.replace(was, is);
    QTest::ignoreMessage(QtWarningMsg, "exchange rate USD-5 is none and set aside");
    const auto page = decodePage(pageOf({bad, kStock}));
    QVERIFY(page);
    QCOMPARE(page->changes.size(), std::size_t(2));
    QCOMPARE(std::get<ExchangeRateRow>(*page->changes[0].row), (ExchangeRateRow{u"USD-5"_s, {}, {}, {}}));
}

void FeedPageTest::readsWhoseAReceiptIsAndWhatTheirMoneyPaid()
{
    const auto page = decodePage(pageOf({kCustomersReceipt}));
    QVERIFY(page);
    const auto &receipt = std::get<ReceiptRow>(*page->changes[0].row);
    const QString card(64, u'c');
    QCOMPARE(receipt.customer, (SaleCustomer{{card, u"78K7"_s}, {}, 3}));
    QCOMPARE(receipt.tenders,
        (std::vector<ReceiptRow::Tender>{{u"points"_s, 100, {}, {}, card, u"78K7"_s, 20},
            {u"on_account"_s, 79, {}, {}, card, u"78K7"_s}}));
}

void FeedPageTest::leavesOutEntitiesItDoesNotKnow()
{
    const auto page =
        decodePage(pageOf({R"({"op":"put","entity":"giftcard","id":"g","row":{"x":[]}})", kTax}));
    QVERIFY(page);
    QCOMPARE(page->changes.size(), std::size_t(1));
}

void FeedPageTest::readsDrops()
{
    const auto page = decodePage(pageOf({R"({"op":"drop","entity":"product","id":"E1"})"}));
    QVERIFY(page);
    QVERIFY(page->changes[0].op == FeedChange::Drop && !page->changes[0].row);
    QCOMPARE(page->changes[0].id, u"E1"_s);
}

void FeedPageTest::hostileRowsAreRefused_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    const auto add = [](const char *name, const QByteArray &row, const char *was, const char *is) {
        QTest::newRow(name) << row << QByteArray(was) << QByteArray(is);
    };
    add("an unknown op", kTax, "put", "burn");
    add("an unknown op on an unknown entity", kTax, R"("op":"put","entity":"tax")",
        R"("op":"burn","entity":"giftcard")");
    add("a put without a row", kTax, R"("row":)", R"("raw":)");
    add("an id that is not its row's", kTax, R"("id":"std")", R"("id":"red")");
    add("an empty id", kTax, "\"std\"", "\"\"");
    add("a rate in quotes", kTax, "190000", "\"190000\"");
    add("a negative rate", kTax, "190000", "-1");
    add("a rate of a billion per cent", kTax, "190000", "10000000000000");
    add("a tax part of two kinds", kTaxOfTwo, "\"per_unit\":5000", "\"per_unit\":5000,\"rate\":1");
    add("a tax part without a code", kTaxOfTwo, "\"code\":\"levy\"", "\"code\":\"\"");
    add("one code twice on a day", kTaxOfTwo, "\"code\":\"vat\"", "\"code\":\"levy\"");
    add("a tax of a billion per cent", kTaxOfTwo, "\"rate\":190000,\"comp", "\"rate\":10000001,\"comp");
    add("taxes that outgrow every amount", kReceiptOfTwo, "\"tax\":4}", "\"tax\":9007199254740991}");
    add("a tax below nothing", kReceiptOfTwo, "\"tax\":4}", "\"tax\":-4}");
    add("a base beyond every amount", kReceiptOfTwo, "\"net\":154", "\"net\":9007199254740991");
    add("taxes that are not the line's tax", kReceiptOfTwo, "\"tax\":4", "\"tax\":5");
    add("a price with a fraction", kProduct, "179", "1.79");
    add("a price beyond 2^53", kProduct, "179", "9007199254740992");
    add("a wrong check digit", kProduct, "8076809504720", "8076809504721");
    add("a barcode with letters", kProduct, "8076809504720", "80768095O4720");
    add("a barcode that is a number", kProduct, "\"8076809504720\"", "8076809504720");
    add("a unit nobody knows", kProduct, "\"ea\"", "\"barrel\"");
    add("an in-store number too short", kProduct, "2000010000000", "200001");
    add("a tender of no points", kCustomersReceipt, "\"points\":20", "\"points\":0");
    add("points of nobody", kCustomersReceipt, "\"amount\":100,\"points\":20,\"card\"",
        "\"amount\":100,\"points\":20,\"kard\"");
    add("a customer without a card", kCustomersReceipt, "\"customer\":{\"card\"", "\"customer\":{\"kard\"");
    add("a deposit of nothing", kProduct, "\"amount\":25", "\"amount\":0");
    add("a deposit without a tax", kProduct, "\"tax_code\":\"std\"}", "\"tax_kode\":\"std\"}");
    add("a price list that is no object", kPriceList,
        R"("list":{"id":"bulk","prices":[{"sku":"E1","price":99}]})", R"("list":[])");
    add("a price list without an id", kPriceList, R"("price_list":"bulk")", R"("price_list":"")");
    add("an exchange rate without an id", kExchangeRate, R"("exchange_rate":"USD-5")",
        R"("exchange_rate":"")");
    add("another exchange rate's row", kExchangeRate, R"("exchange_rate":"USD-5")",
        R"("exchange_rate":"CHF-5")");
    add("an open price of yes", kProduct, "\"open_price\":true", "\"open_price\":\"yes\"");
    add("an age of a tree", kProduct, "\"min_age\":0", "\"min_age\":900");
    add("a lot that is a number", kProduct, "\"L7\"", "7");
    add("a lot with a blank", kProduct, "\"L7\"", "\"L 7\"");
    add("lots that are no list", kProduct, R"(["L7","L8"])", "true");
    add("stock that does not say what it counts", kStock, R"("through":{"epoch":1,"seq":2},)", "");
    add("stock that counts half an event", kStock, "\"seq\":2", "\"seq\":2.5");
    add("stock without a level", kStock, "on_hand", "onhand");
    add("an order in a state nobody knows", kOrder, "handed_over", "eaten");
    add("an order whose id is no UUID", kOrder, "018f0000-0000-7000-8000-000000000001", "1001");
    add("an order in a currency that there is not", kOrder, "EUR", "EUX");
    add("an order without lines", kOrder, "\"lines\"", "\"rows\"");
    add("a negative quantity", kOrder, "\"quantity\":2000", "\"quantity\":-2000");
    add("a line number beyond reason", kOrder, "\"line\":1", "\"line\":4294967297");
    add("a receipt with a tender nobody knows", kReceipt, "card", "gold");
    add("a receipt whose line lacks its tax", kReceipt, "\"tax\":29,", "");
    add("a task in a state nobody knows", kTask, "\"open\"", "\"maybe\"");
    add("a task whose facts are a text", kTask, R"({"b":1,"a":"x"})", "\"x\"");
    add("a promotion without its rule", kPromotion, "\"rule\"", "\"ruler\"");
    add("a promotion that does not say what it counts", kPromotion, R"("through":{"epoch":1,"seq":2},)", "");
    add("another promotion's row", kPromotion, R"("promotion":"tea")", R"("promotion":"coffee")");
}

void FeedPageTest::readsTaxesOfSeveralParts()
{
    const auto page = decodePage(pageOf({kTaxOfTwo, kReceiptOfTwo}));
    QVERIFY(page);
    const auto &parts = std::get<TaxRow>(*page->changes[0].row).parts;
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].perUnit, 5000);
    QVERIFY(parts[1].isCompound);
    QCOMPARE(parts[1].from, QDate(2026, 7, 1));
    const auto &taxes = std::get<ReceiptRow>(*page->changes[1].row).lines.front().taxes;
    QCOMPARE(taxes.size(), std::size_t(2));
    QCOMPARE(taxes[1].net.minor(), 154);
}

void FeedPageTest::hostileRowsAreRefused()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QVERIFY(decodePage(pageOf({row})));
    QVERIFY(row.contains(was));
    const auto page = decodePage(pageOf({kTax, row.replace(was, is)}));
    QVERIFY(!page);
    QCOMPARE(page.error().code, Code::BadAnswer);
    QVERIFY2(page.error().facts.value(u"problem"_s).toString().startsWith(u"changes[1]: "_s),
        qPrintable(page.error().facts.value(u"problem"_s).toString()));
}

void FeedPageTest::hostilePagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::newRow("no cursor") << QByteArray("\"cursor\"") << QByteArray("\"course\"");
    QTest::newRow("an empty cursor") << QByteArray("\"c1\"") << QByteArray("\"\"");
    QTest::newRow("a cursor longer than 200 characters") << QByteArray("c1") << QByteArray(201, 'c');
    QTest::newRow("a cursor with a line break") << QByteArray("c1") << QByteArray("c\\n1");
    QTest::newRow("no included") << QByteArray("\"included\"") << QByteArray("\"inklusive\"");
    QTest::newRow("a negative included") << QByteArray("\"seq\":2") << QByteArray("\"seq\":-2");
    QTest::newRow("more that is a number") << QByteArray("true") << QByteArray("1");
    QTest::newRow("changes that are no list") << QByteArray("\"changes\":[]") << QByteArray("\"changes\":{}");
    QTest::newRow("a change that is a number")
        << QByteArray("\"changes\":[]") << QByteArray("\"changes\":[7]");
}

void FeedPageTest::hostilePagesAreRefused()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QByteArray body = pageOf({});
    QVERIFY(body.contains(was));
    const auto page = decodePage(body.replace(was, is));
    QVERIFY(!page);
    QCOMPARE(page.error().code, Code::BadAnswer);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::FeedPageTest)
#include "tst_feed_page.moc"
