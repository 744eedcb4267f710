#include "ui/theme/theme.h"

#include <cmath>

namespace evertill {

namespace {

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

Theme::Sizes scaled(int percent)
{
    Theme::Sizes sizes;
    for (int *type : {&sizes.small, &sizes.body, &sizes.large, &sizes.title, &sizes.total, &sizes.huge})
        *type = *type * percent / 100;
    return sizes;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

Theme Theme::light(int textPercent)
{
    Theme theme;
    theme.mode = Mode::Light;
    theme.size = scaled(textPercent);
    theme.colour = {
        .window = rgb(0xf1f3f6),
        .surface = rgb(0xffffff),
        .raised = rgb(0xffffff),
        .pressed = rgb(0xd9e0ea),
        .hover = rgb(0xeef2f8),
        .outline = rgb(0xcbd3de),
        .text = rgb(0x17202b),
        .quiet = rgb(0x566273),
        .disabled = rgb(0x8d97a5),
        .accent = rgb(0x1d56c9),
        .accentHeld = rgb(0x17469f),
        .onAccent = rgb(0xffffff),
        .accentSoft = rgb(0xe2ebfc),
        .money = rgb(0x0b6b3a),
        .moneySoft = rgb(0xe0f4e8),
        .waiting = rgb(0x854800),
        .waitingSoft = rgb(0xfff0d6),
        .refusal = rgb(0xb0201a),
        .refusalSoft = rgb(0xfde9e7),
        .rail = rgb(0x18222f),
        .onRail = rgb(0xf4f6f9),
        .onRailQuiet = rgb(0xa9b5c5),
        .railChosen = rgb(0x2f3e52),
    };
    return theme;
}

Theme Theme::dark(int textPercent)
{
    Theme theme;
    theme.mode = Mode::Dark;
    theme.size = scaled(textPercent);
    theme.colour = {
        .window = rgb(0x12171e),
        .surface = rgb(0x1a212b),
        .raised = rgb(0x252e3a),
        .pressed = rgb(0x3a4655),
        .hover = rgb(0x2d3744),
        .outline = rgb(0x3b4756),
        .text = rgb(0xedf1f6),
        .quiet = rgb(0xa8b4c3),
        .disabled = rgb(0x6f7b8a),
        .accent = rgb(0x6ba0ff),
        .accentHeld = rgb(0x8fb7ff),
        .onAccent = rgb(0x071530),
        .accentSoft = rgb(0x1f3560),
        .money = rgb(0x63d897),
        .moneySoft = rgb(0x153626),
        .waiting = rgb(0xffc46b),
        .waitingSoft = rgb(0x3a2b12),
        .refusal = rgb(0xff9087),
        .refusalSoft = rgb(0x431d1c),
        .rail = rgb(0x0b0f14),
        .onRail = rgb(0xf0f3f7),
        .onRailQuiet = rgb(0x97a4b5),
        .railChosen = rgb(0x243040),
    };
    return theme;
}

int contrastTimes100(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return static_cast<int>(std::floor(100.0 * (one > other ? one / other : other / one)));
}

} // namespace evertill
