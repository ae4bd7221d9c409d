// Transition costs between coarse tags, written by hand from Arabic syntax, and the search.
#include "morph/choose.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "morph/arabic.h"

namespace isnad {
namespace {

constexpr int kTags = int(Tag::count_);

/// What the la- of consequences costs after "if it were" in the sentence, and without that.
constexpr int kConsequence = -5, kNoConsequence = 40;

/// Rows: left tag; columns: right tag. 0 usual; 30 and more: hardly ever.
// clang-format off
constexpr int16_t kTransition[kTags][kTags] = {
//   bnd nou adj nam prf imp prp cnj cpl rel ngp neg prn num adv vpt qua sub sta
    {0,  2,  9,  1,  0,  2,  0,  0,  1,  6,  0,  1,  0,  1,  1,  0,  1,  0,  0},  // boundary
    {0,  2,  0,  2,  5,  4,  0,  0,  3,  1,  4,  4,  4,  2,  2,  5,  4,  1,  0},  // noun
    {0,  6,  2,  4,  5,  4,  0,  0,  3,  1,  4,  4,  4,  3,  2,  5,  5,  1,  0},  // adjective
    {0,  4,  3,  0,  4,  3,  0,  0,  3,  2,  3,  3,  4,  3,  2,  4,  5,  1,  0},  // name
    {2,  0, 10,  0, 16, 14,  0,  2,  1,  8, 12, 10,  3,  1,  1, 10,  1,  2,  0},  // perfect
    {2,  0, 10,  0, 16, 14,  0,  2,  1,  8, 12, 10,  3,  1,  1, 10,  1,  2,  0},  // imperfect
    {12,  0, 14,  0, 30, 30, 12, 12,  3,  4, 20, 10,  0,  0,  8, 20,  0, 12,  0},  // preposition
    {4,  1,  4,  1,  1,  1,  1, 10,  1,  5,  1,  1,  1,  1,  1,  1,  1,  1,  0},  // conjunction
    {8,  0, 12,  0,  7,  0,  2,  8,  8,  6,  4,  1,  0,  1,  4,  6,  0,  2,  0},  // complementiser
    {6,  4,  8,  4,  0,  0,  1,  8,  8, 14,  0,  0,  2,  4,  3,  0,  6,  4,  0},  // relative
    {30, 30, 30, 30, 26,  0, 30, 30, 30, 30, 30, 30, 30, 30, 20, 30, 30, 30,  0},  // negation_past
    {10,  2,  6,  8,  8,  0,  6, 12, 12, 12, 12, 14,  6,  8,  6, 10,  6, 10,  0},  // negation
    {2,  1,  5,  2,  2,  1,  1,  2,  3,  2,  2,  2,  6,  3,  2,  2,  5,  2,  0},  // pronoun
    {1,  0,  4,  5,  5,  5,  0,  0,  4,  4,  5,  5,  5,  2,  3,  6,  6,  4,  0},  // number
    {0,  2,  5,  2,  2,  2,  1,  2,  2,  4,  2,  2,  3,  2,  3,  2,  3,  2,  0},  // adverb
    {14, 20, 20, 20,  0,  0, 20, 20, 20, 20, 12, 10, 20, 20, 10, 20, 20, 20,  0},  // verbal_particle
    {6,  0, 10,  4, 14, 14,  6,  8, 10,  1, 12, 10,  2,  2,  8, 14,  6, 10,  0},  // quantifier
    {6,  3, 10,  3,  0,  0,  2,  8,  1,  8,  0,  0,  1,  4,  2,  0,  3,  8,  0},  // subordinator
    {0,  1,  9,  1,  0,  2,  0,  0,  1,  6,  0,  1,  0,  1,  1,  0,  1,  0,  0},  // start of a sentence
};
// clang-format on

bool nominal(Tag t) { return t == Tag::noun || t == Tag::adjective || t == Tag::name; }

/// How a noun and the bare nominal after it go together: annexation, adjective, apposition.
int nominal_pair(const Face& left, const Face& right) {
  int cost = 0;
  if (right.tag == Tag::adjective) {
    const bool same = left.tag == Tag::name || left.definite == right.definite || left.state == State::construct;
    const bool fits = same && left.gender == right.gender && right.gender != Gender::none;
    if (fits && (left.tag != Tag::name || right.article)) cost -= 2;
    if (!same) cost += left.definite && !right.definite ? 6 : 3;  // "the man standing" against an annexed noun's adjective later
    const Gender g = left.gender, h = right.gender;
    if (g != Gender::none && h != Gender::none && left.number != Number::plur && g != h) cost += 4;
    if (left.number == Number::sing && right.number == Number::plur) cost += 4;
    return cost;
  }
  if (right.tag == Tag::noun) {
    if (left.definite && left.tag == Tag::noun) cost += 2;  // an annexing noun has no article
    if (left.state == State::indef)
      cost += right.time ? 4 : left.kase == Case::acc ? 6 : 3;  // written tanwin: it annexes nothing; "a raid at dawn"
    if (left.state == State::def && left.number != Number::sing) cost += 2;
    const bool bare = right.form == VerbForm::masdar && !right.definite && right.state != State::construct;
    if (bare && left.state == State::indef && left.kase == Case::acc) cost += 4;   // "that a fighter was killed"
    if (bare && left.tag == Tag::adjective && right.kase != Case::acc) cost += 3;  // "on the other hand dozens marched"
    const bool annexing = left.form == VerbForm::masdar && !left.definite && left.state != State::indef;
    if (annexing && right.kase == Case::nom) cost += 5;  // "since the protesters blocked", "and two soldiers were killed"
    const bool object = right.kase == Case::acc && right.state == State::indef && !right.time;
    if (object && left.form == VerbForm::masdar && !left.definite && left.state != State::indef)
      cost += 4;  // what is annexed has no tanwin
  }
  if (right.state == State::construct && right.enclitic == 0) cost += 1;
  return cost;
}

/// Agreement of a verb with the noun after it: only person and gender show.
int verb_subject(const Face& verb, const Face& right) {
  int cost = 0;
  const Number n = verb.number;
  if (verb.person != Person::third) cost += 3;
  if (n == Number::plur || n == Number::dual) cost += 4;  // before its subject a verb stands in the singular
  const bool men = right.number == Number::plur && right.gender == Gender::masc && right.kase == Case::nom;  // a sound plural
  if (right.tag == Tag::noun && men && verb.gender == Gender::fem && verb.person == Person::third) cost += 4;
  if (right.tag == Tag::noun && verb.gender != Gender::none && right.number == Number::sing && right.gender != Gender::none &&
      right.gender != verb.gender)
    cost += 2;
  return cost;
}

/// "he who stopped": unless a pronoun of the verb takes the relative up, it is the verb's subject and agrees with it. Of the feminine
/// relative the verb's doer is too often another, named behind it.
int relative_verb(const Face& relative, const Face& verb) {
  const bool finite = verb.tag == Tag::perfect || verb.tag == Tag::imperfect;
  if (verb.tag == Tag::noun && !verb.definite && relative.gender != Gender::none) return 4;
  if (!finite || relative.gender != Gender::masc || relative.number != Number::sing) return 0;
  const bool taken_up = verb.enclitic != 0 && arabic_words::kEncliticTable[verb.enclitic - 1].gender != Gender::fem;
  return !taken_up && verb.person == Person::third && verb.gender == Gender::fem ? 4 : 0;
}

Tag tag_of(const Lexicon& lexicon, const Candidate& c) {
  const Function function = c.lemma ? lexicon.lemma(c.lemma).function : Function::none;
  switch (function) {
    case Function::rel:
      return Tag::relative;
    case Function::that:
      return Tag::complementiser;
    case Function::neg_past:
      return Tag::negation_past;
    case Function::neg_future:
    case Function::future:
    case Function::qad:
      return Tag::verbal_particle;
    case Function::quantifier:
      return Tag::quantifier;
    case Function::cond_counterfactual:
      return c.stem_last - c.stem_first > 2 ? Tag::preposition : Tag::subordinator;  // "but for" the truce; "if"
    case Function::cond:
    case Function::when:
    case Function::until:
    case Function::contrast:
    case Function::concession:
      return c.features.upos() == Upos::sconj ? Tag::subordinator : Tag::adverb;
    case Function::adverb:
      if (c.features.upos() == Upos::sconj) return Tag::subordinator;
      break;
    case Function::neg:
      return c.features.upos() == Upos::verb ? Tag::perfect : Tag::negation;
    default:
      break;
  }
  switch (c.features.upos()) {
    case Upos::noun:
      return Tag::noun;
    case Upos::propn:
    case Upos::x:
      return Tag::name;
    case Upos::adj:
      return c.lemma && !c.article && (lexicon.lemma(c.lemma).classes & bit(NounClass::elative)) ? Tag::noun : Tag::adjective;
    case Upos::verb:
    case Upos::aux:
      return c.features.aspect() == Aspect::imp ? Tag::imperfect : Tag::perfect;
    case Upos::adp:
      return c.enclitic ? Tag::pronoun : Tag::preposition;
    case Upos::cconj:
    case Upos::sconj:
      return Tag::conjunction;
    case Upos::pron:
    case Upos::det:
      return Tag::pronoun;
    case Upos::num:
      return Tag::number;
    case Upos::adv:
    case Upos::part:
    case Upos::intj:
      return Tag::adverb;
    default:
      return Tag::boundary;
  }
}

/// The tag of the first word: of the joined particle, where there is one.
Tag first_tag(const Candidate& c, Tag stem) {
  if (c.proclitic != Proclitic::none) return Tag::conjunction;
  if (c.particle == Particle::emphatic) return Tag::conjunction;
  if (c.particle == Particle::la || c.particle == Particle::ma) return Tag::negation;
  if (c.particle == Particle::bi || c.particle == Particle::li || c.particle == Particle::ka)
    return c.features.upos() == Upos::verb ? Tag::imperfect : Tag::preposition;
  return stem;
}

/// "City", "province", "airport": what stands before the name of a place.
bool is_kind_of_place(const Lemma& l) { return (l.classes & (bit(NounClass::place) | bit(NounClass::facility))) != 0; }

bool is_time(const Lemma& l) { return (l.classes & bit(NounClass::time)) != 0 || l.function == Function::time; }

/// Verbs whose object is an act: they announce, ask for, propose, intend, refuse, begin, continue or stop it.
bool wants_act(const Lemma& l) {
  constexpr uint64_t kWanting = bit(VerbClass::intend) | bit(VerbClass::say_ask) | bit(VerbClass::say_propose) | bit(VerbClass::say_deny) |
                                bit(VerbClass::attempt) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue) |
                                bit(VerbClass::phase_stop) | bit(VerbClass::light) | bit(VerbClass::say_assert);
  return (l.classes & kWanting) != 0 && (l.government & government::kObject) != 0;
}

/// "A demand", "an appeal": verbal nouns of asking that are spelled as the feminine participle, with mim first.
bool asks_like_participle(const Lexicon& lexicon, LemmaId id) {
  const Lemma& l = lexicon.lemma(id);
  if (l.gender != Gender::fem || l.base == kNone || !lexicon.lemma_text(id).starts_with("\xD9\x85")) return false;
  return (lexicon.lemma(l.base).classes & bit(VerbClass::say_ask)) != 0;
}

/// Verbs whose complement is a verb in the imperfect.
bool carries_verb(const Lemma& l) {
  constexpr uint64_t kCarriers = bit(VerbClass::copula) | bit(VerbClass::phase_begin) | bit(VerbClass::phase_continue);
  return (l.classes & kCarriers) != 0;
}

}  // namespace

Face face_of(const Lexicon& lexicon, const Candidate& c) {
  Face f;
  const Features x = c.features;
  f.tag = tag_of(lexicon, c);
  f.first = first_tag(c, f.tag);
  f.gender = x.gender();
  f.number = x.number();
  f.state = x.state();
  f.kase = x.kase();
  f.mood = x.mood();
  f.person = x.person();
  f.form = x.verb_form();
  f.enclitic = uint8_t(c.enclitic & 15);
  f.definite = c.article || c.enclitic != 0 || x.upos() == Upos::propn;
  f.article = c.article;
  f.wants = c.lemma.valid() && x.upos() == Upos::verb && wants_act(lexicon.lemma(c.lemma));
  constexpr uint64_t kConfirms = bit(VerbClass::say_confirm) | bit(VerbClass::say_assert);
  f.confirms = c.lemma.valid() && x.upos() == Upos::verb && (lexicon.lemma(c.lemma).classes & kConfirms) &&
               (lexicon.lemma(c.lemma).government & government::kObject);
  f.place = f.tag == Tag::noun && !f.definite && c.lemma.valid() && is_kind_of_place(lexicon.lemma(c.lemma));
  const bool joined = f.first != f.tag && f.first != Tag::conjunction;
  f.asks = f.form == VerbForm::masdar && !f.definite && !joined && c.lemma.valid() && asks_like_participle(lexicon, c.lemma);
  f.emphatic = c.particle == Particle::emphatic;
  f.counterfactual = c.lemma.valid() && lexicon.lemma(c.lemma).function == Function::cond_counterfactual;
  f.time = c.lemma.valid() && (x.upos() == Upos::verb ? carries_verb(lexicon.lemma(c.lemma)) : is_time(lexicon.lemma(c.lemma)));
  return f;
}

int transition(const Face& left, const Face& right) {
  const Tag first = right.first;
  int cost = kTransition[int(left.tag)][int(first)];
  if (first != right.tag) cost += kTransition[int(first)][int(right.tag)];
  if (first == Tag::conjunction && first != right.tag && left.tag == Tag::boundary && right.tag == Tag::noun &&
      right.form == VerbForm::masdar && !right.definite)
    cost += 2;
  if (first == Tag::conjunction && right.tag == Tag::noun && left.tag == Tag::noun && left.enclitic != 0 && left.enclitic == right.enclitic)
    cost -= 4;  // "its stubbornness and its refusal"
  if (first == Tag::conjunction && first != right.tag && left.tag == Tag::start && right.tag == Tag::noun && !right.definite &&
      right.state != State::construct)
    cost += right.form == VerbForm::masdar ? 5 : 2;
  if (first == Tag::conjunction && first != right.tag && right.mood == Mood::jus) cost += 8;  // "and let him": rare
  if (right.asks && left.tag == Tag::boundary) cost += 30;  // "..., demanding of": rather than "a demand", spelled like it
  if (first != right.tag) return cost;
  if (right.asks && (left.tag == Tag::name || (left.definite && left.tag == Tag::noun)))
    cost += 14;  // "denounced the attack, demanding", with no comma
  if (left.tag == Tag::relative) cost += relative_verb(left, right);
  if (nominal(left.tag) && nominal(right.tag)) cost += nominal_pair(left, right);
  const bool monday = right.tag == Tag::number && right.article;  // in Arabic the number two with its article
  if (left.time && (right.time || monday) && left.tag == Tag::noun && !left.definite)
    cost -= right.tag == Tag::noun ? 6 : 7;  // "the dawn of Tuesday", "dawn yesterday"
  if ((left.tag == Tag::perfect || left.tag == Tag::imperfect) && left.enclitic == 0 && nominal(right.tag))
    cost += verb_subject(left, right);
  // news sentences begin with a verb rather than with a verbal noun spelled like it
  if (left.tag == Tag::start && right.tag == Tag::noun && !right.definite && right.state != State::construct)
    cost += right.form == VerbForm::masdar ? 5 : 2;
  if (left.tag == Tag::name && right.tag == Tag::name && !left.article && !right.article) cost -= 7;     // given name and surname
  if (left.place && left.number == Number::sing && right.tag == Tag::name && !right.article) cost -= 6;  // "the city of"
  const bool pause = left.tag == Tag::boundary;
  if (pause && right.tag == Tag::adjective && right.form == VerbForm::active_participle && !right.article)  // "..., stressing that"
    cost -= right.kase == Case::acc ? 8 : 5;
  const bool tanwin = right.kase == Case::acc && right.state == State::indef;
  const bool dual = right.number == Number::dual && right.kase == Case::nom && right.state == State::construct && right.enclitic == 0;
  if (pause && right.tag == Tag::noun && right.form == VerbForm::none && (tanwin || dual))
    cost += 6;  // "..., expressing his": rather than "a crossing" or "two" that are spelled like it
  if (right.tag == Tag::complementiser && left.form == VerbForm::active_participle && left.tag == Tag::adjective) cost -= 4;
  if (right.tag == Tag::complementiser && left.form == VerbForm::masdar && !left.definite) cost += 4;
  if (left.tag == Tag::complementiser && right.tag == Tag::noun && right.form == VerbForm::masdar && !right.definite)
    cost += 4;  // "after he offered"
  if (right.tag == Tag::adjective && right.article && kTransition[int(left.tag)][int(Tag::adjective)] >= 10)
    cost -= 7;  // with the article it may stand for a noun
  if (left.tag == Tag::preposition && right.kase == Case::nom) cost += 6;
  if (left.tag == Tag::imperfect && right.tag == Tag::perfect) cost += 4;
  const bool verb = left.tag == Tag::perfect || left.tag == Tag::imperfect;
  if (verb && left.time && right.tag == Tag::imperfect) cost -= 11;
  if (left.tag == Tag::noun && !left.definite && (right.tag == Tag::perfect || right.tag == Tag::imperfect) && right.enclitic != 0) {
    const auto& pronoun =
        arabic_words::kEncliticTable[right.enclitic - 1];  // "a demonstration which it organised": the pronoun is the noun
    const bool plural = left.number == Number::plur;
    const Gender expected = plural ? Gender::fem : left.gender;
    if (pronoun.person == Person::third && (pronoun.gender == expected || expected == Gender::none)) cost -= 7;
  }
  if (right.mood == Mood::jus && left.tag != Tag::negation_past)
    cost += left.tag != Tag::negation ? 10 : right.person == Person::third ? 6 : 0;
  return cost;
}

namespace {

bool finite(Tag t) { return t == Tag::perfect || t == Tag::imperfect; }

VerbForm asked_form(VerbForm f) { return f == VerbForm::masdar || f == VerbForm::active_participle ? f : VerbForm::none; }

/// What of a face `transition` asks for on the left; faces that are alike in it share their costs.
Face as_left(const Face& f) {
  Face v;
  v.tag = f.tag;
  v.form = asked_form(f.form);
  v.definite = f.definite && (nominal(f.tag) || f.form == VerbForm::masdar);
  if (nominal(f.tag) || f.tag == Tag::relative || finite(f.tag)) v.gender = f.gender, v.number = f.number;
  if (nominal(f.tag)) {
    v.state = f.state;
    v.kase = f.state == State::indef && f.kase == Case::acc ? Case::acc : Case::none;
    v.enclitic = f.tag == Tag::noun ? f.enclitic : 0;
    v.time = f.tag == Tag::noun && f.time;
    v.place = f.place && f.number == Number::sing;
    v.article = f.tag == Tag::name && f.article;
  } else if (finite(f.tag)) {
    v.number = f.number == Number::dual ? Number::plur : f.number;
    v.person = f.person;
    v.enclitic = f.enclitic != 0;
    v.time = f.time;
  }
  return v;
}

/// The same on the right.
Face as_right(const Face& f) {
  Face v;
  v.tag = f.tag;
  v.first = f.first;
  v.mood = f.mood == Mood::jus ? Mood::jus : Mood::none;
  const bool noun = f.tag == Tag::noun;
  if (f.first != f.tag) {  // behind a joined particle only nouns show more
    if (!noun) return v;
    v.form = asked_form(f.form);
    v.definite = f.definite;
    v.state = f.state == State::construct ? State::construct : State::none;
    v.enclitic = f.first == Tag::conjunction ? f.enclitic : 0;
    v.asks = f.asks;
    return v;
  }
  v.kase = f.kase;
  v.time = f.time;
  v.asks = f.asks;
  v.form = asked_form(f.form);
  if (finite(f.tag) || f.mood == Mood::jus) v.person = f.person;
  if (finite(f.tag)) {
    v.gender = f.gender;
    v.enclitic = f.enclitic;
  } else if (nominal(f.tag)) {
    v.gender = f.gender;
    v.number = f.number;
    v.definite = f.definite;
    v.article = f.article;
    v.state = f.tag == Tag::adjective ? State::none : f.state;
    v.enclitic = f.enclitic != 0;
  } else if (f.tag == Tag::number) {
    v.article = f.article;
  }
  return v;
}

uint64_t bits_of(const Face& f) {
  uint64_t bits = 0;
  const auto add = [&](auto value, int width) { bits = bits << width | uint64_t(value); };
  add(f.tag, 5), add(f.first, 5), add(f.gender, 2), add(f.number, 2), add(f.state, 2), add(f.kase, 2), add(f.mood, 2), add(f.person, 2);
  add(f.form, 3), add(f.enclitic, 4), add(f.definite, 1), add(f.article, 1), add(f.emphatic, 1), add(f.counterfactual, 1);
  add(f.time, 1), add(f.wants, 1), add(f.confirms, 1), add(f.place, 1), add(f.asks, 1);
  return bits;
}

/// Bits of `face_sign`: what a face tells the search. A verb that wants an act waits for it up to the next verb, clause or verbal noun.
uint8_t signs_of(const Face& f) {
  uint8_t out = 0;
  if (f.emphatic) out |= face_sign::kEmphatic;
  if (f.counterfactual) out |= face_sign::kCounterfactual;
  switch (f.tag) {
    case Tag::perfect:
    case Tag::imperfect:
      if (f.wants) out |= face_sign::kWants;
      if (f.confirms) out |= face_sign::kConfirms;
      break;
    case Tag::boundary:
    case Tag::conjunction:
    case Tag::complementiser:
    case Tag::subordinator:
    case Tag::relative:
      break;
    default:
      if (f.first != Tag::conjunction && !(f.tag == Tag::noun && f.form == VerbForm::masdar && !f.article)) out |= face_sign::kWaitsStill;
  }
  return out;
}

uint16_t number_in(std::unordered_map<uint64_t, uint32_t>& numbers, const Face& f, size_t most) {
  return uint16_t(std::min<size_t>(numbers.try_emplace(bits_of(f), uint32_t(numbers.size())).first->second, most));
}

}  // namespace

void Faces::clear() {
  faces_.clear();
  sides_.clear();
  lefts_.clear();
  rights_.clear();
  numbers_.clear();
  recent_.fill({});
  costs_.assign((kRemembered + 1) * kRow, kUnknown);
}

uint32_t Faces::number_of(const Face& f) {
  const uint64_t bits = bits_of(f);
  Recent& recent = recent_[bits * 0x9E3779B97F4A7C15 >> 52];
  if (recent.bits == bits && recent.number != kNone) return recent.number;
  const auto [at, added] = numbers_.try_emplace(bits, uint32_t(faces_.size()));
  if (added) {
    faces_.push_back(f);
    sides_.push_back({number_in(lefts_, as_left(f), kRemembered), number_in(rights_, as_right(f), kRemembered), signs_of(f)});
  }
  assert(faces_[at->second] == f);  // else a field of Face is missing in bits_of
  recent = {bits, at->second};
  return at->second;
}

/// The cost of a pair, remembered where there is room for it.
int Faces::weigh(const Weight& left, const Weight& right) {
  const Face &a = faces_[left.face], &b = faces_[right.face];
  const int cost = transition(a, b);
  assert(cost == transition(as_left(a), as_right(b)));  // else they leave out what counts
  const bool room = left.left < kRemembered && right.right < kRemembered && cost > INT8_MIN && cost <= INT8_MAX;
  if (room) costs_[left.left * kRow + right.right] = int8_t(cost);
  return cost;
}

namespace {

/// The signs of a verb that waits for an act as its object after a reading with these signs; `waits`: of the one that did before.
uint8_t waits_after(uint8_t signs, uint8_t waits) {
  const uint8_t own = signs & (face_sign::kWants | face_sign::kConfirms);
  return own || !(signs & face_sign::kWaitsStill) ? own : waits;
}

/// A finite verb in the perfect that nothing joins to the verb before, which wants an act: rather the verbal noun that is spelled like it
/// ("Turkey intends launching an operation", "the king stressed his refusal"). Only descriptions of indefinite nouns stand so.
int unjoined_verb(const Face& left, const Face& right, uint8_t waits) {
  if (right.tag != Tag::perfect || right.first != Tag::perfect || right.person != Person::third) return 0;
  if (!(waits & (right.enclitic ? face_sign::kConfirms : face_sign::kWants))) return 0;
  if (right.enclitic != 0 && arabic_words::kEncliticTable[right.enclitic - 1].person != Person::third) return 0;
  const bool determined = left.tag == Tag::name || left.tag == Tag::pronoun || (nominal(left.tag) && left.definite);
  return determined ? 8 : 0;
}

}  // namespace

void choose(MorphWorkspace& w, bool opening) {
  const size_t tokens = w.tokens.size();
  w.base.resize(tokens + 1);
  w.base[0] = 0;
  for (size_t t = 0; t < tokens; ++t) w.base[t + 1] = w.base[t] + w.tokens[t].count;
  w.best.resize(w.base[tokens]);
  w.from.resize(w.base[tokens]);
  w.waits.resize(w.base[tokens]);
  w.chosen.resize(tokens);
  if (tokens == 0) return;
  Face before;
  before.tag = opening ? Tag::start : Tag::boundary;
  const Weight start = w.pool.faces.weight(w.pool.faces.number_of(before), 0);
  for (uint32_t c = 0; c < w.tokens[0].count; ++c) {
    const Weight& right = w.pool.weights[w.tokens[0].first + c];
    w.best[c] = right.cost + w.pool.faces.cost(start, right) + (right.signs & face_sign::kEmphatic ? kNoConsequence : 0);
    w.waits[c] = waits_after(right.signs, 0);
  }
  int emphatic = kNoConsequence;
  const auto opens = [&w](size_t t) {
    for (uint32_t c = 0; c < w.tokens[t].count; ++c)
      if (w.pool.weights[w.tokens[t].first + c].signs & face_sign::kCounterfactual) return true;
    return false;
  };
  if (opens(0)) emphatic = kConsequence;
  for (size_t t = 1; t < tokens; ++t) {
    const Weight* left = &w.pool.weights[w.tokens[t - 1].first];
    const uint32_t lefts = w.tokens[t - 1].count;
    const int32_t* paths = &w.best[w.base[t - 1]];
    const uint8_t* waits = &w.waits[w.base[t - 1]];
    for (uint32_t c = 0; c < w.tokens[t].count; ++c) {
      const Weight right = w.pool.weights[w.tokens[t].first + c];
      int32_t best = std::numeric_limits<int32_t>::max();
      uint32_t from = 0;
      for (uint32_t p = 0; p < lefts; ++p) {
        int32_t cost = paths[p] + w.pool.faces.cost(left[p], right);
        if (waits[p]) cost += unjoined_verb(w.pool.faces[left[p].face], w.pool.faces[right.face], waits[p]);
        if (cost < best) best = cost, from = p;
      }
      const uint32_t at = w.base[t] + c;
      w.best[at] = best + right.cost + (right.signs & face_sign::kEmphatic ? emphatic : 0);
      w.from[at] = uint16_t(from);
      w.waits[at] = waits_after(right.signs, waits[from]);
    }
    if (opens(t)) emphatic = kConsequence;
  }
  const auto last = w.best.begin() + w.base[tokens - 1];
  auto at = uint16_t(std::min_element(last, w.best.end()) - last);
  for (size_t t = tokens; t-- > 0;) {
    w.chosen[t] = at;
    at = w.from[w.base[t] + at];
  }
}

}  // namespace isnad
