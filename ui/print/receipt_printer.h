#pragma once

#include "core/receipt/receipt_builder.h"
#include "core/store/work_queue.h"

#include <QObject>

namespace evertill {

/// Where the paper of the day goes: folder/<receipt number>.pdf and .txt, a shift's report under its own
/// title. Call it once what the paper says is durable. GUI thread; drawing and writing happen on the queue,
/// which is not the ledger's, so that neither a scan nor a sale waits for paper. A file is there whole or not
/// at all. The same paper again replaces the file.
class ReceiptPrinter final : public QObject {
    Q_OBJECT
public:
    /// \a folder is made where it is missing. \a config and \a queue outlive this.
    ReceiptPrinter(
        const QString &folder, const TillConfig &config, WorkQueue &queue, QObject *parent = nullptr);

    void printSale(const Sale &sale, bool copy = false);
    /// Prints \a sale where its paper is not there: the till stopped between the sale and its receipt.
    void printMissing(const Sale &sale);
    void printReturn(const Return &back, bool copy = false);
    void printShift(const ShiftReport &report);

    [[nodiscard]] QString folder() const { return m_folder; }

Q_SIGNALS:
    /// Both files of \a title are there; \a pdfPath is the one to look at.
    void printed(const QString &title, const QString &pdfPath);
    /// The paper of \a title could not be written: \a problem is for a log. What it would have said is safe
    /// in the ledger.
    void failed(const QString &title, const QString &problem);

private:
    void print(ReceiptDocument document);

    QString m_folder;
    ReceiptWords m_words;
    ReceiptBuilder m_builder;
    WorkQueue &m_queue;
};

} // namespace evertill
