// Layout of the table: rows of wrapped cells; lists where the terminal is narrow.
#include "report/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/json.h"
#include "report/cells.h"

namespace isnad {
namespace {

constexpr size_t kGap = 2, kShortId = 5;

constexpr std::string_view kBold = "\x1B[1m", kDim = "\x1B[2m", kReset = "\x1B[0m";

/// A run of text in a cell, with its colour; each starts a line of its own.
struct Piece {
  std::string text;
  std::string_view style = {};
};
using Cell = std::vector<Piece>;

/// What is told of an event.
enum class Part : uint8_t { id, who, what, whom, where, when, word, status, count_ };
constexpr std::array<std::string_view, size_t(Part::count_)> kTitles{"id",    "who",  "did what",      "to whom, what",
                                                                     "where", "when", "on whose word", "status"};
using Row = std::array<Cell, size_t(Part::count_)>;

/// A column shows one part, or two above each other where the terminal is not wide enough for all.
struct Column {
  Part first, second;
  size_t least;    // columns of the terminal it needs
  size_t percent;  // of what is left
};
constexpr std::array kWide = std::to_array<Column>({{Part::id, Part::id, kShortId, 0},
                                                    {Part::who, Part::who, 16, 22},
                                                    {Part::what, Part::what, 16, 20},
                                                    {Part::whom, Part::whom, 16, 26},
                                                    {Part::where, Part::where, 10, 12},
                                                    {Part::when, Part::when, 10, 0},
                                                    {Part::word, Part::word, 13, 20},
                                                    {Part::status, Part::status, 13, 0}});
constexpr std::array kMiddle = std::to_array<Column>({{Part::id, Part::id, kShortId, 0},
                                                      {Part::who, Part::who, 12, 26},
                                                      {Part::what, Part::what, 12, 22},
                                                      {Part::whom, Part::whom, 12, 28},
                                                      {Part::where, Part::when, 10, 12},
                                                      {Part::status, Part::word, 13, 12}});

template <size_t N>
constexpr size_t least_of(const std::array<Column, N>& columns) {
  size_t sum = kGap * (N - 1);
  for (const Column& c : columns) sum += c.least;
  return sum;
}

/// The columns for a terminal; none where it is too narrow for any.
std::span<const Column> columns_for(size_t width) {
  if (width >= least_of(kWide)) return kWide;
  if (width >= least_of(kMiddle)) return kMiddle;
  return {};
}

std::vector<size_t> widths_for(std::span<const Column> columns, size_t total) {
  size_t used = columns.empty() ? 0 : kGap * (columns.size() - 1);
  for (const Column& c : columns) used += c.least;
  std::vector<size_t> out;
  for (const Column& c : columns) out.push_back(c.least + (total - used) * c.percent / 100);
  return out;
}

std::string_view color_of(std::string_view quad) {
  if (quad == "VC") return "\x1B[36m";
  if (quad == "MC") return "\x1B[32m";
  if (quad == "VK") return "\x1B[33m";
  return quad == "MK" ? "\x1B[31m" : "";
}

class Table {
 public:
  Table(const View& view, const TableLook& look, std::string& out)
      : view_(view), look_(look), out_(out), columns_(columns_for(look.width)), widths_(widths_for(columns_, look.width)) {}

  void write() {
    head();
    if (!columns_.empty()) titles();
    for (const Event& e : events().events) {
      const Row row = row_of(e);
      columns_.empty() ? list(row) : cells(row);
      notes(e);
      if (columns_.empty()) out_ += '\n';
    }
    if (!columns_.empty()) out_ += '\n';
  }

 private:
  [[nodiscard]] const Events& events() const { return view_.reading.events; }

  void put(std::string_view text, std::string_view style = {}) {
    const bool styled = look_.color && !style.empty();
    if (styled) out_ += style;
    out_ += look_.isolates ? isolated(text) : std::string(text);
    if (styled) out_ += kReset;
  }
  void pad(size_t columns) { out_.append(columns, ' '); }

  /// Title of the text or its first words; then name, date and source.
  void head() {
    const Document& d = view_.document;
    std::string title = d.title;
    const auto& sentences = view_.reading.text.sentences;
    if (title.empty() && !sentences.empty()) title = view_.at(sentences.front().span);
    auto lines = wrap_cell(clean_cell(title), look_.width);
    if (lines.size() > 2) lines.resize(2), lines.back() += "...";
    for (const auto& line : lines) {
      put(line, kBold);
      out_ += '\n';
    }
    std::string about = clean_cell(d.id);
    for (const auto& s : {d.date, d.source, d.url})
      if (!s.empty()) about += "  " + clean_cell(s);
    put(about, kDim);
    out_ += '\n';
  }

  void titles() {
    std::vector<Cell> titles;
    for (const Column& c : columns_) {
      Cell& cell = titles.emplace_back();
      cell.push_back({std::string(kTitles[size_t(c.first)]), kDim});
      if (c.second != c.first) cell.push_back({std::string(kTitles[size_t(c.second)]), kDim});
    }
    lines(titles);
  }

  Row row_of(const Event& e) const {
    return {Cell{{hex_id(e.id).substr(0, kShortId), kDim}}, actors(e), coding(e), patients(e), places(e), date(e), sources(e), status(e)};
  }

  /// Adds what the cell doesn't say yet.
  static void add(Cell& cell, const std::string& text) {
    std::string clean = clean_cell(text);
    if (std::none_of(cell.begin(), cell.end(), [&](const Piece& p) { return p.text == clean; })) cell.push_back({std::move(clean)});
  }

  void add_fillers(const Event& e, Slot slot, std::string_view before, Cell& cell) const {
    for (const EntityId id : Events::slice(events().fillers, e.fillers[size_t(slot)]))
      add(cell, fmt::format("{}{}", before, actor_words(entity_facts(view_, id), look_.names)));
  }

  Cell actors(const Event& e) const {
    Cell cell;
    add_fillers(e, Slot::actor, "", cell);
    if (cell.empty()) cell.push_back({"-"});
    return cell;
  }

  Cell coding(const Event& e) const {
    Cell cell{{coding_words(view_, e), color_of(quad_of(view_, e))}, {clean_cell(view_.at(e.trigger))}};
    for (const QuantityRef& q : Events::slice(events().quantities, e.quantities)) add(cell, quantity_words(view_, q));
    add_fillers(e, Slot::means, "by ", cell);
    return cell;
  }

  Cell patients(const Event& e) const {
    Cell cell;
    add_fillers(e, Slot::recipient, "", cell);
    add_fillers(e, Slot::theme, "", cell);
    return cell;
  }

  Cell places(const Event& e) const {
    Cell cell;
    const auto place = [&](EntityId id, const char* before) {
      if (id) add(cell, before + place_words(place_facts(view_, id), look_.names));
    };
    place(e.location, "");
    place(e.origin, "from ");
    place(e.destination, "to ");
    return cell;
  }

  Cell date(const Event& e) const {
    if (e.date >= view_.reading.mentions.dates.size()) return {};
    return {{clean_cell(date_words(view_, view_.reading.mentions.dates[e.date]))}};
  }

  Cell sources(const Event& e) const {
    Cell cell;
    for (const AttributionRef& a : Events::slice(events().attributions, e.attributions))
      add(cell, attribution_words(view_, a, look_.names));
    return cell;
  }

  static Cell status(const Event& e) {
    std::string text;
    for (const auto& s : status_words(e)) text += (text.empty() ? "" : ", ") + s;
    return {{std::move(text), e.background ? kDim : std::string_view()}};
  }

  void cells(const Row& row) {
    std::vector<Cell> cells;
    for (const Column& c : columns_) {
      Cell& cell = cells.emplace_back(row[size_t(c.first)]);
      if (c.second == c.first) continue;
      for (const Piece& p : row[size_t(c.second)])
        cell.push_back({c.second == Part::word ? fmt::format("by {}", p.text) : p.text, p.style});
    }
    lines(cells);
  }

  /// One row of cells, each wrapped in its column.
  void lines(const std::vector<Cell>& row) {
    std::vector<std::vector<Piece>> lines(row.size());
    size_t height = 0;
    for (size_t i = 0; i < row.size(); ++i) {
      for (const Piece& p : row[i])
        for (auto& line : wrap_cell(p.text, widths_[i])) lines[i].push_back({std::move(line), p.style});
      height = std::max(height, lines[i].size());
    }
    for (size_t y = 0; y < height; ++y) line(lines, y);
  }

  void line(const std::vector<std::vector<Piece>>& lines, size_t y) {
    size_t owed = 0;  // blanks are written only before text, so that no line ends in them
    for (size_t i = 0; i < lines.size(); ++i) {
      if (y < lines[i].size()) {
        const Piece& piece = lines[i][y];
        pad(owed);
        put(piece.text, piece.style);
        owed = widths_[i] - std::min(widths_[i], display_width(piece.text));
      } else {
        owed += widths_[i];
      }
      owed += kGap;
    }
    out_ += '\n';
  }

  /// The same as lines "title  text".
  void list(const Row& row) {
    constexpr size_t kTitle = 16;
    for (size_t i = 0; i < kTitles.size(); ++i) {
      bool first = true;
      for (const Piece& p : row[i]) {
        for (const auto& line : wrap_cell(p.text, std::max<size_t>(look_.width, kTitle + 12) - kTitle)) {
          const std::string_view title = first ? kTitles[i] : std::string_view();
          put(title, kDim);
          pad(kTitle - title.size());
          put(line, p.style);
          out_ += '\n';
          first = false;
        }
      }
    }
  }

  /// Conditions, contents and causes: under the row, over its whole width.
  void notes(const Event& e) {
    for (const ConditionRef& c : Events::slice(events().conditions, e.conditions)) note(fmt::format("{}: {}", c.kind, view_.at(c.span)));
    links("what", e.content);
    links("because", e.because);
    links("in return for", e.retaliation_for);
  }

  void links(std::string_view name, Slice slice) {
    for (const EventId id : Events::slice(events().links, slice)) {
      const Event& e = view_.event(id);
      note(fmt::format("{}: {} {} ({})", name, coding_words(view_, e), view_.at(e.trigger), hex_id(e.id).substr(0, kShortId)));
    }
  }

  void note(const std::string& text) {
    const size_t indent = columns_.empty() ? 2 : kShortId + kGap;
    for (const auto& line : wrap_cell(clean_cell(text), std::max<size_t>(look_.width, indent + 12) - indent)) {
      pad(indent);
      put(line, kDim);
      out_ += '\n';
    }
  }

  const View& view_;
  const TableLook& look_;
  std::string& out_;
  std::span<const Column> columns_;
  std::vector<size_t> widths_;
};

}  // namespace

void append_table(const View& view, const TableLook& look, std::string& out) {
  if (!view.reading.events.events.empty()) Table(view, look, out).write();
}

}  // namespace isnad
