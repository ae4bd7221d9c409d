// Places: our own lines with what they must hold, then the cities of the world that the build takes from GeoNames.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "compile/name_forms.h"
#include "compile/yaml.h"
#include "text/text.h"

namespace isnad {
namespace {

/// What a place may be, and how many people it has where nothing says so.
struct Kind {
  std::string_view name;
  uint32_t people;
};
constexpr std::array<Kind, 20> kKinds{{{"city", 120'000},       {"town", 20'000},    {"village", 2'000},     {"district", 100'000},
                                       {"province", 1'000'000}, {"region", 500'000}, {"country", 5'000'000}, {"base", 1'000},
                                       {"airport", 5'000},      {"port", 5'000},     {"crossing", 1'000},    {"camp", 20'000},
                                       {"quarter", 30'000},     {"field", 500},      {"river", 50'000},      {"sea", 500'000},
                                       {"strait", 100'000},     {"mountain", 1'000}, {"site", 1'000},        {"island", 5'000}}};

const Kind* kind_of(std::string_view name) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == name; });
  return found == kKinds.end() ? nullptr : &*found;
}

struct Box {
  float south = 0, north = 0, west = 0, east = 0;
  [[nodiscard]] bool holds(float lat, float lon) const { return south <= lat && lat <= north && west <= lon && lon <= east; }
};
using Boxes = std::multimap<std::string, Box>;

Boxes read_boxes(CompileContext& c) {
  Boxes out;
  auto table = read_table(c.folder + "/actors/boxes.tsv", "iso3 south north west east");
  if (!table) return c.unreadable(table.error()), out;
  for (const Row& r : table->rows) {
    Box b;
    if (!c.country_of.contains(r[0])) c.fail(table->error(r, fmt::format("unknown country '{}'", r[0]), "actors/countries.tsv has them"));
    const bool good = parse_coordinate(r[1], 90, b.south) && parse_coordinate(r[2], 90, b.north) && parse_coordinate(r[3], 180, b.west) &&
                      parse_coordinate(r[4], 180, b.east) && b.south < b.north && b.west < b.east;
    if (!good) c.fail(table->error(r, "is no box", "south north west east in degrees, the smaller ones first"));
    out.emplace(r[0], b);
  }
  return out;
}

/// Great-circle distance in kilometres.
double kilometres(const Place& a, const Place& b) {
  constexpr double kRadians = std::numbers::pi / 180, kDiameter = 2 * 6371;
  const double y = std::sin((b.lat - a.lat) * kRadians / 2), x = std::sin((b.lon - a.lon) * kRadians / 2);
  return kDiameter * std::asin(std::sqrt(std::min(1.0, y * y + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * x * x)));
}

bool is_division(std::string_view kind) { return kind == "province" || kind == "region" || kind == "district"; }

/// A name as it is compared: folded letters.
std::basic_string<Letter> key_of(std::string_view name) { return folded_letters(name); }

/// Spellings that texts use beside the listed one: "Hafr al-Batin" and "Abu Dhabi" are written as one word too.
std::string joined(const std::string& name) {
  constexpr std::string_view kArticle = "\u0627\u0644", kAbu = "\u0623\u0628\u0648 ", kUmm = "\u0623\u0645 ";
  const size_t space = name.find(' ');
  if (space == std::string::npos || name.find(' ', space + 1) != std::string::npos || name.starts_with(kArticle)) return {};
  const bool joins = name.compare(space + 1, kArticle.size(), kArticle) == 0 || name.starts_with(kAbu) || name.starts_with(kUmm);
  return joins ? name.substr(0, space) + name.substr(space + 1) : std::string();
}

class PlaceTable {
 public:
  PlaceTable(CompileContext& c, Boxes boxes) : c_(c), boxes_(std::move(boxes)) {}

  void file(const std::string& path) {
    auto table = read_table(path, "id ar en kind lat lon admin1 country nisba");
    if (!table) return c_.fail(table.error());
    for (const Row& r : table->rows) row(*table, r);
  }

  /// First-level divisions are places too, named by their English name: those of the same country.
  void divisions() {
    for (const Line& l : lines_) {
      Place& p = c_.image.places[l.place];
      if (p.admin1.size == 0) continue;
      const auto found = divisions_.find({std::string(c_.image.text(p.country)), std::string(c_.image.text(p.admin1))});
      if (found == divisions_.end())
        c_.fail({l.file, l.line, fmt::format("no province or region '{}' of {}", c_.image.text(p.admin1), c_.image.text(p.country)),
                 "write the English name of one that these files have, or -"});
      else if (found->second != l.place)
        p.parent = found->second;
    }
  }

  /// Two places of one country, both divisions or both not, share a name only where their divisions tell them apart.
  void aliases() {
    for (const auto& [key, places] : named_)
      for (size_t i = 1; i < places.size(); ++i)
        for (size_t k = 0; k < i; ++k) told_apart(lines_[places[k]], lines_[places[i]]);
  }

  /// Cities that our own lines lack, with their own Arabic names or with those of geonames.tsv; the population of those that they have.
  void cities(const std::string& path) {
    auto table = read_table(path, "id ar en kind lat lon admin1 country population");
    auto ours = read_table(c_.folder + "/geonames.tsv", "country en ar");
    if (!table) return c_.unreadable(table.error());
    if (!ours) return c_.unreadable(ours.error());
    std::map<std::pair<std::string, std::string>, const Row*> largest;  // by country and name
    for (const Row& r : table->rows) {
      const Row*& known = largest[{r[7], r[2]}];
      if (!known || people_of(r) > people_of(*known)) known = &r;
      if (!r[1].empty()) city(*table, r, {r[1]});
    }
    for (const Row& r : ours->rows) {
      const auto found = largest.find({r[0], r[1]});
      if (found == largest.end())
        c_.fail(
            ours->error(r, fmt::format("no city '{}' of {} in {}", r[1], r[0], path), "a place that is not there gets a line in places/"));
      else
        city(*table, *found->second, alternatives(r[2]));
    }
  }

 private:
  struct Line {
    uint32_t place;
    std::string file;
    int line;
    std::string ar;
  };

  void row(const Table& t, const Row& r) {
    const auto ar = alternatives(r[1]);
    if (!ids_.try_emplace(r[0], r.line).second) c_.fail(t.error(r, fmt::format("the id '{}' is taken", r[0])));
    if (ar.empty()) return c_.fail(t.error(r, "a place needs an Arabic name"));
    Place p = place_of(t, r);
    const Kind* kind = kind_of(r[3]);
    if (!kind) {
      std::string allowed;
      for (const Kind& k : kKinds) allowed += fmt::format(" {}", k.name);
      c_.fail(t.error(r, fmt::format("unknown kind '{}'", r[3]), "allowed:" + allowed));
    }
    p.population = kind ? kind->people : 0;
    check_box(t, r, p);
    const auto index = uint32_t(c_.image.places.size());
    c_.image.places.push_back(p);
    for (const std::string& name : ar) {
      add_name(index, name);
      auto& known = named_[{r[7], is_division(r[3]), key_of(name)}];
      if (known.empty() || known.back() != lines_.size()) known.push_back(lines_.size());
    }
    lines_.push_back({index, t.file, r.line, ar[0]});
    for (const std::string& name : alternatives(r[2])) {
      c_.add_name(name, {PayloadKind::place, index, 1, 0});
      if (r[3] == "province" || r[3] == "region") divisions_.try_emplace({r[7], name}, index);
    }
    const auto country = c_.country_of.find(r[7]);
    for (const std::string& nisba : alternatives(r[8]))
      add_nisba(c_, t, r, nisba, country == c_.country_of.end() ? kNone : country->second);
  }

  Place place_of(const Table& t, const Row& r) {
    Place p{};
    p.id = c_.image.intern(r[0]);
    const auto ar = alternatives(r[1]), en = alternatives(r[2]);
    if (!ar.empty()) p.name_ar = c_.image.intern(ar[0]);
    p.name_en = c_.image.intern(en.empty() ? r[0] : en[0]);
    p.kind = c_.image.intern(r[3]);
    p.admin1 = c_.image.intern(r[6]);
    p.country = c_.image.intern(r[7]);
    p.parent = kNone;
    if (!parse_coordinate(r[4], 90, p.lat) || !parse_coordinate(r[5], 180, p.lon))
      c_.fail(t.error(r, fmt::format("'{} {}' are not coordinates", r[4], r[5])));
    return p;
  }

  void check_box(const Table& t, const Row& r, const Place& p) {
    if (r[7].empty()) return;
    if (!c_.country_of.contains(r[7]))
      return c_.fail(t.error(r, fmt::format("unknown country '{}'", r[7]), "an ISO code of actors/countries.tsv"));
    const auto [first, last] = boxes_.equal_range(r[7]);
    const bool inside = std::any_of(first, last, [&](const auto& b) { return b.second.holds(p.lat, p.lon); });
    if (!inside && first != last)
      c_.fail(t.error(r, fmt::format("'{} {}' lie outside {}", r[4], r[5], r[7]), "mend them, or the box in actors/boxes.tsv"));
  }

  void add_name(uint32_t index, const std::string& name) {
    c_.add_name(name, {PayloadKind::place, index, 0, 0});
    c_.add_proper_forms(name, cost_of_name(name, cost::kName));
    const std::string one = joined(name);
    if (one.empty() || c_.image.is_word(key_of(one))) return;
    c_.add_name(one, {PayloadKind::place, index, 0, 0});
    c_.add_proper_forms(one, cost::kName);
  }

  void told_apart(const Line& a, const Line& b) {
    const Place &x = c_.image.places[a.place], &y = c_.image.places[b.place];
    const bool settled = c_.image.text(x.kind) != c_.image.text(y.kind);
    const bool divided = x.admin1.size > 0 && y.admin1.size > 0 && c_.image.text(x.admin1) != c_.image.text(y.admin1);
    if (settled || divided || x.country.size == 0) return;
    c_.fail({b.file, b.line,
             fmt::format("'{}' shares a name with {} and nothing tells them apart", c_.image.text(y.id), c_.image.text(x.id)),
             "another kind, or the first-level division of both"});
  }

  /// A word or a name that stands for something else already would be read as the city wherever it stands.
  [[nodiscard]] bool means_other(const std::string& name) const {
    std::vector<std::basic_string<Letter>> words;
    for (const std::string& word : alternatives(name, ' ')) words.push_back(key_of(word));
    constexpr Letter kAlif = letter::kAlif, kLam = letter::kLam;
    const auto& first = words[0];
    const bool article = first.size() > 4 && first[0] == kAlif && first[1] == kLam;
    if (words.size() == 1 && (c_.image.is_word(first) || (article && c_.image.is_word(LetterView(first).substr(2))))) return true;
    constexpr std::array<Letter, 5> kClitics{letter::kWaw, letter::kFa, letter::kBa, letter::kKaf, letter::kLam};
    const bool clitic = words.size() == 1 && first.size() > 2 && std::find(kClitics.begin(), kClitics.end(), first[0]) != kClitics.end();
    if (clitic && c_.image.is_word(LetterView(first).substr(1))) return true;
    const auto* payloads = c_.image.payloads_of(words);
    return payloads && std::any_of(payloads->begin(), payloads->end(), [](const Payload& p) { return p.kind != PayloadKind::place; });
  }

  static uint32_t people_of(const Row& city) { return uint32_t(std::strtoul(city[8].c_str(), nullptr, 10)); }

  void city(const Table& t, const Row& r, const std::vector<std::string>& names) {
    if (!c_.country_of.contains(r[7])) return;  // a land that is no state of ours
    Place p = place_of(t, r);
    const uint32_t people = people_of(r);
    const bool ours = r[1].empty();
    for (const Line& l : lines_) {
      Place& own = c_.image.places[l.place];
      if (std::abs(own.lat - p.lat) > 0.4F || c_.image.text(own.country) != r[7] || is_division(c_.image.text(own.kind))) continue;
      const bool same = key_of(l.ar) == key_of(names[0]) || c_.image.text(own.name_en) == r[2];
      const double km = kilometres(own, p);
      const auto kind = c_.image.text(own.kind);
      const bool settled = kind == "city" || kind == "town" || kind == "village";
      if (!(same && km < 30) && !(km < 4 && kind == "city") && !(km < 2 && settled)) continue;
      if (settled) own.population = std::max(own.population, people);
      if (settled && (ours || !means_other(names[0])))  // its other spelling
        for (const std::string& name : names)
          if (!named_.contains({r[7], false, key_of(name)})) add_name(l.place, name);
      return;
    }
    if (!ours && (named_.contains({r[7], false, key_of(names[0])}) || means_other(names[0]))) return;
    p.population = people;
    if (ours) p.name_ar = c_.image.intern(names[0]);
    const auto index = uint32_t(c_.image.places.size());
    c_.image.places.push_back(p);
    for (const std::string& name : names) {
      named_[{r[7], false, key_of(name)}];
      add_name(index, name);
    }
  }

  CompileContext& c_;
  Boxes boxes_;
  std::map<std::string, int> ids_;
  std::vector<Line> lines_;
  std::map<std::pair<std::string, std::string>, uint32_t> divisions_;                              // by country and English name
  std::map<std::tuple<std::string, bool, std::basic_string<Letter>>, std::vector<size_t>> named_;  // country, division, name: lines
};

}  // namespace

void compile_places(CompileContext& c) {
  PlaceTable table(c, read_boxes(c));
  for (const std::string& path : files_of(c.folder + "/places", ".tsv")) table.file(path);
  table.divisions();
  table.aliases();
  if (!c.cities.empty()) table.cities(c.cities);
}

}  // namespace isnad
