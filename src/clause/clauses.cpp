// The order of the steps; drafts become arguments; the dump.
#include "clause/clauses.h"

#include <fmt/format.h>

#include "clause/builder.h"

namespace isnad {
namespace {

/// Drafts to contiguous arguments, in the order of clauses; stable.
void settle(Clauses& out) {
  for (const auto& d : out.drafts) ++out.clauses[d.clause.value].arguments;
  uint32_t at = 0;
  for (Clause& c : out.clauses) {
    c.first_argument = at;
    at += c.arguments;
    c.arguments = 0;
  }
  out.arguments.resize(at);
  for (const auto& d : out.drafts) {
    Clause& c = out.clauses[d.clause.value];
    out.arguments[c.first_argument + c.arguments++] = d.argument;
  }
}

/// Content clauses are arguments of the predicates that hold them.
void content_arguments(Clauses& out) {
  for (size_t i = 0; i < out.clauses.size(); ++i) {
    const Clause& c = out.clauses[i];
    if ((c.link != Link::content && c.link != Link::speech) || !c.parent.valid()) continue;
    Argument a;
    a.role = ArgumentRole::content;
    a.clause = ClauseId::at(i);
    a.rule = c.link == Link::content ? "content.that" : "content.speech";
    out.drafts.push_back({c.parent, a});
  }
}

}  // namespace

void find_clauses(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, const Mentions& mentions,
                  Clauses& out) {
  out.clauses.clear();
  out.arguments.clear();
  out.attributions.clear();
  out.drafts.clear();
  out.drafts_of.clear();
  out.clause_of.assign(words.size(), ClauseId::none());
  const Grammar g{lexicon, document, text, words, mentions};
  ClauseBuilder builder(g, out);
  for (size_t s = 0; s < text.sentences.size(); ++s) {
    out.drafts_of.push_back(uint32_t(out.drafts.size()));
    builder.sentence(SentenceId::at(s));
  }
  out.drafts_of.push_back(uint32_t(out.drafts.size()));
  inherit(g, out);
  content_arguments(out);
  settle(out);
}

std::string dump(const Lexicon& lexicon, const Document& document, const Words& words, const Mentions& mentions, const Clauses& clauses) {
  std::string out;
  for (size_t i = 0; i < clauses.clauses.size(); ++i) {
    const Clause& c = clauses.clauses[i];
    out += fmt::format("clause {} [{}] {} {} {}", i, document.at(words[c.predicate].span), lexicon.lemma_text(c.lemma),
                       kPredicateKindNames[size_t(c.kind)], kLinkNames[size_t(c.link)]);
    if (c.parent) out += fmt::format(" of {}", c.parent.value);
    if (c.tense != Tense::none) out += fmt::format(" {}", kTenseNames[size_t(c.tense)]);
    if (c.phase != Phase::none) out += fmt::format(" {}", kPhaseNames[size_t(c.phase)]);
    if (c.modality != Modality::none) out += fmt::format(" {}", kModalityNames[size_t(c.modality)]);
    if (c.negated) out += " negated";
    if (c.passive) out += " passive";
    out += '\n';
    for (const Argument& a : clauses.arguments_of(c)) {
      out += fmt::format("  {}", kArgumentRoleNames[size_t(a.role)]);
      if (a.preposition) out += fmt::format(" {}", lexicon.lemma_text(a.preposition));
      if (a.phrase) out += fmt::format(" [{}]", document.at(mentions[a.phrase].span));
      if (a.clause) out += fmt::format(" clause {}", a.clause.value);
      out += fmt::format(" {}\n", a.rule);
    }
  }
  return out;
}

}  // namespace isnad
