#include "core/receipt/escpos_renderer.h"

#include "core/receipt/code_page.h"
#include "core/receipt/text_renderer.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// What ESC @ selects: the first page of the table.
constexpr int kPageAfterReset = 437;
// Font A has cells of 12 dots.
constexpr int kDotsPerColumn = 12;
constexpr qsizetype kLongestBarcode = 253;

struct Spelling {
    char16_t from;
    const char16_t *to;
};
// What goes out where no page of the printer has the character, and taking its accent off does not help.
constexpr Spelling kSpellings[] = {{u'€', u"EUR"}, {u'–', u"-"}, {u'—', u"-"}, {u'‐', u"-"}, {u'−', u"-"},
    {u'‘', u"'"}, {u'’', u"'"}, {u'“', u"\""}, {u'”', u"\""}, {u'„', u"\""}, {u'…', u"..."}, {u'×', u"x"},
    {u'\u00a0', u" "}, {u'\u202f', u" "}, {u'ß', u"ss"}, {u'Æ', u"AE"}, {u'æ', u"ae"}, {u'Ø', u"O"},
    {u'ø', u"o"}, {u'Œ', u"OE"}, {u'œ', u"oe"}, {u'Ł', u"L"}, {u'ł', u"l"}, {u'Đ', u"D"}, {u'đ', u"d"},
    {u'ı', u"i"}, {u'™', u"TM"}};

class Encoder final {
public:
    explicit Encoder(const EscposProfile &profile)
    {
        for (const int number : profile.codePages)
            if (const CodePage *page = CodePage::byNumber(number))
                m_pages.push_back(page);
        if (m_pages.empty())
            m_pages.push_back(CodePage::byNumber(kPageAfterReset));
        m_current = CodePage::byNumber(kPageAfterReset);
    }

    /// \a text in characters that the printer has, so that it can be laid out before it is encoded.
    [[nodiscard]] QString printable(const QString &text) const
    {
        QString shown;
        for (const char32_t character : text.normalized(QString::NormalizationForm_C).toUcs4())
            shown += printable(character);
        return shown;
    }

    void write(QByteArray &out, const QString &printableText)
    {
        for (const QChar character : printableText) {
            const char16_t unit = character.unicode();
            if (!m_current->byteOf(unit))
                select(out, pageWith(unit));
            out += m_current->byteOf(unit).value_or('?');
        }
    }

private:
    [[nodiscard]] const CodePage *pageWith(char16_t unit) const
    {
        const auto page = std::find_if(m_pages.begin(), m_pages.end(),
            [=](const CodePage *known) { return known->byteOf(unit).has_value(); });
        return page == m_pages.end() ? nullptr : *page;
    }

    [[nodiscard]] QString printable(char32_t character) const
    {
        if (character < 0x20 && character != U'\n')
            return {};
        if (character > 0xffff)
            return u"?"_s;
        if (pageWith(char16_t(character)))
            return QChar(char16_t(character));
        for (const Spelling &spelling : kSpellings)
            if (spelling.from == character)
                return QString::fromUtf16(spelling.to);
        const QString base =
            QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_D).left(1);
        if (QChar::isSurrogate(base.front().unicode()) || base.front().isMark())
            return {};
        return pageWith(base.front().unicode()) ? base : u"?"_s;
    }

    void select(QByteArray &out, const CodePage *page)
    {
        if (!page || page == m_current)
            return;
        m_current = page;
        out += QByteArray{"\x1bt"} + char(page->escT);
    }

    std::vector<const CodePage *> m_pages;
    const CodePage *m_current;
};

class Writer final {
public:
    explicit Writer(const EscposProfile &profile) : m_profile(profile), m_encoder(profile) { }

    void operator()(const TextBlock &block)
    {
        lines(TextBlock{m_encoder.printable(block.text), block.align, block.weight}, block.weight);
    }
    void operator()(const ColumnsBlock &block)
    {
        lines(ColumnsBlock{m_encoder.printable(block.left), m_encoder.printable(block.right), block.weight,
                  block.indent},
            block.weight);
    }
    void operator()(const TableRowBlock &block)
    {
        TableRowBlock shown = block;
        for (QString &cell : shown.cells)
            cell = m_encoder.printable(cell);
        lines(shown, block.weight);
    }
    void operator()(const RuleBlock &block) { lines(block, Weight::Normal); }
    void operator()(const SpaceBlock &block) { lines(block, Weight::Normal); }
    void operator()(const TotalBlock &block)
    {
        lines(TotalBlock{m_encoder.printable(block.label), m_encoder.printable(block.amount)}, Weight::Large);
    }
    void operator()(const BarcodeBlock &block) { barcode(block.text.toLatin1()); }

    QByteArray out;

private:
    void lines(const ReceiptBlock &block, Weight weight)
    {
        setWeight(weight);
        // Large is twice as wide: half as many columns.
        for (const QString &line :
            layOut(block, weight == Weight::Large ? m_profile.columns / 2 : m_profile.columns)) {
            m_encoder.write(out, line);
            out += '\n';
        }
        setWeight(Weight::Normal);
    }

    void setWeight(Weight weight)
    {
        if (weight == m_weight)
            return;
        const bool wasLarge = m_weight == Weight::Large;
        if ((weight != Weight::Normal) != (m_weight != Weight::Normal))
            out += QByteArray{"\x1b"
                              "E"}
                + char(weight != Weight::Normal);
        if (wasLarge != (weight == Weight::Large))
            out += QByteArray{"\x1d!"} + char(weight == Weight::Large ? 0x11 : 0x00);
        m_weight = weight;
    }

    void barcode(QByteArray text)
    {
        // In code set B a brace begins a command; doubled it is itself.
        text.replace("{", "{{");
        text = text.left(kLongestBarcode);
        out += QByteArray{"\x1b"
                          "a\x01"};
        out += QByteArray{"\x1dh"} + char(80);
        // The widest modules that fit between the margins; Code 128 takes 11 a character, and 35 around them.
        const int modules = 11 * int(text.size()) + 35;
        out += QByteArray{"\x1dw"} + char(std::clamp(m_profile.columns * kDotsPerColumn / modules, 1, 3));
        out += QByteArray{"\x1dH\x02"};
        out += QByteArray{"\x1dkI"} + char(text.size() + 2) + "{B" + text;
        out += QByteArray("\x1b"
                          "a\x00",
            3);
    }

    const EscposProfile &m_profile;
    Encoder m_encoder;
    Weight m_weight = Weight::Normal;
};

} // namespace

QByteArray renderEscpos(const ReceiptDocument &document, const EscposProfile &profile)
{
    Writer writer(profile);
    writer.out = QByteArray{"\x1b@"};
    if (profile.opensDrawer)
        writer.out += QByteArray("\x1bp\x00\x32\x78", 5);
    for (const ReceiptBlock &block : document.blocks)
        std::visit(writer, block);
    if (profile.cuts)
        writer.out += QByteArray(
            "\x1dVB\x03", 4); // feeds to the knife and three dots more, then cuts, leaving one point
    else
        writer.out += QByteArray{"\x1b"
                                 "d\x05"};
    return writer.out;
}

} // namespace evertill
