#include "ui/ticket/ticket_gifts.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QGridLayout>
#include <QLabel>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostGifts = 2; // the lines of the ticket need the room more

QString wordsOf(const TicketGift &gift)
{
    const QString goods = gift.units == 1
        ? gift.product.name
        : TicketGifts::tr("%1 \u00d7 %2", "pieces, product").arg(gift.units).arg(gift.product.name);
    return gift.name.isEmpty() ? TicketGifts::tr("Free: %1").arg(goods)
                               : TicketGifts::tr("Free with \u201c%1\u201d: %2").arg(gift.name, goods);
}

} // namespace

TicketGifts::TicketGifts(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(u"gifts"_s);
    m_grid->setContentsMargins(16, 0, 16, 0);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    hide();
}

void TicketGifts::render(const TicketView &view)
{
    std::vector<TicketGift> gifts = view.gifts;
    if (gifts.size() > kMostGifts)
        gifts.resize(kMostGifts);
    if (gifts == m_gifts)
        return;
    m_gifts = std::move(gifts);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        // Later, not now: this may run inside the key's own click.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_gifts.size(); ++i)
        addRow(m_gifts[i], int(i));
    setVisible(!m_gifts.empty());
}

void TicketGifts::addRow(const TicketGift &gift, int row)
{
    auto *words = new QLabel(wordsOf(gift), this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setTone(*words, "money");
    auto *key =
        new BigButton(tr("Add", "a gift"), row == 0 ? QKeySequence(Qt::Key_Insert) : QKeySequence(), this);
    key->setObjectName(u"addGift"_s);
    key->setAccessibleName(tr("Add %1, free of charge").arg(gift.product.name));
    key->setFocusPolicy(Qt::TabFocus);
    connect(key, &BigButton::clicked, this, [this, sku = gift.product.sku] { Q_EMIT addRequested(sku); });
    m_grid->addWidget(words, row, 0);
    m_grid->addWidget(key, row, 1);
    // A layout would show them only once the loop turns.
    words->show();
    key->show();
}

} // namespace evertill
