// Noun phrases: the walk over the words of a sentence, and what each kind of word does to the chain of open heads.
#include <algorithm>

#include "mention/phrase_builder.h"
#include "text/arabic.h"

namespace isnad {

void PhraseBuilder::run() {
  for (size_t s = 0; s < text_.sentences.size(); ++s) sentence(SentenceId::at(s));
}

void PhraseBuilder::sentence(SentenceId id) {
  sentence_ = id;
  const Sentence& s = text_.sentences[id.value];
  break_chain();
  kept_.open = false;
  const uint32_t end = words_.first_of[s.last.value].value;
  for (uint32_t w = words_.first_of[s.first.value].value; w < end;) w = std::max(w + 1, step(w, end));
}

/// Reads what begins at word w; gives the next word.
uint32_t PhraseBuilder::step(uint32_t w, uint32_t end) {
  while (date_ < out_.dates.size() && out_.dates[date_].first.value < w) ++date_;
  if (date_ < out_.dates.size() && out_.dates[date_].first.value == w) return date(w);
  while (number_ < out_.numbers.size() && out_.numbers[number_].first.value < w) ++number_;
  if (number_ < out_.numbers.size() && out_.numbers[number_].first.value == w && out_.numbers[number_].last.value > w)
    if (const uint32_t next = number(w)) return next;
  if (starts_proper(w)) return proper_person(w);
  if (name_at(w))
    if (const uint32_t next = name(w, end)) return next;
  return plain(w);
}

uint32_t PhraseBuilder::date(uint32_t w) {
  const DateMention& d = out_.dates[date_];
  Phrase p = make(w, d.last.value, w, PhraseKind::date);
  p.date = uint32_t(date_);
  p.definite = true;
  add(p);
  break_chain();
  return d.last.value;
}

uint32_t PhraseBuilder::number(uint32_t w) {
  const NumberMention& n = out_.numbers[number_];
  const bool dual = n.counted.valid() && n.counted.value >= n.first.value && n.counted.value < n.last.value;
  if (dual) {
    pending_.number = uint32_t(number_);
    return 0;
  }
  if (n.ordinal) return 0;
  if (n.counted.valid() && n.counted.value >= n.last.value && n.counted.value - n.last.value < 3) {
    if (!pending_.first.valid()) pending_.first = WordId{w};
    pending_.number = uint32_t(number_);
    const bool of =
        n.counted.value > n.last.value && word(n.last.value).features.upos() == Upos::adp;  // "thousands of fighters" is one phrase
    return n.last.value + (of ? 1 : 0);
  }
  Phrase p = make(w, n.last.value, w, PhraseKind::number);
  p.number = uint32_t(number_);
  attach_or_start(p, false);
  return n.last.value;
}

uint32_t PhraseBuilder::plain(uint32_t w) {
  const Word& x = word(w);
  const Upos upos = x.features.upos();
  if (title_letter(w)) return bound(w, w + 2);  // "Dr. X" is one phrase
  if (function(w) == Function::quantifier && each_of(w)) return determiner_before(w) + 1;
  switch (upos) {
    case Upos::noun:
    case Upos::x:
      return noun(w);
    case Upos::propn:
      return person(w);
    case Upos::adj:
      return adjective(w);
    case Upos::pron:
      return pronoun(w);
    case Upos::adp:
      return preposition(w);
    case Upos::cconj:
      return conjunction(w);
    case Upos::num:
    case Upos::det:
      return determiner(w);
    case Upos::punct:
    case Upos::sym:
      return punctuation(w);
    default:
      break;
  }
  if (function(w) == Function::quantifier || function(w) == Function::demonstrative) return determiner(w);
  if (function(w) == Function::neg && upos != Upos::verb) return pending_.negated = true, reset(), w + 1;
  break_chain();
  return w + 1;
}

/// "each of X and Y", where w is a quantifier: says no more than X and Y.
bool PhraseBuilder::each_of(uint32_t w) const {
  if (w + 2 >= words_.size() || !word(w).main || word(w).article) return false;
  const Word &from = word(w + 1), &next = word(w + 2);
  const Lemma* of = lemma(w + 1);
  if (from.features.upos() != Upos::adp || !of || !(of->classes & bit(NounClass::quantity))) return false;
  const Upos u = next.features.upos();
  return (u == Upos::noun || u == Upos::propn) && next.token.value == from.token.value + 1;
}

bool PhraseBuilder::title_letter(uint32_t w) const {
  const uint32_t t = word(w).token.value;
  if (!word(w).main || t + 2 >= text_.sentences[sentence_.value].last.value || text_.one(text_.tokens[t + 1]) != '.') return false;
  return is_title_letter(text_.letters_of(text_.tokens[t]));
}

uint32_t PhraseBuilder::punctuation(uint32_t w) {
  const Token& sign = text_.tokens[word(w).token.value];
  if (text_.quotes(sign) || joins_adjectives(w)) return w + 1;
  if (text_.one(sign) == '(') return open_bracket(w);
  if (text_.one(sign) == ')' && kept_.open) return close_bracket(w);
  const bool comma = text_.one(sign) == ',';
  if (!comma || chain_size_ == 0 || pending_.preposition.valid())
    break_chain();
  else
    pending_ = {}, after_comma_ = true;  // only a name in apposition may still join
  return w + 1;
}

/// "between the rebels (the Free Army) and the militants of": what brackets hold stands by itself, the chain goes on after it.
uint32_t PhraseBuilder::open_bracket(uint32_t w) {
  if (kept_.open) return break_chain(), w + 1;
  std::copy(chain_, chain_ + chain_size_, kept_.chain);
  kept_.size = chain_size_, kept_.sides = sides_, kept_.between = between_, kept_.titled = titled_;
  kept_.open = !pending_.preposition.valid() && !pending_.conjunction.valid();
  break_chain();
  return w + 1;
}

uint32_t PhraseBuilder::close_bracket(uint32_t w) {
  break_chain();
  std::copy(kept_.chain, kept_.chain + kept_.size, chain_);
  chain_size_ = kept_.size, sides_ = kept_.sides, between_ = kept_.between, titled_ = kept_.titled;
  closed_ = true;
  kept_.open = false;
  return w + 1;
}

/// "the Egyptian-Iranian rapprochement": a dash between two adjectives of one phrase.
bool PhraseBuilder::joins_adjectives(uint32_t w) const {
  const Letter c = text_.one(text_.tokens[word(w).token.value]);
  if ((c != '-' && c != letter::kDash) || chain_size_ == 0 || w == 0 || w + 1 >= words_.size()) return false;
  const Word &a = word(w - 1), &b = word(w + 1);
  return a.features.upos() == Upos::adj && b.features.upos() == Upos::adj && a.article == b.article && closed_;
}

uint32_t PhraseBuilder::preposition(uint32_t w) {
  if (chain_size_) wait_for_name(w);
  reset();
  if (sides_.valid() && pending_.conjunction.valid() && word(w).lemma == word(phrase(sides_).preposition.value).lemma) {
    between_ = sides_;  // "between X and between Y"
    return w + 1;
  }
  const bool keep = pending_.preposition.valid() && out_.function_of[pending_.preposition.value] != kNone && !word(w).main;
  if (!keep) pending_ = {}, pending_.preposition = WordId{w};
  if (w + 1 < words_.size() && word(w + 1).enclitic) {  // "on them"
    Phrase p = make(w + 1, w + 2, w + 1, PhraseKind::pronoun);
    p.definite = true;
    add(p);
    pending_ = {};
    return w + 2;
  }
  return w + 1;
}

uint32_t PhraseBuilder::conjunction(uint32_t w) {
  if (function(w) == Function::contrast || word(w).lemma == so_) {  // "but", "so" join clauses, not nouns
    break_chain();
    return w + 1;
  }
  titled_ = {};
  saved_size_ = chain_size_;
  pending_ = {};
  pending_.conjunction = WordId{w};
  return w + 1;
}

/// Demonstratives, quantifiers and the like stay in front of the noun they determine; alone they are pronouns.
uint32_t PhraseBuilder::determiner(uint32_t w) {
  const bool next_noun = w + 1 < words_.size() && word(w + 1).token.value == word(w).token.value + 1 && determined(w + 1);
  const bool alone = next_noun && function(w) == Function::demonstrative && !word(w + 1).article;  // "that is contrary to"
  return next_noun && !alone ? determiner_before(w) : pronoun(w);
}

uint32_t PhraseBuilder::pronoun(uint32_t w) {
  const Word& x = word(w);
  if (x.enclitic) {
    if (chain_size_ && phrase(chain_[chain_size_ - 1]).head.value + 1 == w) {  // "their bases"
      Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
      p.definite = true;
      p.preposition = WordId::none();
      attach(p, chain_[chain_size_ - 1], Attachment::annexed);
      phrase(chain_[chain_size_ - 1]).definite = true;
      closed_ = true;
      return w + 1;
    }
    Phrase p = make(w, w + 1, w, PhraseKind::pronoun);  // object of a verb
    p.definite = true;
    add(p);
    break_chain();
    return w + 1;
  }
  const Function f = function(w);
  if (f == Function::demonstrative && w + 1 < words_.size() && word(w + 1).article) return determiner_before(w);
  if (repeats(w)) return repeated(w);
  Phrase p = make(w, w + 1, w, f == Function::rel ? PhraseKind::relative : PhraseKind::pronoun);
  p.definite = true;
  add(p);
  break_chain();
  return w + 1;
}

/// "(killed the leader) him and his wife": a pronoun on its own that a noun right after it is joined to.
bool PhraseBuilder::repeats(uint32_t w) const {
  const Features f = word(w).features;
  if (f.upos() != Upos::pron || f.person() != Person::third || function(w) == Function::rel || function(w) == Function::demonstrative)
    return false;
  if (pending_.preposition.valid() || pending_.conjunction.valid() || w + 2 >= words_.size()) return false;
  const Upos u = word(w + 2).features.upos();
  const bool joined = word(w + 1).features.upos() == Upos::cconj && word(w + 2).token.value == word(w + 1).token.value;
  return joined && word(w + 1).lemma != so_ && (u == Upos::noun || u == Upos::propn || u == Upos::num || u == Upos::det);
}

/// It says again who was just named, or what a pronoun before it means ("[of him] him and his brother"); else it begins the row.
uint32_t PhraseBuilder::repeated(uint32_t w) {
  if (chain_size_ && phrase(chain_[0]).last.value == w) return w + 1;
  reset();
  const bool after = !out_.phrases.empty() && out_.phrases.back().kind == PhraseKind::pronoun && out_.phrases.back().last.value == w &&
                     out_.phrases.back().attachment == Attachment::none;
  if (after) return push(PhraseId::at(out_.phrases.size() - 1)), w + 1;
  Phrase p = make(w, w + 1, w, PhraseKind::pronoun);
  p.definite = true;
  push(add(p));
  return w + 1;
}

uint32_t PhraseBuilder::determiner_before(uint32_t w) {
  if (!pending_.conjunction.valid() && !open_for_annexation()) reset();  // "the withdrawal of these forces" keeps the chain
  return bound(w, w + 1);
}

void find_phrases(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out) {
  PhraseBuilder(lexicon, text, words, out).run();
}

}  // namespace isnad
