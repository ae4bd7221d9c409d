// What isnad export and isnad read --format share: formats by name, and records through an exporter to the output.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/output.h"
#include "base/result.h"
#include "export/export.h"

namespace isnad {

/// Errors: no such format; the remedy names the nearest one, or all; `others` are formats that the command has beside these.
Result<exports::Format> export_format(const std::string& name, const std::vector<std::string>& others = {});

/// The kinds of records named, "all" for all of them; without any those that the format takes by itself. Errors: no such kind.
Result<exports::Kinds> export_kinds(exports::Format format, const std::vector<std::string>& names);

/// Writes a whole file of one format. One thread.
class ExportWriter {
 public:
  ExportWriter(exports::Format format, exports::Kinds kinds, Output& output);

  /// False: the output can't be written, or its reader is gone.
  bool take(const exports::Item& item);
  /// Call it once, at the end.
  void finish();

  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
  /// "12 records written; left out: 3 have no place that is known".
  [[nodiscard]] std::string summary() const;

 private:
  bool write();

  exports::Exporter exporter_;
  Output& output_;
  std::string text_;
  std::array<uint64_t, size_t(exports::Left::count_)> left_{};
  std::optional<Error> failure_;
};

}  // namespace isnad
