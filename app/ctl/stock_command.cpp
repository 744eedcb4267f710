#include "app/ctl/stock_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/replica/replica_reader.h"
#include "core/stock/stock_view.h"

using namespace Qt::StringLiterals;

namespace evertill {

QString StockCommand::name() const { return u"stock"_s; }

QString StockCommand::summary() const
{
    return u"says what is on hand of a product: the OMS's level and what this till did since"_s;
}

void StockCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addPositionalArgument(argument(), u"The product."_s);
}

Result<> StockCommand::run(const QCommandLineParser &arguments)
{
    const QString sku = arguments.positionalArguments().first();
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    ReplicaReader replica(*tillFolder(arguments));
    const StockLevel level = StockView(replica, **ledger).level(sku);
    if (!level.known)
        return refuse(Code::UnknownProduct, {{u"sku"_s, sku}});
    print({{u"sku"_s, sku}, {u"on_hand"_s, qint64(level.onHand.thousandths())},
        {u"reserved"_s, qint64(level.reserved.thousandths())}});
    return {};
}

} // namespace evertill
