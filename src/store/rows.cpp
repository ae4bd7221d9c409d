// Columns from records.
#include "store/rows.h"

namespace isnad::store {

RecordDays days_of(const record::Record& record) {
  const std::string_view report = record.doc.date;
  if (!record.date || (record.date->start.empty() && record.date->end.empty()))
    return {report, report, report.empty() ? std::string_view() : std::string_view("report")};
  const auto& d = *record.date;
  return {d.start.empty() ? d.end : d.start, d.end.empty() ? d.start : d.end, d.precision};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) {
    if (!out.empty()) out += ' ';
    out += w;
  }
  return out;
}

}  // namespace isnad::store
