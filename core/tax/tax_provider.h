#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/tax/tax_rate.h"

#include <QDate>

#include <vector>

namespace evertill {

/// Where a tax is rounded: for each single piece, on each line, or once per rate over the whole document.
enum class TaxScope { Unit, Line, Document };

/// One line to be taxed: the amount after every discount that lowers the tax, as priced.
struct TaxQuestionLine {
    Fraction amount; ///< exact; rounded half up it is \a paid
    std::int64_t paid = 0; ///< minor units
    Quantity quantity;
    std::vector<TaxRate> rates; ///< in the order in which they are reckoned
};

/// What a tax service or the local engine is asked. Pure data; amounts are minor units of \a currency.
struct TaxQuestion {
    Currency currency;
    TaxScope scope = TaxScope::Line;
    Rounding how = Rounding::HalfUp;
    QString store;
    QString shipTo; ///< region the goods go to; empty where they leave with the customer
    QDate day; ///< of the sale; invalid where the basket names none
    std::vector<TaxQuestionLine> lines;
};

/// One tax on one line: base and tax in minor units, exactTax before its rounding.
struct TaxOnLine {
    QString id;
    std::int64_t base = 0;
    std::int64_t charged = 0; ///< what the customer pays
    std::int64_t owed = 0; ///< what the buyer owes to the state instead (reverse charge)
    Fraction exactBase;
    Fraction exactTax;
};

/// gross = net + Σ charged.
struct TaxAnswerLine {
    std::int64_t net = 0;
    std::int64_t gross = 0;
    std::vector<TaxOnLine> taxes;
};

/// A row of the receipt's tax summary: all taxes of one label.
struct TaxSummaryRow {
    QString label;
    std::int64_t base = 0; ///< each line counts once
    std::int64_t charged = 0;
    std::int64_t owed = 0;
};

/// Σ charged of the lines under a label = its row's, to the cent. Rows in the order in which labels appear.
struct TaxAnswer {
    std::vector<TaxAnswerLine> lines;
    std::vector<TaxSummaryRow> summary;
    QString source; ///< who answered: "local", or the service's name
};

/// Who says what tax is due: the local engine always; a service may for ship-to addresses that only it
/// knows. Called on any thread; must not keep state that changes its answers.
class TaxProvider {
public:
    virtual ~TaxProvider() = default;
    /// Refuses what it can't answer now (Unreachable, BadAnswer); never a guess.
    [[nodiscard]] virtual Result<TaxAnswer> answer(const TaxQuestion &question) const = 0;
};

/// Asks \a first, and \a otherwise where that one refuses or its answer does not hold to the cent: a sale
/// never waits for a service. Both outlive this.
class FallbackTaxProvider final : public TaxProvider {
public:
    FallbackTaxProvider(const TaxProvider &first, const TaxProvider &otherwise)
        : m_first(first), m_otherwise(otherwise)
    {
    }
    [[nodiscard]] Result<TaxAnswer> answer(const TaxQuestion &question) const override;

private:
    const TaxProvider &m_first;
    const TaxProvider &m_otherwise;
};

/// Whether \a answer is one to \a question that holds: a line for each line, and net + charged = gross.
[[nodiscard]] bool holdsToTheCent(const TaxQuestion &question, const TaxAnswer &answer);

} // namespace evertill
