// Documents in batches, by several threads.
#include "app/pipeline.h"

#include <memory>

#include "app/ordered.h"

namespace isnad {
namespace {

constexpr size_t kBatchDocuments = 64;
constexpr size_t kBatchBytes = size_t{1} << 18;
constexpr size_t kLargeDocument = size_t{4} << 20;  // after one of these a thread gives its memory back

struct Batch {
  Intake in;
  Portion portion;
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

bool take_in(DocumentStream& stream, Intake& out) {
  Delivery delivery;
  size_t bytes = 0, messages = 0;
  while (out.documents.size() + messages < kBatchDocuments && bytes < kBatchBytes && stream.next(delivery)) {
    if (delivery.document) {
      bytes += delivery.document->text().size();
      out.documents.push_back(std::move(*delivery.document));
      out.uris.push_back(std::move(delivery.uri));
    }
    for (auto& e : delivery.errors) out.errors.push_back(std::move(e)), ++messages;
    for (auto& w : delivery.warnings) out.warnings.push_back(std::move(w));
  }
  out.bytes = stream.bytes();
  return !out.documents.empty() || messages > 0;
}

void DocumentReader::read(const Document& document) {
  if (!reading_ || large_) reading_ = std::make_unique<Reading>();
  large_ = document.text().size() > kLargeDocument;
  isnad::read(lexicon_, document, *reading_);
}

void run_pipeline(const Lexicon& lexicon, DocumentStream& stream, unsigned threads, const std::function<Render()>& make_render,
                  const Sink& sink) {
  const auto make_work = [&] {
    return [&lexicon, render = make_render(), reader = std::make_shared<DocumentReader>(lexicon)](Batch& batch) {
      for (const Document& d : batch.in.documents) {
        reader->read(d);
        batch.portion.tally.add(reader->reading());
        render(View{lexicon, d, reader->reading()}, batch.portion.text);
      }
      batch.in.documents.clear();
      batch.portion.errors = std::move(batch.in.errors), batch.portion.warnings = std::move(batch.in.warnings);
      batch.portion.bytes = batch.in.bytes;
    };
  };
  Ordered<Batch>{[&](Batch& b) { return take_in(stream, b.in); }, make_work, [&](Batch& b) { return sink(b.portion); }}.run(threads);
}

}  // namespace isnad
