// Points for and against.
#include "story/compare.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace isnad::story {
namespace {

using Words = std::vector<std::string_view>;

bool share(const Words& a, const Words& b) {
  return std::any_of(a.begin(), a.end(), [&](auto x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

bool has(const Words& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Collects points, and reasons where somebody asks.
class Sum {
 public:
  Sum(Verdict& verdict, std::vector<Reason>* why) : verdict_(verdict), why_(why) {}
  void add(std::string_view rule, double points) {
    verdict_.points += points;
    if (why_) why_->push_back({rule, points});
  }
  void anchor(std::string_view rule, double points) { add(rule, points), verdict_.anchored = true; }
  void bar(std::string_view rule) {
    verdict_.barred = true;
    if (why_) why_->push_back({rule, kBarred});
  }

 private:
  Verdict& verdict_;
  std::vector<Reason>* why_;
};

// -- type

struct Pair {
  std::string_view a, b;
};

/// Types that coders give to the same act.
constexpr std::array kNear{Pair{"ASSAULT", "COERCE"},  Pair{"COERCE", "SANCTION"}, Pair{"RETREAT", "COOPERATE"}, Pair{"RETREAT", "AID"},
                           Pair{"AGREE", "COOPERATE"}, Pair{"AGREE", "RETREAT"},   Pair{"AGREE", "CONSULT"},     Pair{"RETREAT", "CONCEDE"},
                           Pair{"AGREE", "CONCEDE"},   Pair{"AID", "COOPERATE"}};

/// Modes of one type that are other acts, not other words for it.
constexpr std::array<std::string_view, 14> kOwnActs{"abduct", "withdraw", "release", "disarm",   "ceasefire", "resign", "arrest",
                                                    "curfew", "censor",   "expel",   "restrict", "convict",   "sexual", "deport"};

bool own_act(const Words& modes) {
  return std::any_of(modes.begin(), modes.end(), [](auto m) { return std::find(kOwnActs.begin(), kOwnActs.end(), m) != kOwnActs.end(); });
}

/// Modes that reports give to one act.
constexpr std::array kNearModes{Pair{"explosives", "suicide-attack"},
                                Pair{"aerial", "drone"},
                                Pair{"aerial", "heavy-weapons"},
                                Pair{"firearms", "targeted"},
                                Pair{"demo", "obstruct"},
                                Pair{"demo", "riot"},
                                Pair{"demo", "vandalize"},
                                Pair{"troops", "weapons"},
                                Pair{"visit", "multilateral"},
                                Pair{"visit", "third-party"}};

template <size_t N>
bool linked(const Words& a, const Words& b, const std::array<Pair, N>& pairs) {
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const Pair& p) { return (has(a, p.a) && has(b, p.b)) || (has(a, p.b) && has(b, p.a)); });
}

bool verbal(const Account& a) {
  constexpr std::array<std::string_view, 7> kVerbal{"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"};
  return std::any_of(a.events.begin(), a.events.end(),
                     [&](auto e) { return std::find(kVerbal.begin(), kVerbal.end(), e) != kVerbal.end(); });
}

bool use_of_force(const Account& a) {
  return std::all_of(a.events.begin(), a.events.end(), [](auto e) { return e == "ASSAULT" || e == "COERCE" || e == "SANCTION"; });
}

/// Modes of near types. Who visits has not agreed yet, and arrests follow an attack; but an arrest may be an abduction in other words.
void near_points(const Account& a, const Account& b, Sum& sum) {
  if (has(a.modes, "visit") != has(b.modes, "visit")) return sum.bar("type.other");
  constexpr std::array kSameAct{Pair{"arrest", "abduct"}, Pair{"deport", "expel"}};
  if (!use_of_force(a) || !use_of_force(b) || linked(a.modes, b.modes, kSameAct)) return;
  if (has(a.modes, "arrest") != has(b.modes, "arrest") && has(a.events, "ASSAULT") != has(b.events, "ASSAULT"))
    return sum.bar("type.other");
  if (own_act(a.modes) || own_act(b.modes)) sum.add("mode.other_act", a.modes.empty() || b.modes.empty() ? -1 : -2);
}

void type_points(const Account& a, const Account& b, Sum& sum) {
  if (a.stage != b.stage) return sum.bar("status.other");
  const bool same = share(a.events, b.events);
  if (!same && !linked(a.events, b.events, kNear)) return sum.bar("type.other");
  if (share(a.frames, b.frames) || share(a.lemmas, b.lemmas))
    sum.add("type.frame", 2);
  else if (same)
    sum.add("type.same", 1);
  else
    sum.add("type.near", 0.5);
  if (share(a.modes, b.modes) || linked(a.modes, b.modes, kNearModes)) return;
  if (!same) return near_points(a, b, sum);
  if (has(a.modes, "abduct") != has(b.modes, "abduct")) return sum.add("mode.other_act", a.modes.empty() || b.modes.empty() ? -1.5 : -3);
  if (a.modes.empty() || b.modes.empty()) return;
  if (own_act(a.modes) || own_act(b.modes)) return sum.add("mode.other_act", -3);
  sum.add("mode.other", -0.5);
}

// -- days

void day_points(const Account& a, const Account& b, Sum& sum) {
  const Days &x = a.days, &y = b.days;
  if (!x.told() || !y.told()) return sum.add("day.unknown", -2);
  const Day gap = std::max(x.first, y.first) - std::min(x.last, y.last);
  const bool own = x.own && y.own;
  const Days& later = x.first > y.first ? x : y;
  if (gap > 1 && gap <= kRecalled && later.loose) return sum.add("day.recalled", -1);
  if (own && gap > 1) return sum.bar("day.apart");
  if (!own && gap > 0) return sum.add("day.guess_apart", -2);
  if (x.period() != y.period()) return sum.add("day.period", -2);
  if (!own && std::abs(x.last - y.last) > 1) return sum.add("day.guess_loose", -1);
  if (!own) return sum.add("day.guess", 0.5);
  sum.add(gap > 0 ? "day.next" : "day.same", gap > 0 ? 1 : 2);
}

// -- places

double kilometres(const Place& a, const Place& b) {
  constexpr double kDegree = 111.2, kRadians = 3.14159265358979 / 180;
  const double dy = a.lat - b.lat, dx = (a.lon - b.lon) * std::cos((a.lat + b.lat) / 2 * kRadians);
  return kDegree * std::sqrt(dx * dx + dy * dy);
}

bool is_area(const Place& p) { return p.kind == "province" || p.kind == "region" || p.kind == "sea"; }

constexpr double kBeside = 12, kInArea = 150, kInSea = 900;  // kilometres

/// Within how many kilometres a place that is no division is meant by its neighbour's name.
double reach(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, double>, 10> kReach{{{"river", 150},
                                                                        {"strait", 150},
                                                                        {"mountain", 50},
                                                                        {"island", 50},
                                                                        {"district", 25},
                                                                        {"airport", 25},
                                                                        {"base", 25},
                                                                        {"port", 25},
                                                                        {"crossing", 25},
                                                                        {"field", 25}}};
  const auto at = std::find_if(kReach.begin(), kReach.end(), [&](const auto& k) { return k.first == kind; });
  return at == kReach.end() ? kBeside : at->second;
}

/// Two towns, or two airports, are each their own; an airport may be the town's.
double reach(const Place& a, const Place& b) {
  return std::min(reach(a.kind), reach(b.kind)) > kBeside ? kBeside : std::max(reach(a.kind), reach(b.kind));
}

/// Best match of any two of their places.
Match best(const std::vector<Place>& a, const std::vector<Place>& b, bool& exact, bool& wide) {
  Match out = Match::unknown;
  bool some = false;
  exact = false, wide = true;
  for (const Place& x : a)
    for (const Place& y : b) {
      const Match m = match(x, y);
      if (m == Match::unknown) continue;
      const bool both = x.kind != "country" && y.kind != "country";
      if (!some || m < out || (m == out && both && !exact)) out = m, exact = both, wide = true;
      if (m == out && both) wide = wide && is_area(x) && is_area(y);
      some = true;
    }
  return out;
}

/// Where an account is set: what it names, else what its document names.
const std::vector<Place>& places_of(const Account& a) { return a.places.empty() ? a.setting : a.places; }

bool loose(const Account& a) {
  return std::all_of(a.places.begin(), a.places.end(), [](const Place& p) { return p.loose; });
}

void place_points(const Account& a, const Account& b, Sum& sum) {
  bool exact = false, wide = false;
  const Match m = best(places_of(a), places_of(b), exact, wide);
  if (m == Match::unknown) return;
  if (a.places.empty() || b.places.empty()) {
    if (m == Match::different) return sum.add("setting.other", -1);
    return exact ? sum.anchor("setting.fits", 1.5) : sum.add("setting.country", 0.5);
  }
  if (m == Match::different && (loose(a) || loose(b))) return sum.add("place.other_nearby", -4);
  if (m == Match::different) return exact ? sum.add("place.other", -8) : sum.add("place.other_country", -5);
  if (!exact) return sum.add("place.country", 1);
  if (m == Match::same && wide) return sum.anchor("place.area", 2);
  m == Match::same ? sum.anchor("place.same", 3) : sum.anchor("place.nested", 2);
}

// -- parties

constexpr std::array<std::string_view, 6> kState{"GOV", "MIL", "COP", "SPY", "JUD", "LEG"};
constexpr std::array<std::string_view, 4> kArmed{"UAF", "REB", "PRM", "CRM"};

template <size_t N>
bool among(std::string_view sector, const std::array<std::string_view, N>& sectors) {
  return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

bool sectors_fit(const Party& a, const Party& b) {
  if (a.sector == b.sector || a.sector == "UNK" || b.sector == "UNK") return true;
  const bool of_country = !a.country.empty() && a.country == b.country;
  if (a.sector.empty() || b.sector.empty()) {  // a state may be its organs, not a group
    const Party& bare = a.sector.empty() ? a : b;
    return bare.country.empty() || among(a.sector.empty() ? b.sector : a.sector, kState);
  }
  if (among(a.sector, kArmed) && among(b.sector, kArmed)) return true;
  return of_country && among(a.sector, kState) && among(b.sector, kState) && (a.sector == "GOV" || b.sector == "GOV");
}

/// "Hundreds of Lebanese": of a country, and nothing else is said; they may be anybody.
bool is_people(const Party& p) { return p.id.empty() && p.sector.empty() && !p.country.empty(); }

/// Best match of any two; `unknown` if one side is empty.
Match best(const std::vector<Party>& a, const std::vector<Party>& b) {
  Match out = Match::unknown;
  bool some = false;
  for (const Party& x : a)
    for (const Party& y : b) {
      const Match m = match(x, y);
      if (!some || m < out) out = m;
      some = true;
    }
  return out;
}

bool symmetric(const Account& a) {
  return has(a.events, "CONSULT") || has(a.events, "AGREE") || has(a.events, "COOPERATE") || has(a.modes, "release");
}

Match doers(const Account& a, const Account& b) {
  const Match m = best(a.actors, b.actors);
  if (m != Match::different || !symmetric(a) || !symmetric(b)) return m;
  return std::min({m, best(a.actors, b.recipients), best(a.recipients, b.actors)});
}

double likeness(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++both, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return double(both) / double(std::min(a.size(), b.size()));
}

/// Whether both doers are known to be of one state.
bool of_one_state(const Account& a, const Account& b) {
  for (const Party& x : a.actors)
    for (const Party& y : b.actors)
      if (!x.country.empty() && match(x, y) == Match::compatible && x.country == y.country) return true;
  return false;
}

void doer_points(const Account& a, const Account& b, Sum& sum) {
  const Match actor = doers(a, b);
  if (actor == Match::same) sum.anchor("actor.same", 2);
  if (actor == Match::compatible) of_one_state(a, b) ? sum.anchor("actor.state", 1) : sum.add("actor.compatible", 1);
  if (actor == Match::different) a.disputed || b.disputed ? sum.add("actor.rival", -1) : sum.add("actor.other", -3);
}

/// How many parties of one account are parties of the other too, whoever of them is named as doer.
size_t parties_shared(const Account& a, const Account& b) {
  size_t shared = 0;
  for (const auto* list : {&a.actors, &a.recipients})
    for (const Party& x : *list) shared += best({x}, b.actors) == Match::same || best({x}, b.recipients) == Match::same;
  return shared;
}

/// Whether who does something in one account is who has it done to him in the other: "A expelled B's envoys, and B expelled A's".
bool reversed(const Account& a, const Account& b) {
  const auto country = [](const std::vector<Party>& parties) { return parties.empty() ? std::string_view() : parties.front().country; };
  const auto turned = [&](const Account& x, const Account& y) {
    return !country(x.actors).empty() && country(x.actors) == country(y.recipients) && country(x.actors) != country(x.recipients) &&
           country(y.recipients) != country(y.actors);
  };
  return turned(a, b) || turned(b, a);
}

void target_points(const Account& a, const Account& b, Sum& sum) {
  if (symmetric(a) && symmetric(b) && share(a.events, b.events) && std::min(parties_shared(a, b), parties_shared(b, a)) > 1)
    return sum.anchor("parties.both", 1.5);
  if (!symmetric(a) && !symmetric(b) && !has(a.events, "ASSAULT") && reversed(a, b)) return sum.add("parties.reversed", -4);
  const Match recipient = best(a.recipients, b.recipients);
  if (recipient == Match::same) sum.anchor("recipient.same", 1.5);
  if (recipient == Match::compatible) sum.add("recipient.compatible", 0.5);
  if (recipient == Match::different) sum.add("recipient.other", verbal(a) && verbal(b) && !symmetric(a) ? -3 : -1);
}

void word_points(const Account& a, const Account& b, Sum& sum) {
  const double like = likeness(a.wording, b.wording);
  if (like >= 0.5)
    sum.anchor("words.alike", 1.5);
  else if (like >= 0.25)
    sum.add("words.some", 0.5);
  else if (verbal(a) && verbal(b) && !a.wording.empty() && !b.wording.empty())
    sum.add("words.other", -1);
  if (!a.contents.empty() && !b.contents.empty())
    share(a.contents, b.contents) ? sum.anchor("content.same", 1) : sum.add("content.other", -1.5);
}

// -- counts

void count_points(const Account& a, const Account& b, Sum& sum) {
  bool equal = false, close = false, far = false;
  for (const Count& x : a.counts)
    for (const Count& y : b.counts) {
      if (x.of != y.of || x.value <= 0 || y.value <= 0) continue;
      const double ratio = std::max(x.value, y.value) / std::min(x.value, y.value);
      const bool overlap = x.low <= y.high && y.low <= x.high;
      equal = equal || ratio == 1, close = close || ratio <= 2 || overlap, far = far || ratio > 3;
    }
  if (equal) return sum.anchor("count.equal", 1.5);
  if (close) return sum.add("count.close", 0.5);
  if (far) sum.add("count.far", -1);
}

constexpr double kNamed = 1, kSome = 0.5;  // points that make a ground: of a day or place that is named, not guessed; of the others

}  // namespace

Match match(const Party& a, const Party& b) {
  if (!a.id.empty() && a.id == b.id) return Match::same;
  if (!a.known() || !b.known()) return Match::unknown;
  const bool office = !a.title.empty() && a.title == b.title && !a.country.empty() && a.country == b.country;
  if (office && (a.id.empty() || b.id.empty())) return Match::same;  // "the defence minister", whoever it is
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return Match::different;
  if (!sectors_fit(a, b)) return is_people(a) || is_people(b) ? Match::unknown : Match::different;
  const bool both_named = !a.id.empty() && !b.id.empty();
  if (both_named && !among(a.sector, kState) && !among(b.sector, kState) && a.id != a.country && b.id != b.country) return Match::different;
  if (a.country.empty() && b.country.empty() && a.sector.empty() != b.sector.empty()) return Match::unknown;
  return Match::compatible;
}

Match match(const Place& a, const Place& b) {
  if (a.id == b.id) return Match::same;
  if (a.at && b.at && (a.kind == "sea" || b.kind == "sea")) return kilometres(a, b) <= kInSea ? Match::compatible : Match::different;
  if (a.country.empty() || b.country.empty()) return Match::unknown;
  if (a.country != b.country) return Match::different;
  if (a.kind == "country" || b.kind == "country") return Match::compatible;
  const bool same_area = !a.admin1.empty() && a.admin1 == b.admin1;
  if (!a.at || !b.at) return Match::unknown;
  if (is_area(a) || is_area(b)) {
    if (same_area) return Match::compatible;
    if (!a.admin1.empty() && !b.admin1.empty() && is_area(a) == is_area(b)) return Match::different;
    const bool two_unknown = a.admin1.empty() && b.admin1.empty() && is_area(a) == is_area(b);
    return (a.admin1.empty() || b.admin1.empty()) && !two_unknown && kilometres(a, b) <= kInArea ? Match::compatible : Match::different;
  }
  return kilometres(a, b) <= reach(a, b) ? Match::compatible : Match::different;
}

Verdict compare(const Account& a, const Account& b, std::vector<Reason>* why) {
  Verdict verdict;
  Sum sum(verdict, why);
  type_points(a, b, sum);
  if (verdict.barred) return verdict;
  const auto ground = [&](double least, auto rule) {
    const double before = verdict.points;
    rule(a, b, sum);
    verdict.grounds += verdict.points >= before + least;
  };
  ground(kNamed, day_points);
  if (verdict.barred) return verdict;
  ground(kNamed, place_points);
  ground(kSome, doer_points), ground(kSome, target_points), ground(kSome, word_points), ground(kSome, count_points);
  return verdict;
}

}  // namespace isnad::story
