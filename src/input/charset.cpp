// Conversion by the C library's iconv.
#include "input/charset.h"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "base/ascii.h"
#include "base/utf8.h"

namespace isnad {
namespace {

constexpr std::string_view kReplaced = "\xEF\xBF\xBD";

/// Empty where iconv doesn't know the encoding.
std::string convert(std::string_view bytes, const std::string& from) {
  const iconv_t converter = ::iconv_open("UTF-8", from.c_str());
  if (converter == iconv_t(-1)) return {};
  std::string out;
  std::array<char, 8192> buffer{};
  char* in = const_cast<char*>(bytes.data());
  size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.data();
    size_t room = buffer.size();
    const size_t done = ::iconv(converter, &in, &left, &to, &room);
    out.append(buffer.data(), buffer.size() - room);
    if (done != size_t(-1) || errno == E2BIG) continue;
    out += kReplaced;  // a byte that is none of this encoding
    ++in, --left;
  }
  ::iconv_close(converter);
  return out;
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view told) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (bytes.starts_with(kBom)) return std::string(bytes.substr(kBom.size()));
  if (is_utf16(bytes)) return convert(bytes, "UTF-16");
  if (find_invalid(bytes) == std::string_view::npos || told == "utf-8" || told == "utf8") return std::string(bytes);
  const bool usable = !told.empty() && told.find_first_of("/\0") == std::string_view::npos && !told.starts_with("utf-16");
  std::string out = usable ? convert(bytes, std::string(told)) : std::string();
  return out.empty() ? convert(bytes, "WINDOWS-1256") : out;
}

std::string charset_in(std::string_view text) {
  const std::string lower = ascii_lower(text);
  size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  at = lower.find_first_not_of(" \"'", at + 8);
  if (at == std::string::npos) return {};
  const size_t end = lower.find_first_of(" \"';>/\t\r\n", at);
  const std::string name = lower.substr(at, end == std::string::npos ? end : end - at);
  return name.size() <= 40 ? name : std::string();
}

}  // namespace isnad
