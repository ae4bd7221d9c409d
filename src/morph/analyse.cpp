// Words of a document: candidates sentence by sentence, the choice, and the words that come out.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "morph/arabic.h"
#include "morph/choose.h"
#include "morph/senses.h"
#include "morph/words.h"

namespace isnad {
namespace {

/// Tokens that are not Arabic words have one reading.
Upos plain_upos(TokenKind kind) {
  switch (kind) {
    case TokenKind::number:
      return Upos::num;
    case TokenKind::word:
    case TokenKind::latin:
    case TokenKind::foreign:
    case TokenKind::url:
    case TokenKind::hashtag:
    case TokenKind::handle:
      return Upos::x;
    case TokenKind::symbol:
      return Upos::sym;
    default:
      return Upos::punct;
  }
}

class Analyser {
 public:
  Analyser(const Lexicon& lexicon, const Text& text, MorphWorkspace& w, Words& out) : lexicon_(lexicon), text_(text), w_(w), out_(out) {
    for (const bool la : {false, true}) negations_[la] = negation(la ? letter::kLam : letter::kMim);
  }

  /// Long sentences are cut at punctuation every few hundred tokens: the path is the same, the memory bounded.
  void sentence(const Sentence& s) {
    const uint32_t body = s.body > s.first && s.body < s.last ? s.body.value : s.first.value;  // the dateline stands apart
    for (uint32_t t = s.first.value; t < s.last.value;) {
      const uint32_t end = t < body ? body : std::min(s.last.value, t + 400);
      piece(t, end, t == body && s.kind != SentenceKind::title);
      t = end;
    }
  }

 private:
  void piece(uint32_t begin, uint32_t end, bool opening) {
    w_.memo.make_room(lexicon_, w_.pool);
    if (w_.pool.candidates.empty()) add_plain();
    ask(begin, end);
    w_.tokens.clear();
    size_t asked = 0;
    for (uint32_t t = begin; t < end; ++t) {
      const Token& token = text_.tokens[t];
      if (plain(token)) {
        out_.names.emplace_back();
        if (!text_.quotes(token)) w_.tokens.push_back({uint32_t(token.kind), 1});  // quotation marks don't part what stands around them
        continue;
      }
      const TokenFacts& facts = w_.memo.answer(lexicon_, text_, token, w_.questions[asked++], w_.pool);
      out_.names.push_back(facts.names);
      w_.tokens.push_back(facts.readings);
      for (const uint32_t node : facts.names.starts)
        if (node < lexicon_.trie_nodes.size()) __builtin_prefetch(&lexicon_.trie_nodes[node]);  // names are looked for next
    }
    choose(w_, opening);
    for (size_t i = 0; i < w_.tokens.size(); ++i) __builtin_prefetch(&w_.pool.candidates[w_.tokens[i].first + w_.chosen[i]]);
    uint32_t index = 0;
    for (uint32_t t = begin; t < end; ++t) {
      if (text_.quotes(text_.tokens[t]))
        emit_quote(t);
      else
        emit(t, index++);
    }
  }

  void ask(uint32_t begin, uint32_t end) {
    w_.questions.clear();
    for (uint32_t t = begin; t < end; ++t)
      if (!plain(text_.tokens[t])) w_.questions.push_back(w_.memo.ask(text_, text_.tokens[t]));
    for (const auto& q : w_.questions) w_.memo.fetch(q);
  }

  [[nodiscard]] static bool plain(const Token& token) { return token.kind != TokenKind::word || token.size() > TokenMemo::kMaxLetters; }

  /// The first candidates: the only reading of each kind of token that is no Arabic word.
  void add_plain() {
    for (size_t kind = 0; kind < size_t(TokenKind::count_); ++kind) {
      Candidate c;
      c.features.with(plain_upos(TokenKind(kind)));
      c.face = w_.pool.faces.number_of(face_of(lexicon_, c));
      w_.pool.candidates.push_back(c);
    }
    w_.pool.weigh();
  }

  void emit_quote(uint32_t t) {
    out_.first_of.push_back(WordId::at(out_.words.size()));
    out_.main_of.push_back(WordId::at(out_.words.size()));
    Word w = word(t, text_.tokens[t].first, text_.tokens[t].last);
    w.features.with(Upos::punct);
    w.main = true;
    w.margin = 255;
    out_.words.push_back(w);
  }

  void emit(uint32_t t, uint32_t index) {
    const Token& token = text_.tokens[t];
    const Candidate& c = w_.pool.candidates[w_.tokens[index].first + w_.chosen[index]];
    out_.first_of.push_back(WordId::at(out_.words.size()));
    uint32_t at = token.first;
    const auto clitic = [&](Clitic which, Upos upos) {
      Word w = word(t, at, at + 1);
      w.lemma = lexicon_.clitic(which);
      w.features.with(upos);
      out_.words.push_back(w);
      ++at;
    };
    if (c.question) clitic(Clitic::a, Upos::part);
    if (c.proclitic != Proclitic::none) clitic(c.proclitic == Proclitic::wa ? Clitic::wa : Clitic::fa, Upos::cconj);
    if (c.particle == Particle::la || c.particle == Particle::ma) {
      Word w = word(t, at, at + 2);
      w.lemma = negations_[c.particle == Particle::la];
      w.features.with(Upos::part);
      out_.words.push_back(w);
      at += 2;
    } else if (c.particle == Particle::sa)
      clitic(Clitic::sa, Upos::part);
    else if (c.particle == Particle::emphatic)
      clitic(Clitic::la, Upos::part);
    else if (c.particle != Particle::none)
      clitic(c.particle == Particle::bi ? Clitic::bi : c.particle == Particle::li ? Clitic::li : Clitic::ka, Upos::adp);
    Word main =
        plain(token) ? word(t, token.first, token.last) : word(t, std::min(at, token.first + c.stem_first), token.first + c.stem_last);
    main.lemma = c.lemma;
    main.features = c.features;
    if (c.article) main.features.with(State::def);
    main.main = true;
    main.article = c.article;
    main.guess = c.guess;
    runner_up(index, main);
    if (c.lemma.valid()) fetch(lexicon_.lemma(c.lemma));
    out_.main_of.push_back(WordId::at(out_.words.size()));
    out_.words.push_back(main);
    if (c.enclitic == 0) return;
    const auto& e = arabic_words::kEncliticTable[c.enclitic - 1];
    Word pronoun = word(t, token.first + c.stem_last, token.last);
    pronoun.lemma = lexicon_.clitic(Clitic::pronoun);
    pronoun.features.with(Upos::pron).with(e.person).with(e.gender).with(e.number);
    pronoun.enclitic = true;
    out_.words.push_back(pronoun);
  }

  /// Everything after this asks for the lemma, which may lie on two lines of the cache.
  static void fetch(const Lemma& l) {
    __builtin_prefetch(&l.classes);
    __builtin_prefetch(&l.gender);
  }

  /// The lemma of la or ma that denies.
  [[nodiscard]] LemmaId negation(Letter first) const {
    const Letter letters[] = {first, letter::kAlif};
    for (const FormEntry& e : lexicon_.find({letters, 2}))
      if (e.features.upos() == Upos::part && lexicon_.lemma(LemmaId{e.lemma}).function == Function::neg) return LemmaId{e.lemma};
    return LemmaId::none();
  }

  [[nodiscard]] Word word(uint32_t t, uint32_t first, uint32_t last) const {
    const Token& token = text_.tokens[t];
    Word w;
    w.token = TokenId{t};
    w.first = first;
    w.last = last;
    w.span = {first == token.first ? token.span.begin : text_.origin[first], last == token.last ? token.span.end : text_.origin[last]};
    return w;
  }

  /// The second choice: the other reading with the cheapest path up to it.
  void runner_up(uint32_t index, Word& w) const {
    const Readings r = w_.tokens[index];
    const int32_t* paths = &w_.best[w_.base[index]];
    const uint32_t chosen = w_.chosen[index];
    int best = 255;
    uint32_t second = chosen;
    const auto closer = [&](int32_t path) {
      const int margin = std::max(0, path - paths[chosen]);
      return margin < best ? best = margin, true : false;
    };
    for (uint32_t c = 0; c < r.count; ++c)
      if (c != chosen && closer(paths[c])) second = c;
    if (second != chosen) w.runner_up = w_.pool.candidates[r.first + second].entry;
    const Candidate& own = w_.pool.candidates[r.first + chosen];
    if (own.twin != kNone && closer(paths[chosen] + own.twin_cost - own.cost)) w.runner_up = own.twin;
    w.margin = uint8_t(best);
  }

  const Lexicon& lexicon_;
  const Text& text_;
  MorphWorkspace& w_;
  Words& out_;
  std::array<LemmaId, 2> negations_;  // ma, la
};

}  // namespace

uint32_t name_word(const Lexicon& lexicon, const Text& text, const Words& words, uint32_t t) {
  const uint32_t known = words.names[t].word;
  return known != NameKeys::kNotAsked ? known : lexicon.name_word(text.folded_of(text.tokens[t]));
}

uint32_t name_node(const Lexicon& lexicon, const Text& text, const Words& words, uint32_t t, uint32_t first, uint32_t last) {
  const NameKeys& known = words.names[t];
  const Token& token = text.tokens[t];
  if (known.word != NameKeys::kNotAsked && last == token.last && first - token.first < known.starts.size())
    if (const uint32_t node = known.starts[first - token.first]; node != NameKeys::kNotAsked) return node;
  const uint32_t word = lexicon.name_word({text.folded.data() + first, last - first});
  return word == kNone ? kNone : lexicon.trie_step(0, word);
}

void analyse(const Lexicon& lexicon, const Text& text, MorphWorkspace& workspace, Words& out) {
  out.words.clear();
  out.first_of.clear();
  out.main_of.clear();
  out.names.clear();
  Analyser analyser(lexicon, text, workspace, out);
  for (const Sentence& s : text.sentences) analyser.sentence(s);
  out.first_of.push_back(WordId::at(out.words.size()));
  settle_senses(lexicon, text, out);
}

std::string dump(const Lexicon& lexicon, const Document& document, const Words& words) {
  std::string out;
  for (const Word& w : words.words) {
    const Features f = w.features;
    static constexpr std::array<std::string_view, 3> kGender{"", "m", "f"};
    static constexpr std::array<std::string_view, 4> kNumber{"", "s", "d", "p"}, kPerson{"", "1", "2", "3"},
        kAspect{"", "perf", "imp", "cmd"};
    static constexpr std::array<std::string_view, 4> kCase{"", "nom", "acc", "gen"}, kState{"", "indef", "def", "constr"};
    out += fmt::format("{}..{} {} {} {} {}{}{} {} {}{} {}{}{}\n", w.span.begin, w.span.end, document.at(w.span),
                       lexicon.lemma_text(w.lemma), kUposNames[size_t(f.upos())], kPerson[size_t(f.person())], kGender[size_t(f.gender())],
                       kNumber[size_t(f.number())], kAspect[size_t(f.aspect())], f.voice() == Voice::pass ? "pass " : "",
                       kCase[size_t(f.kase())], kState[size_t(f.state())], w.guess ? " guess" : "", w.enclitic ? " enclitic" : "");
  }
  return out;
}

}  // namespace isnad
