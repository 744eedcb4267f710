#include "ui/widgets/entry_layout.h"

#include "ui/theme/restyle.h"
#include "ui/widgets/big_button.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace evertill {

QLayout *entryBesideKeys(std::initializer_list<QWidget *> entry, std::initializer_list<BigButton *> keys)
{
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    for (QWidget *part : entry)
        left->addWidget(part, part == *std::prev(entry.end()) ? 1 : 0);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    for (BigButton *key : keys) {
        const bool leadsBack = key == *std::prev(keys.end());
        key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setType(*key, leadsBack ? "large" : "title");
        right->addWidget(key, leadsBack ? 2 : 3);
    }
    auto *both = new QHBoxLayout;
    both->setSpacing(12);
    both->addLayout(left, 5);
    both->addLayout(right, 4);
    return both;
}

} // namespace evertill
