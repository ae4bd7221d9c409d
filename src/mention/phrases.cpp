// Noun phrases: heads, annexation, adjectives by agreement, apposition, coordination; built left to right in one pass.
#include <algorithm>

#include "mention/steps.h"
#include "text/arabic.h"

namespace isnad {
namespace {

constexpr size_t kChain = 12;  // how deep a chain of annexation is followed

class PhraseBuilder {
 public:
  PhraseBuilder(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out)
      : lexicon_(lexicon),
        text_(text),
        words_(words),
        out_(out),
        of_(lexicon.clitic(Clitic::li)),
        in_(lexicon.clitic(Clitic::bi)),
        so_(lexicon.clitic(Clitic::fa)) {}

  void run() {
    for (size_t s = 0; s < text_.sentences.size(); ++s) sentence(SentenceId::at(s));
  }

 private:
  void sentence(SentenceId id) {
    sentence_ = id;
    const Sentence& s = text_.sentences[id.value];
    break_chain();
    kept_.open = false;
    const uint32_t end = words_.first_of[s.last.value].value;
    for (uint32_t w = words_.first_of[s.first.value].value; w < end;) w = std::max(w + 1, step(w, end));
  }

  [[nodiscard]] const Word& word(uint32_t w) const { return words_.words[w]; }
  [[nodiscard]] const Lemma* lemma(uint32_t w) const { return word(w).lemma ? &lexicon_.lemma(word(w).lemma) : nullptr; }
  [[nodiscard]] uint64_t classes(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l && l->upos != Upos::verb ? l->classes : 0;
  }
  [[nodiscard]] Function function(uint32_t w) const {
    const Lemma* l = lemma(w);
    return l ? l->function : Function::none;
  }
  [[nodiscard]] Phrase& phrase(PhraseId p) { return out_.phrases[p.value]; }

  /// What stands between the last phrase and the next: a preposition, a conjunction, determiners, a number.
  struct Pending {
    WordId preposition, conjunction, first;
    uint32_t number = kNone;
    bool negated = false;
  };

  void reset() {
    chain_size_ = 0;
    after_comma_ = false;
  }
  void break_chain() {
    reset();
    pending_ = {};
    between_ = sides_ = {};
    titled_ = {};
  }

  /// Reads what begins at word w; gives the next word.
  uint32_t step(uint32_t w, uint32_t end) {
    while (date_ < out_.dates.size() && out_.dates[date_].first.value < w) ++date_;
    if (date_ < out_.dates.size() && out_.dates[date_].first.value == w) return date(w);
    while (number_ < out_.numbers.size() && out_.numbers[number_].first.value < w) ++number_;
    if (number_ < out_.numbers.size() && out_.numbers[number_].first.value == w && out_.numbers[number_].last.value > w)
      if (const uint32_t next = number(w)) return next;
    if (const uint32_t next = proper_person(w)) return next;
    while (name_ < out_.names.size() && start_of(name_) < w) ++name_;
    if (name_ < out_.names.size() && start_of(name_) == w)
      if (const uint32_t next = name(w, end)) return next;
    return plain(w);
  }

  /// First word that a name match covers.
  [[nodiscard]] uint32_t start_of(size_t i) const {
    const NameMatch& n = out_.names[i];
    uint32_t w = words_.first_of[n.first.value].value;
    const uint32_t end = words_.first_of[n.first.value + 1].value;
    while (w + 1 < end && word(w).first < n.first_letter) ++w;
    return w;
  }

  uint32_t date(uint32_t w) {
    const DateMention& d = out_.dates[date_];
    Phrase p = make(w, d.last.value, w, PhraseKind::date);
    p.date = uint32_t(date_);
    p.definite = true;
    add(p);
    break_chain();
    return d.last.value;
  }

  uint32_t number(uint32_t w) {
    const NumberMention& n = out_.numbers[number_];
    const bool dual = n.counted.valid() && n.counted.value >= n.first.value && n.counted.value < n.last.value;
    if (dual) {
      pending_.number = uint32_t(number_);
      return 0;
    }
    if (n.ordinal) return 0;
    if (n.counted.valid() && n.counted.value >= n.last.value && n.counted.value - n.last.value < 3) {
      if (!pending_.first.valid()) pending_.first = WordId{w};
      pending_.number = uint32_t(number_);
      const bool of =
          n.counted.value > n.last.value && word(n.last.value).features.upos() == Upos::adp;  // "thousands of fighters" is one phrase
      return n.last.value + (of ? 1 : 0);
    }
    Phrase p = make(w, n.last.value, w, PhraseKind::number);
    p.number = uint32_t(number_);
    attach_or_start(p, false);
    return n.last.value;
  }

  /// A name match: fixed expressions govern what follows, entities become phrases. 0: read it as plain words.
  uint32_t name(uint32_t w, uint32_t end) {
    const NameMatch& n = out_.names[name_];
    const uint32_t next = n.end(words_).value;
    if (const Payload* p = payload_of(lexicon_, n, PayloadKind::phrase); p && !entity(n)) {
      const bool single = n.last.value - n.first.value == 1;
      if (single && word(w).features.upos() == Upos::noun && word(w).article) return 0;
      const Function f = Function(p->index);
      if (f == Function::number_about || f == Function::number_least || f == Function::number_most) return bound(w, next);
      out_.function_of[w] = uint32_t(name_);
      const bool governs_none = next < words_.size() && word(next).features.upos() == Upos::punct;  // "from one side, and"
      if (sides_.valid() && (f == Function::adverb || (f == Function::agent && governs_none))) return one_side(next);
      reset();
      if (p->high == 1 || p->high == 3)
        pending_.preposition = WordId{w};
      else
        pending_ = {};
      return next;
    }
    if (!entity(n) || next > end) return 0;
    uint32_t first = w;
    while (first + 1 < next && !word(first).main) ++first;
    if (const PhraseId owner = of_nation(n, first, next); owner.valid()) {
      modify(owner, first);
      extend(owner, next);
      pending_ = {};
      return next;
    }
    const bool described = payload_of(lexicon_, n, PayloadKind::description) != nullptr;
    const bool titled = person_part(n);
    if (titled && !begins_with_title(n, first)) return person(w);
    const uint32_t claimed = titled ? claimed_within(n) : 0;
    const uint32_t last = std::max(next, claimed);  // "the emir X bin Y": as far as his name goes
    Phrase p = make(first, last, first, described || (titled && claimed == 0) ? PhraseKind::noun : PhraseKind::name);
    p.name = uint32_t(name_);
    p.definite = !described || word(next - 1).article || word(first).article;
    attach_or_start(p, !described);
    if (described && n.last.value - n.first.value > 1)
      closed_ = true, tail_open_ = open_tail(next - 1);  // "unknown gunman" annexes nothing
    return last;
  }

  /// "the North Korean leader": adjectives of nationality in several words belong to the head right before them that they agree with.
  [[nodiscard]] PhraseId of_nation(const NameMatch& n, uint32_t first, uint32_t next) {
    if (chain_size_ == 0 || after_comma_ || pending_.preposition.valid() || pending_.conjunction.valid()) return {};
    if (next - first < 2 || !payload_of(lexicon_, n, PayloadKind::country)) return {};
    const auto adjective = [&](uint32_t w) { return word(w).features.upos() == Upos::adj && word(w).main; };
    if (!adjective(first) || !adjective(next - 1) || phrase(chain_[chain_size_ - 1]).last.value != first) return {};
    return agreeing(first);
  }

  /// "between X and Y on one hand, and Z": what comes after the "and" is the other side.
  uint32_t one_side(uint32_t next) {
    reset();
    pending_ = {};
    between_ = sides_;
    const bool comma = next < words_.size() && text_.one(text_.tokens[word(next).token.value]) == ',';
    return comma ? next + 1 : next;
  }

  /// A description that ends in a noun without article may annex a name or a definite noun more: "prime minister of X".
  [[nodiscard]] bool open_tail(uint32_t w) const {
    const Word& x = word(w);
    const Features f = x.features;
    const Lemma* l = lemma(w);
    if (!x.main || f.upos() != Upos::noun || x.article || !l || l->upos != Upos::noun) return false;
    if (l->derivation == Derivation::active_participle || l->derivation == Derivation::passive_participle) return false;  // "unknown"
    return f.state() != State::indef && !(f.state() == State::def && f.number() != Number::sing);
  }

  /// A name by which somebody known goes that begins with a title ("the Iranian leader", "the emir X").
  [[nodiscard]] bool begins_with_title(const NameMatch& n, uint32_t first) const {
    return n.last.value - n.first.value > 1 && word(first).features.upos() == Upos::noun && !word(first).guess &&
           (classes(first) & (bit(NounClass::role) | bit(NounClass::person))) && payload_of(lexicon_, n, PayloadKind::actor);
  }

  /// Where a person's name ends that was found by itself within the match; 0 where there is none.
  [[nodiscard]] uint32_t claimed_within(const NameMatch& n) const {
    for (size_t i = proper_; i < out_.proper.size() && out_.proper[i].first < n.last; ++i)
      if (out_.proper[i].type == ProperType::person && out_.proper[i].first > n.first)
        return words_.first_of[out_.proper[i].last.value].value;
    return 0;
  }

  /// "about", "at least" before a number belong to its phrase.
  uint32_t bound(uint32_t w, uint32_t next) {
    if (!pending_.first.valid()) pending_.first = WordId{w};
    return next;
  }

  [[nodiscard]] bool entity(const NameMatch& n) const {
    for (const Payload& p : lexicon_.payloads_of(n.node))
      if (p.kind != PayloadKind::phrase && p.kind != PayloadKind::number && p.kind != PayloadKind::calendar) return true;
    return false;
  }

  [[nodiscard]] bool person_part(const NameMatch& n) const {
    for (const Payload& p : lexicon_.payloads_of(n.node)) {
      if (p.kind == PayloadKind::actor && lexicon_.actors[p.index].kind != EntityKind::person) return false;
      if (p.kind == PayloadKind::country || p.kind == PayloadKind::place || p.kind == PayloadKind::description) return false;
    }
    return true;
  }

  /// A person's name that starts at word w, whatever its words were read as; 0: none.
  uint32_t proper_person(uint32_t w) {
    const uint32_t token = word(w).token.value;
    while (proper_ < out_.proper.size() && out_.proper[proper_].last.value <= token) ++proper_;
    if (proper_ == out_.proper.size()) return 0;
    const ProperName& n = out_.proper[proper_];
    if (!word(w).main && n.match == kNone) return 0;  // a known name may begin with what was read as a clitic
    if (n.first.value != token || n.type != ProperType::person || n.span.begin != word(w).span.begin) return 0;
    const uint32_t next = words_.first_of[n.last.value].value;
    uint32_t head = w;
    while (head + 1 < next && !word(head).main) ++head;
    Phrase p = make(w, next, head, PhraseKind::name);
    size_t from = name_;
    while (from > 0 && out_.names[from - 1].last > n.first) --from;  // a match may take the title before the name with it
    for (size_t i = from; i < out_.names.size() && out_.names[i].first < n.last; ++i)
      if (out_.names[i].last > n.first && out_.names[i].last <= n.last && person_part(out_.names[i]) &&
          (p.name == kNone || longer(i, p.name)))
        p.name = uint32_t(i);
    p.definite = true;
    attach_or_start(p, true);
    return next;
  }

  /// A run of proper nouns: "Muhammad Baqiri", also with unknown parts.
  uint32_t person(uint32_t w) {
    uint32_t first = w;
    while (!word(first).main) ++first;
    uint32_t next = first;
    uint32_t named = kNone;
    const uint32_t sentence_end = words_.first_of[text_.sentences[sentence_.value].last.value].value;
    while (next < sentence_end && proper(next, next == first)) {
      while (name_ < out_.names.size() && start_of(name_) < next) ++name_;
      const bool match = name_ < out_.names.size() && start_of(name_) == next;
      if (next != first && ((match && !person_part(out_.names[name_])) || (named != kNone && begins_person(next)))) break;
      if (match && (named == kNone || longer(name_, named))) named = uint32_t(name_);
      next = match ? words_.first_of[out_.names[name_].last.value].value : next + 1;
    }
    next = std::max(next, first + 1);
    Phrase p = make(first, next, first, PhraseKind::name);
    p.name = named;
    p.definite = true;
    attach_or_start(p, true);
    return next;
  }

  /// Does a person's name that was found by itself begin at word w.
  [[nodiscard]] bool begins_person(uint32_t w) const {
    const TokenId token = word(w).token;
    for (size_t i = proper_; i < out_.proper.size() && out_.proper[i].first <= token; ++i)
      if (out_.proper[i].first == token) return out_.proper[i].type == ProperType::person && out_.proper[i].rule == "name.person";
    return false;
  }

  [[nodiscard]] bool longer(size_t a, size_t b) const {
    const auto size = [&](size_t i) { return out_.names[i].last.value - out_.names[i].first.value; };
    const bool actor_a = payload_of(lexicon_, out_.names[a], PayloadKind::actor),
               actor_b = payload_of(lexicon_, out_.names[b], PayloadKind::actor);
    return actor_a != actor_b ? actor_a : size(a) > size(b);
  }

  /// Part of a personal name: a proper noun without clitics of its own.
  [[nodiscard]] bool proper(uint32_t w, bool first) const {
    const Word& x = word(w);
    if (!x.main || (x.features.upos() != Upos::propn && x.features.upos() != Upos::x)) return false;
    if (first) return true;
    return words_.first_of[x.token.value].value == w && text_.tokens[x.token.value].kind != TokenKind::url;
  }

  uint32_t plain(uint32_t w) {
    const Word& x = word(w);
    const Upos upos = x.features.upos();
    if (title_letter(w)) {  // "Dr. X" is one phrase
      if (!pending_.first.valid()) pending_.first = WordId{w};
      return w + 2;
    }
    if (each_of(w)) return determiner_before(w) + 1;
    switch (upos) {
      case Upos::noun:
      case Upos::x:
        return noun(w);
      case Upos::propn:
        return person(w);
      case Upos::adj:
        return adjective(w);
      case Upos::pron:
        return pronoun(w);
      case Upos::adp:
        return preposition(w);
      case Upos::cconj:
        return conjunction(w);
      case Upos::num:
      case Upos::det:
        return determiner(w);
      case Upos::punct:
      case Upos::sym:
        return punctuation(w);
      default:
        break;
    }
    if (function(w) == Function::quantifier || function(w) == Function::demonstrative) return determiner(w);
    if (function(w) == Function::neg && upos != Upos::verb) return pending_.negated = true, reset(), w + 1;
    break_chain();
    return w + 1;
  }

  /// "each of X and Y": says no more than X and Y.
  [[nodiscard]] bool each_of(uint32_t w) const {
    if (function(w) != Function::quantifier || w + 2 >= words_.size() || !word(w).main || word(w).article) return false;
    const Word &from = word(w + 1), &next = word(w + 2);
    const Lemma* of = lemma(w + 1);
    if (from.features.upos() != Upos::adp || !of || !(of->classes & bit(NounClass::quantity))) return false;
    const Upos u = next.features.upos();
    return (u == Upos::noun || u == Upos::propn) && next.token.value == from.token.value + 1;
  }

  [[nodiscard]] bool title_letter(uint32_t w) const {
    const uint32_t t = word(w).token.value;
    if (!word(w).main || t + 2 >= text_.sentences[sentence_.value].last.value || text_.one(text_.tokens[t + 1]) != '.') return false;
    return is_title_letter(text_.letters_of(text_.tokens[t]));
  }

  uint32_t punctuation(uint32_t w) {
    const Token& sign = text_.tokens[word(w).token.value];
    if (text_.quotes(sign) || joins_adjectives(w)) return w + 1;
    if (text_.one(sign) == '(') return open_bracket(w);
    if (text_.one(sign) == ')' && kept_.open) return close_bracket(w);
    const bool comma = text_.one(sign) == ',';
    if (!comma || chain_size_ == 0 || pending_.preposition.valid())
      break_chain();
    else
      pending_ = {}, after_comma_ = true;  // only a name in apposition may still join
    return w + 1;
  }

  /// "between the rebels (the Free Army) and the militants of": what brackets hold stands by itself, the chain goes on after it.
  uint32_t open_bracket(uint32_t w) {
    if (kept_.open) return break_chain(), w + 1;
    std::copy(chain_, chain_ + chain_size_, kept_.chain);
    kept_.size = chain_size_, kept_.sides = sides_, kept_.between = between_, kept_.titled = titled_;
    kept_.open = !pending_.preposition.valid() && !pending_.conjunction.valid();
    break_chain();
    return w + 1;
  }

  uint32_t close_bracket(uint32_t w) {
    break_chain();
    std::copy(kept_.chain, kept_.chain + kept_.size, chain_);
    chain_size_ = kept_.size, sides_ = kept_.sides, between_ = kept_.between, titled_ = kept_.titled;
    closed_ = true;
    kept_.open = false;
    return w + 1;
  }

  /// "the Egyptian-Iranian rapprochement": a dash between two adjectives of one phrase.
  [[nodiscard]] bool joins_adjectives(uint32_t w) const {
    const Letter c = text_.one(text_.tokens[word(w).token.value]);
    if ((c != '-' && c != letter::kDash) || chain_size_ == 0 || w == 0 || w + 1 >= words_.size()) return false;
    const Word &a = word(w - 1), &b = word(w + 1);
    return a.features.upos() == Upos::adj && b.features.upos() == Upos::adj && a.article == b.article && closed_;
  }

  uint32_t preposition(uint32_t w) {
    if (chain_size_) wait_for_name(w);
    reset();
    if (sides_.valid() && pending_.conjunction.valid() && word(w).lemma == word(phrase(sides_).preposition.value).lemma) {
      between_ = sides_;  // "between X and between Y"
      return w + 1;
    }
    const bool keep = pending_.preposition.valid() && out_.function_of[pending_.preposition.value] != kNone && !word(w).main;
    if (!keep) pending_ = {}, pending_.preposition = WordId{w};
    if (w + 1 < words_.size() && word(w + 1).enclitic) {  // "on them"
      Phrase p = make(w + 1, w + 2, w + 1, PhraseKind::pronoun);
      p.preposition = pending_.preposition;
      p.definite = true;
      add(p);
      pending_ = {};
      return w + 2;
    }
    return w + 1;
  }

  /// A title with a complement ("the spokesman in the name of", "the professor at") may have its name after that.
  void wait_for_name(uint32_t w) {
    const PhraseId title = title_in_chain();
    const bool goes_on = !title.valid() && titled_.valid() && in_place(w) && title_complete();
    if (goes_on) return void(titled_in_ = false);  // "the envoy of the United Nations in the town X"
    titled_ = title;
    if (!titled_.valid()) return;
    const bool own = word(w).lemma == of_ || governs(phrase(titled_).head.value, w);
    titled_in_ = !own;
    if (!own && !completes_title(w)) titled_ = {};
  }

  /// Does the noun, or the verb that it comes from, govern the preposition.
  [[nodiscard]] bool governs(uint32_t noun, uint32_t preposition) const {
    const Lemma *l = lemma(noun), *p = lemma(preposition);
    if (!l || !p || p->preposition == 0 || l->upos == Upos::verb) return false;
    return ((l->government | (l->base != kNone ? lexicon_.lemma(l->base).government : 0)) & government::of(p->preposition)) != 0;
  }

  /// The preposition that belongs to a title: "the secretary-general of", "the commander in the militia".
  [[nodiscard]] bool completes_title(uint32_t w) const {
    const Lemma* l = lemma(w);
    return word(w).lemma == in_ || (l && l->preposition != 0 && (l->classes & bit(NounClass::place)));
  }

  /// "In", as the compiler marks it.
  [[nodiscard]] bool in_place(uint32_t w) const {
    const Lemma* l = lemma(w);
    constexpr uint64_t kIn = bit(NounClass::place) | bit(NounClass::facility);
    return word(w).lemma == in_ || (l && l->preposition != 0 && (l->classes & kIn) == kIn);
  }

  /// Is what stands between the title and the name a body, as it is not where one did something somewhere.
  [[nodiscard]] bool title_complete() {
    constexpr uint64_t kBodies = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation);
    if (!titled_in_) return true;
    const uint64_t k = kind_bits(phrase(chain_[0]));
    return (k & kBodies) && !(k & (bit(NounClass::place) | bit(NounClass::state)));
  }

  /// The outermost head of the chain, after its last "and", that is a definite title without its name; none.
  [[nodiscard]] PhraseId title_in_chain() {
    size_t from = chain_size_;
    while (from > 0 && phrase(chain_[from - 1]).attachment != Attachment::coordinated) --from;
    for (size_t i = from > 0 ? from - 1 : 0; i < chain_size_; ++i) {
      const Phrase& h = phrase(chain_[i]);
      if (h.kind == PhraseKind::noun && (classes(h.head.value) & bit(NounClass::role)) && definite_inside(i)) return chain_[i];
    }
    return {};
  }

  uint32_t conjunction(uint32_t w) {
    if (function(w) == Function::contrast || word(w).lemma == so_) {  // "but", "so" join clauses, not nouns
      break_chain();
      return w + 1;
    }
    titled_ = {};
    saved_size_ = chain_size_;
    pending_ = {};
    pending_.conjunction = WordId{w};
    return w + 1;
  }

  /// Demonstratives, quantifiers and the like stay in front of the noun they determine; alone they are pronouns.
  uint32_t determiner(uint32_t w) {
    const bool next_noun = w + 1 < words_.size() && word(w + 1).token.value == word(w).token.value + 1 && determined(w + 1);
    const bool alone = next_noun && function(w) == Function::demonstrative && !word(w + 1).article;  // "that is contrary to"
    return next_noun && !alone ? determiner_before(w) : pronoun(w);
  }

  [[nodiscard]] bool determined(uint32_t w) const {
    const Upos u = word(w).features.upos();
    return u == Upos::noun || u == Upos::adj || u == Upos::propn || u == Upos::num || u == Upos::det;
  }

  uint32_t pronoun(uint32_t w) {
    const Word& x = word(w);
    if (x.enclitic) {
      if (chain_size_ && phrase(chain_[chain_size_ - 1]).head.value + 1 == w) {  // "their bases"
        Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
        p.definite = true;
        p.preposition = WordId::none();
        attach(p, chain_[chain_size_ - 1], Attachment::annexed);
        phrase(chain_[chain_size_ - 1]).definite = true;
        closed_ = true;
        return w + 1;
      }
      Phrase p = make(w, w + 1, w, PhraseKind::pronoun);  // object of a verb
      p.definite = true;
      add(p);
      break_chain();
      return w + 1;
    }
    const Function f = function(w);
    if (f == Function::demonstrative && w + 1 < words_.size() && word(w + 1).article) return determiner_before(w);
    if (repeats(w)) return repeated(w);
    Phrase p = make(w, w + 1, w, f == Function::rel ? PhraseKind::relative : PhraseKind::pronoun);
    p.preposition = pending_.preposition;
    p.definite = true;
    add(p);
    break_chain();
    return w + 1;
  }

  /// "(killed the leader) him and his wife": a pronoun on its own that a noun right after it is joined to.
  [[nodiscard]] bool repeats(uint32_t w) const {
    const Features f = word(w).features;
    if (f.upos() != Upos::pron || f.person() != Person::third || function(w) == Function::rel || function(w) == Function::demonstrative)
      return false;
    if (pending_.preposition.valid() || pending_.conjunction.valid() || w + 2 >= words_.size()) return false;
    const Upos u = word(w + 2).features.upos();
    const bool joined = word(w + 1).features.upos() == Upos::cconj && word(w + 2).token.value == word(w + 1).token.value;
    return joined && word(w + 1).lemma != so_ && (u == Upos::noun || u == Upos::propn || u == Upos::num || u == Upos::det);
  }

  /// It says again who was just named, or what a pronoun before it means ("[of him] him and his brother"); else it begins the row.
  uint32_t repeated(uint32_t w) {
    if (chain_size_ && phrase(chain_[0]).last.value == w) return w + 1;
    reset();
    const bool after = !out_.phrases.empty() && out_.phrases.back().kind == PhraseKind::pronoun && out_.phrases.back().last.value == w &&
                       out_.phrases.back().attachment == Attachment::none;
    if (after) return push(PhraseId::at(out_.phrases.size() - 1)), w + 1;
    Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
    p.definite = true;
    push(add(p));
    return w + 1;
  }

  uint32_t determiner_before(uint32_t w) {
    if (!pending_.conjunction.valid() && !open_for_annexation()) reset();  // "the withdrawal of these forces" keeps the chain
    if (!pending_.first.valid()) pending_.first = WordId{w};
    return w + 1;
  }

  uint32_t noun(uint32_t w) {
    if (const PhraseId owner = of_people(w); owner.valid()) {
      modify(owner, w);
      return w + 1;
    }
    if (second_adjective(w)) {
      modify(chain_[chain_size_ - 1], w);
      pending_ = {};
      return w + 1;
    }
    Phrase p = make(w, w + 1, w, PhraseKind::noun);
    p.definite = word(w).article;
    attach_or_start(p, false);
    return w + 1;
  }

  /// "the media and press outlets": after an adjective of things and "and", a feminine that could be a woman is their second adjective.
  [[nodiscard]] bool second_adjective(uint32_t w) {
    if (!pending_.conjunction.valid() || pending_.preposition.valid() || chain_size_ == 0 || pending_.number != kNone) return false;
    const Phrase& p = phrase(chain_[chain_size_ - 1]);
    if (p.adjective_count == 0 || p.last != pending_.conjunction || p.kind != PhraseKind::noun) return false;
    const Word &x = word(w), &before = word(out_.adjectives[p.adjectives + p.adjective_count - 1].value);
    if (p.number != kNone && !x.article && (classes(w) & bit(NounClass::nationality)) && before.features.upos() == Upos::adj)
      return before.features.number() == x.features.number() && !before.article;  // "200 Syrian and Iraqi fighters"
    const auto feminine = [](Features f) { return f.gender() == Gender::fem && f.number() == Number::sing; };
    if (!x.article || !before.article || !feminine(x.features) || !feminine(before.features)) return false;
    const Features h = word(p.head.value).features;
    constexpr uint64_t kPeople = bit(NounClass::person) | bit(NounClass::role);
    return h.number() == Number::plur && !(classes(p.head.value) & kPeople) && (classes(w) & kPeople) &&
           !(w + 1 < words_.size() && word(w + 1).token == x.token);
  }

  /// "Russian diplomats", where Arabic has the name of the people for the adjective: the persons right before it, equally definite.
  [[nodiscard]] PhraseId of_people(uint32_t w) {
    constexpr uint64_t kPeople = bit(NounClass::nationality) | bit(NounClass::plural);
    if (!chain_size_ || after_comma_ || pending_.preposition.valid() || pending_.conjunction.valid()) return {};
    if ((classes(w) & kPeople) != kPeople) return {};
    const Phrase& p = phrase(chain_[chain_size_ - 1]);
    const bool persons = p.kind == PhraseKind::noun && (classes(p.head.value) & (bit(NounClass::person) | bit(NounClass::role)));
    if (!persons || p.last.value != w || p.definite != word(w).article) return {};
    if (classes(p.head.value) & bit(NounClass::nationality)) return {};
    return word(p.head.value).features.number() == Number::plur ? chain_[chain_size_ - 1] : PhraseId::none();
  }

  uint32_t adjective(uint32_t w) {
    if (after_date(w)) {
      extend(PhraseId::at(out_.phrases.size() - 1), w + 1);
      return w + 1;
    }
    if (pending_.number != kNone && out_.numbers[pending_.number].counted.value == w) return noun(w);  // "a number of Palestinians"
    if (after_comma_) reset();
    const bool denied = open_for_annexation() && (classes(phrase(chain_[chain_size_ - 1]).head.value) & bit(NounClass::negation));
    if (chain_size_ && !pending_.preposition.valid() && !denied) {
      const PhraseId owner = agreeing(w);
      if (owner.valid() && (!pending_.conjunction.valid() || word(w).article == phrase(owner).definite)) {
        modify(owner, w);
        pending_ = {};
        const bool title = word(w).article && (classes(phrase(owner).head.value) & bit(NounClass::role)) != 0;
        if (title || !of_property(w + 1)) return w + 1;
        extend(owner, w + 2);  // "long of range": what the adjective is said of belongs to it
        return w + 2;
      }
    }
    return noun(w);
  }

  /// False annexation: a noun with its article that says in what an adjective right before it holds.
  [[nodiscard]] bool of_property(uint32_t w) const {
    if (w >= words_.size() || word(w).token.value != word(w - 1).token.value + 1) return false;
    return word(w).article && words_.first_of[word(w).token.value].value == w && (classes(w) & bit(NounClass::property));
  }

  /// "on 5/12 current": the adjective belongs to the date.
  [[nodiscard]] bool after_date(uint32_t w) const {
    if (out_.phrases.empty() || !word(w).article || pending_.conjunction.valid() || pending_.preposition.valid()) return false;
    const Phrase& last = out_.phrases.back();
    return last.kind == PhraseKind::date && last.last.value == w && last.sentence == sentence_;
  }

  /// The head, innermost first, that the adjective agrees with in definiteness, gender and number.
  [[nodiscard]] PhraseId agreeing(uint32_t w) {
    const Features a = word(w).features;
    PhraseId fallback;
    const bool open = word(w).article && open_for_annexation();
    for (size_t i = chain_size_; i-- > 0;) {
      const Phrase& p = phrase(chain_[i]);
      if (open && i + 1 < chain_size_ && phrase(chain_[i + 1]).attachment == Attachment::coordinated) break;  // "forces and gunmen of the"
      if (p.kind == PhraseKind::pronoun || p.kind == PhraseKind::date) continue;
      const bool definite = p.definite || (i + 1 < chain_size_ && definite_inside(i + 1));
      if (definite != word(w).article) continue;
      if (p.kind == PhraseKind::name && p.name == kNone && !single_with_article(p, w)) continue;
      const Features h = word(p.head.value).features;
      const bool apart = a.kase() == Case::acc && a.state() == State::indef && h.kase() == Case::none && h.gender() == Gender::masc &&
                         h.number() == Number::sing && p.number == kNone;
      if (apart) continue;  // "a young man stabbed a policeman": only one of them is written as accusative
      if (agrees(p, a) || (i + 1 == chain_size_ && last_agrees(p, w))) return chain_[i];
      const bool things = i + 1 == chain_size_ && h.number() == Number::plur && a.number() == Number::sing && a.gender() == Gender::fem;
      if (!fallback.valid() && (p.kind == PhraseKind::name || things)) fallback = chain_[i];  // "informed sources" are no persons here
    }
    return fallback;
  }

  /// "the European troika": a word that no list has, but with its article, takes an adjective right after it, other than one of time.
  [[nodiscard]] bool single_with_article(const Phrase& p, uint32_t w) const {
    const Lemma* l = lemma(w);
    return l && p.last.value == w && p.head.value + 1 == w && word(p.head.value).article && !(l->classes & bit(NounClass::time));
  }

  /// "the commander of the Iranian forces": a description that is one phrase takes the adjective of its last word, right after it.
  [[nodiscard]] bool last_agrees(const Phrase& p, uint32_t w) const {
    if (p.name == kNone || p.last.value != w || p.last.value < p.head.value + 2) return false;
    if (!payload_of(lexicon_, out_.names[p.name], PayloadKind::description)) return false;
    const Features last = word(w - 1).features, a = word(w).features;
    if (!word(w - 1).main || last.upos() != Upos::noun || !word(w - 1).article || !word(w).article) return false;
    if (last.number() == Number::plur) return a.gender() == Gender::fem && a.number() == Number::sing;
    return last.gender() == a.gender() && last.number() == a.number();
  }

  [[nodiscard]] bool definite_inside(size_t i) {
    for (; i < chain_size_; ++i)
      if (phrase(chain_[i]).definite) return true;
    return false;
  }

  [[nodiscard]] bool agrees(const Phrase& p, Features a) const {
    const Features h = word(p.head.value).features;
    Gender g = h.gender();
    if (const Lemma* l = lemma(p.head.value); g == Gender::none && l) g = l->gender;
    const bool human = (classes(p.head.value) & (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (h.number() == Number::plur && !human) return a.gender() != Gender::masc || a.number() == Number::plur || a.gender() == Gender::none;
    if (h.number() == Number::plur) return a.number() != Number::sing || a.gender() == Gender::none;
    if (a.number() == Number::plur && h.number() == Number::sing) return (classes(p.head.value) & bit(NounClass::plural)) != 0;
    return g == Gender::none || a.gender() == Gender::none || g == a.gender();
  }

  void modify(PhraseId owner, uint32_t w) {
    Phrase& p = phrase(owner);
    const auto at = uint32_t(out_.adjectives.size());
    if (p.adjective_count == 0) {
      p.adjectives = at;
    } else if (p.adjectives + p.adjective_count != at) {  // another head's came in between: move ours to the end
      for (uint32_t i = 0; i < p.adjective_count; ++i) out_.adjectives.push_back(out_.adjectives[p.adjectives + i]);
      p.adjectives = at;
    }
    out_.adjectives.push_back(WordId{w});
    ++p.adjective_count;
    extend(owner, w + 1);
    while (chain_size_ && chain_[chain_size_ - 1] != owner) --chain_size_;  // what was inside is complete
    closed_ = true;
  }

  void extend(PhraseId id, uint32_t last) {
    while (id.valid()) {
      Phrase& p = phrase(id);
      p.last = WordId{std::max(p.last.value, last)};
      p.span.end = std::max(p.span.end, word(last - 1).span.end);
      id = p.attachment == Attachment::annexed || p.attachment == Attachment::apposed ? p.outer : PhraseId::none();
    }
  }

  [[nodiscard]] Phrase make(uint32_t first, uint32_t last, uint32_t head, PhraseKind kind) const {
    Phrase p;
    p.first = pending_.first.valid() && pending_.first.value < first ? pending_.first : WordId{first};
    p.last = WordId{last};
    p.head = WordId{head};
    p.kind = kind;
    p.span = {word(p.first.value).span.begin, word(last - 1).span.end};
    p.preposition = pending_.preposition;
    p.number = pending_.number;
    p.negated = pending_.negated;
    p.sentence = sentence_;
    return p;
  }

  PhraseId add(const Phrase& p) {
    const PhraseId id = PhraseId::at(out_.phrases.size());
    out_.phrases.push_back(p);
    out_.phrase_of[p.head.value] = id;
    return id;
  }

  PhraseId attach(Phrase p, PhraseId outer, Attachment how) {
    p.outer = outer;
    p.attachment = how;
    const PhraseId id = add(p);
    if (how != Attachment::coordinated) extend(outer, p.last.value);
    return id;
  }

  /// An annexing noun has no article and nothing after it yet.
  [[nodiscard]] bool open_for_annexation() {
    if (chain_size_ == 0 || closed_) return false;
    const Phrase& p = phrase(chain_[chain_size_ - 1]);
    if (p.kind != PhraseKind::noun || p.definite) return false;
    const Features f = word(p.head.value).features;
    return f.state() != State::indef && !(f.state() == State::def && f.number() != Number::sing);
  }

  /// "a bomber (blew up) himself": body or soul with a pronoun is annexed to no person.
  [[nodiscard]] bool own_body(const Phrase& p) {
    const uint32_t pronoun = p.head.value + 1;
    if (p.kind != PhraseKind::noun || !(classes(p.head.value) & bit(NounClass::body)) || pronoun >= words_.size()) return false;
    const uint64_t holder = classes(phrase(chain_[chain_size_ - 1]).head.value);
    return word(pronoun).enclitic && (holder & (bit(NounClass::person) | bit(NounClass::role))) != 0;
  }

  void push(PhraseId id) {
    if (chain_size_ == kChain) {
      std::copy(chain_ + 1, chain_ + kChain, chain_);
      --chain_size_;
    }
    chain_[chain_size_++] = id;
    closed_ = tail_open_ = false;
    pending_ = {};
  }

  /// Joins the phrase to the chain where grammar allows it, else begins a new one.
  void attach_or_start(Phrase p, bool name) {
    const bool bare = !pending_.preposition.valid() && !pending_.conjunction.valid();
    if (after_comma_) {
      after_comma_ = false;
      if (bare ? !apposed_after_comma(p, name) : !listed_after_comma(p))
        reset();
      else
        closed_ = true;
    }
    if (bare && chain_size_) {
      const PhraseId last = chain_[chain_size_ - 1];
      const Features own = word(p.head.value).features;
      const bool accusative = own.kase() == Case::acc && own.state() == State::indef && own.number() == Number::sing && p.number == kNone &&
                              p.kind == PhraseKind::noun;   // "a policeman" as object
      const Features first = word(p.first.value).features;  // "a number of soldiers" as object
      const bool amount = p.number != kNone && first.kase() == Case::acc && first.state() == State::indef;
      const bool tail = tail_open_ && p.definite && p.first == phrase(last).last;
      if (tail || (!accusative && !amount && open_for_annexation() && !own_body(p))) {
        if (classes(phrase(last).head.value) & bit(NounClass::negation)) p.negated = true;
        return push(attach(p, last, Attachment::annexed));
      }
      const PhraseId quoted = quoted_name(p);
      if (const PhraseId head = quoted.valid() ? quoted : apposition_head(p, name); head.valid()) {
        const PhraseId id = attach(p, head, Attachment::apposed);
        if (quoted.valid()) extend(head, p.last.value + 1);  // with the closing mark
        while (chain_size_ && chain_[chain_size_ - 1] != head) --chain_size_;
        return push(id);
      }
      if (name && titled_.valid() && title_complete() && (kind_bits(p) & bit(NounClass::person)) && p.last.value - p.first.value > 1) {
        const PhraseId id = attach(p, titled_, Attachment::apposed);  // "the secretary-general of the United Nations Kofi Annan"
        reset();
        return push(id);
      }
    }
    if (pending_.conjunction.valid() && !pending_.preposition.valid() && (saved_size_ || between_.valid()) && !begins_clause(p)) {
      const PhraseId head = between_.valid() ? between_ : coordination_head(p);
      between_ = {};
      if (head.valid()) {
        if (phrase(head).attachment == Attachment::annexed || phrase(head).attachment == Attachment::none) p.preposition = WordId::none();
        while (chain_size_ && chain_[chain_size_ - 1] != head) --chain_size_;
        const PhraseId id = attach(p, head, Attachment::coordinated);
        return push(id);
      }
    }
    reset();
    const Lemma* before = p.preposition.valid() ? lemma(p.preposition.value) : nullptr;
    const bool between =
        before && before->preposition != 0 && (before->classes & bit(NounClass::plural));  // takes two: the next "and" joins the second
    push(add(p));
    sides_ = between ? chain_[0] : sides_.valid() && phrase(chain_[0]).preposition.valid() ? PhraseId::none() : sides_;
    if (between) between_ = chain_[0];
  }

  /// "the minister, X"; "X, the minister of defence": a title and its name on either side of a comma.
  [[nodiscard]] bool apposed_after_comma(const Phrase& p, bool name) {
    if (chain_size_ == 0) return false;
    const bool after_name = phrase(chain_[chain_size_ - 1]).kind == PhraseKind::name;
    return name != after_name && apposition_head(p, name).valid();
  }

  /// "France, and Germany, and": names of one kind, and indefinite nouns, go on after a comma.
  [[nodiscard]] bool listed_after_comma(const Phrase& p) {
    if (!pending_.conjunction.valid() || pending_.preposition.valid() || chain_size_ == 0) return false;
    const Phrase& h = phrase(chain_[0]);
    const bool alike = h.kind == p.kind && (kind_bits(h) & kind_bits(p)) != 0;
    return alike && (p.kind == PhraseKind::name || (!h.definite && !p.definite && word(p.head.value).features.kase() == Case::acc));
  }

  /// A name in quotation marks right after a definite phrase of a body, site, paper or channel: "the site of social contact 'X'".
  [[nodiscard]] PhraseId quoted_name(const Phrase& p) {
    constexpr uint64_t kNamed = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::medium) |
                                bit(NounClass::document) | bit(NounClass::facility) | bit(NounClass::weapon);
    const auto quote = [&](uint32_t w) { return w < words_.size() && text_.quotes(text_.tokens[word(w).token.value]); };
    const Phrase& h = phrase(chain_[0]);
    if (p.first.value == 0 || p.definite != (p.kind == PhraseKind::name) || !quote(p.first.value - 1) || !quote(p.last.value)) return {};
    return h.kind == PhraseKind::noun && h.last.value + 1 == p.first.value && definite_inside(0) && (classes(h.head.value) & kNamed)
               ? chain_[0]
               : PhraseId::none();
  }

  /// Are several meant, which one name can't be: "(X called on) the leaders of", but "X, one of the leaders of".
  [[nodiscard]] bool several(const Phrase& p) const {
    const Lemma* l = lemma(p.head.value);
    const Features f = word(p.head.value).features;
    const bool regular = f.state() == State::construct || f.kase() == Case::gen || f.kase() == Case::acc;  // may be a singular in -i
    return l && p.first == p.head && f.number() == Number::plur && !regular;
  }

  /// Where in the chain a name may still find its title: "(the president X) and the minister" has named the first one.
  [[nodiscard]] size_t after_named() {
    size_t last = chain_size_;
    while (last > 0 && phrase(chain_[last - 1]).attachment != Attachment::coordinated) --last;
    if (last == 0) return 0;
    const PhraseId before = phrase(chain_[last - 1]).outer;
    const bool named = phrase(before).attachment == Attachment::apposed || phrase(before).kind == PhraseKind::name ||
                       (before.value + 1 < out_.phrases.size() && out_.phrases[before.value + 1].outer == before &&
                        out_.phrases[before.value + 1].attachment == Attachment::apposed);
    return named ? last - 1 : 0;
  }

  /// A title before a person's name, or a kind of place before its name.
  [[nodiscard]] PhraseId apposition_head(const Phrase& p, bool name) {
    const uint64_t mine = kind_bits(p);
    constexpr uint64_t kTitles = bit(NounClass::person) | bit(NounClass::role), kPlaces = bit(NounClass::place) | bit(NounClass::facility),
                       kBodies = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::medium) |
                                 bit(NounClass::weapon);
    const size_t first = after_named();
    for (size_t i = first; i < chain_size_; ++i) {
      const Phrase& h = phrase(chain_[i]);
      if (h.kind == PhraseKind::name && !name && i + 1 == chain_size_ && (classes(p.head.value) & bit(NounClass::role)) &&
          (kind_bits(h) & bit(NounClass::person)) && word(p.head.value).features.upos() == Upos::noun && !word(p.head.value).article &&
          !several(p) && h.last.value - h.first.value > 1 && !appointed(p) && !of_other_country(h, p) && !has_office(h))
        return chain_[i];  // "Ahmad Mahir, minister of defence": after a full name
      if (h.kind != PhraseKind::noun) continue;
      uint64_t c = classes(h.head.value);
      if (h.name != kNone)
        if (const Payload* d = payload_of(lexicon_, out_.names[h.name], PayloadKind::description)) c |= uint64_t(d->low);
      if (name && (c & kTitles) && (mine & bit(NounClass::person))) return names_another(p) ? PhraseId::none() : chain_[i];
      const bool a_person = (mine & kTitles) && !(mine & (kPlaces | kBodies | bit(NounClass::state)));
      if (name && a_person && titled_.valid() && word(h.head.value).article) continue;  // "the spokesman of the new group X"
      const bool same_kind = (mine & (bit(NounClass::place) | bit(NounClass::state))) ? (c & kPlaces) != 0 : (c & kBodies) != 0;
      if (name && same_kind && i + 1 == chain_size_ &&
          !(h.definite && !(c & kPlaces) && word(h.head.value).article && h.adjective_count == 0))
        return chain_[i];
      if (!name && (c & kTitles) && (classes(p.head.value) & kTitles) && p.definite && chain_size_ == first + 1 && h.definite &&
          word(p.head.value).article && agrees(h, word(p.head.value).features) && !of_another_state(h, p) &&
          word(p.head.value).features.number() == word(h.head.value).features.number())
        return chain_[i];
    }
    return {};
  }

  /// A title that isn't said of the one before it: what he becomes ("X as president"), or his own ("X his minister of").
  [[nodiscard]] bool appointed(const Phrase& p) const {
    const Features f = word(p.head.value).features;
    if (f.kase() == Case::acc && f.state() == State::indef) return true;
    const uint32_t owner = p.head.value + 2;
    if (owner <= words_.size() && word(owner - 1).enclitic) return true;  // "X his counterpart"
    return owner < words_.size() && word(owner).enclitic && word(owner - 1).features.upos() == Upos::noun && word(owner - 1).main;
  }

  /// "(King X) the head of the Lebanese government": an office of another country than the known person's before it.
  [[nodiscard]] bool of_other_country(const Phrase& h, const Phrase& p) const {
    const Payload* known = h.name == kNone ? nullptr : payload_of(lexicon_, out_.names[h.name], PayloadKind::actor);
    if (!known || !is_person(*known)) return false;
    const auto own = lexicon_.text(lexicon_.actors[known->index].country);
    if (lexicon_.country(own) == kNone) return false;  // one of the world's officials
    for (uint32_t w = p.head.value + 1; w < words_.size() && w < p.head.value + 4; ++w) {
      const Lemma* l = lemma(w);
      if (l && l->upos == Upos::adj && l->country != kNone && word(w).article)
        return lexicon_.text(lexicon_.countries[l->country].iso3) != own;
    }
    return false;
  }

  /// A known person's name right after another's: "the crown prince X Y" is two persons.
  [[nodiscard]] bool names_another(const Phrase& p) {
    const uint32_t before = chain_size_ ? phrase(chain_[chain_size_ - 1]).name : kNone;
    if (before == kNone || p.name == kNone || phrase(chain_[chain_size_ - 1]).attachment == Attachment::annexed) return false;
    bool persons = false;
    for (const Payload& a : lexicon_.payloads_of(out_.names[before].node))
      for (const Payload& b : lexicon_.payloads_of(out_.names[p.name].node)) {
        if (a.kind != PayloadKind::actor || b.kind != PayloadKind::actor) continue;
        if (a.index == b.index) return false;
        persons = persons || (is_person(a) && is_person(b));
      }
    return persons;
  }

  [[nodiscard]] bool is_person(const Payload& actor) const { return lexicon_.actors[actor.index].kind == EntityKind::person; }

  /// "the American minister the Israeli president": the titles are of two states.
  [[nodiscard]] bool of_another_state(const Phrase& h, const Phrase& p) const {
    const Lemma* next = p.last.value < words_.size() && word(p.last.value).features.upos() == Upos::adj ? lemma(p.last.value) : nullptr;
    if (!next || next->country == kNone) return false;
    for (uint32_t i = 0; i < h.adjective_count; ++i)
      if (const Lemma* l = lemma(out_.adjectives[h.adjectives + i].value); l && l->country != kNone) return l->country != next->country;
    return false;
  }

  /// Has the name its office before it: "the Emirati president Muhammad, minister of ..." are two people. A rank or "sheikh" is none.
  [[nodiscard]] bool has_office(const Phrase& name) {
    if (name.attachment != Attachment::apposed || !name.outer.valid()) return false;
    const Phrase& h = phrase(name.outer);
    if (h.kind != PhraseKind::noun || !h.definite || !(classes(h.head.value) & bit(NounClass::role))) return false;
    for (uint32_t i = 0; i < h.adjective_count; ++i)
      if (const Lemma* l = lemma(out_.adjectives[h.adjectives + i].value); l && l->country != kNone) return true;
    return false;
  }

  /// "A strike in the plants and the police break up a sit-in": in a headline a phrase after "and" that a verb follows, where what stands
  /// before hangs on a preposition.
  [[nodiscard]] bool begins_clause(const Phrase& p) {
    if (text_.sentences[sentence_.value].kind != SentenceKind::title || between_.valid() || chain_size_ == 0) return false;
    const uint32_t verb = verb_after(p);
    if (verb == 0 || !says_of(verb, p) || !phrase(chain_[0]).preposition.valid()) return false;
    for (size_t i = out_.phrases.size(); i-- > 0 && out_.phrases[i].sentence == sentence_;) {
      const Phrase& topic = out_.phrases[i];
      const bool bare = !topic.preposition.valid() && topic.attachment == Attachment::none && topic.kind != PhraseKind::date;
      if (bare && topic.definite && says_of(verb, topic)) return false;
    }
    return true;
  }

  [[nodiscard]] bool finite(uint32_t w) const {
    const Features f = word(w).features;
    return f.upos() == Upos::verb && f.person() == Person::third;
  }

  /// The verb right behind a phrase, its genitives and adjectives; 0 where something else stands there.
  [[nodiscard]] uint32_t verb_after(const Phrase& p) const {
    constexpr uint32_t kMost = 6;
    for (uint32_t w = p.last.value; w < words_.size() && w < p.last.value + kMost; ++w) {
      if (finite(w)) return w;
      const Upos u = word(w).features.upos();
      if (u != Upos::noun && u != Upos::adj && u != Upos::propn && u != Upos::x && !word(w).enclitic) return 0;
    }
    return 0;
  }

  /// Could the phrase be the subject of the verb after it, by gender and number.
  [[nodiscard]] bool says_of(uint32_t verb, const Phrase& p) const {
    const Features v = word(verb).features, h = word(p.head.value).features;
    if (v.number() == Number::dual) return h.number() == Number::dual;
    const Lemma* l = lemma(p.head.value);
    const Gender g = h.gender() == Gender::none && l ? l->gender : h.gender();
    const bool human = (classes(p.head.value) & (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (v.number() == Number::plur) return h.number() != Number::sing;
    if (h.number() == Number::plur) return !human && v.gender() != Gender::masc;
    return g == Gender::none || v.gender() == Gender::none || g == v.gender();
  }

  /// The head of the chain that the phrase after "and" is most like; innermost where none is.
  [[nodiscard]] PhraseId coordination_head(const Phrase& p) {
    if (chain_size_ == 0) return {};
    int best = -1;
    PhraseId head;
    const uint64_t mine = kind_bits(p);
    const bool act = is_act(p);
    for (size_t i = chain_size_; i-- > 0;) {
      const Phrase& h = phrase(chain_[i]);
      if ((h.kind == PhraseKind::pronoun && chain_size_ > 1) || (act && is_party(h) && !portfolio(h, p))) continue;
      int score = 0;
      if (kind_bits(h) & mine) score += 4;
      if (h.kind == p.kind) score += 2;
      if (h.definite == p.definite) score += 1;
      if (i + 1 == chain_size_) score += 1;
      if (score > best) best = score, head = chain_[i];
    }
    return head;
  }

  /// "the minister of foreign affairs and cooperation".
  [[nodiscard]] bool portfolio(const Phrase& h, const Phrase& p) const {
    constexpr uint64_t kOffices = bit(NounClass::role) | bit(NounClass::organisation);
    if (!word(p.head.value).article) return false;
    return (!word(h.head.value).article && (classes(h.head.value) & kOffices)) ||
           (h.attachment == Attachment::annexed && (classes(out_[h.outer].head.value) & kOffices));
  }

  [[nodiscard]] bool is_act(const Phrase& p) const {
    const Lemma* l = p.kind == PhraseKind::noun && p.name == kNone ? lemma(p.head.value) : nullptr;
    return l && l->derivation == Derivation::masdar && !(l->classes & kParties);
  }

  /// Somebody or some place, which no act is joined to: "(the killing of seven farmers) and the arrest of three".
  [[nodiscard]] bool is_party(const Phrase& p) const {
    if (p.kind == PhraseKind::name) return true;
    const uint64_t c = kind_bits(p);
    return p.kind == PhraseKind::noun && (c & kParties) && !(c & bit(NounClass::event));
  }

  [[nodiscard]] uint64_t kind_bits(const Phrase& p) const {
    uint64_t out = classes(p.head.value);
    if (const Lemma* l = lemma(p.head.value); l && l->derivation == Derivation::masdar) out |= bit(NounClass::event);
    if (p.name != kNone)
      for (const Payload& x : lexicon_.payloads_of(out_.names[p.name].node)) {
        if (x.kind == PayloadKind::country || x.kind == PayloadKind::place) out |= bit(NounClass::place) | bit(NounClass::state);
        if (x.kind == PayloadKind::actor)
          out |=
              lexicon_.actors[x.index].kind == EntityKind::person ? bit(NounClass::person) : bit(NounClass::group) | bit(NounClass::force);
        if (x.kind == PayloadKind::description) out |= uint64_t(x.low);
        if (x.kind == PayloadKind::given_name || x.kind == PayloadKind::surname) out |= bit(NounClass::person);
      }
    else if (p.kind == PhraseKind::name)
      out |= bit(NounClass::person) | bit(NounClass::place);
    return out;
  }

  static constexpr uint64_t kParties = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group) | bit(NounClass::force) |
                                       bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::place) |
                                       bit(NounClass::facility);

  const Lexicon& lexicon_;
  const Text& text_;
  const Words& words_;
  Mentions& out_;
  LemmaId of_, in_, so_;
  SentenceId sentence_;
  size_t date_ = 0, name_ = 0, number_ = 0, proper_ = 0;
  PhraseId chain_[kChain];
  size_t chain_size_ = 0, saved_size_ = 0;
  bool titled_in_ = false;  // by another preposition than "of"
  PhraseId titled_;         // a title whose complement has been read, until its name is found
  PhraseId sides_;          // the first of two that "between" takes, while its sides are told
  PhraseId between_;        // the first of two that "between" takes, until the second is found
  bool closed_ = false;
  bool tail_open_ = false;  // of a closed description: a definite noun right after it may still be annexed
  bool after_comma_ = false;
  struct Kept {  // the chain before a bracket
    PhraseId chain[kChain];
    size_t size = 0;
    PhraseId sides, between, titled;
    bool open = false;
  } kept_;
  Pending pending_;
};

}  // namespace

void find_phrases(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out) {
  PhraseBuilder(lexicon, text, words, out).run();
}

}  // namespace isnad
