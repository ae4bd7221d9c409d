// Choosing and filling.
#include "export/brief_story.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "export/circumstances.h"
#include "story/fields.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Quantity;
using record::Record;
using story::Field;
using story::Said;
using story::Standing;
using story::Story;

constexpr std::array<std::string_view, 5> kNoNumbers{"happened", "actor", "recipient", "place", "date"};

bool is_number(const Field& f) { return std::find(kNoNumbers.begin(), kNoNumbers.end(), f.name) == kNoNumbers.end(); }

const Field* field_of(const Story& s, std::string_view name) {
  const auto at = std::find_if(s.fields.begin(), s.fields.end(), [&](const Field& f) { return f.name == name; });
  return at == s.fields.end() ? nullptr : &*at;
}

bool is_contested(const Field* f) { return f && f->standing == Standing::contested; }

std::string digits(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

/// Values of fields back to what the records have, by the names they were made of; null: none has it.
class Finder {
 public:
  explicit Finder(std::span<const Record> records) : records_(records) {}

  [[nodiscard]] const Entity* party(const story::Value& v) const {
    for (const Said& s : v.by)
      for (const auto* all : {&records_[s.record].actor, &records_[s.record].recipient})
        for (const Entity& e : *all)
          if (story::label_of(e) == v.text) return &e;
    return nullptr;
  }

  [[nodiscard]] const record::Place* place(const story::Value& v) const {
    for (const Said& s : v.by)
      if (const auto& p = records_[s.record].location; p && (p->name.en.empty() ? p->text : p->name.en) == v.text) return &*p;
    return nullptr;
  }

  [[nodiscard]] const Quantity* number(const std::string& of, const story::Value& v) const {
    for (const Said& s : v.by)
      for (const Quantity& q : records_[s.record].quantity)
        if (q.of == of && v.text.ends_with(digits(q.value))) return &q;
    return nullptr;
  }

  [[nodiscard]] std::string text(const std::string& field, const story::Value& v, Tongue tongue) const {
    if (field == "actor")
      if (const Entity* e = party(v)) return std::string(name_in(e->name, e->text, tongue));
    if (field == "place")
      if (const auto* p = place(v)) return std::string(name_in(p->name, p->text, tongue));
    if (const Quantity* q = number(field, v)) return number_signs(*q);
    return v.text;
  }

  [[nodiscard]] Voice voice(const Said& s, Tongue tongue) const {
    const Record& r = records_[s.record];
    for (const auto& a : r.attribution)
      if (a.who && story::label_of(*a.who) == s.who) return {std::string(name_in(a.who->name, a.who->text, tongue)), s.record};
    for (const Entity& e : r.actor)
      if (s.stance == "accuses" && story::label_of(e) == s.who) return {std::string(name_in(e.name, e.text, tongue)), s.record};
    return {s.who == r.doc.id ? std::string() : s.who, s.record};
  }

 private:
  std::span<const Record> records_;
};

std::vector<Voice> voices(const Finder& find, const story::Value& v, Tongue tongue) {
  std::vector<Voice> out;
  for (const Said& s : v.by) out.push_back(find.voice(s, tongue));
  return out;
}

/// How much of an event a record tells.
size_t weight(const Record& r) {
  return 2 * (size_t{!r.actor.empty()} + size_t{!r.recipient.empty()} + size_t{r.location.has_value()}) + size_t{!r.theme.empty()} +
         r.quantity.size() + r.mode.size() + size_t{!r.content.empty()};
}

/// Of the records that are no background: one of the most frequent kind, and of those the one that tells most. Null: all are background.
const Record* main_record(std::span<const Record> records, const Story& s) {
  std::array<size_t, size_t(Kind::count_)> kinds{};
  for (const uint32_t i : s.records)
    if (const Kind k = kind_of(records[i]); k != Kind::background) ++kinds[size_t(k)];
  const auto most = static_cast<Kind>(std::max_element(kinds.begin(), kinds.end()) - kinds.begin());
  const Record* best = nullptr;
  for (const uint32_t i : s.records)
    if (kind_of(records[i]) == most && kinds[size_t(most)] > 0 && (!best || weight(records[i]) > weight(*best))) best = &records[i];
  return best;
}

/// Whom others name where the main record only describes: a base beside "three soldiers".
void add_recipients(const Record& other, Record& r) {
  const auto is_named = [](const Entity& e) { return !e.id.empty(); };
  if (r.recipient.empty())
    r.recipient = other.recipient;
  else if (std::none_of(r.recipient.begin(), r.recipient.end(), is_named))
    for (const Entity& e : other.recipient)
      if (is_named(e)) return void(r.recipient.insert(r.recipient.begin(), e));
}

/// What the main record leaves open, from the first of the others that tells it.
void fill_from(const Record& other, Record& r) {
  if (r.actor.empty()) r.actor = other.actor;
  add_recipients(other, r);
  if (r.theme.empty()) r.theme = other.theme;
  if (!r.location) r.location = other.location;
  if (!r.origin) r.origin = other.origin;
  if (!r.destination) r.destination = other.destination;
  if (r.mode.empty() && r.event == other.event) r.mode = other.mode;
  for (const Quantity& q : other.quantity)
    if (std::none_of(r.quantity.begin(), r.quantity.end(), [&](const Quantity& own) { return own.of == q.of; })) r.quantity.push_back(q);
}

void take_contests(const Finder& find, const Story& s, Tongue tongue, Told& out) {
  for (const Field& f : s.fields) {
    if (f.standing != Standing::contested || f.name == "happened" || f.name == "recipient") continue;
    Contest contest{f.name, {}};
    for (const auto& v : f.values) contest.values.push_back({find.text(f.name, v, tongue), voices(find, v, tongue)});
    out.contests.push_back(std::move(contest));
    if (is_number(f)) std::erase_if(out.record.quantity, [&](const Quantity& q) { return q.of == f.name; });
  }
  if (is_contested(field_of(s, "actor"))) out.record.actor.clear();
  if (is_contested(field_of(s, "place"))) out.record.location.reset();
}

/// An actor who is only accused.
void take_accused(const Finder& find, const Story& s, Tongue tongue, Told& out) {
  const Field* f = field_of(s, "actor");
  if (!out.record.actor.empty() || !f || is_contested(f)) return;
  const auto& v = f->values.front();
  if (const Entity* e = find.party(v)) out.record.actor = {*e}, out.accused_by = voices(find, v, tongue);
}

void take_denials(const Finder& find, const Story& s, Tongue tongue, Told& out) {
  const Field* f = field_of(s, "happened");
  if (!f || f->values.size() < 2) return;
  for (const auto& v : f->values)
    if (v.key == "no") out.denied_by = voices(find, v, tongue);
}

/// The day that the story says, else of its main record, else of any of them.
std::optional<Day> day_in(std::span<const Record> records, const Story& s, const Record& main) {
  if (s.documents > 1)
    if (const auto day = day_of(s.first)) return day;
  if (const auto w = when(main)) return w->day;
  for (const uint32_t i : s.records)
    if (const auto w = when(records[i])) return w->day;
  return std::nullopt;
}

}  // namespace

std::string number_signs(const Quantity& q) {
  if (q.low && !q.high) return "\xE2\x89\xA5 " + digits(*q.low);
  if (!q.low && q.high) return "\xE2\x89\xA4 " + digits(*q.high);
  if (q.low && *q.low != *q.high) return digits(*q.low) + "-" + digits(*q.high);
  return digits(q.value);
}

std::optional<Told> told(std::span<const Record> records, const Story& s, Tongue tongue) {
  const Record* main = main_record(records, s);
  const auto day = main ? day_in(records, s, *main) : std::nullopt;
  if (!day) return std::nullopt;
  const Finder find(records);
  Told out{*day, kind_of(*main), *main, s.records, {}, {}, {}, s.documents, s.independent};
  for (const uint32_t i : s.records)
    if (kind_of(records[i]) != Kind::denied) fill_from(records[i], out.record);
  take_contests(find, s, tongue, out);
  take_accused(find, s, tongue, out);
  if (out.kind != Kind::denied) take_denials(find, s, tongue, out);
  return out;
}

}  // namespace isnad::exports
