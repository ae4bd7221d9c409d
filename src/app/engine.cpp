// Where the image may be.
#include "app/engine.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace isnad {
namespace {

constexpr const char* kRemedy = "make it with: isnad compile knowledge -o isnad.image; or name it with --image";

std::filesystem::path folder_of_program() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

Result<Lexicon> open_lexicon(const std::string& option) {
  if (!option.empty()) return Lexicon::open(option);
  if (const char* env = std::getenv("ISNAD_IMAGE"); env && *env) return Lexicon::open(env);
  const auto folder = folder_of_program();
  const auto beside = folder / "isnad.image";
  const auto shared = (folder / "../share/isnad/isnad.image").lexically_normal();
  std::error_code ignored;
  if (std::filesystem::exists(beside, ignored)) return Lexicon::open(beside.string());
  if (std::filesystem::exists(shared, ignored)) return Lexicon::open(shared.string());
  return Error{"", 0, "no knowledge image: neither " + beside.string() + " nor " + shared.string() + " exists", kRemedy};
}

}  // namespace isnad
