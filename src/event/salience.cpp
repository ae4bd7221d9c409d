// What a text reports, and what it only mentions on the way to something else. Violence and protest are talked about so much that more is
// asked of them.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

/// Verbs that tell of the event that their argument names.
constexpr uint64_t kReporters = bit(VerbClass::happen) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::cause) |
                                bit(VerbClass::suffer) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) |
                                bit(VerbClass::phase_stop) | bit(VerbClass::say_reveal) | bit(VerbClass::say_assert) |
                                bit(VerbClass::say_confirm) | bit(VerbClass::say_threaten) | bit(VerbClass::say_promise) |
                                bit(VerbClass::say_ask) | bit(VerbClass::say_propose) | bit(VerbClass::intend) | bit(VerbClass::attempt);

constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::light_bi);
constexpr uint64_t kSays = bit(VerbClass::say_assert) | bit(VerbClass::say_confirm) | bit(VerbClass::say_reveal);
constexpr uint64_t kGoesOn = bit(VerbClass::happen) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue);
constexpr uint64_t kBrings = kCarriers | bit(VerbClass::cause) | bit(VerbClass::suffer) | bit(VerbClass::attempt);
constexpr int kHalfYear = 183;  // days
constexpr uint32_t kNear = 24;  // words
constexpr uint32_t kAhead = 8;  // clauses between a topic and the verb that tells of it

bool strictly(EventType t) { return t == EventType::assault || t == EventType::protest; }

/// "..., which left five dead": a clause on all of what the one before it tells, not on a noun that it would identify.
bool tells_outcome(const Grammar& g, const Clause& k) {
  return k.link == Link::relative && k.marker.valid() && g.has(k.lemma, VerbClass::cause) &&
         g.word(k.marker).features.gender() == Gender::none;
}

/// "an attack on the market that left six dead", "in which six were killed": the outcome of what an indefinite noun names, which is news as
/// well.
bool leaves(const Grammar& g, const Clause& k, bool counts_victims) {
  return k.link == Link::relative && !k.marker.valid() && k.kind == PredicateKind::verb && k.tense == Tense::past &&
         (g.has(k.lemma, VerbClass::cause) || counts_victims);
}

/// "held the square for hours before the police took it": what it came before is told as what happened next.
bool tells_next(const Grammar& g, const Clause& k) {
  if (k.link != Link::time || k.kind != PredicateKind::verb || !k.marker.valid()) return false;
  const Lemma* l = g.lemma(k.marker);
  return l && l->preposition != 0 && !(l->classes & bit(NounClass::time));
}

/// "hit a mine that ..., and fled": after a comma, or with a subject that stands before the relative clause, what is joined to that clause
/// by form goes on with what is outside of it.
bool resumes(const Grammar& g, const Clauses& clauses, const Clause& k) {
  if (k.link != Link::coordination || k.kind != PredicateKind::verb || k.tense != Tense::past || !k.parent.valid()) return false;
  const Clause& up = clauses[k.parent];
  if (up.link != Link::relative || up.sentence != k.sentence) return false;
  for (const Argument& a : clauses.arguments_of(k))
    if (a.role == ArgumentRole::subject) {
      if (!a.inherited && a.phrase.valid() && g.mentions[a.phrase].first < up.predicate) return true;
      if (a.rule == "subject.shared") return false;
    }
  const uint32_t token = g.word(k.predicate).token.value;
  return token > 0 && g.text.tokens[token - 1].kind != TokenKind::word;
}

/// "fighting broke out when a bomb killed 21": what the main clause only leads to, told after it and as past as it is.
bool tells_then(const Grammar& g, const Clauses& clauses, const Clause& k) {
  if (k.link != Link::time || k.kind != PredicateKind::verb || k.tense != Tense::past) return false;
  if (!k.marker.valid() || !k.parent.valid()) return false;
  const Clause& up = clauses[k.parent];
  const Lemma* l = g.lemma(k.marker);
  const bool conjunction = l && l->preposition == 0;
  const WordId before = k.marker.value > 0 ? k.marker.prev() : WordId::none();
  const Function f = before.valid() ? g.function(before) : Function::none;
  if (f == Function::emphasis || f == Function::prep || f == Function::purpose) return false;  // "even when", "until when"
  return conjunction && up.tense == Tense::past && up.predicate < k.predicate;
}

}  // namespace

/// An event that serves to identify or explain something else. A verb reports; a noun does where a verb carries it, brings it about or
/// says it, where it counts victims or stands in a headline; elsewhere it is mentioned on the way to something else.
std::string_view Coder::salience(const Event& e, ClauseId c) const {
  for (ClauseId at = c; at.valid(); at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (tells_outcome(g_, k) || leaves(g_, k, e.counts_victims && at == c) || tells_next(g_, k) ||
        (e.type != EventType::protest && tells_then(g_, clauses_, k)))
      continue;
    if (e.type != EventType::protest && resumes(g_, clauses_, k)) {
      at = k.parent;
      continue;
    }
    if (is_condition(k.link) && k.link != Link::condition_even) return kMentioned;
    if (k.link == Link::time || k.link == Link::because || k.link == Link::relative) return kMentioned;
    if (k.link == Link::root || k.link == Link::content || k.link == Link::speech) break;
  }
  const Clause& k = clauses_[c];
  if (known_protesters(e) || long_ago(e) || total(e)) return kMentioned;
  const bool title = g_.text.sentences[k.sentence.value].kind == SentenceKind::title;
  if (habit(e) && !title) return kMentioned;
  if (k.kind == PredicateKind::verb || k.link == Link::circumstance) return "salience.verb";
  if (title) return "salience.headline";
  if (comes_before(g_, k) || asked(e) || (much_told(e) && about_it(e, c))) return kMentioned;
  if (much_told(e) && (is_fact(e) || in_charge(c) || pointed_at(c))) return kMentioned;
  const bool light = k.link == Link::light && k.parent.valid() && clauses_[k.parent].kind == PredicateKind::verb;
  if (light && much_told(e) && !carries(e, c)) return kMentioned;
  if (e.counts_victims) return "salience.victims";
  return reported(e, c);
}

/// "The protesters chanted": whom the text knows as protesters it has told of already; what they do there belongs to that protest.
bool Coder::known_protesters(const Event& e) const {
  if (e.type != EventType::protest || e.fillers[0].count == 0) return false;
  if (e.mode && mode_name(e.mode) != "demo") return false;  // who burns cars does more than that
  const PhraseId p = entities_[out_.fillers[e.fillers[0].first]].phrase;
  const Phrase& who = g_.mentions[p];
  const Lemma* l = g_.lemma(who.head);
  if (!l || l->base == kNone || !g_.word(who.head).article || who.number != kNone || who.adjective_count > 0) return false;
  return g_.names(LemmaId{l->base}, bit(EventType::protest));
}

/// By which rule a verb (or a chain of event nouns under one) reports what the noun names: one that is new to the text or whose parties
/// are named. Violence and protest told as facts are much talked about, so more is asked of them: see `brought_up`.
std::string_view Coder::reported(const Event& e, ClauseId c) const {
  const bool strict = much_told(e);
  const bool named = e.fillers[0].count || e.fillers[1].count || e.fillers[2].count || e.origin.valid();
  bool carried = false;  // by a light noun, whose article says nothing
  for (int steps = 0; steps < 3; ++steps) {
    const Clause& k = clauses_[c];
    if (k.link == Link::light && k.parent.valid()) {
      if (clauses_[k.parent].kind == PredicateKind::verb) return !strict || carries(e, c) ? "salience.light_verb" : kMentioned;
      c = k.parent;  // "accused of carrying out an attack": told as its light noun is
      carried = true;
      continue;
    }
    const Phrase* p = k.phrase.valid() ? &g_.mentions[k.phrase] : nullptr;
    if (k.link == Link::annexed && p && p->outer.valid() && (g_.classes(p->outer) & bit(NounClass::quantity)) && k.parent.valid() &&
        clauses_[k.parent].kind == PredicateKind::verb && (g_.verb_classes(clauses_[k.parent].lemma) & kCarriers))
      return "salience.light_verb";                                                            // "launched a series of raids"
    const bool own = carried || (p && (!g_.word(p->head).article || p->adjective_count > 0));  // "the bombings" alone are known already
    if (strict && told_after(c)) return "salience.verb_after";
    if (strict && !k.parent.valid() && p && !opens(k.phrase)) return kMentioned;
    if (!k.parent.valid())
      return own && p && p->attachment == Attachment::none && !p->preposition.valid() ? "salience.no_verb" : kMentioned;
    const Clause& up = clauses_[k.parent];
    const uint64_t reporters = g_.verb_classes(up.lemma) & kReporters;
    if (k.link == Link::argument || k.link == Link::coordination || k.link == Link::purpose) {
      if (!strict) {
        if ((!own && !named) || refused(k.parent)) return kMentioned;
        if (reporters || up.kind == PredicateKind::verb) return "salience.verb_above";
      } else {
        if (!own || (!carried && p->definite && p->adjective_count == 0)) return kMentioned;
        if (up.kind == PredicateKind::verb) return brought_up(e, c) ? "salience.brought_up" : kMentioned;
        if (!reporters) return kMentioned;
        if (beside(c)) return kMentioned;
      }
    } else if (k.link != Link::annexed || (p && p->outer.valid() && !g_.is_predicate(p->outer))) {
      return kMentioned;
    }
    c = k.parent;
  }
  return kMentioned;
}

/// Violence or protest, told as a fact.
bool Coder::much_told(const Event& e) const {
  return strictly(e.type) && (e.status == EventStatus::occurred || e.status == EventStatus::ongoing);
}

/// Violence or protest of other times is recalled, not reported.
bool Coder::long_ago(const Event& e) const { return much_told(e) && before(e, kHalfYear); }

/// Is it counted over a long time: "76 were killed since 2003".
bool Coder::total(const Event& e) const {
  if (e.type != EventType::assault || e.status != EventStatus::occurred || day_ == INT32_MIN) return false;
  const auto lasts = [&](uint32_t d) {
    const auto& date = g_.mentions.dates[d];
    if (!date.resolved || date.open_start) return false;
    return (date.open_end ? day_ : std::min(date.end, day_)) - date.start > kHalfYear;
  };
  if (e.date != kNone) return lasts(e.date);
  const PhraseId p = opening_date(e.sentence);
  return p.valid() && lasts(g_.mentions[p].date);
}

/// The date before the first verb of a sentence; none.
PhraseId Coder::opening_date(SentenceId s) const {
  const auto first =
      std::lower_bound(clauses_.clauses.begin(), clauses_.clauses.end(), s, [](const Clause& k, SentenceId at) { return k.sentence < at; });
  for (auto k = first; k != clauses_.clauses.end() && k->sentence == s; ++k) {
    for (const Argument& a : clauses_.arguments_of(*k))
      if (a.role == ArgumentRole::time && a.phrase.valid() && g_.mentions[a.phrase].date != kNone &&
          g_.mentions[a.phrase].first < k->predicate)
        return a.phrase;
    if (k->kind == PredicateKind::verb) break;
  }
  return {};
}

/// Violence in the present, or suffered by whoever tells of it, without day, place or number: "they torture prisoners", "said they had been
/// exposed to torture". What goes on or has been suffered in general is no event of the day.
bool Coder::habit(const Event& e) const {
  if (e.type != EventType::assault || e.date != kNone || e.location.valid() || e.quantities.count) return false;
  for (const Slice& role : {e.fillers[0], e.fillers[1]})
    for (const EntityId x : Events::slice(out_.fillers, role))
      if (entities_[x].classes & (bit(NounClass::place) | bit(NounClass::facility))) return false;
  if (names_place(e.sentence)) return false;
  const Clause& k = clauses_[e.clause];
  const Clause* up = k.link == Link::light && k.parent.valid() ? &clauses_[k.parent] : nullptr;
  if (e.status == EventStatus::ongoing) return k.phase == Phase::none && (up ? up->tense : k.tense) == Tense::present;
  const std::string_view mode = mode_name(e.mode);
  return e.status == EventStatus::occurred && up && g_.has(up->lemma, VerbClass::suffer) && (mode == "torture" || mode == "sexual");
}

/// Does the sentence name a place within a country anywhere.
bool Coder::names_place(SentenceId s) const {
  const auto& phrases = g_.mentions.phrases;
  const auto first = std::lower_bound(phrases.begin(), phrases.end(), s, [](const Phrase& p, SentenceId at) { return p.sentence < at; });
  for (auto p = first; p != phrases.end() && p->sentence == s; ++p)
    if (in_town(PhraseId::at(size_t(p - phrases.begin())))) return true;
  return false;
}

/// Is it what somebody is charged with: "the four soldiers accused of", "they are accused of" (no verb stands between).
bool Coder::in_charge(ClauseId c) const {
  const uint32_t from = clauses_[c].predicate.value;
  for (uint32_t w = from, steps = 0; w-- > 0 && steps < kNear; ++steps) {
    const ClauseId k = clauses_.clause_of[w];
    if (k.valid() && (clauses_[k].kind == PredicateKind::verb || clauses_[k].sentence != clauses_[c].sentence)) return false;
    const Lemma* l = g_.lemma(WordId{w});
    if (l && l->upos != Upos::verb && (l->classes & bit(NounClass::person)) && g_.has(g_.word(WordId{w}).lemma, VerbClass::say_accuse))
      return true;
  }
  return false;
}

/// "this attack" is known already, whatever else is said of it.
bool Coder::pointed_at(ClauseId c) const {
  const PhraseId p = clauses_[c].phrase;
  return p.valid() && g_.mentions[p].first < g_.mentions[p].head && g_.function(g_.mentions[p].first) == Function::demonstrative;
}

/// Is it named in a question: "who is behind the attack?"
bool Coder::asked(const Event& e) const {
  const Sentence& s = g_.text.sentences[e.sentence.value];
  for (uint32_t t = s.last.value, steps = 0; t-- > s.body.value && steps < 3; ++steps)  // closing quotes may follow
    if (g_.text.one(g_.text.tokens[t]) == '?') return true;
  return false;
}

/// Does the verb over a light noun's link carry the act, so that the sentence tells of it: "launched a raid", "was exposed to a raid". Not
/// where it stops it, stands behind it or beside it, or where what comes is known already ("the massacre came to add to").
bool Coder::carries(const Event& e, ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  const uint64_t classes = g_.verb_classes(up.lemma);
  if (classes & bit(VerbClass::phase_stop)) return false;
  const PhraseId p = clauses_[c].phrase;
  const bool known = p.valid() && g_.word(g_.mentions[p].head).article && g_.mentions[p].adjective_count == 0;
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c) continue;
    if (a.role == ArgumentRole::oblique) return !(classes & bit(VerbClass::light)) || (classes & (kBrings & ~bit(VerbClass::light))) != 0;
    if (known && ((classes & bit(VerbClass::motion)) || identified(c))) return false;
    return !known || e.type != EventType::protest;  // "the march was led by": details of one that is known
  }
  return true;
}

/// Does a relative clause say which one is meant: "claimed the attack that took place near the border".
bool Coder::identified(ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kAhead; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return false;
    if (k.parent == c && k.link == Link::relative && k.marker.valid()) return true;
  }
  return false;
}

/// Does the verb over this noun tell of the event: it brings it about, does it, is itself violence ("killed in a raid"), or says just this
/// ("announced a raid", not "spoke after a raid", "said to the attackers"); or a march is what goes on or is done.
bool Coder::brought_up(const Event& e, ClauseId c) const {
  const Clause& up = clauses_[clauses_[c].parent];
  const uint64_t classes = g_.verb_classes(up.lemma);
  const WordId before = g_.mentions[clauses_[c].phrase].preposition;
  if (before.valid() && g_.expression(before) == Function::topic) return false;  // "were held in connection with"
  if (classes & bit(VerbClass::violence)) return true;
  if (before.valid() && g_.expression(before) == Function::means) return false;  // "plans to kill him by means of"
  if (classes & bit(VerbClass::phase_stop)) return false;
  for (const Argument& a : clauses_.arguments_of(up)) {
    if (a.clause != c) continue;
    const bool oblique = a.role == ArgumentRole::oblique;
    if (oblique && a.rule != "oblique.governed") return false;
    if (classes & kBrings) return true;
    if (classes & kGoesOn) return !oblique;
    if (classes & kSays) return !oblique || a.preposition != g_.lexicon.clitic(Clitic::li);
    if (oblique && who_took_part(e, c).valid()) return true;  // "hundreds came out in a march"
    if (e.type == EventType::protest && a.role == ArgumentRole::subject) return true;
    if (e.type == EventType::protest && a.role == ArgumentRole::object) return !g_.mentions[clauses_[c].phrase].definite;
    return false;
  }
  return (classes & (bit(VerbClass::attempt) | kCarriers | kGoesOn)) != 0 && !(classes & bit(VerbClass::motion));
}

/// Does a verb after the noun, whose topic or subject it is, tell of it: "that the attack was carried out by", "two raids took place".
bool Coder::told_after(ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kAhead; ++i) {
    const Clause& v = clauses_.clauses[i];
    if (v.sentence != clauses_[c].sentence) return false;
    if (v.kind != PredicateKind::verb || v.link == Link::relative) continue;
    for (const Argument& a : clauses_.arguments_of(v)) {
      if (a.clause != c || a.inherited || a.role == ArgumentRole::oblique) continue;
      return (g_.verb_classes(v.lemma) & (kCarriers | bit(VerbClass::happen) | bit(VerbClass::cause))) != 0 && v.tense == Tense::past;
    }
  }
  return false;
}

/// Does it only stand near what holds it, whose preposition it isn't.
bool Coder::beside(ClauseId c) const {
  for (const Argument& a : clauses_.arguments_of(clauses_[clauses_[c].parent]))
    if (a.clause == c) return a.role == ArgumentRole::oblique && a.rule != "oblique.governed";
  return false;
}

/// Is what the noun stands under an act of another kind, which is what the sentence tells: "an inquiry into the killing of five".
bool Coder::about_it(const Event& e, ClauseId c) const {
  for (int steps = 0; steps < 4; ++steps) {
    const Clause& k = clauses_[c];
    const bool inside = k.link == Link::annexed || k.link == Link::argument || k.link == Link::light || k.link == Link::coordination;
    if (!inside || !k.parent.valid() || clauses_[k.parent].kind == PredicateKind::verb) return false;
    const Event* up = coded(k.parent);
    if (up && !strictly(up->type) && up->type != EventType::mobilize) return true;
    const uint64_t tells = kBrings | kGoesOn | kSays;
    if (!up && k.link != Link::coordination && !(g_.verb_classes(clauses_[k.parent].lemma) & tells)) return e.counts_victims;
    c = k.parent;
  }
  return false;
}

/// Does the noun open its sentence or what follows a colon, as the items of a chronicle do: "27 July: death of".
bool Coder::opens(PhraseId p) const {
  const WordId first = g_.mentions[p].first;
  const uint32_t token = g_.word(first).token.value;
  const Sentence& s = g_.text.sentences[g_.mentions[p].sentence.value];
  if (token <= s.body.value) return true;
  if (g_.text.tokens[token - 1].kind != TokenKind::word) return true;
  const PhraseId before = g_.mentions.phrase_of[first.value - 1];
  return before.valid() && g_.mentions[before].date != kNone;
}

}  // namespace isnad
