// Words that are written alike and told apart by their neighbours.
#include <fmt/format.h>

#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/context.h"
#include "compile/tsv.h"

namespace isnad {
void compile_senses(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/senses.tsv", "lemma upos does by near");
  if (!table) return c.unreadable(table.error());
  std::map<std::u32string, uint32_t> groups;  // by the word without vowels
  for (const Row& r : table->rows) {
    const auto& words = r[1] == kUposNames[size_t(Upos::adj)] ? c.adjectives : c.nouns;
    const auto it = words.find(arabic::canonical_lemma(r[0]));
    if (it == words.end()) {
      c.fail(table->error(r, fmt::format("unknown word '{}'", r[0]), "write the lemma as in ar/nouns.tsv or ar/adjectives.tsv"));
      continue;
    }
    const uint32_t group = groups.try_emplace(arabic::bare(to_utf32(r[0])), uint32_t(groups.size() + 1)).first->second;
    if (group > 255) return c.fail(table->error(r, "more than 255 words have several senses"));
    c.image.lemmas[it->second].senses = uint8_t(group);
    const auto list = [&](const std::string& cell) {
      return c.add_lemma_list(alternatives(cell), [&](const std::string& name) {
        c.fail(table->error(r, fmt::format("unknown lemma '{}'", name), "a lemma of ar/*.tsv"));
      });
    };
    c.image.senses.push_back({it->second, group, list(r[2]), list(r[3]), list(r[4])});
  }
}

}  // namespace isnad
