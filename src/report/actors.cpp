// Looking actors up, and the three shapes of the answer.
#include "report/actors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/csv.h"
#include "base/json.h"
#include "report/facts.h"
#include "report/grid.h"
#include "report/lookup.h"

namespace isnad {
namespace {

using Letters = std::basic_string<Letter>;

std::span<const Office> offices_of(const Lexicon& l, const Actor& a) { return l.slice(l.offices, a.offices); }

bool held(const Office& o, int32_t day) { return day == INT32_MIN || (o.from <= day && day <= o.to); }

std::vector<Office> offices_at(const Lexicon& l, const Actor& a, int32_t day) {
  std::vector<Office> out;
  for (const Office& o : offices_of(l, a))
    if (held(o, day)) out.push_back(o);
  return out;
}

bool speaks_of(const Lexicon& l, const Actor& a, const Letters& wanted, int32_t day) {
  const auto has = [&](Str s) { return searchable(l.text(s)).find(wanted) != Letters::npos; };
  if (has(a.id) || has(a.name_ar) || has(a.name_en)) return true;
  const auto offices = offices_at(l, a, day);
  return std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return has(o.title_ar) || has(o.title_en); });
}

bool is_of(const Lexicon& l, const Actor& a, std::string_view country) {
  if (l.text(a.country) == country) return true;
  const auto offices = offices_of(l, a);
  return std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return l.text(o.country) == country; });
}

std::string code_of(const Lexicon& l, Str country, Sector sector) {
  return std::string(l.text(country)) + std::string(kSectorNames[size_t(sector)]);
}

std::string from_text(const Office& o) { return o.from == INT32_MIN ? "" : day_text(o.from); }
std::string to_text(const Office& o) { return o.to == INT32_MAX ? "" : day_text(o.to); }

std::vector<std::string_view> affiliations_of(const Lexicon& l, const Actor& a) {
  std::vector<std::string_view> out;
  for (const Str s : l.slice(l.affiliations, a.affiliations)) out.push_back(l.text(s));
  return out;
}

/// Cells of one CSV row, commas between them.
void append_cells(std::string& out, std::initializer_list<std::string_view> cells) {
  const char* between = "";
  for (const std::string_view c : cells) {
    out += std::exchange(between, ",");
    append_csv_cell(out, c);
  }
}

void append_office(Json& json, const Lexicon& l, const Office& o) {
  json.open_object().member("title", l.text(o.title_ar)).member("title_en", l.text(o.title_en)).member("country", l.text(o.country));
  json.member("sector", kSectorNames[size_t(o.sector)]).member("from", from_text(o)).member("to", to_text(o)).close_object();
}

}  // namespace

std::vector<uint32_t> find_actors(const Lexicon& lexicon, const ActorQuery& query) {
  const std::set<uint32_t> exact = query.find.empty() ? std::set<uint32_t>() : named(lexicon, query.find, PayloadKind::actor);
  const Letters wanted = searchable(query.find);
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < lexicon.actors.size(); ++i) {
    const Actor& a = lexicon.actors[i];
    if (!query.country.empty() && !is_of(lexicon, a, query.country)) continue;
    if (!query.find.empty() && !exact.contains(i) && !speaks_of(lexicon, a, wanted, query.day)) continue;
    const bool person = a.kind == EntityKind::person && a.offices.count > 0;
    if (query.day != INT32_MIN && person && offices_at(lexicon, a, query.day).empty()) continue;
    out.push_back(i);
  }
  return out;
}

std::string actors_table(const Lexicon& l, const ActorQuery& query, const std::vector<uint32_t>& actors) {
  Grid grid({"<id", "<name", "<kind", "<code", "<from", "<to", "<office"});
  for (const uint32_t i : actors) {
    const Actor& a = l.actors[i];
    std::vector<std::string> row{std::string(l.text(a.id)), std::string(l.text(a.name_en)), std::string(kEntityKindNames[size_t(a.kind)]),
                                 code_of(l, a.country, a.sector)};
    const auto offices = offices_at(l, a, query.day);
    if (offices.empty()) grid.row(row);
    for (const Office& o : offices) {
      row[3] = code_of(l, o.country.size ? o.country : a.country, o.sector == Sector::none ? a.sector : o.sector);
      row.insert(row.end(), {from_text(o), to_text(o), std::string(l.text(o.title_en))});
      grid.row(row);
      row.assign(4, "");
    }
  }
  std::string out;
  grid.append(out);
  return out;
}

std::string actors_jsonl(const Lexicon& l, const ActorQuery& query, const std::vector<uint32_t>& actors) {
  std::string out;
  for (const uint32_t i : actors) {
    const Actor& a = l.actors[i];
    Json json(out);
    json.open_object().member("id", l.text(a.id)).member("name_ar", l.text(a.name_ar)).member("name_en", l.text(a.name_en));
    json.member("kind", kEntityKindNames[size_t(a.kind)]).member("country", l.text(a.country));
    json.member("sector", kSectorNames[size_t(a.sector)]);
    if (a.parent != kNone) json.member("parent", l.text(l.actors[a.parent].id));
    json.key("affiliation").open_array();
    for (const auto s : affiliations_of(l, a)) json.string(s);
    json.close_array().key("offices").open_array();
    for (const Office& o : offices_at(l, a, query.day)) append_office(json, l, o);
    json.close_array().close_object();
    out += '\n';
  }
  return out;
}

std::string actors_csv(const Lexicon& l, const ActorQuery& query, const std::vector<uint32_t>& actors) {
  std::string out = "id,name_ar,name_en,kind,country,sector,parent,affiliation,office,office_en,office_country,office_sector,from,to\r\n";
  for (const uint32_t i : actors) {
    const Actor& a = l.actors[i];
    const auto parent = a.parent == kNone ? std::string_view() : l.text(l.actors[a.parent].id);
    const auto affiliations = fmt::format("{}", fmt::join(affiliations_of(l, a), " | "));
    std::string start;
    append_cells(start, {l.text(a.id), l.text(a.name_ar), l.text(a.name_en), kEntityKindNames[size_t(a.kind)], l.text(a.country),
                         kSectorNames[size_t(a.sector)], parent, affiliations});
    const auto offices = offices_at(l, a, query.day);
    if (offices.empty()) out += start + ",,,,,,\r\n";
    for (const Office& o : offices) {
      out += start + ',';
      append_cells(out,
                   {l.text(o.title_ar), l.text(o.title_en), l.text(o.country), kSectorNames[size_t(o.sector)], from_text(o), to_text(o)});
      out += "\r\n";
    }
  }
  return out;
}

std::string actors_markdown(const Lexicon& l) {
  std::map<std::string_view, std::array<size_t, kEntityKindNames.size()>> of;
  std::array<size_t, kEntityKindNames.size()> all{};
  size_t offices = 0;
  for (const Actor& a : l.actors) ++of[l.text(a.country)][size_t(a.kind)], ++all[size_t(a.kind)], offices += a.offices.count;
  std::string out =
      "# Actors\n\nMade from `knowledge/actors` by `isnad actors --markdown`; a test compares them. Countries are codes of ISO 3166-1\n"
      "alpha-3, or IGO, UNO and the like for those above states; states themselves are not counted.\n\n";
  out += fmt::format("{} actors, {} offices of persons, {} states.\n\n| country |", l.actors.size(), offices, l.countries.size());
  for (size_t k = 0; k < all.size(); ++k)
    if (all[k]) out += fmt::format(" {} |", kEntityKindNames[k]);
  out += " all |\n|---|";
  for (const size_t n : all) out += n ? "--:|" : "";
  out += "--:|\n";
  const auto row = [&](std::string_view name, const auto& counts) {
    size_t sum = 0;
    out += fmt::format("| {} |", name);
    for (size_t k = 0; k < all.size(); ++k) {
      if (all[k]) out += counts[k] ? fmt::format(" {} |", counts[k]) : "  |";
      sum += counts[k];
    }
    out += fmt::format(" {} |\n", sum);
  };
  for (const auto& [country, counts] : of) row(country.empty() ? "none" : country, counts);
  row("all", all);
  return out;
}

}  // namespace isnad
