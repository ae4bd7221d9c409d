// Words a second of each stage over the bundled samples, beside a reference: XXH3 over the same bytes. Before any timing, each stage is run
// twice and must give the same dump, and the whole read must give records.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/hash.h"
#include "reader/reader.h"

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

/// All samples as one document, twenty times over: about 50,000 words.
const Document& document() {
  static const Document text = [] {
    std::vector<std::string> files;
    for (const auto& f : std::filesystem::directory_iterator(ISNAD_SOURCE "/samples"))
      if (f.path().extension() == ".txt") files.push_back(f.path().string());
    std::sort(files.begin(), files.end());
    std::string all;
    for (int times = 0; times < 20; ++times)
      for (const auto& f : files)
        if (const auto bytes = read_file(f)) all += *bytes + "\n";
    Document d(all);
    d.date = "2024-01-15";
    return d;
  }();
  return text;
}

std::string answer(const Reading& r) {
  return dump(document(), r.text) + dump(lexicon(), document(), r.words) + dump(lexicon(), document(), r.words, r.mentions) +
         dump(lexicon(), document(), r.words, r.mentions, r.clauses) + dump(lexicon(), document(), r.mentions, r.entities);
}

/// The reading that every benchmark works on, checked once.
Reading& checked() {
  static Reading r;
  static const bool good = [] {
    Reading other;
    read(lexicon(), document(), r);
    read(lexicon(), document(), other);
    return !r.events.events.empty() && answer(r) == answer(other) && r.events.events.size() == other.events.events.size();
  }();
  if (!good) std::fprintf(stderr, "the benchmark's answer is wrong: two readings of the samples differ, or give no records\n"), std::exit(1);
  return r;
}

template <class Stage>
void measure(benchmark::State& state, Stage stage) {
  Reading& r = checked();
  for (auto _ : state) stage(r);
  state.counters["words/s"] = benchmark::Counter(double(r.words.size()), benchmark::Counter::kIsIterationInvariantRate);
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

BENCHMARK(reference);
BENCHMARK(text);
BENCHMARK(morph);
BENCHMARK(mention);
BENCHMARK(clause);
BENCHMARK(entity);
BENCHMARK(event);
BENCHMARK(whole);

}  // namespace
}  // namespace isnad

BENCHMARK_MAIN();
