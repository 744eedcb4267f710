#pragma once

namespace evertill {

/// The distances between what stands on a page, in pixels at 100 %: multiples of the theme's step, and one
/// half of it.
inline constexpr int kCloseSpace = 8;
inline constexpr int kSpace = 12;
inline constexpr int kWideSpace = 16;

} // namespace evertill
