// The clause layer: who does what in each clause; negation, tense, condition, who says it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mention/mentions.h"

namespace isnad {

enum class PredicateKind : uint8_t { verb, masdar, participle, noun, count_ };
inline constexpr std::array<std::string_view, 4> kPredicateKindNames{"verb", "masdar", "participle", "noun"};

/// How a clause hangs on the one that holds it.
enum class Link : uint8_t {
  root,
  content,
  speech,
  relative,
  annexed,
  argument,
  light,
  coordination,
  condition,
  condition_unless,
  condition_even,
  condition_until,  // of what will not be done before
  condition_counterfactual,
  because,
  purpose,
  time,
  concession,
  circumstance,
  count_
};
inline constexpr std::array<std::string_view, 18> kLinkNames{
    "root",   "content", "speech", "relative",       "annexed", "argument", "light", "coordination", "if",
    "unless", "even_if", "until",  "counterfactual", "because", "purpose",  "time",  "concession",   "circumstance"};

/// A condition of whatever kind.
constexpr bool is_condition(Link l) { return l >= Link::condition && l <= Link::condition_counterfactual; }

/// A condition that may yet be met: "if", "unless", "until".
constexpr bool is_open_condition(Link l) { return l == Link::condition || l == Link::condition_unless || l == Link::condition_until; }

enum class Tense : uint8_t { none, past, present, future, count_ };
inline constexpr std::array<std::string_view, 4> kTenseNames{"none", "past", "present", "future"};

/// What verbs folded into a predicate (phase, light, modal verbs) say of it.
enum class Phase : uint8_t { none, begin, ongoing, stop, near, count_ };
inline constexpr std::array<std::string_view, 5> kPhaseNames{"none", "begin", "ongoing", "stop", "near"};
enum class Modality : uint8_t { none, intended, possible, obliged, expected, proposed, count_ };
inline constexpr std::array<std::string_view, 6> kModalityNames{"none", "intended", "possible", "obliged", "expected", "proposed"};

enum class ArgumentRole : uint8_t { subject, object, object2, annexed, oblique, content, time, count_ };
inline constexpr std::array<std::string_view, 7> kArgumentRoleNames{"subject", "object",  "object2", "annexed",
                                                                    "oblique", "content", "time"};

/// One thing that a predicate governs. Roles are logical: voice is undone. `phrase` or `clause` is set, or both where the argument is
/// a noun that is itself a predicate.
struct Argument {
  ArgumentRole role = ArgumentRole::oblique;
  PhraseId phrase;
  ClauseId clause;
  LemmaId preposition;     // for obliques
  bool inherited = false;  // recovered from another clause, a dropped subject or a shared argument
  std::string_view rule;
};

/// Who says it, from outside: "according to ...", a verb of speech, a quotation.
struct Attribution {
  PhraseId speaker;  // none: somebody unnamed
  WordId verb;       // the verb or the expression
  LemmaId lemma;
  ClauseId clause;  // the clause of the verb of speech, none for expressions
};

/// One predicate and what it governs.
struct Clause {
  WordId predicate;
  LemmaId lemma;    // what frames look for: the verb of a masdar or participle, else the noun
  PhraseId phrase;  // of a nominal predicate
  SentenceId sentence;
  Span span;
  PredicateKind kind = PredicateKind::verb;
  Link link = Link::root;
  Tense tense = Tense::none;
  Phase phase = Phase::none;
  Modality modality = Modality::none;
  bool negated = false;
  bool passive = false;
  bool pluperfect = false;  // kana (qad) + perfect
  bool question = false;
  bool background = false;  // serves to identify or explain something else
  ClauseId parent;
  WordId marker;  // the word that links it (if, because, that ...), none if none
  uint32_t first_argument = 0, arguments = 0;
  uint32_t attribution = kNone;  // index into Clauses::attributions of an "according to" inside it
};

struct Clauses {
  /// An argument on its way to its clause, while clauses are being built.
  struct Draft {
    ClauseId clause;
    Argument argument;
  };

  std::vector<Clause> clauses;  // in the order of their predicates
  std::vector<Argument> arguments;
  std::vector<Attribution> attributions;
  std::vector<ClauseId> clause_of;  // per word: the clause whose predicate it is; none
  std::vector<Draft> drafts;        // scratch
  std::vector<uint32_t> drafts_of;  // scratch: per sentence its first draft; one more for the end

  [[nodiscard]] const Clause& operator[](ClauseId id) const { return clauses[id.value]; }
  /// The first argument of a role, nullptr if there is none.
  [[nodiscard]] const Argument* find(const Clause& c, ArgumentRole role) const {
    for (const Argument& a : arguments_of(c))
      if (a.role == role) return &a;
    return nullptr;
  }
  [[nodiscard]] std::span<const Argument> arguments_of(const Clause& c) const { return {arguments.data() + c.first_argument, c.arguments}; }
};

/// Finds predicates, their arguments and how clauses hang together. Pure; linear.
void find_clauses(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                  Clauses& out);

std::string dump(const Lexicon& lexicon, const Document& document, const Words& words, const Mentions& mentions, const Clauses& clauses);

}  // namespace isnad
