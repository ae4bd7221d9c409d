// Names: longest matches of the lexicon's trie over tokens, with clitics stripped from the first word.
#include <algorithm>
#include <array>

#include "mention/steps.h"

namespace isnad {

const Payload* payload_of(const Lexicon& lexicon, const NameMatch& name, PayloadKind kind) {
  for (const Payload& p : lexicon.payloads_of(name.node))
    if (p.kind == kind) return &p;
  return nullptr;
}

namespace {

using namespace letter;

class NameFinder {
 public:
  NameFinder(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out)
      : lexicon_(lexicon), text_(text), words_(words), out_(out) {
    const std::array<Letter, 3> joined{kLam, kBa, kKaf};
    for (size_t i = 0; i < joined.size(); ++i) joined_[i] = lexicon.name_word({&joined[i], 1});
    const std::array<Letter, 2> that{kAlif, kNun};
    that_ = lexicon.name_word({that.data(), that.size()});
  }

  void sentence(const Sentence& s) {
    end_ = s.last.value;
    for (uint32_t t = s.first.value; t < end_;) {
      NameMatch best;
      best.last = TokenId{t};
      const TokenKind kind = text_.tokens[t].kind;
      if (kind == TokenKind::word || kind == TokenKind::latin) starts(t, best);
      if (best.last.value == t) {
        ++t;
        continue;
      }
      out_.names.push_back(best);
      t = best.last.value;
    }
  }

 private:
  /// Every way to strip clitics from the first token.
  void starts(uint32_t t, NameMatch& best) {
    const Token& token = text_.tokens[t];
    try_from(t, token.first, best);
    uint32_t at = token.first;
    if (token.size() > 2 && (at_letter(at) == kWaw || at_letter(at) == kFa)) {
      ++at;
      try_from(t, at, best);
    }
    if (token.last - at > 3) {
      const Letter c = at_letter(at);
      if (c == kLam && at_letter(at + 1) == kLam) try_with_article(t, at, best);
      if (c == kBa || c == kLam || c == kKaf) try_from(t, at + 1, best);
    }
  }

  [[nodiscard]] Letter at_letter(uint32_t i) const { return text_.folded[i]; }

  void try_from(uint32_t t, uint32_t at, NameMatch& best) {
    const uint32_t last = text_.tokens[t].last;
    if (last - at < 1) return;
    walk(t, at, name_node(lexicon_, text_, words_, t, at, last), best);
  }

  /// "lil..." stands for li + al...: al is put back before the look-up.
  void try_with_article(uint32_t t, uint32_t at, NameMatch& best) {
    const uint32_t last = text_.tokens[t].last;
    std::array<Letter, 64> word;
    if (last - at > 60) return;
    word[0] = kAlif;
    word[1] = kLam;
    std::copy(text_.folded.begin() + at + 2, text_.folded.begin() + last, word.begin() + 2);
    const uint32_t id = lexicon_.name_word({word.data(), last - at});
    if (id != kNone) walk(t, at + 1, lexicon_.trie_step(0, id), best);
  }

  /// From the node of the first token on.
  void walk(uint32_t t, uint32_t at, uint32_t node, NameMatch& best) {
    uint32_t next = t + 1;
    const bool whole = at == text_.tokens[t].first;
    while (node != kNone) {
      if (!lexicon_.payloads_of(node).empty() && next > best.last.value && (next > t + 1 || single_fits(t, at, node, whole))) {
        best = {TokenId{t}, TokenId{next}, node, at};
      }
      if (lexicon_.trie_nodes[node].edges.count == 0) return;
      joined_particle(t, at, node, next, best);
      uint32_t following = next;
      if (following < end_ && text_.quotes(text_.tokens[following])) ++following;
      if (following >= end_) return;
      const uint32_t id = name_word(lexicon_, text_, words_, following);
      const uint32_t child = id == kNone ? kNone : lexicon_.trie_step(node, id);
      if (child == kNone) return before_pronoun(t, at, node, following, best);
      node = child;
      next = following + 1;
    }
  }

  /// An expression that ends in "that" is there with a pronoun on that word, too ("although they").
  void before_pronoun(uint32_t t, uint32_t at, uint32_t node, uint32_t last, NameMatch& best) const {
    const Word& that = words_[words_.first_of[last]];
    const WordId pronoun = words_.first_of[last].next();
    if (that.last - that.first != 2 || text_.folded[that.first] != kAlif || text_.folded[that.first + 1] != kNun) return;
    if (pronoun >= words_.first_of[last + 1] || words_[pronoun].features.upos() != Upos::pron || last < best.last.value) return;
    const uint32_t child = that_ == kNone ? kNone : lexicon_.trie_step(node, that_);
    if (child == kNone || lexicon_.payloads_of(child).empty()) return;
    best = {TokenId{t}, TokenId{last + 1}, child, at, true};
  }

  /// An expression that ends in a lone li, bi or ka takes the clitic of the next token.
  void joined_particle(uint32_t t, uint32_t at, uint32_t node, uint32_t next, NameMatch& best) {
    if (next >= end_ || text_.tokens[next].size() < 3) return;
    static constexpr std::array<Letter, 3> kLetters{kLam, kBa, kKaf};
    for (size_t i = 0; i < 3; ++i) {
      if (joined_[i] == kNone || text_.folded[text_.tokens[next].first] != kLetters[i]) continue;
      const uint32_t child = lexicon_.trie_step(node, joined_[i]);
      if (child == kNone || lexicon_.payloads_of(child).empty() || next <= best.last.value - (best.last.value > t ? 1U : 0U)) continue;
      best = {TokenId{t}, TokenId{next}, child, at};
    }
  }

  /// Is it a word for a channel without an article ("Twitter").
  [[nodiscard]] bool channel(const Word& w) const {
    return w.lemma.valid() && !w.article && (lexicon_.lemma(w.lemma).classes & bit(NounClass::medium));
  }

  /// All who follow somebody ("the Houthis", "the Sadrists"), of whom the lexicon has the noun for one, too.
  [[nodiscard]] bool followers(const Word& w) const {
    const bool all = w.features.upos() == Upos::noun && w.article && !w.enclitic && w.features.number() == Number::plur;
    return all && w.lemma && (lexicon_.lemma(w.lemma).classes & bit(NounClass::person));
  }

  /// A name of one token must be what the chosen reading of that token is.
  [[nodiscard]] bool single_fits(uint32_t t, uint32_t at, uint32_t node, bool whole) const {
    const Word& main = words_[words_.main_of[t]];
    const Upos upos = main.features.upos();
    const WordId first = words_.first_of[t];
    uint32_t stem = main.first;
    const bool clitics = first != words_.main_of[t];
    if (clitics && joined_expression(t, at, node)) return true;
    if (whole == clitics) return false;
    if (!whole && stem != at) return false;
    for (const Payload& p : lexicon_.payloads_of(node)) {
      switch (p.kind) {
        case PayloadKind::number:
        case PayloadKind::calendar:
        case PayloadKind::description:
        case PayloadKind::phrase:
          if (upos != Upos::verb) return true;
          break;
        case PayloadKind::given_name:
        case PayloadKind::surname:
        case PayloadKind::teknonym:
          if (upos == Upos::propn || upos == Upos::x) return true;
          break;
        case PayloadKind::actor:
          if (upos == Upos::noun && lexicon_.actors[p.index].kind == EntityKind::media && channel(main)) return true;
          if (upos == Upos::noun && lexicon_.actors[p.index].kind == EntityKind::parliament && main.article && !main.enclitic) return true;
          if (upos == Upos::propn || upos == Upos::x || (upos == Upos::noun && main.guess) || followers(main)) return true;
          break;
        case PayloadKind::country:
          if (p.low != 2 && country_despite(main)) return true;
          [[fallthrough]];
        default:
          if (upos == Upos::propn || upos == Upos::x || (upos == Upos::noun && main.guess)) return true;
      }
    }
    return false;
  }

  /// A noun that says only how: "severely", but not "with violence" or "with speed", which may be of something.
  [[nodiscard]] bool manner(const Word& w) const {
    if (!w.lemma || w.article || w.features.number() != Number::sing) return false;
    const Lemma& l = lexicon_.lemma(w.lemma);
    return l.derivation != Derivation::masdar && l.classes == bit(NounClass::abstract);
  }

  /// An expression written as one word with its preposition ("because-of", "by-means-of"), read as that preposition and a noun; it governs
  /// what follows.
  [[nodiscard]] bool joined_expression(uint32_t t, uint32_t at, uint32_t node) const {
    const WordId main = words_.main_of[t], before = main.prev();
    if (words_[main].features.upos() != Upos::noun || words_[main].enclitic || words_[main].last != text_.tokens[t].last) return false;
    if (words_[before].features.upos() != Upos::adp || words_[before].first != at) return false;
    for (const Payload& p : lexicon_.payloads_of(node))
      if (p.kind == PayloadKind::phrase && (p.high != 0 || (Function(p.index) == Function::adverb && manner(words_[main])))) return true;
    return false;
  }

  /// A state or capital read as a common noun ("sunset" for Morocco), or as the accusative of its own adjective ("Russian" for Russia).
  [[nodiscard]] bool country_despite(const Word& w) const {
    if (w.enclitic || w.last != text_.tokens[w.token.value].last) return false;
    if (w.features.upos() == Upos::noun) return w.features.number() != Number::plur;
    const bool adverbial = text_.folded[w.last - 1] == kAlif && w.lemma && lexicon_.lemma(w.lemma).country != kNone;
    if (w.features.upos() != Upos::adj || !adverbial || w.article) return false;
    if (w.token.value == 0) return true;
    const Word& before = words_[words_.main_of[w.token.value - 1]];  // "a Turkish soldier" shows the accusative twice
    const Upos upos = before.features.upos();
    return (upos != Upos::noun && upos != Upos::adj && upos != Upos::num) || text_.folded[before.last - 1] != kAlif;
  }

  const Lexicon& lexicon_;
  const Text& text_;
  const Words& words_;
  Mentions& out_;
  uint32_t end_ = 0;
  std::array<uint32_t, 3> joined_{};
  uint32_t that_ = kNone;
};

}  // namespace

void find_names(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out) {
  NameFinder finder(lexicon, text, words, out);
  for (const Sentence& s : text.sentences) finder.sentence(s);
}

}  // namespace isnad
