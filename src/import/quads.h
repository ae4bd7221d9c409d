// Facts of temporal knowledge graphs, as benchmarks write them: subject, relation, object, day, by tabs, as numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "outlook/facts.h"

namespace isnad {

/// Facts in the order of the file; further columns are ignored, as are blank lines. Errors name the line: a cell that is no number, too
/// few cells, an id of ten million or more.
Result<std::vector<Fact>> read_quads(std::string_view bytes, const std::string& file);

/// The largest step that all days are apart by; 1 where there are fewer than two days. Some benchmarks count in hours.
Day day_unit(const std::vector<Fact>& a, const std::vector<Fact>& b);

}  // namespace isnad
