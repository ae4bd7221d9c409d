// The order of the steps, overlaps between dates and numbers, and the dump.
#include "mention/mentions.h"

#include <fmt/format.h>

#include <algorithm>

#include "mention/steps.h"

namespace isnad {
namespace {

/// Numbers inside dates count nothing.
void drop_numbers_in_dates(Mentions& m) {
  size_t date = 0;
  std::erase_if(m.numbers, [&](const NumberMention& n) {
    while (date < m.dates.size() && m.dates[date].last <= n.first) ++date;
    return date < m.dates.size() && m.dates[date].first < n.last;
  });
}

}  // namespace

void find_mentions(const Lexicon& lexicon, const Document& document, const Text& text, const Words& words, Mentions& out) {
  out.names.clear();
  out.proper.clear();
  out.dates.clear();
  out.numbers.clear();
  out.phrases.clear();
  out.adjectives.clear();
  out.phrase_of.assign(words.size(), PhraseId::none());
  out.function_of.assign(words.size(), kNone);
  find_names(lexicon, text, words, out);
  find_proper(lexicon, document, text, words, out);
  find_numbers(lexicon, document, text, words, out);
  find_dates(lexicon, document, text, words, out);
  drop_numbers_in_dates(out);
  find_phrases(lexicon, text, words, out);
  detach_openers(lexicon, words, out);
  find_classes(lexicon, words, out);
}

std::string dump_proper(const Document& document, const Mentions& m) {
  std::string out;
  for (const ProperName& p : m.proper)
    out += fmt::format("{}..{} {} [{}] {}\n", p.span.begin, p.span.end, kProperTypeNames[size_t(p.type)], document.at(p.span), p.rule);
  return out;
}

std::string dump(const Lexicon& lexicon, const Document& document, const Words& words, const Mentions& m) {
  std::string out;
  for (const DateMention& d : m.dates)
    out += fmt::format("date {}..{} {} {}..{} {} {}\n", d.span.begin, d.span.end, document.at(d.span), d.start, d.end,
                       kPrecisionNames[size_t(d.precision)], d.rule);
  for (const NumberMention& n : m.numbers)
    out += fmt::format("number {}..{} {} {}..{} of {} {}\n", n.span.begin, n.span.end, document.at(n.span), n.low, n.high,
                       n.counted ? document.at(words[n.counted].span) : std::string_view("_"), n.rule);
  static constexpr std::array<std::string_view, 4> kHow{"", "annexed to", "apposed to", "with"};
  for (size_t i = 0; i < m.phrases.size(); ++i) {
    const Phrase& p = m.phrases[i];
    out += fmt::format("phrase {} {}..{} {} [{}] head {}{}", i, p.span.begin, p.span.end, kPhraseKindNames[size_t(p.kind)],
                       document.at(p.span), document.at(words[p.head].span), p.definite ? " def" : "");
    if (p.preposition) out += fmt::format(" after {}", document.at(words[p.preposition].span));
    if (p.outer) out += fmt::format(" {} {}", kHow[size_t(p.attachment)], p.outer.value);
    if (p.negated) out += " negated";
    if (p.name != kNone)
      for (const Payload& x : lexicon.payloads_of(m.names[p.name].node)) {
        if (x.kind == PayloadKind::actor) out += fmt::format(" actor:{}", lexicon.text(lexicon.actors[x.index].id));
        if (x.kind == PayloadKind::country) out += fmt::format(" country:{}", lexicon.text(lexicon.countries[x.index].iso3));
        if (x.kind == PayloadKind::place) out += fmt::format(" place:{}", lexicon.text(lexicon.places[x.index].id));
      }
    out += '\n';
  }
  return out;
}

}  // namespace isnad
