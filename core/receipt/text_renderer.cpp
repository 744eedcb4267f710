#include "core/receipt/text_renderer.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

struct Range {
    char32_t from, to;
};
// Unicode's East_Asian_Width W and F, as far as names of goods and shops use them.
constexpr Range kWide[] = {{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf},
    {0x4e00, 0x9fff}, {0xa000, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
    {0xfe10, 0xfe19}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

int widthOf(char32_t character)
{
    const auto category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format || category == QChar::Other_Control)
        return 0;
    const bool isWide = std::any_of(std::begin(kWide), std::end(kWide),
        [=](Range range) { return character >= range.from && character <= range.to; });
    return isWide ? 2 : 1;
}

QString spaces(int count) { return QString(std::max(count, 0), u' '); }

/// How many UTF-16 units of \a text, whole characters only, take at most \a columns; at least one character,
/// lest nothing ends.
qsizetype unitsWithin(QStringView text, int columns)
{
    qsizetype at = 0;
    int used = 0;
    while (at < text.size()) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : char32_t(text[at].unicode());
        used += widthOf(character);
        if (used > columns && at > 0)
            break;
        at += isPair ? 2 : 1;
    }
    return at;
}

/// \a text in lines of at most \a columns, broken at spaces where there are any.
std::vector<QString> wrap(const QString &text, int columns)
{
    std::vector<QString> lines;
    for (QStringView rest : QStringView(text).split(u'\n')) {
        do {
            qsizetype end = unitsWithin(rest, columns);
            if (end < rest.size() && rest[end] != u' ') {
                const qsizetype space = rest.left(end).lastIndexOf(u' ');
                if (space > 0)
                    end = space;
            }
            QString line = rest.left(end).toString();
            while (line.endsWith(u' '))
                line.chop(1);
            lines.push_back(std::move(line));
            rest = rest.mid(end);
            while (rest.startsWith(u' '))
                rest = rest.mid(1);
        } while (!rest.isEmpty());
    }
    return lines;
}

QString aligned(const QString &line, Align align, int columns)
{
    const int free = columns - columnsOf(line);
    return align == Align::Left ? line : spaces(align == Align::Centre ? free / 2 : free) + line;
}

std::vector<QString> layOut(const TextBlock &block, int columns)
{
    auto lines = wrap(block.text, columns);
    for (QString &line : lines)
        line = line.isEmpty() ? line : aligned(line, block.align, columns);
    return lines;
}

/// Left text that wraps beside a right one that stands whole at the end of the last line.
std::vector<QString> layOut(const ColumnsBlock &block, int columns)
{
    const int right = columnsOf(block.right);
    const int room = columns - block.indent - (right > 0 ? right + 1 : 0);
    // A left column narrower than a word is no column: the right text gets a line of its own.
    const bool isBeside = room >= std::min(8, columnsOf(block.left));
    auto lines = wrap(block.left, std::max(isBeside ? room : columns - block.indent, 1));
    for (QString &line : lines)
        line = spaces(line.isEmpty() ? 0 : block.indent) + line;
    if (right == 0)
        return lines;
    if (!isBeside)
        lines.push_back(QString());
    lines.back() += spaces(columns - columnsOf(lines.back()) - right) + block.right;
    return lines;
}

/// Every cell's last column lies on a grid of equal cells; one that is too wide pushes on what follows.
std::vector<QString> layOut(const TableRowBlock &block, int columns)
{
    QString line;
    for (std::size_t i = 0; i < block.cells.size(); ++i) {
        if (i == 0) {
            line = block.cells[0];
            continue;
        }
        const int end = columns * int(i + 1) / int(block.cells.size());
        line += spaces(std::max(end - columnsOf(line) - columnsOf(block.cells[i]), 1)) + block.cells[i];
    }
    return columnsOf(line) <= columns ? std::vector{line} : wrap(line, columns);
}

std::vector<QString> layOut(const RuleBlock &, int columns) { return {QString(columns, u'-')}; }

std::vector<QString> layOut(const SpaceBlock &, int) { return {QString()}; }

std::vector<QString> layOut(const TotalBlock &block, int columns)
{
    return layOut(ColumnsBlock{block.label, block.amount, Weight::Large}, columns);
}

std::vector<QString> layOut(const BarcodeBlock &block, int columns)
{
    return layOut(TextBlock{block.text, Align::Centre}, columns);
}

} // namespace

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const char32_t character : text.toUcs4())
        columns += widthOf(character);
    return columns;
}

std::vector<QString> layOut(const ReceiptBlock &block, int columns)
{
    auto lines = std::visit([=](const auto &one) { return layOut(one, columns); }, block);
    for (QString &line : lines)
        while (line.endsWith(u' '))
            line.chop(1);
    return lines;
}

QString renderText(const ReceiptDocument &document, int columns)
{
    QString text;
    for (const ReceiptBlock &block : document.blocks)
        for (const QString &line : layOut(block, columns))
            text += line + u'\n';
    return text;
}

} // namespace evertill
