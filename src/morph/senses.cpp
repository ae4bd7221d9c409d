// Which of the words that are written alike: the nearest word that tells them apart decides.
#include "morph/senses.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kWindow = 8;   // words before and after in which a neighbour counts
constexpr uint32_t kSubject = 3;  // words between a verb and its subject

class Senses {
 public:
  Senses(const Lexicon& lexicon, std::vector<Word>& words) : x_(lexicon), words_(words), bi_(lexicon.clitic(Clitic::bi)) {}

  void sentence(uint32_t begin, uint32_t end) {
    begin_ = begin, end_ = end;
    for (uint32_t w = begin; w < end; ++w)
      if (words_[w].lemma.valid() && x_.lemma(words_[w].lemma).senses != 0) settle(w);
  }

 private:
  void settle(uint32_t w) {
    const uint32_t group = x_.lemma(words_[w].lemma).senses;
    uint32_t least = kWindow + 1;
    for (const Sense& s : x_.senses) {
      if (s.group != group) continue;
      const uint32_t d = distance(s, w);
      if (d >= least) continue;
      least = d;
      words_[w].lemma = LemmaId{s.lemma};
    }
  }

  /// How far away the nearest neighbour is that tells this sense; more than kWindow if none does.
  [[nodiscard]] uint32_t distance(const Sense& s, uint32_t w) const {
    uint32_t least = kWindow + 1;
    const uint32_t from = w - std::min(w - begin_, kWindow), to = std::min(end_, w + kWindow + 1);
    const bool by = w > begin_ && words_[w - 1].lemma == bi_;
    for (uint32_t i = from; i < to; ++i) {
      if (i == w || !words_[i].lemma.valid()) continue;
      const uint32_t d = i < w ? w - i : i - w;
      if (d < least && ((nears(i, w) && in(s.near, i)) || (by && i < w && in(s.by, i)) || (does(i, w, d) && in(s.does, i)))) least = d;
    }
    return least;
  }

  /// May word i tell what word w is: a verb does only where w may be its object.
  [[nodiscard]] bool nears(uint32_t i, uint32_t w) const {
    if (words_[i].features.upos() != Upos::verb) return true;
    return i < w && together(i, w) && words_[w - 1].features.upos() != Upos::adp;
  }

  /// May word i be what word w does: a verb near it, feminine as it is, or the noun that it is annexed to.
  [[nodiscard]] bool does(uint32_t i, uint32_t w, uint32_t d) const {
    const Features f = words_[i].features;
    if (f.upos() == Upos::verb)
      return d <= kSubject && f.gender() == Gender::fem && f.number() == Number::sing && together(std::min(i, w), std::max(i, w));
    return i + 1 == w;
  }

  /// No conjunction or mark stands between.
  [[nodiscard]] bool together(uint32_t from, uint32_t to) const {
    for (uint32_t i = from + 1; i < to; ++i) {
      const Upos upos = words_[i].features.upos();
      if (upos == Upos::cconj || upos == Upos::sconj || upos == Upos::punct) return false;
    }
    return true;
  }

  [[nodiscard]] bool in(Slice list, uint32_t i) const {
    const auto texts = x_.texts_of(list);
    return std::find(texts.begin(), texts.end(), x_.lemma(words_[i].lemma).text.offset) != texts.end();
  }

  const Lexicon& x_;
  std::vector<Word>& words_;
  LemmaId bi_;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

void settle_senses(const Lexicon& lexicon, const Text& text, Words& words) {
  Senses senses(lexicon, words.words);
  for (const Sentence& s : text.sentences) senses.sentence(words.first_of[s.first.value].value, words.first_of[s.last.value].value);
}

}  // namespace isnad
