// What kind of event is meant by a code: verbal or material, cooperation or conflict.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace isnad {

/// The four quad classes; `other`: a code that the scheme doesn't know, or none.
enum class Quad : uint8_t { other, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, count_ };
inline constexpr std::array<std::string_view, size_t(Quad::count_)> kQuadNames{"other", "VC", "MC", "VK", "MK"};

/// CAMEO (Gerner et al. 2002), WEIS (McClelland 1976), PLOVER, the types of ACLED, UCDP's types of violence.
enum class Scheme : uint8_t { none, cameo, weis, plover, acled, ucdp, count_ };
inline constexpr std::array<std::string_view, size_t(Scheme::count_)> kSchemeNames{"none", "cameo", "weis", "plover", "acled", "ucdp"};

/// The class of a code: of CAMEO and WEIS by its first two digits, of PLOVER and ACLED by the type before a blank or slash.
Quad quad_of(Scheme scheme, std::string_view code);

}  // namespace isnad
