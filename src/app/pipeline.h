// Reading many documents with several threads, and giving the results in the documents' order.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/messages.h"
#include "input/stream.h"
#include "report/view.h"

namespace isnad {

/// What was read, for the line at the end.
struct Tally {
  uint64_t documents = 0, silent = 0, words = 0, events = 0;  // silent: documents without an event
  std::array<uint64_t, size_t(EventType::count_)> of_type{};

  void add(const Reading& reading);
  void add(const Tally& other);
};

/// Some documents in a row, with what was said about the input between them.
struct Intake {
  std::vector<Document> documents;
  std::vector<std::string> uris;  // of the documents, see Delivery
  std::vector<Error> errors, warnings;
  uint64_t bytes = 0;  // of the input, up to here
};

/// Fills an empty Intake with the next documents. What it holds depends on the input alone. False: nothing is left.
bool take_in(DocumentStream& stream, Intake& out);

/// Reads documents one after the other into a Reading that is used again. One a thread.
class DocumentReader {
 public:
  explicit DocumentReader(const Lexicon& lexicon) : lexicon_(lexicon) {}
  void read(const Document& document);
  /// Of the last document.
  [[nodiscard]] const Reading& reading() const { return *reading_; }

 private:
  const Lexicon& lexicon_;
  std::unique_ptr<Reading> reading_;
  bool large_ = false;
};

/// Appends what is to be said of one document. Each thread has its own, so it may keep scratch memory.
using Render = std::function<void(const View&, std::string& out)>;

/// The results of some documents in a row.
struct Portion {
  std::string text;
  std::vector<Error> errors, warnings;
  Tally tally;
  uint64_t bytes = 0;  // of the input, up to here
};

/// Takes portions in order, on the calling thread; false stops the reading.
using Sink = std::function<bool(const Portion&)>;

/// Reads everything that `source` gives with `threads` workers. The portions joined are the same for any number of threads. Memory is
/// bounded by a few portions for each thread. What a thread throws (out of memory) is thrown here.
void run_pipeline(const Lexicon& lexicon, DocumentStream& stream, unsigned threads, const std::function<Render()>& make_render,
                  const Sink& sink);

}  // namespace isnad
