// Looking up what entities, places, events and dates are called.
#include "report/facts.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace isnad {
namespace {

constexpr int kLongestChain = 16;  // of coreference: more is a loop

template <class T>
const T* pick(std::span<const T> all, uint32_t index) {
  return index < all.size() ? &all[index] : nullptr;
}

/// The entity that carries the link: itself, or what it refers to.
const Entity& linked(const Entities& entities, const Entity& from) {
  const Entity* e = &from;
  for (int i = 0; i < kLongestChain; ++i) {
    if (e->actor != kNone || e->state != kNone || e->place != kNone || !e->antecedent) break;
    e = &entities[e->antecedent];
  }
  return *e;
}

/// The end of the chain of coreference: words that say what is meant.
const Entity& referent(const Entities& entities, const Entity& from) {
  const Entity* e = &from;
  for (int i = 0; i < kLongestChain && e->antecedent; ++i) e = &entities[e->antecedent];
  return *e;
}

void fill_words(const View& view, PhraseId phrase, std::string_view& text, Span& span) {
  if (!phrase) return;
  span = view.reading.mentions[phrase].span;
  text = view.at(span);
}

/// The words that say who an entity is.
void fill_words(const View& view, const Entity& e, std::string_view& text, Span& span) {
  if (!e.phrase) return;
  span = e.words;
  text = view.at(span);
}

bool is_pronoun(const View& view, const Entity& e) { return e.phrase && view.reading.mentions[e.phrase].kind == PhraseKind::pronoun; }

/// "US forces" is described by its country; only what names the country is the country.
bool is_country(const Entities& entities, const Entity& e) { return e.state != kNone && referent(entities, e).via != Via::description; }

void fill_names(const View& view, const Entity& e, EntityFacts& out) {
  const auto set = [&](Str id, Str ar, Str en) { out.id = view.text(id), out.name_ar = view.text(ar), out.name_en = view.text(en); };
  if (const Actor* a = pick(view.lexicon.actors, e.actor)) return set(a->id, a->name_ar, a->name_en);
  if (is_country(view.reading.entities, e)) {
    if (const Country* c = pick(view.lexicon.countries, e.state)) return set(c->iso3, c->name_ar, c->name_en);
  }
  if (const Place* p = pick(view.lexicon.places, e.place)) return set(p->id, p->name_ar, p->name_en);
}

std::string_view precision_of(std::string_view kind) {
  static constexpr std::array<std::string_view, 7> kSites{"base", "airport", "port", "crossing", "camp", "field", "site"};
  static constexpr std::array<std::string_view, 5> kCities{"city", "town", "village", "district", "quarter"};
  for (const auto k : kSites)
    if (k == kind) return "site";
  for (const auto k : kCities)
    if (k == kind) return "city";
  if (kind == "province" || kind == "region") return "admin1";
  return kind == "country" ? "country" : "";
}

void fill_place(const View& view, const Place& p, PlaceFacts& out) {
  out.id = view.text(p.id), out.name_ar = view.text(p.name_ar), out.name_en = view.text(p.name_en);
  out.kind = view.text(p.kind), out.admin1 = view.text(p.admin1), out.country = view.text(p.country);
  out.precision = precision_of(out.kind);
  if (p.lat != 0 || p.lon != 0) out.lat = p.lat, out.lon = p.lon;
}

/// A country has no coordinates of its own: those of its capital would claim more than the text says.
void fill_country(const View& view, const Country& c, PlaceFacts& out) {
  out.id = out.country = view.text(c.iso3);
  out.name_ar = view.text(c.name_ar), out.name_en = view.text(c.name_en);
  out.kind = out.precision = "country";
}

}  // namespace

EntityFacts entity_facts(const View& view, EntityId id) {
  EntityFacts out;
  const Entities& all = view.reading.entities;
  if (!id || id.value >= all.entities.size()) return out;
  const Entity& e = all[id];
  fill_words(view, e, out.text, out.span);
  if (e.antecedent) fill_words(view, referent(all, e), out.referent, out.referent_span);
  if (is_pronoun(view, e) && !out.referent.empty()) {  // readers want the words, not "it"
    std::swap(out.text, out.referent), std::swap(out.span, out.referent_span);
    out.pronoun = true;
  }
  const Entity& link = linked(all, e);
  fill_names(view, link, out);
  out.country = e.country.empty() ? e.ground : e.country, out.context_country = e.context_country;
  out.sector = kSectorNames[size_t(e.sector)];
  out.via = kViaNames[size_t(e.via)];
  out.affiliation = e.affiliation;
  if (const Office* o = pick(view.lexicon.offices, e.office))
    out.title = o->title_en.size > 0 ? view.text(o->title_en) : view.text(o->title_ar);
  if (e.number < view.reading.mentions.numbers.size()) out.count = &view.reading.mentions.numbers[e.number];
  out.rule = e.rule;
  return out;
}

EntityFacts phrase_facts(const View& view, PhraseId id) {
  EntityFacts out;
  fill_words(view, id, out.text, out.span);
  return out;
}

namespace {

/// A distance from the place makes its coordinates those of a point.
void fill_offset(const View& view, const PlaceMention& m, PlaceFacts& out) {
  if (m.distance <= 0) return;
  const Point p = point_of(view.lexicon, m);
  out.lat = p.lat, out.lon = p.lon, out.radius = p.radius, out.km = m.distance, out.offset_span = m.from;
  if (m.bearing >= 0) out.bearing = m.bearing;
  out.precision = "radius";
}

}  // namespace

PlaceFacts place_facts(const View& view, EntityId id) {
  PlaceFacts out;
  const Entities& all = view.reading.entities;
  if (!id || id.value >= all.entities.size()) return out;
  const Entity& e = all[id];
  fill_words(view, e.phrase, out.text, out.span);
  if (is_pronoun(view, e) && e.antecedent) {
    out.mention = out.text, out.mention_span = out.span;
    fill_words(view, referent(all, e).phrase, out.text, out.span);
  }
  const Entity& link = linked(all, e);
  if (const Place* p = pick(view.lexicon.places, link.place)) {
    fill_place(view, *p, out);
    if (link.named) fill_offset(view, view.reading.entities.places[link.named.value], out);
  } else if (const Country* c = pick(view.lexicon.countries, link.state)) {
    fill_country(view, *c, out);
  } else {
    out.country = e.country;
  }
  return out;
}

PlaceFacts named_place_facts(const View& view, const PlaceMention& mention) {
  PlaceFacts out;
  out.text = view.at(mention.span), out.span = mention.span;
  if (const Place* p = pick(view.lexicon.places, mention.place))
    fill_place(view, *p, out);
  else if (const Country* c = pick(view.lexicon.countries, mention.country))
    fill_country(view, *c, out);
  return out;
}

std::string_view mode_of(const View& view, const Event& event) {
  if (event.mode == 0 || event.mode > view.lexicon.modes.size()) return {};
  return view.text(view.lexicon.modes[event.mode - 1U]);
}

std::string_view quad_of(const View& view, const Event& event) {
  const EventTypeInfo* info = pick(view.lexicon.event_types, static_cast<uint32_t>(event.type));
  return info ? view.text(info->quad) : std::string_view();
}

std::string_view cameo_of(const View& view, const Event& event) {
  const Frame* frame = pick(view.lexicon.frames, event.frame);
  if (frame && frame->event == event.type && frame->cameo.size > 0) return view.text(frame->cameo);
  const EventTypeInfo* info = pick(view.lexicon.event_types, static_cast<uint32_t>(event.type));
  return info ? view.text(info->cameo) : std::string_view();
}

std::string_view frame_of(const View& view, const Event& event) {
  const Frame* frame = pick(view.lexicon.frames, event.frame);
  return frame ? view.text(frame->id) : std::string_view();
}

std::string day_text(int32_t day) {
  constexpr int32_t kFirst = -719162, kLast = 2932896;  // 0001-01-01, 9999-12-31
  if (day < kFirst || day > kLast) return {};
  const std::chrono::year_month_day d{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

DateFacts date_facts(const View& view, const DateMention& date) {
  DateFacts out{{}, {}, kPrecisionNames[size_t(date.precision)], view.at(date.span), date.span};
  if (!date.resolved) return out;
  if (!date.open_start) out.start = day_text(date.start);
  if (!date.open_end) out.end = day_text(date.end);
  return out;
}

}  // namespace isnad
