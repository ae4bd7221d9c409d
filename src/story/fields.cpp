// Fields of a story: agreed, contested, single-sourced.
#include "story/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "base/hash.h"
#include "base/json.h"
#include "story/sources.h"

namespace isnad::story {
namespace {

using record::Record;
using Roots = std::map<std::string_view, std::string_view>;

/// A value with what is needed to tell whether another can hold beside it.
struct Given {
  Value value;
  Party party;
  Place place;
  Days days;
  double low = 0, high = 0;
};

using Against = bool (*)(const Given&, const Given&);

/// A speaker as far as contests go: whom the text names, else the outlet.
bool same_speaker(const Said& a, const Said& b) { return a.who == b.who; }

bool gives(const Given& g, const Said& speaker) {
  return std::any_of(g.value.by.begin(), g.value.by.end(), [&](const Said& s) { return same_speaker(s, speaker); });
}

/// Some speaker of one value is none of the other's, and the other way round.
bool by_different(const Given& a, const Given& b) {
  const auto some_only = [](const Given& x, const Given& y) {
    return std::any_of(x.value.by.begin(), x.value.by.end(), [&](const Said& s) { return !gives(y, s); });
  };
  return some_only(a, b) && some_only(b, a);
}

std::string_view root_of(const Roots& roots, std::string_view source) {
  const auto at = roots.find(source);
  return at == roots.end() ? source : at->second;
}

/// Gathers the values of one field.
class Gathering {
 public:
  Gathering(std::string name, Against against) : name_(std::move(name)), against_(against) {}

  void add(Given given, const Said& said) {
    const auto at = std::find_if(list_.begin(), list_.end(), [&](const Given& g) { return g.value.key == given.value.key; });
    Given& g = at == list_.end() ? list_.emplace_back(std::move(given)) : *at;
    const auto same = [&](const Said& s) { return s.who == said.who && s.source == said.source && s.stance == said.stance; };
    if (std::none_of(g.value.by.begin(), g.value.by.end(), same)) g.value.by.push_back(said);
  }

  [[nodiscard]] bool empty() const { return list_.empty(); }

  [[nodiscard]] Field finish(const Roots& roots) {
    Field field{name_, Standing::single, {}};
    std::set<std::string_view> all;
    for (Given& g : list_) {
      std::set<std::string_view> own;
      for (const Said& s : g.value.by) own.insert(root_of(roots, s.source));
      g.value.independent = own.size();
      all.insert(own.begin(), own.end());
    }
    if (all.size() > 1) field.standing = Standing::agreed;
    for (size_t i = 0; i < list_.size(); ++i)
      for (size_t j = i + 1; j < list_.size(); ++j)
        if (against_ && against_(list_[i], list_[j]) && by_different(list_[i], list_[j])) field.standing = Standing::contested;
    std::stable_sort(list_.begin(), list_.end(), [](const Given& a, const Given& b) { return a.value.independent > b.value.independent; });
    for (Given& g : list_) field.values.push_back(std::move(g.value));
    return field;
  }

 private:
  std::string name_;
  Against against_;
  std::vector<Given> list_;
};

bool other_party(const Given& a, const Given& b) { return match(a.party, b.party) == Match::different; }
bool other_place(const Given& a, const Given& b) { return match(a.place, b.place) == Match::different; }
bool other_days(const Given& a, const Given& b) { return a.days.last < b.days.first || b.days.last < a.days.first; }
bool other_number(const Given& a, const Given& b) { return a.high < b.low || b.high < a.low; }
bool other_key(const Given& a, const Given& b) { return a.value.key != b.value.key; }

Given party_value(const record::Entity& e) {
  Given g;
  g.value.key = !e.id.empty() ? e.id : !e.country.empty() && !e.code.empty() ? e.code : e.text;
  g.value.text = label_of(e);
  g.party = {e.id, e.country, e.sector, e.text, e.title};
  return g;
}

Given place_value(const record::Place& p) {
  Given g;
  g.value.key = p.id.empty() ? p.text : p.id;
  g.value.text = p.name.en.empty() ? p.text : p.name.en;
  g.place = {p.id, p.country, p.admin1, p.kind, p.lat.value_or(0), p.lon.value_or(0), p.lat && p.lon};
  return g;
}

Given number_value(const record::Quantity& q) {
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  Given g;
  append_number(g.value.key, q.value);
  if (!q.low) g.value.key = "<=" + g.value.key;
  if (!q.high) g.value.key = ">=" + g.value.key;
  g.value.text = g.value.key;
  g.low = q.low.value_or(-kOpen), g.high = q.high.value_or(kOpen);
  return g;
}

bool days_in(const Record& r, Given& g) {
  if (!r.date) return false;
  const auto first = day_of(r.date->start), last = day_of(r.date->end);
  if (!first || !last || *last - *first > 31) return false;
  g.days = {*first, *last, true};
  g.value.key = g.value.text = *first == *last ? r.date->start : r.date->start + ".." + r.date->end;
  return true;
}

/// All fields, in a fixed order; counts by name.
struct Gatherings {
  Gathering happened{"happened", other_key}, actor{"actor", other_party}, recipient{"recipient", nullptr}, place{"place", other_place},
      date{"date", other_days};
  std::map<std::string_view, Gathering> counts;

  /// Who is accused of it did it, on the accuser's word.
  void add_accused(const Context& context, const Record& r) {
    const auto at = context.accusations.find(r.id);
    if (at == context.accusations.end()) return;
    for (const uint32_t i : at->second) {
      const Record& accusation = context.records[i];
      Said said = said_in(accusation, i);
      if (!accusation.actor.empty()) said.who = label_of(accusation.actor.front());
      said.stance = "accuses";
      for (const auto& e : accusation.recipient) actor.add(party_value(e), said);
    }
  }

  void add(const Record& r, uint32_t index) {
    const Said said = said_in(r, index);
    const bool denied = r.has_aux("negation");
    Given yes;
    yes.value.key = yes.value.text = denied ? "no" : "yes";
    happened.add(yes, said);
    if (denied) return;
    for (const auto& e : r.actor) actor.add(party_value(e), said);
    for (const auto& e : r.recipient) recipient.add(party_value(e), said);
    if (r.location && !from_dateline(r)) place.add(place_value(*r.location), said);
    if (Given g; days_in(r, g)) date.add(std::move(g), said);
    for (const auto& q : r.quantity)
      if (q.of != "other") counts.try_emplace(q.of, Gathering(q.of, other_number)).first->second.add(number_value(q), said);
  }

  [[nodiscard]] std::vector<Field> finish(const Roots& roots) {
    std::vector<Field> out;
    for (Gathering* g : {&happened, &actor, &recipient, &place, &date})
      if (!g->empty()) out.push_back(g->finish(roots));
    for (auto& [name, g] : counts) out.push_back(g.finish(roots));
    return out;
  }
};

/// The most frequent; of equals the first in the alphabet.
template <class Map>
auto most(const Map& counts) {
  return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
}

void set_kind(const Context& context, Story& story) {
  std::map<std::string_view, size_t> events, modes, status;
  for (const uint32_t i : story.records) {
    const Record& r = context.records[i];
    const size_t weight = r.salience == "background" ? 1 : 2;
    events[r.event] += weight, status[r.status] += weight;
  }
  story.event = most(events)->first, story.status = most(status)->first;
  for (const uint32_t i : story.records)
    if (context.records[i].event == story.event)
      for (const auto& m : context.records[i].mode) ++modes[m];
  for (const auto& [mode, count] : modes) story.mode.emplace_back(mode);
}

/// The day that most records say; of equals the first. Days of a record that spans some count for its first.
void set_days(const Context& context, Story& story) {
  std::map<std::string, size_t> days;
  for (const uint32_t i : story.records) {
    const Record& r = context.records[i];
    if (story.reported.empty() || (!r.doc.date.empty() && r.doc.date < story.reported)) story.reported = r.doc.date;
    Given g;
    if (!days_in(r, g)) continue;
    ++days[r.date->start + " " + r.date->end];
  }
  if (days.empty()) return;
  const std::string& day = most(days)->first;
  story.first = day.substr(0, day.find(' ')), story.last = day.substr(day.find(' ') + 1);
}

}  // namespace

std::string_view outlet_of(const Record& r) { return r.doc.source.empty() ? std::string_view(r.doc.id) : std::string_view(r.doc.source); }

std::string_view label_of(const record::Entity& e) { return e.name.en.empty() ? std::string_view(e.text) : std::string_view(e.name.en); }

Said said_in(const Record& r, uint32_t index) {
  Said said{std::string(outlet_of(r)), "", std::string(outlet_of(r)), index};
  for (const auto& a : r.attribution)
    if (a.who) said.who = label_of(*a.who), said.stance = a.stance;
  return said;
}

Context context_of(std::span<const Record> records, std::span<const uint32_t> order) {
  Context out{records, std::vector<uint32_t>(records.size()), {}, {}};
  for (uint32_t i = 0; i < order.size(); ++i) {
    out.rank[order[i]] = i;
    if (const auto& source = records[order[i]].doc.source; !source.empty()) out.outlets.insert(source);
    const Record& r = records[order[i]];
    const bool condemns = std::find(r.mode.begin(), r.mode.end(), "disapprove") != r.mode.end();
    if (r.event == "ACCUSE" && !condemns && !r.has_aux("negation"))
      for (const auto& id : r.content) out.accusations[id].push_back(order[i]);
  }
  return out;
}

Story make_story(const Context& context, const std::vector<Account>& accounts, std::span<const uint32_t> members) {
  Story story;
  for (const uint32_t m : members) story.records.insert(story.records.end(), accounts[m].records.begin(), accounts[m].records.end());
  std::sort(story.records.begin(), story.records.end(), [&](uint32_t a, uint32_t b) { return context.rank[a] < context.rank[b]; });
  story.id = hex_id(hash64(context.records[story.records.front()].id));
  set_kind(context, story);
  set_days(context, story);
  story.sources = sources_of(context, story.records);
  const Roots roots = roots_of(story.sources);
  std::set<std::string_view> distinct;
  for (const auto& [name, root] : roots) distinct.insert(root);
  story.independent = distinct.size();
  for (const Source& s : story.sources) story.documents += s.documents.size();
  Gatherings gatherings;
  for (const uint32_t i : story.records) gatherings.add(context.records[i], i), gatherings.add_accused(context, context.records[i]);
  story.fields = gatherings.finish(roots);
  return story;
}

}  // namespace isnad::story
