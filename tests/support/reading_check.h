// What holds for the layers of any document, whatever its bytes. Shared by the reader's tests, its fuzzer and the benchmarks: no
// GoogleTest.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "reader/reader.h"
#include "text/text_check.h"

namespace isnad {

/// Looks for the first property that a reading breaks.
class ReadingCheck {
 public:
  ReadingCheck(const Lexicon& lexicon, const Document& document, const Reading& reading)
      : lexicon_(lexicon), document_(document), r_(reading) {}

  /// The first broken property, or "" where all hold.
  [[nodiscard]] std::string first_broken() {
    broken_ = broken_property(document_, r_.text);
    words();
    mentions();
    phrases();
    clauses();
    entities();
    events();
    return broken_;
  }

 private:
  template <class Item>
  void want(bool good, std::string_view what, Item item) {
    if (!good && broken_.empty()) broken_ = fmt::format("{} {}", what, item);
  }

  [[nodiscard]] bool boundary(uint32_t at) const {
    const std::string_view text = document_.text();
    return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  }
  [[nodiscard]] bool valid(Span s) const { return s.begin < s.end && boundary(s.begin) && boundary(s.end); }
  [[nodiscard]] bool run(WordId first, WordId last) const { return first < last && last.value <= r_.words.size(); }
  template <class T>
  [[nodiscard]] static bool within(Slice s, const std::vector<T>& all) {
    return uint64_t(s.first) + s.count <= all.size();
  }
  template <class T, class Tag>
  [[nodiscard]] static bool among(Id<Tag> id, const std::vector<T>& all) {
    return id.value < all.size();
  }
  template <class T, class Tag>
  [[nodiscard]] static bool none_or_among(Id<Tag> id, const std::vector<T>& all) {
    return !id.valid() || id.value < all.size();
  }
  [[nodiscard]] static bool none_or_below(uint32_t index, size_t size) { return index == kNone || index < size; }

  void words() {
    const Words& w = r_.words;
    want(w.first_of.size() == r_.text.tokens.size() + 1, "first_of has the size", w.first_of.size());
    want(w.main_of.size() == r_.text.tokens.size(), "main_of has the size", w.main_of.size());
    uint32_t token = 0;
    for (size_t i = 0; i < w.size(); ++i) {
      const Word& x = w.words[i];
      want(x.span.begin <= x.span.end && boundary(x.span.begin) && boundary(x.span.end), "span of word", i);
      want(x.token.value >= token && x.token.value < r_.text.tokens.size(), "token of word", i);
      want(x.first <= x.last && x.last <= r_.text.letters.size(), "letters of word", i);
      want(none_or_below(x.lemma.value, lexicon_.lemmas.size()), "lemma of word", i);
      want(none_or_below(x.runner_up, lexicon_.form_entries.size()), "runner-up of word", i);
      want(x.features.upos_ < uint32_t(Upos::count_), "part of speech of word", i);
      token = x.token.value;
    }
    for (size_t i = 0; i < w.main_of.size() && broken_.empty(); ++i)
      want(w.first_of[i] <= w.main_of[i] && w.main_of[i] < w.first_of[i + 1] && w[w.main_of[i]].token.value == i, "main word of token", i);
  }

  void mentions() {
    const Mentions& m = r_.mentions;
    for (size_t i = 0; i < m.names.size(); ++i) {
      const NameMatch& n = m.names[i];
      want(n.first < n.last && n.last.value <= r_.text.tokens.size() && n.node < lexicon_.trie_nodes.size(), "name", i);
      want(i == 0 || m.names[i - 1].last <= n.first, "overlapping name", i);
    }
    for (size_t i = 0; i < m.dates.size(); ++i) {
      const DateMention& d = m.dates[i];
      want(run(d.first, d.last) && valid(d.span) && !d.rule.empty() && d.precision < Precision::count_, "date", i);
      want(!d.resolved || d.start <= d.end, "date that ends before it begins", i);
    }
    for (size_t i = 0; i < m.numbers.size(); ++i) {
      const NumberMention& n = m.numbers[i];
      want(run(n.first, n.last) && valid(n.span) && !n.rule.empty() && none_or_among(n.counted, r_.words.words), "number", i);
      want(n.low <= n.value && n.value <= n.high, "bounds of number", i);
    }
  }

  void phrases() {
    const Mentions& m = r_.mentions;
    want(m.phrase_of.size() == r_.words.size() && m.function_of.size() == r_.words.size(), "tables of words", m.phrase_of.size());
    for (size_t i = 0; i < m.phrases.size(); ++i) {
      const Phrase& p = m.phrases[i];
      want(valid(p.span) && run(p.first, p.last), "span of phrase", i);
      want(p.first <= p.head && p.head < p.last, "head of phrase", i);
      want(none_or_among(p.preposition, r_.words.words) && among(p.sentence, r_.text.sentences), "preposition or sentence of phrase", i);
      want(none_or_below(p.name, m.names.size()) && none_or_below(p.date, m.dates.size()) && none_or_below(p.number, m.numbers.size()),
           "what phrase is", i);
      want(within({p.adjectives, p.adjective_count}, m.adjectives), "adjectives of phrase", i);
      want(!p.outer || (p.outer.value < i && p.attachment != Attachment::none), "what holds phrase", i);
    }
    for (size_t w = 0; w < m.phrase_of.size(); ++w) {
      want(none_or_among(m.phrase_of[w], m.phrases), "phrase of word", w);
      want(none_or_below(m.function_of[w], m.names.size()), "expression of word", w);
    }
    for (const WordId w : m.adjectives) want(among(w, r_.words.words), "adjective", w.value);
  }

  void clauses() {
    const Clauses& k = r_.clauses;
    want(k.clause_of.size() == r_.words.size(), "clause_of has the size", k.clause_of.size());
    for (size_t i = 0; i < k.clauses.size(); ++i) {
      const Clause& c = k.clauses[i];
      want(among(c.predicate, r_.words.words) && none_or_among(c.phrase, r_.mentions.phrases) && among(c.sentence, r_.text.sentences),
           "clause", i);
      want(none_or_below(c.lemma.value, lexicon_.lemmas.size()), "lemma of clause", i);
      want(none_or_among(c.parent, k.clauses) && c.parent.value != i && none_or_among(c.marker, r_.words.words), "link of clause", i);
      want(within({c.first_argument, c.arguments}, k.arguments), "arguments of clause", i);
      want(none_or_below(c.attribution, k.attributions.size()), "attribution of clause", i);
      want(boundary(c.span.begin) && boundary(c.span.end) && c.span.begin <= c.span.end, "span of clause", i);
      if (broken_.empty()) want(!in_circle(i), "circle of clauses at", i);
    }
    for (size_t i = 0; i < k.arguments.size(); ++i) {
      const Argument& a = k.arguments[i];
      want(none_or_among(a.phrase, r_.mentions.phrases) && none_or_among(a.clause, k.clauses) && (a.phrase || a.clause), "argument", i);
      want(!a.rule.empty() && a.role < ArgumentRole::count_, "rule of argument", i);
    }
  }

  /// Whether walking from clause to holder comes back; each step once (Brent).
  [[nodiscard]] bool in_circle(size_t at) const {
    const auto& clauses = r_.clauses.clauses;
    size_t mark = at, steps = 0, limit = 1;
    for (ClauseId c = clauses[at].parent; c.valid() && c.value < clauses.size(); c = clauses[c.value].parent) {
      if (c.value == mark) return true;
      if (++steps == limit) mark = c.value, steps = 0, limit *= 2;
    }
    return false;
  }

  void entities() {
    const Entities& e = r_.entities;
    want(e.entity_of.size() == r_.mentions.phrases.size(), "entity_of has the size", e.entity_of.size());
    for (size_t i = 0; i < e.entities.size(); ++i) {
      const Entity& x = e.entities[i];
      want(among(x.phrase, r_.mentions.phrases) && none_or_among(x.antecedent, e.entities) && x.antecedent.value != i, "entity", i);
      want(none_or_below(x.actor, lexicon_.actors.size()) && none_or_below(x.state, lexicon_.countries.size()), "actor of entity", i);
      want(none_or_below(x.place, lexicon_.places.size()) && none_or_below(x.office, lexicon_.offices.size()), "place of entity", i);
      want(none_or_below(x.number, r_.mentions.numbers.size()) && x.kind < EntityKind::count_ && x.sector < Sector::count_,
           "number of entity", i);
    }
    for (const EntityId id : e.entity_of) want(none_or_among(id, e.entities), "entity of a phrase", id.value);
  }

  void events() {
    for (size_t i = 0; i < r_.events.events.size(); ++i) event(i, r_.events.events[i]);
  }

  void event(size_t i, const Event& e) {
    const Events& all = r_.events;
    want(e.frame < lexicon_.frames.size() && valid(e.trigger) && among(e.clause, r_.clauses.clauses), "event", i);
    want(i == 0 || all.events[i - 1].trigger <= e.trigger, "order of event", i);
    want(none_or_below(e.date, r_.mentions.dates.size()) && e.mode <= lexicon_.modes.size(), "date or mode of event", i);
    want(e.confidence > 0 && e.confidence <= 1, "confidence of event", i);
    for (const EntityId id : {e.location, e.origin, e.destination}) want(none_or_among(id, r_.entities.entities), "place of event", i);
    for (const Slice s : e.fillers) want(within(s, all.fillers), "fillers of event", i);
    for (const Slice s : {e.content, e.because, e.retaliation_for}) want(within(s, all.links), "links of event", i);
    want(within(e.quantities, all.quantities) && within(e.attributions, all.attributions), "quantities of event", i);
    want(within(e.conditions, all.conditions) && within(e.evidence, all.evidence), "conditions of event", i);
    if (broken_.empty()) contents(i, e);
    if (broken_.empty()) reasons(i, e);
  }

  void contents(size_t i, const Event& e) {
    const Events& all = r_.events;
    for (const Slice s : e.fillers)
      for (const EntityId id : Events::slice(all.fillers, s)) want(among(id, r_.entities.entities), "filler of event", i);
    for (const Slice s : {e.content, e.because, e.retaliation_for})
      for (const EventId id : Events::slice(all.links, s)) want(among(id, all.events) && id.value != i, "link of event", i);
    for (const QuantityRef& q : Events::slice(all.quantities, e.quantities))
      want(q.number < r_.mentions.numbers.size(), "quantity of event", i);
    for (const ConditionRef& c : Events::slice(all.conditions, e.conditions))
      want(valid(c.span) && none_or_among(c.event, all.events) && !c.kind.empty(), "condition of event", i);
    for (const AttributionRef& a : Events::slice(all.attributions, e.attributions))
      want(valid(a.span) && none_or_among(a.speaker, r_.mentions.phrases) && none_or_among(a.who, r_.entities.entities),
           "attribution of event", i);
  }

  /// Every value has its reason: a rule and the words.
  void reasons(size_t i, const Event& e) {
    uint32_t fields = 0;
    for (const Evidence& v : Events::slice(r_.events.evidence, e.evidence)) {
      want(v.field < Field::count_ && valid(v.span) && !v.rule.empty(), "evidence of event", i);
      fields |= uint32_t(bit(v.field));
    }
    const auto reason = [&](bool set, Field field) {
      if (set && !(fields & bit(field))) want(false, fmt::format("no reason for the {} of event", kFieldNames[size_t(field)]), i);
    };
    reason(true, Field::event);
    reason(e.fillers[0].count > 0, Field::actor);
    reason(e.fillers[1].count > 0, Field::recipient);
    reason(e.fillers[2].count > 0, Field::theme);
    reason(e.fillers[3].count > 0, Field::means);
    reason(e.location.valid(), Field::location);
    reason(e.origin.valid(), Field::origin);
    reason(e.destination.valid(), Field::destination);
    reason(e.date != kNone, Field::date);
    reason(e.quantities.count > 0, Field::quantity);
    reason(e.attributions.count > 0, Field::attribution);
    reason(e.conditions.count > 0, Field::condition);
    reason(e.content.count > 0, Field::content);
    reason(e.because.count > 0, Field::because);
    reason(e.retaliation_for.count > 0, Field::retaliation_for);
    reason(e.status != EventStatus::occurred, Field::status);
    reason(e.aux != 0, Field::aux);
    reason(e.background, Field::salience);
  }

  const Lexicon& lexicon_;
  const Document& document_;
  const Reading& r_;
  std::string broken_;
};

/// The first property that the reading of `document` breaks, "" where all hold.
inline std::string broken_property(const Lexicon& lexicon, const Document& document, const Reading& reading) {
  return ReadingCheck(lexicon, document, reading).first_broken();
}

}  // namespace isnad
