// Work on a stream by several threads with results in the stream's order: one thread feeds, some work, the caller's takes.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace isnad {

/// How a stream of batches is worked on. `feed` runs on one thread and fills the next batch; false: there was none. `make_work` is called
/// once a thread, so that each has its own workspace. `take` runs on the calling thread, in the order of feeding; false stops all.
template <class Batch>
struct Ordered {
  std::function<bool(Batch&)> feed;
  std::function<std::function<void(Batch&)>()> make_work;
  std::function<bool(Batch&)> take;

  /// Runs to the end of the stream. Memory is bounded by some sixteen batches for each thread, so that a taker that pauses (a commit) stops
  /// nobody. What a thread throws is thrown here.
  void run(unsigned threads) const;
};

namespace ordered {

/// The state of one run.
template <class Batch>
class Run {
 public:
  Run(const Ordered<Batch>& plan, unsigned threads) : plan_(plan), window_(16 * size_t{threads} + 2) {
    threads_.emplace_back([this] { guarded([this] { feed(); }); });
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { guarded([this] { work(); }); });
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    stop();
    for (auto& t : threads_) t.join();
  }

  void drain() {
    for (uint64_t next = 0;; ++next) {
      const auto batch = next_result(next);
      if (!batch || !plan_.take(*batch)) break;
    }
    stop();
    const std::lock_guard lock(mutex_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Job {
    uint64_t number = 0;
    std::unique_ptr<Batch> batch;
  };

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

  void feed() {
    for (uint64_t number = 0;; ++number) {
      auto batch = std::make_unique<Batch>();
      if (!plan_.feed(*batch)) break;
      if (!hand_over({number, std::move(batch)})) return;
    }
    const std::lock_guard lock(mutex_);
    fed_ = true;
    changed_.notify_all();
  }

  bool hand_over(Job job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || under_way_ < window_; });
    if (stopped_) return false;
    ++under_way_;
    ++handed_over_;
    todo_.push_back(std::move(job));
    changed_.notify_all();
    return true;
  }

  void work() {
    const auto work = plan_.make_work();
    for (;;) {
      Job job = next_job();
      if (!job.batch) return;
      work(*job.batch);
      const std::lock_guard lock(mutex_);
      done_.emplace(job.number, std::move(job.batch));
      changed_.notify_all();
    }
  }

  Job next_job() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || fed_ || !todo_.empty(); });
    if (stopped_ || todo_.empty()) return {};
    Job job = std::move(todo_.front());
    todo_.pop_front();
    return job;
  }

  std::unique_ptr<Batch> next_result(uint64_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || done_.contains(number) || (fed_ && number >= handed_over_); });
    if (stopped_ || !done_.contains(number)) return nullptr;
    auto batch = std::move(done_.extract(number).mapped());
    --under_way_;
    changed_.notify_all();
    return batch;
  }

  const Ordered<Batch>& plan_;
  const size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> todo_;
  std::map<uint64_t, std::unique_ptr<Batch>> done_;
  size_t under_way_ = 0;
  uint64_t handed_over_ = 0;
  bool fed_ = false, stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace ordered

template <class Batch>
void Ordered<Batch>::run(unsigned threads) const {
  ordered::Run<Batch>(*this, std::max(threads, 1U)).drain();
}

}  // namespace isnad
