// What is generated is found again: every form of every entry of knowledge/ar, alone or with a pronoun, article or conjunction where it
// takes one, is among the readings of the written word, with its lemma and features.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/context.h"
#include "compile/tsv.h"
#include "morph/arabic.h"
#include "support/engine.h"

namespace isnad {
namespace {

using arabic::Form;

const std::string kFolder = std::string(ISNAD_SOURCE) + "/knowledge/ar/";

/// What a form must be found with, and how it is written.
struct Wanted {
  std::string lemma;
  Features features;
  std::string stem;
  bool article = false, pronoun = false;
};

/// Moods, and the participle behind an adjective, aren't compared: a spelling that several moods share has none.
bool agrees(Features found, Features wanted) {
  if (found.mood() == Mood::none) wanted.with(Mood::none);
  if (wanted.upos() != Upos::verb) wanted.with(found.verb_form());
  return found == wanted;
}

/// The entry that has all this; nothing if the lexicon lacks it.
const FormEntry* entry_of(const Wanted& wanted) {
  auto letters = exact_letters(wanted.stem);
  for (Letter& l : letters) l = fold(l);
  for (const FormEntry& e : engine::lexicon().find(letters)) {
    const uint8_t needed = uint8_t((wanted.article ? attach::kArticle : 0) | (wanted.pronoun ? attach::kPronoun : 0));
    const bool attaches = (e.attach & needed) == needed;
    if (attaches && engine::lexicon().lemma_text(LemmaId{e.lemma}) == wanted.lemma && agrees(e.features, wanted.features)) return &e;
  }
  return nullptr;
}

/// Readings this much dearer than the best, and those beyond this number, are left out of a token's list (morph/arabic.cpp); clitics cost
/// at most kClitics.
constexpr int kTooDear = 45, kClitics = 25;
constexpr size_t kMost = 16;

/// Reads single words; one for a whole test, as its vectors keep their capacity.
class Finder {
 public:
  /// Whether the reading is among those of the written word, or left out because others are so much likelier.
  bool finds(const std::string& written, const Wanted& wanted) {
    const FormEntry* entry = entry_of(wanted);
    if (entry == nullptr) return false;
    const Document document(written);
    read_text(document, text_);
    if (text_.tokens.size() != 1) return false;
    found_.clear();
    arabic_words::read_word(engine::lexicon(), text_, text_.tokens[0], found_);
    const bool found = std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) {
      return !c.guess && engine::lexicon().lemma_text(c.lemma) == wanted.lemma && agrees(c.features, wanted.features) &&
             c.article == wanted.article && (c.enclitic != 0) == wanted.pronoun;
    });
    if (found) return true;
    ++left_out_;
    return found_.size() == kMost || entry->cost + kClitics > found_.front().cost + kTooDear;
  }
  [[nodiscard]] size_t left_out() const { return left_out_; }

 private:
  Text text_;
  std::vector<Candidate> found_;
  size_t left_out_ = 0;
};

/// Ways to write a form: alone and after a conjunction, with a pronoun, with the article.
void check(Finder& finder, const Form& f, Wanted wanted, size_t& forms) {
  constexpr const char *kAnd = "\u0648", *kThe = "\u0627\u0644", *kHers = "\u0647\u0627";
  wanted.stem = to_utf8(arabic::bare(f.surface));
  const auto found = [&](const std::string& written, bool article, bool pronoun) {
    ++forms;
    wanted.article = article, wanted.pronoun = pronoun;
    EXPECT_TRUE(finder.finds(written, wanted)) << written << " of " << wanted.lemma;
  };
  if (!f.needs_pronoun) found(wanted.stem, false, false), found(kAnd + wanted.stem, false, false);
  if (f.takes_pronoun) found(wanted.stem + kHers, false, true);
  if (f.takes_article) found(kThe + wanted.stem, true, false);
}

/// Few were left out.
void check_counts(const Finder& finder, size_t count, size_t at_least) {
  EXPECT_GT(count, at_least);
  EXPECT_LT(finder.left_out() * 100, count);
}

size_t check_nominals(Finder& finder, const std::vector<Form>& forms, const std::string& lemma, Upos upos) {
  size_t count = 0;
  for (const Form& f : forms) check(finder, f, {arabic::canonical_lemma(lemma), features_of(f.features, upos), {}}, count);
  return count;
}

TEST(AnalysedBack, Verbs) {
  const auto table = read_table(kFolder + "verbs.tsv", "lemma root form imperfect masdars government class");
  ASSERT_TRUE(table.ok()) << table.error().message();
  Finder finder;
  size_t count = 0;
  for (const Row& r : table->rows) {
    const auto verb = arabic::conjugate({r[0], r[1], r[2], r[3], alternatives(r[4])});
    ASSERT_TRUE(verb.ok()) << verb.error().message();
    for (const Form& f : verb->forms) {
      if (r[5].empty() && f.features.voice == arabic::Voice::passive) continue;  // a verb that governs nothing has none
      check(finder, f, {arabic::canonical_lemma(r[0]), features_of(f.features, Upos::verb), {}}, count);
    }
    for (const std::string& m : verb->masdars)
      count += check_nominals(finder, *arabic::inflect_noun(arabic::masdar_entry(m)), m, Upos::noun);
  }
  check_counts(finder, count, 500'000U);
}

TEST(AnalysedBack, Nouns) {
  const auto table = read_table(kFolder + "nouns.tsv", "lemma gender plurals class root verb annexed");
  ASSERT_TRUE(table.ok()) << table.error().message();
  Finder finder;
  size_t count = 0;
  for (const Row& r : table->rows) {
    const auto classes = alternatives(r[3]);
    const bool plural = std::find(classes.begin(), classes.end(), "plural") != classes.end();
    const auto forms = arabic::inflect_noun({r[0], r[1], alternatives(r[2]), plural});
    ASSERT_TRUE(forms.ok()) << forms.error().message();
    count += check_nominals(finder, *forms, r[0], Upos::noun);
  }
  check_counts(finder, count, 50'000U);
}

TEST(AnalysedBack, Adjectives) {
  const auto table = read_table(kFolder + "adjectives.tsv", "lemma feminine plurals class root");
  ASSERT_TRUE(table.ok()) << table.error().message();
  Finder finder;
  size_t count = 0;
  for (const Row& r : table->rows) {
    const auto forms = arabic::inflect_adjective({r[0], r[1], alternatives(r[2])});
    ASSERT_TRUE(forms.ok()) << forms.error().message();
    count += check_nominals(finder, *forms, r[0], Upos::adj);
  }
  check_counts(finder, count, 50'000U);
}

/// What the compiler derives by rule, in the forms that it keeps.
TEST(AnalysedBack, Derived) {
  Finder finder;
  size_t count = 0, words = 0;
  for (const Lemma& l : engine::lexicon().lemmas) {
    const bool noun = l.derivation == Derivation::abstract;
    if (!noun && l.derivation != Derivation::nisba && l.derivation != Derivation::elative) continue;
    const std::string text(engine::lexicon().text(l.text));
    auto forms = noun ? arabic::inflect_noun(arabic::masdar_entry(text)) : arabic::inflect_adjective({text, "", {}});
    ASSERT_TRUE(forms.ok()) << forms.error().message();
    std::erase_if(*forms, [&](const Form& f) { return !noun && !is_usual(f); });
    for (Form& f : *forms) f.takes_pronoun = f.takes_pronoun && noun;
    count += check_nominals(finder, *forms, text, l.upos);
    ++words;
  }
  EXPECT_GT(words, 5'000U);
  check_counts(finder, count, 50'000U);
}

}  // namespace
}  // namespace isnad
