// From knowledge/ to the image: `isnad compile`.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace isnad {

/// What is compiled. `cities`: a table that the build makes (tools/city_table.cpp); empty: none.
struct KnowledgeFiles {
  std::string folder, cities;
};

/// Compiles a knowledge folder into image bytes. `notes` gets one line for each thing worth telling (counts, every error beyond the
/// first). Errors name file, line, the offending word and what was allowed.
Result<std::string> compile_image(const KnowledgeFiles& files, std::vector<std::string>& notes);

/// The same, written to `out` whole or not at all.
Status compile_knowledge(const KnowledgeFiles& files, const std::string& out, std::vector<std::string>& notes);

}  // namespace isnad
