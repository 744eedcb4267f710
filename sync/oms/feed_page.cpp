#include "sync/oms/feed_page.h"

#include "sync/oms/feed_change.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {

bool isCursor(const QByteArray &cursor)
{
    return !cursor.isEmpty() && cursor.size() <= 200
        && std::all_of(cursor.begin(), cursor.end(), [](char c) { return c > ' ' && c <= '~'; });
}

Result<FeedPage> decodePage(const QByteArray &body)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    FeedPage page;
    page.cursor = fields.text("cursor"_L1).toUtf8();
    if (!isCursor(page.cursor))
        fields.fail(u"cursor: not 1 to 200 plain characters"_s);
    page.more = fields.boolean("more"_L1);
    JsonFields included(fields.object("included"_L1), u"included"_s);
    page.included = positionIn(included);
    const QJsonArray changes = fields.array("changes"_L1);
    // Or it would go on for ever.
    if (page.more && changes.isEmpty())
        fields.fail(u"more: there is more, but nothing on this page"_s);
    if (!fields.ok() || !included.ok())
        return badAnswer(fields.ok() ? included.problem() : fields.problem());
    page.changes.reserve(std::size_t(changes.size()));
    for (qsizetype i = 0; i < changes.size(); ++i) {
        auto change = decodeChange(changes.at(i).toObject());
        if (!change)
            return badAnswer(
                u"changes[%1]: %2"_s.arg(i).arg(change.error().facts.value(u"problem"_s).toString()));
        if (*change)
            page.changes.push_back(std::move(**change));
    }
    return page;
}

} // namespace evertill
