// Whom it was done to or said of, where the roles of the frame name nobody or the clause took him for another.
#include <algorithm>

#include "event/coder.h"

namespace isnad {
namespace {

constexpr uint32_t kInside = 8;  // how many clauses on what one holds is looked for
constexpr uint32_t kAfter = 12;  // how many phrases after a title the object may stand
constexpr uint32_t kBack = 16;   // how many clauses back a speaker is looked for

}  // namespace

/// Is the phrase definite, or the last of what it is annexed to: "the leaders of the movement".
bool Coder::definite(PhraseId p) const {
  bool known = g_.mentions[p].definite;
  for (uint32_t i = p.value + 1; !known && i < g_.mentions.phrases.size() && i < p.value + 4; ++i) {
    const Phrase& inner = g_.mentions.phrases[i];
    if (inner.attachment != Attachment::annexed || inner.outer.value + 1 != i) return false;
    known = inner.definite || inner.kind != PhraseKind::noun;
  }
  return known;
}

/// Is the phrase somebody, no place, and nobody of the record's actors.
bool Coder::other_party(const Event& e, PhraseId p) const {
  const EntityId x = entities_.entity_of[p.value];
  if (!g_.actor_like(p) || !x.valid() || entities_[x].kind == EntityKind::place) return false;
  const Phrase& own = g_.mentions[p];
  if (!definite(p) && own.kind == PhraseKind::noun && entities_[x].country.empty()) return false;  // "victims fell"
  return !among(e.fillers[0], x);
}

/// Is a phrase after "and" an act, where the one before is somebody: "against women, and assaults". It is no party then; nor is a bare
/// word after a name, which may be a name itself.
bool Coder::act_beside(PhraseId first, PhraseId next) const {
  if (!g_.actor_like(first) || g_.actor_like(next) || g_.is_predicate(first) || !g_.is_predicate(next)) return false;
  const Phrase& p = g_.mentions[next];
  const Lemma* l = g_.lemma(p.head);
  const Entity* x = entity(next);
  if (p.kind != PhraseKind::noun || !l || l->upos != Upos::noun || (x && (!x->country.empty() || x->sector != Sector::none))) return false;
  return p.last.value > p.head.value + 1 || g_.word(p.head).article || g_.mentions[first].kind == PhraseKind::noun;
}

/// The masdar right after one by "and", which has the complement of both: "its support and aid to X"; none where the first has somebody
/// of its own, unless the other takes him up ("the state's standing and its solidarity with").
ClauseId Coder::twin(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::masdar || !k.phrase.valid()) return {};
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + 3; ++i) {
    const Clause& t = clauses_.clauses[i];
    if (t.sentence != k.sentence) return {};
    if (t.kind != PredicateKind::masdar || t.link != Link::coordination || t.parent != c || !t.phrase.valid()) continue;
    const Phrase &a = g_.mentions[k.phrase], &b = g_.mentions[t.phrase];
    if (b.first.value > a.last.value + 1) return {};
    const auto annexed = [this](PhraseId of) -> const Phrase* {
      const PhraseId inner{of.value + 1};
      const bool inside = inner.value < g_.mentions.phrases.size() && g_.mentions[inner].outer == of;
      return inside && g_.mentions[inner].attachment == Attachment::annexed ? &g_.mentions[inner] : nullptr;
    };
    const Phrase *mine = annexed(k.phrase), *its = annexed(t.phrase);
    const bool pronoun = its && its->kind == PhraseKind::pronoun;
    return !mine || mine->kind == PhraseKind::pronoun || pronoun ? ClauseId{i} : ClauseId::none();
  }
  return {};
}

/// Who is urged, where the clause took him for the subject: many people right after a verb that has whom it urges for its object ("and
/// urged the people to"), or people of whoever asks ("he called on his soldiers to").
PhraseId Coder::urged(ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::verb || k.passive || !g_.has(k.lemma, VerbClass::say_ask)) return {};
  if (g_.word(k.predicate).features.person() != Person::third || clauses_.find(k, ArgumentRole::object)) return {};
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  if (!s || !s->phrase.valid() || s->rule != "subject.after") return {};
  const Phrase& p = g_.mentions[s->phrase];
  if (p.kind != PhraseKind::noun || !g_.actor_like(s->phrase) || p.first.value != k.predicate.value + 1) return {};
  bool to = false, on = false;  // what they are asked; and after "on", which such verbs take beside an object
  for (const Argument& a : clauses_.arguments_of(k)) {
    const Lemma* l = a.preposition.valid() ? &g_.lexicon.lemma(a.preposition) : nullptr;
    to = to || a.role == ArgumentRole::content || (a.role == ArgumentRole::oblique && !a.inherited);
    on = on ||
         (l && l->preposition && (l->classes & bit(NounClass::planned)) && (g_.government_of(k.lemma) & government::of(l->preposition)));
  }
  if (!(g_.government_of(k.lemma) & government::kObject) || !to) return {};
  constexpr uint64_t kMany = bit(NounClass::plural) | bit(NounClass::group);
  if (g_.word(p.head).features.kase() == Case::nom) return {};
  const bool plural = g_.word(p.head).features.number() == Number::plur;
  const bool many = plural || (g_.classes(s->phrase) & kMany);
  const Word& last = g_.word(p.last.prev());
  const bool his = plural && last.enclitic && last.features.person() == Person::third;
  return his || (on && many) ? s->phrase : PhraseId::none();
}

/// Who urges then: the subject of the verb before it by "and", else the last before who said something, if the verb agrees with him.
PhraseId Coder::urger(ClauseId c) const {
  const Clause& k = clauses_[c];
  const Word& verb = g_.word(k.predicate);
  const auto subject = [&](ClauseId at) {
    const Argument* s = clauses_.find(clauses_[at], ArgumentRole::subject);
    const bool fits = s && s->phrase.valid() && g_.actor_like(s->phrase) && g_.agrees(verb, s->phrase, false);
    return fits ? s->phrase : PhraseId::none();
  };
  if (k.link == Link::coordination && k.parent.valid())
    if (const PhraseId p = subject(k.parent); p.valid()) return p;
  for (uint32_t i = c.value; i-- > 0 && i + kBack > c.value;) {
    const Clause& before = clauses_.clauses[i];
    if (before.sentence.value + 1 < k.sentence.value) return {};
    if (before.kind != PredicateKind::verb || before.passive || !g_.is_speech(before.lemma)) continue;
    if (const PhraseId p = subject(ClauseId{i}); p.valid()) return p;
  }
  return {};
}

/// Puts whom a verb without a subject asks where he belongs, and looks for who asks.
void Coder::object_for_subject(Event& e, ClauseId c) {
  if (e.type != EventType::request || e.fillers[0].count == 0) return;
  const PhraseId whom = urged(c);
  if (!whom.valid() || entities_[out_.fillers[e.fillers[0].first]].phrase != whom) return;
  e.fillers[1] = e.fillers[0];
  e.fillers[0].count = 0;
  for (size_t i = out_.evidence.size(); i-- > 0 && out_.evidence_of[i] == e.serial;)
    if (out_.evidence[i].field == Field::actor) out_.evidence[i].field = Field::recipient, out_.evidence[i].rule = "recipient.urged";
  if (const PhraseId who = urger(c); who.valid()) give(e, Slot::actor, who, "actor.spoke_before");
}

/// Nobody is on both sides by the same words: whom a preposition or a clause around names did it ("complaints from residents"), whom the
/// noun itself has for its complement suffered it ("the killing of a youth by beating", where how it was done looks like an object).
void Coder::one_role(Event& e) const {
  if (e.fillers[0].count == 0 || e.fillers[1].count == 0) return;
  const EntityId who = out_.fillers[e.fillers[0].first], whom = out_.fillers[e.fillers[1].first];
  if (entities_[who].phrase != entities_[whom].phrase || who != whom) return;  // "between both" are two
  std::string_view rule;
  for (size_t i = out_.evidence.size(); i-- > 0 && out_.evidence_of[i] == e.serial;)
    if (out_.evidence[i].field == Field::recipient) rule = out_.evidence[i].rule;
  const bool done = e.type == EventType::assault || e.type == EventType::coerce;
  const bool suffered = rule == "annexed.subject.with_object" || (done && rule.starts_with("annexed.")) || rule == "subject.dropped";
  const bool thing = e.fillers[2].count > 0;  // "Washington's freezing of assets": what it was done to is named beside him
  e.fillers[suffered && !thing ? 0 : 1].count = 0;
}

/// "the minister, General X, called on the parties to": a person between commas right after the verb's subject, a title without its name.
bool Coder::between_commas(PhraseId subject, PhraseId object) const {
  const Phrase &title = g_.mentions[subject], &name = g_.mentions[object];
  const bool one = title.kind == PhraseKind::noun && title.definite && g_.word(title.head).features.number() == Number::sing &&
                   (g_.classes(subject) & bit(NounClass::role));
  if (!one) return false;
  for (uint32_t i = subject.value + 1; i < object.value; ++i) {  // has his name already, or a day stands between
    const Phrase& p = g_.mentions[PhraseId{i}];
    if (p.kind == PhraseKind::date || (p.attachment == Attachment::apposed && g_.titled(PhraseId{i}) == subject)) return false;
  }
  constexpr uint32_t kComplement = 8;  // words that may stand between a title and its name
  return name.first.value <= title.last.value + kComplement && g_.comma(name.first.prev()) && g_.comma(name.last);
}

/// Has the person a name of his own here: the phrase is one, or one stands right after his title.
bool Coder::named(PhraseId p) const {
  if (g_.mentions[p].kind == PhraseKind::name) return true;
  for (uint32_t i = p.value + 1; i < g_.mentions.phrases.size() && g_.mentions.phrases[i].first <= g_.mentions[p].last; ++i)
    if (g_.mentions.phrases[i].attachment == Attachment::apposed && g_.titled(PhraseId{i}) == p &&
        g_.mentions.phrases[i].kind == PhraseKind::name)
      return true;
  return false;
}

/// "Sheikh X, deputy ruler, minister of defence received in the capital the president of": a title right after the verb's subject, a
/// person, is his too where another stands after it whom the verb has for its object; and where nobody does, if he has a name of two words
/// that nobody knows, or a title without name before a name with one ("the chairman, deputy X").
bool Coder::title_goes_on(PhraseId subject, PhraseId object, bool other) const {
  const Phrase &who = g_.mentions[subject], &title = g_.mentions[object];
  const Entity* x = entity(subject);
  if (title.first != who.last || !x || x->kind != EntityKind::person || !(g_.classes(object) & bit(NounClass::role))) return false;
  if (who.kind == PhraseKind::noun && g_.word(who.head).features.number() != Number::sing) return false;
  if (!title.definite || title.kind != PhraseKind::noun || g_.word(title.last.prev()).enclitic) return false;
  const bool his = named(subject), its = named(object);
  if (his && its) return false;
  if (other) return true;
  if (his) return who.kind == PhraseKind::name && x->actor == kNone && !x->antecedent.valid() && who.last.value > who.first.value + 1;
  return its && who.kind == PhraseKind::noun && who.definite && (g_.classes(subject) & bit(NounClass::role)) && g_.word(title.head).article;
}

/// The next party after a title, with only more titles, days and places between; a person only after a comma or day, and no bare name,
/// which may be whose the title is.
PhraseId Coder::party_after(const Event& e, PhraseId title) const {
  WordId end = g_.mentions[title].last;
  for (uint32_t i = title.value + 1; i < g_.mentions.phrases.size() && i < title.value + kAfter; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.sentence != g_.mentions[title].sentence || p.kind == PhraseKind::relative) return {};
    if (p.first < end || p.kind == PhraseKind::date || p.preposition.valid() || p.attachment != Attachment::none) continue;
    const Lemma* l = g_.lemma(p.head);
    if (p.kind != PhraseKind::name && l && l->upos == Upos::adj) return {};
    for (WordId w = end; w < p.first; w = w.next()) {
      const Upos u = g_.word(w).features.upos();
      if ((u == Upos::verb && !in_date(w)) || u == Upos::sconj || (u == Upos::cconj && w.next() == p.first)) return {};
    }
    const TokenId before{g_.word(p.first).token.value - 1};
    const bool pause = g_.comma(p.first.prev()) || in_date(p.first.prev());
    if (!pause && g_.word(p.first.prev()).token < before) return {};  // in brackets
    const Entity* x = entity(PhraseId{i});
    const bool person = x && x->kind == EntityKind::person && g_.word(p.head).features.number() != Number::plur;
    if (person && !pause && p.first == end && (g_.classes(PhraseId{i}) & bit(NounClass::role)) && !named(PhraseId{i})) {
      end = p.last;  // his titles go on
      continue;
    }
    if (person && (!pause || p.kind == PhraseKind::name)) return {};
    return other_party(e, PhraseId{i}) ? PhraseId{i} : PhraseId::none();
  }
  return {};
}

/// A person right after the verb's subject who is the subject himself, by a name or another title, is no object. Whom the verb has for its
/// object follows.
void Coder::name_for_object(Event& e, ClauseId c) {
  const Clause& k = clauses_[c];
  const Argument* s = clauses_.find(k, ArgumentRole::subject);
  const Argument* o = clauses_.find(k, ArgumentRole::object);
  if (k.kind != PredicateKind::verb || e.fillers[1].count == 0 || !s || !o || s->rule != "subject.after" || o->rule != "object.after")
    return;
  if (!s->phrase.valid() || !o->phrase.valid() || entities_[out_.fillers[e.fillers[1].first]].phrase != o->phrase) return;
  constexpr uint64_t kPerson = bit(NounClass::person) | bit(NounClass::role);
  const Entity* x = entity(o->phrase);
  const bool person = (g_.classes(o->phrase) & kPerson) || (x && x->kind == EntityKind::person);
  if (!person || g_.word(g_.mentions[o->phrase].head).features.number() == Number::plur) return;
  const PhraseId next = party_after(e, o->phrase);
  if (!between_commas(s->phrase, o->phrase) && !title_goes_on(s->phrase, o->phrase, next.valid())) return;
  e.fillers[1].count = 0;
  if (next.valid()) give(e, Slot::recipient, next, "recipient.after_name");
}

/// Whose act is asked to stop, or whose forces to leave: "called for an end of the army's attack", "for the withdrawal of the foreign
/// forces".
PhraseId Coder::stopped(const Event& e, ClauseId c) const {
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (k.kind != PredicateKind::masdar || !inside(ClauseId{i}, c, kArguments)) continue;
    const bool leaves = g_.names(k.lemma, bit(EventType::retreat));
    for (const Argument& a : clauses_.arguments_of(k)) {
      if (!a.phrase.valid() || !other_party(e, a.phrase)) continue;
      const ClauseId act{i + 1};  // "the use of force"
      const bool use =
          act.value < clauses_.clauses.size() && clauses_[act].parent == ClauseId{i} && g_.has(clauses_[act].lemma, VerbClass::light);
      if (a.rule == "subject.of_stopped_act" && !use) return a.phrase;
      if (leaves && a.rule == "annexed.object" && (g_.classes(a.phrase) & bit(NounClass::force))) return a.phrase;
    }
  }
  return {};
}

/// Whom somebody met, after where and when: "during his meeting, yesterday, with"; "his reception in the capital on Sunday of the
/// minister". Who tells of it stands before.
PhraseId Coder::met_after_pause(const Event& e, ClauseId c) const {
  const Clause& k = clauses_[c];
  if (k.kind != PredicateKind::masdar || !k.phrase.valid() || !(g_.government_of(k.lemma) & government::kObject)) return {};
  const PhraseId his{k.phrase.value + 1};
  if (his.value >= g_.mentions.phrases.size()) return {};
  const Phrase& own = g_.mentions[his];
  if (own.kind != PhraseKind::pronoun || own.outer != k.phrase) return {};
  const Argument* s = k.parent.valid() ? clauses_.find(clauses_[k.parent], ArgumentRole::subject) : nullptr;
  bool between = false;  // a time or place
  for (uint32_t i = his.value + 1; i < g_.mentions.phrases.size() && i < his.value + kAfter; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    if (p.sentence != k.sentence || p.kind == PhraseKind::relative) return {};
    if (p.attachment != Attachment::none) continue;
    const Lemma* l = p.preposition.valid() ? g_.lemma(p.preposition) : nullptr;
    const bool where =
        l && (l->classes & bit(NounClass::place)) && ((l->classes & bit(NounClass::facility)) || !g_.actor_like(PhraseId{i}));
    if (p.kind == PhraseKind::date || where || (g_.classes(PhraseId{i}) & bit(NounClass::direction))) {
      between = true;
      continue;
    }
    if (!between || p.preposition.valid() || !definite(PhraseId{i}) || !other_party(e, PhraseId{i})) return {};
    const bool comma = g_.comma(p.first.prev());
    return comma || (s && s->phrase.valid() && s->phrase < k.phrase) ? PhraseId{i} : PhraseId::none();
  }
  return {};
}

/// Whose the targets are that were struck: "raids on targets of the movement's", "on Iranian targets".
PhraseId Coder::whose_targets(const Event& e, ClauseId c) const {
  if (e.type != EventType::assault) return {};
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || a.rule != "oblique.governed" || a.inherited || !a.phrase.valid()) continue;
    const bool several = g_.word(g_.mentions[a.phrase].head).features.number() == Number::plur && !opposed(a.phrase);
    if (!several || !(g_.classes(a.phrase) & bit(NounClass::property)) ||
        g_.word(g_.mentions[a.phrase].preposition).lemma == g_.lexicon.clitic(Clitic::bi))
      continue;
    if (const Entity* x = entity(a.phrase); x && !x->country.empty() && x->rule == "description.adjective") return a.phrase;
    for (uint32_t i = a.phrase.value + 1; i < g_.mentions.phrases.size() && i < a.phrase.value + 4; ++i) {
      const Phrase& owner = g_.mentions.phrases[i];
      const bool of = owner.preposition == g_.mentions[a.phrase].last && owner.preposition.valid() &&
                      g_.word(owner.preposition).lemma == g_.lexicon.clitic(Clitic::li);
      if (of && g_.actor_like(PhraseId{i}) && another(e, PhraseId{i})) return PhraseId{i};
    }
  }
  return {};
}

/// To whom the paper goes in which something is asked: "demanded in a letter to the Council that".
PhraseId Coder::written_to(const Event& e, ClauseId c) const {
  for (const Argument& a : clauses_.arguments_of(clauses_[c])) {
    if (a.role != ArgumentRole::oblique || a.inherited || !a.phrase.valid() || !(g_.classes(a.phrase) & bit(NounClass::statement)))
      continue;
    const Lemma *paper = g_.lemma(g_.mentions[a.phrase].head), *in = a.preposition.valid() ? &g_.lexicon.lemma(a.preposition) : nullptr;
    if (!in || !(in->classes & (bit(NounClass::place) | bit(NounClass::time) | bit(NounClass::meeting)))) continue;
    for (uint32_t i = a.phrase.value + 1; i < g_.mentions.phrases.size() && i < a.phrase.value + 5; ++i) {
      const Phrase& p = g_.mentions.phrases[i];
      const Lemma* to = p.preposition.valid() && p.preposition == g_.mentions[a.phrase].last ? g_.lemma(p.preposition) : nullptr;
      if (!to || to->preposition == 0 || to->classes != 0 || !paper || !(paper->government & government::of(to->preposition))) continue;
      return other_party(e, PhraseId{i}) ? PhraseId{i} : PhraseId::none();
    }
  }
  return {};
}

/// Who is to do what is asked: "Washington asked that Seoul go on with".
PhraseId Coder::asked_that(const Event& e, ClauseId c) const {
  if (clauses_[c].kind == PredicateKind::noun || clauses_[c].passive) return {};
  for (const Argument& a : clauses_.arguments_of(clauses_[c]))  // "asked of us that"
    if (a.role == ArgumentRole::oblique && a.preposition.valid() && (g_.lexicon.lemma(a.preposition).classes & bit(NounClass::quantity)))
      return {};
  for (uint32_t i = c.value + 1; i < clauses_.clauses.size() && i < c.value + kInside; ++i) {
    const Clause& k = clauses_.clauses[i];
    if (k.sentence != clauses_[c].sentence) return {};
    if (k.parent != c || k.link != Link::content) continue;
    if (k.kind != PredicateKind::verb || k.passive || g_.has(k.lemma, VerbClass::copula) || g_.has(k.lemma, VerbClass::oblige)) return {};
    const Argument* s = clauses_.find(k, ArgumentRole::subject);
    if (!s || s->inherited || s->rule != "subject.after" || !s->phrase.valid() || !other_party(e, s->phrase)) return {};
    return s->phrase;
  }
  return {};
}

/// Whom the roles of the frame didn't name.
void Coder::targets(Event& e, ClauseId c) {
  if (e.fillers[1].count) return;
  if (const PhraseId p = whose_targets(e, c); p.valid()) return give(e, Slot::recipient, p, "recipient.whose_targets");
  const std::string_view mode = mode_name(e.mode);
  PhraseId p;
  if (e.type == EventType::request)
    if (p = written_to(e, c); p.valid()) return give(e, Slot::recipient, p, "recipient.written_to");
  if (e.type == EventType::request && mode == "yield")
    if (p = stopped(e, c); p.valid()) return give(e, Slot::recipient, p, "recipient.of_stopped_act");
  if (e.type == EventType::request)
    if (p = asked_that(e, c); p.valid()) return give(e, Slot::recipient, p, "recipient.asked_that");
  if (e.type == EventType::consult)
    if (p = met_after_pause(e, c); p.valid()) give(e, Slot::recipient, p, "recipient.after_pause");
}

}  // namespace isnad
