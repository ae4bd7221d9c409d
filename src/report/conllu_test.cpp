// Tests of features, links and CoNLL-U on a sentence built by hand: "wa-qala al-raisu lil-hazri." in transliteration.
#include "report/conllu.h"

#include <gtest/gtest.h>

#include "report/features_text.h"
#include "report/links.h"
#include "report/surface.h"
#include "report/test_sketch.h"

namespace isnad {
namespace {

constexpr std::string_view kWa = "\u0648", kSaid = "\u0642\u0627\u0644", kChief = "\u0627\u0644\u0631\u0626\u064A\u0633", kLi = "\u0644",
                           kBan = "\u0644\u062D\u0638\u0631";

/// A verb with its subject and an oblique: four tokens, six words.
struct Sample {
  Lexicon lex = sketch::lexicon();
  Document document{std::string(kWa) + std::string(kSaid) + " " + std::string(kChief) + " " + std::string(kLi) + std::string(kBan) + "."};
  std::unique_ptr<Reading> reading = std::make_unique<Reading>();
  uint32_t at = 0;

  Sample() {
    token({{kWa, Upos::cconj}, {kSaid, Upos::verb}}, true);
    ++at;
    token({{kChief, Upos::noun}}, true);
    ++at;
    token({{kLi, Upos::adp}, {kBan, Upos::noun}}, true);
    token({{".", Upos::punct}}, false);
    Words& words = reading->words;
    words.first_of.push_back(WordId::at(words.size()));
    words.words[4].article = true;
    words.words[1].lemma = LemmaId{1};
    Sentence s;
    s.first = TokenId{0}, s.last = TokenId{4}, s.span = {0, at};
    reading->text.sentences.push_back(s);
    phrase(2, WordId::none());
    phrase(4, WordId{3});
    Clause c;
    c.predicate = WordId{1}, c.sentence = SentenceId{0}, c.arguments = 2;
    reading->clauses.clauses.push_back(c);
    reading->clauses.arguments = {{ArgumentRole::subject, PhraseId{0}, {}, {}, false, "r"},
                                  {ArgumentRole::oblique, PhraseId{1}, {}, {}, false, "r"}};
  }

  void token(std::initializer_list<std::pair<std::string_view, Upos>> parts, bool space) {
    Token t;
    t.span.begin = at, t.space_before = space;
    reading->words.first_of.push_back(WordId::at(reading->words.size()));
    reading->words.main_of.push_back(WordId::at(reading->words.size() + parts.size() - 1));
    for (const auto& [form, upos] : parts) {
      Word w;
      w.span = {at, at + static_cast<uint32_t>(form.size())};
      w.token = TokenId::at(reading->text.tokens.size());
      w.features.with(upos);
      reading->words.words.push_back(w);
      at = w.span.end;
    }
    t.span.end = at;
    reading->text.tokens.push_back(t);
  }

  void phrase(uint32_t head, WordId preposition) {
    Phrase p;
    p.head = p.first = WordId{head}, p.last = WordId{head + 1}, p.preposition = preposition;
    reading->mentions.phrases.push_back(p);
  }

  [[nodiscard]] View view() const { return {lex, document, *reading}; }
};

TEST(Features, AreUniversalDependencies) {
  EXPECT_EQ(features_text({}), "_");
  EXPECT_EQ(features_text(Features().with(Gender::fem).with(Number::plur).with(Case::gen).with(State::construct)),
            "Case=Gen|Definite=Cons|Gender=Fem|Number=Plur");
  EXPECT_EQ(features_text(Features().with(Aspect::imp).with(Mood::jus).with(Person::third).with(VerbForm::fin).with(Voice::pass)),
            "Aspect=Imp|Mood=Jus|Person=3|VerbForm=Fin|Voice=Pass");
  EXPECT_EQ(features_text(Features().with(Aspect::command)), "Mood=Imp");
  EXPECT_EQ(features_text(Features().with(VerbForm::masdar)), "VerbForm=Vnoun");
}

TEST(Links, ComeFromClausesAndPhrases) {
  const Sample s;
  const WordLinks links = link_words(s.view());
  EXPECT_EQ(links.head[1], WordId{1});
  EXPECT_EQ(links.relation[2], "nsubj");
  EXPECT_EQ(links.relation[3], "case");
  EXPECT_EQ(links.head[3], WordId{4});
  EXPECT_EQ(links.relation[4], "obl");
  EXPECT_FALSE(links.head[0]);
}

TEST(Links, PassiveSubjectsAreMarked) {
  Sample s;
  s.reading->clauses.clauses[0].passive = true;
  s.reading->clauses.arguments[0].role = ArgumentRole::object;
  EXPECT_EQ(link_words(s.view()).relation[2], "nsubj:pass");
}

TEST(Links, NeverCloseACircle) {
  Sample s;
  auto& phrases = s.reading->mentions.phrases;
  s.reading->clauses.arguments[1].inherited = s.reading->clauses.arguments[0].inherited = true;
  phrases[0].outer = PhraseId{1}, phrases[0].attachment = Attachment::annexed;
  phrases[1].outer = PhraseId{0}, phrases[1].attachment = Attachment::annexed;
  const WordLinks links = link_words(s.view());
  EXPECT_TRUE(links.head[2]);
  EXPECT_FALSE(links.head[4]);
}

TEST(Conllu, WritesTokensWordsAndLinks) {
  const Sample s;
  std::string out;
  append_conllu(s.view(), out);
  const std::string lemma(s.lex.text(s.lex.lemmas[1].text)), wa(kWa), said(kSaid), chief(kChief), li(kLi), ban(kBan), alif = "\u0627";
  EXPECT_EQ(out, "# newdoc id = \n# sent_id = -1\n# text = " + std::string(s.document.text()) + "\n" +  //
                     "1-2\t" + wa + said + "\t_\t_\t_\t_\t_\t_\t_\t_\n" +                               //
                     "1\t" + wa + "\t" + wa + "\tCCONJ\t_\t_\t_\t_\t_\t_\n" +                           //
                     "2\t" + said + "\t" + lemma + "\tVERB\t_\t_\t0\troot\t_\t_\n" +                    //
                     "3\t" + chief + "\t" + chief + "\tNOUN\t_\t_\t2\tnsubj\t_\t_\n" +                  //
                     "4-5\t" + li + ban + "\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +                    //
                     "4\t" + li + "\t" + li + "\tADP\t_\t_\t5\tcase\t_\t_\n" +                          //
                     "5\t" + alif + ban + "\t" + ban.substr(2) + "\tNOUN\t_\t_\t2\tobl\t_\t_\n" +       //
                     "6\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_\n\n");
}

}  // namespace
}  // namespace isnad
