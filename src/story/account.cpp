// Records as accounts.
#include "story/account.h"

#include <algorithm>
#include <initializer_list>
#include <limits>

#include "base/hash.h"

namespace isnad::story {
namespace {

constexpr Day kReportedWithin = 3;  // days before the report in which what it tells without a day happened

/// Whether only these rules gave a field of a record.
bool made_only_by(const record::Record& r, std::string_view field, std::initializer_list<std::string_view> rules) {
  bool some = false;
  for (const auto& w : r.why) {
    if (w.field != field) continue;
    if (std::find(rules.begin(), rules.end(), w.rule) == rules.end()) return false;
    some = true;
  }
  return some;
}

Days days_of(const record::Record& r) {
  const auto published = day_of(r.doc.date);
  if (r.date) {
    const auto start = day_of(r.date->start), end = day_of(r.date->end);
    const bool loose = made_only_by(r, "date", {"date.outer_clause"});
    if (start && end) return {*start, *end, true, loose};
    if (start && published && *start <= *published) return {*start, *published, true, loose};
  }
  if (!published) return {};
  return {*published - kReportedWithin, *published, false, false};
}

Party party_of(const record::Entity& e) { return {e.id, e.country, e.sector, e.text, e.title}; }

Place place_of(const record::Place& p) {
  Place out{p.id, p.country, p.admin1, p.kind};
  if (p.kind.empty()) out.kind = p.precision;
  if (p.lat && p.lon) out.lat = *p.lat, out.lon = *p.lon, out.at = true;
  return out;
}

/// A place as a party ("attacked the base"); without an id: none.
Place place_named_by(const record::Entity& e, const Gazetteer& gazetteer) {
  const auto at = e.id.empty() ? gazetteer.end() : gazetteer.find(e.id);
  return at == gazetteer.end() || at->second->kind == "country" ? Place{} : place_of(*at->second);
}

template <class T, class Same>
void add_distinct(std::vector<T>& to, const T& value, const Same& same) {
  if (std::none_of(to.begin(), to.end(), [&](const T& x) { return same(x, value); })) to.push_back(value);
}

void add_word(std::vector<std::string_view>& to, std::string_view word) {
  if (!word.empty()) add_distinct(to, word, [](auto a, auto b) { return a == b; });
}

void add_place(std::vector<Place>& to, const Place& p) {
  if (p.id.empty()) return;
  for (Place& known : to)
    if (known.id == p.id) known.loose = known.loose && p.loose;
  add_distinct(to, p, [](const Place& a, const Place& b) { return a.id == b.id; });
}

void add_party(std::vector<Party>& to, const Party& p) {
  add_distinct(to, p, [](const Party& a, const Party& b) {
    return a.id == b.id && a.country == b.country && a.sector == b.sector && a.title == b.title && (!a.id.empty() || a.text == b.text);
  });
}

Count count_of(const record::Quantity& q) {
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  return {q.of, q.value, q.low.value_or(-kOpen), q.high.value_or(kOpen)};
}

void add_count(std::vector<Count>& to, const Count& c) {
  add_distinct(to, c, [](const Count& a, const Count& b) { return a.of == b.of && a.value == b.value; });
}

/// Hashes of three code points in a row, word for word; language-free, so that a noun with and without article is much alike.
void add_wording(std::vector<uint32_t>& to, std::string_view text) {
  std::vector<size_t> starts;
  for (size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  starts.push_back(text.size());
  for (size_t i = 0; i + 3 < starts.size(); ++i) {
    const auto triple = text.substr(starts[i], starts[i + 3] - starts[i]);
    if (triple.find(' ') == std::string_view::npos) to.push_back(static_cast<uint32_t>(hash64(triple)));
  }
}

void make_distinct(std::vector<uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Whether what stands as doer is only a weapon ("the car bomb killed"), of which its record says no country or name.
bool is_means(const record::Record& r, const record::Entity& e) {
  return e.id.empty() && e.country.empty() && std::any_of(r.means.begin(), r.means.end(), [&](const auto& m) { return m.text == e.text; });
}

bool is_real(std::string_view status) { return status.empty() || status == "occurred" || status == "ongoing"; }

bool is_denied(const record::Record& r) { return r.has_aux("negation"); }

bool is_disputed(const record::Record& r) {
  return is_denied(r) || std::any_of(r.attribution.begin(), r.attribution.end(),
                                     [](const auto& a) { return a.stance == "denies" || a.stance == "accuses"; });
}

/// Whether the days of b say more than those of a.
bool surer(const Days& a, const Days& b) {
  if (!b.told() || !a.told()) return b.told();
  if (a.own != b.own) return b.own;
  if (a.loose != b.loose) return a.loose;
  if (a.own) return b.last - b.first < a.last - a.first;
  return false;
}

}  // namespace

bool from_dateline(const record::Record& r) {
  return std::any_of(r.why.begin(), r.why.end(), [](const auto& w) { return w.field == "location" && w.rule == "location.dateline"; });
}

Account account_of(const record::Record& r, uint32_t index, std::vector<std::string_view> contents, const Gazetteer& gazetteer) {
  Account a;
  a.document = r.doc.id;
  a.days = days_of(r);
  const auto published = day_of(r.doc.date);
  const bool ahead = a.days.own && published && a.days.first > *published;
  a.stage = is_real(r.status) && !ahead ? Stage::real : Stage::meant;
  a.denied = is_denied(r), a.disputed = is_disputed(r);
  a.events = {r.event};
  if (r.frame == "sign_treaty") add_word(a.events, "AGREE");  // the codebook has signing as SUPPORT
  for (const auto& m : r.mode) add_word(a.modes, m);
  add_word(a.frames, r.frame);
  add_word(a.lemmas, r.trigger_lemma);
  a.contents = std::move(contents);
  if (r.location) {
    Place p = place_of(*r.location);
    p.loose = made_only_by(r, "location", {"location.outer_clause", "location.sentence"});
    add_place(from_dateline(r) ? a.setting : a.places, p);
  }
  if (r.destination) add_place(a.places, place_of(*r.destination));
  if (r.origin)
    add_place(r.event == "ASSAULT" ? a.setting : a.places, place_of(*r.origin));  // where a rocket comes from is not where it falls
  for (const auto* list : {&r.actor, &r.recipient, &r.theme})
    for (const auto& e : *list) add_place(a.places, place_named_by(e, gazetteer));
  for (const auto& e : r.actor)
    if (!is_means(r, e)) add_party(a.actors, party_of(e));
  for (const auto& e : r.recipient) add_party(a.recipients, party_of(e)), add_wording(a.wording, e.text);
  for (const auto& e : r.theme) add_wording(a.wording, e.text);
  for (const auto& q : r.quantity) add_count(a.counts, count_of(q));
  make_distinct(a.wording);
  a.records = {index};
  return a;
}

void unite(Account& into, const Account& from) {
  into.denied = into.denied && from.denied;
  into.disputed = into.disputed || from.disputed;
  for (const auto w : from.events) add_word(into.events, w);
  for (const auto w : from.modes) add_word(into.modes, w);
  for (const auto w : from.frames) add_word(into.frames, w);
  for (const auto w : from.lemmas) add_word(into.lemmas, w);
  for (const auto w : from.contents) add_word(into.contents, w);
  if (surer(into.days, from.days)) into.days = from.days;
  for (const auto& p : from.places) add_place(into.places, p);
  for (const auto& p : from.setting) add_place(into.setting, p);
  for (const auto& p : from.actors) add_party(into.actors, p);
  for (const auto& p : from.recipients) add_party(into.recipients, p);
  for (const auto& c : from.counts) add_count(into.counts, c);
  into.wording.insert(into.wording.end(), from.wording.begin(), from.wording.end());
  make_distinct(into.wording);
  into.records.insert(into.records.end(), from.records.begin(), from.records.end());
}

}  // namespace isnad::story
