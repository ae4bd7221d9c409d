// Large pages by madvise, which Linux has; elsewhere there are none to ask for.
#include "base/large_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace isnad {

void prefer_large_pages(void* at, size_t size) {
#ifdef MADV_HUGEPAGE
  constexpr uintptr_t kPage = 4096;
  const uintptr_t first = (reinterpret_cast<uintptr_t>(at) + kPage - 1) & ~(kPage - 1);
  const uintptr_t last = (reinterpret_cast<uintptr_t>(at) + size) & ~(kPage - 1);
  if (last > first) (void)::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#else
  (void)at, (void)size;
#endif
}

}  // namespace isnad
