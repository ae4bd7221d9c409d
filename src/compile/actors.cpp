// Countries and actors.
#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <limits>

#include "base/utf8.h"
#include "compile/name_forms.h"
#include "compile/yaml.h"

namespace isnad {
namespace {

/// Days since 1970-01-01 (Howard Hinnant's days_from_civil).
int32_t days_of(int y, int m, int d) {
  y -= m <= 2;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1, doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

/// "2015", "2015-03" or "2015-03-14"; the end of a period rounds up.
bool parse_day(const std::string& s, bool end, int32_t& out) {
  int y = 0, m = 0, d = 0;
  const int n = std::sscanf(s.c_str(), "%d-%d-%d", &y, &m, &d);
  if (n < 1 || y < 1000 || y > 2200 || (n > 1 && (m < 1 || m > 12)) || (n > 2 && (d < 1 || d > 31))) return false;
  if (n == 3) return out = days_of(y, m, d), true;
  if (n == 2) return out = end ? days_of(m == 12 ? y + 1 : y, m == 12 ? 1 : m + 1, 1) - 1 : days_of(y, m, 1), true;
  return out = end ? days_of(y, 12, 31) : days_of(y, 1, 1), true;
}

/// Spellings of a name that texts use beside the listed one: the servant names are written as one word too.
std::vector<std::string> spellings(const std::string& name) {
  constexpr std::string_view kServant = "\u0639\u0628\u062F ", kArticle = "\u0627\u0644";
  std::string joined = name;
  for (size_t at = 0; (at = joined.find(kServant, at)) != std::string::npos; at += kServant.size() - 1) {
    const bool starts = at == 0 || joined[at - 1] == ' ';
    if (starts && joined.compare(at + kServant.size(), kArticle.size(), kArticle) == 0) joined.erase(at + kServant.size() - 1, 1);
  }
  return joined == name ? std::vector{name} : std::vector{name, joined};
}

class ActorFile {
 public:
  ActorFile(CompileContext& c, std::string file) : c_(c), file_(std::move(file)) {}

  void add(const YAML::Node& node, std::map<std::string, uint32_t>& ids,
           std::vector<std::tuple<uint32_t, std::string, std::string, int>>& parents) {
    if (!node.IsMap()) return fail(node, "an actor is not a mapping");
    if (const auto key =
            unknown_key(node, {"id", "ar", "en", "country", "sector", "kind", "affiliation", "parent", "metonyms", "nisba", "roles"});
        !key.empty())
      return fail(node, fmt::format("unknown key '{}'", key),
                  "allowed: id ar en country sector kind affiliation parent metonyms nisba roles");
    Actor a{};
    const std::string id = scalar(node, "id");
    const auto ar = scalars(node["ar"]), en = scalars(node["en"]);
    if (id.empty() || ar.empty()) return fail(node, "an actor needs an id and an Arabic name");
    if (!ids.try_emplace(id, uint32_t(c_.image.actors.size())).second) return fail(node, fmt::format("the id '{}' is taken", id));
    a.id = c_.image.intern(id);
    a.name_ar = c_.image.intern(ar[0]);
    a.name_en = c_.image.intern(en.empty() ? id : en[0]);
    a.country = c_.image.intern(scalar(node, "country"));
    a.sector = sector(node);
    const std::string kind = scalar(node, "kind");
    if (const auto k = enum_of<EntityKind>(kEntityKindNames, kind))
      a.kind = *k;
    else
      fail(node, fmt::format("unknown kind '{}'", kind), fmt::format("allowed: {}", fmt::join(kEntityKindNames, " ")));
    a.parent = kNone;
    const std::string parent = scalar(node, "parent");
    if (!parent.empty()) parents.emplace_back(uint32_t(c_.image.actors.size()), parent, file_, line_of(node));
    a.affiliations.first = uint32_t(c_.image.affiliations.size());
    for (const std::string& s : scalars(node["affiliation"])) c_.image.affiliations.push_back(c_.image.intern(s));
    a.affiliations.count = uint32_t(c_.image.affiliations.size()) - a.affiliations.first;
    a.offices.first = uint32_t(c_.image.offices.size());
    if (node["roles"])
      for (const auto& role : node["roles"]) add_office(role);
    a.offices.count = uint32_t(c_.image.offices.size()) - a.offices.first;
    const auto index = uint32_t(c_.image.actors.size());
    c_.image.actors.push_back(a);
    const auto names = [&](const std::vector<std::string>& list, double rank) {
      for (const std::string& listed : list) {
        for (const std::string& name : spellings(listed)) {
          c_.add_name(name, {PayloadKind::actor, index, rank, 0});
          c_.add_proper_forms(name, a.kind == EntityKind::person ? cost::kName : cost::kUnlistedName);
        }
        rank = 1;
      }
    };
    names(ar, 0);
    names(scalars(node["metonyms"]), 2);
    for (const std::string& adjective : scalars(node["nisba"])) nisba(node, adjective, a);
    for (const std::string& name : en) c_.add_name(name, {PayloadKind::actor, index, 1, 0});
  }

 private:
  void fail(const YAML::Node& node, std::string what, std::string remedy = {}) {
    c_.fail({file_, line_of(node), std::move(what), std::move(remedy)});
  }

  Sector sector(const YAML::Node& node) {
    const std::string s = scalar(node, "sector");
    const auto out = enum_of<Sector>(kSectorNames, s);
    if (!out) fail(node, fmt::format("unknown sector '{}'", s), fmt::format("allowed:{}", fmt::join(kSectorNames, " ")));
    return out.value_or(Sector::none);
  }

  /// The words for what and who is this actor's ("Houthi") say its country, and the adjective its sector.
  void nisba(const YAML::Node& node, const std::string& word, const Actor& a) {
    const std::string country = scalar(node, "country"), lemma = arabic::canonical_lemma(word);
    const auto state = c_.country_of.find(country);
    if (state == c_.country_of.end()) return fail(node, "a nisba needs a country", "a country's code of actors/countries.tsv");
    bool known = false;
    for (Lemma& l : c_.image.lemmas) {
      if (c_.image.text(l.text) != lemma || (l.upos != Upos::adj && l.upos != Upos::noun)) continue;
      l.country = state->second;
      if (l.sector == Sector::none) l.sector = a.sector;
      known = true;
    }
    if (!known) fail(node, fmt::format("no word for the nisba '{}'", word), "write it into ar/adjectives.tsv");
  }

  void add_office(const YAML::Node& role) {
    if (const auto key = unknown_key(role, {"title", "title_en", "country", "sector", "from", "to"}); !key.empty())
      return fail(role, fmt::format("unknown key '{}' in a role", key), "allowed: title title_en country sector from to");
    Office o{};
    o.title_ar = c_.image.intern(scalar(role, "title"));
    o.title_en = c_.image.intern(scalar(role, "title_en"));
    o.country = c_.image.intern(scalar(role, "country"));
    o.sector = sector(role);
    o.from = std::numeric_limits<int32_t>::min();
    o.to = std::numeric_limits<int32_t>::max();
    const std::string from = scalar(role, "from"), to = scalar(role, "to");
    if (!from.empty() && !parse_day(from, false, o.from))
      fail(role, fmt::format("'{}' is not a date", from), "YYYY, YYYY-MM or YYYY-MM-DD");
    if (!to.empty() && !parse_day(to, true, o.to)) fail(role, fmt::format("'{}' is not a date", to), "YYYY, YYYY-MM or YYYY-MM-DD");
    if (o.from > o.to) fail(role, "an office ends before it begins");
    c_.image.offices.push_back(o);
  }

  CompileContext& c_;
  std::string file_;
};

}  // namespace

void compile_countries(CompileContext& c) {
  auto table = read_table(c.folder + "/actors/countries.tsv", "iso3 ar en nisba capital_ar capital_en lat lon metonyms gender");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    Country k{};
    const auto ar = alternatives(r[1]), capitals = alternatives(r[4]);
    if (r[0].size() != 3 || ar.empty()) {
      c.fail(table->error(r, "a country needs an ISO 3166-1 alpha-3 code and an Arabic name"));
      continue;
    }
    k.iso3 = c.image.intern(r[0]);
    k.name_ar = c.image.intern(ar[0]);
    k.name_en = c.image.intern(alternatives(r[2]).empty() ? r[0] : alternatives(r[2])[0]);
    if (!capitals.empty()) k.capital_ar = c.image.intern(capitals[0]);
    k.capital_en = c.image.intern(r[5]);
    if (!parse_coordinate(r[6], 90, k.lat) || !parse_coordinate(r[7], 180, k.lon))
      c.fail(table->error(r, fmt::format("'{} {}' are not coordinates", r[6], r[7])));
    if (r[9] != "f" && !r[9].empty()) c.fail(table->error(r, fmt::format("unknown gender '{}'", r[9]), "allowed: f -"));
    k.feminine = r[9] == "f";
    const auto index = uint32_t(c.image.countries.size());
    c.image.countries.push_back(k);
    c.country_of[r[0]] = index;
    // rank: 0 the name, 1 an alias, 3 the capital, 2 a metonym
    double rank = 0;
    for (const std::string& name : ar)
      c.add_name(name, {PayloadKind::country, index, rank, 0}),
          c.add_proper_forms(name, cost_of_name(name, cost::kName - 8), k.feminine ? Gender::fem : Gender::none), rank = 1;
    for (const std::string& name : capitals)
      c.add_name(name, {PayloadKind::country, index, 3, 0}), c.add_proper_forms(name, cost_of_name(name, cost::kName - 4), Gender::fem);
    for (const std::string& name : alternatives(r[8]))
      c.add_name(name, {PayloadKind::country, index, 2, 0}), c.add_proper_forms(name, cost::kUnlistedName);
    for (const std::string& name : alternatives(r[2])) c.add_name(name, {PayloadKind::country, index, 1, 0});
    for (const std::string& nisba : alternatives(r[3])) add_nisba(c, *table, r, nisba, index);
  }
}

void compile_actors(CompileContext& c) {
  std::map<std::string, uint32_t> ids;
  std::vector<std::tuple<uint32_t, std::string, std::string, int>> parents;
  for (const std::string& path : files_of(c.folder + "/actors", ".yaml")) {
    auto root = load_yaml(path);
    if (!root) {
      c.fail(root.error());
      continue;
    }
    if (!root->IsSequence()) {
      c.fail({path, 1, "is not a list of actors", "see knowledge/README.md"});
      continue;
    }
    ActorFile file(c, path);
    for (const auto& node : *root) file.add(node, ids, parents);
  }
  for (const auto& [index, parent, path, line] : parents) {
    const auto it = ids.find(parent);
    if (it == ids.end())
      c.fail({path, line, fmt::format("unknown parent '{}'", parent), "write the id of another actor"});
    else
      c.image.actors[index].parent = it->second;
  }
}

}  // namespace isnad
