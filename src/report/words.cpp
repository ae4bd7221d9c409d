// Facts in words.
#include "report/words.h"

#include <fmt/format.h>

#include <cmath>

#include "base/json.h"

namespace isnad {
namespace {

std::string_view name_in(std::string_view ar, std::string_view en, Names names) {
  const std::string_view wanted = names == Names::arabic ? ar : en;
  return !wanted.empty() ? wanted : names == Names::arabic ? en : ar;
}

/// "2020", "2020-02" or the day itself, as the precision allows.
std::string shortened(const std::string& day, Precision precision) {
  if (precision == Precision::month) return day.substr(0, 7);
  if (precision == Precision::year) return day.substr(0, 4);
  return day;
}

std::string number_words(double v) {
  std::string out;
  append_number(out, v);
  return out;
}

}  // namespace

std::string actor_words(const EntityFacts& f, Names names) {
  if (const auto name = name_in(f.name_ar, f.name_en, names); !name.empty()) return std::string(name);
  std::string out(f.referent.empty() || f.pronoun ? f.text : f.referent);
  if (const auto code = f.code(); !code.empty()) out += fmt::format(" [{}]", code);
  return out;
}

std::string place_words(const PlaceFacts& f, Names names) {
  const auto name = name_in(f.name_ar, f.name_en, names);
  std::string out(name.empty() ? f.text : name);
  if (!f.country.empty() && f.kind != "country") out += fmt::format(" [{}]", f.country);
  return out;
}

std::string coding_words(const View& view, const Event& event) {
  std::string out(kEventTypeNames[size_t(event.type)]);
  if (const auto mode = mode_of(view, event); !mode.empty()) out += fmt::format(" {}", mode);
  return out;
}

std::string quantity_words(const View& view, const QuantityRef& q) {
  std::string out(kQuantityNames[size_t(q.of)]);
  if (q.number >= view.reading.mentions.numbers.size()) return out;
  const NumberMention& n = view.reading.mentions.numbers[q.number];
  out += ": ";
  if (n.low == n.high) return out + number_words(n.value);
  if (!std::isfinite(n.high)) return out + "at least " + number_words(n.low);
  if (n.low <= 0) return out + "at most " + number_words(n.high);
  return out + number_words(n.low) + "-" + number_words(n.high);
}

std::string date_words(const View& view, const DateMention& date) {
  const DateFacts f = date_facts(view, date);
  const std::string start = shortened(f.start, date.precision), end = shortened(f.end, date.precision);
  if (start.empty() && end.empty()) return std::string(f.text);
  if (end.empty()) return "since " + start;
  if (start.empty()) return "until " + end;
  return start == end ? start : start + " to " + end;
}

std::string attribution_words(const View& view, const AttributionRef& a, Names names) {
  std::string out;
  if (a.who)
    out = actor_words(entity_facts(view, a.who), names);
  else if (a.speaker)
    out = actor_words(phrase_facts(view, a.speaker), names);
  else
    out = view.at(a.span);
  if (a.stance != Stance::asserts) out += fmt::format(" {}", kStanceNames[size_t(a.stance)]);
  if (!a.medium.empty()) out += fmt::format(" ({})", a.medium);
  return out;
}

std::vector<std::string> status_words(const Event& event) {
  std::vector<std::string> out{std::string(kEventStatusNames[size_t(event.status)])};
  for (size_t i = 0; i < kAuxNames.size(); ++i)
    if (event.aux >> i & 1) out.emplace_back(uint8_t(1U << i) == aux::kNegation ? std::string_view("negated") : kAuxNames[i]);
  if (event.background) out.emplace_back("background");
  return out;
}

}  // namespace isnad
