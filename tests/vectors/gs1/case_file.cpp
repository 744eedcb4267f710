#include "tests/vectors/gs1/case_file.h"

#include "tests/core/support/shared_data.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr int kMostShown = 40;

QString pathOf(const QString &name)
{
    const QString shared = sharedData(u"gs1/"_s + name);
    return shared.isEmpty() ? QStringLiteral(EVERTILL_TEST_DATA) + u"/gs1/"_s + name : shared;
}

QString column(int value) { return QString::number(value).rightJustified(10); }

} // namespace

std::vector<PublishedCase> publishedCases(const QString &name, const QStringList &asked)
{
    std::vector<PublishedCase> cases;
    for (const QJsonObject &row : jsonLines(pathOf(name))) {
        PublishedCase one{row.value(u"id").toString(), {}, {}};
        for (auto field = row.begin(); field != row.end(); ++field)
            (asked.contains(field.key()) ? one.question : one.expected).insert(field.key(), field.value());
        cases.push_back(one);
    }
    return cases;
}

Result<QJsonObject> askTill(const Input &input)
{
    if (!input.linter.isEmpty())
        return lintedValue(input.linter, input.text);
    const Reader reader{QDate(2026, 11, 21), *Currency::fromCode(u"EUR"), input.stem};
    return CodeReading({}, input.reading, reader).read(input.text);
}

void Tally::notApplicable(const QString &kind, const QString &why)
{
    ++m_rows[kind].notApplicable;
    ++m_reasons[why];
}

void Tally::agreed(const QString &kind) { ++m_rows[kind].agreed; }

void Tally::disagreed(const QString &kind, const QString &what)
{
    ++m_rows[kind].disagreed;
    m_differences.append(kind + u": "_s + what);
}

Tally::Row Tally::total() const
{
    Row sum;
    for (const auto &[kind, row] : m_rows) {
        sum.agreed += row.agreed;
        sum.disagreed += row.disagreed;
        sum.notApplicable += row.notApplicable;
    }
    return sum;
}

int Tally::cases() const
{
    const Row sum = total();
    return sum.agreed + sum.disagreed + sum.notApplicable;
}

int Tally::agreementPerTenThousand() const
{
    const Row sum = total();
    const int judged = sum.agreed + sum.disagreed;
    return judged == 0 ? 0 : sum.agreed * 10'000 / judged;
}

void Tally::print() const
{
    QTextStream out(stdout);
    const auto line = [&](const QString &kind, const Row &row) {
        out << kind.leftJustified(32) << column(row.agreed + row.disagreed + row.notApplicable)
            << column(row.agreed) << column(row.disagreed) << column(row.notApplicable) << '\n';
    };
    out << m_name.leftJustified(32) << "     cases    agreed disagreed not appl.\n";
    for (const auto &[kind, row] : m_rows)
        line(kind, row);
    line(u"all"_s, total());
    for (const auto &[why, count] : m_reasons)
        out << "  not applicable, " << count << ": " << why << '\n';
    for (const QString &difference : m_differences.mid(0, kMostShown))
        out << "  disagreed: " << difference << '\n';
}

} // namespace evertill::test
