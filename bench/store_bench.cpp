// Documents a second into a fresh database, with 8 records each, and a question by a word; and how many times as long it takes as a
// reference: XXH3 over the same texts and record lines. Before any timing what was put in is read back and compared, and each document is
// found by a word that only it has.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "bench.h"
#include "store/query.h"
#include "store/store.h"

namespace isnad::store {
namespace {

namespace fs = std::filesystem;

constexpr size_t kDocuments = 1000, kRecords = 8;
const EngineFacts kEngine{"bench", "bench", 1};

using bench::demand;

std::vector<std::string> samples() {
  std::vector<std::string> files, out;
  for (const auto& f : fs::directory_iterator(ISNAD_SOURCE "/samples"))
    if (f.path().extension() == ".txt") files.push_back(f.path().string());
  std::sort(files.begin(), files.end());
  for (const auto& f : files)
    if (const auto bytes = read_file(f)) out.push_back(*bytes);
  demand(!out.empty(), "there are no samples");
  return out;
}

record::Record record_of(const StoredDocument& d, size_t n) {
  record::Record r;
  r.id = hex_id(hash64(d.id, n));
  r.doc = {d.id, d.day, d.source, d.url, d.title, d.language};
  r.event = "ASSAULT", r.mode = {"aerial"}, r.status = "occurred", r.salience = "main", r.quad = "MK", r.frame = "bench";
  record::Entity e;
  e.text = "forces", e.id = "bench." + std::to_string(n % 5), e.code = "USAMIL", e.country = "USA", e.sector = "MIL";
  r.actor = r.recipient = {e};
  record::Place p;
  p.text = "Baghdad", p.id = "bench", p.country = "IRQ", p.lat = 33 + double(n) / 10, p.lon = 44;
  r.location = p;
  return r;
}

struct Input {
  StoredDocument document;
  StoredRecords records;
};

/// Samples one after the other, each with a word of its own.
const std::vector<Input>& inputs() {
  static const std::vector<Input> all = [] {
    const auto texts = samples();
    std::vector<Input> out(kDocuments);
    for (size_t i = 0; i < out.size(); ++i) {
      StoredDocument& d = out[i].document;
      d.id = d.uri = d.url = "https://bench.example/" + std::to_string(i);
      d.source = "Bench", d.title = "own" + std::to_string(i), d.day = "2024-01-15", d.language = "ar";
      d.text = texts[i % texts.size()] + "\n" + std::to_string(i);
      for (size_t n = 0; n < kRecords; ++n) {
        out[i].records.records.push_back(record_of(d, n));
        out[i].records.lines += record::write(out[i].records.records.back()) + "\n";
      }
    }
    return out;
  }();
  return all;
}

/// A path in a folder of its own, gone at the end.
struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "isnad_bench_XXXXXX").string();
    demand(::mkdtemp(name.data()) != nullptr, "no folder can be made");
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string database() const { return (path / "bench.db").string(); }
  fs::path path;
};

Packed pack(Packer& packer, const Input& in) { return packer.pack(in.document, content_hash(in.document), in.records, ascii_lower); }

void fill(const std::string& path) {
  auto writer = Writer::open(path, kEngine, ascii_lower);
  demand(writer.ok() && (*writer)->begin().ok(), "no database can be made");
  Packer packer;
  constexpr size_t kAtOnce = 64;
  std::vector<Packed> ready;
  for (const Input& in : inputs()) {
    ready.push_back(pack(packer, in));
    if (ready.size() < kAtOnce && &in != &inputs().back()) continue;
    demand((*writer)->add(ready).ok(), "documents can't be added");
    ready.clear();
  }
  demand((*writer)->commit().ok(), "no commit");
}

int64_t found(Queries& queries, const std::string& word) {
  Filter filter;
  filter.text = word;
  const auto n = queries.count(filter);
  return n ? *n : -1;
}

/// A filled database, checked once.
const std::string& checked() {
  static const Folder folder;
  static const std::string path = [] {
    fill(folder.database());
    auto reader = Reader::open(folder.database());
    demand(reader.ok(), "the database can't be read");
    DocumentRow row;
    for (const Input& in : inputs()) {
      const auto next = (*reader)->next_document(row.id, row);
      demand(next && *next && row.document.text == in.document.text && row.lines == in.records.lines, "a document came back otherwise");
    }
    auto queries = Queries::open(folder.database(), ascii_lower);
    demand(queries.ok(), "the database can't be asked");
    for (const Input& in : inputs()) demand(found(**queries, in.document.title) == int64_t{kRecords}, in.document.title + " isn't found");
    return folder.database();
  }();
  return path;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void hash_all() {
  for (const Input& in : inputs()) benchmark::DoNotOptimize(hash64(in.document.text) + hash64(in.records.lines));
}

/// Seconds that the reference takes: the best of some runs.
double reference_time() {
  static const double best = bench::least_seconds(20, std::chrono::steady_clock::now, seconds_since, hash_all);
  return best;
}

template <class Work>
void measure(benchmark::State& state, Work work) {
  using benchmark::Counter;
  checked();
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state) work();
  const double each = seconds_since(start) / double(state.iterations());
  state.counters["documents/s"] = Counter(double(kDocuments), Counter::kIsIterationInvariantRate);
  state.counters["x_XXH3"] = each / reference_time();
}

void reference(benchmark::State& s) { measure(s, hash_all); }
void packing(benchmark::State& s) {  // hashing, folding, compression: what workers do
  Packer packer;
  measure(s, [&] {
    for (const Input& in : inputs()) benchmark::DoNotOptimize(pack(packer, in));
  });
}
void whole(benchmark::State& s) {  // packed and written by one thread
  measure(s, [] {
    const Folder folder;
    fill(folder.database());
  });
}
void question(benchmark::State& s) {  // one word, one document
  auto queries = Queries::open(checked(), ascii_lower);
  demand(queries.ok(), "the database can't be asked");
  for (auto _ : s) benchmark::DoNotOptimize(found(**queries, "own500"));
}

BENCHMARK(reference);
BENCHMARK(packing)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(question)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace isnad::store

BENCHMARK_MAIN();
