// JSON lines by simdjson; what it refuses for bad encoding is repaired and tried again.
#include "input/jsonl.h"

#include <simdjson.h>

#include <optional>

#include "base/utf8.h"
#include "input/blocks.h"

namespace isnad {

static_assert(BlockReader::kPadding >= simdjson::SIMDJSON_PADDING);

struct JsonlParser::State {
  simdjson::dom::parser parser;
  std::string buffer;  // of a repaired line
  size_t repaired = 0;
};

namespace {

using simdjson::dom::element;

constexpr size_t kEscape = 6;  // \uXXXX

/// The value of the \uXXXX escape at `at`, if one is there.
std::optional<uint32_t> escape_at(std::string_view s, size_t at) {
  if (at + kEscape > s.size() || s[at] != '\\' || s[at + 1] != 'u') return std::nullopt;
  uint32_t v = 0;
  for (size_t i = at + 2; i < at + kEscape; ++i) {
    const char c = s[i];
    if (c >= '0' && c <= '9')
      v = v * 16 + uint32_t(c - '0');
    else if ((c | 32) >= 'a' && (c | 32) <= 'f')
      v = v * 16 + uint32_t((c | 32) - 'a' + 10);
    else
      return std::nullopt;
  }
  return v;
}

/// Replaces escapes that are half of a surrogate pair by \ufffd; says how many.
size_t repair_surrogates(std::string& s) {
  size_t repaired = 0;
  for (size_t i = 0; i + 1 < s.size(); ++i) {
    if (s[i] != '\\') continue;
    const auto code = escape_at(s, i);
    if (!code || (*code & 0xF800) != 0xD800) {
      ++i;  // past the escaped character
      continue;
    }
    const auto low = escape_at(s, i + kEscape);
    if (*code < 0xDC00 && low && (*low & 0xFC00) == 0xDC00) {
      i += 2 * kEscape - 1;
      continue;
    }
    s.replace(i + 2, 4, "fffd");
    ++repaired;
    i += kEscape - 1;
  }
  return repaired;
}

/// A string, or a number as it would be written; nothing for null and for what has no plain text.
std::string text_of(const element& value) {
  if (std::string_view s; value.get_string().get(s) == simdjson::SUCCESS) return std::string(s);
  if (value.is_int64() || value.is_uint64() || value.is_double()) return simdjson::minify(value);
  return {};
}

Error broken(simdjson::error_code code, std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  if (first != std::string_view::npos && line[first] == '[')
    return {"", 0, "is an array, not an object", "one object a line: jq -c '.[]' FILE turns an array into lines"};
  return {"", 0, std::string("broken JSON: ") + simdjson::error_message(code), "correct the line; the others were read"};
}

Result<Document> document_of(const simdjson::dom::object& object) {
  std::optional<std::string_view> text;
  for (const auto field : object) {
    std::string_view s;
    if (field.key == "text" && field.value.get_string().get(s) == simdjson::SUCCESS) text = s;
  }
  if (!text) return Error{"", 0, "has no string \"text\"", "name the field that holds the report \"text\""};
  Document out(*text);
  for (const auto field : object) {
    if (field.key == "id")
      out.id = text_of(field.value);
    else if (field.key == "date")
      out.date = text_of(field.value);
    else if (field.key == "source")
      out.source = text_of(field.value);
    else if (field.key == "url")
      out.url = text_of(field.value);
    else if (field.key == "title")
      out.title = text_of(field.value);
    else if (field.key == "language")
      out.language = text_of(field.value);
  }
  return out;
}

}  // namespace

JsonlParser::JsonlParser() : state_(std::make_unique<State>()) {}
JsonlParser::~JsonlParser() = default;
size_t JsonlParser::repaired() const { return state_->repaired; }

Result<Document> JsonlParser::parse(std::string_view line) {
  State& s = *state_;
  s.repaired = 0;
  element root;
  auto code = s.parser.parse(line.data(), line.size(), false).get(root);
  if (code == simdjson::UTF8_ERROR || code == simdjson::STRING_ERROR) {
    s.buffer = repair_utf8(line, s.repaired);
    s.repaired += repair_surrogates(s.buffer);
    const size_t size = s.buffer.size();
    s.buffer.append(BlockReader::kPadding, '\0');
    if (s.repaired > 0) code = s.parser.parse(s.buffer.data(), size, false).get(root);
  }
  if (code != simdjson::SUCCESS) return broken(code, line);
  simdjson::dom::object object;
  if (root.get_object().get(object) != simdjson::SUCCESS) return broken(simdjson::INCORRECT_TYPE, line);
  return document_of(object);
}

}  // namespace isnad
