// Segmentation of Arabic tokens by the lexicon: [a] [wa|fa] [bi|li|ka|sa] [al] stem [pronoun].
#include "morph/arabic.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace isnad::arabic_words {
namespace {

using namespace letter;

constexpr int kConjunctionCost = 2, kSoCost = 8, kPrepositionCost = 2, kFutureCost = 1, kPronounCost = 3, kSpeakerCost = 6,
              kQuestionCost = 22, kPurposeCost = 5;
constexpr int kSpellingCost = 4, kIntransitiveObjectCost = 14, kTanwinCost = 40, kPassiveMarkGain = 20, kAccusativeMarkGain = 4,
              kGuessCost = 34, kJoinedCost = 14, kEmphaticCost = 2;

/// What stands before the stem.
struct Front {
  Proclitic proclitic = Proclitic::none;
  Particle particle = Particle::none;
  bool question = false;
  bool article = false;
  uint32_t at = 0;  // where the stem begins
  int cost = 0;
};

/// A stem to be looked up.
struct Stem {
  Front front;
  uint32_t end = 0;
  uint8_t enclitic = 0;
  uint64_t hash = 0;
};

class Reader {
 public:
  Reader(const Lexicon& lexicon, const Text& text, const Token& token, std::vector<Candidate>& out)
      : lexicon_(lexicon), text_(text), token_(token), out_(out), begin_(out.size()) {}

  void run() {
    conjunctions({{}, {}, false, false, token_.first, 0});
    if (text_.letters[token_.first] == kAlifHamzaAbove && token_.size() > 3)
      conjunctions({{}, {}, true, false, token_.first + 1, kQuestionCost});
    answer();
    if (nothing()) unusual(), answer();
    if (nothing()) guess();
  }

 private:
  /// No reading yet that fits anywhere: the la- of consequences needs its condition before it.
  [[nodiscard]] bool nothing() const {
    return std::all_of(out_.begin() + std::ptrdiff_t(begin_), out_.end(),
                       [](const Candidate& c) { return c.particle == Particle::emphatic; });
  }
  [[nodiscard]] Letter at(uint32_t i) const { return i < token_.last ? text_.folded[i] : Letter{0}; }

  void conjunctions(Front f) {
    particles(f);
    if (token_.last - f.at < 2) return;
    if (at(f.at) == kWaw)
      f.proclitic = Proclitic::wa;
    else if (at(f.at) == kFa)
      f.proclitic = Proclitic::fa;
    else
      return;
    f.cost += f.proclitic == Proclitic::fa ? kSoCost : kConjunctionCost;
    ++f.at;
    particles(f);
  }

  void particles(Front f) {
    articles(f);
    if (token_.last - f.at < 2) return;
    const Letter c = at(f.at);
    Front g = f;
    ++g.at;
    switch (c) {
      case kBa:
        g.particle = Particle::bi;
        break;
      case kKaf:
        g.particle = Particle::ka;
        break;
      case kSin:
        g.particle = Particle::sa;
        break;
      case kLam:
        g.particle = Particle::li;
        break;
      default:
        return;
    }
    g.cost += c == kSin ? kFutureCost : kPrepositionCost;
    articles(g);
    if (c == kLam) {  // "had they agreed, the war would have stopped"
      Front h = f;
      h.particle = Particle::emphatic, h.cost += kEmphaticCost, ++h.at;
      stems(h);
    }
    if (c == kLam && at(g.at) == kLam) {  // li + al: the alif is not written; before a stem in lam one lam is not written either
      g.article = true;
      stems(g);
      ++g.at;
      stems(g);
    }
  }

  void articles(Front f) {
    stems(f);
    if (f.particle == Particle::sa || f.particle == Particle::li) return;
    if (at(f.at) == kAlif && at(f.at + 1) == kLam && token_.last - f.at > 3) {
      f.article = true;
      f.at += 2;
      stems(f);
    }
  }

  void stems(const Front& f) {
    if (f.at >= token_.last) return;
    ask(f, token_.last, 0);
    if (f.article) return;
    if (text_.letters[token_.last - 1] == kTaMarbuta) return;
    const Letter last = at(token_.last - 1);
    for (size_t i = 0; i < kEnclitics; ++i) {
      const Enclitic& e = kEncliticTable[i];
      if (e.letters[e.size - 1] != last || token_.last - f.at <= e.size) continue;
      const uint32_t stem_end = token_.last - e.size;
      if (!std::equal(e.letters, e.letters + e.size, text_.folded.begin() + stem_end)) continue;
      ask(f, stem_end, uint8_t(i + 1));
    }
  }

  [[nodiscard]] LetterView folded(uint32_t first, uint32_t last) const { return {text_.folded.data() + first, last - first}; }

  /// Notes a stem to be looked up; `answer` does it, so that the memory comes in meanwhile.
  void ask(const Front& f, uint32_t end, uint8_t enclitic) {
    if (asked_size_ == asked_.size()) answer();
    Stem& s = asked_[asked_size_++];
    s = {f, end, enclitic, Lexicon::hash_of(folded(f.at, end))};
    lexicon_.fetch_form_slot(s.hash);
  }

  void answer() {
    const std::span<const Stem> asked(asked_.data(), std::exchange(asked_size_, 0));
    for (const Stem& s : asked) lexicon_.fetch_form_head(s.hash);
    for (const Stem& s : asked) lexicon_.fetch_form_entries(s.hash);
    for (const Stem& s : asked) look_up(s);
  }

  void look_up(const Stem& s) {
    const auto entries = lexicon_.find(folded(s.front.at, s.end), s.hash);
    if (entries.empty()) return;
    const uint32_t written = spelling_of({text_.letters.data() + s.front.at, s.end - s.front.at});
    for (const FormEntry& e : entries) consider(s.front, s.end, s.enclitic, e, written);
  }

  void consider(const Front& f, uint32_t end, uint8_t enclitic, const FormEntry& e, uint32_t written) {
    const Upos upos = e.features.upos();
    const bool verb = upos == Upos::verb;
    if (f.article ? !(e.attach & attach::kArticle) : (e.attach & attach::kNeedsArticle) != 0) return;
    if (enclitic ? !(e.attach & attach::kPronoun) : (e.attach & attach::kNeedsPronoun) != 0) return;
    if (!allowed(f, e, verb)) return;
    if (enclitic && upos == Upos::cconj && end - f.at == 1) return;  // "in" is no "and so" with a pronoun
    int cost = f.cost + e.cost;
    if (enclitic) {
      const Enclitic& p = kEncliticTable[enclitic - 1];
      const bool nominal = !verb && upos != Upos::adp && upos != Upos::part && upos != Upos::sconj && upos != Upos::cconj;
      if ((p.after_verbs && nominal) || (p.after_nominals && verb)) return;
      if (verb && !(lexicon_.lemma(e.lemma).government & government::kObject)) cost += kIntransitiveObjectCost;
      cost += kPronounCost + (p.person == Person::third ? 0 : kSpeakerCost);
    }
    cost += kSpellingCost * spelling_distance(written, e.spelling) + marks(f, end, e);
    Candidate c;
    c.cost = int16_t(cost);
    c.entry = uint32_t(&e - lexicon_.form_entries.data());
    c.lemma = LemmaId{e.lemma};
    c.features = e.features;
    fill(f, end, enclitic, c);
  }

  static bool allowed(const Front& f, const FormEntry& e, bool verb) {
    const Features x = e.features;
    const Upos upos = x.upos();
    if (f.question) return verb || upos == Upos::part || upos == Upos::pron;
    switch (f.particle) {
      case Particle::none:
        return true;
      case Particle::sa:
        return verb && x.aspect() == Aspect::imp && x.mood() != Mood::sub && x.mood() != Mood::jus;
      case Particle::li:
        if (verb) return x.aspect() == Aspect::imp && x.mood() != Mood::ind;
        break;
      case Particle::emphatic:
        return verb && x.aspect() == Aspect::perf && x.person() == Person::third;
      case Particle::la:
        return verb && x.aspect() == Aspect::imp && x.person() == Person::third && x.mood() != Mood::sub && x.mood() != Mood::jus;
      case Particle::ma:
        return (verb && x.aspect() == Aspect::perf && x.person() == Person::third) || upos == Upos::part ||
               (upos == Upos::pron && x.person() == Person::third);
      default:
        if (verb) return false;
    }
    if (x.kase() == Case::nom) return false;
    if (upos == Upos::pron && x.person() != Person::none) return false;  // personal pronouns are joined behind
    if ((upos == Upos::sconj || upos == Upos::part) && f.particle == Particle::ka) return false;
    return upos != Upos::cconj && upos != Upos::intj && upos != Upos::aux && !(upos == Upos::adp && f.particle == Particle::ka);
  }

  /// Diacritics that the writer did put: u on the first letter of a perfect makes it passive, and of an imperfect where that is all that is
  /// written (else some forms have it in the active too); tanwin rules out verbs.
  [[nodiscard]] int marks(const Front& f, uint32_t end, const FormEntry& e) const {
    const bool verb = e.features.upos() == Upos::verb;
    int cost = f.particle == Particle::li && verb ? kPurposeCost : 0;
    const bool alone = end - f.at < 2 || text_.marks[f.at + 1] == 0;
    if ((text_.marks[f.at] & mark::kDamma) && verb &&
        (e.features.aspect() == Aspect::perf || (e.features.aspect() == Aspect::imp && alone)))
      cost += e.features.voice() == Voice::pass ? -kPassiveMarkGain : kPassiveMarkGain;
    uint8_t last = text_.marks[end - 1];
    if (end - f.at > 1 && at(end - 1) == kAlif) last |= text_.marks[end - 2];
    if (last & (mark::kTanwinFath | mark::kTanwinDamm | mark::kTanwinKasr)) {
      if (verb) cost += kTanwinCost;
      if ((last & mark::kTanwinFath) && e.features.kase() == Case::acc) cost -= kAccusativeMarkGain;
    }
    return cost;
  }

  void fill(const Front& f, uint32_t end, uint8_t enclitic, Candidate& c) {
    c.proclitic = f.proclitic;
    c.particle = f.particle;
    c.question = f.question;
    c.article = f.article;
    c.enclitic = enclitic;
    c.stem_first = uint8_t(f.at - token_.first);
    c.stem_last = uint8_t(end - token_.first);
    if (c.lemma.valid()) __builtin_prefetch(&lexicon_.lemma(c.lemma).function);  // its face asks for it
    out_.push_back(c);
  }

  /// Spellings that are looked for only where the usual ones give nothing.
  void unusual() {
    Front f{{}, {}, false, false, token_.first, kJoinedCost};
    unusual_stem(f);
    if (at(f.at) != kWaw && at(f.at) != kFa) return;
    f.proclitic = at(f.at) == kWaw ? Proclitic::wa : Proclitic::fa;
    f.cost += f.proclitic == Proclitic::fa ? kSoCost : kConjunctionCost;
    ++f.at;
    unusual_stem(f);
  }

  void unusual_stem(const Front& f) {
    const Letter a = at(f.at), b = at(f.at + 1), c = at(f.at + 2);
    Front g = f;
    g.at += 2;
    if (a == kLam && b == kAlif && c == kLam && token_.last - f.at > 5) {  // "to the", written with the alif of the article
      Front h = f;
      h.particle = Particle::li, h.article = true, h.at += 3;
      stems(h);
    }
    if ((a == kLam || a == kMim) && b == kAlif && token_.last - f.at > 3) {  // "is not", "never was" in one word
      g.particle = a == kLam ? Particle::la : Particle::ma;
      stems(g);
    }
    if (a == kAlif && b == kLam && c == kLam && at(f.at + 3) == kAlif && token_.last - f.at > 6) negated_noun(g);
    if (a == kAlif && b == kBa && (c == kWaw || c == kAlif || c == kYa) && token_.last - f.at > 5) teknonym(f);
  }

  /// "the non-violence": a word of its own, with the features of the noun or adjective in it and without a lemma.
  void negated_noun(Front f) {
    const FormEntry* best = nullptr;
    for (const FormEntry& e : lexicon_.find({text_.folded.data() + f.at + 2, token_.last - f.at - 2})) {
      const bool nominal = e.features.upos() == Upos::noun || e.features.upos() == Upos::adj;
      if (nominal && (e.attach & attach::kArticle) && (best == nullptr || e.cost < best->cost)) best = &e;
    }
    if (best == nullptr) return;
    f.article = true;
    compound(f, best->features, best->cost);
  }

  /// "Father of X" in one word, where X is a known name.
  void teknonym(const Front& f) {
    LetterView name(text_.folded.data() + f.at + 3, token_.last - f.at - 3);
    const bool article = name.size() > 4 && name[0] == kAlif && name[1] == kLam;
    if (article) name.remove_prefix(2);
    for (const FormEntry& e : lexicon_.find(name))
      if (e.features.upos() == Upos::propn && (!article || (e.attach & attach::kArticle)))
        return compound(f, Features{}.with(Upos::propn), e.cost);
  }

  /// A word that the lexicon has no lemma for, though it has its parts.
  void compound(const Front& f, Features x, int cost) {
    Candidate c;
    c.features = x;
    c.cost = int16_t(f.cost + cost);
    fill(f, token_.last, 0, c);
  }

  /// By shape: article, endings, prefixes. The guess keeps clitics only where they are plain to see.
  void guess() {
    Front f{{}, {}, false, false, token_.first, kGuessCost};
    const auto left = [&] { return token_.last - f.at; };
    if (left() > 4 && at(f.at) == kWaw)
      f.proclitic = Proclitic::wa, ++f.at;
    else if (left() > 5 && at(f.at) == kFa && at(f.at + 1) == kAlif)
      f.proclitic = Proclitic::fa, ++f.at;
    if (left() > 5 && (at(f.at) == kBa || at(f.at) == kKaf) && at(f.at + 1) == kAlif && at(f.at + 2) == kLam)
      f.particle = at(f.at) == kBa ? Particle::bi : Particle::ka, ++f.at;
    else if (left() > 4 && at(f.at) == kLam && at(f.at + 1) == kLam)
      f.particle = Particle::li, f.article = true, f.at += 2;
    else if (left() > 4 && (at(f.at) == kBa || at(f.at) == kLam))
      f.particle = at(f.at) == kBa ? Particle::bi : Particle::li, ++f.at, unsure_ = true;
    if (!f.article && left() > 4 && at(f.at) == kAlif && at(f.at + 1) == kLam) f.article = true, f.at += 2;
    guess_stem(f);
    if (unsure_) {  // a name may as well begin with these letters
      const uint32_t from = token_.first + (f.proclitic != Proclitic::none);
      Front whole{f.proclitic, {}, false, false, from, kGuessCost - 1};
      guess_as(whole, Features{}.with(Upos::propn), 0);
    }
  }

  void guess_stem(const Front& f) {
    const Letter last = text_.letters[token_.last - 1], before = at(token_.last - 2);
    const uint32_t size = token_.last - f.at;
    const Features noun = Features{}.with(Upos::noun), adjective = Features{}.with(Upos::adj);
    if (last == kTaMarbuta && before == kYa) {
      guess_as(f, Features(adjective).with(Gender::fem).with(Number::sing), 2);
      guess_as(f, Features(noun).with(Gender::fem).with(Number::sing), 4);
    } else if (last == kTaMarbuta) {
      guess_as(f, Features(noun).with(Gender::fem).with(Number::sing), 0);
      if (f.article) guess_as(f, Features(adjective).with(Gender::fem).with(Number::sing), 0);
    } else if (last == kYa && f.article && size > 3) {
      guess_as(f, Features(adjective).with(Gender::masc).with(Number::sing), 0);
    } else if (size > 4 && last == kTa && before == kAlif) {
      guess_as(f, Features(noun).with(Gender::fem).with(Number::plur), 0);
    } else if (size > 4 && last == kNun && (before == kYa || before == kWaw)) {
      guess_as(f, Features(noun).with(Gender::masc).with(Number::plur), f.article ? 0 : 6);
    }
    const bool verb_prefix = !f.article && size > 3 && (at(f.at) == kYa || at(f.at) == kTa);
    if (verb_prefix)
      guess_as(f,
               Features{}
                   .with(Upos::verb)
                   .with(Aspect::imp)
                   .with(Voice::act)
                   .with(Person::third)
                   .with(Number::sing)
                   .with(at(f.at) == kYa ? Gender::masc : Gender::fem)
                   .with(VerbForm::fin),
               8);
    guess_as(f, Features{}.with(Upos::propn), f.article ? 3 : 0);
    if (f.article) guess_as(f, noun, 1);
  }

  void guess_as(const Front& f, Features x, int extra) {
    Candidate c;
    c.guess = true;
    c.features = x;
    c.cost = int16_t(f.cost + extra);
    fill(f, token_.last, 0, c);
  }

  const Lexicon& lexicon_;
  const Text& text_;
  const Token& token_;
  std::vector<Candidate>& out_;
  size_t begin_;
  std::array<Stem, 16> asked_;
  size_t asked_size_ = 0;
  bool unsure_ = false;
};

}  // namespace

const Enclitic kEncliticTable[kEnclitics] = {
    {{kHa}, 1, Person::third, Gender::masc, Number::sing, false, false},
    {{kHa, kAlif}, 2, Person::third, Gender::fem, Number::sing, false, false},
    {{kHa, kMim}, 2, Person::third, Gender::masc, Number::plur, false, false},
    {{kHa, kNun}, 2, Person::third, Gender::fem, Number::plur, false, false},
    {{kHa, kMim, kAlif}, 3, Person::third, Gender::none, Number::dual, false, false},
    {{kKaf}, 1, Person::second, Gender::none, Number::sing, false, false},
    {{kKaf, kMim}, 2, Person::second, Gender::masc, Number::plur, false, false},
    {{kKaf, kNun}, 2, Person::second, Gender::fem, Number::plur, false, false},
    {{kKaf, kMim, kAlif}, 3, Person::second, Gender::none, Number::dual, false, false},
    {{kYa}, 1, Person::first, Gender::none, Number::sing, false, true},
    {{kNun, kYa}, 2, Person::first, Gender::none, Number::sing, true, false},
    {{kNun, kAlif}, 2, Person::first, Gender::none, Number::plur, false, false},
};

void read_word(const Lexicon& lexicon, const Text& text, const Token& token, std::vector<Candidate>& out) {
  Reader(lexicon, text, token, out).run();
}

}  // namespace isnad::arabic_words
