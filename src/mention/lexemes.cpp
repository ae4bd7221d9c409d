// Reading number and calendar words: name matches first, then the trie itself where an article or an expression hides a word.
#include "mention/lexemes.h"

#include <algorithm>

#include "mention/steps.h"

namespace isnad {

using arabic_time::Particle;

bool Lexemes::relevant(uint32_t node) const {
  for (const Payload& p : lexicon_.payloads_of(node))
    if (p.kind == PayloadKind::number || p.kind == PayloadKind::calendar) return true;
  return false;
}

/// An adjective of the masculine noun before it ("director general"), where it might be a noun ("the year").
bool Lexemes::attribute(uint32_t t) const {
  if (t == begin() || !is_word(t - 1) || clitics(t)) return false;
  const Word &w = main(t), &before = main(t - 1);
  return w.features.upos() == Upos::adj && before.article && before.features.upos() == Upos::noun &&
         before.features.gender() != Gender::fem && before.features.number() != Number::plur;
}

Lexeme Lexemes::find(uint32_t t) {
  const Lexeme none{t, t};
  const NameMatch* name = name_over(t);
  if (!name) {
    const Word& w = main(t);
    return w.features.upos() == Upos::num || (w.article && w.last - w.first <= kLongestWord && !attribute(t)) ? look_up(t, false) : none;
  }
  if (name->first.value == t && relevant(name->node)) {
    Lexeme l;
    l.token = t;
    l.next = name->last.value;
    l.node = name->node;
    l.first_letter = name->first_letter;
    l.joined = l.first_letter > token(t).first && text_.folded[token(t).first] == letter::kWaw;
    l.article = letters_have_article(l);
    return l;
  }
  for (const Payload& p : lexicon_.payloads_of(name->node))
    if (p.kind != PayloadKind::phrase) return none;
  return look_up(t, true);
}

/// The longest number or calendar word of the trie from the token's main word on, without its article if it is not found with it.
Lexeme Lexemes::look_up(uint32_t t, bool inside_phrase) const {
  Lexeme out;
  out.token = out.next = t;
  const Word& w = main(t);
  const uint32_t last = std::min(w.last, token(t).last);
  const auto walk = [&](uint32_t from) {
    uint32_t node = from < last ? name_node(lexicon_, text_, words_, t, from, last) : kNone;
    for (uint32_t next = t + 1; node != kNone; ++next) {
      if (relevant(node)) out.node = node, out.next = next;
      const bool goes_on = lexicon_.trie_nodes[node].edges.count != 0 && is_word(next);
      const uint32_t word = goes_on ? name_word(lexicon_, text_, words_, next) : kNone;
      node = word == kNone ? kNone : lexicon_.trie_step(node, word);
    }
  };
  if (!w.article || inside_phrase) walk(w.first);
  if (!out && w.article) walk(w.first + (text_.folded[w.first] == letter::kAlif ? 2 : 1));
  out.first_letter = w.first;
  out.article = w.article;
  out.joined = clitics(t) && text_.folded[token(t).first] == letter::kWaw;
  return out;
}

const Payload* Lexemes::payload(const Lexeme& l, PayloadKind kind, uint32_t index) const {
  if (l.node == kNone) return nullptr;
  for (const Payload& p : lexicon_.payloads_of(l.node))
    if (p.kind == kind && p.index == index) return &p;
  return nullptr;
}

bool Lexemes::has(const Lexeme& l, PayloadKind kind) const {
  if (l.node == kNone) return false;
  for (const Payload& p : lexicon_.payloads_of(l.node))
    if (p.kind == kind) return true;
  return false;
}

const Payload* Lexemes::calendar_at(uint32_t t, CalendarKind kind, uint32_t& next) {
  const Lexeme l = at(t);
  const Payload* p = calendar(l, kind);
  if (p) next = l.next;
  return p;
}

Function Lexemes::phrase_before(uint32_t t) {
  if (t == begin()) return Function::none;
  const NameMatch* name = name_over(t - 1);
  if (!name || name->last.value != t) return Function::none;
  const Payload* p = payload_of(lexicon_, *name, PayloadKind::phrase);
  return p ? Function(p->index) : Function::none;
}

Function Lexemes::phrase_at(uint32_t t, uint32_t& next) {
  const NameMatch* name = inside(t) ? name_over(t) : nullptr;
  if (!name || name->first.value != t) return Function::none;
  const Payload* p = payload_of(lexicon_, *name, PayloadKind::phrase);
  if (p) next = name->last.value;
  return p ? Function(p->index) : Function::none;
}

bool Lexemes::person(uint32_t t) {
  const NameMatch* name = name_over(t);
  return name && (payload_of(lexicon_, *name, PayloadKind::given_name) || payload_of(lexicon_, *name, PayloadKind::surname));
}

bool Lexemes::spells_person(uint32_t t) const {
  const Word& w = main(t);
  const uint32_t node = name_node(lexicon_, text_, words_, t, w.first, w.last);
  if (node == kNone) return false;
  for (const Payload& p : lexicon_.payloads_of(node))
    if (p.kind == PayloadKind::given_name || p.kind == PayloadKind::surname) return true;
  return false;
}

bool Lexemes::ends_person(uint32_t t) { return t > begin() && person(t - 1); }

bool Lexemes::inside_entity(uint32_t t) {
  const NameMatch* name = name_over(t);
  if (!name || name->last.value - name->first.value < 2) return false;
  for (const PayloadKind kind : {PayloadKind::actor, PayloadKind::country, PayloadKind::place})
    if (payload_of(lexicon_, *name, kind)) return true;
  return false;
}

bool Lexemes::starts_name(uint32_t t) {
  const NameMatch* name = inside(t) ? name_over(t) : nullptr;
  return name && name->first.value == t;
}

bool Lexemes::inside_name(uint32_t t) {
  const NameMatch* name = name_over(t);
  return name && name->first.value < t;
}

Particle Lexemes::particle(uint32_t t) const {
  if (!is_word(t)) return Particle::none;
  if (token(t).size() > kLongestWord) return Particle::none;
  const Word& w = main(t);
  if (w.last - w.first > 4 && (w.features.upos() == Upos::propn || w.features.upos() == Upos::verb)) return Particle::none;
  return arabic_time::particle_of({text_.folded.data() + w.first, w.last - w.first});
}

Letter Lexemes::sign(uint32_t t) const {
  if (!inside(t)) return 0;
  const Token& k = token(t);
  if (k.kind == TokenKind::word || k.kind == TokenKind::number || k.size() != 1) return 0;
  const Letter c = text_.folded[k.first];
  return c == letter::kDash || c == '~' ? Letter{'-'} : c;
}

bool Lexemes::conjoined(uint32_t t, uint32_t& from) {
  from = t;
  if (is(t, Particle::conjunction) && token(t).size() == 1) return from = t + 1, inside(t + 1);
  return is_word(t) && clitics(t) && text_.folded[token(t).first] == letter::kWaw;
}

char Lexemes::preposition(uint32_t t) const {
  if (!is_word(t) || !clitics(t)) return 0;
  const Word& w = words_[words_.main_of[t].prev()];
  if (w.features.upos() != Upos::adp) return 0;
  switch (text_.folded[w.first]) {
    case letter::kBa:
      return 'b';
    case letter::kLam:
      return 'l';
    case letter::kKaf:
      return 'k';
    default:
      return 0;
  }
}

bool Lexemes::letters_have_article(const Lexeme& l) const {
  const uint32_t at = l.first_letter, last = token(l.token).last;
  if (last - at < 4) return false;
  return text_.folded[at + 1] == letter::kLam && (text_.folded[at] == letter::kAlif || text_.folded[at] == letter::kLam);
}

std::basic_string_view<Letter> Lexemes::letters(uint32_t t) const {
  const Word& w = main(t);
  return {text_.folded.data() + w.first, w.last - w.first};
}

}  // namespace isnad
