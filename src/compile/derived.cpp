// Words that follow from listed ones by rule: relational adjectives, abstract nouns in -iyya, elatives, nouns of one act. Which words need
// no line of their own?
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "compile/arabic_derive.h"
#include "compile/arabic_nominal.h"
#include "compile/context.h"

namespace isnad {
namespace {

using arabic::Form;

/// A word to be added: all that its lemma and forms need.
struct Derived {
  std::string text;
  Upos upos = Upos::adj;
  Derivation derivation = Derivation::nisba;
  uint64_t classes = 0;
  uint32_t country = kNone;
  Str root{};
  uint32_t verb = kNone;                                       // whose act a noun of unit is
  uint8_t cost = cost::kDerived, rival = cost::kDerivedRival;  // where no other word is spelled like it; where one is
};

std::basic_string<Letter> folded(std::string_view utf8) {
  auto letters = exact_letters(utf8);
  for (Letter& l : letters) l = fold(l);
  return letters;
}

/// Collects what the listed words give, before anything is added: so no derived word stands in another's way.
class Collector {
 public:
  explicit Collector(const CompileContext& c) : c_(c) {}

  std::vector<Derived> run() && {
    for (const Derivable& d : c_.derivable) {
      const Lemma& l = c_.image.lemmas[d.lemma];
      if (l.upos == Upos::noun)
        of_noun(l, d);
      else if (l.upos == Upos::adj)
        of_adjective(l);
    }
    for (const auto& [name, country] : c_.place_names) of_place(name, country);
    return std::move(out_);
  }

 private:
  void of_noun(const Lemma& l, const Derivable& d) {
    constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::family);
    const std::string text(c_.image.text(l.text));
    if (d.plain_masdar) {
      Derived unit = start(arabic::unit_noun(text), Upos::noun, Derivation::noun_of, l);
      unit.verb = l.base;
      unit.cost = cost::kDerivedRival;  // "his going" is written like it
      return add(std::move(unit));
    }
    if (l.classes & kHuman) return;
    add(start(arabic::nisba(text, l.gender == Gender::fem), Upos::adj, Derivation::nisba, l));
    for (const std::string& plural : d.plurals)
      if (arabic::is_diptote_plural(arabic::parse_spelling(to_utf32(plural))))
        add(start(arabic::nisba(plural, false), Upos::adj, Derivation::nisba, l));
  }

  void of_adjective(const Lemma& l) {
    const std::string text(c_.image.text(l.text));
    Derived quality = start(arabic::abstract_noun(text), Upos::noun, Derivation::abstract, l);
    if (l.derivation != Derivation::none) quality.cost = quality.rival = cost::kDerivedLast;  // "his supporters" is written like it
    if (l.derivation == Derivation::none) quality.rival = cost::kDerivedQuality;
    add(std::move(quality));
    if (l.derivation != Derivation::none) return;
    Derived more = start(arabic::elative(text), Upos::adj, Derivation::elative, l);
    more.classes = bit(NounClass::elative);
    more.rival = cost::kDerivedName;  // "I work" is written like it
    add(std::move(more));
  }

  void of_place(const std::string& name, uint32_t country) {
    Derived d;
    d.text = arabic::nisba_of_name(name);
    d.country = country;
    d.classes = bit(NounClass::nationality);
    add(std::move(d));
  }

  static Derived start(std::string text, Upos upos, Derivation derivation, const Lemma& from) {
    Derived d;
    d.text = std::move(text);
    d.upos = upos;
    d.derivation = derivation;
    d.root = from.root;
    if (derivation == Derivation::abstract) d.classes = bit(NounClass::abstract);
    return d;
  }

  void add(Derived d) {
    if (d.text.empty()) return;
    if (!seen_.insert({to_utf8(arabic::bare(to_utf32(d.text))), d.upos}).second) return;
    out_.push_back(std::move(d));
  }

  const CompileContext& c_;
  std::vector<Derived> out_;
  std::set<std::pair<std::string, Upos>> seen_;
};

/// Spellings, folded, of the listed words of one part of speech: a derived word that is spelled like one is that word, or gives way to it.
std::set<std::basic_string<Letter>> listed(const CompileContext& c, Upos upos) {
  std::set<std::basic_string<Letter>> out;
  for (const Lemma& l : c.image.lemmas)
    if (l.upos == upos) out.insert(folded(c.image.text(l.text)));
  return out;
}

/// `name`: a name is spelled like it.
void add_derived(CompileContext& c, const Derived& d, bool name) {
  const bool noun = d.upos == Upos::noun;
  const auto forms = noun ? arabic::inflect_noun(arabic::masdar_entry(d.text)) : arabic::inflect_adjective({d.text, "", {}});
  if (!forms) return;
  const uint32_t lemma = c.add_lemma(d.text, d.upos);
  (noun ? c.nouns : c.adjectives).try_emplace(d.text, lemma);  // frames may name it
  Lemma& l = c.image.lemmas[lemma];
  l.derivation = d.derivation;
  l.classes = d.classes;
  l.country = d.country;
  l.root = d.root;
  l.base = d.verb;
  l.gender = noun ? Gender::fem : Gender::none;
  const bool taken = c.image.has_form(folded(d.text));
  for (const Form& f : *forms) {
    if (!noun && !is_usual(f)) continue;
    const Features features = features_of(f.features, d.upos);
    const std::string text = to_utf8(f.surface);
    c.add_form(lemma, text, features, uint8_t(noun ? attach_of(f) : attach_of(f) & ~attach::kPronoun),
               nominal_cost(f, features,
                            name                                      ? cost::kDerivedName
                            : taken || c.image.has_form(folded(text)) ? d.rival
                                                                      : d.cost));
  }
}

/// A relational adjective is a surname too, with the article.
void add_surname(CompileContext& c, const Derived& d) {
  const std::string text = to_utf8(arabic::bare(to_utf32(d.text)));
  c.add_form(c.add_lemma(text, Upos::propn), text, Features{}.with(Upos::propn), attach::kArticle | attach::kNeedsArticle,
             cost::kDerivedSurname);
}

}  // namespace

bool is_usual(const Form& f) {
  return f.features.number != arabic::Number::dual && f.features.state != arabic::State::construct && !f.needs_pronoun && !f.variant;
}

void compile_derived(CompileContext& c) {
  const std::vector<Derived> all = Collector(c).run();
  const auto nouns = listed(c, Upos::noun), adjectives = listed(c, Upos::adj), names = listed(c, Upos::propn);
  for (const Derived& d : all) {
    const auto spelling = folded(d.text);
    const bool taken = d.upos == Upos::noun ? nouns.count(spelling) != 0 : adjectives.count(spelling) || nouns.count(spelling);
    if (taken) continue;
    const bool name = names.count(spelling) != 0;
    add_derived(c, d, name);
    if (d.derivation == Derivation::nisba && !name) add_surname(c, d);
  }
}

}  // namespace isnad
