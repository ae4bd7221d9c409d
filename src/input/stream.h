// Documents from files, one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/blocks.h"
#include "input/jsonl.h"
#include "input/unpack.h"
#include "text/document.h"

namespace isnad {

/// automatic: by the file's ending (txt; jsonl, ndjson; html, htm, xhtml; rss, atom; warc), without one that tells of compression; else by
/// how it begins. feed: RSS or Atom.
enum class InputFormat : uint8_t { automatic, text, jsonl, html, feed, warc, count_ };
inline constexpr std::array<std::string_view, size_t(InputFormat::count_)> kInputFormatNames{"auto", "text", "jsonl",
                                                                                             "html", "feed", "warc"};

struct InputOptions {
  InputFormat format = InputFormat::automatic;
  std::string date;    // YYYY-MM-DD: for documents that have none
  std::string source;  // likewise
};

/// What one step of a source gave: a document, or trouble, or both.
struct Delivery {
  std::optional<Document> document;
  /// What a newer version of the document will have, too: its url; else its file's path, and behind # its id in there. Empty: of standard
  /// input, or without any name.
  std::string uri;
  std::vector<Error> errors;    // input that could not be read
  std::vector<Error> warnings;  // odd input that was read all the same
};

/// Reads documents from files in their order, "-" being standard input. A text file or a web page is one document; a
/// JSONL file one a line, a feed one an item, a WARC file one a page. Compressed files and the members of archives (input/unpack.h) are
/// read like files. Memory follows the largest document, not the input. Dates are checked: what is no day gives a warning and counts as
/// none. A document without id is named by its url, else by a hash of its text, before which stands the file's name where the file is one
/// document: the same in every run, from any folder and beside any other files.
class DocumentStream {
 public:
  DocumentStream(std::vector<std::string> files, InputOptions options);

  /// The next step; false at the end. An unreadable file is an error, and the next one is tried.
  bool next(Delivery& out);

  /// Bytes read so far, of all files.
  [[nodiscard]] uint64_t bytes() const { return done_ + (unpacker_ ? unpacker_->taken() : reader_ ? reader_->taken() : 0); }

 private:
  bool open_next(Delivery& out);
  bool open_file(Delivery& out);
  bool open_member(Delivery& out);
  bool start(Delivery& out);
  void start_format(std::string_view head);
  void read_some(Delivery& out);
  void read_whole(Delivery& out);
  void read_line(Delivery& out);
  void read_web_page(Delivery& out);
  void read_items(Delivery& out);
  void read_archived_page(Delivery& out);
  void finish(Document document, Delivery& out, size_t repaired);
  void close();
  [[nodiscard]] bool is_whole_file() const { return format_ == InputFormat::text || format_ == InputFormat::html; }
  [[nodiscard]] std::string id_of(const Document& document) const;
  [[nodiscard]] std::string uri_of(const Document& document) const;

  std::vector<std::string> files_;
  InputOptions options_;
  JsonlParser parser_;
  std::optional<BlockReader> reader_;
  size_t next_file_ = 0;
  std::unique_ptr<Unpacker> unpacker_;  // of the file, where it is packed
  std::deque<Document> items_;          // of a feed, that are still to be delivered
  std::string file_;                    // being read; of an archive the file and its member, with ! between
  std::string shown_;                   // how messages call it
  std::string path_;                    // absolute; empty: standard input
  std::string name_;                    // of the file or member, without folders and extension; empty: standard input
  std::string day_;                     // that its name starts with
  InputFormat format_ = InputFormat::text;
  int line_ = 0;  // or WARC record
  uint64_t done_ = 0;
};

/// Bytes of all files together, 0 if unknown (pipes, standard input). Errors: a file that is missing, a directory or unreadable.
Result<uint64_t> check_files(const std::vector<std::string>& files);

}  // namespace isnad
