// Words and bytes a second of each stage over the bundled samples, and how many times as long it takes as a reference: XXH3 over the same
// bytes. Before any timing the samples are read twice, into fresh layers and into used ones: all dumps must agree, what holds for the
// layers of every document must hold, and there must be records, each of which reads back from its line and is written the same again.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/hash.h"
#include "bench.h"
#include "reader/reader.h"
#include "record/record.h"
#include "report/record.h"
#include "support/event_dump.h"
#include "support/reading_check.h"

namespace isnad {
namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = [] {
    auto l = Lexicon::open(ISNAD_IMAGE);
    if (!l) std::fprintf(stderr, "%s\n", l.error().message().c_str()), std::exit(1);
    return std::move(*l);
  }();
  return opened;
}

/// All samples, twenty times over: about 50,000 words.
std::string samples() {
  std::vector<std::string> files;
  for (const auto& f : std::filesystem::directory_iterator(ISNAD_SOURCE "/samples"))
    if (f.path().extension() == ".txt") files.push_back(f.path().string());
  std::sort(files.begin(), files.end());
  std::string all;
  for (int times = 0; times < 20; ++times)
    for (const auto& f : files)
      if (const auto bytes = read_file(f)) all += *bytes + "\n";
  return all;
}

/// The text that all stages read: the file that ISNAD_BENCH_TEXT names (an archive's words repeat less than the samples'), else the
/// samples.
const Document& document() {
  static const Document text = [] {
    const char* path = std::getenv("ISNAD_BENCH_TEXT");
    const auto bytes = path ? read_file(path) : Result<std::string>(samples());
    if (!bytes) std::fprintf(stderr, "%s\n", bytes.error().message().c_str()), std::exit(1);
    Document d(*bytes);
    d.date = "2024-01-15";
    return d;
  }();
  return text;
}

std::string answer(const Reading& r) {
  const Document& d = document();
  return dump(d, r.text) + dump(lexicon(), d, r.words) + dump(lexicon(), d, r.words, r.mentions) +
         dump(lexicon(), d, r.words, r.mentions, r.clauses) + dump(lexicon(), d, r.mentions, r.entities) +
         EventDump(lexicon(), d, r.mentions, r.entities, r.events).all() + dump_evidence(d, r.events);
}

using bench::demand;

/// The records as JSON lines.
void write_records(const Reading& r, CodePoints& points, std::string& out) {
  out.clear();
  append_records(View{lexicon(), document(), r}, points, out);
}

/// One line a record, and each says the same when read and written by others than those who wrote it.
void check_lines(const Reading& r) {
  CodePoints points;
  std::string all;
  write_records(r, points, all);
  size_t lines = 0;
  for (size_t at = 0; at < all.size(); ++lines) {
    const std::string line = all.substr(at, all.find('\n', at) - at);
    const auto record = record::parse(line);
    demand(record && record::write(*record) == line, "a record doesn't read back: " + line);
    at += line.size() + 1;
  }
  demand(lines == r.events.events.size(), "there is not one line for each record");
}

/// The reading that every benchmark works on, checked once.
Reading& checked() {
  static Reading r;
  static const bool once = [] {
    Reading fresh;
    read(lexicon(), document(), fresh);
    read(lexicon(), document(), r);
    read(lexicon(), document(), r);
    demand(answer(r) == answer(fresh), "two readings of the samples differ");
    demand(!r.events.events.empty(), "the samples give no records");
    const std::string broken = broken_property(lexicon(), document(), r);
    demand(broken.empty(), broken);
    check_lines(r);
    return true;
  }();
  benchmark::DoNotOptimize(once);
  return r;
}

/// Of the processor, so that the ratios hold on a busy machine too.
double seconds_since(std::clock_t start) { return double(std::clock() - start) / CLOCKS_PER_SEC; }

/// Seconds that the reference takes: the best of some runs.
double reference_time() {
  static const double best =
      bench::least_seconds(100, std::clock, seconds_since, [] { benchmark::DoNotOptimize(hash64(document().text())); });
  return best;
}

template <class Stage>
void measure(benchmark::State& state, Stage stage) {
  using benchmark::Counter;
  Reading& r = checked();
  const auto start = std::clock();
  for (auto _ : state) stage(r);
  const double each = seconds_since(start) / double(state.iterations());
  state.counters["words/s"] = Counter(double(r.words.size()), Counter::kIsIterationInvariantRate);
  state.counters["x_XXH3"] = each / reference_time();
  state.SetBytesProcessed(int64_t(state.iterations()) * int64_t(document().text().size()));
}

void reference(benchmark::State& s) {
  measure(s, [](Reading&) { benchmark::DoNotOptimize(hash64(document().text())); });
}
void text(benchmark::State& s) {
  measure(s, [](Reading& r) { read_text(document(), r.text); });
}
void morph(benchmark::State& s) {
  measure(s, [](Reading& r) { analyse(lexicon(), r.text, r.workspace, r.words); });
}
void morph_fresh(benchmark::State& s) {  // each word is met for the first time: what a short run costs
  measure(s, [](Reading& r) {
    r.workspace = {};
    analyse(lexicon(), r.text, r.workspace, r.words);
  });
}
void mention(benchmark::State& s) {
  measure(s, [](Reading& r) { find_mentions(lexicon(), document(), r.text, r.words, r.mentions); });
}
void clause(benchmark::State& s) {
  measure(s, [](Reading& r) { find_clauses(lexicon(), document(), r.text, r.words, r.mentions, r.clauses); });
}
void entity(benchmark::State& s) {
  measure(s, [](Reading& r) { find_entities(lexicon(), document(), r.text, r.words, r.mentions, r.clauses, r.entities); });
}
void event(benchmark::State& s) {
  measure(s, [](Reading& r) { find_events(lexicon(), document(), r.text, r.words, r.mentions, r.clauses, r.entities, r.events); });
}
void whole(benchmark::State& s) {
  measure(s, [](Reading& r) { read(lexicon(), document(), r); });
}
void json(benchmark::State& s) {
  measure(s, [points = CodePoints(), out = std::string()](Reading& r) mutable { write_records(r, points, out); });
}
void text_to_json(benchmark::State& s) {  // what `isnad read --format jsonl` does for a document
  measure(s, [points = CodePoints(), out = std::string()](Reading& r) mutable {
    read(lexicon(), document(), r);
    write_records(r, points, out);
  });
}

BENCHMARK(reference);
BENCHMARK(text);
BENCHMARK(morph);
BENCHMARK(morph_fresh);
BENCHMARK(mention);
BENCHMARK(clause);
BENCHMARK(entity);
BENCHMARK(event);
BENCHMARK(whole);
BENCHMARK(json);
BENCHMARK(text_to_json);

}  // namespace
}  // namespace isnad

BENCHMARK_MAIN();
