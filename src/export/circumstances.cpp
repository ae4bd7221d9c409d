// Days and places of records.
#include "export/circumstances.h"

#include <algorithm>

#include "base/hash.h"

namespace isnad::exports {
namespace {

constexpr Day kLongest = 31;

}  // namespace

std::optional<Day> published(const record::Record& r) { return day_of(r.doc.date); }

std::optional<When> when(const record::Record& r) {
  const auto start = r.date ? day_of(r.date->start) : std::nullopt, end = r.date ? day_of(r.date->end) : std::nullopt;
  if (start && end) {
    const Day days = *end - *start + 1;
    if (days < 1 || days > kLongest) return std::nullopt;
    return When{*start, days == 1 ? 1 : days <= 7 ? 2 : 3};
  }
  if (const auto day = published(r)) return When{*day, 2};
  return std::nullopt;
}

const record::Place* where(const record::Record& r) {
  return r.location ? &*r.location : r.origin ? &*r.origin : r.destination ? &*r.destination : nullptr;
}

std::optional<double> largest(const record::Record& r, std::string_view of) {
  std::optional<double> most;
  for (const record::Quantity& q : r.quantity)
    if (q.of == of) most = std::max(most.value_or(q.value), q.value);
  return most;
}

std::string_view name_of(const record::Place& p) { return !p.name.en.empty() ? p.name.en : !p.name.ar.empty() ? p.name.ar : p.text; }

bool is_wide(const record::Place& p) { return p.precision == "country" || p.precision == "admin1"; }

std::string compact(Day day) {
  std::string out = iso_date(day);
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

uint64_t row_number(const record::Record& r, size_t row) { return hash64(r.id + "/" + r.doc.id, row) >> 11; }

}  // namespace isnad::exports
