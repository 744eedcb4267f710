#pragma once

#include <QScrollArea>

namespace evertill {

/// A page that may need more room than the screen has, with large text on a small screen: then it scrolls,
/// and the window stays within the screen.
class ScrollPage : public QScrollArea {
    Q_OBJECT
public:
    /// \a page becomes its child.
    explicit ScrollPage(QWidget *page, QWidget *parent = nullptr);
};

} // namespace evertill
