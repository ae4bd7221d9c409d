// Do words that could tell of an act tell of one at all, or of an accident, of a thing that does nothing, of a body's name?
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

/// Acts that nobody but somebody does: a crisis that threatens a country threatens nobody with anything.
constexpr uint64_t kOfSomebody = bit(EventType::threaten) | bit(EventType::request);

/// What can act, or speaks for who can, whatever else it is.
constexpr uint64_t kSomebody = bit(NounClass::protest) | bit(NounClass::meeting) | bit(NounClass::statement) | bit(NounClass::document) |
                               bit(NounClass::medium) | bit(NounClass::organisation) | bit(NounClass::group) | bit(NounClass::force) |
                               bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::state) | bit(NounClass::facility) |
                               bit(NounClass::place) | bit(NounClass::weapon) | bit(NounClass::vehicle) | bit(NounClass::quantity);

}  // namespace

/// "the crises that threaten the country", "which threatens to": the types of act that no one does, as the subject of the verb itself is
/// no one, and nobody's either.
uint64_t Coder::not_done(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::verb || k.passive) return 0;
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if ((!s || s->inherited) && after_what(k.predicate)) return kOfSomebody | bit(EventType::coerce);
  if (!s || !s->phrase.valid()) return 0;
  if (!s->inherited)
    if (const uint64_t idle = not_done_by(s->phrase)) return idle;
  if (k.link != Link::coordination || !k.parent.valid() || s->rule != "subject.after") return 0;
  const Entity* x = entity(s->phrase);  // "the crisis grows and threatens Lebanon with"
  if (!x || x->state == kNone || x->kind != EntityKind::country) return 0;
  const Argument* first = clauses_.find(clauses_[k.parent], ArgumentRole::subject);
  return first && first->phrase.valid() ? not_done_by(first->phrase) & bit(EventType::threaten) : 0;
}

/// A state of things does none of these; an act may be somebody's ban, but it threatens nobody and asks for nothing.
uint64_t Coder::not_done_by(PhraseId p) const {
  const Phrase& own = g_.mentions[p];
  if (own.kind != PhraseKind::noun || g_.actor_like(p)) return 0;
  const Entity* x = entity(p);
  if (x && (!x->country.empty() || x->sector != Sector::none || x->kind != EntityKind::none || x->antecedent.valid())) return 0;
  const Lemma* l = g_.lemma(own.head);
  const uint64_t classes = g_.classes(p);
  if (!l || l->upos != Upos::noun) return 0;
  constexpr uint64_t kPaper = bit(NounClass::document) | bit(NounClass::statement);  // "decisions which target"
  if ((classes & kPaper) && !(classes & kSomebody & ~kPaper)) return bit(EventType::assault);
  if (classes & kSomebody) return 0;
  if (classes & (bit(NounClass::event) | bit(NounClass::violence))) return kOfSomebody;
  if (classes & bit(NounClass::abstract)) return kOfSomebody | bit(EventType::coerce) | bit(EventType::assault);
  return classes & bit(NounClass::disaster) ? kOfSomebody | bit(EventType::coerce) : 0;
}

/// "the sitting was put off, what threatens": right after a relative word for what was told, which is the doer and not what is done ("what
/// he threatens with").
bool Coder::after_what(WordId verb) const {
  if (verb.value == 0) return false;
  WordId w{verb.value - 1};
  if ((g_.function(w) == Function::neg || g_.function(w) == Function::qad) && w.value > 0) w = WordId{w.value - 1};
  const Lemma* l = g_.lemma(w);
  if (!l || l->function != Function::rel || !(l->classes & bit(NounClass::abstract))) return false;
  const WordId after = verb.next();
  return after.value >= g_.words.size() || g_.word(after).features.upos() != Upos::adp || !g_.word(after.next()).enclitic;
}

/// "was killed in the crash of", "when their boat sank": a disaster or accident right around the act, and no weapon or attack.
bool Coder::by_accident(ClauseId c) const {
  constexpr uint32_t kBefore = 8, kFar = 24, kAfter = 18;  // words
  const WordId at = clauses_[c].predicate;
  const Sentence& s = g_.text.sentences[clauses_[c].sentence.value];
  const uint32_t begin = g_.words.first_of[s.first.value].value, end = g_.words.first_of[s.last.value].value;
  const bool led_to = at.value > begin + 1 && leads_to(WordId{at.value - 1});
  const uint32_t from = at.value - std::min(at.value - begin, led_to ? kFar : kBefore), to = std::min(end, at.value + kAfter);
  bool struck = false;
  for (uint32_t w = from; w < to; ++w) {
    const LemmaId l = g_.word(WordId{w}).lemma;
    if (!l.valid() || w == at.value) continue;
    const Lemma& lemma = g_.lexicon.lemma(l);
    const bool verb = lemma.upos == Upos::verb;
    const bool disaster = verb ? (lemma.classes & bit(VerbClass::disaster)) != 0 : calamity(WordId{w});
    struck = struck || disaster;
    bool does = verb && w + 1 < to && calamity(WordId{w + 1});  // "a storm struck", "the storm which struck"
    for (uint32_t b = w; verb && !does && b > from && b + 4 > w; --b) does = calamity(WordId{b - 1});
    if (!disaster && !does && violent(l)) return false;
  }
  return struck;
}

bool Coder::calamity(WordId w) const {
  const Lemma* l = g_.lemma(w);
  return l && l->upos == Upos::noun && (l->classes & bit(NounClass::disaster));
}

/// "which led to the death of", "caused the deaths of": the word that the act is the outcome of stands right before it.
bool Coder::leads_to(WordId before) const {
  for (uint32_t w = before.value, tries = 0; tries < 2; --w, ++tries) {
    if (const LemmaId l = g_.word(WordId{w}).lemma; l.valid() && (g_.verb_classes(l) & bit(VerbClass::cause))) return true;
    if (w == 0) break;
  }
  return false;
}

/// Does the word tell of arms, or of an attack that is no mere death or wound.
bool Coder::violent(LemmaId lemma) const {
  constexpr uint64_t kArms = bit(NounClass::violence) | bit(NounClass::weapon) | bit(NounClass::explosive);
  const Lemma& l = g_.lexicon.lemma(lemma);
  if (l.upos == Upos::adj) return false;
  bool attack = l.upos == Upos::noun && (l.classes & kArms) && !(l.classes & bit(NounClass::disaster));
  for (const uint32_t f : g_.lexicon.slice(g_.lexicon.frame_refs, l.frames)) {
    const Frame& frame = g_.lexicon.frames[f];
    if (frame.without_classes & bit(NounClass::disaster)) return false;  // "was wounded" may be either
    attack = attack || frame.event == EventType::assault;
  }
  return attack;
}

/// "the committee of inquiry", "the law on demonstrations", "a missile launch pad": a definite noun, or any in a facility's name, that
/// only says which body, law or place is meant.
bool Coder::in_name_of_body(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (!k.phrase.valid() || k.kind == PredicateKind::verb || k.kind == PredicateKind::participle) return false;
  const WordId head = k.predicate;
  if (head.value == 0) return false;
  const Lemma* of = g_.lemma(WordId{head.value - 1});
  const auto own = clauses_.arguments_of(k);
  const bool alone =
      std::none_of(own.begin(), own.end(), [](const Argument& a) { return a.role == ArgumentRole::oblique && !a.inherited; });
  if (head.value > 1 && g_.word(WordId{head.value - 1}).lemma == g_.lexicon.clitic(Clitic::li)) {  // "a camp for training"
    const WordId before{head.value - 2};
    const Lemma* site = g_.lemma(before);
    const bool facility = site && site->upos == Upos::noun && (site->classes & bit(NounClass::facility));
    return facility && alone && g_.word(head).article && !g_.word(before).article && !g_.word(before).enclitic;
  }
  if (!of || of->upos != Upos::noun) return false;
  if (!(of->classes & bit(NounClass::naming))) return of_office(*of, k);
  constexpr uint64_t kBodies = bit(NounClass::organisation) | bit(NounClass::meeting);  // "the organisation for the prohibition of weapons"
  const bool body = (of->classes & kBodies) && g_.mentions[k.phrase].definite && k.kind == PredicateKind::masdar;
  const bool site = (of->classes & bit(NounClass::facility)) != 0;
  if (!g_.word(head).article && ((!site && !body) || g_.mentions[k.phrase].attachment != Attachment::annexed)) return false;
  if (!g_.word(head).article) return true;
  return alone;
}

/// "the director of the military operations": which office it is, not what was done.
bool Coder::of_office(const Lemma& of, const Clause& k) const {
  constexpr uint64_t kReal = bit(NounClass::violence) | bit(NounClass::protest) | bit(NounClass::meeting);
  if (!(of.classes & bit(NounClass::role)) || k.kind != PredicateKind::noun) return false;
  const uint64_t classes = g_.classes(k.phrase);
  return (classes & bit(NounClass::event)) && !(classes & kReal) && g_.word(k.predicate).features.number() == Number::plur;
}

}  // namespace isnad
