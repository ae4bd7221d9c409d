// Options to filters.
#include "app/filter_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "app/engine.h"
#include "app/suggest.h"
#include "input/day.h"
#include "lexicon/classes.h"
#include "report/lookup.h"

namespace isnad {
namespace {

using Values = std::vector<std::string>;

/// Adds options of the filter to a command.
class Adder {
 public:
  Adder(CLI::App& command, CLI::Option* database) : command_(command), database_(database) {}

  template <class T>
  void add(const char* name, T& value, const char* type, const char* what) {
    if (!taken(name)) placed(command_.add_option(name, value, what)->type_name(type));
  }
  /// Any number of values with `between`, or given again.
  void list(const char* name, Values& values, const char* type, const char* what, char between = ',') {
    if (!taken(name)) placed(command_.add_option(name, values, what)->delimiter(between)->allow_extra_args(false)->type_name(type));
  }
  void flag(const char* name, bool& value, const char* what) {
    if (!taken(name)) placed(command_.add_flag(name, value, what));
  }
  void share(const char* name, double& value, const char* what) {
    if (!taken(name)) placed(command_.add_option(name, value, what)->check(CLI::Range(0.0, 1.0)));
  }

  /// Without the database there is nothing to ask. (Option::needs would say so in each line of the help.)
  void need_database() {
    command_.callback([all = all_, database = database_] {
      for (const auto* option : all)
        if (option->count() > 0 && database->count() == 0) throw CLI::RequiresError(option->get_name(), database->get_name());
    });
  }

 private:
  [[nodiscard]] bool taken(const char* name) const { return command_.get_option_no_throw(name) != nullptr; }
  void placed(CLI::Option* option) {
    option->group(database_->get_required() ? "Which records" : "Which records of the database");
    all_.push_back(option);
  }

  CLI::App& command_;
  CLI::Option* database_;
  std::vector<CLI::Option*> all_;
};

/// That one of the values is none of the names that there are.
template <size_t N>
std::optional<Error> unknown_name(const char* option, const Values& values, const std::array<std::string_view, N>& names) {
  for (const auto& value : values) {
    if (std::find(names.begin(), names.end(), value) != names.end()) continue;
    const auto meant = nearest(value, {names.begin(), names.end()});
    return Error{"", 0, fmt::format("{}: there is no '{}'", option, value),
                 meant.empty() ? fmt::format("one of {}", fmt::join(names, " ")) : "do you mean " + meant + "?"};
  }
  return {};
}

/// That one of the values can't be the code of a country, or of what stands above countries.
std::optional<Error> no_country(const char* option, const Values& values) {
  for (const auto& value : values)
    if (value.size() != 3 || !std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return Error{"", 0, fmt::format("{}: '{}' is no country's code", option, value),
                   "three capital letters, ISO 3166-1 alpha-3, as IRQ; names of countries go with --party and --place"};
  return {};
}

std::optional<Error> unknown_word(const store::Filter& f) {
  if (auto e = no_country("--country", f.countries)) return e;
  if (auto e = no_country("--in", f.place_countries)) return e;
  if (auto e = unknown_name("--type", f.types, kEventTypeNames)) return e;
  return unknown_name("--status", f.statuses, kEventStatusNames);
}

/// A name in any spelling stands for the ids of whom it means, too. Without an image records are asked for the words as they are.
void add_ids(store::Filter& f) {
  const std::array<Values*, 4> lists{&f.actors, &f.recipients, &f.parties, &f.speakers};
  if (std::all_of(lists.begin(), lists.end(), [](const Values* v) { return v->empty(); })) return;
  const auto lexicon = open_lexicon("");
  if (!lexicon) return;
  for (Values* list : lists)
    for (const auto& name : Values(*list))
      for (auto& id : party_ids(*lexicon, name)) list->push_back(std::move(id));
}

}  // namespace

void add_filter(CLI::App& command, FilterOptions& o, CLI::Option* database) {
  store::Filter& f = o.filter;
  Adder a(command, database);
  a.add("--since", f.since, "YYYY-MM-DD", "on this day or after; of records that last some days, one of them");
  a.add("--until", f.until, "YYYY-MM-DD", "on this day or before");
  a.list("--actor", f.actors, "WHO", "who did it: id, code, country or name");
  a.list("--recipient", f.recipients, "WHO", "to whom it was done");
  a.list("--party", f.parties, "WHO", "either of them");
  a.list("--country", f.countries, "CODE", "country of either: ISO 3166-1 alpha-3, or IGO UNO NGO ISM IMG MNC");
  a.list("--sector", f.sectors, "CODE", "sector of either: GOV MIL REB ...");
  a.list("--place", f.places, "PLACE", "at, from or to a place: id, name, or province code");
  a.list("--in", f.place_countries, "CODE", "at, from or to a place in this country");
  a.add("--box", o.box, "SOUTH,WEST,NORTH,EAST", "at, from or to a place in these degrees");
  a.list("--type", f.types, "TYPE", "event type: isnad codebook lists them");
  a.list("--mode", f.modes, "MODE", "mode of the type");
  a.list("--status", f.statuses, "STATUS", "occurred ongoing planned threatened promised demanded proposed possible");
  a.list("--source", f.sources, "OUTLET", "outlet of the document", '\0');
  a.list("--said-by", f.speakers, "WHO", "on whose word, as for --actor");
  a.add("--text", f.text, "TEXT", "words of the document, all of them; \"some words\" in this order; word* begins like it");
  a.share("--confidence", f.confidence, "at least");
  a.flag("--happened", f.happened, "reported as occurred or ongoing by its sentence, and not denied");
  a.list("--id", f.ids, "ID", "id of a record, or the start of it");
  a.need_database();
}

Result<store::Filter> checked_filter(const FilterOptions& o) {
  store::Filter f = o.filter;
  if (auto e = unknown_word(f)) return *e;
  for (auto* day : {&f.since, &f.until}) {
    if (day->empty()) continue;
    const std::string read = parse_day(*day);
    if (read.empty())
      return Error{"", 0, fmt::format("{}: '{}' is no day", day == &f.since ? "--since" : "--until", *day),
                   "write YYYY-MM-DD, as in 2020-04-05"};
    *day = read;
  }
  add_ids(f);
  if (o.box.empty()) return f;
  std::array<double, 4> degrees{};
  const char *at = o.box.data(), *const end = at + o.box.size();
  for (size_t i = 0; i < 4; ++i) {
    const auto [after, failed] = std::from_chars(at, end, degrees[i]);
    const bool last = i == 3;
    if (failed != std::errc() || !(std::abs(degrees[i]) <= 180) || (last ? after != end : after == end || *after != ','))
      return Error{"", 0, "--box: '" + o.box + "' is no box", "write SOUTH,WEST,NORTH,EAST in degrees, as in 33,43.5,34,45"};
    at = after + 1;
  }
  f.box = store::Box{degrees[0], degrees[1], degrees[2], degrees[3]};
  return f;
}

}  // namespace isnad
