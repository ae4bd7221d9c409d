// Names to indices, by the trie that texts are read with.
#include "report/lookup.h"

#include "base/ascii.h"
#include "text/text.h"

namespace isnad {

std::basic_string<Letter> searchable(std::string_view text) { return folded_letters(ascii_lower(text)); }

std::set<uint32_t> named(const Lexicon& lexicon, std::string_view name, PayloadKind kind) {
  const Document document(name);
  Text text;
  read_text(document, text);
  uint32_t node = 0;
  for (const Token& t : text.tokens) {
    const uint32_t word = lexicon.name_word(text.folded_of(t));
    node = word == kNone ? kNone : lexicon.trie_step(node, word);
    if (node == kNone) return {};
  }
  std::set<uint32_t> out;
  for (const Payload& p : lexicon.payloads_of(node))
    if (p.kind == kind) out.insert(p.index);
  return out;
}

std::vector<std::string> party_ids(const Lexicon& lexicon, std::string_view name) {
  std::vector<std::string> out;
  for (const uint32_t i : named(lexicon, name, PayloadKind::actor)) out.emplace_back(lexicon.text(lexicon.actors[i].id));
  for (const uint32_t i : named(lexicon, name, PayloadKind::country)) out.emplace_back(lexicon.text(lexicon.countries[i].iso3));
  return out;
}

}  // namespace isnad
