// An item is the size of its record, that of its sentence, a line break, and both.
#include "app/read_exports.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>

#include "report/record.h"

namespace isnad {
namespace {

std::string_view sentence_of(const View& view, const Event& e) {
  if (!e.sentence) return {};
  return view.at(view.reading.text.sentences[e.sentence.value].span);
}

size_t take_size(std::string_view& items) {
  size_t size = 0;
  const auto [end, code] = std::from_chars(items.data(), items.data() + items.size(), size);
  assert(code == std::errc());
  items.remove_prefix(static_cast<size_t>(end - items.data()) + 1);
  return size;
}

std::string_view take(std::string_view& items, size_t size) {
  const std::string_view out = items.substr(0, size);
  items.remove_prefix(size);
  return out;
}

}  // namespace

void append_items(const View& view, CodePoints& points, std::string& out) {
  if (view.reading.events.events.empty()) return;
  points.reset(view.document.text());
  std::string record;
  for (const Event& e : view.reading.events.events) {
    record.clear();
    append_record(view, points, e, record);
    const std::string_view sentence = sentence_of(view, e);
    out += fmt::format("{} {}\n", record.size(), sentence.size());
    out += record, out += sentence;
  }
}

bool take_items(std::string_view items, ExportWriter& exporter) {
  while (!items.empty()) {
    const size_t record_size = take_size(items), sentence_size = take_size(items);
    const auto record = record::parse(take(items, record_size));
    const std::string_view sentence = take(items, sentence_size);
    assert(record.ok());
    if (record && !exporter.take({*record, sentence})) return false;
  }
  return true;
}

}  // namespace isnad
