// A JSON writer: appends to a string, keeps the commas, nothing more. For the hot path, where a document tree is too slow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// Writes one JSON text into `out`. The caller pairs open and close and gives every object member a key; text is valid UTF-8.
class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}

  Json& open_object() { return open('{'); }
  Json& close_object() { return close('}'); }
  Json& open_array() { return open('['); }
  Json& close_array() { return close(']'); }
  /// `name` is the program's own: it needs no escape.
  Json& key(std::string_view name);

  Json& string(std::string_view text);
  Json& integer(int64_t value);
  /// Shortest text that reads back as the same number; whole numbers without a fraction. Not finite: 0, as JSON has no word for it.
  Json& number(double value);
  Json& number(float value);
  Json& boolean(bool value);
  /// 16 hexadecimal digits, as a string.
  Json& id(uint64_t value);

  /// Ends a line of JSON lines: what follows is a text of its own.
  Json& end_line();

  /// A value that is JSON already.
  Json& raw(std::string_view json);

  /// A member, left out where the text is empty.
  Json& member(std::string_view name, std::string_view text);
  /// A member of two whole numbers: "name":[first,last].
  Json& range(std::string_view name, int64_t first, int64_t last);

 private:
  Json& open(char c);
  Json& close(char c);
  void separate();
  void begin(std::string_view name, char opening);

  std::string& out_;
  bool comma_ = false;
};

/// Appends `text` between quotes, escaped.
void append_json_string(std::string& out, std::string_view text);

/// Appends a number as `Json::number` writes it.
void append_number(std::string& out, double value);

/// 16 hexadecimal digits.
std::string hex_id(uint64_t value);

}  // namespace isnad
