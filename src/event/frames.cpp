// Which frame of the codebook holds for a clause, and what fills its roles.
#include "event/coder.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kReach = 40;  // words around a predicate in which a frame's `with` lemmas count
constexpr uint64_t kSites = bit(NounClass::place) | bit(NounClass::facility);

/// Acts that put an end to others or forbid them.
constexpr uint64_t kStopping = bit(EventType::sanction) | bit(EventType::retreat) | bit(EventType::concede);

constexpr uint8_t kAround = 1, kOwn = 2;  // in Events::reach: a lemma around the predicate, the predicate itself

/// The rule of one whose life or body an act of violence takes or hits.
constexpr std::string_view kWhoseLife = "recipient.whose_life";

constexpr uint64_t kVague = bit(NounClass::abstract) | bit(NounClass::quantity);

}  // namespace

Match Coder::best_frame(ClauseId c) const {
  Match best;
  const Clause& k = clauses_[c];
  if (!k.lemma.valid() || in_name_of_body(c)) return best;
  const uint64_t idle = not_done(c);
  const Lemma& l = g_.lexicon.lemma(k.lemma);
  try_frames(c, l.frames, idle, best);
  if (l.base != kNone) try_frames(c, g_.lexicon.lemma(l.base).frames, idle, best);
  return best;
}

void Coder::try_frames(ClauseId c, Slice frames, uint64_t not_done, Match& best) const {
  const Clause& k = clauses_[c];
  const auto all = g_.lexicon.slice(g_.lexicon.frame_refs, frames);
  for (const uint32_t f : all) {  // asked for together: they lie apart, most on two lines of the cache
    __builtin_prefetch(&g_.lexicon.frames[f].with);
    __builtin_prefetch(&g_.lexicon.frames[f].only);
  }
  for (const uint32_t f : all) {
    const Frame& frame = g_.lexicon.frames[f];
    const bool adverbial =
        k.kind == PredicateKind::participle && k.link == Link::circumstance && (frame.only & 1);  // "..., threatening that"
    if (frame.only && !adverbial && !(frame.only & (1U << unsigned(k.kind)))) continue;
    if ((frame.when & when::kFuture) && k.tense != Tense::future) continue;
    if ((frame.when & when::kNegated) && !k.negated) continue;
    if ((bit(frame.event) & not_done) && frame.counts.size == 0) continue;  // who died did so, whatever it was that killed
    if (frame.with.count && !mentions_lemma(c, frame.with, true)) continue;
    if (frame.also.count && !mentions_lemma(c, frame.also, true)) continue;
    if (frame.without.count && mentions_lemma(c, frame.without, false)) continue;
    if ((frame.without_classes & bit(NounClass::disaster)) && by_accident(c)) continue;
    Match m;
    const bool many = g_.word(clauses_[c].predicate).features.number() == Number::plur && clauses_[c].kind == PredicateKind::noun;
    const uint64_t barred =
        many ? frame.without_classes & ~bit(NounClass::role) : frame.without_classes;  // a man's battle, not his battles
    if (!fill(c, f, m) || has_party_of(m, barred)) continue;
    m.score += frame.priority * 10 + (frame.with.count ? 1 : 0) + (frame.also.count ? 1 : 0);
    if (best.frame == kNone || m.score > best.score) best = m;
  }
}

/// Fills the roles; false where a core argument is there that suits no role, or a required role stays empty.
bool Coder::fill(ClauseId c, uint32_t index, Match& m) const {
  const Frame& frame = g_.lexicon.frames[index];
  m.frame = index;
  std::array<PhraseId, size_t(Slot::count_)> misfits;
  uint32_t named = 0;     // slots whose filler was there but is none
  bool by_agent = false;  // the actor is a subject only because an agent ("at the hands of") would be one
  for (const FrameRole& role : g_.lexicon.slice(g_.lexicon.frame_roles, frame.roles)) {
    PhraseId misfit;
    Filling town;         // that an act is named after
    bool spared = false;  // only a place or time stood there: somebody did it
    Filling& slot = m.slots[size_t(role.slot)];
    for (const FrameAlternative& a : g_.lexicon.slice(g_.lexicon.frame_alternatives, role.alternatives)) {
      const Filling f = find_source(c, a, misfit);
      if (!f.phrase.valid() && !f.clause.valid()) continue;
      if (f.rule == kWhoseLife && (frame.event != EventType::assault || role.slot != Slot::recipient)) continue;
      if (role.slot == Slot::actor && only_held_there(frame.event, c, f)) {
        town = f, spared = true;  // "the Istanbul talks between": where, unless nobody else is named
        continue;
      }
      if (role.slot == Slot::actor && f.phrase.valid() && !can_do(f)) {
        named |= 1U << unsigned(Slot::actor);  // "the letter demands": somebody does, whom it doesn't name
        spared = spared || says_where_or_when(f.phrase);
        continue;
      }
      if (role.slot == Slot::recipient && f.phrase.valid() && !can_receive(frame.event, f)) {
        named |= 1U << unsigned(Slot::recipient);
        continue;
      }
      if (frame.event == EventType::request && role.slot == Slot::recipient && of_subject(clauses_[c], f.phrase)) continue;
      if (frame.event == EventType::reject && role.slot == Slot::recipient && goods(f.phrase)) continue;
      slot = f;
      if (role.slot == Slot::actor) by_agent = a.source == Source::subject && a.preposition != 0;
      m.score += f.inherited ? 1 : 2;
      break;
    }
    if (!slot.phrase.valid() && town.phrase.valid() && can_do(town)) slot = town, m.score += 2;
    if (!slot.phrase.valid() && role.slot == Slot::recipient && (bit(frame.event) & kStopping)) slot = of_stopped(c, role);
    const bool filled = slot.phrase.valid() || slot.clause.valid();
    if (spared) continue;
    if (!filled && misfit.valid() && role.slot == Slot::actor && by_statement(c)) {
      named |= 1U << unsigned(Slot::actor);
      continue;
    }
    if (!filled && misfit.valid() && (role.slot == Slot::actor || role.slot == Slot::theme || role.slot == Slot::recipient))
      misfits[size_t(role.slot)] = misfit;
  }
  for (const PhraseId misfit : misfits)  // an object that is no recipient may well be the theme
    if (misfit.valid() && std::none_of(m.slots.begin(), m.slots.end(), [&](const Filling& f) { return f.phrase == misfit; })) return false;
  Filling& actor = m.slots[size_t(Slot::actor)];  // who dies is whom it was done to
  if (by_agent && actor.phrase.valid() && actor.phrase == m.slots[size_t(Slot::recipient)].phrase) actor = {};
  if (mode_name(frame.mode) == "third-party" && of_nation(c)) named |= 1U << unsigned(Slot::actor);
  for (const uint32_t mask : g_.lexicon.slice(g_.lexicon.lemma_lists, frame.required)) {
    bool any = (mask & named) != 0;
    for (size_t s = 0; s < size_t(Slot::count_); ++s)
      any = any || ((mask >> s) & 1 && (m.slots[s].phrase.valid() || m.slots[s].clause.valid()));
    if (!any) return false;
  }
  return true;
}

/// Wares or money of a nation, which nobody asks or refuses: "refused to use the stocks of American oil".
bool Coder::goods(PhraseId p) const {
  const Entity* x = p.valid() ? entity(p) : nullptr;
  return x && x->rule == "description.adjective" && (g_.classes(p) & (bit(NounClass::goods) | bit(NounClass::money)));
}

/// "by Qatari mediation": the adjective says who mediates.
bool Coder::of_nation(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (!k.phrase.valid() || k.kind == PredicateKind::verb || k.kind == PredicateKind::participle) return false;
  const Entity* x = entity(k.phrase);
  return x && !x->country.empty() && x->rule == "description.adjective";
}

/// "suspended its attacks on the ships", "banned the export of chips to": whom an act that is stopped or forbidden struck or served is whom
/// that is done to or for.
Filling Coder::of_stopped(ClauseId c, const FrameRole& role) const {
  for (const Argument& arg : clauses_.arguments_of(clauses_[c])) {
    if (arg.role != ArgumentRole::object || !arg.clause.valid() || arg.clause == c || arg.inherited) continue;
    for (const FrameAlternative& a : g_.lexicon.slice(g_.lexicon.frame_alternatives, role.alternatives)) {
      if (a.source != Source::preposition && a.source != Source::expression) continue;
      PhraseId ignored;
      const Filling f = find_source(arg.clause, a, ignored);
      if (f.phrase.valid()) return {f.phrase, {}, "recipient.of_stopped", f.inherited};
    }
  }
  return {};
}

/// "the letter demands": somebody speaks through it, whom the clause doesn't name.
bool Coder::by_statement(ClauseId c) const {
  const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject);
  return s && s->phrase.valid() && g_.is_speech(clauses_[c].lemma) &&
         (g_.classes(s->phrase) & (bit(NounClass::statement) | bit(NounClass::document)));
}

/// The argument that an alternative names, if it suits; `misfit` tells of a core argument that doesn't.
Filling Coder::find_source(ClauseId c, const FrameAlternative& a, PhraseId& misfit) const {
  const Clause& k = clauses_[c];
  const auto fitting = [&](const Argument& arg, bool core) -> Filling {
    if (!arg.phrase.valid() && !arg.clause.valid()) return {};
    if (arg.rule == "subject.control")
      if (const PhraseId kept = kept_from(c); kept.valid())
        return suits(kept, {}, a) ? Filling{kept, {}, "actor.kept_from", true} : Filling{};
    if (arg.phrase.valid() ? suits(arg.phrase, arg.clause, a) : a.classes == 0 && a.actor == 0)
      return {arg.phrase, arg.clause, arg.rule, arg.inherited};
    if (arg.phrase.valid() && (a.classes & bit(NounClass::person)) && g_.names(k.lemma, bit(EventType::assault)))
      if (const PhraseId own = whose_life(arg.phrase); own.valid() && suits(own, {}, a)) return {own, {}, kWhoseLife, arg.inherited};
    if (core && !arg.inherited) misfit = arg.phrase;
    return {};
  };
  for (const Argument& arg : clauses_.arguments_of(k)) {
    Filling f;
    switch (a.source) {
      case Source::subject:
        if (arg.role == ArgumentRole::subject) f = fitting(arg, true);
        break;
      case Source::object:
        if (arg.role == ArgumentRole::object) f = fitting(arg, true);
        break;
      case Source::object2:
        if (arg.role == ArgumentRole::object2) f = fitting(arg, false);
        break;
      case Source::annexed:
        if (arg.rule.starts_with("annexed")) f = fitting(arg, false);
        break;
      case Source::content:
        if (arg.clause.valid() &&
            (arg.role == ArgumentRole::content || arg.role == ArgumentRole::object || arg.role == ArgumentRole::oblique))
          f = fitting(arg, false);
        break;
      case Source::preposition:
        if (arg.role == ArgumentRole::oblique && arg.preposition.valid() && g_.lexicon.lemma(arg.preposition).preposition == a.preposition)
          f = fitting(arg, false);
        break;
      case Source::expression:
        if (arg.role == ArgumentRole::oblique && arg.phrase.valid() &&
            uint8_t(g_.expression(g_.mentions[arg.phrase].preposition)) == a.preposition)
          f = fitting(arg, false);
        break;
    }
    if (f.phrase.valid() || f.clause.valid()) return f;
  }
  if (a.source == Source::preposition)
    if (const ClauseId t = twin(c); t.valid()) {  // "its support and aid to X"
      PhraseId ignored;
      if (const Filling f = find_source(t, a, ignored); f.phrase.valid()) return f;
    }
  if (a.source == Source::object)
    if (const PhraseId p = subject_of_passive(k); p.valid() && suits(p, {}, a)) return {p, {}, "subject.passive_thing"};
  if (a.source != Source::subject && a.source < Source::preposition) return {};
  const bool light = k.link == Link::light && k.parent.valid();
  for (const bool described : {false, true}) {
    if (described && !light) break;  // "a clash took place, which was between"
    const Carrier carried = carrier(c, described);
    if (!carried.clause.valid() || (a.source == Source::subject && !carried.subject)) continue;
    PhraseId ignored;
    Filling f = find_source(carried.clause, a, carried.subject ? ignored : misfit);
    if (f.phrase.valid() && f.clause != c) return f;
  }
  return {};
}

/// "the crossing was opened": a thing that can do nothing, right after a verb that takes an object and has none, is what that is done to.
PhraseId Coder::subject_of_passive(const Clause& k) const {
  if (k.kind != PredicateKind::verb || k.passive || !(g_.government_of(k.lemma) & government::kObject)) return {};
  if (g_.word(k.predicate).features.person() != Person::third || clauses_.find(k, ArgumentRole::object)) return {};
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (!s || s->inherited || s->rule != "subject.after" || !s->phrase.valid() || s->clause.valid()) return {};
  constexpr uint64_t kSites = bit(NounClass::place) | bit(NounClass::facility);
  constexpr uint64_t kBodies = bit(NounClass::organisation) | bit(NounClass::group) | bit(NounClass::state);
  const Entity* x = entity(s->phrase);
  const uint64_t classes = g_.classes(s->phrase) | (x ? x->classes : 0);
  if (!(classes & kSites) || (classes & kBodies) || (x && x->state != kNone && x->place == kNone)) return {};
  return can_do({s->phrase, {}, s->rule}) ? PhraseId::none() : s->phrase;
}

/// Does the phrase say whose the subject is, right before it: "the bureau of the movement called for".
bool Coder::of_subject(const Clause& k, PhraseId of) const {
  const WordId w = of.valid() ? g_.mentions[of].preposition : WordId::none();
  if (k.kind != PredicateKind::verb || !w.valid() || g_.word(w).lemma != g_.lexicon.clitic(Clitic::li)) return false;
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || s->inherited) return false;
  const Phrase& p = g_.mentions[s->phrase];
  return p.last == w && g_.word(p.head).article;
}

/// What carries the event that a noun names, and so has its prepositions too: a light verb over it; a noun it stands under ("a campaign
/// of arrests against"); a light verb in a clause that describes it, which has its doer too ("a raid which jets carried out on").
Coder::Carrier Coder::find_carrier(ClauseId c, bool described) const {
  const Clause& k = clauses_[c];
  if (k.link == Link::light && k.parent.valid() && !described) return {.clause = k.parent};
  if (!k.phrase.valid() || k.kind == PredicateKind::verb) return {};
  const Phrase& own = g_.mentions[k.phrase];
  const PhraseId whole =
      own.attachment == Attachment::annexed ? own.outer : k.phrase;  // "the operation of assassination, which X carried out"
  uint32_t end = own.last.value;
  for (const Argument& a : clauses_.arguments_of(k))
    if (a.phrase.valid() && !a.inherited && g_.mentions[a.phrase].sentence == k.sentence)
      end = std::max(end, g_.mentions[a.phrase].last.value);
  for (uint32_t w = end; w < end + 2 && w < g_.words.size(); ++w) {  // a relative pronoun may stand between
    const ClauseId r = clauses_.clause_of[w];
    if (!r.valid() || clauses_[r].kind != PredicateKind::verb) continue;
    if (!(g_.verb_classes(clauses_[r].lemma) & (bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen)))) break;
    for (const Argument& a : clauses_.arguments_of(clauses_[r])) {
      const bool back =
          a.phrase.valid() && (g_.mentions[a.phrase].kind == PhraseKind::pronoun || a.phrase == k.phrase || a.phrase == whole);
      if (back && (a.role == ArgumentRole::object || a.role == ArgumentRole::oblique)) return {.clause = r, .subject = true};
      if (a.role == ArgumentRole::subject && a.phrase == k.phrase) return {.clause = r};  // "the verdicts that were passed on"
    }
    break;
  }
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 5;
       ++i) {  // "operations, excessive ones, which X carried out"
    const Clause& r = clauses_.clauses[i];
    if (r.sentence != k.sentence) break;
    if (r.link != Link::relative || !(g_.verb_classes(r.lemma) & (bit(VerbClass::light) | bit(VerbClass::light_bi)))) continue;
    const Argument* o = clauses_.find(r, ArgumentRole::object);
    if (o && (o->phrase == k.phrase || o->phrase == whole)) return {.clause = ClauseId{i}, .subject = true};
  }
  if (k.link == Link::argument && k.parent.valid() && part_of(k, clauses_[k.parent])) return {.clause = k.parent, .subject = true};
  if (k.link == Link::annexed && k.parent.valid() && clauses_[k.parent].kind != PredicateKind::verb)
    return {.clause = k.parent, .subject = clauses_[k.parent].link == Link::light};  // "X launched a campaign of arrests": X arrests
  return {};
}

Coder::Carrier Coder::carrier(ClauseId c, bool described) const {
  Carrier& known = carriers_[c.value][described];
  if (!known.known) known = find_carrier(c, described), known.known = true;
  return known;
}

/// "held a third round of talks": is the act what an indefinite noun of an event, carried by a verb, is one of.
bool Coder::part_of(const Clause& k, const Clause& whole) const {
  if (whole.kind != PredicateKind::noun || whole.link != Link::light || !whole.phrase.valid() || !k.phrase.valid()) return false;
  const WordId of = g_.mentions[k.phrase].preposition;
  if (!of.valid() || of != g_.mentions[whole.phrase].last || g_.mentions[whole.phrase].definite) return false;
  const Lemma* l = g_.lemma(of);
  if (!l || l->classes != 0 || g_.word(of).lemma == g_.lexicon.clitic(Clitic::bi) || g_.word(of).lemma == g_.lexicon.clitic(Clitic::li))
    return false;
  return (g_.classes(whole.phrase) & bit(NounClass::event)) != 0;
}

bool Coder::suits(PhraseId p, ClauseId inner, const FrameAlternative& a) const {
  const Phrase& phrase = g_.mentions[p];
  const WordId after = phrase.head.next();
  if (a.owned && !(after.value < phrase.last.value && g_.word(after).enclitic)) return false;
  if (a.classes == 0 && a.sectors == 0 && a.kinds == 0 && a.actor == 0 && a.content_types == 0) return true;
  const Entity* e = entity(p);
  const uint64_t classes = g_.classes(p) | (e ? e->classes : 0);
  if (inner.valid() && a.content_types == 0 && (a.classes & (bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::protest))))
    return true;
  if (classes & a.classes) return true;
  if (inner.valid() && g_.names(clauses_[inner].lemma, a.content_types)) return true;
  if (e) {
    if (a.sectors & bit(e->sector) && e->sector != Sector::none) return true;
    if (a.kinds & bit(e->kind) && e->kind != EntityKind::none) return true;
    const bool acts = e->kind != EntityKind::none && e->kind != EntityKind::place;
    if (a.actor && (acts || !e->country.empty() || (classes & bit(NounClass::facility)))) return true;
    if ((a.classes & bit(NounClass::state)) && e->state != kNone && e->kind == EntityKind::country) return true;
    if ((a.classes & bit(NounClass::place)) && e->place != kNone) return true;
    if ((a.classes & bit(NounClass::person)) && e->kind == EntityKind::person) return true;
  }
  if (a.actor && g_.actor_like(p)) return true;
  if (phrase.kind == PhraseKind::pronoun && e && e->antecedent.valid()) {  // as whom it stands for
    const PhraseId stands = entities_[e->antecedent].phrase;
    const bool noun = stands.valid() && stands != p && g_.mentions[stands].kind != PhraseKind::pronoun;
    if (noun && (suits(stands, {}, a) || entities_[e->antecedent].kind != EntityKind::none || is_words(stands)))
      return suits(stands, {}, a);
  }
  const Lemma* l = g_.lemma(phrase.head);
  const bool counted = phrase.number != kNone && l && l->upos == Upos::adj;  // "19 others"
  const bool unknown =
      (phrase.kind == PhraseKind::pronoun) || phrase.kind == PhraseKind::relative || counted || (!l && phrase.name == kNone);
  return unknown && !(a.classes & kVague) && !inner.valid() && a.content_types == 0;
}

/// What is said, written or done: nothing that anybody strikes.
bool Coder::is_words(PhraseId p) const {
  constexpr uint64_t kWords = bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::abstract) | bit(NounClass::event);
  return g_.is_predicate(p) || (g_.classes(p) & kWords) != 0;
}

/// Is a lemma of the list around the predicate, or, with `own`, the predicate itself, which needs nothing more then.
bool Coder::mentions_lemma(ClauseId c, Slice lemmas, bool own) const {
  const uint16_t list = g_.lexicon.frame_lists().number_of(lemmas);
  if (list == WordLists::kNoList) return false;
  if (out_.reach_of != c) gather_reach(c);
  return out_.reach[list] & (own ? kAround | kOwn : kAround);
}

/// "a talk which he had with a magazine": is the actor or the recipient of one of these classes.
bool Coder::has_party_of(const Match& m, uint64_t classes) const {
  if (classes == 0) return false;
  for (const Slot slot : {Slot::actor, Slot::recipient}) {
    const PhraseId p = m.slots[size_t(slot)].phrase;
    if (!p.valid()) continue;
    if (g_.classes(p) & classes) return true;
    const Entity* x = entity(p);  // a name is an office holder's like a title
    if ((classes & bit(NounClass::role)) && x && x->kind == EntityKind::person && g_.mentions[p].kind == PhraseKind::name) return true;
  }
  return false;
}

/// On which lists are lemmas that stand in the predicate's phrase, near the predicate, in one of its arguments, or in the phrases it stands
/// under. Once a clause, for all frames that ask.
void Coder::gather_reach(ClauseId c) const {
  const Clause& k = clauses_[c];
  const uint32_t nearest = k.predicate.value < kReach ? 0 : k.predicate.value - kReach;
  out_.reach_of = c;
  const WordLists& lists = g_.lexicon.frame_lists();
  const auto mark = [&](LemmaId l, uint8_t as) {
    if (!l.valid()) return;
    for (const uint16_t list : lists.with(g_.lexicon.lemma(l).text.offset)) out_.reach[list] |= as;
  };
  const auto add = [&](WordId first, WordId last) {
    const uint32_t end = std::min({last.value, uint32_t(g_.words.size()), k.predicate.value + kReach});
    for (uint32_t w = std::max(first.value, nearest); w < end; ++w) mark(g_.word(WordId{w}).lemma, kAround);
  };
  const auto afterwards = [this](const Argument& a) {  // "stopped the sales after a raid": the raid is no part of it
    return a.rule == "oblique.nearest" && a.preposition.valid() && a.phrase.valid() && (g_.classes(a.phrase) & bit(NounClass::violence)) &&
           (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::time));
  };
  const auto arguments = [&](const Clause& of, bool inherited) {
    for (const Argument& a : clauses_.arguments_of(of))
      if (a.phrase.valid() && (inherited || !a.inherited) && !afterwards(a)) add(g_.mentions[a.phrase].first, g_.mentions[a.phrase].last);
  };
  out_.reach.assign(lists.size(), 0);
  mark(k.lemma, kOwn), mark(g_.word(k.predicate).lemma, kOwn);
  if (k.phrase.valid()) add(g_.mentions[k.phrase].first, g_.mentions[k.phrase].last);
  arguments(k, false);
  if (k.link == Link::light && k.parent.valid()) arguments(clauses_[k.parent], true);
  if (const ClauseId by = carrier(c, true).clause; by.valid()) arguments(clauses_[by], true);  // "a talk which a magazine had with him"
  if (k.link == Link::annexed && k.phrase.valid())                                             // what it stands under: "acts of violence"
    for (PhraseId p = g_.mentions[k.phrase].outer; p.valid(); p = g_.mentions[p].outer) {
      if (!(g_.classes(p) & kSites)) add(g_.mentions[p].first, g_.mentions[k.phrase].first);
      if (g_.mentions[p].first.value < nearest) break;  // what holds it begins further off still
    }
}

}  // namespace isnad
