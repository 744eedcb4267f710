#pragma once

#include <initializer_list>

class QLayout;
class QWidget;

namespace evertill {

class BigButton;

/// Where a page asks for something: \a entry one below the other on the left, fields and then the pad that
/// fills the rest; on the right \a keys, large, the way back last and smaller. The page owns all of them.
[[nodiscard]] QLayout *entryBesideKeys(
    std::initializer_list<QWidget *> entry, std::initializer_list<BigButton *> keys);

} // namespace evertill
