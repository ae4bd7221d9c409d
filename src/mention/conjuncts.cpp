// Which nouns after "and" are no conjuncts: "(the situation is dangerous) and the authorities fear". They open a clause of their own.
#include "mention/steps.h"

namespace isnad {
namespace {

constexpr uint32_t kReach = 16;  // words back to the verb that holds the phrase before

class Conjuncts {
 public:
  Conjuncts(const Lexicon& lexicon, const Words& words, Mentions& out) : lexicon_(lexicon), words_(words), out_(out) {}

  void run() {
    for (Phrase& p : out_.phrases) {
      if (p.attachment != Attachment::coordinated || !p.definite || p.preposition.valid()) continue;
      if (p.kind != PhraseKind::noun && p.kind != PhraseKind::name) continue;
      const Word* verb = verb_after(p);
      if (!verb || !agrees(*verb, p) || !held(p, *verb)) continue;
      p.attachment = Attachment::none;
      p.outer = PhraseId::none();
    }
  }

 private:
  [[nodiscard]] const Word& word(uint32_t w) const { return words_.words[w]; }
  [[nodiscard]] const Lemma* lemma(uint32_t w) const { return word(w).lemma ? &lexicon_.lemma(word(w).lemma) : nullptr; }
  [[nodiscard]] Function function(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l ? l->function : Function::none;
  }

  /// The verb right after the phrase, behind "not", "will" and the like; nullptr if there is none.
  [[nodiscard]] const Word* verb_after(const Phrase& p) const {
    for (uint32_t w = p.last.value; w < words_.size() && w < p.last.value + 3; ++w) {
      if (word(w).features.upos() == Upos::verb) return &word(w);
      const Function f = function(w);
      const bool particle =
          f == Function::qad || f == Function::neg || f == Function::neg_past || f == Function::neg_future || f == Function::future;
      if (!particle) return nullptr;
    }
    return nullptr;
  }

  [[nodiscard]] bool agrees(const Word& verb, const Phrase& p) const {
    const Features v = verb.features, h = word(p.head.value).features;
    if (v.person() != Person::third || v.voice() == Voice::pass) return false;
    const Lemma* l = lemma(p.head.value);
    const uint64_t classes = l && l->upos != Upos::verb ? l->classes : 0;
    const bool human = (classes & (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (v.number() == Number::dual) return h.number() == Number::dual;
    if (v.number() == Number::plur) return human && h.number() == Number::plur;
    if (h.number() == Number::plur && p.kind == PhraseKind::noun) return !human && v.gender() == Gender::fem;
    if (h.number() == Number::dual) return false;
    Gender g = h.gender();
    if (g == Gender::none && l) g = l->gender;
    return g != Gender::none && g == v.gender();
  }

  /// Has the phrase before "and" its place already: said of something, or after a verb of its own clause. Not so after "between", with a
  /// verb that may be said of both, and where an indefinite noun before is what the verb describes ("raids on soldiers and police that").
  [[nodiscard]] bool held(const Phrase& p, const Word& verb) const {
    const Phrase* root = &out_[p.outer];
    if (verb.features.number() != Number::sing && agrees(verb, *root)) return false;
    const bool adjective = word(root->head.value).features.upos() == Upos::adj && !root->definite;
    for (int steps = 0; steps < 8 && root->outer.valid(); ++steps) root = &out_[root->outer];
    if (adjective) return true;
    if (root->preposition.valid() && lemma(root->preposition.value) && takes_two(*lemma(root->preposition.value))) return false;
    for (uint32_t w = root->first.value, tries = 0; w-- > 0 && tries < kReach; ++tries) {
      const Word& x = word(w);
      if (x.features.upos() == Upos::verb) return x.lemma && !(lemma(w)->classes & bit(VerbClass::copula));
      if (const PhraseId before = out_.phrase_of[w]; before.valid() && !out_[before].definite && agrees(verb, out_[before])) return false;
      if (x.features.upos() == Upos::punct || x.features.upos() == Upos::sconj) return false;
      const Function f = function(w);
      if (f == Function::that || f == Function::emphasis || f == Function::rel || out_.function_of[w] != kNone) return false;
    }
    return false;
  }

  [[nodiscard]] static bool takes_two(const Lemma& l) { return l.preposition != 0 && (l.classes & bit(NounClass::plural)) != 0; }

  const Lexicon& lexicon_;
  const Words& words_;
  Mentions& out_;
};

}  // namespace

void detach_openers(const Lexicon& lexicon, const Words& words, Mentions& out) { Conjuncts(lexicon, words, out).run(); }

}  // namespace isnad
