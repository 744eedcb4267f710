#pragma once

#include <QString>

#include <variant>
#include <vector>

namespace evertill {

enum class Align { Left, Centre, Right };
enum class Weight {
    Normal,
    Bold,
    Large
}; ///< Large: double height and width where the device has it, and bold

/// A paragraph, wrapped where it is too long.
struct TextBlock {
    QString text;
    Align align = Align::Left;
    Weight weight = Weight::Normal;
    friend bool operator==(const TextBlock &, const TextBlock &) = default;
};
/// Left text, and a right text that is never cut; the left one wraps beside it.
struct ColumnsBlock {
    QString left;
    QString right;
    Weight weight = Weight::Normal;
    int indent = 0; ///< columns that the left text stands in
    friend bool operator==(const ColumnsBlock &, const ColumnsBlock &) = default;
};
/// A row of a small table: the first cell left, the others right, all of one width.
struct TableRowBlock {
    std::vector<QString> cells;
    Weight weight = Weight::Normal;
    friend bool operator==(const TableRowBlock &, const TableRowBlock &) = default;
};
struct RuleBlock {
    friend bool operator==(const RuleBlock &, const RuleBlock &) = default;
};
struct SpaceBlock {
    friend bool operator==(const SpaceBlock &, const SpaceBlock &) = default;
};
/// What stands out: the label left, the amount right, large.
struct TotalBlock {
    QString label;
    QString amount;
    friend bool operator==(const TotalBlock &, const TotalBlock &) = default;
};
/// Code 128 of \a text, with the text under it. ASCII only.
struct BarcodeBlock {
    QString text;
    friend bool operator==(const BarcodeBlock &, const BarcodeBlock &) = default;
};

using ReceiptBlock =
    std::variant<TextBlock, ColumnsBlock, TableRowBlock, RuleBlock, SpaceBlock, TotalBlock, BarcodeBlock>;

/// What is on a receipt, from top to bottom, without a word on which device draws it.
struct ReceiptDocument {
    QString title; ///< for a file's or a page's name: the receipt number
    std::vector<ReceiptBlock> blocks;
    friend bool operator==(const ReceiptDocument &, const ReceiptDocument &) = default;
};

} // namespace evertill
