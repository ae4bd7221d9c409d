// Which files do the paths of a command line mean?
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace isnad {

/// Files as they are; instead of a folder all files under it, by name, without hidden ones; instead of a pattern (* ? []) that is no file
/// what it matches. "-" stays. Links inside folders are not followed to other folders. Errors: nothing is there, an unreadable folder.
Result<std::vector<std::string>> expand_paths(const std::vector<std::string>& paths);

}  // namespace isnad
