#include "ui/print/receipt_printer.h"

#include "core/receipt/text_renderer.h"
#include "ui/print/paper_words.h"
#include "ui/print/receipt_pdf.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kTextColumns = 42;

struct Outcome {
    QString pdfPath;
    QString problem; ///< empty where both files are there
};

QString fileName(QString title)
{
    for (QChar &character : title)
        if (!character.isLetterOrNumber() && character != u'-' && character != u'.' && character != u'_')
            character = u'_';
    return title.startsWith(u'.') || title.isEmpty() ? u'_' + title : title;
}

QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return path + u": "_s + file.errorString();
}

Outcome writePaper(const QString &folder, const ReceiptDocument &document)
{
    const QString stem = folder + u'/' + fileName(document.title);
    if (!QDir().mkpath(folder))
        return {{}, u"can't make "_s + folder};
    const QByteArray pdf = renderPdf(document);
    if (pdf.isEmpty())
        return {{}, u"can't draw "_s + document.title};
    QString problem = write(stem + u".txt"_s, renderText(document, kTextColumns).toUtf8());
    if (problem.isEmpty())
        problem = write(stem + u".pdf"_s, pdf);
    return {stem + u".pdf"_s, problem};
}

} // namespace

ReceiptPrinter::ReceiptPrinter(
    const QString &folder, const TillConfig &config, WorkQueue &queue, QObject *parent)
    : QObject(parent), m_folder(folder), m_words(paperWords()), m_builder(config, m_words), m_queue(queue)
{
}

void ReceiptPrinter::printSale(const Sale &sale, bool copy) { print(m_builder.saleReceipt(sale, copy)); }

void ReceiptPrinter::printMissing(const Sale &sale)
{
    ReceiptDocument document = m_builder.saleReceipt(sale, false);
    // The PDF is written last.
    if (!QFile::exists(m_folder + u'/' + fileName(document.title) + u".pdf"_s))
        print(std::move(document));
}

void ReceiptPrinter::printReturn(const Return &back, bool copy)
{
    print(m_builder.returnReceipt(back, copy));
}

void ReceiptPrinter::printShift(const ShiftReport &report) { print(m_builder.shiftReport(report)); }

void ReceiptPrinter::print(ReceiptDocument document)
{
    m_queue.post([guard = QPointer<ReceiptPrinter>(this), folder = m_folder, document = std::move(document)] {
        const Outcome outcome = writePaper(folder, document);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, title = document.title, outcome] {
            if (!guard)
                return;
            if (outcome.problem.isEmpty())
                Q_EMIT guard->printed(title, outcome.pdfPath);
            else
                Q_EMIT guard->failed(title, outcome.problem);
        });
    });
}

} // namespace evertill
