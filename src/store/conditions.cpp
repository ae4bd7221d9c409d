// Filters to SQL.
#include "store/conditions.h"

#include <fmt/format.h>

#include "store/words.h"

namespace isnad::store {
namespace {

void add_word(std::string& match, std::string_view word, bool beginning) {
  match += match.empty() ? "\"" : " AND \"";
  match += word;
  match += beginning ? "\" *" : "\"";
}

/// Every word by itself; the last of those without blanks between is a beginning where * follows it.
void add_words(Search& out, std::string_view text, const Fold& fold) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const std::string folded = fold(part);
    const auto words = words_of(folded);
    for (size_t i = 0; i < words.size(); ++i) add_word(out.match, words[i], part.ends_with('*') && i + 1 == words.size());
    at = end + 1;
  }
}

void add_phrase(Search& out, std::string_view text, const Fold& fold) {
  const std::string folded = fold(text);
  const auto words = words_of(folded);
  for (const auto w : words) add_word(out.match, w, false);
  if (words.size() > 1) out.phrases.push_back(phrase_text(folded));
}

constexpr std::string_view kActs = "p.role = 0", kSuffers = "p.role = 1", kEither = "p.role < 2", kSpeaks = "p.role = 2";

class Builder {
 public:
  explicit Builder(Conditions& out) : out_(out) {}

  void days(const Filter& f) {
    if (!f.until.empty()) both("r.day <= ?", f.until);
    if (!f.since.empty()) both("r.day_end >= ?", f.since);
  }

  void party(std::string_view role, const std::vector<std::string>& all, std::initializer_list<std::string_view> columns) {
    if (all.empty()) return;
    begin(fmt::format("EXISTS (SELECT 1 FROM parties p WHERE p.record = r.id AND {} AND ", role));
    any(columns, all);
    out_.sql += ")";
  }

  void place(const std::vector<std::string>& all, std::initializer_list<std::string_view> columns) {
    if (all.empty()) return;
    begin("EXISTS (SELECT 1 FROM places p WHERE p.record = r.id AND ");
    any(columns, all);
    out_.sql += ")";
  }

  /// The tree holds single precision, rounded outwards, so what it finds is looked at again.
  void box(const Box& b) {
    const bool across = b.west > b.east;
    begin(
        fmt::format("r.id IN (SELECT p.record FROM boxes b JOIN spots s ON s.id = b.spot JOIN places p ON p.spot = s.id WHERE b.north >= ? "
                    "AND b.south <= ? AND"
                    " (b.east >= ? {0} b.west <= ?) AND s.lat >= ? AND s.lat <= ? AND (s.lon >= ? {0} s.lon <= ?))",
                    across ? "OR" : "AND"));
    for (int i = 0; i < 2; ++i)
      for (const double v : {b.south, b.north, b.west, b.east}) out_.values.emplace_back(v);
  }

  void one_of(std::string_view column, const std::vector<std::string>& all) {
    if (all.empty()) return;
    begin("");
    any({column}, all);
  }

  /// Each value is one of the words of the column.
  void has_word(std::string_view column, const std::vector<std::string>& all) {
    each(all, fmt::format("instr(' ' || {} || ' ', ' ' || ? || ' ') > 0", column));
  }

  void starts(std::string_view column, const std::vector<std::string>& all) { each(all, fmt::format("instr({}, ?) = 1", column)); }

  /// The index knows which words a document has, not where: phrases are looked for in the text, which a function `holds` does.
  void text(Search search) {
    begin("r.document IN (SELECT t.id FROM words w JOIN documents t ON t.id = w.rowid WHERE words MATCH ?");
    out_.values.emplace_back(std::move(search.match));
    for (auto& phrase : search.phrases) {
      out_.sql += " AND holds(t.title, t.text, ?)";
      out_.values.emplace_back(std::move(phrase));
    }
    out_.sql += ")";
  }

  template <class T>
  void both(std::string_view sql, const T& value) {
    begin(sql);
    out_.values.emplace_back(value);
  }
  void plain(std::string_view sql) { begin(sql); }

 private:
  void begin(std::string_view sql) {
    out_.sql += out_.sql.empty() ? " WHERE " : " AND ";
    out_.sql += sql;
  }

  void each(const std::vector<std::string>& all, const std::string& sql) {
    if (all.empty()) return;
    begin("(");
    for (size_t i = 0; i < all.size(); ++i) {
      (out_.sql += i > 0 ? " OR " : "") += sql;
      out_.values.emplace_back(all[i]);
    }
    out_.sql += ")";
  }

  /// One of the columns is one of the values.
  void any(std::initializer_list<std::string_view> columns, const std::vector<std::string>& all) {
    out_.sql += "(";
    for (const auto column : columns) {
      if (column != *columns.begin()) out_.sql += " OR ";
      out_.sql += column;
      out_.sql += " IN (";
      for (size_t i = 0; i < all.size(); ++i) {
        out_.sql += i > 0 ? ", ?" : "?";
        out_.values.emplace_back(all[i]);
      }
      out_.sql += ")";
    }
    out_.sql += ")";
  }

  Conditions& out_;
};

}  // namespace

std::string phrase_text(std::string_view folded) {
  std::string out = " ";
  for (const auto w : words_of(folded)) (out += w) += ' ';
  return out;
}

Search search_of(std::string_view text, const Fold& fold) {
  Search out;
  for (bool quoted = false; !text.empty(); quoted = !quoted) {
    const size_t end = std::min(text.find('"'), text.size());
    quoted ? add_phrase(out, text.substr(0, end), fold) : add_words(out, text.substr(0, end), fold);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

void Conditions::bind(Statement& statement) const {
  int at = 0;
  for (const auto& value : values) std::visit([&](const auto& v) { statement.bind_at(++at, v); }, value);
}

Result<Conditions> conditions_of(const Filter& f, const Fold& fold) {
  Conditions out;
  Builder b(out);
  b.days(f);
  b.party(kActs, f.actors, {"p.actor", "p.code", "p.country", "p.name COLLATE NOCASE"});
  b.party(kSuffers, f.recipients, {"p.actor", "p.code", "p.country", "p.name COLLATE NOCASE"});
  b.party(kEither, f.parties, {"p.actor", "p.code", "p.country", "p.name COLLATE NOCASE"});
  b.party(kEither, f.countries, {"p.country"});
  b.party(kEither, f.sectors, {"p.sector"});
  b.party(kSpeaks, f.speakers, {"p.actor", "p.code", "p.country", "p.name COLLATE NOCASE"});
  b.place(f.places, {"p.place", "p.name_en COLLATE NOCASE", "p.name_ar", "p.admin1"});
  b.place(f.place_countries, {"p.country"});
  if (f.box) b.box(*f.box);
  b.one_of("r.event", f.types);
  b.has_word("r.mode", f.modes);
  b.one_of("r.status", f.statuses);
  b.one_of("d.source", f.sources);
  b.starts("r.record", f.ids);
  if (f.confidence > 0) b.both("r.confidence >= ?", f.confidence);
  if (f.happened) b.plain("r.happened = 1");
  if (!f.text.empty()) {
    Search search = search_of(f.text, fold);
    if (search.match.empty())
      return Error{"", 0, "there is no word to search for in '" + f.text + "'", "name some words, or \"words in this order\""};
    b.text(std::move(search));
  }
  return out;
}

}  // namespace isnad::store
