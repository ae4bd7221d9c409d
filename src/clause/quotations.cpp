// Words of others without "that": a quotation before the verb that says who spoke, a speaker before a colon.
#include "clause/builder.h"

namespace isnad {

/// "...", said the minister: the predicates of the quotation hang on the verb of speech right after it.
void ClauseBuilder::quotations_before_speakers() {
  for (size_t i = first_; i < out_.clauses.size(); ++i) {
    const Clause& said = out_.clauses[i];
    if (said.kind != PredicateKind::verb || said.link != Link::root || !g_.is_speech(said.lemma)) continue;
    if (has(ClauseId::at(i), ArgumentRole::content)) continue;
    const Span quote = quotation_before(g_.word(said.predicate).token);
    for (size_t j = first_; j < i; ++j) {
      Clause& k = out_.clauses[j];
      if (k.link != Link::root || k.parent.valid() || k.span.begin < quote.begin || k.span.end > quote.end) continue;
      k.link = Link::speech;
      k.parent = ClauseId::at(i);
    }
  }
}

/// The bytes between the quotation marks that close right before the token, with at most a comma between; empty where there are none.
Span ClauseBuilder::quotation_before(TokenId t) const {
  const TokenId first = g_.text.sentences[sentence_.value].first;
  const auto token = [&](TokenId at) -> const Token& { return g_.text.tokens[at.value]; };
  const auto straight = [&](TokenId at) { return g_.text.one(token(at)) == '"'; };
  if (t == first) return {};
  TokenId close = t.prev();
  if (close > first && g_.text.one(token(close)) == ',') close = close.prev();
  if (token(close).kind != TokenKind::quote_close && !straight(close)) return {};
  for (TokenId open = close; open > first;) {
    open = open.prev();
    if (token(open).kind == TokenKind::quote_open || straight(open)) return {token(open).span.end, token(close).span.begin};
  }
  return {};
}

/// "The president: we shall not negotiate": what stands before a colon, where nothing is said of it, says what follows.
void ClauseBuilder::speaker_before_colon(WordId colon) {
  if (!topic_.valid() || verb_.valid() || waiting_.link != Link::root || g_.mentions[topic_].last != colon || !g_.actor_like(topic_))
    return;
  Attribution a;
  a.speaker = topic_;
  a.verb = colon;
  colon_speaker_ = uint32_t(out_.attributions.size());
  out_.attributions.push_back(a);
}

/// Gives what stands after the colon to its speaker; not where a verb of speech follows ("Baghdad: the minister said"), which has its own.
void ClauseBuilder::spoken_after_colon() {
  if (colon_speaker_ == kNone) return;
  const WordId colon = out_.attributions[colon_speaker_].verb;
  for (size_t i = first_; i < out_.clauses.size(); ++i) {
    Clause& k = out_.clauses[i];
    if (k.predicate < colon || k.link != Link::root || k.parent.valid()) continue;
    if (g_.is_speech(k.lemma)) return;
    if (k.attribution == kNone) k.attribution = colon_speaker_;
  }
}

}  // namespace isnad
