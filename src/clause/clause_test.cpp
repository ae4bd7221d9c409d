// Clauses: goldens of word order, links, negation, tense, reported speech, light and phase verbs.
#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

void check_clauses(const std::string& path) {
  check_golden(path, [](std::string_view input) {
    engine::Layers l(input);
    engine::to_clauses(l);
    return dump(engine::lexicon(), l.document, l.words, l.mentions, l.clauses);
  });
}

TEST(Clauses, Order) { check_clauses("clause/order.txt"); }
TEST(Clauses, Links) { check_clauses("clause/links.txt"); }
TEST(Clauses, Verbs) { check_clauses("clause/verbs.txt"); }

}  // namespace
}  // namespace isnad
