// What clauses take over from those they depend on: subjects, voice, tense, the arguments of light verbs.
#include <algorithm>

#include "clause/builder.h"

namespace isnad {
namespace {

class Inheritance {
 public:
  Inheritance(const Grammar& g, Clauses& out) : g_(g), out_(out), subject_at_(out.clauses.size(), kNone) { note_drafts(); }

  void run() {
    for (size_t i = 0; i < out_.clauses.size(); ++i) struck(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) done_to(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) goes_on_meeting(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) voice(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) fold(out_.clauses[i], ClauseId::at(i));
    for (size_t i = 0; i < out_.clauses.size(); ++i) struck_by(out_.clauses[i], ClauseId::at(i));
    for (int pass = 0; pass < 2; ++pass) {  // a light verb may stand after its noun: "the operation which they carry out"
      for (size_t i = 0; i < out_.clauses.size(); ++i) carried_before(out_.clauses[i], ClauseId::at(i));
      for (size_t i = 0; i < out_.clauses.size(); ++i) subject(out_.clauses[i], ClauseId::at(i));
    }
  }

 private:
  [[nodiscard]] Argument* find(ClauseId c, ArgumentRole role) {
    for (uint32_t d = first_draft_[c.value]; d != kNone; d = next_draft_[d])
      if (out_.drafts[d].argument.role == role) return &out_.drafts[d].argument;
    return nullptr;
  }

  /// Chains the drafts of each clause: those of a long sentence are too many to walk for each of its clauses.
  void note_drafts() {
    first_draft_.assign(out_.clauses.size(), kNone);
    next_draft_.assign(out_.drafts.size(), kNone);
    for (size_t d = out_.drafts.size(); d-- > 0;) {
      const ClauseId c = out_.drafts[d].clause;
      if (const auto [first, last] = range_of(c); d < first || d >= last) continue;
      next_draft_[d] = first_draft_[c.value];
      first_draft_[c.value] = uint32_t(d);
    }
  }

  /// Drafts of a clause stand among those of its sentence.
  [[nodiscard]] std::pair<size_t, size_t> range_of(ClauseId c) const {
    const SentenceId s = out_.clauses[c.value].sentence;
    return {out_.drafts_of[s.value], out_.drafts_of[s.value + 1]};
  }

  void add(ClauseId c, Argument a, std::string_view rule) {
    a.inherited = true;
    a.rule = rule;
    if (a.role == ArgumentRole::subject) subject_at_[c.value] = uint32_t(extra_.size());
    extra_.push_back({c, a});
  }

  /// A transitive perfect with one bare phrase after it and none before is passive: "three soldiers were killed in ...".
  void voice(Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::verb || c.passive || !c.lemma) return;
    if (carried(c, id)) return;
    if (!(g_.verb_classes(c.lemma) & bit(VerbClass::violence))) return;
    const Features f = g_.word(c.predicate).features;
    if (f.aspect() != Aspect::perf || f.person() != Person::third || !(g_.government_of(c.lemma) & government::kObject)) return;
    Argument* s = find(id, ArgumentRole::subject);
    if (s && s->rule == "subject.before" && s->phrase.valid()) return voice_after(c, id, *s);
    if (s && s->phrase.valid() && (voice_relative(c, id, *s) || arrested(c, id, *s))) return;
    if (!s || s->rule != "subject.after") return;
    some_of_subject(id, *s);
    if (find(id, ArgumentRole::object)) return;
    const Phrase& p = g_.mentions[s->phrase];
    const uint64_t k = g_.classes(s->phrase);
    const bool victim = p.number != kNone || !p.definite || (k & bit(NounClass::person)) || p.kind == PhraseKind::name;
    const bool many = f.number() == Number::plur && p.kind != PhraseKind::pronoun;           // a verb before its subject is singular
    if (many || goes_on(c, id) || before_men(c, s->phrase) || some_of_them(c, s->phrase)) {  // "..., while [they] bombed a resort"
      s->role = ArgumentRole::object;
      s->rule = "object.dropped_subject";
      return;
    }
    if (!victim || (k & (bit(NounClass::weapon) | bit(NounClass::violence) | bit(NounClass::vehicle)))) return;
    c.passive = true;
    s->role = ArgumentRole::object;
    s->rule = "subject.passive_unmarked";
  }

  /// Does a frame of the lemma count victims.
  [[nodiscard]] bool counts_victims(LemmaId lemma, EventType type) const {
    const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(lemma).frames);
    return std::any_of(frames.begin(), frames.end(),
                       [&](uint32_t f) { return g_.lexicon.frames[f].event == type && g_.lexicon.frames[f].counts.size > 0; });
  }

  /// "those who were arrested on Friday": a relative clause whose verb has victims but no object tells of the victims.
  bool voice_relative(Clause& c, ClauseId id, Argument& s) {
    if (s.rule != "relative.subject" || find(id, ArgumentRole::object) || g_.word(c.predicate.next()).enclitic) return false;
    if (!counts_victims(c.lemma, EventType::coerce) && !counts_victims(c.lemma, EventType::assault)) return false;
    const uint64_t k = g_.classes(s.phrase);
    const bool relative = g_.mentions[s.phrase].kind == PhraseKind::relative;
    if (!relative && !(k & (bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::group)))) return false;
    c.passive = true;
    s.role = ArgumentRole::object;
    s.rule = "relative.object";
    return true;
  }

  /// "Salem was arrested, a cook in": a person named after a verb of arresting is no policeman; what stands after him says who he is.
  bool arrested(Clause& c, ClauseId id, Argument& s) {
    const Phrase& p = g_.mentions[s.phrase];
    if (s.rule != "subject.after" || p.kind != PhraseKind::name || !(g_.classes(s.phrase) & bit(NounClass::person))) return false;
    if (!counts_victims(c.lemma, EventType::coerce)) return false;
    Argument* o = find(id, ArgumentRole::object);
    if (!o || !o->phrase.valid() || g_.mentions[o->phrase].kind != PhraseKind::noun) return false;
    constexpr uint64_t kSomebody = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::family);
    const Phrase& q = g_.mentions[o->phrase];
    constexpr uint32_t kAge = 6;  // words that an age between brackets takes
    if (!(g_.classes(o->phrase) & kSomebody) || q.number != kNone || q.first.value > p.last.value + kAge) return false;
    if (g_.word(q.head).features.number() != Number::sing) return false;
    o->role = ArgumentRole::annexed;
    o->rule = "apposed";
    c.passive = true;
    s.role = ArgumentRole::object;
    s.rule = "subject.passive_unmarked";
    return true;
  }

  /// "will be resumed the talks": a verb that holds, resumes, puts off or ends an event takes somebody as its doer; where it has only the
  /// event, it is passive. True where it became that.
  bool carried(Clause& c, ClauseId id) {
    constexpr uint64_t kCarriers = bit(VerbClass::light) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop);
    if (g_.has(c.lemma, VerbClass::cause) || !(g_.verb_classes(c.lemma) & kCarriers) || !(g_.government_of(c.lemma) & government::kObject))
      return false;
    if (g_.word(c.predicate).features.person() != Person::third) return false;
    Argument* s = find(id, ArgumentRole::subject);
    if (!s || !s->clause.valid() || (s->rule != "subject.after" && s->rule != "subject.before")) return false;
    if (!s->phrase.valid() || g_.actor_like(s->phrase) || find(id, ArgumentRole::object) || find(id, ArgumentRole::content)) return false;
    const bool inner =
        (c.link == Link::purpose || c.link == Link::circumstance || second_verb(c)) && c.parent.valid() && s->rule == "subject.after";
    if (inner && agrees_with(c, c.parent) && g_.actor_like(subject_of(c.parent)->phrase)) {  // "left without signing the agreement"
      s->role = ArgumentRole::object;
      s->rule = "object.dropped_subject";
      return true;
    }
    c.passive = true;
    s->role = ArgumentRole::object;
    s->rule = "subject.passive_unmarked";
    return true;
  }

  /// "stormed the camp and carried out searches": a verb that goes on with "and" after another of its tense and carries what follows it.
  [[nodiscard]] bool second_verb(const Clause& c) const {
    if (c.link != Link::coordination || !c.parent.valid() || !g_.has(c.lemma, VerbClass::light)) return false;
    const Clause& first = out_.clauses[c.parent.value];
    const bool alike = g_.word(first.predicate).features.aspect() == g_.word(c.predicate).features.aspect();
    return first.kind == PredicateKind::verb && !first.passive && alike && !g_.is_speech(first.lemma);
  }

  /// "that sixty people were killed in": nothing that the verb could strike stands after it, and people before it.
  void voice_after(Clause& c, ClauseId id, Argument& s) {
    const Phrase& p = g_.mentions[s.phrase];
    const uint64_t k = g_.classes(s.phrase);
    if (!(k & bit(NounClass::person)) && p.number == kNone && p.kind != PhraseKind::name) return;
    if (k & (bit(NounClass::weapon) | bit(NounClass::violence) | bit(NounClass::vehicle) | bit(NounClass::force))) return;
    if (find(id, ArgumentRole::object) || find(id, ArgumentRole::object2) || find(id, ArgumentRole::content)) return;
    if (id.value + 1 < out_.clauses.size()) {  // "raped and killed civilians": both verbs' object
      const Clause& next = out_.clauses[id.value + 1];
      const bool joined = next.kind == PredicateKind::verb && !next.passive && next.predicate.value <= c.predicate.value + 2;
      if (joined && find(ClauseId{id.value + 1}, ArgumentRole::object)) return;
    }
    c.passive = true;
    s.role = ArgumentRole::object;
    s.rule = "subject.passive_before";
  }

  /// "the forces raided it and [she] arrested 27 young men": a feminine verb has no man after it for its subject, nor is it their passive.
  [[nodiscard]] bool before_men(const Clause& c, PhraseId after) const {
    const Features v = g_.word(c.predicate).features;
    const Word& head = g_.word(g_.mentions[after].head);
    const Lemma* l = g_.lemma(g_.mentions[after].head);
    if (v.gender() != Gender::fem || v.number() == Number::plur || !l || g_.mentions[after].kind == PhraseKind::name) return false;
    const Gender gender = head.features.gender() == Gender::none ? l->gender : head.features.gender();
    constexpr uint64_t kMen = bit(NounClass::person) | bit(NounClass::nationality);
    return gender == Gender::masc && (l->classes & kMen) && !(l->classes & bit(NounClass::plural));
  }

  /// "killed were ten soldiers, most of them ...": a word for some of those right before is no object.
  void some_of_subject(ClauseId id, const Argument& s) {
    Argument* o = find(id, ArgumentRole::object);
    if (!o || !o->phrase.valid() || o->clause.valid()) return;
    const WordId head = g_.mentions[o->phrase].head;
    const Lemma* l = g_.lemma(head);
    const bool some = l && (l->function == Function::quantifier || (l->classes & bit(NounClass::quantity)));
    const bool them =
        head.next().value < g_.words.words.size() && g_.word(head.next()).enclitic && g_.word(head.next()).token == g_.word(head).token;
    constexpr uint32_t kNear = 6;  // words between, as "at least"
    if (!some || !them || head < g_.mentions[s.phrase].last || head.value > g_.mentions[s.phrase].last.value + kNear) return;
    o->role = ArgumentRole::annexed;
    o->rule = "apposed";
  }

  /// "besieged the men and arrested 12 of them": what counts some of those named before is struck by who did the deed before.
  [[nodiscard]] bool some_of_them(const Clause& c, PhraseId after) {
    const Phrase& p = g_.mentions[after];
    const PhraseId next{after.value + 1};
    if (c.link != Link::coordination || !c.parent.valid() || next.value >= g_.mentions.phrases.size()) return false;
    const Phrase& them = g_.mentions[next];
    const WordId of = them.preposition;
    const bool number = p.kind == PhraseKind::number || (g_.classes(after) & bit(NounClass::quantity)) != 0;
    if (!number || them.kind != PhraseKind::pronoun || !of.valid() || of != p.last || !g_.lemma(of)) return false;
    if (!(g_.lemma(of)->classes & bit(NounClass::quantity))) return false;
    const Argument* before = find(c.parent, ArgumentRole::subject);
    return before && before->phrase.valid() && g_.actor_like(before->phrase) && agrees_with(c, c.parent);
  }

  /// Does the verb before in the sentence do violence too, by somebody that this verb agrees with, while this one strikes no person.
  [[nodiscard]] bool goes_on(const Clause& c, ClauseId id) {
    const Argument* s = find(id, ArgumentRole::subject);
    constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::facility);
    const uint64_t classes = g_.classes(s->phrase);
    const bool somebody = g_.mentions[s->phrase].kind == PhraseKind::name && !(classes & kGround);
    if (classes & (bit(NounClass::person) | bit(NounClass::role)) || somebody || g_.mentions[s->phrase].number != kNone) return false;
    for (size_t i = id.value; i-- > 0 && i + 6 > id.value;) {
      const Clause& k = out_.clauses[i];
      if (k.sentence != c.sentence) return false;
      if (k.kind != PredicateKind::verb) continue;
      const Argument* before = find(ClauseId::at(i), ArgumentRole::subject);
      return (g_.verb_classes(k.lemma) & bit(VerbClass::violence)) && before && before->phrase.valid() && g_.actor_like(before->phrase) &&
             g_.agrees(g_.word(c.predicate), before->phrase, false);
    }
    return false;
  }

  /// "visited Damascus and met its leader": a verb of meeting that goes on with "and" after somebody's act and has one party only after it
  /// has whom he meets; it takes two.
  void goes_on_meeting(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::verb || c.passive || c.link != Link::coordination || !c.parent.valid() || !meets(c.lemma)) return;
    Argument* s = find(id, ArgumentRole::subject);
    if (!s || s->rule != "subject.after" || !s->phrase.valid() || !g_.actor_like(s->phrase)) return;
    if (g_.word(c.predicate.next()).enclitic || find(id, ArgumentRole::object)) return;
    for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role == ArgumentRole::oblique && a.rule == "oblique.governed" && a.phrase.valid() && g_.actor_like(a.phrase)) return;
    }
    const Clause& up = out_.clauses[c.parent.value];
    const Argument* before = find(c.parent, ArgumentRole::subject);
    if (up.kind != PredicateKind::verb || up.passive || !before || !before->phrase.valid() || !g_.actor_like(before->phrase)) return;
    if (!agrees_with(c, c.parent)) return;
    s->role = ArgumentRole::object;
    s->rule = "object.dropped_subject";
  }

  /// Does a verb that takes an object have a noun that is a meeting.
  [[nodiscard]] bool meets(LemmaId verb) const {
    if (!verb.valid() || !(g_.government_of(verb) & government::kObject)) return false;
    const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(verb).frames);
    return std::any_of(frames.begin(), frames.end(), [&](uint32_t f) { return g_.lexicon.frames[f].event == EventType::consult; });
  }

  /// Does the verb, or the one behind the noun, back or accept something: "its support of the committee's request" is for no purpose.
  [[nodiscard]] bool judges(LemmaId lemma) const {
    if (!lemma.valid()) return false;
    const Lemma& l = g_.lexicon.lemma(lemma);
    const auto any = [&](Slice list) {
      const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, list);
      return std::any_of(frames.begin(), frames.end(), [&](uint32_t f) {
        const EventType t = g_.lexicon.frames[f].event;
        return t == EventType::support || t == EventType::agree;
      });
    };
    return any(l.frames) || (l.base != kNone && any(g_.lexicon.lemma(LemmaId{l.base}).frames));
  }

  /// "threatened to shell the troops": what is annexed to the deed that somebody threatens, promises or wants is whom it strikes; who does
  /// it is who threatens.
  void struck(const Clause& c, ClauseId id) {
    constexpr uint64_t kOwn = bit(VerbClass::say_threaten) | bit(VerbClass::say_promise) | bit(VerbClass::intend) | bit(VerbClass::attempt);
    if (c.kind != PredicateKind::masdar || !c.parent.valid()) return;
    const Clause& up = out_.clauses[c.parent.value];
    constexpr uint64_t kAgain = bit(VerbClass::phase_continue) | bit(VerbClass::phase_begin);
    const bool again = c.link == Link::light && g_.has(c.lemma, VerbClass::say_ask) && up.kind != PredicateKind::masdar &&
                       (g_.verb_classes(up.lemma) & kAgain);  // "renewed his call on the parties to"
    if (c.link != Link::argument && !again) return;
    if (up.kind == PredicateKind::noun || up.passive || (!(g_.verb_classes(up.lemma) & kOwn) && !again)) return;
    if (!(g_.government_of(c.lemma) & government::kObject) || find(id, ArgumentRole::object)) return;
    Argument* s = find(id, ArgumentRole::subject);
    const Argument* doer = find(c.parent, ArgumentRole::subject);
    if (!s || s->rule != "annexed.subject" || g_.mentions[s->phrase].kind == PhraseKind::pronoun || !doer) return;
    s->role = ArgumentRole::object;
    s->rule = "annexed.object";
  }

  /// "the abduction by an armed group of the envoy": what is annexed to a transitive verbal noun does it where "of" right after it names a
  /// man it is done to.
  void done_to(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::violence)) return;
    Argument* whose = find(id, ArgumentRole::object);
    if (!whose || whose->rule != "annexed.object" || !whose->phrase.valid() || find(id, ArgumentRole::subject)) return;
    constexpr uint64_t kBodies = bit(NounClass::force) | bit(NounClass::armed) | bit(NounClass::organisation) | bit(NounClass::group);
    if (!(g_.classes(whose->phrase) & kBodies)) return;
    const auto [first, last] = range_of(id);
    for (size_t d = first; d < last; ++d) {
      Clauses::Draft& draft = out_.drafts[d];
      const Argument& a = draft.argument;
      if (a.role != ArgumentRole::oblique || a.preposition != g_.lexicon.clitic("li") || !a.phrase.valid() || a.clause.valid()) continue;
      if (g_.mentions[a.phrase].preposition != g_.mentions[whose->phrase].last || !one_man(a.phrase)) continue;
      whose->role = ArgumentRole::subject;
      whose->rule = "annexed.subject.with_object";
      draft.clause = id;
      draft.argument.role = ArgumentRole::object;
      draft.argument.rule = "object.li";
      note_drafts();
      return;
    }
  }

  /// A definite person, no people or body that something else could belong to.
  [[nodiscard]] bool one_man(PhraseId p) const {
    constexpr uint64_t kMan = bit(NounClass::person) | bit(NounClass::role);
    constexpr uint64_t kMany = bit(NounClass::force) | bit(NounClass::group) | bit(NounClass::organisation) | bit(NounClass::place);
    const uint64_t k = g_.classes(p);
    return (k & kMan) && !(k & kMany) && g_.mentions[p].kind != PhraseKind::pronoun;
  }

  /// Light and phase verbs hand tense, negation and phase down to the event they carry.
  void fold(Clause& c, ClauseId id) {
    (void)id;
    if (c.link != Link::light || !c.parent.valid() || c.kind == PredicateKind::verb) return;
    const Clause& v = out_.clauses[c.parent.value];
    const uint64_t k = g_.verb_classes(v.lemma);
    if (c.tense == Tense::none) c.tense = v.tense;
    c.negated = c.negated || v.negated;
    if (c.modality == Modality::none) c.modality = v.modality;
    if (k & bit(VerbClass::phase_begin)) c.phase = Phase::begin;
    if (k & bit(VerbClass::phase_continue)) c.phase = Phase::ongoing;
    if (k & bit(VerbClass::phase_stop)) c.phase = Phase::stop;
    if (k & bit(VerbClass::phase_near)) c.phase = Phase::near;
    if (v.phase != Phase::none && c.phase == Phase::none) c.phase = v.phase;
  }

  /// "the jets targeted in a series of raids the militias": what seems annexed to the means is the object of the verb that lacks one, as
  /// the raids are its subject's.
  void struck_by(const Clause& v, ClauseId id) {
    if (v.kind != PredicateKind::verb || v.passive || !(g_.verb_classes(v.lemma) & bit(VerbClass::violence))) return;
    if (!(g_.government_of(v.lemma) & government::kObject) || find(id, ArgumentRole::object)) return;
    const Argument* s = find(id, ArgumentRole::subject);
    if (!s || !s->phrase.valid()) return;
    const auto [first, last] = range_of(id);
    for (size_t d = first; d < last; ++d) {
      Clauses::Draft& draft = out_.drafts[d];
      const Clause& means = out_.clauses[draft.clause.value];
      if (draft.argument.rule != "annexed.subject" || !means.phrase.valid() || means.kind == PredicateKind::verb) continue;
      if (!g_.mentions[draft.argument.phrase].definite || !(g_.classes(means.phrase) & bit(NounClass::violence))) continue;
      const PhraseId outer = g_.mentions[means.phrase].attachment == Attachment::annexed ? g_.mentions[means.phrase].outer : means.phrase;
      const WordId by = outer.valid() ? g_.mentions[outer].preposition : WordId::none();
      if (!by.valid() || g_.word(by).lemma != g_.lexicon.clitic("bi") || by < v.predicate || !hangs_on(draft.clause, id)) continue;
      if (g_.mentions[draft.argument.phrase].kind == PhraseKind::pronoun) continue;
      draft.clause = id;
      draft.argument.role = ArgumentRole::object;
      draft.argument.rule = "object.after_means";
      note_drafts();
      return;
    }
  }

  [[nodiscard]] bool hangs_on(ClauseId c, ClauseId on) const {
    for (int steps = 0; steps < 3 && c.valid(); ++steps, c = out_.clauses[c.value].parent)
      if (c == on) return true;
    return false;
  }

  /// The object of a light verb in a relative clause is an event before it: its doer is the verb's subject.
  void carried_before(const Clause& v, ClauseId id) {
    if (v.link != Link::relative || !(g_.verb_classes(v.lemma) & (bit(VerbClass::light) | bit(VerbClass::light_bi)))) return;
    const Argument* o = find(id, ArgumentRole::object);
    const Argument* s = find(id, ArgumentRole::subject);
    if (!o || !s || !o->phrase.valid() || o->rule != "relative.object") return;
    const ClauseId event = out_.clause_of[g_.mentions[o->phrase].head.value];
    if (!event.valid() || event >= id || find(event, ArgumentRole::subject) || extra_subject(event)) return;
    add(event, *s, "subject.light_relative");
    if (out_.clauses[event.value].tense == Tense::none) out_.clauses[event.value].tense = v.tense;
  }

  void subject(Clause& c, ClauseId id) {
    of_purpose(c, id);
    if (c.link == Link::light && c.parent.valid() && g_.has(out_.clauses[c.parent.value].lemma, VerbClass::suffer))
      return suffered(id, c.parent);
    if (before_thing(c, id)) return;
    if (find(id, ArgumentRole::subject) || extra_subject(id) || spoken(c, id) || after_li(c, id) || came_from(c, id)) return;
    if (!c.parent.valid()) return dropped_across(c, id);
    const ClauseId up = c.parent;
    const Clause& p = out_.clauses[up.value];
    const uint64_t k = g_.verb_classes(p.lemma);
    if (c.link == Link::light && (k & bit(VerbClass::happen))) return;
    if (c.passive || stopped_act(c, id)) return;
    const bool part = c.link == Link::content || c.link == Link::argument || c.link == Link::light;
    if (const ClauseId before = joined_deed(c, id); before.valid()) return copy(id, before, "subject.shared");
    if (part && is_subject(id, up)) return;  // "the raid led to": not its own doer
    if ((k & bit(VerbClass::oblige)) && !find(up, ArgumentRole::subject) && (c.link == Link::content || c.link == Link::argument))
      return void(asked(id, up));  // "it is a duty of the state to"
    if (part && (k & bit(VerbClass::intend)) && wanted_of(id, up)) return;
    if (part && (k & (bit(VerbClass::say_ask) | bit(VerbClass::cause) | bit(VerbClass::let)))) {
      if ((k & bit(VerbClass::let)) && p.tense != Tense::past && c.modality == Modality::none) c.modality = Modality::possible;
      if (after_time(c) || asked(id, up) || c.kind == PredicateKind::verb || !could_do(up)) return;
      if (k & bit(VerbClass::decide)) return copy(id, up, "subject.ordered");  // "ordered the withdrawal of"
      if ((k & bit(VerbClass::say_ask)) && !p.passive && to_protest(c, id) && !one_person(subject_of(up)->phrase))
        copy(id, up, "subject.calls");
      return;
    }
    if ((k & bit(VerbClass::say_accuse)) && c.link == Link::argument && c.kind == PredicateKind::masdar) return accused(id, up);
    if ((k & bit(VerbClass::say_threaten)) && warned(c, id, up)) return;
    if (c.link == Link::content && able(id, up)) return;
    constexpr uint64_t kControl = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                                  bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_near) |
                                  bit(VerbClass::modal) | bit(VerbClass::intend) | bit(VerbClass::attempt) | bit(VerbClass::say_promise) |
                                  bit(VerbClass::say_threaten) | bit(VerbClass::say_deny) | bit(VerbClass::own);
    switch (c.link) {
      case Link::light:
        return could_do(up) ? copy(id, up, "subject.control") : void();
      case Link::argument:
        if (k & kControl & ~(g_.is_speech(p.lemma) ? bit(VerbClass::light_bi) : 0)) {
          if (after_time(c) || beside_act(c, up) || !could_do(up)) return;
          copy(id, up, "subject.control");
          if ((k & bit(VerbClass::own)) && c.tense == Tense::none) c.tense = p.tense;  // "will take part in"
        } else if (manner(c, id, up)) {
          copy(id, up, "subject.manner");
        } else if (announced_way(c, id, up)) {
          copy(id, up, "subject.announced");
        } else if (went_into(c, id, up)) {
          copy(id, up, "subject.went_into");
        } else if (aim(c, id, up)) {
          copy(id, up, "subject.aim");
        }
        return;
      case Link::annexed:
        if (of_acts(id, up)) return copy(id, p.parent, "subject.acts_of");
        if ((k & kControl) || (p.phrase.valid() && (g_.classes(p.phrase) & bit(NounClass::event)))) {
          const Argument* s = subject_of(up);
          if (!s || s->clause == id || aside(c, p, (k & kControl) != 0)) return;
          if (could_do(up)) copy(id, up, "subject.annexed_chain");
          if (c.tense == Tense::none) c.tense = p.tense;
          if (c.modality == Modality::none) c.modality = p.modality;
        }
        return;
      case Link::purpose:
        return copy(id, up, "subject.purpose");
      case Link::content:
      case Link::coordination:
      case Link::circumstance:
      case Link::speech:
        if (c.kind == PredicateKind::verb) {
          dropped_before(c, id);
          return;
        }
        if (c.link == Link::coordination && c.kind == PredicateKind::masdar && p.kind == PredicateKind::verb) return;
        if (c.link == Link::circumstance && c.kind == PredicateKind::participle) return copy(id, whose_state(c), "subject.dropped");
        return copy(id, up, c.link == Link::coordination ? "subject.shared" : "subject.dropped");
      default:
        if (c.kind == PredicateKind::verb && !condition_for_other(c, id, up)) dropped_before(c, id);
    }
  }

  /// "marched in order to call on the government": what is annexed to a transitive verbal noun of purpose is its object where somebody
  /// else does what the noun is for.
  void of_purpose(const Clause& c, ClauseId id) {
    Argument* annexed = find(id, ArgumentRole::subject);
    Argument* asked = find(id, ArgumentRole::object);
    if (!annexed && asked && asked->rule == "annexed.object" && g_.has(c.lemma, VerbClass::say_ask) &&
        g_.word(c.predicate).features.number() != Number::plur)  // not "the calls of the public"
      annexed = asked;
    if (c.kind != PredicateKind::masdar || !c.parent.valid() || !annexed || !annexed->phrase.valid()) return;
    if (annexed != asked && (annexed->rule != "annexed.subject" || asked)) return;
    if (!(g_.government_of(c.lemma) & government::kObject)) return;
    const WordId to = g_.mentions[c.phrase].preposition;
    const Clause& up = out_.clauses[c.parent.value];
    if (up.kind == PredicateKind::participle || judges(up.lemma)) return;
    const bool decides = g_.has(up.lemma, VerbClass::decide) || g_.has(up.lemma, VerbClass::intend);  // "decided to ask the government for"
    if (!decides && (!to.valid() || g_.is_speech(up.lemma))) return;
    const bool decided =
        g_.has(c.lemma, VerbClass::say_ask) && (decides || g_.word(to).lemma == g_.lexicon.clitic("bi"));  // "ruled to oblige the ministry"
    if (!decided && !(to.valid() && g_.word(to).lemma == g_.lexicon.clitic("li"))) return;
    const Argument* s = subject_of(c.parent);
    if (!s || !s->phrase.valid() || s->phrase == annexed->phrase) return;
    if (annexed != asked && g_.mentions[annexed->phrase].kind == PhraseKind::pronoun) return;
    if (!g_.actor_like(s->phrase) && !(g_.classes(s->phrase) & bit(NounClass::quantity))) return;
    if (annexed != asked) annexed->rule = "annexed.object.of_purpose";
    annexed->role = ArgumentRole::object;
    Argument doer = *s;
    add(id, doer, "subject.of_purpose");
  }

  /// "a sudden withdrawal of the forces": after an indefinite verbal noun that takes no object "of" names who does it.
  bool after_li(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::masdar || !c.phrase.valid() || g_.mentions[c.phrase].definite) return false;
    if (g_.government_of(c.lemma) & government::kObject) return false;
    for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.clause.valid()) continue;
      const WordId li = g_.mentions[a.phrase].preposition;
      if (a.preposition != g_.lexicon.clitic("li") || li != g_.mentions[c.phrase].last || g_.governs(c.lemma, li)) continue;
      if (!g_.actor_like(a.phrase) || (g_.classes(a.phrase) & bit(NounClass::place))) continue;
      Argument doer = a;
      doer.role = ArgumentRole::subject;
      doer.preposition = {};
      add(id, doer, "subject.li");
      return true;
    }
    return false;
  }

  /// The words that a clause is said in: the last verb before that says something of others, or "his words" of whom somebody quotes; none
  /// where nobody is known to speak. "As he said it" quotes nothing that follows.
  [[nodiscard]] ClauseId quoted_by(const Clause& c, ClauseId id) {
    constexpr uint32_t kTries = 12;
    for (uint32_t i = id.value, tries = 0; i-- > 0 && tries < kTries; ++tries) {
      const Clause& k = out_.clauses[i];
      if (k.sentence.value + 1 < c.sentence.value) break;
      if (k.link == Link::relative || !g_.is_speech(k.lemma) || g_.word(k.predicate).features.person() == Person::first) continue;
      const bool verb = k.kind == PredicateKind::verb, words = k.kind == PredicateKind::masdar && !g_.has(k.lemma, VerbClass::say_ask);
      const bool its_object = k.predicate.next().value < g_.words.words.size() && g_.word(k.predicate.next()).enclitic &&
                              g_.word(k.predicate.next()).token == g_.word(k.predicate).token;
      if (words ? !its_object : its_object || !(verb || k.kind == PredicateKind::participle)) continue;
      const Argument* s = subject_of(ClauseId{i});
      if (s && s->phrase.valid() && acts(s->phrase)) return ClauseId{i};
      if (verb) break;
    }
    return {};
  }

  /// "he said: we saved": a verb of the first person goes on with whoever speaks.
  bool spoken(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::verb || g_.word(c.predicate).features.person() != Person::first) return false;
    const ClauseId who = quoted_by(c, id);
    if (who.valid()) copy(id, who, "subject.speaker");
    return who.valid();
  }

  /// "he said: "I discussed ..."": the perfect of the first person is written as that of "she"; where nobody before is she, he speaks.
  bool spoken_of_self(const Clause& c, ClauseId id) {
    const Features f = g_.word(c.predicate).features;
    if (c.link != Link::root && c.link != Link::speech) return false;
    if (f.aspect() != Aspect::perf || f.person() != Person::third || f.gender() != Gender::fem || f.number() == Number::plur) return false;
    const ClauseId who = quoted_by(c, id);
    if (!who.valid() || out_.clauses[who.value].sentence != c.sentence) return false;
    const Phrase& p = g_.mentions[subject_of(who)->phrase];
    if (!(g_.classes(subject_of(who)->phrase) & (bit(NounClass::person) | bit(NounClass::role))) && p.kind == PhraseKind::noun)
      return false;
    copy(id, who, "subject.speaker");
    return true;
  }

  /// "said after talks with his counterpart": who speaks or acts before, at or after a meeting with somebody is at it.
  bool came_from(const Clause& c, ClauseId id) {
    if (c.kind == PredicateKind::verb || !c.phrase.valid() || !c.parent.valid() || !(g_.classes(c.phrase) & bit(NounClass::meeting)))
      return false;
    constexpr uint64_t kWhen = bit(NounClass::time) | bit(NounClass::meeting);  // Time=After, Time=During in ar/particles.tsv
    const WordId after = g_.mentions[c.phrase].preposition;
    if (!after.valid() || !g_.lemma(after) || !(g_.lemma(after)->classes & kWhen) || !with_somebody(id)) return false;
    const Clause& p = out_.clauses[c.parent.value];
    const Argument* s = subject_of(c.parent);
    if (p.kind != PredicateKind::verb || p.passive || g_.has(p.lemma, VerbClass::happen)) return false;
    if (!s || !s->phrase.valid() || s->clause == id || !g_.actor_like(s->phrase)) return false;
    copy(id, c.parent, "subject.came_from");
    return true;
  }

  /// Names a meeting one party only: "with his counterpart", not "between the two" or "in Rabat".
  [[nodiscard]] bool with_somebody(ClauseId id) const {
    constexpr uint64_t kOthers = bit(NounClass::place) | bit(NounClass::plural) | bit(NounClass::time);
    bool with = false;
    for (uint32_t d = first_draft_[id.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role != ArgumentRole::oblique) return false;
      const uint64_t k = a.preposition.valid() ? g_.lexicon.lemma(a.preposition).classes : 0;
      if (k & bit(NounClass::plural)) return false;
      with = with || (a.rule == "oblique.governed" && !(k & kOthers));
    }
    return with;
  }

  /// "to stop the rebels' attacks": who stops an act is who does it.
  bool stopped_act(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::phase_stop)) return false;
    const Argument* act = find(id, ArgumentRole::object);
    if (!act || !act->clause.valid() || act->clause == id) return false;
    const Argument* s = find(act->clause, ArgumentRole::subject);
    if (!s || !s->phrase.valid() || !g_.actor_like(s->phrase)) return false;
    const bool asked = g_.has(out_.clauses[c.parent.value].lemma, VerbClass::say_ask);
    if (g_.mentions[s->phrase].kind == PhraseKind::pronoun && !asked) return false;  // who threatens to stop his own is named already
    add(id, *s, "subject.of_stopped_act");
    return true;
  }

  /// The clause whose subject an adverbial participle tells of: the one it hangs on; but the nearest around it that says something where
  /// that verb is inflected for somebody else ("the leader wrote that they are planning an attack, threatening ..."), or where the
  /// participle says something too and stands after a comma ("she said the forces held out, praising ...").
  [[nodiscard]] ClauseId whose_state(const Clause& c) {
    const bool goes_on = g_.is_speech(c.lemma) && after_comma(c.predicate);
    for (ClauseId at = c.parent; at.valid(); at = out_.clauses[at.value].parent) {
      const Clause& up = out_.clauses[at.value];
      const bool speech = g_.is_speech(up.lemma) && !(goes_on && said_by_thing(at));
      if (!inflected_for_another(up, c) && (speech || (at == c.parent && !goes_on))) return at;
    }
    return goes_on ? speaker_before(c) : c.parent;
  }

  /// The last verb before in the sentence that says something of others and is inflected as the participle; else what that hangs on.
  [[nodiscard]] ClauseId speaker_before(const Clause& c) {
    for (uint32_t i = c.parent.value, tries = 0; i-- > 0 && tries < 12; ++tries) {
      const Clause& k = out_.clauses[i];
      if (k.sentence != c.sentence) break;
      if (k.kind != PredicateKind::verb || k.link == Link::relative || k.passive || !g_.is_speech(k.lemma)) continue;
      const Argument* s = subject_of(ClauseId{i});
      if (s && s->phrase.valid() && g_.actor_like(s->phrase) && !inflected_for_another(k, c)) return ClauseId{i};
    }
    return c.parent;
  }

  /// Is the subject of a verb that could say something neither somebody nor a paper: "that delay might expose ..., urging".
  [[nodiscard]] bool said_by_thing(ClauseId id) {
    const Argument* s = subject_of(id);
    if (!s || !s->phrase.valid() || g_.actor_like(s->phrase)) return false;
    return !(g_.classes(s->phrase) & (bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::protest)));
  }

  [[nodiscard]] bool after_comma(WordId w) const {
    return w.value > 0 && g_.text.one(g_.text.tokens[g_.word(w.prev()).token.value]) == ',';
  }

  /// Is the verb's doer, by its inflection, not the one that the participle agrees with.
  [[nodiscard]] bool inflected_for_another(const Clause& verb, const Clause& participle) const {
    if (verb.kind != PredicateKind::verb) return false;
    const Features v = g_.word(verb.predicate).features, p = g_.word(participle.predicate).features;
    if (p.number() != Number::sing) return false;
    return v.number() == Number::plur || (v.gender() == Gender::fem && p.gender() == Gender::masc) ||
           (v.gender() == Gender::masc && p.gender() == Gender::fem);
  }

  /// "broke off relations after the storming of": when it was says nothing of who did it.
  [[nodiscard]] bool after_time(const Clause& c) const {
    const WordId w = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
    const Lemma* l = w.valid() ? g_.lemma(w) : nullptr;
    return l && (l->classes & bit(NounClass::time)) && !(l->classes & bit(NounClass::place));
  }

  /// "the preparations go on amid a threat": an act does nothing of what only stands beside it.
  [[nodiscard]] bool beside_act(const Clause& c, ClauseId up) {
    const WordId w = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
    const Argument* s = subject_of(up);
    return w.valid() && s && s->clause.valid() && !g_.governs(out_.clauses[up.value].lemma, w);
  }

  /// "the workers announced a strike": who makes a protest known that is said to be nobody else's.
  [[nodiscard]] bool announced_protest(const Clause& c, ClauseId id, ClauseId up) {
    if (!c.phrase.valid() || g_.mentions[c.phrase].definite || !(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
    const Argument *o = find(up, ArgumentRole::object), *s = subject_of(up);
    return o && o->clause == id && s && s->phrase.valid() && g_.actor_like(s->phrase) && !(g_.classes(s->phrase) & bit(NounClass::medium));
  }

  /// "the faction announced entering the city": who makes a movement known that is said to be nobody else's.
  [[nodiscard]] bool announced_way(const Clause& c, ClauseId id, ClauseId up) {
    const Clause& p = out_.clauses[up.value];
    if (c.kind == PredicateKind::verb || p.kind != PredicateKind::verb || p.passive || !g_.has(p.lemma, VerbClass::say_assert))
      return false;
    const Argument* where = find(id, ArgumentRole::object);
    if (announced_protest(c, id, up)) return true;
    constexpr uint64_t kGround = bit(NounClass::place) | bit(NounClass::state) | bit(NounClass::facility);
    if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::motion) || g_.mentions[c.phrase].preposition.valid()) return false;
    if (!where || !where->phrase.valid() || !(g_.classes(where->phrase) & kGround)) return false;
    const Argument *o = find(up, ArgumentRole::object), *s = subject_of(up);
    return o && o->clause == id && s && s->phrase.valid() && g_.actor_like(s->phrase);
  }

  /// "answered by spraying the crowd": what somebody does by doing something.
  [[nodiscard]] bool manner(const Clause& c, ClauseId id, ClauseId up) {
    const Clause& p = out_.clauses[up.value];
    if (c.kind != PredicateKind::masdar || p.kind == PredicateKind::participle || p.passive || g_.is_speech(p.lemma) ||
        g_.has(p.lemma, VerbClass::suffer) || !(g_.government_of(c.lemma) & government::kObject))
      return false;
    const Argument* s = subject_of(up);
    if (!s || !s->phrase.valid() || s->clause == id || !g_.actor_like(s->phrase)) return false;
    const LemmaId by = g_.lexicon.clitic("bi");
    return g_.mentions[c.phrase].preposition.valid() && g_.word(g_.mentions[c.phrase].preposition).lemma == by;
  }

  /// "the abduction by a group of the envoy and the wounding of his guard": the verbal noun right before that "and" joins to this one and
  /// that has both who did it and to whom.
  [[nodiscard]] ClauseId joined_deed(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::masdar || id.value == 0 || c.predicate.value == 0) return {};
    const ClauseId before{id.value - 1};
    const Clause& k = out_.clauses[before.value];
    if (k.kind != PredicateKind::masdar || k.parent != c.parent || g_.word(c.predicate.prev()).features.upos() != Upos::cconj) return {};
    const Argument* s = find(before, ArgumentRole::subject);
    return s && s->rule == "annexed.subject.with_object" ? before : ClauseId::none();
  }

  /// Is a noun itself the subject of what it hangs on.
  [[nodiscard]] bool is_subject(ClauseId id, ClauseId up) {
    const Argument* s = find(up, ArgumentRole::subject);
    return s && s->clause == id;
  }

  /// Could the subject of a clause do another act: no "that", no list, tape or camp; but an act itself, whose doer that is then.
  [[nodiscard]] bool could_do(ClauseId up) {
    const Argument* s = subject_of(up);
    if (!s || !s->phrase.valid()) return false;
    const Lemma* l = g_.lemma(g_.mentions[s->phrase].head);
    if (!l || s->clause.valid()) return true;
    if (l->function == Function::demonstrative || l->function == Function::quantifier)  // not "all he could"; but "all of them"
      return g_.mentions[s->phrase].kind == PhraseKind::noun || g_.word(g_.mentions[s->phrase].head).article;
    constexpr uint64_t kThings = bit(NounClass::document) | bit(NounClass::statement) | bit(NounClass::place) | bit(NounClass::time) |
                                 bit(NounClass::abstract) | bit(NounClass::money) | bit(NounClass::goods);
    const uint64_t things = g_.classes(s->phrase) & kThings;
    return g_.actor_like(s->phrase) || !things || (things == bit(NounClass::place) && g_.mentions[s->phrase].definite);
  }

  /// "in cases of demonstrating", "the file of the talks": an act annexed to a noun that is no predicate is the verb's subject's only where
  /// that noun counts, plans or is it ("a series of raids").
  [[nodiscard]] bool aside(const Clause& c, const Clause& up, bool control) const {
    if (!c.phrase.valid() || (up.kind != PredicateKind::verb && control)) return false;
    const PhraseId outer = g_.mentions[c.phrase].outer;
    if (!outer.valid() || outer == up.phrase || g_.mentions[outer].attachment == Attachment::coordinated) return false;
    constexpr uint64_t kCarries = bit(NounClass::quantity) | bit(NounClass::event) | bit(NounClass::planned) | bit(NounClass::violence) |
                                  bit(NounClass::protest) | bit(NounClass::meeting) | bit(NounClass::negation);
    if (up.kind != PredicateKind::verb) return (g_.classes(outer) & bit(NounClass::abstract)) && !(g_.classes(outer) & kCarries);
    const bool object = !g_.mentions[outer].preposition.valid();  // "pursues a policy of neglect"
    return !object && !(g_.classes(outer) & kCarries) && g_.word(g_.mentions[outer].head).features.upos() != Upos::adj;
  }

  /// "their taking part in acts of violence", "called on the rebels to stop acts of violence": who does what a noun for acts holds is who
  /// takes part in them, begins them, or is asked to stop them.
  [[nodiscard]] bool of_acts(ClauseId id, ClauseId up) {
    constexpr uint64_t kOwn = bit(VerbClass::own) | bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::phase_begin) |
                              bit(VerbClass::phase_continue);
    const Clause& acts = out_.clauses[up.value];
    if (acts.kind == PredicateKind::verb || !acts.parent.valid() || !acts.phrase.valid() || !is_subject(id, up)) return false;
    const uint64_t classes = g_.classes(acts.phrase), own = g_.classes(out_.clauses[id.value].phrase);
    constexpr uint64_t kPhases = bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) | bit(VerbClass::phase_begin);
    if (!(classes & bit(NounClass::event)) || ((classes | own) & bit(NounClass::meeting)) || (g_.verb_classes(acts.lemma) & kPhases))
      return false;
    const bool part = acts.link == Link::argument || acts.link == Link::light || acts.link == Link::annexed;
    const Clause& over = out_.clauses[acts.parent.value];
    if (!part || over.passive || g_.has(over.lemma, VerbClass::motion) || !could_do(acts.parent) || is_subject(up, acts.parent))
      return false;
    const Argument* s = subject_of(acts.parent);
    if (s->clause.valid() || !g_.actor_like(s->phrase)) return false;
    const WordId in = g_.mentions[acts.phrase].preposition;
    const bool takes_part = g_.has(over.lemma, VerbClass::own) || g_.has(over.lemma, VerbClass::phase_stop);
    if (in.valid() && !g_.governs(over.lemma, in)) return false;                                  // "was wounded in acts of"
    if (in.valid() && !takes_part && g_.word(in).lemma != g_.lexicon.clitic("bi")) return false;  // "held an inquiry into acts of"
    return g_.has(over.lemma, VerbClass::phase_stop) ? s->rule == "subject.asked" : (g_.verb_classes(over.lemma) & kOwn) != 0;
  }

  /// "came out in a march", "the group's descent into a sit-in": who moves into a protest takes part in it.
  [[nodiscard]] bool went_into(const Clause& c, ClauseId id, ClauseId up) {
    const Clause& p = out_.clauses[up.value];
    if (!g_.has(p.lemma, VerbClass::motion) || p.passive || !c.phrase.valid() || !could_do(up)) return false;
    if (!(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
    const WordId in = g_.mentions[c.phrase].preposition;
    const Argument* s = subject_of(up);
    const bool into = in.valid() && g_.lemma(in) && (g_.lemma(in)->classes & bit(NounClass::place));
    return (into || (in.valid() && g_.word(in).lemma == g_.lexicon.clitic("bi"))) && s->clause != id && g_.actor_like(s->phrase);
  }

  /// "the opposition's march to demand": what a noun's act is to say, where that has a doer.
  [[nodiscard]] bool aim(const Clause& c, ClauseId id, ClauseId up) {
    const Clause& p = out_.clauses[up.value];
    constexpr uint64_t kActs = bit(NounClass::event) | bit(NounClass::protest) | bit(NounClass::violence) | bit(NounClass::planned);
    if (p.kind == PredicateKind::verb || c.kind != PredicateKind::masdar || !c.phrase.valid() || !p.phrase.valid()) return false;
    if (!(g_.classes(p.phrase) & kActs) || g_.is_speech(p.lemma)) return false;
    if (!g_.is_speech(c.lemma) && !(g_.classes(c.phrase) & bit(NounClass::protest))) return false;
    const WordId to = g_.mentions[c.phrase].preposition;
    if (!to.valid() || g_.word(to).lemma != g_.lexicon.clitic("li")) return false;
    const Argument* s = subject_of(up);
    return s && s->phrase.valid() && s->clause != id && g_.actor_like(s->phrase);
  }

  [[nodiscard]] bool extra_subject(ClauseId id) const { return subject_at_[id.value] != kNone; }

  [[nodiscard]] const Argument* subject_of(ClauseId id) {
    if (const Argument* a = find(id, ArgumentRole::subject)) return a;
    return extra_subject(id) ? &extra_[subject_at_[id.value]].argument : nullptr;
  }

  [[nodiscard]] bool agrees_with(const Clause& c, ClauseId up) {
    const Argument* s = subject_of(up);
    return s && s->phrase.valid() && g_.agrees(g_.word(c.predicate), s->phrase, false);
  }

  void copy(ClauseId id, ClauseId up, std::string_view rule) {
    const Argument* s = subject_of(up);
    if (!s || s->clause == id) return;  // an act is not its own doer
    Argument a = *s;
    add(id, a, rule);
  }

  /// The one who is asked or allowed does what is asked for; false where nobody is.
  bool asked(ClauseId id, ClauseId up) {
    if (const Argument* o = find(up, ArgumentRole::object); o && o->phrase.valid() && o->clause != id && g_.actor_like(o->phrase)) {
      Argument copy = *o;
      copy.role = ArgumentRole::subject;
      add(id, copy, "subject.asked");
      return true;
    }
    if (g_.has(out_.clauses[up.value].lemma, VerbClass::cause)) return false;  // "led to the death of six, among them": no doer
    for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role != ArgumentRole::oblique || !a.phrase.valid() || a.clause == id || !g_.actor_like(a.phrase)) continue;
      const bool where = a.preposition.valid() && (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::place));
      if (where && (g_.classes(a.phrase) & bit(NounClass::facility))) continue;  // "called before the embassy for"
      const bool of = a.preposition.valid() && a.preposition == g_.lexicon.clitic("li");
      if (of && !g_.governs(out_.clauses[up.value].lemma, g_.mentions[a.phrase].preposition)) continue;  // "demanded justice for"
      Argument copy = a;
      copy.role = ArgumentRole::subject;
      copy.preposition = {};
      add(id, copy, "subject.asked");
      return true;
    }
    return false;
  }

  /// "wants from Israel a freeze of": who is to do what somebody wants of him.
  bool wanted_of(ClauseId id, ClauseId up) {
    const LemmaId wants = out_.clauses[up.value].lemma;
    for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role != ArgumentRole::oblique || !a.phrase.valid() || !a.preposition.valid() || !g_.actor_like(a.phrase)) continue;
      if (g_.mentions[a.phrase].first > out_.clauses[id.value].predicate) continue;
      if (!(g_.lexicon.lemma(a.preposition).classes & bit(NounClass::quantity))) continue;  // "from"
      if (!g_.governs(wants, g_.mentions[a.phrase].preposition)) continue;
      Argument doer = a;
      doer.role = ArgumentRole::subject;
      doer.preposition = {};
      add(id, doer, "subject.asked");
      return true;
    }
    return false;
  }

  /// A single man, not a party, a crowd or a state.
  [[nodiscard]] bool one_person(PhraseId p) const {
    const Features f = g_.word(g_.mentions[p].head).features;
    if (g_.mentions[p].kind == PhraseKind::pronoun) return f.number() != Number::plur && f.gender() != Gender::fem;
    return (g_.classes(p) & (bit(NounClass::person) | bit(NounClass::role))) && f.number() != Number::plur &&
           g_.mentions[p].number == kNone;
  }

  /// "called for a march", "called for going out in marches": who calls for a protest, and on nobody, holds it.
  [[nodiscard]] bool to_protest(const Clause& c, ClauseId id) const {
    const auto protest = [&](const Clause& k) { return k.phrase.valid() && (g_.classes(k.phrase) & bit(NounClass::protest)); };
    if (protest(c)) return true;
    if (c.kind != PredicateKind::masdar || !g_.has(c.lemma, VerbClass::motion) || id.value + 1 >= out_.clauses.size()) return false;
    const Clause& next = out_.clauses[id.value + 1];
    return next.parent == id && protest(next) && g_.mentions[next.phrase].preposition == g_.mentions[c.phrase].last;
  }

  /// "accused the army of killing": the object did it.
  void accused(ClauseId id, ClauseId up) {
    const PhraseId deed = out_.clauses[id.value].phrase;
    const Argument* o = find(up, ArgumentRole::object);
    if (!o || !o->phrase.valid() || o->clause == id || !g_.actor_like(o->phrase)) return;
    if (!deed.valid() || !g_.mentions[deed].preposition.valid() || g_.word(g_.mentions[deed].preposition).lemma != g_.lexicon.clitic("bi"))
      return;
    Argument copy = *o;
    copy.role = ArgumentRole::subject;
    add(id, copy, "subject.accused");
  }

  /// "warned Washington of any attack": a power that is warned of an act, not threatened with it, is who might do it.
  bool warned(const Clause& c, ClauseId id, ClauseId up) {
    if (c.kind != PredicateKind::masdar || c.link != Link::argument || out_.clauses[up.value].passive) return false;
    const WordId of = c.phrase.valid() ? g_.mentions[c.phrase].preposition : WordId::none();
    if (!of.valid() || g_.word(of).lemma == g_.lexicon.clitic("bi")) return false;
    const Argument* o = find(up, ArgumentRole::object);
    if (!o || !o->phrase.valid() || o->clause == id || !g_.actor_like(o->phrase)) return false;
    constexpr uint64_t kPowers = bit(NounClass::state) | bit(NounClass::force) | bit(NounClass::organisation);
    const WordId after = g_.mentions[o->phrase].head.next();
    const bool own = after < g_.mentions[o->phrase].last && g_.word(after).enclitic;  // "its citizens"
    if (own || (g_.mentions[o->phrase].kind != PhraseKind::name && !(g_.classes(o->phrase) & kPowers))) return false;
    Argument copy = *o;
    copy.role = ArgumentRole::subject;
    add(id, copy, "subject.warned");
    return true;
  }

  /// "threatened Hamas with war if it doesn't", "will lift the sanctions on Iran if she agrees": who must do what a condition asks is whom
  /// the threat is made to; or, where the verb is feminine, a state beside a person who is not known to be a woman.
  bool condition_for_other(const Clause& c, ClauseId id, ClauseId up) {
    if (c.link != Link::condition && c.link != Link::condition_unless) return false;
    const Clause& main = out_.clauses[up.value];
    const Argument* s = subject_of(up);
    if (!s || !s->phrase.valid() || main.passive) return false;
    const bool threat = g_.has(main.lemma, VerbClass::say_threaten);
    const PhraseKind kind = g_.mentions[s->phrase].kind;
    const bool woman = kind != PhraseKind::name && kind != PhraseKind::pronoun;
    const bool she = g_.word(c.predicate).features.gender() == Gender::fem && !woman && !g_.feminine_name(g_.mentions[s->phrase]);
    for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (!a.phrase.valid() || a.clause.valid() || a.phrase == s->phrase || !g_.agrees(g_.word(c.predicate), a.phrase, false)) continue;
      const bool whom = threat && a.role == ArgumentRole::object && g_.actor_like(a.phrase);
      const bool state = she && (a.role == ArgumentRole::object || a.rule == "oblique.governed") && g_.feminine_name(g_.mentions[a.phrase]);
      if (!whom && !state) continue;
      Argument copy = a;
      copy.role = ArgumentRole::subject;
      copy.preposition = {};
      add(id, copy, "subject.condition");
      return true;
    }
    return false;
  }

  /// "was exposed to an attack": the subject is the victim.
  void suffered(ClauseId id, ClauseId up) {
    if (find(id, ArgumentRole::object)) return;
    for (size_t i = extra_.size(); i-- > 0 && i + 64 > extra_.size();)
      if (extra_[i].clause == id && extra_[i].argument.role == ArgumentRole::object) return;
    if (const Argument* s = subject_of(up)) {
      Argument a = *s;
      a.role = ArgumentRole::object;
      add(id, a, "object.suffered");
    }
  }

  /// "it is possible for the people to accept": who is able to do something does it.
  bool able(ClauseId id, ClauseId up) {
    if (!g_.has(out_.clauses[up.value].lemma, VerbClass::modal) || subject_of(up)) return false;
    for (uint32_t d = first_draft_[up.value]; d != kNone; d = next_draft_[d]) {
      const Argument& a = out_.drafts[d].argument;
      if (a.role != ArgumentRole::oblique || a.preposition != g_.lexicon.clitic("li") || !a.phrase.valid() || !acts(a.phrase)) continue;
      Argument doer = a;
      doer.role = ArgumentRole::subject;
      doer.preposition = {};
      add(id, doer, "subject.able");
      return true;
    }
    return false;
  }

  /// Somebody, not "that" or "this" alone.
  [[nodiscard]] bool acts(PhraseId p) const {
    if (!g_.actor_like(p)) return false;
    const Features f = g_.word(g_.mentions[p].head).features;
    return g_.mentions[p].kind != PhraseKind::pronoun || f.person() != Person::none || f.number() == Number::plur;
  }

  /// Could a verb without subject mean the one who did something else: it agrees in number too, which it doesn't before its subject, and a
  /// name is as its own verb says.
  [[nodiscard]] bool refers(const Clause& c, const Argument& s, const Clause& did) const {
    const Word& verb = g_.word(c.predicate);
    if (!g_.agrees(verb, s.phrase, false)) return false;
    const Phrase& p = g_.mentions[s.phrase];
    const uint64_t k = g_.classes(s.phrase);
    const Number v = verb.features.number(), n = g_.word(p.head).features.number();
    const Features own = g_.word(did.predicate).features;
    if (p.kind == PhraseKind::relative || (k & bit(NounClass::quantity))) return true;
    if (p.kind == PhraseKind::pronoun) return v == Number::none || n == Number::none || v == n;
    if (p.kind == PhraseKind::name) {
      const bool tells = did.kind == PredicateKind::verb && !s.inherited && own.person() == Person::third && own.number() == v;
      return v != Number::plur && (!tells || own.gender() == Gender::none || own.gender() == verb.features.gender());
    }
    constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::nationality);
    constexpr uint64_t kMany = bit(NounClass::group) | bit(NounClass::force) | bit(NounClass::plural) | bit(NounClass::organisation);
    const bool counted = p.number != kNone, row = heads_row(s.phrase);
    if (v == Number::dual) return n == Number::dual || row || counted;
    if (v == Number::plur) return n == Number::plur || counted || row || (k & kMany) != 0;
    return !(k & kHuman) || (n != Number::plur && n != Number::dual && !counted);
  }

  [[nodiscard]] bool heads_row(PhraseId first) const {
    for (uint32_t i = first.value + 1; i < g_.mentions.phrases.size() && i < first.value + 8; ++i)
      if (g_.mentions.phrases[i].attachment == Attachment::coordinated && g_.mentions.phrases[i].outer == first) return true;
    return false;
  }

  /// Does the clause stand in another of that link which doesn't hold the other clause too.
  [[nodiscard]] bool apart(ClauseId inner, ClauseId from, Link link) const {
    for (int steps = 0; steps < 6 && inner.valid(); ++steps, inner = out_.clauses[inner.value].parent) {
      if (out_.clauses[inner.value].link != link) continue;
      ClauseId at = from;
      for (int up = 0; up < 8 && at.valid() && at != inner; ++up) at = out_.clauses[at.value].parent;
      if (at != inner) return true;
    }
    return false;
  }

  /// How much a verb without subject speaks for the doer of a clause before it: the nearer, the plainer a doer, and not out of a clause
  /// that only tells what somebody is or says.
  [[nodiscard]] int points(const Clause& c, ClauseId id, ClauseId before, const Argument& s) const {
    constexpr int kParent = 9, kNoun = -6, kAside = -9, kSaid = -5, kSpeaker = 6, kPlace = -8, kSentence = -4;
    const Clause& k = out_.clauses[before.value];
    const bool speech = g_.is_speech(c.lemma);
    constexpr uint64_t kSomebody = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::state) | bit(NounClass::organisation) |
                                   bit(NounClass::force) | bit(NounClass::group);
    const uint64_t classes = g_.classes(s.phrase);
    int out = -int(id.value - before.value);
    if (before == c.parent) out += kParent;
    if (k.kind != PredicateKind::verb) out += kNoun;
    if (apart(before, id, Link::relative)) out += kAside;
    if (speech && apart(before, id, Link::content)) out += kSaid;
    if (speech && k.kind == PredicateKind::verb && g_.is_speech(k.lemma)) out += kSpeaker;
    if (speech && (classes & bit(NounClass::place)) && !(classes & kSomebody)) out += kPlace;
    if (k.sentence != c.sentence) out += kSentence;
    return out;
  }

  /// The clause whose doer a verb without subject most likely goes on with, of those from `first`; none where nothing agrees.
  template <typename May>
  ClauseId likeliest(const Clause& c, ClauseId id, const May& may) {
    constexpr int kThing = -12;  // what can't speak
    ClauseId best;
    int most = -1000;
    for (size_t i = id.value; i-- > 0 && i + 14 > id.value;) {
      const ClauseId before = ClauseId::at(i);
      const Argument* s = subject_of(before);
      if (!may(before)) continue;
      if (!s || !s->phrase.valid() || s->clause == id || !refers(c, *s, out_.clauses[i])) continue;
      const bool somebody = !s->clause.valid() && acts(s->phrase);
      if (!somebody && before != c.parent) continue;
      const int n = points(c, id, before, *s) + (somebody || !g_.is_speech(c.lemma) ? 0 : kThing);
      if (n > most) most = n, best = before;
    }
    return best;
  }

  /// "met the leaders, where they criticised": a plural verb that agrees with no doer means people who were met or asked.
  bool of_people_named(const Clause& c, ClauseId id) {
    constexpr uint64_t kHuman = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::nationality);
    const Features v = g_.word(c.predicate).features;
    const bool condition = c.link == Link::condition || c.link == Link::condition_unless;  // "won't free them unless they withdraw"
    if (v.number() != Number::plur || v.person() == Person::first || condition) return false;
    for (size_t i = id.value; i-- > 0 && i + 6 > id.value && out_.clauses[i].sentence == c.sentence;) {
      for (uint32_t d = first_draft_[i]; d != kNone; d = next_draft_[d]) {
        const Argument& a = out_.drafts[d].argument;
        const bool whom = a.role == ArgumentRole::object || (a.role == ArgumentRole::oblique && a.rule == "oblique.governed");
        if (!whom || !a.phrase.valid() || a.clause.valid() || g_.mentions[a.phrase].kind != PhraseKind::noun) continue;
        if (!(g_.classes(a.phrase) & kHuman) || g_.word(g_.mentions[a.phrase].head).features.number() != Number::plur) continue;
        Argument doer = a;
        doer.role = ArgumentRole::subject;
        doer.preposition = {};
        add(id, doer, "subject.dropped_people");
        return true;
      }
    }
    return false;
  }

  /// A verb without subject goes on with a doer before it in the sentence that it agrees with.
  bool dropped_before(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::verb || c.passive) return false;
    const ClauseId best = likeliest(c, id, [&](ClauseId k) { return out_.clauses[k.value].sentence == c.sentence; });
    if (!best.valid()) return of_people_named(c, id) || spoken_of_self(c, id);
    copy(id, best, best == c.parent && c.link == Link::coordination ? "subject.shared" : "subject.dropped");
    return true;
  }

  /// Is the verb one of those that only somebody does: it speaks, judges, agrees, asks; nothing that only happens or strikes.
  [[nodiscard]] bool done_by_people(LemmaId verb) const {
    constexpr uint64_t kMayHappen = bit(VerbClass::light) | bit(VerbClass::light_bi) | bit(VerbClass::happen) | bit(VerbClass::suffer) |
                                    bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) | bit(VerbClass::phase_stop) |
                                    bit(VerbClass::phase_near) | bit(VerbClass::cause) | bit(VerbClass::modal);
    const bool moves = g_.has(verb, VerbClass::motion);  // "aid arrived"; but only somebody attends a meeting
    if (g_.verb_classes(verb) & kMayHappen) return false;
    const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(verb).frames);
    return !frames.empty() && std::all_of(frames.begin(), frames.end(), [&](uint32_t f) {
      const EventType t = g_.lexicon.frames[f].event;
      if (moves) return t == EventType::consult;
      return t != EventType::assault && t != EventType::threaten && t != EventType::mobilize && t != EventType::retreat &&
             t != EventType::protest;
    });
  }

  /// Opens the sentence with what is done by saying something: "And he refused", "backed", "blamed".
  [[nodiscard]] bool done_in_words(const Clause& c) const {
    const WordId first = g_.words.first_of[g_.text.sentences[c.sentence.value].first.value];
    if (c.predicate.value > first.value + 2 || g_.word(c.predicate).features.aspect() != Aspect::perf) return false;
    const auto frames = g_.lexicon.slice(g_.lexicon.frame_refs, g_.lexicon.lemma(c.lemma).frames);
    return !frames.empty() && std::all_of(frames.begin(), frames.end(), [&](uint32_t f) {
      const EventType t = g_.lexicon.frames[f].event;
      return t == EventType::reject || t == EventType::accuse || t == EventType::support || t == EventType::request;
    });
  }

  /// "And he backed the right of": a thing after a verb that only somebody does is its object, where somebody before it agrees with it.
  bool before_thing(const Clause& c, ClauseId id) {
    Argument* s = find(id, ArgumentRole::subject);
    if (c.kind != PredicateKind::verb || c.passive || !s || s->rule != "subject.after" || !s->phrase.valid() || !c.lemma) return false;
    if (!(g_.government_of(c.lemma) & government::kObject) || !done_by_people(c.lemma)) return false;
    if (g_.word(c.predicate.next()).enclitic || find(id, ArgumentRole::object) || find(id, ArgumentRole::content)) return false;
    constexpr uint64_t kOthers = bit(NounClass::protest) | bit(NounClass::medium) | bit(NounClass::force) | bit(NounClass::quantity);
    constexpr uint64_t kVoices = kOthers | bit(NounClass::statement) | bit(NounClass::document);
    const bool tells = g_.is_speech(c.lemma) && !g_.has(c.lemma, VerbClass::say_deny);  // a report tells and asks; it refuses nothing
    const bool inside = c.link == Link::relative || (c.link == Link::content && out_.clauses[c.parent.value].link == Link::relative);
    const Phrase& p = g_.mentions[s->phrase];
    const bool thing = !inside && p.kind == PhraseKind::noun && p.name == kNone && g_.lemma(p.head) && !g_.actor_like(s->phrase);
    if (!thing || (g_.classes(s->phrase) & (tells ? kVoices : kOthers))) return false;
    s->role = ArgumentRole::object;
    const std::string_view rule = s->rule;
    s->rule = "object.dropped_subject";
    if (c.parent.valid())
      dropped_before(c, id);
    else
      dropped_across(c, id);
    if (extra_subject(id)) return true;
    s->role = ArgumentRole::subject;
    s->rule = rule;
    return false;
  }

  /// Does a sentence that opens with this verb go on about the one whose deed opened the sentence before: "The minister left. And he will
  /// visit ...".
  [[nodiscard]] bool takes_up(const Clause& c, ClauseId before) const {
    const Clause& k = out_.clauses[before.value];
    const WordId first = g_.words.first_of[g_.text.sentences[c.sentence.value].first.value];
    return c.predicate.value <= first.value + 2 && k.link == Link::root && !g_.is_speech(k.lemma);
  }

  /// A verb without subject at the beginning of a sentence goes on with the one before: "And he added".
  void dropped_across(const Clause& c, ClauseId id) {
    if (c.kind != PredicateKind::verb || c.passive || id.value == 0) return;
    if (dropped_before(c, id) || c.link != Link::root) return;
    const ClauseId best = likeliest(c, id, [&](ClauseId before) {
      const Clause& k = out_.clauses[before.value];
      if (k.kind != PredicateKind::verb || k.sentence == c.sentence || k.sentence.value + 1 < c.sentence.value) return false;
      if (k.lemma == c.lemma && k.link == Link::content) return true;  // "... that they arrested ten. They also arrested"
      if (k.link != Link::root && k.link != Link::coordination) return false;
      return (g_.is_speech(k.lemma) && (g_.is_speech(c.lemma) || done_in_words(c))) || takes_up(c, before);
    });
    if (best.valid()) copy(id, best, "subject.dropped_across");
  }

 public:
  void finish() { out_.drafts.insert(out_.drafts.end(), extra_.begin(), extra_.end()); }

 private:
  const Grammar& g_;
  Clauses& out_;
  std::vector<Clauses::Draft> extra_;
  std::vector<uint32_t> subject_at_;   // per clause, its subject among extra_
  std::vector<uint32_t> first_draft_;  // per clause; kNone: it has none
  std::vector<uint32_t> next_draft_;   // per draft, the next of its clause
};

}  // namespace

void inherit(const Grammar& g, Clauses& out) {
  Inheritance i(g, out);
  i.run();
  i.finish();
}

}  // namespace isnad
