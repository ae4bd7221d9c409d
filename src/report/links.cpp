// From phrases and clauses to heads and relations. What is surer comes first: a word keeps the first link it gets.
#include "report/links.h"

namespace isnad {
namespace {

class Linker {
 public:
  explicit Linker(const View& view) : view_(view), sentence_(sentences_of_words(view)) {
    out_.head.resize(words().size());
    out_.relation.resize(words().size());
  }

  WordLinks run() {
    roots();
    arguments();
    sources();
    clauses();
    phrases();
    fronted();
    names();
    counts();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Words& words() const { return view_.reading.words; }
  [[nodiscard]] const Mentions& mentions() const { return view_.reading.mentions; }
  [[nodiscard]] const Clauses& all() const { return view_.reading.clauses; }
  [[nodiscard]] bool known(WordId w) const { return w && w.value < words().size(); }

  /// Links `word` under `head`, unless it has a head, or that would cross sentences or close a circle.
  void link(WordId word, WordId head, std::string_view relation) {
    if (!known(word) || !known(head) || out_.head[word.value] || word == head) return;
    if (sentence_[word.value] != sentence_[head.value]) return;
    for (WordId up = head; up; up = out_.head[up.value]) {
      if (up == word) return;
      if (out_.head[up.value] == up) break;
    }
    out_.head[word.value] = head;
    out_.relation[word.value] = relation;
  }

  /// The first main predicate of each sentence.
  void roots() {
    SentenceId last;
    for (const Clause& c : all().clauses) {
      if (c.link != Link::root || c.parent || !known(c.predicate) || c.sentence == last) continue;
      last = c.sentence;
      out_.head[c.predicate.value] = c.predicate;
      out_.relation[c.predicate.value] = "root";
    }
  }

  /// The noun that a relative clause describes fills a role in it, but hangs outside: in its place stands a pronoun, or nothing.
  static bool antecedent(const Argument& a) { return a.rule.starts_with("relative."); }

  [[nodiscard]] std::string_view relation_of(const Clause& c, const Argument& a) const {
    const bool verbal = c.kind == PredicateKind::verb || c.kind == PredicateKind::participle;
    if (!verbal && !a.rule.starts_with("subject.") && a.rule != "object.masdar") return "nmod";
    switch (a.role) {
      case ArgumentRole::subject:
        return c.passive ? "obl:agent" : "nsubj";
      case ArgumentRole::object:
        if (copula(c)) return "xcomp";
        return c.passive ? "nsubj:pass" : "obj";
      case ArgumentRole::object2:
        return c.passive ? "obj" : "iobj";
      case ArgumentRole::annexed:
        return "nmod";
      case ArgumentRole::content:
        if (a.phrase) return "obj";
        return c.passive || modal(c) ? "csubj" : "ccomp";
      case ArgumentRole::time:
        return "obl:tmod";
      default:
        return a.rule == "oblique.governed" ? "obl:arg" : "obl";
    }
  }

  [[nodiscard]] bool is(const Clause& c, VerbClass v) const {
    return c.kind == PredicateKind::verb && c.lemma && (view_.lexicon.lemma(c.lemma).classes & bit(v)) != 0;
  }
  [[nodiscard]] bool copula(const Clause& c) const { return is(c, VerbClass::copula); }
  [[nodiscard]] bool modal(const Clause& c) const { return is(c, VerbClass::modal); }

  void arguments() {
    for (const Clause& c : all().clauses) {
      if (c.link == Link::light && copula(c) && all()[c.parent].kind != PredicateKind::verb) {
        link(c.predicate, all()[c.parent].predicate, "cop");  // what is the copula's is its predicate's
        continue;
      }
      for (const Argument& a : all().arguments_of(c)) {
        if (a.inherited) continue;
        if (antecedent(a)) {
          if (a.rule == "relative.object") link(pronoun_after(c.predicate), c.predicate, c.passive ? "nsubj:pass" : "obj");
          continue;
        }
        const WordId word = a.phrase ? head(mentions()[a.phrase]) : a.clause ? all()[a.clause].predicate : WordId::none();
        if (a.rule == "oblique.nearest" && completes(a)) link(word, noun_before(mentions()[a.phrase]), "nmod");
        link(word, c.predicate, relation_of(c, a));
      }
    }
  }

  /// A preposition that tells neither where nor when, which no predicate governs, right after a noun: it completes that.
  [[nodiscard]] bool completes(const Argument& a) const {
    constexpr uint64_t kWhere = bit(NounClass::place) | bit(NounClass::time) | bit(NounClass::meeting);
    if (!a.phrase || a.clause || !a.preposition || !noun_before(mentions()[a.phrase])) return false;
    const uint64_t classes = view_.lexicon.lemma(a.preposition).classes;
    return (classes & bit(NounClass::planned)) || !(classes & kWhere);
  }

  /// Who says it after a fixed expression that holds a verb: "as ... said".
  void sources() {
    for (const Attribution& a : all().attributions) {
      if (a.clause || !a.speaker || !known(a.verb) || mentions().function_of[a.verb.value] == kNone) continue;
      const TokenId last = mentions().names[mentions().function_of[a.verb.value]].last;
      for (WordId w = a.verb; known(w) && words()[w].token < last; w = w.next())
        if (words()[w].features.upos() == Upos::verb) link(mentions()[a.speaker].head, w, "nsubj");
    }
  }

  /// The word that stands for the phrase: its head, but the number in "many of the soldiers", which holds them.
  [[nodiscard]] WordId head(const Phrase& p) const {
    if (p.number == kNone || p.number >= mentions().numbers.size()) return p.head;
    const NumberMention& n = mentions().numbers[p.number];
    return n.counted == p.head && n.last <= p.head && partitive(n) ? n.first : p.head;
  }

  /// Does "of" stand at the end of the number or right after it.
  [[nodiscard]] bool partitive(const NumberMention& n) const {
    const auto of = [&](WordId w) { return known(w) && words()[w].features.upos() == Upos::adp && words()[w].main; };
    return n.first < n.last && n.counted && n.last <= n.counted && (of(n.last.prev()) || (n.last < n.counted && of(n.last)));
  }

  [[nodiscard]] WordId pronoun_after(WordId w) const { return known(w.next()) && words()[w.next()].enclitic ? w.next() : WordId::none(); }

  /// The noun that a relative clause describes: the nearest phrase before it among its antecedents and inherited arguments.
  [[nodiscard]] WordId described(const Clause& c) const {
    WordId best;
    for (const Argument& a : all().arguments_of(c)) {
      if ((!a.inherited && !antecedent(a)) || !a.phrase) continue;
      const WordId head = mentions()[a.phrase].head;
      if (head < c.predicate && (!best || best < head)) best = head;
    }
    return best;
  }

  static std::string_view relation_of(Link l) {
    switch (l) {
      case Link::content:
      case Link::speech:
        return "ccomp";
      case Link::coordination:
        return "conj";
      case Link::relative:
        return "acl";
      case Link::condition:
      case Link::condition_unless:
      case Link::condition_until:
      case Link::condition_even:
      case Link::condition_counterfactual:
      case Link::because:
      case Link::purpose:
      case Link::time:
      case Link::concession:
      case Link::circumstance:
        return "advcl";
      default:
        return {};
    }
  }

  void clauses() {
    for (const Clause& c : all().clauses) {
      link(c.marker, c.predicate, "mark");
      const auto relation = relation_of(c.link);
      if (relation.empty()) continue;
      if (c.link == Link::relative) link(c.predicate, described(c), relation);
      if (c.parent) link(c.predicate, all()[c.parent].predicate, relation);
    }
  }

  void phrases() {
    for (const Phrase& p : mentions().phrases) {
      link(p.preposition, head(p), "case");
      if (p.outer) {
        const Phrase& outer = mentions()[p.outer];
        if (p.attachment == Attachment::annexed) link(head(p), outer.head, "nmod");
        if (p.attachment == Attachment::apposed)
          link(p.head, outer.head, p.kind == PhraseKind::name && outer.kind == PhraseKind::name ? "flat" : "appos");
        if (p.attachment == Attachment::coordinated) conjunct(p, outer);
      }
      if (p.preposition && !p.outer) link(head(p), noun_before(p), "nmod");
      for (uint32_t i = 0; i < p.adjective_count; ++i) link(mentions().adjectives[p.adjectives + i], p.head, "amod");
    }
  }

  /// "during the talks, the minister said": a phrase after a preposition that nothing before it took belongs to the verb that follows.
  void fronted() {
    const auto& clauses = all().clauses;
    size_t next = 0;
    for (const Phrase& p : mentions().phrases) {
      if (!p.preposition || p.outer) continue;
      while (next < clauses.size() && (clauses[next].predicate <= p.head || clauses[next].kind != PredicateKind::verb)) ++next;
      if (next < clauses.size()) link(head(p), clauses[next].predicate, "obl");
    }
  }

  /// The head of the longest phrase that ends right before the phrase's preposition.
  [[nodiscard]] WordId noun_before(const Phrase& p) const {
    WordId found;
    size_t i = size_t(&p - mentions().phrases.data());
    for (size_t tries = 0; i-- > 0 && tries < 8; ++tries)
      if (mentions().phrases[i].last == p.preposition) found = mentions().phrases[i].head;
    return found;
  }

  void conjunct(const Phrase& p, const Phrase& outer) {
    link(head(p), head(outer), "conj");
    const WordId start = p.preposition ? p.preposition : p.first;
    if (start.value == 0 || !known(start)) return;
    const WordId before = start.prev();
    if (words()[before].features.upos() == Upos::cconj) link(before, p.head, "cc");
  }

  /// Words of a name of several words.
  void names() {
    for (const Phrase& p : mentions().phrases) {
      if (p.kind != PhraseKind::name || p.name >= mentions().names.size()) continue;
      const NameMatch& n = mentions().names[p.name];
      for (TokenId t = n.first; t < n.last; t = t.next()) link(words().main_of[t.value], p.head, "flat");
    }
  }

  void counts() {
    for (const NumberMention& n : mentions().numbers) {
      if (!n.counted || n.ordinal) continue;
      if (partitive(n))
        link(n.counted, n.first, "nmod");
      else
        link(n.first, n.counted, "nummod");
    }
  }

  const View& view_;
  std::vector<SentenceId> sentence_;
  WordLinks out_;
};

}  // namespace

std::vector<SentenceId> sentences_of_words(const View& view) {
  const Words& words = view.reading.words;
  std::vector<SentenceId> out(words.size());
  const auto& sentences = view.reading.text.sentences;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const uint32_t first = words.first_of[sentences[s].first.value].value, last = words.first_of[sentences[s].last.value].value;
    for (uint32_t w = first; w < last; ++w) out[w] = SentenceId::at(s);
  }
  return out;
}

WordLinks link_words(const View& view) { return Linker(view).run(); }

}  // namespace isnad
