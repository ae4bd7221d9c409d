// One flat CSV for R, Stata, pandas and spreadsheets: a row a record, columns as in docs/record.md.
#include <array>

#include "base/json.h"
#include "export/formats.h"
#include "export/rows.h"

namespace isnad::exports {
namespace {

using record::Attribution;
using record::Entity;
using record::Place;
using record::Quantity;
using record::Record;

constexpr std::string_view kBetween = " | ";
constexpr auto kColumns = std::to_array<std::string_view>({
    "id",
    "doc_id",
    "doc_date",
    "doc_source",
    "doc_url",
    "doc_title",
    "doc_language",
    "event",
    "mode",
    "cameo",
    "quad",
    "score",
    "status",
    "aux",
    "salience",
    "actor_text",
    "actor_id",
    "actor_name",
    "actor_code",
    "actor_country",
    "actor_sector",
    "actor_context_country",
    "recipient_text",
    "recipient_id",
    "recipient_name",
    "recipient_code",
    "recipient_country",
    "recipient_sector",
    "recipient_context_country",
    "theme_text",
    "means_text",
    "location_text",
    "location_id",
    "location_name",
    "location_country",
    "lat",
    "lon",
    "origin_text",
    "origin_id",
    "destination_text",
    "destination_id",
    "date_start",
    "date_end",
    "date_precision",
    "date_text",
    "quantities",
    "attribution_text",
    "attribution_id",
    "attribution_code",
    "attribution_stance",
    "attribution_medium",
    "conditions",
    "content",
    "because",
    "retaliation_for",
    "trigger",
    "trigger_begin",
    "trigger_end",
    "trigger_lemma",
    "sentence_index",
    "sentence_text",
    "frame",
    "confidence",
});

std::string words(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

/// "killed: 8", "troops: 4000-5000", "wounded: at least 10".
std::string quantity_words(const Quantity& q) {
  const std::string of = q.of + ": ";
  if (q.low && q.high && *q.low == *q.high) return of + words(q.value);
  if (!q.low && !q.high) return of + words(q.value);
  if (!q.high) return of + "at least " + words(*q.low);
  if (!q.low || *q.low <= 0) return of + "at most " + words(*q.high);
  return of + words(*q.low) + "-" + words(*q.high);
}

void texts(Row& row, const std::vector<std::string>& all) {
  row.cell(joined(all, kBetween, [](const std::string& s) { return std::string_view(s); }));
}

void entity_texts(Row& row, const std::vector<Entity>& all) {
  row.cell(joined(all, kBetween, [](const Entity& e) { return std::string_view(e.text); }));
}

void role(Row& row, const std::vector<Entity>& all) {
  entity_texts(row, all);
  row.cell(joined(all, kBetween, [](const Entity& e) { return std::string_view(e.id); }));
  row.cell(joined(all, kBetween, [](const Entity& e) { return std::string_view(e.name.en); }));
  for (const auto member : {&Entity::code, &Entity::country, &Entity::sector, &Entity::context_country})
    row.cell(joined(all, kBetween, [&](const Entity& e) { return std::string_view(e.*member); }));
}

void way(Row& row, const std::optional<Place>& p) {
  if (p)
    row.cell(p->text).cell(p->id);
  else
    row.blank(2);
}

void places(Row& row, const Record& r) {
  if (r.location)
    row.cell(r.location->text)
        .cell(r.location->id)
        .cell(r.location->name.en)
        .cell(r.location->country)
        .number(r.location->lat)
        .number(r.location->lon);
  else
    row.blank(6);
  way(row, r.origin), way(row, r.destination);
}

void date(Row& row, const Record& r) {
  if (r.date)
    row.cell(r.date->start).cell(r.date->end).cell(r.date->precision).cell(r.date->text);
  else
    row.blank(4);
}

void attributions(Row& row, const Record& r) {
  for (const auto member : {&Entity::text, &Entity::id, &Entity::code})
    row.cell(joined(r.attribution, kBetween,
                    [&](const Attribution& a) { return a.who ? std::string_view((*a.who).*member) : std::string_view(); }));
  for (const auto member : {&Attribution::stance, &Attribution::medium})
    row.cell(joined(r.attribution, kBetween, [&](const Attribution& a) { return std::string_view(a.*member); }));
}

void offset(Row& row, int64_t at) { at < 0 ? row.blank() : row.number(double(at)); }

void grounds(Row& row, const Item& item) {
  const Record& r = item.record;
  row.cell(r.trigger), offset(row, r.trigger_span.begin), offset(row, r.trigger_span.end);
  row.cell(r.trigger_lemma), offset(row, r.sentence);
  row.cell(item.sentence).cell(r.frame).number(r.confidence);
}

Left add(const Item& item, std::string& out) {
  const Record& r = item.record;
  Row row(Table::csv, out);
  row.cell(r.id).cell(r.doc.id).cell(r.doc.date).cell(r.doc.source).cell(r.doc.url).cell(r.doc.title).cell(r.doc.language).cell(r.event);
  texts(row, r.mode);
  row.cell(r.cameo).cell(r.quad).number(r.score).cell(r.status);
  texts(row, r.aux);
  row.cell(r.salience);
  role(row, r.actor), role(row, r.recipient), entity_texts(row, r.theme), entity_texts(row, r.means);
  places(row, r), date(row, r);
  row.cell(joined(r.quantity, kBetween, quantity_words));
  attributions(row, r);
  row.cell(joined(r.condition, kBetween, [](const record::Condition& c) { return c.kind + ": " + c.text; }));
  texts(row, r.content), texts(row, r.because), texts(row, r.retaliation_for);
  grounds(row, item);
  row.end();
  return Left::no;
}

}  // namespace

Exporter csv() {
  return {[](std::string& out) { append_names(Table::csv, kColumns, out); }, add, [](std::string&) {}};
}

}  // namespace isnad::exports
