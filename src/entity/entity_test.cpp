// Entities: goldens of nationality, composed codes, offices at a date, coreference, metonyms.
#include <gtest/gtest.h>

#include "entity/places.h"
#include "support/engine.h"
#include "support/golden.h"

namespace isnad {
namespace {

std::string entities_of(std::string_view input, std::string_view date) {
  engine::Layers l(input);
  l.document.date = date;
  engine::to_entities(l);
  return dump(engine::lexicon(), l.document, l.mentions, l.entities);
}

TEST(Entities, Golden) {
  check_golden("entity/entities.txt", [](std::string_view input) { return entities_of(input, engine::kDate); });
}

TEST(Entities, Places) {
  check_golden("entity/places.txt", [](std::string_view input) {
    engine::Layers l(input);
    l.document.date = engine::kDate;
    engine::to_entities(l);
    return dump_places(engine::lexicon(), l.document, l.entities);
  });
}

/// Whoever held the office on the document's day.
TEST(Entities, OfficesAtADate) {
  check_golden("entity/offices.txt", [](std::string_view input) {
    std::string out;
    for (const std::string_view date : {"2012-06-01", "2024-01-15"}) {
      engine::Layers l(input);
      l.document.date = date;
      engine::to_entities(l);
      out += std::string(date) + '\n';
      for (const Entity& e : l.entities.entities) {
        if (e.actor == kNone) continue;
        const Lexicon& lexicon = engine::lexicon();
        out += std::string("  ") + std::string(lexicon.text(lexicon.actors[e.actor].id)) + ' ' + std::string(e.country);
        out += kSectorNames[size_t(e.sector)];
        out += e.office == kNone ? " no office\n" : " " + std::string(lexicon.text(lexicon.offices[e.office].title_en)) + "\n";
      }
    }
    return out;
  });
}

}  // namespace
}  // namespace isnad
