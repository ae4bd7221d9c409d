// GDELT 2.0 mentions: 16 columns, no header, a row for each row of the events table. Columns: codebook as in gdelt.cpp.
#include <algorithm>
#include <array>
#include <cmath>

#include "export/circumstances.h"
#include "export/formats.h"
#include "export/gdelt.h"
#include "export/parties.h"
#include "export/rows.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Record;

struct Language {
  std::string_view two, three;  // ISO 639-1, 639-2
};
constexpr auto kLanguages =
    std::to_array<Language>({{"ar", "ara"}, {"fa", "fas"}, {"he", "heb"}, {"ku", "kur"}, {"tr", "tur"}, {"ur", "urd"}});

/// "srclc:ara"; empty for English, as there, and for languages that are not told. No "eng:": nothing was translated.
std::string source_language(std::string_view code) {
  const auto it = std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Language& l) { return l.two == code; });
  return it == kLanguages.end() ? std::string() : "srclc:" + std::string(it->three);
}

/// Where the text speaks of it; -1: it doesn't.
int64_t offset(const Entity* e) {
  if (e == nullptr) return -1;
  return e->mention && e->mention->span.told() ? e->mention->span.begin : e->span.begin;
}

/// Tens of percent, at least 10.
double tens(double confidence) { return std::clamp(std::round(confidence * 10), 1.0, 10.0) * 10; }

void write(const Record& r, const Dyad& dyad, size_t index, std::string& out) {
  Row row(Table::tsv, out);
  row.cell(std::to_string(row_number(r, index))).cell(gdelt_stamp(r)).cell(gdelt_stamp(r)).cell(r.doc.url.empty() ? "2" : "1");
  row.cell(r.doc.source).cell(gdelt_identifier(r));
  r.sentence < 0 ? row.blank() : row.number(double(r.sentence + 1));
  row.number(double(offset(dyad.first))).number(double(offset(dyad.second))).number(double(r.trigger_span.begin));
  row.number(1).number(tens(r.confidence)).blank(2).cell(source_language(r.doc.language)).blank().end();
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  if (gdelt_code(r).empty()) return Left::no_such_event;
  if (!when(r)) return Left::undated;
  size_t index = 0;
  for (const Dyad& dyad : dyads(r)) write(r, dyad, index++, out);
  return Left::no;
}

}  // namespace

Exporter gdelt_mentions() {
  return {[](std::string&) {}, add, [](std::string&) {}};
}

}  // namespace isnad::exports
