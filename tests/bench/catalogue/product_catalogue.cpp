#include "tests/bench/catalogue/product_catalogue.h"

using namespace Qt::StringLiterals;

namespace evertill::bench {
namespace {

void demand(const Result<> &result)
{
    if (!result)
        qFatal("refused: %s %s", qPrintable(codeName(result.error().code)),
            qPrintable(result.error().facts.value(u"problem"_s).toString()));
}

constexpr char kTax[] =
    "{\"op\":\"put\",\"entity\":\"tax\",\"id\":\"reduced\",\"row\":{\"code\":\"reduced\",\"name\":"
    "\"Reduced\",\"rate\":70000}}\n";

} // namespace

QByteArray SnapshotText::counted(const QByteArray &lines)
{
    m_sha256.addData(lines);
    m_count += lines.count('\n');
    return lines;
}

QByteArray SnapshotText::taxes() { return counted(kTax); }

QByteArray SnapshotText::closing() const
{
    return "{\"end\":true,\"count\":" + QByteArray::number(m_count) + ",\"sha256\":\""
        + m_sha256.result().toHex() + "\",\"cursor\":\"end\",\"included\":{\"epoch\":0,\"seq\":0}}\n";
}

QByteArray SnapshotText::lines(std::span<const Goods> goods)
{
    QByteArray lines;
    for (const Goods &g : goods)
        lines += "{\"op\":\"put\",\"entity\":\"product\",\"id\":\"" + QByteArray::fromStdString(g.sku)
            + "\",\"row\":{\"sku\":\"" + QByteArray::fromStdString(g.sku) + "\",\"name\":\""
            + QByteArray::fromStdString(g.name) + "\",\"unit\":\"ea\",\"price\":"
            + QByteArray::number(qint64(g.price)) + ",\"tax\":\"reduced\",\"category\":\"All\",\"gtins\":[\""
            + QByteArray::fromStdString(g.gtin) + "\"]}}\n";
    return counted(lines);
}

ProductCatalogue::ProductCatalogue(const QString &folder) : m_folder(folder) { }

void ProductCatalogue::beginLoad()
{
    m_writer = std::make_unique<ReplicaWriter>(m_folder);
    m_generation = m_writer->startGeneration();
    m_decoder = std::make_unique<SnapshotDecoder>(
        [this](std::span<const FeedChange> changes) { return m_generation->add(changes); });
}

void ProductCatalogue::add(const QByteArray &snapshot) { demand(m_decoder->feed(snapshot)); }

void ProductCatalogue::finishLoad()
{
    const auto end = m_decoder->finish();
    demand(end.map([](const SnapshotEnd &) {}));
    demand(m_generation->finish(end->cursor, end->included));
    m_generation.reset();
    m_decoder.reset();
    m_writer.reset();
}

void ProductCatalogue::open()
{
    m_reader = std::make_unique<ReplicaReader>(m_folder);
    const auto patterns = CodePatterns::parse({u"21IIIIIWWWWWC"_s, u"20IIIIIPPPPPC"_s});
    m_catalog = std::make_unique<Catalog>(*m_reader, *patterns, *Currency::fromCode(u"EUR"));
}

std::int64_t ProductCatalogue::lookUp(const QString &code)
{
    const auto found = m_catalog->find(code);
    return found ? found->product.price.minor() : -1;
}

int ProductCatalogue::search(const QString &text) { return int(m_catalog->search(text).size()); }

} // namespace evertill::bench
