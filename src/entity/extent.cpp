// How far the words go that say who is meant: over the complement of a head or adjective that says nobody without it ("forces belonging to
// X", "a group of lawyers", "the spokesman in the name of"), and over a second genitive ("the ministers of X and Y").
#include <algorithm>

#include "entity/resolve.h"

namespace isnad {
namespace {

constexpr uint64_t kPeople = bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::group) | bit(NounClass::family);
constexpr uint64_t kBodies = bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::medium);
constexpr uint64_t kThings = bit(NounClass::vehicle) | bit(NounClass::weapon);
constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::facility);
constexpr uint64_t kWhole = kPeople | kBodies | bit(NounClass::nationality) | bit(NounClass::quantity) | bit(NounClass::plural);
constexpr uint32_t kPhrases = 12;  // how many phrases on the complement may stand

class Extents {
 public:
  Extents(const Grammar& g, const Clauses& clauses, Entities& out) : g_(g), clauses_(clauses), out_(out) {}

  /// Backwards, so that a complement has its own extent already.
  void run() {
    for (size_t i = out_.entities.size(); i-- > 0;) {
      Entity& e = out_.entities[i];
      const Phrase& p = g_.mentions[e.phrase];
      e.words = {whole_article(p), p.span.end};
      if (p.kind != PhraseKind::noun && p.kind != PhraseKind::name) continue;
      WordId end = p.last;
      if (const PhraseId q = complement(e, p, end); q.valid()) end = reach(e, q), end = further(e, end);
      if (const PhraseId q = second_genitive(e.phrase, end); q.valid()) reach(e, q);
      close_quotes(e);
    }
  }

 private:
  /// Words that hold a quotation mark which opens a name hold the one that closes it.
  void close_quotes(Entity& e) const {
    constexpr size_t kTokens = 16;
    const auto& all = g_.text.tokens;
    size_t t = g_.word(g_.mentions[e.phrase].first).token.value;
    int open = 0;
    for (const size_t stop = t + kTokens; t < all.size() && t < stop && all[t].span.end <= e.words.end; ++t)
      if (g_.text.quotes(all[t]))
        open += all[t].kind == TokenKind::quote_close || (open > 0 && all[t].kind != TokenKind::quote_open) ? -1 : 1;
    if (open > 0 && t < all.size() && g_.text.quotes(all[t]) && all[t].kind != TokenKind::quote_open) e.words.end = all[t].span.end;
  }

  /// Lets the entity's words go to the end of the phrase's; gives the word after it.
  WordId reach(Entity& e, PhraseId q) {
    const EntityId x = out_.entity_of[q.value];
    e.words.end = std::max({e.words.end, g_.mentions[q].span.end, x.valid() ? out_[x].words.end : 0});
    return g_.mentions[q].last;
  }

  /// Where the words of a complement end in such an adjective themselves: "(the spokesman of) the committee belonging to X".
  WordId further(Entity& e, WordId end) {
    const Lemma* l = end.value == 0 || end.value >= g_.words.size() ? nullptr : g_.lemma(end);
    if (!l || l->preposition == 0 || beside(end)) return end;
    const Lemma* last = g_.lemma(end.prev());
    if (!last || last->upos == Upos::verb || !(last->classes & bit(NounClass::supported))) return end;
    const PhraseId q = governed(e.phrase, end);
    return q.valid() ? reach(e, q) : end;
  }

  /// After "li" the article has lost its alif: the words begin with its lam then, which both share.
  [[nodiscard]] uint32_t whole_article(const Phrase& p) const {
    const Word& x = g_.word(p.first);
    if (!x.article || p.first.value == 0) return p.span.begin;
    const Word& before = g_.word(p.first.prev());
    return before.token == x.token && before.lemma == g_.lexicon.clitic(Clitic::li) ? before.span.begin : p.span.begin;
  }

  /// What the preposition right after the phrase governs, where it belongs to the phrase; none.
  [[nodiscard]] PhraseId complement(const Entity& e, const Phrase& p, WordId w) const {
    if (w.value >= g_.words.size() || e.actor != kNone || p.last.value == 0) return {};
    const Lemma* l = g_.lemma(w);
    if (!l || l->preposition == 0) return {};
    const PhraseId q = governed(e.phrase, w);
    if (!q.valid() || g_.mentions[q].kind == PhraseKind::date || g_.mentions[q].kind == PhraseKind::relative) return {};
    const bool own = of_adjective(e, p, w, q) || of_title(e, p, w, q) || part_of(e, p, w, q) || belongs(e, p, w, q) || lies(e, p, w, q);
    return own ? q : PhraseId::none();
  }

  /// The phrase that stands right after the preposition.
  [[nodiscard]] PhraseId governed(PhraseId p, WordId preposition) const {
    for (uint32_t i = p.value + 1; i < g_.mentions.phrases.size() && i < p.value + kPhrases; ++i) {
      const Phrase& q = g_.mentions.phrases[i];
      if (q.preposition == preposition && q.attachment == Attachment::none)
        return q.first.value <= preposition.value + 2 ? PhraseId{i} : PhraseId::none();
      if (q.first > preposition) return {};
    }
    return {};
  }

  /// Does a predicate that governs the preposition have the phrase after it.
  [[nodiscard]] bool taken(WordId preposition, PhraseId q) const {
    const ClauseId c = out_.holder_of[q.value];
    return c.valid() && g_.governs(clauses_[c].lemma, preposition);
  }

  /// Does a predicate have the phrase as whom something is asked or had from, or where one leaves: "a delegation asked of the government".
  [[nodiscard]] bool taken_from(WordId preposition, PhraseId q) const {
    if (!taken(preposition, q)) return false;
    const LemmaId l = clauses_[out_.holder_of[q.value]].lemma;
    return g_.is_speech(l) || g_.has(l, VerbClass::transfer) || g_.has(l, VerbClass::motion);
  }

  /// "forces loyal to X", "gunmen linked with X": an adjective at the end that governs the preposition.
  [[nodiscard]] bool of_adjective(const Entity& e, const Phrase& p, WordId w, PhraseId q) const {
    const bool alone = p.adjective_count == 0;  // "those loyal to X"
    if (alone ? p.kind == PhraseKind::name : !(e.classes & (kPeople | kBodies | kThings | kGround))) return false;
    const WordId last = alone ? p.head : g_.mentions.adjectives[p.adjectives + p.adjective_count - 1];
    const Lemma* l = g_.lemma(last);
    if (last.next() != w || !l || l->upos == Upos::verb) return false;
    if (alone && (l->derivation == Derivation::masdar || (l->upos != Upos::adj && l->derivation == Derivation::none))) return false;
    if ((l->classes & bit(NounClass::supported)) && !beside(w)) return true;
    return l->country == kNone && g_.governs(g_.word(last).lemma, w) && !taken(w, q);
  }

  /// "the spokesman in the name of", "the ambassador to", "the one responsible for": a person whose word governs the preposition.
  [[nodiscard]] bool of_title(const Entity& e, const Phrase& p, WordId w, PhraseId q) const {
    if (!(e.classes & (bit(NounClass::role) | bit(NounClass::person))) || p.kind == PhraseKind::name) return false;
    return g_.governs(g_.word(p.head).lemma, w) && !g_.is_predicate(q) && !taken(w, q);
  }

  /// "members of the army", "a group of lawyers": indefinite people or things and the whole that they are part of.
  [[nodiscard]] bool part_of(const Entity& e, const Phrase& p, WordId w, PhraseId q) const {
    if (!of_parts(w) || p.kind != PhraseKind::noun || g_.word(p.head).article) return false;
    const Lemma* l = g_.lemma(p.head);
    const bool others = l && l->upos == Upos::adj && g_.word(p.head).features.number() == Number::plur && p.last == p.head.next();
    if (!others && !(e.classes & (kPeople | kBodies | kThings | bit(NounClass::quantity)))) return false;
    if (taken_from(w, q) || g_.is_predicate(q)) return false;
    const EntityId x = out_.entity_of[q.value];
    const uint64_t c = g_.classes(q);
    if (g_.mentions[q].kind == PhraseKind::pronoun) return p.number != kNone;
    if (c & kGround & ~(kWhole | bit(NounClass::state))) return false;
    return (c & kWhole) || (x.valid() && (out_[x].sector != Sector::none || out_[x].kind != EntityKind::none));
  }

  /// "the political bureau of the front": where annexation is closed, "of" says whose it is or what it is for.
  [[nodiscard]] bool belongs(const Entity& e, const Phrase& p, WordId w, PhraseId q) const {
    if (g_.word(w).lemma != g_.lexicon.clitic(Clitic::li) || g_.mentions[q].kind == PhraseKind::pronoun) return false;
    constexpr uint64_t kOwned = bit(NounClass::role) | kBodies | bit(NounClass::facility) | bit(NounClass::group) | kThings;
    if (e.state != kNone || taken(w, q) || g_.is_predicate(q)) return false;
    if (bare_of_side(e, p, q)) return true;
    if (!(e.classes & kOwned)) return false;
    return p.last > p.head.next() || (g_.word(p.head).article && g_.mentions[q].definite);
  }

  /// "positions of the army", "gatherings of the militia": an indefinite plural where somebody's things or people are, and whose.
  [[nodiscard]] bool bare_of_side(const Entity& e, const Phrase& p, PhraseId q) const {
    constexpr uint64_t kTheirs = kGround | kThings | bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::meeting);
    constexpr uint64_t kSides = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::role);
    if (p.kind != PhraseKind::noun || p.definite || !(e.classes & kTheirs)) return false;
    if (g_.word(p.head).features.number() != Number::plur) return false;
    const EntityId x = out_.entity_of[q.value];
    const bool named =
        x.valid() && out_[x].kind != EntityKind::none && out_[x].kind != EntityKind::place && out_[x].kind != EntityKind::country;
    return named || (x.valid() && out_[x].sector != Sector::none) || (g_.classes(q) & kSides);
  }

  /// "areas in the countryside of X": bare ground and the place where it lies.
  [[nodiscard]] bool lies(const Entity& e, const Phrase& p, WordId w, PhraseId q) const {
    if (!(e.classes & kGround) || g_.word(p.head).article || p.definite || e.place != kNone) return false;
    if (p.last.value != p.head.value + 1 + p.adjective_count || g_.is_predicate(e.phrase)) return false;
    const Lemma* l = g_.lemma(w);
    constexpr uint64_t kIn = bit(NounClass::place) | bit(NounClass::facility);
    const bool in = (l->classes & kIn) == kIn || g_.word(w).lemma == g_.lexicon.clitic(Clitic::bi) || of_parts(w);
    return in && (g_.classes(q) & (bit(NounClass::place) | bit(NounClass::state) | bit(NounClass::direction)));
  }

  /// "of" before a whole, as the compiler marks it.
  [[nodiscard]] bool of_parts(WordId w) const {
    const Lemma* l = g_.lemma(w);
    return l && l->preposition != 0 && (l->classes & bit(NounClass::quantity));
  }

  /// "On", "near", "after": where or when something is, not whose.
  [[nodiscard]] bool beside(WordId w) const {
    const Lemma* l = g_.lemma(w);
    constexpr uint64_t kWhere = bit(NounClass::place) | bit(NounClass::time);
    return g_.expression(w) != Function::none || (l && (l->classes & kWhere) && !(l->classes & bit(NounClass::facility)));
  }

  /// "the militia of X and Y", "supporters and leaders of the party": what "and" joins to the last word of the phrase and not to the
  /// phrase.
  [[nodiscard]] PhraseId second_genitive(PhraseId first, WordId end) const {
    const Phrase& p = g_.mentions[first];
    PhraseId found;
    for (uint32_t i = first.value + 1; i < g_.mentions.phrases.size() && i < first.value + kPhrases; ++i) {
      const Phrase& q = g_.mentions.phrases[i];
      if (q.first.value > end.value + 1) break;
      if (q.attachment != Attachment::coordinated || q.first.value != end.value + 1 || q.preposition.valid()) continue;
      const PhraseId of = g_.titled(q.outer);
      const bool apart = !p.definite && g_.mentions[q.outer].definite && indefinite_people(q, PhraseId{i});
      const bool inner =
          !apart && of > first && g_.mentions[q.outer].last == end && g_.mentions[of].first > p.head && !g_.is_predicate(PhraseId{i});
      const bool shared = of == first && (shares_genitive(p, PhraseId{i}) || part_of_name(first, PhraseId{i}) || also_women(p, q));
      if (!inner && !shared) continue;
      found = PhraseId{i};
      end = q.last;
    }
    return found;
  }

  /// "(a member of the army) and four gunmen": not joined to the army.
  [[nodiscard]] bool indefinite_people(const Phrase& q, PhraseId p) const {
    const bool people = q.number != kNone || (g_.classes(p) & (kPeople | bit(NounClass::nationality)));
    return people && !q.definite && q.kind == PhraseKind::noun && q.last == q.head.next();
  }

  /// "the ministry of endowments and affairs": what only names part of what a body or office deals with.
  [[nodiscard]] bool part_of_name(PhraseId first, PhraseId next) const {
    constexpr uint64_t kOffices = bit(NounClass::role) | bit(NounClass::organisation);
    constexpr uint64_t kVague = bit(NounClass::abstract) | bit(NounClass::plural) | bit(NounClass::property) | bit(NounClass::event);
    const Phrase& q = g_.mentions[next];
    const uint64_t c = g_.classes(next);
    return q.kind == PhraseKind::noun && g_.word(q.head).article && (g_.classes(first) & kOffices) && c != 0 && (c & ~kVague) == 0;
  }

  /// "600 students [m] and student [f]": the number counts both.
  [[nodiscard]] bool also_women(const Phrase& p, const Phrase& q) const {
    if (p.kind != PhraseKind::noun || q.kind != PhraseKind::noun || p.number == kNone || q.number != kNone || q.definite) return false;
    const Features f = g_.word(p.head).features, n = g_.word(q.head).features;
    constexpr uint64_t kPersons = bit(NounClass::person) | bit(NounClass::role);
    return q.last == q.head.next() && f.number() == Number::sing && n.number() == Number::sing && f.gender() != n.gender() &&
           (g_.lemma(p.head) && g_.lemma(q.head)) && (g_.lemma(p.head)->classes & g_.lemma(q.head)->classes & kPersons);
  }

  /// "supporters and leaders of the party": a bare plural, which waits for the genitive of the one after it.
  [[nodiscard]] bool shares_genitive(const Phrase& p, PhraseId next) const {
    const Phrase& q = g_.mentions[next];
    const Features f = g_.word(p.head).features, n = g_.word(q.head).features;
    if (p.kind != PhraseKind::noun || q.kind != PhraseKind::noun || p.definite || p.last != p.head.next() || f.state() == State::indef)
      return false;
    if (f.number() != Number::plur || n.number() != Number::plur || q.last <= q.head.next() || q.adjective_count > 0) return false;
    uint32_t inner = next.value + 1;  // the last of the chain tells whether it is definite
    const auto annexed = [&](uint32_t i, uint32_t outer) {
      return i < g_.mentions.phrases.size() && g_.mentions.phrases[i].outer.value == outer &&
             g_.mentions.phrases[i].attachment == Attachment::annexed && g_.mentions.phrases[i].kind != PhraseKind::pronoun;
    };
    if (!annexed(inner, next.value)) return false;
    while (annexed(inner + 1, inner)) ++inner;
    return g_.mentions.phrases[inner].definite;
  }

  const Grammar& g_;
  const Clauses& clauses_;
  Entities& out_;
};

}  // namespace

void find_extents(const Grammar& g, const Clauses& clauses, Entities& out) { Extents(g, clauses, out).run(); }

}  // namespace isnad
