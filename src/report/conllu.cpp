// CoNLL-U, https://universaldependencies.org/format.html
#include "report/conllu.h"

#include <fmt/format.h>

#include <iterator>

#include "report/cells.h"
#include "report/features_text.h"
#include "report/links.h"
#include "report/surface.h"

namespace isnad {
namespace {

class ConlluWriter {
 public:
  ConlluWriter(const View& view, std::string& out) : view_(view), out_(out), links_(link_words(view)) {}

  void write() {
    fmt::format_to(std::back_inserter(out_), "# newdoc id = {}\n", clean_cell(view_.document.id));
    const auto& sentences = view_.reading.text.sentences;
    for (size_t i = 0; i < sentences.size(); ++i) sentence(sentences[i], i);
  }

 private:
  [[nodiscard]] const Words& words() const { return view_.reading.words; }

  void sentence(const Sentence& s, size_t index) {
    fmt::format_to(std::back_inserter(out_), "# sent_id = {}-{}\n# text = {}\n", clean_cell(view_.document.id), index + 1,
                   clean_cell(view_.at(s.span)));
    first_ = words().first_of[s.first.value];
    for (TokenId t = s.first; t < s.last; t = t.next()) token(t, t.next() < s.last);
    out_ += '\n';
  }

  [[nodiscard]] uint32_t number(WordId w) const { return w.value - first_.value + 1; }

  void token(TokenId t, bool more) {
    const auto& tokens = view_.reading.text.tokens;
    const WordId begin = words().first_of[t.value], end = words().first_of[t.value + 1];
    const bool glued = more && !tokens[t.value + 1].space_before;
    const char* misc = glued ? "SpaceAfter=No" : "_";
    const bool several = end.value - begin.value > 1;
    if (several)
      fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", number(begin), number(end.prev()),
                     clean_cell(view_.at(tokens[t.value].span)), misc);
    for (WordId w = begin; w < end; w = w.next()) word(w, several ? "_" : misc);
  }

  void word(WordId id, const char* space) {
    const Word& w = words()[id];
    const std::string form = word_form(view_, id);
    const std::string lemma = w.lemma ? std::string(view_.lexicon.lemma_text(w.lemma)) : own_lemma(w, form);
    const std::string misc = !w.guess ? space : *space == '_' ? "Guess=Yes" : std::string("Guess=Yes|") + space;
    const WordId head = links_.head[id.value];
    const std::string where = !head ? "_" : head == id ? "0" : std::to_string(number(head));
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{}\n", number(id), form, lemma,
                   kUposNames[size_t(w.features.upos())], features_text(w.features), where, head ? links_.relation[id.value] : "_", misc);
  }

  /// Of a word that the lexicon lacks: as it stands, a common noun or adjective without its article.
  static std::string own_lemma(const Word& w, const std::string& form) {
    constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";
    const bool bare = w.article && w.features.upos() != Upos::propn && form.starts_with(kArticle);
    return bare ? form.substr(kArticle.size()) : form;
  }

  const View& view_;
  std::string& out_;
  WordLinks links_;
  WordId first_;
};

}  // namespace

void append_conllu(const View& view, std::string& out) { ConlluWriter(view, out).write(); }

}  // namespace isnad
