// For tests of this room: a small lexicon and readings built by hand, so that each report is tested without the engine.
#pragma once

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include "lexicon/image_builder.h"
#include "report/view.h"

namespace isnad::sketch {

/// Actors 0 US forces, 1 Kata'ib; place 0 Taji; country 0 Iraq; one office; frame 0 "withdraw"; modes "withdraw", "violence"; two contexts;
/// two lemmas.
inline Lexicon lexicon() {
  ImageBuilder b;
  const auto s = [&](std::string_view t) { return b.intern(t); };
  b.actors.push_back({s("usa.military"),
                      s("\u0627\u0644\u062C\u064A\u0634 \u0627\u0644\u0623\u0645\u0631\u064A\u0643\u064A"),
                      s("US Armed Forces"),
                      s("USA"),
                      kNone,
                      {},
                      {},
                      Sector::MIL,
                      EntityKind::force,
                      0});
  b.actors.push_back(
      {s("irq.faction"), s("\u0641\u0635\u064A\u0644"), s("Faction"), s("IRQ"), kNone, {}, {}, Sector::REB, EntityKind::group, 0});
  b.offices.push_back({s("\u0642\u0627\u0626\u062F"), s("commander"), s("USA"), INT32_MIN, INT32_MAX, Sector::MIL, {}});
  b.places.push_back(
      {s("IRQ.taji"), s("\u0627\u0644\u062A\u0627\u062C\u064A"), s("Taji"), s("base"), s("Baghdad"), s("IRQ"), 33.5F, 44.25F, kNone, 1000});
  b.countries.push_back(
      {s("IRQ"), s("\u0627\u0644\u0639\u0631\u0627\u0642"), s("Iraq"), s("\u0628\u063A\u062F\u0627\u062F"), s("Baghdad"), 33.3F, 44.4F, 0});
  for (const auto name : kEventTypeNames) b.event_types.push_back({s(name), s("MC"), 6.5F, 0, s("08")});
  b.modes = {s("withdraw"), s("violence")};
  b.contexts = {s("military"), s("diplomatic")};
  Frame frame{};
  frame.id = s("withdraw_forces"), frame.cameo = s("0874"), frame.contexts = 1, frame.mode = 1, frame.event = EventType::retreat;
  b.frames.push_back(frame);
  Lemma lemma{};
  lemma.text = s("\u0627\u0650\u0646\u0633\u064E\u062D\u064E\u0628");
  lemma.base = lemma.country = kNone;
  b.lemmas.push_back(lemma);
  lemma.text = s("\u0642\u064E\u0627\u0644");
  b.lemmas.push_back(lemma);
  auto opened = Lexicon::from_bytes(b.bytes(1), "sketch");
  EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.error().message());
  return std::move(*opened);
}

/// One sentence with every kind of field; spans are found by searching for the words, so that they can't be wrong.
struct Sketch {
  static constexpr std::string_view kForces = "\u0627\u0644\u0642\u0648\u0627\u062A \u0627\u0644\u0623\u0645\u0631\u064A\u0643\u064A\u0629";
  static constexpr std::string_view kWithdrew = "\u0627\u0646\u0633\u062D\u0628\u062A";
  static constexpr std::string_view kTaji = "\u0627\u0644\u062A\u0627\u062C\u064A";
  static constexpr std::string_view kIts = "\u0647\u0627";
  static constexpr std::string_view kSoldiers = "5,000 \u062C\u0646\u062F\u064A";
  static constexpr std::string_view kMonth = "\u0641\u064A \u0641\u0628\u0631\u0627\u064A\u0631";
  static constexpr std::string_view kSpokesman = "\u0627\u0644\u0646\u0627\u0637\u0642";
  static constexpr std::string_view kSaid = "\u0642\u0627\u0644";
  static constexpr std::string_view kIf = "\u0625\u0630\u0627 \u0647\u062F\u0623\u062A";

  Lexicon lex = lexicon();
  Document document;
  std::unique_ptr<Reading> reading = std::make_unique<Reading>();

  Sketch()
      : document(std::string("\U0001F600 ") + std::string(kSaid) + " " + std::string(kSpokesman) + " \"" + std::string(kForces) + "\" " +
                 std::string(kWithdrew) + " " + std::string(kSoldiers) + " " + std::string(kTaji) + " " + std::string(kIts) + ", " +
                 std::string(kMonth) + " " + std::string(kIf) + ".") {
    document.id = "d1", document.date = "2020-04-05", document.source = "A, \"B\"";
    Sentence sentence;
    sentence.span = {0, static_cast<uint32_t>(document.text().size())};
    reading->text.sentences.push_back(sentence);
    entities();
    events();
  }

  [[nodiscard]] View view() const { return {lex, document, *reading}; }

  [[nodiscard]] Span span(std::string_view words) const {
    const size_t at = document.text().find(words);
    EXPECT_NE(at, std::string_view::npos);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

 private:
  EntityId entity(std::string_view words) {
    Phrase p;
    p.span = span(words);
    reading->mentions.phrases.push_back(p);
    Entity e;
    e.phrase = PhraseId::at(reading->mentions.phrases.size() - 1);
    e.words = p.span;
    reading->entities.entities.push_back(e);
    return EntityId::at(reading->entities.entities.size() - 1);
  }
  Entity& at(EntityId id) { return reading->entities.entities[id.value]; }

  EntityId forces_, its_, taji_, spokesman_;

  void entities() {
    forces_ = entity(kForces), its_ = entity(kIts), taji_ = entity(kTaji), spokesman_ = entity(kSpokesman);
    at(forces_).actor = 0, at(forces_).country = "USA", at(forces_).sector = Sector::MIL, at(forces_).via = Via::alias;
    at(forces_).affiliation = {"USA", {}}, at(forces_).office = 0, at(forces_).number = 0, at(forces_).rule = "name";
    at(its_).antecedent = spokesman_, at(its_).via = Via::coreference, at(its_).context_country = "IRQ";
    at(taji_).place = 0, at(taji_).country = "IRQ", at(taji_).via = Via::name;
    at(spokesman_).sector = Sector::GOV;
    NumberMention number;
    number.span = span("5,000"), number.low = number.value = 5000, number.high = std::numeric_limits<double>::infinity();
    reading->mentions.numbers.push_back(number);
    DateMention date;
    date.span = span(kMonth), date.start = 18293, date.end = 18321, date.precision = Precision::month, date.resolved = true,
    date.rule = "month";
    reading->mentions.dates.push_back(date);
  }

  void events() {
    Events& out = reading->events;
    out.fillers = {forces_, its_};
    out.quantities = {{QuantityOf::troops, 0}};
    out.attributions = {{spokesman_, PhraseId{3}, LemmaId{1}, Stance::denies, "statement", span(kSaid)}};
    out.conditions = {{"if", span(kIf), EventId{1}}};
    out.links = {EventId{1}};
    out.evidence = {{Field::actor, "subject.verb", span(kForces)}, {Field::event, "trigger.verb", span(kWithdrew)}};
    Event e;
    e.id = 0xB3F1000000000001ULL, e.frame = 0, e.sentence = SentenceId{0}, e.trigger = span(kWithdrew), e.trigger_lemma = LemmaId{0};
    e.type = EventType::retreat, e.mode = 1, e.status = EventStatus::planned, e.aux = aux::kFuture | aux::kNegation, e.date = 0;
    e.location = taji_, e.confidence = 0.83F;
    e.fillers[0] = {0, 1}, e.fillers[1] = {1, 1};
    e.quantities = e.attributions = e.conditions = e.content = {0, 1};
    e.evidence = {0, 2};
    out.events.push_back(e);
    Event bare;
    bare.id = 0xC000000000000002ULL, bare.sentence = SentenceId{0}, bare.trigger = span(kIf), bare.type = EventType::threaten,
    bare.background = true;
    bare.confidence = 0.5F;
    out.events.push_back(bare);
  }
};

}  // namespace isnad::sketch
