// bench_scan_floor REPLICA.db PRODUCTS [SCANS]: the least that a Qt Widgets till can do between a scanner's
// Enter and the painted line: thirteen keys into a line edit, Enter, one indexed look-up, one row of a table,
// painted, and a round trip to the display.
#include "tests/bench/common/bare.h"
#include "tests/bench/common/goods.h"
#include "tests/bench/common/samples.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QThread>
#include <QVBoxLayout>

#include <string>

using namespace evertill::bench;

namespace {

struct Line {
    QString name;
    qint64 price = 0;
};

class Lines final : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex & = {}) const override { return int(m_lines.size()); }
    int columnCount(const QModelIndex & = {}) const override { return 3; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const Line &line = m_lines[std::size_t(index.row())];
        if (index.column() == 0)
            return line.name;
        return index.column() == 1 ? QVariant(1)
                                   : QVariant(QString::number(double(line.price) / 100.0, 'f', 2));
    }
    void add(Line line)
    {
        beginInsertRows({}, rowCount(), rowCount());
        m_lines.push_back(std::move(line));
        endInsertRows();
    }
    void clear()
    {
        beginResetModel();
        m_lines.clear();
        endResetModel();
    }

private:
    std::vector<Line> m_lines;
};

class Floor final : public QWidget {
public:
    explicit Floor(BareDatabase &database) : m_database(database)
    {
        m_lookUp = database.prepare(
            "SELECT p.name,p.price FROM barcode b CROSS JOIN product p ON p.id=b.product WHERE b.gtin=?");
        auto *box = new QVBoxLayout(this);
        m_view.setModel(&m_lines);
        m_view.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
        m_total.setFont(QFont(QStringLiteral("DejaVu Sans"), 32));
        box->addWidget(&m_view);
        box->addWidget(&m_total);
        box->addWidget(&m_field);
        resize(1024, 768);
        connect(&m_field, &QLineEdit::returnPressed, this, [this] { addLine(); });
    }
    QLineEdit &field() { return m_field; }
    [[nodiscard]] int lines() const { return m_lines.rowCount(); }
    void nextSale()
    {
        m_lines.clear();
        m_sum = 0;
    }

private:
    void addLine()
    {
        bindValue(m_lookUp, 1, std::int64_t(m_field.text().toLongLong()));
        m_field.clear();
        if (m_database.row(m_lookUp)) {
            const qint64 price = sqlite3_column_int64(m_lookUp, 1);
            const auto *name = reinterpret_cast<const char *>(sqlite3_column_text(m_lookUp, 0));
            m_lines.add({QString::fromUtf8(name), price});
            m_sum += price;
            m_total.setText(QString::number(double(m_sum) / 100.0, 'f', 2));
            m_view.scrollToBottom();
            m_view.selectRow(m_lines.rowCount() - 1);
        }
        sqlite3_reset(m_lookUp);
    }

    BareDatabase &m_database;
    sqlite3_stmt *m_lookUp;
    Lines m_lines;
    QTableView m_view;
    QLabel m_total{QStringLiteral("0.00")};
    QLineEdit m_field;
    qint64 m_sum = 0;
};

void scan(QLineEdit &field, const std::string &code)
{
    for (const char digit : code) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_0 + digit - '0', Qt::NoModifier, QString(QLatin1Char(digit)));
        QCoreApplication::sendEvent(&field, &key);
    }
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    QCoreApplication::sendEvent(&field, &enter);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const std::uint64_t products = std::stoull(argv[2]);
    const int scans = argc > 3 ? std::stoi(argv[3]) : 1000;
    BareDatabase database(argv[1], "PRAGMA cache_size=-8192;");
    Floor window(database);
    window.show();
    window.field().setFocus();
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
    Samples samples;
    constexpr int kWarm = 50;
    for (int i = 0; i < scans + kWarm; ++i) {
        if (i % 5 == 0)
            window.nextSale();
        QCoreApplication::processEvents();
        QGuiApplication::sync();
        const std::string code = product(mixed(std::uint64_t(i)) % products).gtin;
        const int before = window.lines();
        const auto work = [&] {
            scan(window.field(), code);
            QCoreApplication::processEvents();
            QGuiApplication::sync();
        };
        i < kWarm ? work() : samples.time(work);
        if (window.lines() != before + 1)
            qFatal("a scan was lost: %s", code.c_str());
    }
    samples.print("scan.bare");
    return 0;
}
