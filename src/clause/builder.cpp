// The walk: words, punctuation. Particles and expressions are in markers.cpp, verbs in verbs.cpp, phrases in arguments.cpp and
// obliques.cpp.
#include "clause/builder.h"

#include <algorithm>

namespace isnad {

void ClauseBuilder::sentence(SentenceId id) {
  sentence_ = id;
  const Sentence& s = g_.text.sentences[id.value];
  first_ = out_.clauses.size();
  first_draft_ = out_.drafts.size();
  verb_ = copula_ = open_condition_ = {};
  waiting_ = deferred_ = {};
  early_time_ = {};
  outer_topic_ = {};
  in_aside_ = false;
  colon_speaker_ = kNone;
  clear_clause();
  note_commas(s);
  const uint32_t end = g_.words.first_of[s.last.value].value;
  const TokenId body = s.body < s.last ? s.body : s.first;
  for (uint32_t w = g_.words.first_of[body.value].value; w < end;) w = std::max(w + 1, step(w));
  quotations_before_speakers();
  spoken_after_colon();
  break_cycles();
}

/// Clauses hang on each other as a forest. Where two rules made them hang in a circle the last link of it goes: what walks outwards must
/// come to an end.
void ClauseBuilder::break_cycles() {
  constexpr uint32_t kNew = 0;
  walk_.assign(out_.clauses.size() - first_, kNew);
  for (uint32_t i = 0; i < walk_.size(); ++i) {
    const uint32_t own = i + 1;
    for (ClauseId at = ClauseId::at(first_ + i); at.valid() && at.value >= first_;) {
      uint32_t& seen = walk_[at.value - first_];
      if (seen != kNew) break;
      seen = own;
      const ClauseId up = clause(at).parent;
      if (up.valid() && up.value >= first_ && walk_[up.value - first_] == own) {
        clause(at).parent = {};
        clause(at).link = Link::root;
        break;
      }
      at = up;
    }
  }
}

void ClauseBuilder::clear_clause() {
  topic_ = {};
  said_ = {};
  separator_ = {};
  relative_object_ = {};
  conjunction_ = negated_ = question_ = future_ = past_ = false;
  modality_ = Modality::none;
  phase_ = Phase::none;
}

uint32_t ClauseBuilder::step(uint32_t w) {
  const WordId id{w};
  if (g_.mentions.function_of[w] != kNone) return expression(w, g_.expression(id));
  if (const PhraseId p = g_.mentions.phrase_of[w]; p.valid()) {
    phrase(p);
    if (g_.mentions[p].kind != PhraseKind::relative) conjunction_ = false;
    return g_.mentions[p].kind == PhraseKind::date ? g_.mentions[p].last.value : w + 1;
  }
  switch (g_.word(id).features.upos()) {
    case Upos::verb:
    case Upos::aux:
      if (g_.function(id) == Function::possibility)
        particle(id);  // "may it be that"
      else
        verb(id);
      break;
    case Upos::punct:
    case Upos::sym:
      punctuation(id);
      break;
    case Upos::adj:  // "Chinese and foreign" of a phrase already read: the conjunction was its own
      conjunction_ = false;
      break;
    default:
      particle(id);
  }
  return w + 1;
}

/// Takes the phrase back that was given to a predicate last.
void ClauseBuilder::unhang(PhraseId p) {
  if (out_.drafts.size() > first_draft_ && out_.drafts.back().argument.phrase == p) out_.drafts.pop_back();
}

void ClauseBuilder::punctuation(WordId w) {
  const Letter c = g_.text.one(g_.text.tokens[g_.word(w).token.value]);
  conjunction_ = false;
  if (c == ':') {
    for (const ClauseId said : {verb_, last_clause()})  // "he said:", "he went on, saying:"
      if (said.valid() && g_.is_speech(clause(said).lemma)) {
        waiting_ = {Link::speech, said, w, {}};
        break;
      }
    speaker_before_colon(w);
    topic_ = {};
  }
  if (c == ',' || c == ';' || c == letter::kDash || c == '-') {
    negated_ = in_aside_ = false;
    if (waiting_.link == Link::root && !copula_.valid() && verb_.valid()) topic_ = {};
  }
  if ((c == '-' || c == letter::kDash || c == '/') && topic_.valid() && waiting_.link == Link::root && dateline(topic_, w)) topic_ = {};
}

/// A name that opens the sentence before a dash or slash: where a report comes from or what it is about.
bool ClauseBuilder::dateline(PhraseId p, WordId sign) const {
  const Phrase& ph = g_.mentions[p];
  const WordId first = g_.words.first_of[g_.text.sentences[sentence_.value].first.value];
  return ph.kind == PhraseKind::name && ph.last == sign && ph.first == first;
}

ClauseBuilder::Waiting ClauseBuilder::take_waiting() {
  Waiting out = waiting_;
  waiting_ = {};
  return out;
}

ClauseId ClauseBuilder::add(const Clause& c) {
  const ClauseId id = ClauseId::at(out_.clauses.size());
  out_.clauses.push_back(c);
  out_.clause_of[c.predicate.value] = id;
  return id;
}

void ClauseBuilder::argue(ClauseId c, ArgumentRole role, PhraseId p, ClauseId inner, LemmaId preposition, std::string_view rule) {
  Argument a;
  a.role = role;
  a.phrase = p;
  a.clause = inner;
  a.preposition = preposition;
  a.rule = rule;
  out_.drafts.push_back({c, a});
}

/// The last argument of a role that the clause was given; nullptr where it has none. Good until the next one is given to any clause.
Clauses::Draft* ClauseBuilder::latest(ClauseId c, ArgumentRole role) const {
  for (size_t d = out_.drafts.size(); d-- > first_draft_;)
    if (out_.drafts[d].clause == c && out_.drafts[d].argument.role == role) return &out_.drafts[d];
  return nullptr;
}

/// The same by the rule that gave it.
Clauses::Draft* ClauseBuilder::ruled(ClauseId c, std::string_view rule) const {
  for (size_t d = out_.drafts.size(); d-- > first_draft_;)
    if (out_.drafts[d].clause == c && out_.drafts[d].argument.rule == rule) return &out_.drafts[d];
  return nullptr;
}

/// Makes a verb a light one of the predicate that carries on in its place: what hung on it as a condition or a time hangs on that.
void ClauseBuilder::fold(ClauseId outer, ClauseId into) {
  clause(outer).link = Link::light;
  clause(outer).parent = into;
  if (open_condition_ == outer) open_condition_ = into;
  for (size_t i = outer.value, tries = 0; i-- > first_ && tries < 6; ++tries) {
    Clause& k = out_.clauses[i];
    if (k.parent == outer && k.link >= Link::condition && k.link <= Link::concession) k.parent = into;
  }
}

/// A predicate in the place of a verb that is folded into it: what colours the verb, and what the verb hangs on, are the predicate's.
void ClauseBuilder::take_place(Clause& c, const Clause& outer) {
  c.tense = outer.tense;
  c.negated = c.negated || outer.negated;
  c.link = outer.link;
  c.parent = outer.parent;
  c.marker = outer.marker;
}

}  // namespace isnad
