// Posture.
#include "story/posture.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "story/fields.h"
#include "story/write.h"

namespace isnad::story {
namespace {

using record::Record;
using Records = std::span<const Record>;

bool has_mode(const Record& r, std::string_view mode) { return std::find(r.mode.begin(), r.mode.end(), mode) != r.mode.end(); }

/// Frames of MOBILIZE that bring nothing to a place.
bool stays(const Record& r) {
  constexpr std::array<std::string_view, 7> kStays{"military_alert", "call_up",       "weapon_test", "show_of_force",
                                                   "reconnaissance", "raise_militia", "secure_site"};
  return std::find(kStays.begin(), kStays.end(), r.frame) != kStays.end();
}

/// The move that a record tells, if it tells one.
std::optional<Move> move_of(const Record& r) {
  if (r.frame == "military_presence") return Move::presence;
  if (r.event == "MOBILIZE") return stays(r) ? std::nullopt : std::optional(Move::arrival);
  if (r.event == "RETREAT" && r.frame == "hand_over_base") return Move::handover;
  if (r.event == "RETREAT" && has_mode(r, "withdraw")) return Move::departure;
  if (r.event == "COERCE" && has_mode(r, "seize") && (r.location || r.destination)) return Move::seizure;
  return std::nullopt;
}

/// What a query's actor is as a party.
Party asked(const std::string& actor) {
  if (actor.find('.') != std::string::npos) return {actor, {}, {}, {}, {}};
  const std::string_view code(actor);
  return {{}, code.substr(0, 3), code.size() > 3 ? code.substr(3) : std::string_view(), {}, {}};
}

bool is_of(const Record& r, const std::string& actor) {
  if (actor.empty()) return true;
  const Party wanted = asked(actor);
  for (const auto* list : {&r.actor, &r.theme})
    for (const auto& e : *list) {
      const Party p{e.id, e.country, e.sector, e.text, e.title};
      if (!wanted.id.empty() ? p.id == wanted.id : p.country == wanted.country && match(p, wanted) <= Match::compatible) return true;
    }
  return false;
}

/// Smaller is more exact.
int width_of(const record::Place& p) {
  constexpr std::array<std::string_view, 3> kWide{"province", "region", "country"};
  const auto at = std::find(kWide.begin(), kWide.end(), p.kind);
  return at == kWide.end() ? 0 : int(at - kWide.begin()) + 1;
}

/// Places of a move in a record: where things come from or go to before where it happens.
std::vector<const record::Place*> places_of(const Record& r, Move move) {
  std::vector<const record::Place*> out;
  const auto add = [&](const std::optional<record::Place>& p) {
    if (p && !p->id.empty()) out.push_back(&*p);
  };
  if (move == Move::arrival) add(r.destination);
  if (move == Move::departure || move == Move::handover) add(r.origin);
  if (!from_dateline(r)) add(r.location);
  return out;
}

constexpr std::array<std::string_view, 12> kCounted{"troops",   "fighters", "police", "weapons", "missiles", "drones",
                                                    "aircraft", "vehicles", "ships",  "bases",   "sites",    "staff"};

bool counted(const Field& f) { return std::find(kCounted.begin(), kCounted.end(), f.name) != kCounted.end(); }

void add_name(std::vector<std::string>& to, std::string_view name) {
  if (!name.empty() && std::find(to.begin(), to.end(), name) == to.end()) to.emplace_back(name);
}

class Teller {
 public:
  Teller(Records records, const Situation& situation) : records_(records), s_(situation) {}

  void append_moves(uint32_t story, const PostureQuery& query, std::vector<Movement>& out) const {
    std::map<Move, std::vector<uint32_t>> of;
    if (s_.accounts[s_.account_of[s_.stories[story].records.front()]].stage != Stage::real) return;
    for (const uint32_t i : s_.stories[story].records)
      if (const auto move = move_of(records_[i]); move && is_of(records_[i], query.actor)) of[*move].push_back(i);
    for (const auto& [move, list] : of) {
      Movement m = movement(story, move, list);
      if (query.country.empty() || within(m, query.country)) out.push_back(std::move(m));
    }
  }

 private:
  /// In the country; a move without a place is in that of its document's other places.
  [[nodiscard]] bool within(const Movement& m, std::string_view country) const {
    if (!m.sites.empty()) return std::any_of(m.sites.begin(), m.sites.end(), [&](const Site& s) { return s.country == country; });
    const auto& setting = s_.accounts[s_.account_of[m.records.front()]].setting;
    return std::any_of(setting.begin(), setting.end(), [&](const Place& p) { return p.country == country; });
  }

  [[nodiscard]] Movement movement(uint32_t story, Move move, const std::vector<uint32_t>& list) const {
    const Story& s = s_.stories[story];
    Movement m;
    m.day = s.first.empty() ? s.reported : s.first;
    m.move = move, m.story = story, m.records = list;
    std::vector<const record::Place*> places;
    for (const uint32_t i : list) {
      const Record& r = records_[i];
      m.disputed = m.disputed || r.has_aux("negation");
      for (const auto& e : r.actor) add_name(m.actor, label_of(e));
      for (const auto& e : r.theme) add_name(has_mode(r, "weapons") ? m.weapons : m.forces, e.text);
      for (const auto* p : places_of(r, move)) places.push_back(p);
    }
    std::stable_sort(places.begin(), places.end(), [](const auto* a, const auto* b) { return width_of(*a) < width_of(*b); });
    std::set<std::string_view> seen;
    for (const auto* p : places)
      if (seen.insert(p->id).second) m.sites.push_back({p->id, p->name.en.empty() ? p->text : p->name.en, p->country});
    m.numbers = numbers(s, list);
    return m;
  }

  /// The story's numbers that these records give.
  static std::vector<Field> numbers(const Story& s, const std::vector<uint32_t>& list) {
    std::vector<Field> out;
    for (const Field& f : s.fields) {
      if (!counted(f)) continue;
      Field mine{f.name, f.standing, {}};
      for (const Value& v : f.values)
        if (std::any_of(v.by.begin(), v.by.end(),
                        [&](const Said& x) { return std::find(list.begin(), list.end(), x.record) != list.end(); }))
          mine.values.push_back(v);
      if (mine.values.size() < 2 && mine.standing == Standing::contested) mine.standing = Standing::single;
      if (!mine.values.empty()) out.push_back(std::move(mine));
    }
    return out;
  }

  Records records_;
  const Situation& s_;
};

}  // namespace

std::vector<Movement> posture(Records records, const Situation& situation, const PostureQuery& query) {
  std::vector<Movement> out;
  const Teller teller(records, situation);
  for (uint32_t s = 0; s < situation.stories.size(); ++s) teller.append_moves(s, query, out);
  std::stable_sort(out.begin(), out.end(), [&](const Movement& a, const Movement& b) {
    return std::tie(a.day, situation.stories[a.story].id, a.move) < std::tie(b.day, situation.stories[b.story].id, b.move);
  });
  return out;
}

void append(const Movement& m, const Situation& situation, Records records, std::string& out) {
  Json json(out);
  json.open_object().member("day", m.day).member("move", kMoveNames[size_t(m.move)]);
  append_strings(json, "actor", m.actor);
  append_strings(json, "forces", m.forces);
  append_strings(json, "weapons", m.weapons);
  json.key("sites").open_array();
  for (const Site& s : m.sites) json.open_object().member("id", s.id).member("name", s.name).member("country", s.country).close_object();
  json.close_array().key("numbers").open_array();
  for (const Field& f : m.numbers) append(json, f, records);
  json.close_array().key("disputed").boolean(m.disputed).member("story", situation.stories[m.story].id).key("records").open_array();
  for (const uint32_t r : m.records) json.string(records[r].id);
  json.close_array().close_object();
  out += '\n';
}

}  // namespace isnad::story
