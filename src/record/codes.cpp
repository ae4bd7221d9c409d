// Classes as CAMEO, PLOVER and the users of WEIS define them.
#include "record/codes.h"

#include <algorithm>

namespace isnad {
namespace {

struct Kind {
  std::string_view type;
  Quad quad;
};

constexpr std::array<Kind, 16> kPlover{{{"AGREE", Quad::verbal_cooperation},
                                        {"CONSULT", Quad::verbal_cooperation},
                                        {"SUPPORT", Quad::verbal_cooperation},
                                        {"CONCEDE", Quad::verbal_cooperation},
                                        {"COOPERATE", Quad::material_cooperation},
                                        {"AID", Quad::material_cooperation},
                                        {"RETREAT", Quad::material_cooperation},
                                        {"REQUEST", Quad::verbal_conflict},
                                        {"ACCUSE", Quad::verbal_conflict},
                                        {"REJECT", Quad::verbal_conflict},
                                        {"THREATEN", Quad::verbal_conflict},
                                        {"PROTEST", Quad::material_conflict},
                                        {"SANCTION", Quad::material_conflict},
                                        {"MOBILIZE", Quad::material_conflict},
                                        {"COERCE", Quad::material_conflict},
                                        {"ASSAULT", Quad::material_conflict}}};

/// The number that the first two digits make; -1: there are none.
int root_of(std::string_view code) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (code.size() < 2 || !digit(code[0]) || !digit(code[1])) return -1;
  return (code[0] - '0') * 10 + (code[1] - '0');
}

Quad quad_of_cameo(int root) {
  if (root < 1 || root > 20) return Quad::other;
  return root <= 5    ? Quad::verbal_cooperation
         : root <= 9  ? Quad::material_cooperation
         : root <= 14 ? Quad::verbal_conflict
                      : Quad::material_conflict;
}

/// WEIS: 06 grant and 07 reward are deeds, 11 reject to 17 threaten words, 18 demonstrate to 22 force deeds.
Quad quad_of_weis(int root) {
  if (root < 1 || root > 22) return Quad::other;
  if (root == 6 || root == 7) return Quad::material_cooperation;
  return root <= 10 ? Quad::verbal_cooperation : root <= 17 ? Quad::verbal_conflict : Quad::material_conflict;
}

}  // namespace

Quad quad_of(Scheme scheme, std::string_view code) {
  switch (scheme) {
    case Scheme::cameo:
      return quad_of_cameo(root_of(code));
    case Scheme::weis:
      return quad_of_weis(root_of(code));
    case Scheme::plover: {
      const std::string_view type = code.substr(0, code.find_first_of(" /"));
      const auto it = std::find_if(kPlover.begin(), kPlover.end(), [&](const Kind& k) { return k.type == type; });
      return it == kPlover.end() ? Quad::other : it->quad;
    }
    case Scheme::acled:
      return code.starts_with("Strategic") ? Quad::other : Quad::material_conflict;
    case Scheme::ucdp:
      return Quad::material_conflict;
    default:
      return Quad::other;
  }
}

}  // namespace isnad
