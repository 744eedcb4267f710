#pragma once

#include "tests/sandbox/store/position.h"
#include "tests/sandbox/store/refusal.h"
#include "tests/sandbox/store/store.h"

#include <QByteArrayList>

namespace evertill::sandbox {

/// One answer of the feed.
struct Page {
    QByteArrayList changes; ///< JSON text of each Change
    QByteArray cursor;
    Position included;
    bool more = false;
    bool isNews = false; ///< it says something that the cursor did not know: a change, or a later `included`

    [[nodiscard]] QByteArray json() const;
};

/// What changed, in the order of the changes, each entity at the place of its last one. The cost of a page is
/// that of its rows.
class Feed final {
public:
    explicit Feed(Store &store) : m_store(store) { }

    /// Up to \a limit changes (or about 1 MiB) after \a cursor; empty means from the beginning. One read
    /// transaction. `included` is how far this till's journal was accepted where the page reaches the feed's
    /// end; on pages before that it stays where the cursor left it, since an effect may have moved to a later
    /// page: `through` tells there. Refuses `cursor_gone` for a cursor of another file, or of a
    /// history that this one lost when it was restored.
    [[nodiscard]] Result<Page> page(const QString &till, const QByteArray &cursor, int limit);

    /// The cursor at the feed's end, and what it includes; within the caller's read transaction.
    [[nodiscard]] QByteArray endCursor(Position included);

private:
    struct Place {
        qint64 change = 0;
        Position included;
        /// The feed's end when the page was read: what changed again until then was left for later pages, so
        /// a history without that change is another one.
        qint64 readAt = 0;
    };
    [[nodiscard]] Result<Place> placeOf(const QString &till, const QByteArray &cursor);
    [[nodiscard]] QByteArray cursorAt(const Place &place);
    [[nodiscard]] qint64 head();
    /// The mark of the commit that made this change.
    [[nodiscard]] QByteArray markOf(qint64 change);
    void fill(Page &page, Place &place, const QString &till, int limit);

    Store &m_store;
};

} // namespace evertill::sandbox
