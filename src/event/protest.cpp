// Whom a protest is against, and whose it is, where no role of its frame says: PLOVER's target is who is opposed, or of whom something is
// demanded.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kAhead = 8;   // clauses after the protest's that may say it
constexpr uint32_t kWords = 10;  // words after it that may
constexpr uint32_t kSame = 50;   // words before and after it where "the protesters" are its own

/// Who decides, and so can be asked to.
constexpr uint64_t kOffices = bit(Sector::GOV) | bit(Sector::LEG) | bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::JUD);

}  // namespace

/// Somebody that a protest can be against.
bool Coder::opponent(PhraseId p) const {
  if (!p.valid() || g_.mentions[p].kind == PhraseKind::pronoun) return false;
  const Entity* x = entity(p);
  if (x && (x->kind == EntityKind::place || x->sector == Sector::CVL)) return false;
  const uint64_t classes = g_.classes(p);
  if (classes & (bit(NounClass::family) | bit(NounClass::protest))) return false;
  if ((classes & bit(NounClass::event)) && !(classes & (bit(NounClass::organisation) | bit(NounClass::state)))) return false;
  return g_.actor_like(p) || (x && (!x->country.empty() || x->sector != Sector::none));
}

/// Of a country, a sector or a state: "protesting against the nomination of the minister", not "against forcing her to".
bool Coder::authority(PhraseId p) const {
  if (!opponent(p)) return false;
  const Entity* x = entity(p);
  return (x && (x->sector != Sector::none || (g_.actor_like(p) && !x->country.empty()))) || (g_.classes(p) & bit(NounClass::state));
}

/// Who did what is protested against: the doer of an act, or of the act inside it ("the administration's refusal"); of what nobody does
/// ("the decisions of the minister") whose it is, but not the victim of force.
PhraseId Coder::answerable(ClauseId ground) const {
  const Clause& k = clauses_[ground];
  for (const ArgumentRole role : {ArgumentRole::subject, ArgumentRole::object}) {
    const Argument* a = clauses_.find(k, role);
    if (!a || !a->phrase.valid() || (role == ArgumentRole::object && strikes(ground))) continue;
    if (role == ArgumentRole::subject ? opponent(a->phrase) : authority(a->phrase)) return a->phrase;
    const ClauseId inner = clauses_.clause_of[g_.mentions[a->phrase].head.value];
    if (!inner.valid() || inner == ground) continue;
    if (const Argument* s = clauses_.find(clauses_[inner], ArgumentRole::subject); s && opponent(s->phrase)) return s->phrase;
  }
  return {};
}

/// Is what the clause names done to somebody by force or law: its object suffers it.
bool Coder::strikes(ClauseId c) const {
  constexpr uint64_t kDone =
      bit(EventType::assault) | bit(EventType::coerce) | bit(EventType::sanction) | bit(EventType::accuse) | bit(EventType::retreat);
  return g_.has(clauses_[c].lemma, VerbClass::violence) || g_.names(clauses_[c].lemma, kDone);
}

/// Somebody who is known well enough to be asked for something: named, of a country or sector; not "a girl".
bool Coder::answers(PhraseId p) const {
  return authority(p) || (opponent(p) && (g_.mentions[p].kind == PhraseKind::name || !g_.lemma(g_.mentions[p].head)));
}

/// Whom a demanded act is up to or would hit: who is to do it ("that the president resign"); an authority that is to be removed or tried
/// ("the expulsion of the ambassador").
PhraseId Coder::demanded_of(ClauseId act) const {
  const Clause& k = clauses_[act];
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (s && (!s->inherited || s->rule == "subject.asked") && answers(s->phrase)) return s->phrase;
  const Argument* o = clauses_.find(k, ArgumentRole::object);
  if (!o || !o->phrase.valid() || !opponent(o->phrase)) return {};
  if (g_.classes(o->phrase) & bit(NounClass::state)) return o->phrase;
  constexpr uint64_t kRemoves = bit(EventType::concede) | bit(EventType::sanction) | bit(EventType::coerce) | bit(EventType::accuse);
  const Entity* x = entity(o->phrase);
  return x && (bit(x->sector) & kOffices) && g_.names(k.lemma, kRemoves) ? o->phrase : PhraseId::none();
}

/// Of whom the protesters demand something: "calling on the government to", "to demand of the ministry", "that the president resign".
PhraseId Coder::asked_by(ClauseId demand) const {
  const Clause& k = clauses_[demand];
  const Argument* o = clauses_.find(k, ArgumentRole::object);
  if (o && opponent(o->phrase)) return o->phrase;
  const PhraseId next = k.predicate.value + 1 < g_.words.size() ? phrase_at(k.predicate.next()) : PhraseId::none();
  if (k.kind != PredicateKind::verb && next.valid() && opponent(next)) return next;  // "demanding of the government"
  if (k.kind == PredicateKind::masdar)
    if (const Argument* s = clauses_.find(k, ArgumentRole::subject); s && !s->inherited && opponent(s->phrase)) return s->phrase;
  bool acts = false;
  for (const Argument& a : clauses_.arguments_of(k)) {
    if (!a.clause.valid() || a.clause == demand) continue;
    acts = true;
    if (const PhraseId p = demanded_of(a.clause); p.valid()) return p;
  }
  for (uint32_t i = demand.value + 1; acts && i < clauses_.clauses.size() && i < demand.value + kAhead; ++i) {
    const Clause& more = clauses_.clauses[i];  // "demanding an end of the war and the dismissal of"
    if (more.sentence != k.sentence || more.kind == PredicateKind::verb) break;
    if (more.link != Link::coordination) continue;
    if (const PhraseId p = demanded_of(ClauseId{i}); p.valid()) return p;
  }
  return {};
}

/// Whose words or plans a phrase names: "the policy of the government".
PhraseId Coder::possessor(PhraseId thing) const {
  const PhraseId next{thing.value + 1};
  if (!(g_.classes(thing) & kSaidOrPlanned) || next.value >= g_.mentions.phrases.size()) return {};
  const Phrase& p = g_.mentions[next];
  return p.outer == thing && p.attachment == Attachment::annexed ? next : PhraseId::none();
}

/// Whom words of the protesters are against: who is denounced, or who did what is.
PhraseId Coder::denounced(ClauseId words) const {
  const Clause& k = clauses_[words];
  for (const Argument& a : clauses_.arguments_of(k)) {
    const bool about = a.role == ArgumentRole::object || (a.role == ArgumentRole::oblique && a.rule == "oblique.governed");
    if (!about || a.inherited || !a.phrase.valid()) continue;
    if (a.clause.valid() && a.clause != words) {
      if (const PhraseId p = answerable(a.clause); p.valid()) return p;
    } else if (authority(a.phrase)) {
      return a.phrase;
    } else if (const PhraseId p = possessor(a.phrase); p.valid() && authority(p)) {
      return p;
    }
  }
  return {};
}

/// The outermost phrase that begins at a word.
PhraseId Coder::phrase_at(WordId w) const {
  for (uint32_t at = w.value; at < w.value + 3 && at < g_.words.size(); ++at)
    if (const PhraseId p = g_.mentions.phrase_of[at]; p.valid()) return g_.mentions[p].first == w ? p : PhraseId::none();
  return {};
}

/// "chants hostile to the government", "protesters opposed to": whom what the words from `first` on describe is against.
PhraseId Coder::hostile_to(WordId first, SentenceId sentence) const {
  const LemmaId to = g_.lexicon.clitic(Clitic::li);
  for (uint32_t w = first.value; w + 1 < g_.words.size() && w < first.value + kWords; ++w) {
    const Lemma* l = g_.lemma(WordId{w});
    if (!l || !(l->classes & bit(NounClass::hostile)) || g_.word(WordId{w + 1}).lemma != to || w + 2 >= g_.words.size()) continue;
    const PhraseId p = phrase_at(WordId{w + 2});
    if (p.valid() && g_.mentions[p].sentence == sentence && opponent(p)) return p;
  }
  return {};
}

/// Are the words of a clause the protesters' or their banners': "calling on", "they called on", "slogans that denounce"; not those of
/// another who speaks there.
bool Coder::voices(const Event& e, ClauseId words) const {
  const Clause& k = clauses_[words];
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  return k.kind != PredicateKind::verb || !s || s->inherited || !s->phrase.valid() || !g_.actor_like(s->phrase) || theirs(e, words);
}

/// Is the clause, a verb, an act of the protesters, or of the slogans and banners of somebody ("banners that denounce").
bool Coder::theirs(const Event& e, ClauseId act) const {
  const Clause& k = clauses_[act];
  const Argument* s = k.kind == PredicateKind::verb ? clauses_.find(k, ArgumentRole::subject) : nullptr;
  if (!s || !s->phrase.valid()) return false;
  const Phrase& p = g_.mentions[s->phrase];
  constexpr uint64_t kBanners = bit(NounClass::statement) | bit(NounClass::medium);
  if (k.link == Link::relative && (g_.classes(s->phrase) & kBanners))
    return g_.word(p.head).features.number() == Number::plur && !g_.word(p.head).article;
  const EntityId who = entities_.entity_of[s->phrase.value];
  return who.valid() && among(e.fillers[0], who);
}

/// What a protest's clause, and those that carry it and say what it is for, tell of whom it is against; none if nothing does.
Filling Coder::protested_against(const Event& e, ClauseId c) const {
  std::array<ClauseId, 4> around{c, {}, {}, {}};  // the protest and what carries it: "carried out a sit-in", "came out in a march"
  size_t count = 1;
  for (ClauseId at = c; count < around.size(); around[count++] = at) {
    const Clause& k = clauses_[at];
    if (!(bit(k.link) & kArguments) || !k.parent.valid()) break;
    at = k.parent;
    if (clauses_[at].sentence != e.sentence || g_.is_speech(clauses_[at].lemma)) break;
  }
  const auto one_of = [&](ClauseId x) { return std::find(around.begin(), around.begin() + count, x) != around.begin() + count; };
  const auto other = [&](PhraseId p) {  // than the protesters, and outside the protest's own phrase
    if (!p.valid() || (g_.mentions[p].first <= clauses_[c].predicate && clauses_[c].predicate < g_.mentions[p].last)) return false;
    const EntityId whom = entities_.entity_of[p.value];
    return whom.valid() && !among(e.fillers[0], whom);
  };
  for (size_t i = 0; i < count; ++i)
    for (const Argument& a : clauses_.arguments_of(clauses_[around[i]])) {
      if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.inherited) continue;
      if (g_.expression(g_.mentions[a.phrase].preposition) != Function::against) continue;
      PhraseId p = opponent(a.phrase) ? a.phrase : PhraseId::none();
      if (!p.valid() && a.clause.valid() && a.clause != c) p = answerable(a.clause);
      if (other(p)) return {p, {}, "recipient.against", false};
    }
  for (uint32_t i = c.value; i < clauses_.clauses.size() && i < c.value + kAhead; ++i) {
    const Clause& k = clauses_.clauses[i];
    const ClauseId id{i};
    if (k.sentence != e.sentence) break;
    const bool calling = k.kind == PredicateKind::participle && g_.has(k.lemma, VerbClass::say_ask) && k.link != Link::relative;
    const bool goes_on = k.link == Link::coordination && (k.kind == PredicateKind::verb || calling);
    const bool its_ground = k.link == Link::because && k.marker.valid() && g_.names(g_.word(k.marker).lemma, bit(EventType::protest));
    const bool apart = id != c && !(k.parent.valid() && one_of(k.parent)) && !goes_on && !its_ground;
    if (apart && !theirs(e, id)) continue;
    if (id != c && g_.has(k.lemma, VerbClass::say_ask) && voices(e, id)) {
      if (const PhraseId p = asked_by(id); other(p)) return {p, {}, "recipient.of_demand", false};
    } else if (k.link == Link::because && k.kind != PredicateKind::verb) {
      if (const PhraseId p = answerable(id); other(p)) return {p, {}, "recipient.of_ground", false};
    } else if (id != c && g_.has(k.lemma, VerbClass::say_accuse) && voices(e, id)) {
      if (const PhraseId p = denounced(id); other(p)) return {p, {}, "recipient.denounced", false};
    } else if (k.kind != PredicateKind::verb && g_.names(k.lemma, bit(EventType::protest))) {
      for (const Argument& a : clauses_.arguments_of(k)) {  // "to protest against the decision of"
        if (a.role != ArgumentRole::oblique || a.rule != "oblique.governed" || !a.clause.valid()) continue;
        if (a.preposition == g_.lexicon.clitic(Clitic::li)) continue;
        if (const PhraseId p = answerable(a.clause); other(p)) return {p, {}, "recipient.of_ground", false};
      }
    }
  }
  const PhraseId p = hostile_to(clauses_[c].predicate, e.sentence);
  return other(p) ? Filling{p, {}, "recipient.hostile_to", false} : Filling{};
}

/// The office that a protest takes place near ("close to the ministry"), where a fixed expression says so.
PhraseId Coder::office_near(ClauseId c) const {
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.inherited) continue;
    if (g_.expression(g_.mentions[a.phrase].preposition) != Function::place) continue;
    const Entity* x = entity(a.phrase);
    if ((g_.classes(a.phrase) & bit(NounClass::place)) || !x) continue;
    if (bit(x->sector) & kOffices) return a.phrase;
  }
  return {};
}

/// Does the verb tell of a protest in the same way: those who march don't starve themselves.
bool Coder::same_way(const Event& e, LemmaId verb) const {
  const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(verb).frames);
  return std::any_of(frames.begin(), frames.end(),
                     [&](uint32_t f) { return g_.lexicon.frames[f].event == EventType::protest && g_.lexicon.frames[f].mode == e.mode; });
}

/// "The protesters" of a sentence that tells of a demonstration without saying whose: they are those who demonstrate.
PhraseId Coder::the_protesters(const Event& e) const {
  const uint32_t at = clauses_[e.clause].predicate.value;
  for (uint32_t w = at < kSame ? 0 : at - kSame; w < at + kSame && w < g_.words.size(); ++w) {
    const Lemma* l = g_.lemma(WordId{w});
    if (!l || l->base == kNone || !(l->classes & bit(NounClass::person)) || !g_.word(WordId{w}).article) continue;
    const PhraseId p = g_.mentions.phrase_of[w];
    if (!p.valid() || g_.mentions[p].head.value != w || g_.mentions[p].sentence != e.sentence) continue;
    if (g_.mentions[p].first.value != w || g_.mentions[p].adjective_count > 0 || !same_way(e, LemmaId{l->base})) continue;
    if (entities_.entity_of[p.value].valid()) return p;
  }
  return {};
}

/// Gives a demonstration whose doer nothing else names to the protesters whom its sentence knows; a new one that is only called for will
/// have others.
void Coder::protesters(Event& e) {
  const Clause& k = clauses_[e.clause];
  if (e.type != EventType::protest || e.fillers[0].count || k.kind == PredicateKind::verb) return;
  if ((e.aux & (aux::kFuture | aux::kHypothetical)) && !g_.word(k.predicate).article) return;
  if (const PhraseId p = the_protesters(e); p.valid()) give(e, Slot::actor, p, "actor.protesters");
  if (e.fillers[0].count) against(e, e.clause);  // whom their words are against
}

/// A street or square, whosever name it bears.
bool Coder::open_place(PhraseId p) const {
  constexpr uint64_t kOwned = bit(NounClass::facility) | bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::person);
  const Lemma* l = g_.mentions[p].kind == PhraseKind::name ? nullptr : g_.lemma(g_.mentions[p].head);
  return l && (l->classes & bit(NounClass::place)) && !(l->classes & kOwned);
}

/// Fills in whom a protest is against; that is known better than by the office before which it takes place.
void Coder::against(Event& e, ClauseId c) {
  if (e.fillers[1].count && open_place(entities_[out_.fillers[e.fillers[1].first]].phrase)) e.fillers[1].count = 0;
  const auto known = Events::slice(out_.fillers, e.fillers[1]);
  if (!known.empty()) {
    const WordId w = g_.mentions[entities_[known.front()].phrase].preposition;
    const Lemma* l = w.valid() ? g_.lemma(w) : nullptr;
    if (!l || !(l->classes & bit(NounClass::place))) return;
  }
  if (const Filling f = protested_against(e, c); f.phrase.valid())
    give(e, Slot::recipient, f.phrase, f.rule);
  else if (const PhraseId p = known.empty() ? office_near(c) : PhraseId::none(); p.valid())
    give(e, Slot::recipient, p, "recipient.near");
}

}  // namespace isnad
