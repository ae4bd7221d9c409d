// Clauses: goldens of word order, links, negation, tense, reported speech, light and phase verbs.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

std::string clauses_of(std::string_view input) {
  engine::Layers l(input);
  engine::to_clauses(l);
  return dump(engine::lexicon(), l.document, l.words, l.mentions, l.clauses);
}

void check_clauses(const std::string& path) { check_golden(path, clauses_of); }

/// Each line of a case is a document of its own; clauses count from 0 in each.
void check_lines(const std::string& path) { check_golden_lines(path, clauses_of); }

TEST(Clauses, Order) { check_clauses("clause/order.txt"); }
TEST(Clauses, Links) { check_clauses("clause/links.txt"); }
TEST(Clauses, Verbs) { check_clauses("clause/verbs.txt"); }
TEST(Clauses, Arguments) { check_lines("clause/arguments.txt"); }
TEST(Clauses, Agents) { check_lines("clause/agents.txt"); }
TEST(Clauses, Nominal) { check_lines("clause/nominal.txt"); }
TEST(Clauses, Attachment) { check_lines("clause/attachment.txt"); }
TEST(Clauses, Conditions) { check_lines("clause/conditions.txt"); }
TEST(Clauses, Relations) { check_lines("clause/relations.txt"); }
TEST(Clauses, Speech) { check_lines("clause/speech.txt"); }
TEST(Clauses, Light) { check_lines("clause/light.txt"); }
TEST(Clauses, Tenses) { check_lines("clause/tenses.txt"); }
TEST(Clauses, News) { check_lines("clause/news.txt"); }
TEST(Clauses, SecondThoughts) { check_lines("clause/second_thoughts.txt"); }
TEST(Clauses, Headlines) { check_lines("clause/headlines.txt"); }

}  // namespace
}  // namespace isnad
