// Undoing what Arabic spelling does to a word beside its clitics. Letters by code point: sources are ASCII.
#include "report/surface.h"

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr std::string_view kAlif = "\xD8\xA7", kLam = "\xD9\x84", kTa = "\xD8\xAA", kTaMarbuta = "\xD8\xA9", kAlifMaqsura = "\xD9\x89";

bool is_nominal(const Word& w) {
  const Upos p = w.features.upos();
  return p == Upos::noun || p == Upos::adj || p == Upos::propn;
}

const Word* neighbour(const Words& words, WordId id, bool after) {
  if (!after && id.value == 0) return nullptr;
  const WordId other = after ? id.next() : id.prev();
  if (other.value >= words.size() || words[other].token != words[id].token) return nullptr;
  return &words[other];
}

/// After li- the article loses its alif, and before a lam its own lam too.
void restore_article(const View& view, const Word& word, std::string& form) {
  if (!word.article || !form.starts_with(kLam)) return;
  const std::string_view lemma = word.lemma ? view.lexicon.lemma_text(word.lemma) : std::string_view();
  const std::string_view rest = std::string_view(form).substr(kLam.size());
  const bool lost_lam = lemma.starts_with(kLam) && !rest.starts_with(kLam);
  form = std::string(kAlif) + std::string(lost_lam ? kLam : "") + form;
}

void replace_end(std::string& form, std::string_view from, std::string_view to) {
  if (form.ends_with(from)) form.replace(form.size() - from.size(), from.size(), to);
}

void restore_end(const View& view, const Word& word, std::string& form) {
  const std::string_view lemma = word.lemma ? view.lexicon.lemma_text(word.lemma) : std::string_view();
  const bool feminine =
      word.features.number() == Number::sing && (lemma.ends_with(kTaMarbuta) || (lemma.empty() && word.features.gender() == Gender::fem));
  if (feminine) replace_end(form, kTa, kTaMarbuta);
  if (lemma.ends_with(kAlifMaqsura)) replace_end(form, kAlif, kAlifMaqsura);
}

}  // namespace

std::string word_form(const View& view, WordId id) {
  const Words& words = view.reading.words;
  const Word& word = words[id];
  std::string form;
  for (const char c : view.at(word.span)) form += c == ' ' || c == '\t' || c == '\n' || c == '\r' ? '_' : c;
  if (form.empty()) return "_";
  if (!is_nominal(word)) return form;
  if (neighbour(words, id, false)) restore_article(view, word, form);
  const Word* after = neighbour(words, id, true);
  if (after && after->enclitic) restore_end(view, word, form);
  return form;
}

}  // namespace isnad
