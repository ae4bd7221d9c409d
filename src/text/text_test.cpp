// The text layer as a whole: golden dumps, properties on odd documents, and time linear in length.
#include "text/text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "support/golden.h"
#include "text/text_check.h"

namespace isnad {
namespace {

Text read(const Document& document) {
  Text text;
  read_text(document, text);
  EXPECT_EQ(broken_property(document, text), "");
  return text;
}

std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string utf8(std::u32string_view codes) { return to_utf8(codes); }

TEST(Text, Tokens) {
  check_golden("text/tokens.txt", [](std::string_view input) {
    const Document document(input);
    const Text text = read(document);
    return dump_tokens(document, text, TokenId::at(0), TokenId::at(text.tokens.size()));
  });
}

TEST(Text, Sentences) {
  check_golden("text/sentences.txt", [](std::string_view input) {
    const Document document(input);
    const Text text = read(document);
    std::string out;
    for (const Sentence& s : text.sentences) out += dump_sentence(document, text, s);
    return out;
  });
}

TEST(Text, DumpShowsSentencesAndTheirTokens) {
  const Document document("Hi (x). Bye");
  const std::string expected =
      "0..7 body Hi (x).\n  0..2 latin Hi\n  3..4 punctuation (\n  4..5 latin x\n  5..6 punctuation )\n  6..7 punctuation .\n"
      "8..11 body Bye\n  8..11 latin Bye\n";
  EXPECT_EQ(dump(document, read(document)), expected);
}

TEST(Text, NothingGivesNothing) {
  const Text text = read(Document(""));
  EXPECT_TRUE(text.letters.empty() && text.tokens.empty() && text.sentences.empty() && text.notes.empty());
  EXPECT_EQ(text.origin.size(), 1U);
}

TEST(Text, OnlyMarksAndControlsGiveNoToken) {
  const Text text = read(Document(utf8(U"\u064E\u064B\u200F\u0640\u202B\uFEFF")));
  EXPECT_TRUE(text.letters.empty() && text.tokens.empty());
}

TEST(Text, MarksStandOnTheLetterBeforeThem) {
  const Text text = read(Document(utf8(U"\u0645\u064F\u062F\u064E\u0631\u0651\u0650\u0633\u064C")));
  ASSERT_EQ(text.letters.size(), 4U);
  EXPECT_EQ(text.marks[0], mark::kDamma);
  EXPECT_EQ(text.marks[1], mark::kFatha);
  EXPECT_EQ(text.marks[2], mark::kShadda | mark::kKasra);
  EXPECT_EQ(text.marks[3], mark::kTanwinDamm);
}

TEST(Text, EveryLetterKnowsItsBytes) {
  const std::u32string codes = U"\uFEFB\u0640\u200F \u0628\u064Ex\u00DF\u2026\n\uFDF2\U0001F600\u0661";
  const Document document(utf8(codes));
  const Text text = read(document);
  for (size_t i = 0; i < text.letters.size(); ++i) {
    const Decoded d = decode(document.text(), text.origin[i]);
    EXPECT_NE(letters_of(d.code).find(text.letters[i]), std::basic_string_view<Letter>::npos) << "letter " << i;
  }
}

TEST(Text, EvidenceIsTheBytesOfTheWord) {
  const std::string word = utf8(U"\u0643\u064E\u062A\u0640\u064E\u0628\u064B"), control = utf8(U"\u200F");
  const Document document(control + word + control + " " + word + control);
  const Text text = read(document);
  ASSERT_EQ(text.tokens.size(), 2U);
  for (const Token& t : text.tokens) EXPECT_EQ(document.at(t.span), word);
}

TEST(Text, InvalidBytesAreReadAndNoted) {
  const Document document("ab\xFF\xC3 \xE2\x82 cd\x80");
  const Text text = read(document);
  EXPECT_EQ(document.repaired(), 4U);
  ASSERT_EQ(text.notes.size(), 1U);
  EXPECT_EQ(text.notes[0].what, "invalid UTF-8 replaced in 4 places");
}

TEST(Text, ReusedTextIsAsFresh) {
  Text reused;
  const Document longer("One two three. Four five.\nSix"), shorter("Seven");
  read_text(longer, reused);
  const Token* buffer = reused.tokens.data();
  read_text(shorter, reused);
  EXPECT_EQ(dump(shorter, reused), dump(shorter, read(shorter)));
  EXPECT_EQ(reused.tokens.data(), buffer);
}

TEST(Text, NoSentenceIsTooLong) {
  const Text text = read(Document(repeated("word ", 2000)));
  EXPECT_EQ(text.sentences.size(), 4U);
}

TEST(Text, LongSentencesAreCutAfterAComma) {
  const Text text = read(Document(repeated("one two three, ", 300)));
  for (const Sentence& s : text.sentences) EXPECT_EQ(text.one(text.tokens[s.last.value - 1]), ',');
}

// What is quadratic anywhere would take hours here, not seconds.
TEST(Text, AMegabyteOfAnythingIsRead) {
  constexpr size_t kBytes = 1 << 20;
  const std::vector<std::string> pieces{utf8(U"\u0628"),
                                        utf8(U"\u0628\u0640"),
                                        utf8(U"\u00AB"),
                                        utf8(U"\u00AB\u0628."),
                                        utf8(U"\u0628 "),
                                        "a",
                                        "1",
                                        "1.",
                                        "1,22,",
                                        "1.1.1.",
                                        "a.",
                                        "a_",
                                        "a_-",
                                        "a.b-",
                                        "(",
                                        ")(",
                                        "\"",
                                        "'",
                                        "''",
                                        "<",
                                        ".",
                                        ". ",
                                        "..",
                                        "? ",
                                        "-",
                                        "- ",
                                        "/",
                                        "/ ",
                                        "@",
                                        "@a",
                                        "a@",
                                        "a@b.",
                                        "#",
                                        "#1",
                                        "#_",
                                        "http://",
                                        "www.",
                                        "www.a ",
                                        "http:",
                                        "\n",
                                        "\n-",
                                        "\n1.",
                                        "a\n",
                                        utf8(U"\u200F"),
                                        utf8(U"\u064E"),
                                        utf8(U"\u0628\u064E"),
                                        utf8(U"\u0628\u200F"),
                                        utf8(U"\uFDF2"),
                                        "\xFF",
                                        std::string(1, '\0')};
  Text text;
  for (const std::string& piece : pieces) {
    const Document document(repeated(piece, kBytes / piece.size()));
    read_text(document, text);
    EXPECT_EQ(broken_property(document, text), "") << "of '" << piece << "'";
  }
}

}  // namespace
}  // namespace isnad
