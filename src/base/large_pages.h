// Memory that is read all over the place, in large pages: fewer of them, so that the processor knows where each is.
#pragma once

#include <cstddef>
#include <vector>

namespace isnad {

/// Asks the system to keep [at, at + size) in large pages where it can; changes nothing else, and fails silently.
void prefer_large_pages(void* at, size_t size);

/// Room for `size` elements, in large pages where the system has them. Elements that are there already are moved.
template <class T>
void reserve_large(std::vector<T>& vector, size_t size) {
  if (vector.capacity() >= size) return;
  vector.reserve(size);
  prefer_large_pages(vector.data(), vector.capacity() * sizeof(T));
}

}  // namespace isnad
