// Any bytes are an event file of any format: every row is an event, bad or skipped; what was read is valid and can be written and read
// again.
//
// The first byte says which format and which parties; the rest is the file.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "import/import.h"
#include "import/quads.h"
#include "import/records.h"

namespace {

void want(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace isnad;
  if (size == 0) return 0;
  ImportOptions options;
  options.format = EventFormat(data[0] % size_t(EventFormat::count_));
  options.parties = Parties(data[0] / size_t(EventFormat::count_) % size_t(Parties::count_));
  if (data[0] >= 128) options.columns = {"source", "target", "date", "code"};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  (void)read_quads(bytes, "fuzz");
  for (const Commitment& c : read_commitments(bytes, Parties::name).list)
    want(!c.then.source.empty() && !c.then.target.empty() && !(c.when.source.empty() && c.when.target.empty()), "a commitment of nobody");
  const auto in = import_events(bytes, "fuzz", options);
  if (!in) return 0;
  size_t told = in->events.size();
  for (const auto& [why, l] : in->bad) told += l.rows;
  for (const auto& [why, l] : in->skipped) told += l.rows;
  want(told == in->rows, "a row was lost");
  for (const Coded& c : in->events) {
    for (const auto* s : {&c.source, &c.target, &c.code, &c.place, &c.record, &c.text})
      want(find_invalid(*s) == std::string_view::npos, "invalid UTF-8 in an event");
    want(!c.source.empty() && !c.target.empty(), "an event without parties");
  }
  if (in->events.empty()) return 0;
  const auto again = import_events(to_csv(in->events), "again", {});
  want(again.ok(), "what was written is not read");
  want(again->events.size() == in->events.size() || !again->bad.empty(), "an event is not read back");
  want(happenings_of(in->events, "MK").list.size() == in->events.size(), "a happening was lost");
  return 0;
}
