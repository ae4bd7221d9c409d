// Compression by libzstd, fast rather than small: lines of records shrink to a quarter all the same.
#include "store/pack.h"

#include <zstd.h>

#include <utility>

#include "base/hash.h"
#include "base/json.h"
#include "store/words.h"

namespace isnad::store {
namespace {

constexpr int kLevel = -3;
constexpr uint64_t kMost = uint64_t{1} << 32;  // no document, nor its records, comes near

}  // namespace

struct Packer::State {
  struct Free {
    void operator()(ZSTD_CCtx* c) const { ZSTD_freeCCtx(c); }
    void operator()(ZSTD_DCtx* c) const { ZSTD_freeDCtx(c); }
  };
  std::unique_ptr<ZSTD_CCtx, Free> in{ZSTD_createCCtx()};
  std::unique_ptr<ZSTD_DCtx, Free> out{ZSTD_createDCtx()};
  std::string room;  // for what is being compressed
};

Packer::Packer() : state_(std::make_unique<State>()) {}
Packer::~Packer() = default;

std::string Packer::compress(std::string_view bytes) {
  constexpr size_t kKept = size_t{1} << 20;
  std::string& room = state_->room;
  if (const size_t bound = ZSTD_compressBound(bytes.size()); room.size() < bound) room.resize(bound);
  const size_t size = ZSTD_compressCCtx(state_->in.get(), room.data(), room.size(), bytes.data(), bytes.size(), kLevel);
  std::string out(room, 0, ZSTD_isError(size) ? 0 : size);  // with room for the bound there is no error
  if (room.size() > kKept) room = std::string();
  return out;
}

Result<std::string> Packer::expand(std::string_view bytes) {
  const Error damaged{"", 0, "holds a damaged document", "take a copy from before, or ingest the same files into a new database"};
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kMost) return damaged;  // also where it is unknown or an error
  std::string out(size, '\0');
  const size_t n = ZSTD_decompressDCtx(state_->out.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(n) || n != out.size()) return damaged;
  return out;
}

std::string content_hash(const StoredDocument& d) {
  std::string all;
  all.reserve(d.text.size() + 512);
  for (const std::string_view part : {std::string_view(d.source), std::string_view(d.title), std::string_view(d.url),
                                      std::string_view(d.day), std::string_view(d.language), std::string_view(d.text)}) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  }
  return hex_id(hash64(all)) + hex_id(hash64(all, 1));
}

Packed Packer::pack(StoredDocument document, std::string hash, const StoredRecords& records, const Fold& fold) {
  Packed out;
  out.hash = std::move(hash);
  out.words = distinct_words(fold(document.title), fold(document.text));
  out.text = compress(document.text), out.lines = compress(records.lines);
  out.rows = rows_of(records.records);
  out.bytes = document.text.size();
  document.text = std::string();  // many documents may wait for their turn
  out.document = std::move(document);
  return out;
}

}  // namespace isnad::store
