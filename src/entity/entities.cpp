// The order of the steps, the country of the context, and the dump.
#include "entity/entities.h"

#include <fmt/format.h>

#include "entity/places.h"
#include "entity/resolve.h"

namespace isnad {
namespace {

/// Actors without a country of their own get the one where the sentence, else the document, places things; in a field of its own.
void context_countries(const Grammar& g, Entities& out) {
  std::string_view document, sentence;
  SentenceId current;
  const auto country_of = [&](const Entity& e) -> std::string_view {
    if (e.place != kNone) return g.lexicon.text(g.lexicon.places[e.place].country);
    return e.kind == EntityKind::country && e.via != Via::metonymy ? e.country : std::string_view();
  };
  for (Entity& e : out.entities) {
    const SentenceId s = g.mentions[e.phrase].sentence;
    if (s != current) current = s, sentence = {};
    if (const auto c = country_of(e); !c.empty() && g.mentions[e.phrase].preposition.valid()) sentence = document = c;
    const std::string_view here = sentence.empty() ? document : sentence;
    if (e.country.empty() && e.kind != EntityKind::none && e.kind != EntityKind::place && !here.empty()) e.context_country = here;
  }
}

}  // namespace

void find_entities(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                   const Clauses& clauses, Entities& out) {
  const Grammar g{lexicon, document, text, words, mentions};
  find_places(g, out);
  Resolver(g, document_day(document), out).run();
  find_ties(g, out);
  find_antecedents(g, clauses, out);
  find_ties(g, out);  // to those whom descriptions were found to mean
  find_holders(g, document_day(document), out);
  find_extents(g, clauses, out);
  context_countries(g, out);
}

std::string dump(const Lexicon& lexicon, const Document& document, const Mentions& mentions, const Entities& entities) {
  std::string out;
  for (size_t i = 0; i < entities.entities.size(); ++i) {
    const Entity& e = entities.entities[i];
    if (e.kind == EntityKind::none && e.country.empty() && e.ground.empty() && e.sector == Sector::none) continue;
    out += fmt::format("entity {} [{}] {} {}{}", i, document.at(mentions[e.phrase].span), kEntityKindNames[size_t(e.kind)], e.country,
                       kSectorNames[size_t(e.sector)]);
    if (!e.ground.empty()) out += fmt::format(" ground:{}", e.ground);
    if (e.actor != kNone) out += fmt::format(" actor:{}", lexicon.text(lexicon.actors[e.actor].id));
    if (e.place != kNone) out += fmt::format(" place:{}", lexicon.text(lexicon.places[e.place].id));
    if (!e.affiliation[0].empty()) out += fmt::format(" affiliation:{}", e.affiliation[0]);
    if (!e.context_country.empty()) out += fmt::format(" context:{}", e.context_country);
    if (e.antecedent) out += fmt::format(" = {}", e.antecedent.value);
    if (e.words.end > mentions[e.phrase].span.end) out += fmt::format(" words:[{}]", document.at(e.words));
    out += fmt::format(" {} {}\n", kViaNames[size_t(e.via)], e.rule);
  }
  return out;
}

}  // namespace isnad
