// What the files of states, actors and places share: coordinates, prices of names, adjectives of states and towns.
#include "compile/name_forms.h"

#include <fmt/format.h>

#include <charconv>

#include "base/utf8.h"

namespace isnad {
namespace {

/// A nisba of two words ("North Korean") is a name of its country in its four singular forms.
void add_compound_nisba(CompileContext& c, const std::string& nisba, uint32_t country) {
  if (country == kNone) return;
  for (const bool feminine : {false, true})
    for (const bool definite : {false, true}) {
      std::string name;
      for (const std::string& word : alternatives(nisba, ' ')) {
        const bool adjective = word.ends_with("\xD9\x8A\xD9\x91");  // ya, shadda
        const std::string stem = to_utf8(arabic::bare(to_utf32(word)));
        name += (name.empty() ? "" : " ") + std::string(definite && adjective ? "\xD8\xA7\xD9\x84" : "") + stem +
                (feminine && adjective ? "\xD8\xA9" : "");
      }
      c.add_name(name, {PayloadKind::country, country, 1, 0});
      c.add_proper_forms(name, cost::kUnlistedName);
    }
}

}  // namespace

uint8_t cost_of_name(std::string_view name, int alone) {
  return uint8_t(name.find(' ') == std::string_view::npos ? alone : cost::kUnlistedName);
}

bool parse_coordinate(const std::string& cell, double limit, float& out) {
  double v = 0;
  const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), v);
  out = float(v);
  return code == std::errc() && end == cell.data() + cell.size() && v >= -limit && v <= limit;
}

/// Nisba of a country or city: an adjective with all its forms, or a collective plural that doesn't end in -iyy.
void add_nisba(CompileContext& c, const Table& t, const Row& r, const std::string& nisba, uint32_t country) {
  if (nisba.find(' ') != std::string::npos) return add_compound_nisba(c, nisba, country);
  const bool adjective = nisba.ends_with("\xD9\x8A\xD9\x91");  // ya, shadda
  const uint32_t lemma = c.add_lemma(nisba, adjective ? Upos::adj : Upos::noun);
  Lemma& l = c.image.lemmas[lemma];
  l.country = country;
  l.classes = bit(NounClass::nationality) | (adjective ? 0 : bit(NounClass::person) | bit(NounClass::plural));
  if (adjective) {
    const auto forms = arabic::inflect_adjective({nisba, "", {}});
    if (!forms) return c.fail(t.error(r, forms.error().what, forms.error().remedy));
    for (const auto& f : *forms) {
      const Features features = features_of(f.features, Upos::adj);
      c.add_form(lemma, to_utf8(f.surface), features, attach_of(f), nominal_cost(f, features, cost::kAdjective));
    }
  } else {
    c.add_form(lemma, nisba, Features{}.with(Upos::noun).with(Number::plur).with(Gender::masc), attach::kArticle, cost::kNoun);
  }
}

}  // namespace isnad
