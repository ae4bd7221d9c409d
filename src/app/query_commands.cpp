// isnad events, timeline, dyads, sources: questions to a database.
#include <fmt/format.h>

#include <optional>

#include "app/grid.h"
#include "app/output.h"
#include "app/situation.h"
#include "app/situation_commands.h"
#include "app/terminal.h"
#include "report/cells.h"

namespace isnad {
namespace {

constexpr int64_t kTablePage = 50;

/// What every question needs.
struct Question {
  store::Filter filter;
  std::unique_ptr<store::Queries> queries;
  Output output;
  std::string format;
  store::Page page;
};

std::string format_of(const QueryOptions& o) {
  if (!o.format.empty()) return o.format;
  if (o.output.ends_with(".jsonl") || o.output.ends_with(".ndjson") || o.output.ends_with(".json")) return "jsonl";
  return o.output.ends_with(".csv") ? "csv" : "table";
}

std::optional<Question> open_question(const QueryOptions& o, Messages& messages, Exit& exit) {
  const auto fail = [&](const Error& e, Exit code) { return messages.error(e), exit = code, std::nullopt; };
  auto filter = checked_filter(o.filter);
  if (!filter) return fail(filter.error(), Exit::usage);
  auto queries = store::Queries::open(o.database, fold_for_search);
  if (!queries) return fail(queries.error(), Exit::cannot_run);
  auto output = Output::open(o.output, {o.database});
  if (!output) return fail(output.error(), Exit::cannot_run);
  const std::string format = format_of(o);
  const int64_t limit = o.limit > 0 ? o.limit : format == "table" ? kTablePage : -1;
  return Question{std::move(*filter), std::move(*queries), std::move(*output), format, {limit > 0 ? (o.page - 1) * limit : 0, limit}};
}

Exit finish(Question& q, Status s, Messages& messages) {
  if (s) s = q.output.finish();
  if (!s) return messages.error(s.error()), Exit::cannot_run;
  return Exit::fine;
}

/// Writes a grid; under a table `note`.
Exit show(Question& q, const Grid& grid, const std::string& note, Messages& messages) {
  if (q.format == "jsonl") return finish(q, q.output.write(grid_jsonl(grid)), messages);
  if (q.format == "csv") return finish(q, q.output.write(grid_csv(grid)), messages);
  const bool terminal = q.output.terminal();
  const std::string table = grid.rows.empty() ? std::string() : grid_table(grid, terminal_width(terminal), terminal);
  return finish(q, q.output.write(table + note + "\n"), messages);
}

std::string plural(int64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

/// "events 51 to 100 of 1234 (the next: --page 3)".
std::string page_note(const Question& q, std::string_view what, size_t shown, int64_t all, int64_t page) {
  if (all == 0) return fmt::format("no {} matches", what);
  if (shown == 0) return fmt::format("page {} is behind the last of {}", page, plural(all, what));
  const int64_t first = q.page.skip + 1, last = q.page.skip + static_cast<int64_t>(shown);
  if (first == 1 && last >= all) return plural(all, what);
  std::string note = fmt::format("{}s {} to {} of {}", what, first, last, all);
  if (last < all) note += fmt::format(" (the next: --page {})", page + 1);
  return note;
}

/// "50 pairs (the next: --page 2)", of rows that are not counted beyond the page.
std::string page_note(const Question& q, std::string_view what, size_t shown, int64_t page) {
  if (shown == 0) return fmt::format("no {} matches", what);
  const bool more = q.page.most > 0 && static_cast<int64_t>(shown) == q.page.most;
  return plural(static_cast<int64_t>(shown), what) + (more ? fmt::format(" (the next: --page {})", page + 1) : "");
}

std::string names_of(const std::vector<record::Entity>& all) {
  std::string out;
  for (const auto& e : all) {
    if (!out.empty()) out += " | ";
    out += !e.name.en.empty() ? e.name.en : e.code.empty() ? e.text : e.text + " [" + e.code + "]";
  }
  return out;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& s : all) (out += out.empty() ? "" : " ") += s;
  return out;
}

std::string day_words(const record::Record& r) {
  if (!r.date || r.date->start.empty()) return r.doc.date.empty() ? "" : "by " + r.doc.date;
  const auto& d = *r.date;
  if (d.precision == "month") return d.start.substr(0, 7);
  if (d.precision == "year") return d.start.substr(0, 4);
  return d.end.empty() || d.end == d.start ? d.start : d.start + " to " + d.end;
}

std::string speakers_of(const record::Record& r) {
  std::vector<record::Entity> all;
  for (const auto& a : r.attribution)
    if (a.who) all.push_back(*a.who);
  return names_of(all);
}

/// A row of the table for people.
std::vector<Grid::Value> short_row(const record::Record& r) {
  std::string status = r.status;
  if (!r.aux.empty()) status += " (" + joined(r.aux) + ")";
  if (r.salience == "background") status += ", background";
  const auto& place = r.location ? r.location : r.destination ? r.destination : r.origin;
  std::string where = !place ? "" : !place->name.en.empty() ? place->name.en : place->text;
  const std::string speakers = speakers_of(r);
  return {r.id.substr(0, 6),
          day_words(r),
          names_of(r.actor),
          r.event + (r.mode.empty() ? "" : " " + joined(r.mode)),
          names_of(r.recipient),
          std::move(where),
          r.doc.source + (speakers.empty() ? "" : (r.doc.source.empty() ? "" : ": ") + speakers),
          std::move(status)};
}
const std::vector<std::string> kShort{"id", "day", "who", "did what", "to whom", "where", "on whose word", "status"};

/// A row of the CSV: flat, what the filters look at. `isnad read --format csv` and isnad export have more.
std::vector<Grid::Value> flat_row(const record::Record& r) {
  static const record::Place kNowhere;
  static const record::Date kNever;
  const auto codes = [](const std::vector<record::Entity>& all) {
    std::string out;
    for (const auto& e : all) (out += &e == all.data() ? "" : " | ") += e.code;
    return out;
  };
  const auto degrees = [](const std::optional<double>& v) { return v ? Grid::Value(*v) : Grid::Value(std::string()); };
  const auto& place = r.location ? *r.location : kNowhere;
  const auto& date = r.date ? *r.date : kNever;
  return {r.id,
          r.doc.id,
          r.doc.date,
          r.doc.source,
          r.doc.url,
          date.start,
          date.end,
          date.precision,
          r.event,
          joined(r.mode),
          r.quad,
          r.score,
          r.status,
          joined(r.aux),
          r.salience,
          names_of(r.actor),
          codes(r.actor),
          names_of(r.recipient),
          codes(r.recipient),
          place.name.en.empty() ? place.text : place.name.en,
          place.id,
          place.country,
          degrees(place.lat),
          degrees(place.lon),
          speakers_of(r),
          r.trigger,
          r.confidence};
}
const std::vector<std::string> kFlat{"id",
                                     "doc_id",
                                     "doc_date",
                                     "doc_source",
                                     "doc_url",
                                     "date_start",
                                     "date_end",
                                     "date_precision",
                                     "event",
                                     "mode",
                                     "quad",
                                     "score",
                                     "status",
                                     "aux",
                                     "salience",
                                     "actor",
                                     "actor_code",
                                     "recipient",
                                     "recipient_code",
                                     "location",
                                     "location_id",
                                     "location_country",
                                     "lat",
                                     "lon",
                                     "said_by",
                                     "trigger",
                                     "confidence"};

std::vector<Grid::Value> counts_row(std::vector<Grid::Value> row, const store::QuadCounts& n) {
  for (const int64_t v : {n.all, n.vc, n.mc, n.vk, n.mk}) row.emplace_back(v);
  row.emplace_back(n.score);
  return row;
}

}  // namespace

Exit run_events(const QueryOptions& options) {
  Messages messages;
  Exit exit = Exit::fine;
  auto q = open_question(options, messages, exit);
  if (!q) return exit;
  const auto order =
      static_cast<store::Order>(std::find(store::kOrderNames.begin(), store::kOrderNames.end(), options.sort) - store::kOrderNames.begin());
  const bool lines = q->format == "jsonl", table = q->format == "table";
  Grid grid{table ? kShort : kFlat, {}};
  if (q->format == "csv")
    if (const Status s = q->output.write(grid_csv(grid)); !s) return finish(*q, s, messages);
  record::Parser parser;
  Status written = Done{};
  const auto take = [&](std::string_view line) {
    if (lines) {
      written = q->output.write(std::string(line) + "\n");
      return written.ok() && !q->output.closed();
    }
    const auto record = parser.parse(line);
    if (!record) return written = unreadable_record(options.database, record.error()), false;
    grid.rows.push_back(table ? short_row(*record) : flat_row(*record));
    if (table) return true;
    written = q->output.write(grid_csv(grid, false));
    grid.rows.clear();
    return written.ok() && !q->output.closed();
  };
  const Status asked = q->queries->events(q->filter, order, q->page, take);
  if (!asked) return finish(*q, asked, messages);
  if (!table || !written) return finish(*q, written, messages);
  const auto all = q->queries->count(q->filter);
  if (!all) return finish(*q, all.error(), messages);
  return show(*q, grid, page_note(*q, "event", grid.rows.size(), *all, options.page), messages);
}

Exit run_timeline(const QueryOptions& options) {
  Messages messages;
  Exit exit = Exit::fine;
  auto q = open_question(options, messages, exit);
  if (!q) return exit;
  const auto step =
      static_cast<store::Step>(std::find(store::kStepNames.begin(), store::kStepNames.end(), options.step) - store::kStepNames.begin());
  const auto periods = q->queries->timeline(q->filter, step);
  if (!periods) return finish(*q, periods.error(), messages);
  Grid grid{{options.step, "events", "VC", "MC", "VK", "MK", "score"}, {}};
  int64_t all = 0;
  for (const auto& p : *periods) {
    const size_t shown = step == store::Step::month ? 7 : step == store::Step::year ? 4 : 10;
    grid.rows.push_back(counts_row({p.from.substr(0, shown)}, p.counts));
    all += p.counts.all;
  }
  return show(*q, grid,
              all == 0 ? "no event with a day matches"
                       : fmt::format("{} in {}", plural(all, "event"), plural(int64_t(periods->size()), options.step)),
              messages);
}

Exit run_dyads(const QueryOptions& options) {
  Messages messages;
  Exit exit = Exit::fine;
  auto q = open_question(options, messages, exit);
  if (!q) return exit;
  const auto key = static_cast<store::PartyKey>(std::find(store::kPartyKeyNames.begin(), store::kPartyKeyNames.end(), options.by) -
                                                store::kPartyKeyNames.begin());
  const auto dyads = q->queries->dyads(q->filter, key, q->page);
  if (!dyads) return finish(*q, dyads.error(), messages);
  Grid grid{{"who", "to whom", "events", "VC", "MC", "VK", "MK", "score", "first", "last"}, {}};
  for (const auto& d : *dyads) {
    auto row = counts_row({d.source, d.target}, d.counts);
    row.emplace_back(d.first), row.emplace_back(d.last);
    grid.rows.push_back(std::move(row));
  }
  return show(*q, grid, page_note(*q, "pair", grid.rows.size(), options.page), messages);
}

Exit run_sources(const QueryOptions& options) {
  Messages messages;
  Exit exit = Exit::fine;
  auto q = open_question(options, messages, exit);
  if (!q) return exit;
  const auto voices = options.speakers ? q->queries->speakers(q->filter, q->page) : q->queries->sources(q->filter, q->page);
  if (!voices) return finish(*q, voices.error(), messages);
  Grid grid{{options.speakers ? "speaker" : "outlet", "documents", "events", "first", "last"}, {}};
  if (options.speakers) grid.columns.insert(grid.columns.begin() + 1, "code");
  for (const auto& v : *voices) {
    std::vector<Grid::Value> row{v.name.empty() && q->format == "table" ? "(not named)" : v.name, v.documents, v.records, v.first, v.last};
    if (options.speakers) row.insert(row.begin() + 1, v.code);
    grid.rows.push_back(std::move(row));
  }
  return show(*q, grid, page_note(*q, options.speakers ? "speaker" : "outlet", grid.rows.size(), options.page), messages);
}

}  // namespace isnad
