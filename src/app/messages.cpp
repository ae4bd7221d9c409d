// Messages on standard error.
#include "app/messages.h"

#include <fmt/format.h>

#include <cstdio>

namespace isnad {
namespace {

void print(std::string_view kind, const std::string& message) { fmt::print(stderr, "isnad: {}{}\n", kind, printable(message)); }

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    out += c1 || (c < 0x20 && c != '\n') || c == 0x7F ? '?' : text[i];
  }
  return out;
}

void Messages::error(const Error& e) {
  if (++errors_ <= kShown) print("error: ", e.message());
}

void Messages::warning(const Error& e) {
  if (++warnings_ <= kShown) print("warning: ", e.message());
}

void Messages::note(std::string_view text) { print("", std::string(text)); }

void Messages::finish() {
  if (errors_ > kShown) note(fmt::format("{} more errors like these were not shown", errors_ - kShown));
  if (warnings_ > kShown) note(fmt::format("{} more warnings like these were not shown", warnings_ - kShown));
}

}  // namespace isnad
