// On whose word, under which condition, with what content, why: links between records and to those who speak.
#include "event/coder.h"

#include <algorithm>
#include <tuple>

#include "mention/steps.h"

namespace isnad {
namespace {

Stance stance_of(const Grammar& g, LemmaId verb) {
  if (g.has(verb, VerbClass::say_deny)) return Stance::denies;
  if (g.has(verb, VerbClass::say_confirm)) return Stance::confirms;
  if (g.has(verb, VerbClass::say_reveal)) return Stance::reveals;
  if (g.has(verb, VerbClass::say_accuse)) return Stance::accuses;
  if (g.has(verb, VerbClass::say_describe)) return Stance::describes;
  if (g.has(verb, VerbClass::say_quote)) return Stance::quotes;
  return Stance::asserts;
}

/// "twitter" of "usa.twitter".
std::string_view key_of(std::string_view id) { return id.substr(id.rfind('.') + 1); }

}  // namespace

/// Channel of a statement: a medium or kind of statement among the arguments of the verb of speech, or of a noun among these ("on his
/// account with the platform").
std::string_view Coder::medium_of(ClauseId c) const {
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    const bool noun =
        a.role == ArgumentRole::oblique && a.clause.valid() && a.clause != c && clauses_[a.clause].kind != PredicateKind::verb;
    if (noun && clauses_[c].kind == PredicateKind::verb)
      if (const std::string_view medium = medium_of(a.clause); !medium.empty()) return medium;
    if (a.role != ArgumentRole::oblique || !a.phrase.valid()) continue;
    const Phrase& p = g_.mentions[a.phrase];
    const auto& names = g_.mentions.names;
    const TokenId from = g_.word(p.first).token, to = g_.word(p.last.prev()).token;
    for (auto it = std::lower_bound(names.begin(), names.end(), from, [](const NameMatch&n, TokenId t) { return n.first < t; });
         it != names.end() && it->first <= to; ++it) {
      const NameMatch& n = *it;
      if (const Payload* x = payload_of(g_.lexicon, n, PayloadKind::actor); x && g_.lexicon.actors[x->index].kind == EntityKind::media)
        return key_of(g_.lexicon.text(g_.lexicon.actors[x->index].id));
    }
    if (g_.classes(a.phrase) & bit(NounClass::statement)) return "statement";
  }
  return {};
}

void Coder::say(Event& e, PhraseId speaker, LemmaId verb, WordId word, ClauseId clause, std::string_view rule) {
  AttributionRef r;
  r.speaker = speaker;
  if (speaker.valid()) r.who = entities_.entity_of[speaker.value];
  r.verb = verb;
  r.stance = stance_of(g_, verb);
  r.span = g_.word(word).span;
  if (clause.valid()) r.medium = medium_of(clause);
  out_.attributions.push_back(r);
  ++e.attributions.count;
  evidence(e, Field::attribution, rule, speaker.valid() ? span(speaker) : r.span);
}

/// Verbs of speech that hold the clause, and expressions ("according to") inside; then turned so that the outermost comes first.
void Coder::attribution(Event& e, ClauseId c) {
  e.attributions.first = uint32_t(out_.attributions.size());
  constexpr uint64_t kSpeakers = bit(VerbClass::say_assert) | bit(VerbClass::say_deny) | bit(VerbClass::say_confirm) |
                                 bit(VerbClass::say_reveal) | bit(VerbClass::say_accuse) | bit(VerbClass::say_describe) |
                                 bit(VerbClass::say_quote) | bit(VerbClass::say_expect) | bit(VerbClass::think) |
                                 bit(VerbClass::say_propose);
  bool held = false;
  for (ClauseId at = c; at.valid(); at = clauses_[at].parent) {
    const Clause& k = clauses_[at];
    if (k.attribution != kNone) {
      const Attribution& a = clauses_.attributions[k.attribution];
      say(e, a.speaker, a.lemma, a.verb, {}, "attribution.expression");
    }
    const Event* act = held ? coded(at) : nullptr;  // "fell as martyrs" is spelled as "quoted"
    const bool tells = !act || act->type != EventType::assault;
    if (held && tells && (g_.verb_classes(k.lemma) & kSpeakers)) {
      const Argument* s = clauses_.find(k, ArgumentRole::subject);
      say(e, s ? s->phrase : PhraseId::none(), k.lemma, k.predicate, at,
          s && s->inherited ? "attribution.verb_shared_subject" : "attribution.verb");
    }
    held = k.link == Link::content || k.link == Link::speech ||
           (k.link == Link::argument && k.parent.valid() && g_.is_speech(clauses_[k.parent].lemma)) ||
           (held && (k.link == Link::coordination || k.link == Link::light)) ||
           (k.link == Link::coordination && k.parent.valid() && clauses_[k.parent].link == Link::content) ||
           (k.link == Link::annexed && k.parent.valid() && g_.is_speech(clauses_[k.parent].lemma)) ||
           (held && k.link != Link::root && k.link != Link::relative);
    if (!held && k.link != Link::root) held = false;
    if (e.attributions.count >= 4) break;
  }
  std::reverse(out_.attributions.begin() + e.attributions.first, out_.attributions.begin() + e.attributions.first + e.attributions.count);
}

/// The record of this clause, else of the nearest clause that holds it.
EventId Coder::event_near(ClauseId c) const {
  for (int steps = 0; c.valid() && steps < 4; ++steps, c = clauses_[c].parent)
    if (out_.event_of[c.value].valid()) return out_.event_of[c.value];
  return {};
}

/// The record of this clause, else the first of a clause inside it.
EventId Coder::event_under(ClauseId c) const {
  if (!c.valid()) return {};
  for (uint32_t i = c.value; i < clauses_.clauses.size() && i < c.value + 16; ++i) {
    if (clauses_.clauses[i].sentence != clauses_[c].sentence) break;
    if (!out_.event_of[i].valid()) continue;
    ClauseId at{i};
    for (int steps = 0; at.valid() && steps < 4; ++steps, at = clauses_[at].parent) {
      if (at == c) return out_.event_of[i];
      const Link l = clauses_[at].link;
      if (l == Link::relative || l == Link::root || l == Link::because || l == Link::time) break;
    }
  }
  return {};
}

/// From the clause's marker to the end of what its arguments cover.
Span Coder::span_of(ClauseId c) const {
  const Clause& k = clauses_[c];
  Span s = k.span;
  if (k.marker.valid()) s = join(g_.word(k.marker).span, s);
  for (const Argument& a : clauses_.arguments_of(k))
    if (a.phrase.valid() && !a.inherited && g_.mentions[a.phrase].sentence == k.sentence && a.rule != "relative.subject" &&
        a.rule != "relative.object")
      s = join(s, g_.mentions[a.phrase].span);
  return s;
}

/// The record that a condition of this clause is one of: of the clause, of a predicate it is part of or that promises, asks for or refuses
/// what it says, else of something inside it.
EventId Coder::conditional(ClauseId c) const {
  constexpr uint64_t kHeld =
      bit(EventType::threaten) | bit(EventType::agree) | bit(EventType::concede) | bit(EventType::request) | bit(EventType::reject);
  bool content = false;
  for (ClauseId at = c; at.valid(); at = clauses_[at].parent) {
    const EventId id = out_.event_of[at.value];
    if (id.valid() && (!content || (bit(out_.events[id.value].type) & kHeld))) return id;
    const Link l = clauses_[at].link;
    content = content || l == Link::content;
    if (id.valid() || !(bit(l) & (kArguments | bit(Link::content) | bit(Link::purpose)))) break;
  }
  const EventId within = event_within(c);  // "expressed readiness, if", but not "said at the opening that, if"
  constexpr uint64_t kTells = bit(VerbClass::say_assert) | bit(VerbClass::say_confirm) | bit(VerbClass::say_reveal) |
                              bit(VerbClass::say_quote) | bit(VerbClass::say_describe);
  const bool tells = (g_.verb_classes(clauses_[c].lemma) & kTells) != 0;
  return within.valid() && tells && !(bit(out_.events[within.value].type) & kHeld) ? EventId::none() : within;
}

/// The first record among what a clause says: its arguments and theirs.
EventId Coder::event_within(ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 16; ++i) {
    if (clauses_.clauses[i].sentence != clauses_[c].sentence) break;
    if (out_.event_of[i].valid() && inside(ClauseId{i}, c, kArguments)) return out_.event_of[i];
  }
  return {};
}

void Coder::conditions() {
  out_.found.clear();
  for (size_t i = 0; i < clauses_.clauses.size(); ++i) {
    const Clause& k = clauses_.clauses[i];
    if (!is_condition(k.link) || !k.parent.valid()) continue;
    const EventId holder = conditional(k.parent);
    if (!holder.valid()) continue;
    ConditionRef r;
    r.span = span_of(ClauseId::at(i));
    if (r.span.contains(out_.events[holder.value].trigger)) continue;
    r.kind = k.link == Link::condition_unless  ? "unless"
             : k.link == Link::condition_even  ? "even_if"
             : k.link == Link::condition_until ? "until"
                                               : "if";
    r.event = event_under(ClauseId::at(i));
    if (r.event == holder) r.event = {};
    out_.found.emplace_back(holder, r);
    // a promise or threat of this content is under the same condition
    const Clause& held = clauses_[out_.events[holder.value].clause];
    const EventId outer = held.link == Link::coordination ? EventId::none() : event_near(held.parent);
    if (!outer.valid() || outer == holder) continue;
    const EventType type = out_.events[outer.value].type;
    if (type == EventType::threaten || type == EventType::agree || type == EventType::concede) out_.found.emplace_back(outer, r);
  }
  std::stable_sort(out_.found.begin(), out_.found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [owner, r] : out_.found) {
    Event& e = out_.events[owner.value];
    if (e.conditions.count == 0) e.conditions.first = uint32_t(out_.conditions.size());
    ++e.conditions.count;
    out_.conditions.push_back(r);
    evidence(e, Field::condition, "condition.clause", r.span);
  }
}

/// What is threatened, promised, demanded, said of somebody: records inside this one's content.
void Coder::contents() {
  for (size_t e = 0; e < out_.events.size(); ++e) {
    Event& event = out_.events[e];
    event.content = {uint32_t(out_.links.size()), 0};
    switch (event.type) {
      case EventType::threaten:
      case EventType::agree:
      case EventType::concede:
      case EventType::request:
      case EventType::reject:
      case EventType::accuse:
      case EventType::support:
        break;
      default:
        continue;
    }
    for (size_t f = first_of_sentence(e); f < out_.events.size() && out_.events[f].sentence == event.sentence; ++f) {
      if (f == e || !holds(event.clause, out_.events[f].clause)) continue;
      if (event.type == EventType::threaten && is_fact(out_.events[f])) continue;  // "to answer the expulsion" is not to expel
      out_.links.push_back(EventId::at(f));
      ++event.content.count;
      evidence(event, Field::content, "content.inside", out_.events[f].trigger);
    }
    const Frame& frame = g_.lexicon.frames[event.frame];
    if (event.type != frame.event) continue;
    for (const EventId inner : Events::slice(out_.links, event.content)) {
      const uint16_t mode = frame.mode_by_content[size_t(out_.events[inner.value].type)];
      if (mode == 0) continue;
      event.mode = mode;
      break;
    }
  }
}

size_t Coder::first_of_sentence(size_t e) const {
  while (e > 0 && out_.events[e - 1].sentence == out_.events[e].sentence) --e;
  return e;
}

/// Does `inner` hang on `outer` with no other record between; what is joined to another by "and" hangs where that does, and what is done or
/// said besides ("..., calling on") on nothing.
bool Coder::holds(ClauseId outer, ClauseId inner) const {
  constexpr int kSteps = 6;
  for (int steps = 0; inner.valid() && steps < kSteps; ++steps) {
    const Link l = clauses_[inner].link;
    if (l == Link::relative || l == Link::because || l == Link::time || is_condition(l) || l == Link::root || l == Link::circumstance)
      return false;
    const bool joined = l == Link::coordination;
    inner = clauses_[inner].parent;
    if (inner == outer) return !joined;
    if (!joined && inner.valid() && out_.event_of[inner.value].valid()) return false;
  }
  return false;
}

/// Events given as the cause of another, and those that another answers ("in response to").
void Coder::causes() {
  out_.causes.clear();
  for (size_t f = 0; f < out_.events.size(); ++f) {
    const Clause& k = clauses_[out_.events[f].clause];
    if (k.link != Link::because || !k.parent.valid()) continue;
    const EventId owner = event_near(k.parent);
    if (owner.valid() && owner.value != f) out_.causes.push_back({owner, EventId::at(f), g_.expression(k.marker) == Function::retaliation});
  }
  std::stable_sort(out_.causes.begin(), out_.causes.end(),
                   [](const auto& a, const auto& b) { return std::tuple(a.owner, a.retaliation) < std::tuple(b.owner, b.retaliation); });
  for (const auto& c : out_.causes) {
    Event& event = out_.events[c.owner.value];
    Slice& slice = c.retaliation ? event.retaliation_for : event.because;
    if (slice.count == 0) slice.first = uint32_t(out_.links.size());
    out_.links.push_back(c.cause);
    ++slice.count;
    evidence(event, c.retaliation ? Field::retaliation_for : Field::because, c.retaliation ? "retaliation.expression" : "because.clause",
             out_.events[c.cause.value].trigger);
  }
}

}  // namespace isnad
