// Columns by name where files have a header, by place where they have none.
#include "import/formats.h"

#include <algorithm>

namespace isnad {
namespace {

struct Named {
  EventCell field;
  std::string_view name;
  bool needed = false;
};

constexpr std::array<Named, 9> kIcews{{{EventCell::date, "Event Date", true},
                                       {EventCell::source, "Source Name", true},
                                       {EventCell::target, "Target Name", true},
                                       {EventCell::source_country, "Source Country"},
                                       {EventCell::target_country, "Target Country"},
                                       {EventCell::code, "CAMEO Code", true},
                                       {EventCell::place, "Country"},
                                       {EventCell::record, "Event ID"},
                                       {EventCell::text, "Event Text"}}};
constexpr std::array<Named, 10> kPolecat{{{EventCell::date, "Event Date", true},
                                          {EventCell::source, "Actor Name", true},
                                          {EventCell::target, "Recipient Name", true},
                                          {EventCell::source_country, "Actor Country"},
                                          {EventCell::target_country, "Recipient Country"},
                                          {EventCell::code, "Event Type", true},
                                          {EventCell::subcode, "Event Mode"},
                                          {EventCell::place, "Country"},
                                          {EventCell::record, "Event ID"},
                                          {EventCell::text, "Raw Placename"}}};
constexpr std::array<Named, 8> kAcled{{{EventCell::date, "event_date", true},
                                       {EventCell::source, "actor1", true},
                                       {EventCell::target, "actor2", true},
                                       {EventCell::code, "event_type", true},
                                       {EventCell::subcode, "sub_event_type"},
                                       {EventCell::place, "admin1"},
                                       {EventCell::record, "event_id_cnty"},
                                       {EventCell::text, "notes"}}};
constexpr std::array<Named, 8> kUcdp{{{EventCell::date, "date_start", true},
                                      {EventCell::source, "side_a", true},
                                      {EventCell::target, "side_b", true},
                                      {EventCell::code, "type_of_violence", true},
                                      {EventCell::place, "adm_1"},
                                      {EventCell::record, "id"},
                                      {EventCell::text, "source_headline"},
                                      {EventCell::precision, "date_prec"}}};
constexpr std::array<Named, 8> kPlain{{{EventCell::date, "date", true},
                                       {EventCell::source, "source", true},
                                       {EventCell::target, "target", true},
                                       {EventCell::code, "code"},
                                       {EventCell::quad, "class"},
                                       {EventCell::place, "place"},
                                       {EventCell::record, "record"},
                                       {EventCell::text, "text"}}};

constexpr size_t kGdeltWidth = 61;

bool has(const std::vector<std::string_view>& row, std::string_view name) { return std::find(row.begin(), row.end(), name) != row.end(); }

template <class List>
Result<Columns> by_name(const List& list, const std::vector<std::string_view>& header) {
  Columns c;
  c.width = header.size();
  for (const Named& n : list) {
    const auto it = std::find(header.begin(), header.end(), n.name);
    if (it != header.end()) c.at[size_t(n.field)] = static_cast<int>(it - header.begin());
    if (it == header.end() && n.needed)
      return Error{"", 1, "there is no column '" + std::string(n.name) + "'", "is it another format? isnad import --help lists them"};
    if (n.needed) c.least = std::max(c.least, static_cast<size_t>(it - header.begin()) + 1);
  }
  return c;
}

Columns gdelt() {
  Columns c;
  c.header = false, c.width = kGdeltWidth, c.least = kGdeltWidth;
  const auto put = [&](EventCell f, int at) { c.at[size_t(f)] = at; };
  put(EventCell::record, 0), put(EventCell::date, 1), put(EventCell::source, 5), put(EventCell::source_country, 7),
      put(EventCell::target, 15);
  put(EventCell::target_country, 17), put(EventCell::code, 26), put(EventCell::place, 53), put(EventCell::text, 60);
  return c;
}

Columns keds(const std::vector<std::string_view>& first) {
  Columns c;
  c.header = first[0] == "date" || first[0] == "Date";
  c.width = first.size(), c.least = 4;
  for (const EventCell f : {EventCell::date, EventCell::source, EventCell::target}) c.at[size_t(f)] = static_cast<int>(f);
  c.at[size_t(EventCell::code)] = 3;
  if (first.size() > 4) c.at[size_t(EventCell::text)] = 4;
  return c;
}

std::optional<EventCell> field_named(std::string_view name) {
  if (name == "day") name = "date";
  for (const Named& n : kPlain)
    if (n.name == name) return n.field;
  return std::nullopt;
}

Error unknown_field(std::string_view name) {
  return {"", 0, "--columns: there is no field '" + std::string(name) + "'",
          "date, source, target, code, class, place, record, text, or - for a column to skip"};
}

/// Columns by "field=column".
Result<Columns> plain_by_header(const std::vector<std::string>& wishes, const std::vector<std::string_view>& header) {
  Columns c;
  c.width = header.size();
  for (const std::string_view wish : wishes) {
    const size_t equals = wish.find('=');
    const auto field = field_named(wish.substr(0, equals));
    if (!field) return unknown_field(wish.substr(0, equals));
    const std::string_view name = wish.substr(equals + 1);
    const auto it = std::find(header.begin(), header.end(), name);
    if (it == header.end())
      return Error{"", 1, "there is no column '" + std::string(name) + "'", "--columns takes the names of the first line"};
    c.at[size_t(*field)] = static_cast<int>(it - header.begin());
  }
  return c;
}

Result<Columns> plain_by_place(const std::vector<std::string>& wishes, const std::vector<std::string_view>& first) {
  Columns c;
  c.width = first.size();
  for (size_t i = 0; i < wishes.size(); ++i) {
    if (wishes[i] == "-") continue;
    const auto field = field_named(wishes[i]);
    if (!field) return unknown_field(wishes[i]);
    c.at[size_t(*field)] = static_cast<int>(i);
  }
  const std::string_view date = c.cell(first, EventCell::date);
  c.header = date.empty() || !(date[0] >= '0' && date[0] <= '9');  // a day starts with a digit, the name of a column doesn't
  return c;
}

Result<Columns> plain(const std::vector<std::string_view>& first, const std::vector<std::string>& wishes) {
  if (wishes.empty()) {
    std::vector<std::string_view> names = first;
    std::replace(names.begin(), names.end(), std::string_view("day"), std::string_view("date"));
    return by_name(kPlain, names);
  }
  auto c = wishes[0].find('=') != std::string::npos ? plain_by_header(wishes, first) : plain_by_place(wishes, first);
  if (!c) return c.error();
  for (const EventCell f : {EventCell::date, EventCell::source, EventCell::target}) {
    if (c->at[size_t(f)] < 0) return Error{"", 0, "--columns names no date, source or target", "name all three"};
    c->least = std::max(c->least, static_cast<size_t>(c->at[size_t(f)]) + 1);
  }
  return c;
}

}  // namespace

std::optional<EventFormat> recognise(const std::vector<std::string_view>& first, char separator) {
  if (has(first, "CAMEO Code") && has(first, "Source Name")) return EventFormat::icews;
  if (has(first, "Event Type") && has(first, "Recipient Name")) return EventFormat::polecat;
  if (has(first, "event_id_cnty") || (has(first, "sub_event_type") && has(first, "actor1"))) return EventFormat::acled;
  if (has(first, "side_a") && has(first, "type_of_violence")) return EventFormat::ucdp;
  if (separator == '\t' && first.size() == kGdeltWidth) return EventFormat::gdelt;
  if (separator == '\t' && (first.size() == 4 || first.size() == 5) &&
      (first[0] == "date" || first[0].find_first_not_of("0123456789-") == std::string_view::npos))
    return EventFormat::keds;
  if ((has(first, "date") || has(first, "day")) && has(first, "source") && has(first, "target")) return EventFormat::plain;
  return std::nullopt;
}

Result<Columns> columns_of(EventFormat format, const std::vector<std::string_view>& first, const ImportOptions& options) {
  switch (format) {
    case EventFormat::icews:
      return by_name(kIcews, first);
    case EventFormat::polecat:
      return by_name(kPolecat, first);
    case EventFormat::acled:
      return by_name(kAcled, first);
    case EventFormat::ucdp:
      return by_name(kUcdp, first);
    case EventFormat::gdelt:
      return gdelt();
    case EventFormat::keds:
      if (first.size() < 4) return Error{"", 1, "a row has fewer than four cells", "date, source, target, code, with tabs between them"};
      return keds(first);
    default:
      return plain(first, options.columns);
  }
}

}  // namespace isnad
