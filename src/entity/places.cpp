// Which place a name means: candidates are the lexicon's, the choice is the context's.
#include "entity/places.h"

#include <fmt/format.h>

namespace isnad {
namespace {

class PlaceFinder {
 public:
  PlaceFinder(const Grammar& g, Entities& out) : g_(g), out_(out), spoken_(out.spoken_of) {}

  void run() {
    note_countries();
    out_.places.clear();
    out_.place_of.assign(g_.mentions.names.size(), kNone);
    for (uint32_t i = 0; i < g_.mentions.names.size(); ++i) name(i);
  }

 private:
  void name(uint32_t index) {
    const NameMatch& n = g_.mentions.names[index];
    PlaceMention m;
    m.name = index;
    for (const Payload& p : g_.lexicon.payloads_of(n.node)) {
      if (p.kind == PayloadKind::country && p.low != 2 && p.low != 3 && m.country == kNone) m.country = p.index;
      if (p.kind == PayloadKind::place && (m.place == kNone || spoken_of_place(m.place) < spoken_of_place(p.index))) m.place = p.index;
    }
    out_.place_of[index] = m.place;
    if (m.country != kNone) m.place = kNone;
    if (m.country == kNone && m.place == kNone) return;
    m.span = {g_.text.origin[n.first_letter], g_.text.tokens[n.last.value - 1].span.end};
    m.rule = "place.name";
    out_.places.push_back(m);
  }

  /// How often the document names each country, by name or adjective.
  void note_countries() {
    spoken_.assign(g_.lexicon.countries.size(), 0);
    for (const NameMatch& n : g_.mentions.names)
      for (const Payload& x : g_.lexicon.payloads_of(n.node))
        if (x.kind == PayloadKind::country) ++spoken_[x.index];
    for (const Word& w : g_.words.words)
      if (w.lemma.valid() && g_.lexicon.lemma(w.lemma).country != kNone) ++spoken_[g_.lexicon.lemma(w.lemma).country];
  }

  [[nodiscard]] uint32_t spoken_of_place(uint32_t place) const {
    const auto iso3 = g_.lexicon.text(g_.lexicon.places[place].country);
    for (size_t i = 0; i < spoken_.size(); ++i)
      if (spoken_[i] && g_.lexicon.text(g_.lexicon.countries[i].iso3) == iso3) return spoken_[i];
    return 0;
  }

  const Grammar& g_;
  Entities& out_;
  std::vector<uint32_t>& spoken_;
};

}  // namespace

void find_places(const Grammar& g, Entities& out) { PlaceFinder(g, out).run(); }

std::string dump_places(const Lexicon& lexicon, const Document& document, const Entities& entities) {
  std::string out;
  for (const PlaceMention& m : entities.places) {
    const Str id = m.place != kNone ? lexicon.places[m.place].id : lexicon.countries[m.country].iso3;
    out += fmt::format("{}..{} {} {} {}\n", m.span.begin, m.span.end, lexicon.text(id), m.rule, document.at(m.span));
  }
  return out;
}

}  // namespace isnad
