// Numbers by lines.
#include "import/quads.h"

#include <array>
#include <charconv>
#include <numeric>

namespace isnad {
namespace {

constexpr uint32_t kMostIds = 10'000'000;

/// The next number of a line; false: none.
bool take_number(std::string_view& line, uint32_t& out) {
  const size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return false;
  line.remove_prefix(start);
  const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), out);
  if (code != std::errc()) return false;
  line.remove_prefix(static_cast<size_t>(end - line.data()));
  return line.empty() || line[0] == '\t' || line[0] == ' ' || line[0] == '\r';
}

}  // namespace

Result<std::vector<Fact>> read_quads(std::string_view bytes, const std::string& file) {
  std::vector<Fact> out;
  int number = 0;
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::array<uint32_t, 4> cell{};
    for (uint32_t& c : cell)
      if (!take_number(line, c))
        return Error{file, number, "is not subject, relation, object, day as whole numbers", "separate them by tabs"};
    if (cell[0] >= kMostIds || cell[2] >= kMostIds || cell[1] >= 2000 || cell[3] > uint32_t{INT32_MAX})
      return Error{file, number, "has a number that is too large", "at most ten million parties and 2,000 relations; number them from 0"};
    out.push_back({cell[0], cell[1], cell[2], static_cast<Day>(cell[3])});
  }
  return out;
}

Day day_unit(const std::vector<Fact>& a, const std::vector<Fact>& b) {
  Day unit = 0;
  const std::vector<Fact>& first = a.empty() ? b : a;
  for (const auto* list : {&a, &b})
    for (const Fact& f : *list) unit = std::gcd(unit, f.day - first.front().day);
  return unit == 0 ? 1 : unit;
}

}  // namespace isnad
