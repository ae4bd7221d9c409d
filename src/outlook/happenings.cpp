// NameTable and the order of happenings.
#include "outlook/happenings.h"

#include <algorithm>

namespace isnad {

uint32_t NameTable::add(std::string_view name) {
  const auto [it, fresh] = ids_.try_emplace(std::string(name), static_cast<uint32_t>(names_.size()));
  if (fresh) names_.emplace_back(name);
  return it->second;
}

uint32_t NameTable::find(std::string_view name) const {
  const auto it = ids_.find(std::string(name));
  return it == ids_.end() ? UINT32_MAX : it->second;
}

void Happenings::order() {
  std::stable_sort(list.begin(), list.end(), [](const Happening& a, const Happening& b) { return a.day < b.day; });
}

}  // namespace isnad
