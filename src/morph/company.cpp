// Which of two homographs that differ in sense alone is meant, by the company it keeps: a march, or the drone that is spelled like it.
#include "morph/company.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kBack = 12;  // how many words back an act of violence may stand that something is the means of
constexpr uint32_t kNear = 6;   // and the verb or noun that something is the object of
constexpr uint64_t kArms = bit(NounClass::weapon) | bit(NounClass::explosive);

class Company {
 public:
  Company(const Lexicon& lexicon, const Text& text, Words& words, WordId first)
      : lexicon_(lexicon), text_(text), words_(words), first_(first.value) {}

  void run() {
    for (uint32_t w = first_; w < words_.size(); ++w)
      if (const LemmaId armed = armed_reading(w); armed.valid() && (beside_arms(w) || means(w) || strikes(w) || shot_down(w)))
        words_.words[w].lemma = armed;
  }

 private:
  [[nodiscard]] const Lemma* lemma(uint32_t w) const {
    return words_.words[w].lemma.valid() ? &lexicon_.lemma(words_.words[w].lemma) : nullptr;
  }

  [[nodiscard]] Upos upos(uint32_t w) const { return words_.words[w].features.upos(); }

  [[nodiscard]] uint64_t noun_classes(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l && l->upos == Upos::noun ? l->classes : 0;
  }

  /// For a noun of protest the weapon that is spelled and inflected like it.
  [[nodiscard]] LemmaId armed_reading(uint32_t w) const {
    constexpr uint32_t kArticle = 2;  // letters
    const Word& x = words_.words[w];
    if (!(noun_classes(w) & bit(NounClass::protest))) return {};
    const uint32_t first = x.first + (x.article ? std::min(kArticle, x.last - x.first) : 0);
    for (const FormEntry& e : lexicon_.find({text_.folded.data() + first, x.last - first})) {
      const Lemma& l = lexicon_.lemma(LemmaId{e.lemma});
      const bool alike = e.features.number() == x.features.number() && e.features.gender() == x.features.gender();
      if (alike && l.upos == Upos::noun && (l.classes & kArms)) return LemmaId{e.lemma};
    }
    return {};
  }

  /// "rockets and drones", either way round; adjectives may stand between.
  [[nodiscard]] bool beside_arms(uint32_t w) const {
    const auto arms = [&](uint32_t at) { return (noun_classes(at) & kArms) != 0; };
    uint32_t next = w + 1;
    while (next < words_.size() && next < w + 3 && upos(next) == Upos::adj) ++next;
    if (next + 1 < words_.size() && upos(next) == Upos::cconj && arms(next + 1)) return true;
    if (w < first_ + 2 || upos(w - 1) != Upos::cconj) return false;
    uint32_t before = w - 2;
    while (before > first_ && before + 4 > w && upos(before) == Upos::adj) --before;
    return arms(before);
  }

  [[nodiscard]] bool violent(uint32_t w) const {
    const Lemma* l = lemma(w);
    if (!l) return false;
    if (l->upos == Upos::verb) return (l->classes & bit(VerbClass::violence)) != 0;
    return l->upos == Upos::noun && (l->classes & bit(NounClass::violence)) && !(l->classes & bit(NounClass::protest));
  }

  /// "attacked the port with dozens of drones": after "with", over a number, and after an act of violence.
  [[nodiscard]] bool means(uint32_t w) const {
    uint32_t with = w;
    for (uint32_t steps = 0; with > first_ && steps < 3; ++steps) {
      --with;
      if (upos(with) == Upos::adp) break;
      const Lemma* l = lemma(with);
      if (upos(with) != Upos::num && !(l && l->upos == Upos::num) && !(noun_classes(with) & bit(NounClass::quantity))) return false;
    }
    if (words_.words[with].lemma != lexicon_.clitic("bi")) return false;
    for (uint32_t at = with; at-- > first_ && at + kBack > with;)
      if (violent(at)) return true;
    return false;
  }

  /// "a drone hit a car": right after a verb of violence that agrees with it.
  [[nodiscard]] bool strikes(uint32_t w) const {
    if (w == first_ || upos(w - 1) != Upos::verb || !violent(w - 1) || words_.words[w].article) return false;
    const Features v = words_.words[w - 1].features;
    return v.gender() == Gender::fem && v.person() == Person::third && v.number() == Number::sing && v.voice() != Voice::pass;
  }

  /// "intercepted two drones", "shot down a drone": what is only done to weapons and vehicles in the air; a single one may be a march that
  /// was stopped, unless the word tells of violence.
  [[nodiscard]] bool shot_down(uint32_t w) const {
    const bool several = words_.words[w].features.number() != Number::sing || (w > first_ && upos(w - 1) == Upos::num);
    for (uint32_t at = w; at-- > first_ && at + kNear > w && upos(at) != Upos::adp;) {
      const Lemma* l = lemma(at);
      if (l && downs(*l)) return several || violent(at);
    }
    return false;
  }

  /// Has the codebook a frame of violence for the word whose victim is a weapon or vehicle?
  [[nodiscard]] bool downs(const Lemma& l) const {
    constexpr uint64_t kThings = kArms | bit(NounClass::vehicle);
    for (const uint32_t f : lexicon_.slice(lexicon_.frame_refs, l.frames)) {
      if (lexicon_.frames[f].event != EventType::assault) continue;
      for (const FrameRole& role : lexicon_.slice(lexicon_.frame_roles, lexicon_.frames[f].roles)) {
        if (role.slot != Slot::recipient) continue;
        for (const FrameAlternative& a : lexicon_.slice(lexicon_.frame_alternatives, role.alternatives))
          if (a.source == Source::object && (a.classes & bit(NounClass::weapon)) && !(a.classes & ~kThings)) return true;
      }
    }
    return false;
  }

  const Lexicon& lexicon_;
  const Text& text_;
  Words& words_;
  uint32_t first_;
};

}  // namespace

void choose_by_company(const Lexicon& lexicon, const Text& text, Words& words, WordId first) { Company(lexicon, text, words, first).run(); }

}  // namespace isnad
