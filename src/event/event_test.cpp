// Events: goldens of records with their status, attribution, condition, quantities and links. Each frame's own examples are elsewhere
// (tests/examples_test.cpp).
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "support/engine.h"
#include "support/event_dump.h"
#include "support/golden.h"

namespace isnad {
namespace {

TEST(Events, Golden) {
  check_golden("event/events.txt", [](std::string_view input) {
    engine::Layers l(input);
    engine::to_events(l);
    return EventDump(engine::lexicon(), l.document, l.mentions, l.entities, l.events).all();
  });
}

/// Which tellings are one event, and by which rule.
TEST(Events, Merges) {
  check_golden("event/merges.txt", [](std::string_view input) {
    engine::Layers l(input);
    engine::to_events(l);
    std::string out = EventDump(engine::lexicon(), l.document, l.mentions, l.entities, l.events).all();
    for (const Event& e : l.events.events)
      for (const Evidence& v : Events::slice(l.events.evidence, e.evidence))
        if (v.rule.starts_with("same.")) out += fmt::format("{} [{}] in [{}]\n", v.rule, l.document.at(v.span), l.document.at(e.trigger));
    return out;
  });
}

/// Who is said to have told it. Each line of a case is a document of its own; events count from 0 in each.
TEST(Events, Speakers) {
  check_golden_lines("event/speakers.txt", [](std::string_view line) {
    engine::Layers l(line);
    engine::to_events(l);
    return EventDump(engine::lexicon(), l.document, l.mentions, l.entities, l.events).all();
  });
}

/// Who did it to whom, and by which rule. Each line of a case is a document of its own.
TEST(Events, Parties) {
  check_golden_lines("event/parties.txt", [](std::string_view line) {
    engine::Layers l(line);
    engine::to_events(l);
    const auto names = [&](Slice fillers) {
      std::string out;
      for (const EntityId f : Events::slice(l.events.fillers, fillers)) {
        const PhraseId p = l.entities[f].phrase;
        out += fmt::format(" [{}]", l.document.at(l.mentions[p].span));
      }
      return out.empty() ? std::string(" -") : out;
    };
    std::string out;
    for (const Event& e : l.events.events) {
      out += fmt::format("{} [{}] by{} to{}\n", kEventTypeNames[size_t(e.type)], l.document.at(e.trigger), names(e.fillers[0]),
                         names(e.fillers[1]));
      for (const Evidence& v : Events::slice(l.events.evidence, e.evidence))
        if (v.rule.starts_with("actor.") || v.rule.starts_with("recipient."))
          out += fmt::format("  {} [{}]\n", v.rule, l.document.at(v.span));
    }
    return out;
  });
}

/// Which act a word tells of, by which frame. Each line of a case is a document of its own.
TEST(Events, Types) {
  check_golden_lines("event/types.txt", [](std::string_view line) {
    engine::Layers l(line);
    engine::to_events(l);
    std::string out;
    for (const Event& e : l.events.events)
      out += fmt::format("{} [{}] {}\n", kEventTypeNames[size_t(e.type)], l.document.at(e.trigger),
                         engine::lexicon().text(engine::lexicon().frames[e.frame].id));
    return out.empty() ? std::string("none\n") : out;
  });
}

/// What is told and what is mentioned on the way, how far it has come, and by which rules. Each line of a case is a document of its own.
TEST(Events, Salience) {
  check_golden_lines("event/salience.txt", [](std::string_view line) {
    engine::Layers l(line);
    engine::to_events(l);
    std::string out;
    for (const Event& e : l.events.events) {
      out += fmt::format("{} [{}] {} {}", kEventTypeNames[size_t(e.type)], l.document.at(e.trigger), kEventStatusNames[size_t(e.status)],
                         e.background ? "background" : "main");
      for (const Evidence& v : Events::slice(l.events.evidence, e.evidence))
        if (v.field == Field::status || v.field == Field::salience) out += fmt::format(" {}", v.rule);
      out += "\n";
    }
    return out;
  });
}

/// The evidence of a record: which words, by which rule.
TEST(Events, Evidence) {
  check_golden("event/evidence.txt", [](std::string_view input) {
    engine::Layers l(input);
    engine::to_events(l);
    std::string out;
    for (const Event& e : l.events.events)
      for (const Evidence& v : Events::slice(l.events.evidence, e.evidence))
        out += fmt::format("{} {} [{}]\n", kFieldNames[size_t(v.field)], v.rule, l.document.at(v.span));
    return out;
  });
}

}  // namespace
}  // namespace isnad
