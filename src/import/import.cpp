// Rows to events.
#include "import/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/csv.h"
#include "import/formats.h"
#include "import/normalise.h"
#include "import/records.h"
#include "import/rows.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view kEventMark = "event";
constexpr double kFarthest = 1e6;  // days from 1970: no calendar of events is longer

/// "05 April 2020", as ACLED writes it.
std::optional<Day> day_in_words(std::string_view s) {
  const size_t a = s.find(' '), b = s.rfind(' ');
  if (a == std::string_view::npos || a == b || a == 0 || a > 2) return std::nullopt;
  const auto month = std::find(kMonths.begin(), kMonths.end(), s.substr(a + 1, b - a - 1));
  if (month == kMonths.end()) return std::nullopt;
  return day_of(fmt::format("{}-{:02}-{:0>2}", s.substr(b + 1), month - kMonths.begin() + 1, s.substr(0, a)));
}

/// "790415", as old KEDS files write it.
std::optional<Day> day_of_six(std::string_view s) {
  if (s.size() != 6 || s.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return day_of(fmt::format("19{}", s));
}

std::optional<Day> numeric_day(std::string_view s, const ImportOptions& o) {
  double value = 0;
  const auto [end, code] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (code != std::errc() || end != s.data() + s.size() || !std::isfinite(value)) return std::nullopt;
  const double day = std::floor(value * o.days_per_unit) + o.zero;
  if (std::abs(day) > kFarthest) return std::nullopt;
  return static_cast<Day>(day);
}

std::optional<Day> read_day(std::string_view s, EventFormat format, const ImportOptions& o) {
  s = trim(s);
  if (const auto day = day_of(s)) return day;
  if (format == EventFormat::acled) return day_in_words(s);
  if (format == EventFormat::keds) return day_of_six(s);
  return format == EventFormat::plain ? numeric_day(s, o) : std::nullopt;
}

class Importer {
 public:
  Importer(const Columns& columns, const ImportOptions& options, Imported& out) : columns_(columns), options_(options), out_(out) {}

  void take(const std::vector<std::string_view>& row, int line) {
    ++out_.rows;
    if (row.size() < columns_.least) return bad(fmt::format("too few cells (at least {} needed)", columns_.least), line);
    if (row.size() > columns_.width && !spare_cells_are_empty(row)) return bad("too many cells", line);
    Coded c;
    const auto day = read_day(cell(row, EventCell::date), out_.format, options_);
    if (!day) return bad("the date is no day", line);
    if (const auto p = trim(cell(row, EventCell::precision)); p == "5") return skip("dated to the year only", line);
    c.day = *day;
    c.place = std::string(cell(row, EventCell::place));
    c.code = code_of(row);
    if (c.code.empty() && columns_.at[size_t(EventCell::code)] >= 0) return bad("no event code", line);
    set_parties(row, c);
    c.record = std::string(cell(row, EventCell::record));
    c.text = std::string(cell(row, EventCell::text));
    const auto quad = std::find(kQuadNames.begin(), kQuadNames.end(), trim(cell(row, EventCell::quad)));
    if (quad != kQuadNames.end()) c.quad = Quad(quad - kQuadNames.begin());
    if (const auto why = normalise(c); !why.empty()) return skip(why, line);
    out_.events.push_back(std::move(c));
  }

  void bad(std::string_view why, int line) { leave_out(out_.bad, why, line); }

 private:
  [[nodiscard]] std::string_view cell(const std::vector<std::string_view>& row, EventCell f) const { return columns_.cell(row, f); }
  void skip(std::string_view why, int line) { leave_out(out_.skipped, why, line); }

  [[nodiscard]] bool spare_cells_are_empty(const std::vector<std::string_view>& row) const {
    return std::all_of(row.begin() + static_cast<std::ptrdiff_t>(columns_.width), row.end(), [](auto c) { return trim(c).empty(); });
  }

  [[nodiscard]] std::string code_of(const std::vector<std::string_view>& row) const {
    std::string code(trim(cell(row, EventCell::code)));
    const std::string_view sub = trim(cell(row, EventCell::subcode));
    if (!sub.empty() && !code.empty()) code += (out_.format == EventFormat::acled ? "/" : " ") + std::string(sub);
    return code;
  }

  void set_parties(const std::vector<std::string_view>& row, Coded& c) const {
    if (options_.parties == Parties::place) {
      c.source = "*", c.target = c.place;
      return;
    }
    const bool countries = options_.parties == Parties::country && columns_.at[size_t(EventCell::source_country)] >= 0;
    c.source = std::string(cell(row, countries ? EventCell::source_country : EventCell::source));
    c.target = std::string(cell(row, countries ? EventCell::target_country : EventCell::target));
  }

  const Columns& columns_;
  const ImportOptions& options_;
  Imported& out_;
};

Scheme scheme_of(const Imported& in, const ImportOptions& options) {
  switch (in.format) {
    case EventFormat::icews:
    case EventFormat::gdelt:
      return Scheme::cameo;
    case EventFormat::isnad:
    case EventFormat::polecat:
      return Scheme::plover;
    case EventFormat::acled:
      return Scheme::acled;
    case EventFormat::ucdp:
      return Scheme::ucdp;
    default:
      break;
  }
  if (options.scheme != Scheme::none) return options.scheme;
  const auto is = [&](auto test) { return std::any_of(in.events.begin(), in.events.end(), test); };
  if (is([](const Coded& c) { return quad_of(Scheme::plover, c.code) != Quad::other; })) return Scheme::plover;
  return is([](const Coded& c) { return c.code.starts_with("21") || c.code.starts_with("22"); }) ? Scheme::weis : Scheme::cameo;
}

Result<Done> import_table(std::string_view bytes, const ImportOptions& options, Imported& out) {
  const char separator = separator_of(bytes);
  RowReader reader(bytes, separator);
  std::vector<std::string_view> row;
  if (!reader.next(row)) return Error{"", 0, "is empty", "name a file with events"};
  if (out.format == EventFormat::automatic) {
    const auto known = options.columns.empty() ? recognise(row, separator) : EventFormat::plain;
    if (!known)
      return Error{"", 1, "is of no format that is known", "name it with --input, or its columns with --columns date,source,target,code"};
    out.format = *known;
  }
  auto columns = columns_of(out.format, row, options);
  if (!columns) return columns.error();
  Importer importer(*columns, options, out);
  if (columns->header && !reader.next(row)) return Done{};
  do {
    if (reader.broken()) {
      ++out.rows;
      importer.bad("a quote is never closed", reader.line());
    } else {
      importer.take(row, reader.line());
    }
  } while (reader.next(row));
  return Done{};
}

bool matches(const Coded& c, std::string_view pattern) {
  while (!pattern.empty()) {
    const size_t comma = std::min(pattern.find(','), pattern.size());
    std::string_view one = pattern.substr(0, comma);
    pattern.remove_prefix(std::min(pattern.size(), comma + 1));
    if (one.ends_with('*')) one.remove_suffix(1);
    if (one.empty()) continue;
    if (c.code.starts_with(one) || kQuadNames[size_t(c.quad)] == one) return true;
  }
  return false;
}

}  // namespace

Result<Imported> import_events(std::string_view bytes, const std::string& file, const ImportOptions& options) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  Imported out;
  out.format = options.format;
  if (out.format == EventFormat::automatic && trim(bytes.substr(0, 64)).starts_with('{')) out.format = EventFormat::isnad;
  if (out.format == EventFormat::isnad) {
    import_records(bytes, options.parties, out);
  } else if (auto done = import_table(bytes, options, out); !done) {
    Error e = done.error();
    e.file = file;
    return e;
  }
  out.scheme = scheme_of(out, options);
  for (Coded& c : out.events)
    if (c.quad == Quad::other) c.quad = quad_of(out.scheme, c.code);
  return out;
}

std::string_view mark_of(const Coded& event, std::string_view pattern) {
  const bool all = event.code.empty() && event.quad == Quad::other;  // a list of events of one kind
  return all || matches(event, pattern) ? kEventMark : kQuadNames[size_t(event.quad)];
}

Happenings happenings_of(const std::vector<Coded>& events, std::string_view pattern) {
  Happenings out;
  out.marks.add(kEventMark);
  out.list.reserve(events.size());
  for (size_t i = 0; i < events.size(); ++i) {
    const Coded& c = events[i];
    const uint32_t mark = out.marks.add(mark_of(c, pattern));
    out.list.push_back(
        {c.day, PartyId{out.parties.add(c.source)}, PartyId{out.parties.add(c.target)}, MarkId{mark}, static_cast<uint32_t>(i)});
  }
  out.order();
  return out;
}

std::string to_csv(const std::vector<Coded>& events) {
  const bool codes = std::any_of(events.begin(), events.end(), [](const Coded& c) { return !c.code.empty(); });
  std::string out = fmt::format("date,source,target{},class,place,record,text\n", codes ? ",code" : "");
  const auto put = [&](std::string_view cell) { out += ',', append_csv_cell(out, cell); };
  for (const Coded& c : events) {
    out += iso_date(c.day);
    put(c.source), put(c.target);
    if (codes) put(c.code);
    put(c.quad == Quad::other ? std::string_view() : kQuadNames[size_t(c.quad)]);
    put(c.place), put(c.record), put(c.text);
    out += '\n';
  }
  return out;
}

}  // namespace isnad
