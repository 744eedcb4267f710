#pragma once

#include "app/ctl/codes/code_reading.h"

#include <QJsonArray>

#include <vector>

namespace evertill::test {

/// One published case, parted so that who turns it into input can't look at what is expected.
struct PublishedCase {
    QString id;
    QJsonObject question; ///< what was asked
    QJsonObject expected; ///< what GS1's own software answered
};

/// The cases of \a name: the large set beside the clone where it is there, else the excerpt in
/// tests/data/gs1. Those fields of a row that are named in \a asked are the question, all others the answer.
[[nodiscard]] std::vector<PublishedCase> publishedCases(const QString &name, const QStringList &asked);

/// What is put to the till for a case.
struct Input {
    QString notApplicable; ///< why the case says nothing about a till; empty: it does
    QString text;
    QString linter; ///< the value is put to this linter; empty: it is a code
    gs1::ScanReading reading;
    std::string stem = "https://id.gs1.org";
};

/// What `evertillctl barcode` says to \a input.
[[nodiscard]] Result<QJsonObject> askTill(const Input &input);

/// Counts how cases came out, and prints it.
class Tally final {
public:
    explicit Tally(QString name) : m_name(std::move(name)) { }

    void notApplicable(const QString &kind, const QString &why);
    void agreed(const QString &kind);
    void disagreed(const QString &kind, const QString &what);
    void print() const;

    [[nodiscard]] int cases() const;
    /// Of the cases that say something about a till, per ten thousand.
    [[nodiscard]] int agreementPerTenThousand() const;

private:
    struct Row {
        int agreed = 0;
        int disagreed = 0;
        int notApplicable = 0;
    };
    [[nodiscard]] Row total() const;

    QString m_name;
    std::map<QString, Row> m_rows;
    std::map<QString, int> m_reasons;
    QStringList m_differences;
};

} // namespace evertill::test
