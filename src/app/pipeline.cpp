// One thread reads input, some read documents, the caller's takes the results in order; a window bounds what is under way.
#include "app/pipeline.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace isnad {
namespace {

constexpr size_t kBatchDocuments = 64;
constexpr size_t kBatchBytes = size_t{1} << 18;
constexpr size_t kLargeDocument = size_t{4} << 20;  // after one of these a thread gives its memory back

struct Batch {
  uint64_t number = 0;
  std::vector<Document> documents;
  Portion portion;
};

class Pipeline {
 public:
  Pipeline(const Lexicon& lexicon, DocumentStream& source, unsigned threads, const std::function<Render()>& make_render)
      : lexicon_(lexicon), source_(source), make_render_(make_render), window_(3 * size_t{threads} + 2) {
    threads_.emplace_back([this] { guarded([this] { feed(); }); });
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { guarded([this] { work(); }); });
  }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  ~Pipeline() {
    stop();
    for (auto& t : threads_) t.join();
  }

  /// Takes all results in order.
  void drain(const Sink& sink) {
    for (uint64_t next = 0;; ++next) {
      const auto batch = take(next);
      if (!batch || !sink(batch->portion)) break;
    }
    stop();
    const std::lock_guard lock(mutex_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  template <class F>
  void guarded(F&& run) {
    try {
      run();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  /// Fills batches from the source. Which documents a batch holds depends on the input alone.
  void feed() {
    Delivery delivery;
    bool more = true;
    for (uint64_t number = 0; more; ++number) {
      auto batch = std::make_unique<Batch>();
      batch->number = number;
      size_t bytes = 0, messages = 0;
      while (batch->documents.size() + messages < kBatchDocuments && bytes < kBatchBytes && (more = source_.next(delivery))) {
        if (delivery.document) {
          bytes += delivery.document->text().size();
          batch->documents.push_back(std::move(*delivery.document));
        }
        for (auto& e : delivery.errors) batch->portion.errors.push_back(std::move(e)), ++messages;
        for (auto& w : delivery.warnings) batch->portion.warnings.push_back(std::move(w));
      }
      batch->portion.bytes = source_.bytes();
      if (!hand_over(std::move(batch))) return;
    }
    const std::lock_guard lock(mutex_);
    fed_ = true;
    changed_.notify_all();
  }

  bool hand_over(std::unique_ptr<Batch> batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || under_way_ < window_; });
    if (stopped_) return false;
    ++under_way_;
    ++handed_over_;
    todo_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
  }

  void work() {
    const Render render = make_render_();
    auto reading = std::make_unique<Reading>();
    while (auto batch = next_job()) {
      for (const Document& d : batch->documents) {
        read(lexicon_, d, *reading);
        batch->portion.tally.add(*reading);
        render(View{lexicon_, d, *reading}, batch->portion.text);
        if (d.text().size() > kLargeDocument) reading = std::make_unique<Reading>();
      }
      batch->documents.clear();
      const std::lock_guard lock(mutex_);
      const uint64_t number = batch->number;
      done_.emplace(number, std::move(batch));
      changed_.notify_all();
    }
  }

  std::unique_ptr<Batch> next_job() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || fed_ || !todo_.empty(); });
    if (stopped_ || todo_.empty()) return nullptr;
    auto batch = std::move(todo_.front());
    todo_.pop_front();
    return batch;
  }

  std::unique_ptr<Batch> take(uint64_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || done_.contains(number) || (fed_ && number >= handed_over_); });
    if (stopped_ || !done_.contains(number)) return nullptr;
    auto batch = std::move(done_.extract(number).mapped());
    --under_way_;
    changed_.notify_all();
    return batch;
  }

  const Lexicon& lexicon_;
  DocumentStream& source_;
  const std::function<Render()>& make_render_;
  const size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Batch>> todo_;
  std::map<uint64_t, std::unique_ptr<Batch>> done_;
  size_t under_way_ = 0;
  uint64_t handed_over_ = 0;
  bool fed_ = false, stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace

void Tally::add(const Reading& reading) {
  const auto& all = reading.events.events;
  ++documents;
  silent += all.empty();
  words += reading.text.tokens.size();
  events += all.size();
  for (const Event& e : all) ++of_type[size_t(e.type)];
}

void Tally::add(const Tally& other) {
  documents += other.documents, silent += other.silent, words += other.words, events += other.events;
  for (size_t i = 0; i < of_type.size(); ++i) of_type[i] += other.of_type[i];
}

void run_pipeline(const Lexicon& lexicon, DocumentStream& source, unsigned threads, const std::function<Render()>& make_render,
                  const Sink& sink) {
  Pipeline(lexicon, source, std::max(threads, 1U), make_render).drain(sink);
}

}  // namespace isnad
