// Questions as statements.
#include "store/query.h"

#include <fmt/format.h>

#include "store/conditions.h"
#include "store/database.h"
#include "store/schema.h"

namespace isnad::store {
namespace {

constexpr std::string_view kFrom = " FROM records r JOIN documents d ON d.id = r.document";

std::string_view order_sql(Order order) {
  switch (order) {
    case Order::latest:
      return " ORDER BY r.day DESC, r.id";
    case Order::confidence:
      return " ORDER BY r.confidence DESC, r.id";
    case Order::document:
      return " ORDER BY r.id";
    case Order::type:
      return " ORDER BY r.event, r.mode, r.day IS NULL, r.day, r.id";
    case Order::source:
      return " ORDER BY d.source, r.day IS NULL, r.day, r.id";
    default:
      return " ORDER BY r.day IS NULL, r.day, r.id";
  }
}

std::string_view period_sql(Step step) {
  switch (step) {
    case Step::week:
      return "date(r.day, 'weekday 0', '-6 days')";  // Monday
    case Step::month:
      return "substr(r.day, 1, 7) || '-01'";
    case Step::year:
      return "substr(r.day, 1, 4) || '-01-01'";
    default:
      return "r.day";
  }
}

std::string_view key_sql(PartyKey key) {
  switch (key) {
    case PartyKey::code:
      return "code";
    case PartyKey::actor:
      return "coalesce(nullif(actor, ''), nullif(code, ''), name)";
    default:
      return "country";
  }
}

std::string page_sql(Page page) { return fmt::format(" LIMIT {} OFFSET {}", page.most, page.skip); }

constexpr std::string_view kQuads = "count(*), sum(quad = 'VC'), sum(quad = 'MC'), sum(quad = 'VK'), sum(quad = 'MK'), avg(score)";

QuadCounts quads_at(const Statement& s, int c) {
  return {s.integer(c), s.integer(c + 1), s.integer(c + 2), s.integer(c + 3), s.integer(c + 4), s.number(c + 5)};
}

/// The `n`-th line of some.
std::string_view line_at(std::string_view lines, int64_t n) {
  for (; n > 0; --n) lines.remove_prefix(std::min(lines.find('\n'), lines.size() - 1) + 1);
  return lines.substr(0, lines.find('\n'));
}

}  // namespace

struct Queries::State {
  Fold fold;
  Packer packer;
  Database::Judge holds;  // used by the connection
  std::unique_ptr<Database> database;
  Statement records;
  int64_t held = 0;   // the document whose lines are
  std::string lines;  // held

  /// Runs a question; `row` sees each row, false stops.
  template <class Row>
  Status ask(const Conditions& conditions, const std::string& sql, const Row& row) {
    auto statement = database->prepare(sql);
    if (!statement) return statement.error();
    conditions.bind(*statement);
    for (;;) {
      const auto more = statement->step();
      if (!more) return more.error();
      if (!*more || !row(*statement)) return Done{};
    }
  }

  Result<std::string_view> line(int64_t record) {
    const int64_t document = record / kRecordsOfADocument;
    if (document != held) {
      const auto row = records.bind(document).step();
      if (!row) return row.error();
      auto expanded = packer.expand(records.bytes(0));
      records.reset();
      if (!expanded) {
        Error e = expanded.error();
        e.file = database->path();
        return e;
      }
      lines = std::move(*expanded), held = document;
    }
    return line_at(lines, record % kRecordsOfADocument);
  }
};

Queries::Queries(std::unique_ptr<State> state) : state_(std::move(state)) {}
Queries::~Queries() = default;

Result<std::unique_ptr<Queries>> Queries::open(const std::string& path, Fold fold) {
  auto database = Database::open(path, Access::read);
  if (!database) return database.error();
  if (const Status s = check_version(**database); !s) return s.error();
  auto records = (*database)->prepare("SELECT records FROM documents WHERE id = ?");
  if (!records) return records.error();
  std::unique_ptr<State> state(new State{std::move(fold), {}, {}, std::move(*database), std::move(*records), 0, {}});
  state->holds = [s = state.get()](std::string_view title, std::string_view text, std::string_view phrase) {
    const auto has = [&](std::string_view where) { return phrase_text(s->fold(where)).find(phrase) != std::string::npos; };
    if (has(title)) return true;
    const auto whole = s->packer.expand(text);
    return whole && has(*whole);
  };
  if (const Status s = state->database->add_function("holds", state->holds); !s) return s.error();
  return std::unique_ptr<Queries>(new Queries(std::move(state)));
}

Result<int64_t> Queries::count(const Filter& filter) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  int64_t n = 0;
  const Status s = state_->ask(*conditions, fmt::format("SELECT count(*){}{}", kFrom, conditions->sql),
                               [&](const Statement& row) { return n = row.integer(0), true; });
  if (!s) return s.error();
  return n;
}

Status Queries::events(const Filter& filter, Order order, Page page, const std::function<bool(std::string_view)>& take) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  Status failed = Done{};
  const std::string sql = fmt::format("SELECT r.id{}{}{}{}", kFrom, conditions->sql, order_sql(order), page_sql(page));
  const Status s = state_->ask(*conditions, sql, [&](const Statement& row) {
    const auto line = state_->line(row.integer(0));
    if (!line) failed = line.error();
    return line && take(*line);
  });
  return failed ? s : failed;
}

Result<std::vector<Period>> Queries::timeline(const Filter& filter, Step step) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  std::vector<Period> out;
  const std::string sql = fmt::format("SELECT {0} AS period, {1}{2}{3} {4} r.day IS NOT NULL GROUP BY period ORDER BY period",
                                      period_sql(step), kQuads, kFrom, conditions->sql, conditions->sql.empty() ? "WHERE" : "AND");
  const Status s = state_->ask(*conditions, sql, [&](const Statement& row) {
    out.push_back({std::string(row.text(0)), quads_at(row, 1)});
    return true;
  });
  if (!s) return s.error();
  return out;
}

Result<std::vector<Dyad>> Queries::dyads(const Filter& filter, PartyKey key, Page page) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  const std::string sql = fmt::format(
      "WITH chosen AS (SELECT r.id, r.quad, r.score, r.day{0}{1}),"
      " keyed AS (SELECT DISTINCT p.record, p.role, {2} AS party FROM chosen c JOIN parties p ON p.record = c.id WHERE p.role < 2)"
      " SELECT a.party, b.party, min(c.day), max(c.day), {3} FROM chosen c JOIN keyed a ON a.record = c.id AND a.role = 0"
      " JOIN keyed b ON b.record = c.id AND b.role = 1 WHERE a.party <> '' AND b.party <> ''"
      " GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2{4}",
      kFrom, conditions->sql, key_sql(key), kQuads, page_sql(page));
  std::vector<Dyad> out;
  const Status s = state_->ask(*conditions, sql, [&](const Statement& row) {
    out.push_back(
        {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), quads_at(row, 4)});
    return true;
  });
  if (!s) return s.error();
  return out;
}

Result<std::vector<Voice>> Queries::sources(const Filter& filter, Page page) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  const std::string sql = fmt::format(
      "SELECT d.source, count(DISTINCT d.id), count(r.id), min(d.day), max(d.day) FROM documents d LEFT JOIN records r"
      " ON r.id >= d.id * {0} AND r.id < (d.id + 1) * {0}{1} GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1{2}",
      kRecordsOfADocument, conditions->sql, page_sql(page));
  std::vector<Voice> out;
  const Status s = state_->ask(*conditions, sql, [&](const Statement& row) {
    out.push_back({std::string(row.text(0)), "", row.integer(1), row.integer(2), std::string(row.text(3)), std::string(row.text(4))});
    return true;
  });
  if (!s) return s.error();
  return out;
}

Result<std::vector<Voice>> Queries::speakers(const Filter& filter, Page page) {
  const auto conditions = conditions_of(filter, state_->fold);
  if (!conditions) return conditions.error();
  const std::string sql = fmt::format(
      "WITH chosen AS (SELECT r.id, r.document, d.day{}{})"
      " SELECT min(p.name), max(p.code), count(DISTINCT c.document), count(DISTINCT c.id), min(c.day), max(c.day)"
      " FROM chosen c JOIN parties p ON p.record = c.id AND p.role = 2"
      " GROUP BY coalesce(nullif(p.actor, ''), p.name) ORDER BY 4 DESC, 3 DESC, 1{}",
      kFrom, conditions->sql, page_sql(page));
  std::vector<Voice> out;
  const Status s = state_->ask(*conditions, sql, [&](const Statement& row) {
    out.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2), row.integer(3), std::string(row.text(4)),
                   std::string(row.text(5))});
    return true;
  });
  if (!s) return s.error();
  return out;
}

}  // namespace isnad::store
