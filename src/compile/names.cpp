// Names of persons, number words, calendar words, fixed expressions and descriptions: all go into the trie of names.
#include <fmt/format.h>

#include <charconv>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "compile/context.h"
#include "compile/tsv.h"

namespace isnad {
namespace {

/// "12", "0.5" or "20-99".
bool parse_value(std::string_view cell, double& low, double& high) {
  const size_t dash = cell.find('-', 1);
  const auto number = [](std::string_view s, double& out) {
    const auto [end, code] = std::from_chars(s.data(), s.data() + s.size(), out);
    return code == std::errc() && end == s.data() + s.size();
  };
  if (dash == std::string_view::npos) return number(cell, low) && (high = low, true);
  return number(cell.substr(0, dash), low) && number(cell.substr(dash + 1), high);
}

void compile_person_names(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/names.tsv", "form kind gender");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    const std::string& kind = r[1];
    const bool given = kind == "given" || kind == "both", surname = kind == "surname" || kind == "both", teknonym = kind == "teknonym";
    if (!given && !surname && !teknonym) {
      c.fail(table->error(r, fmt::format("unknown kind '{}'", kind), "given, surname, both or teknonym"));
      continue;
    }
    const double gender = r[2] == "f" ? 2 : r[2] == "m" ? 1 : 0;
    const auto add = [&](PayloadKind k) { c.add_name(r[0], {k, 0, gender, gender}); };
    if (given) add(PayloadKind::given_name);
    if (surname) add(PayloadKind::surname);
    if (teknonym) add(PayloadKind::teknonym);
    c.add_proper_forms(r[0], cost::kName);
  }
}

using NumberLemmas = std::map<std::tuple<double, double, NumberKind>, uint32_t>;

/// The lemma of a number's first spelling: of a dual ("two thousand") the multiplier's, else its own.
uint32_t number_lemma(CompileContext& c, const NumberLemmas& lemmas, const std::string& form, double value, NumberKind kind, Upos upos) {
  const auto half = lemmas.find({value / 2, value / 2, NumberKind::multiplier});
  if (kind == NumberKind::cardinal && half != lemmas.end()) return half->second;
  return c.add_lemma(form, upos);
}

void compile_numbers(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/numbers.tsv", "form value kind");
  if (!table) return c.unreadable(table.error());
  NumberLemmas lemmas;
  for (const Row& r : table->rows) {
    const auto kind = enum_of<NumberKind>(kNumberKindNames, r[2]);
    double low = 0, high = 0;
    if (!kind)
      c.fail(table->error(r, fmt::format("unknown kind '{}'", r[2]), fmt::format("allowed: {}", fmt::join(kNumberKindNames, " "))));
    if (!parse_value(r[1], low, high)) c.fail(table->error(r, fmt::format("'{}' is not a number or a range", r[1])));
    if (!kind) continue;
    c.add_name(r[0], {PayloadKind::number, uint32_t(*kind), low, high});
    if (r[0].find(' ') != std::string::npos) continue;
    const Upos upos = *kind == NumberKind::ordinal                                  ? Upos::adj
                      : *kind == NumberKind::vague || *kind == NumberKind::fraction ? Upos::noun
                                                                                    : Upos::num;
    const auto [known, fresh] = lemmas.try_emplace({low, high, *kind}, 0);  // spellings of one number are forms of the first
    if (fresh) known->second = number_lemma(c, lemmas, r[0], low, *kind, upos);
    const uint32_t lemma = known->second;
    Lemma& l = c.image.lemmas[lemma];
    l.classes = *kind == NumberKind::ordinal ? bit(NounClass::number) : bit(NounClass::quantity);
    c.add_form(lemma, r[0], Features{}.with(upos), attach::kArticle | attach::kPronoun, cost::kNumber);
    if (r[0].ends_with("\xD9\x89"))  // final alif maqsura is an alif before a pronoun
      c.add_form(lemma, r[0].substr(0, r[0].size() - 2) + "\xD8\xA7", Features{}.with(upos), attach::kPronoun | attach::kNeedsPronoun,
                 cost::kNumber);
  }
}

template <class E, size_t N>
bool value_of(const std::array<std::string_view, N>& names, std::string_view cell, double& out) {
  const auto v = enum_of<E>(names, cell);
  if (v) out = double(uint32_t(*v));
  return bool(v);
}

void compile_calendar(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/calendar.tsv", "form kind value");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    const auto kind = r[1].empty() ? std::nullopt : enum_of<CalendarKind>(kCalendarKindNames, r[1]);
    if (!kind) {
      c.fail(table->error(r, fmt::format("unknown kind '{}'", r[1]), fmt::format("allowed: {}", fmt::join(kCalendarKindNames, " "))));
      continue;
    }
    double value = 0, high = 0;
    bool good = true;
    switch (*kind) {
      case CalendarKind::unit:
        good = value_of<TimeUnit>(kTimeUnitNames, r[2], value);
        break;
      case CalendarKind::part:
        good = value_of<PeriodPart>(kPeriodPartNames, r[2], value);
        break;
      case CalendarKind::season:
        good = value_of<Season>(kSeasonNames, r[2], value);
        break;
      case CalendarKind::era:
        good = value_of<Era>(kEraNames, r[2], value);
        break;
      case CalendarKind::daypart:
        break;
      case CalendarKind::relday:
      case CalendarKind::relative: {
        const bool minus = r[2].starts_with("-");
        good = parse_value(minus ? std::string_view(r[2]).substr(1) : std::string_view(r[2]), value, high);
        if (minus) value = -value;
        break;
      }
      default:
        good = parse_value(r[2], value, high);
    }
    if (!good) c.fail(table->error(r, fmt::format("'{}' is not a value of {}", r[2], r[1])));
    c.add_name(r[0], {PayloadKind::calendar, uint32_t(*kind), value, value});
    const bool noun = *kind != CalendarKind::relative && *kind != CalendarKind::era;
    if (noun && r[0].find(' ') == std::string::npos) {
      const uint32_t lemma = c.add_lemma(r[0].starts_with("\xD8\xA7\xD9\x84") ? r[0].substr(4) : r[0], Upos::noun);
      c.image.lemmas[lemma].classes = bit(NounClass::time);
      const bool article = r[0].starts_with("\xD8\xA7\xD9\x84");
      c.add_form(lemma, article ? r[0].substr(4) : r[0], Features{}.with(Upos::noun),
                 article ? attach::kArticle : attach::kArticle | attach::kPronoun, cost::kNoun);
    }
  }
}

void compile_phrases(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/phrases.tsv", "words function governs");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    auto function = enum_of<Function>(kFunctionNames, r[1]);
    if (!function) function = enum_of<Function>(kFunctionNames, "sub." + r[1]);  // "because" before a noun is "sub.because" before a clause
    const double governs = r[2] == "noun" ? 1 : r[2] == "clause" ? 2 : r[2] == "both" ? 3 : 0;
    if (!function || r[1].empty())
      c.fail(table->error(r, fmt::format("unknown function '{}'", r[1]), fmt::format("allowed: {}", fmt::join(kFunctionNames, " "))));
    if (governs == 0 && !r[2].empty()) c.fail(table->error(r, fmt::format("unknown 'governs' '{}'", r[2]), "noun, clause, both or -"));
    if (function) c.expressions.try_emplace(to_utf8(arabic::bare(to_utf32(r[0]))), *function);
    if (function) c.add_name(r[0], {PayloadKind::phrase, uint32_t(*function), 0, governs});
  }
}

void compile_descriptions(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/descriptions.tsv", "words sector class");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    const auto sector = enum_of<Sector>(kSectorNames, r[1]);
    if (!sector) c.fail(table->error(r, fmt::format("unknown sector '{}'", r[1]), fmt::format("allowed:{}", fmt::join(kSectorNames, " "))));
    const ClassCell cell = parse_noun_classes(c, table->file, r.line, r[2]);
    c.add_name(r[0], {PayloadKind::description, uint32_t(sector.value_or(Sector::none)), double(cell.classes), 0});
  }
}

}  // namespace

void compile_names(CompileContext& c) {
  compile_person_names(c);
  compile_numbers(c);
  compile_calendar(c);
  compile_phrases(c);
  compile_descriptions(c);
}

}  // namespace isnad
