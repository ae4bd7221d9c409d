// Shared steps of the compiler: lemmas, forms, names, classes.
#include "compile/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "compile/tsv.h"
#include "text/text.h"

namespace isnad {

uint32_t CompileContext::add_lemma(std::string_view text, Upos upos) {
  Lemma l{};
  l.text = image.intern(arabic::canonical_lemma(text));
  l.base = kNone;
  l.country = kNone;
  l.upos = upos;
  image.lemmas.push_back(l);
  return uint32_t(image.lemmas.size() - 1);
}

Slice CompileContext::add_lemma_list(const std::vector<std::string>& names, const std::function<void(const std::string&)>& unknown) {
  Slice s{uint32_t(image.lemma_lists.size()), 0};
  for (const std::string& name : names) {
    bool found = false;
    for (const auto* index : {&verbs, &nouns, &adjectives})
      if (const auto it = index->find(arabic::canonical_lemma(name)); it != index->end())
        image.lemma_lists.push_back(it->second), found = true;
    if (!found) unknown(name);
  }
  s.count = uint32_t(image.lemma_lists.size()) - s.first;
  return s;
}

void CompileContext::add_form(uint32_t lemma, std::string_view utf8, Features f, uint8_t attach, uint8_t cost) {
  const auto exact = exact_letters(utf8);
  auto folded = exact;
  for (Letter& l : folded) l = fold(l);
  const Lemma& l = image.lemmas[lemma];
  const auto prior = priors.find({std::string(image.text(l.text)), l.upos});
  const int price = cost + (prior == priors.end() ? 0 : prior->second);
  image.add_form(folded, FormEntry{lemma, f, spelling_of(exact), attach, uint8_t(std::clamp(price, 0, 255)), 0});
  if (exact.size() < 3 || exact.back() != letter::kYaHamza) return;
  const std::string variant = std::string(letters_to_utf8(LetterView(exact).substr(0, exact.size() - 1))) + "\u0649\u0621";
  add_form(lemma, variant, f, attach | attach::kVariant, uint8_t(std::min(cost + 8, 255)));  // the hamza beside its seat
}

void CompileContext::add_name(std::string_view utf8, const Payload& payload) {
  const Document document(utf8);
  Text text;
  read_text(document, text);
  std::vector<std::basic_string<Letter>> words;
  for (const Token& t : text.tokens)
    if (t.kind != TokenKind::quote_open && t.kind != TokenKind::quote_close) words.emplace_back(text.folded_of(t));
  Payload p = payload;
  if ((p.kind == PayloadKind::place || p.kind == PayloadKind::country) && !text.marks.empty()) p.high = text.marks[0] & mark::kVowels;
  image.add_name(words, p);
}

void CompileContext::add_proper_forms(std::string_view utf8, uint8_t cost, Gender gender) {
  const auto words = alternatives(utf8, ' ');
  Features proper;
  proper.with(Upos::propn);
  if (words.size() == 1) proper.with(gender);
  for (const std::string& word : words) {
    const auto exact = exact_letters(word);
    if (exact.size() < 2 || !is_arabic(exact[0])) continue;
    const bool article = exact.size() > 4 && exact[0] == letter::kAlif && exact[1] == letter::kLam;
    const std::string stem = article ? letters_to_utf8(LetterView(exact).substr(2)) : word;
    const uint32_t lemma = add_lemma(stem, Upos::propn);
    add_form(lemma, stem, proper, article ? attach::kArticle : 0, cost);
    if (article) add_form(lemma, stem, proper, 0, uint8_t(cost + 6));
  }
}

Features features_of(const arabic::Features& f, Upos upos) {
  Features out;
  out.with(upos).with(Gender(uint8_t(f.gender))).with(Number(uint8_t(f.number))).with(Person(uint8_t(f.person)));
  out.with(Aspect(uint8_t(f.aspect))).with(Voice(uint8_t(f.voice))).with(Mood(uint8_t(f.mood)));
  switch (f.grammatical_case) {
    case arabic::Case::nominative:
      out.with(Case::nom);
      break;
    case arabic::Case::accusative:
    case arabic::Case::oblique:
      out.with(Case::acc);
      break;
    case arabic::Case::genitive:
      out.with(Case::gen);
      break;
    case arabic::Case::none:
      break;
  }
  if (f.state == arabic::State::indefinite) out.with(State::indef);
  if (f.state == arabic::State::absolute) out.with(State::def);
  if (f.state == arabic::State::construct) out.with(State::construct);
  if (upos == Upos::verb) out.with(VerbForm::fin);
  return out;
}

uint8_t nominal_cost(const arabic::Form& f, Features features, int base) {
  int cost = base;
  const bool construct = f.features.state == arabic::State::construct;
  if (f.variant) cost += 8;
  if (f.features.number == arabic::Number::dual) cost += construct ? 8 : 4;
  if (construct && features.upos() == Upos::adj) cost += 8;
  if (f.features.number == arabic::Number::plural && f.features.state == arabic::State::indefinite &&
      f.features.grammatical_case != arabic::Case::accusative)
    cost += 4;
  if (features.verb_form() == VerbForm::passive_participle) cost += 2;
  return uint8_t(cost);
}

uint8_t attach_of(const arabic::Form& f) {
  return uint8_t((f.takes_pronoun ? attach::kPronoun : 0) | (f.needs_pronoun ? attach::kPronoun | attach::kNeedsPronoun : 0) |
                 (f.takes_article ? attach::kArticle : 0) | (f.variant ? attach::kVariant : 0));
}

ClassCell parse_noun_classes(CompileContext& c, const std::string& file, int line, std::string_view cell) {
  ClassCell out;
  for (const std::string& word : alternatives(cell)) {
    if (const auto cls = enum_of<NounClass>(kNounClassNames, word)) {
      out.classes |= bit(*cls);
    } else if (const auto sector = enum_of<Sector>(kSectorNames, word)) {
      if (out.sector == Sector::none) out.sector = *sector;
    } else {
      c.fail({file, line, fmt::format("unknown class '{}'", word),
              fmt::format("allowed: {}, or a sector code", fmt::join(kNounClassNames, " "))});
    }
  }
  return out;
}

}  // namespace isnad
