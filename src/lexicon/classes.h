// Closed vocabularies of the knowledge files: semantic classes, functions, sectors, event types, statuses.
// Each enum has its names beside it; the compiler (src/compile) accepts exactly these.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace isnad {

/// Position of `name` in `names` as the enum E; nothing if it isn't there.
template <class E, size_t N>
constexpr std::optional<E> enum_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i)
    if (names[i] == name) return E(i);
  return std::nullopt;
}

/// Classes of nouns and adjectives (ar/nouns.tsv, ar/adjectives.tsv) and, in frames, of entities.
enum class NounClass : uint8_t {
  person,
  role,
  group,
  organisation,
  force,
  state,
  place,
  facility,
  weapon,
  vehicle,
  explosive,
  statement,
  document,
  event,
  violence,
  protest,
  meeting,
  disaster,
  time,
  unit,
  money,
  body,
  quantity,
  medium,
  goods,
  abstract,
  direction,
  family,
  plural,
  negation,
  elative,
  colour,
  number,
  negative,
  armed,
  hostile,
  anonymous,
  supported,
  nationality,
  possible,
  planned,
  property,
  naming,
  count_
};
inline constexpr std::array<std::string_view, size_t(NounClass::count_)> kNounClassNames{
    "person",    "role",      "group",       "organisation", "force",    "state",    "place",    "facility", "weapon",
    "vehicle",   "explosive", "statement",   "document",     "event",    "violence", "protest",  "meeting",  "disaster",
    "time",      "unit",      "money",       "body",         "quantity", "medium",   "goods",    "abstract", "direction",
    "family",    "plural",    "negation",    "elative",      "colour",   "number",   "negative", "armed",    "hostile",
    "anonymous", "supported", "nationality", "possible",     "planned",  "property", "naming"};
static_assert(!kNounClassNames.back().empty(), "every noun class needs a name");

/// Classes of verbs (ar/verbs.tsv).
enum class VerbClass : uint8_t {
  light,
  light_bi,
  happen,
  phase_begin,
  phase_continue,
  phase_stop,
  phase_near,
  copula,
  modal,
  intend,
  attempt,
  cause,
  suffer,
  say_assert,
  say_deny,
  say_confirm,
  say_reveal,
  say_accuse,
  say_describe,
  say_quote,
  say_ask,
  say_promise,
  say_threaten,
  say_propose,
  say_expect,
  think,
  perceive,
  motion,
  transfer,
  violence,
  stative,
  decide,
  oblige,
  own,
  let,
  disaster,
  count_
};
// "light.B" with the Arabic letter ba is accepted by the compiler for light_bi.
inline constexpr std::array<std::string_view, size_t(VerbClass::count_)> kVerbClassNames{
    "light",          "light.bi",        "happen",         "phase.begin",   "phase.continue",  "phase.stop",   "phase.near",
    "copula",         "modal",           "intend",         "try",           "cause",           "suffer",       "speech.assert",
    "speech.deny",    "speech.confirm",  "speech.reveal",  "speech.accuse", "speech.describe", "speech.quote", "speech.ask",
    "speech.promise", "speech.threaten", "speech.propose", "speech.expect", "think",           "perceive",     "motion",
    "transfer",       "violence",        "stative",        "decide",        "oblige",          "own",          "let",
    "disaster"};
static_assert(!kVerbClassNames.back().empty(), "every verb class needs a name");

/// What a closed-class word or fixed expression does (ar/particles.tsv, ar/phrases.tsv, ar/affixes.tsv).
enum class Function : uint8_t {
  none,
  prep,
  conj,
  that,
  cond,
  cond_counterfactual,
  cond_unless,
  because,
  when,
  purpose,
  concession,
  contrast,
  rel,
  neg,
  neg_past,
  neg_future,
  future,
  qad,
  question,
  except,
  demonstrative,
  pronoun,
  quantifier,
  emphasis,
  vocative,
  adverb,
  time,
  place,
  possibility,
  agent,
  means,
  attribution,
  against,
  topic,
  addition,
  ongoing,
  number_least,
  number_most,
  number_about,
  cond_even,
  until,
  condition,
  obligation,
  negation,
  retaliation,
  existential,
  count_
};
inline constexpr std::array<std::string_view, size_t(Function::count_)> kFunctionNames{"-",
                                                                                       "prep",
                                                                                       "conj",
                                                                                       "sub.that",
                                                                                       "sub.if",
                                                                                       "sub.if.counterfactual",
                                                                                       "sub.unless",
                                                                                       "sub.because",
                                                                                       "sub.time",
                                                                                       "sub.purpose",
                                                                                       "sub.concession",
                                                                                       "sub.contrast",
                                                                                       "rel",
                                                                                       "neg",
                                                                                       "neg.past",
                                                                                       "neg.future",
                                                                                       "future",
                                                                                       "qad",
                                                                                       "question",
                                                                                       "except",
                                                                                       "demonstrative",
                                                                                       "pronoun",
                                                                                       "quantifier",
                                                                                       "emphasis",
                                                                                       "vocative",
                                                                                       "adverb",
                                                                                       "time",
                                                                                       "place",
                                                                                       "possibility",
                                                                                       "agent",
                                                                                       "means",
                                                                                       "attribution",
                                                                                       "against",
                                                                                       "topic",
                                                                                       "addition",
                                                                                       "ongoing",
                                                                                       "number.least",
                                                                                       "number.most",
                                                                                       "number.about",
                                                                                       "sub.even_if",
                                                                                       "sub.until",
                                                                                       "condition",
                                                                                       "obligation",
                                                                                       "negation",
                                                                                       "retaliation",
                                                                                       "existential"};
static_assert(!kFunctionNames.back().empty(), "every function needs a name");

/// PLOVER sectors.
enum class Sector : uint8_t {
  none,
  GOV,
  MIL,
  COP,
  JUD,
  LEG,
  PTY,
  REB,
  UAF,
  SPY,
  PRM,
  UNK,
  AGR,
  BUS,
  CRM,
  CVL,
  EDU,
  ELI,
  JRN,
  LAB,
  MED,
  REF,
  OPP,
  PRE,
  REL,
  SOC,
  count_
};
inline constexpr std::array<std::string_view, size_t(Sector::count_)> kSectorNames{
    "",    "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "UAF", "SPY", "PRM", "UNK", "AGR",
    "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"};
static_assert(kSectorNames.back() == "SOC");

/// PLOVER event types.
enum class EventType : uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  count_
};
inline constexpr std::array<std::string_view, size_t(EventType::count_)> kEventTypeNames{
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
static_assert(kEventTypeNames.back() == "ASSAULT");

enum class EventStatus : uint8_t { occurred, ongoing, planned, threatened, promised, demanded, proposed, possible, count_ };
inline constexpr std::array<std::string_view, size_t(EventStatus::count_)> kEventStatusNames{
    "occurred", "ongoing", "planned", "threatened", "promised", "demanded", "proposed", "possible"};
static_assert(kEventStatusNames.back() == "possible");

/// Roles that a frame fills.
enum class Slot : uint8_t { actor, recipient, theme, means, location, origin, destination, content, count_ };
inline constexpr std::array<std::string_view, size_t(Slot::count_)> kSlotNames{"actor",    "recipient", "theme",       "means",
                                                                               "location", "origin",    "destination", "content"};
static_assert(kSlotNames.back() == "content");

/// Kinds of entities.
enum class EntityKind : uint8_t {
  none,
  country,
  government,
  ministry,
  person,
  force,
  party,
  organisation,
  group,
  media,
  company,
  court,
  parliament,
  place,
  count_
};
inline constexpr std::array<std::string_view, size_t(EntityKind::count_)> kEntityKindNames{
    "-",     "country", "government", "ministry", "person",     "force", "party", "organisation",
    "group", "media",   "company",    "court",    "parliament", "place"};
static_assert(kEntityKindNames.back() == "place");

/// How a lemma comes from another.
enum class Derivation : uint8_t { none, masdar, active_participle, passive_participle, noun_of, nisba, abstract, elative };

template <class E>
constexpr uint64_t bit(E e) {
  return uint64_t{1} << uint64_t(e);
}

}  // namespace isnad
