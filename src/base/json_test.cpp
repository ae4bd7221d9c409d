// Tests of the JSON writer.
#include "base/json.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace isnad {
namespace {

std::string written(double v) {
  std::string out;
  append_number(out, v);
  return out;
}

TEST(Json, KeepsCommas) {
  std::string out;
  Json j(out);
  j.open_object().key("a").open_array().integer(1).string("x").open_object().close_object().close_array();
  j.member("empty", "").member("b", "y").key("c").raw("{}").key("d").boolean(false).close_object();
  EXPECT_EQ(out, R"({"a":[1,"x",{}],"b":"y","c":{},"d":false})");
}

TEST(Json, EscapesWhatMustBe) {
  std::string out;
  append_json_string(out, std::string_view("q\" b\\ n\n t\t nul\0 e\x1B \xD8\xA7", 22));
  EXPECT_EQ(out, "\"q\\\" b\\\\ n\\n t\\t nul\\u0000 e\\u001b \xD8\xA7\"");
}

TEST(Json, EscapesAtAnyPlaceOfAnyLength) {
  for (size_t size = 1; size < 40; ++size)
    for (size_t at = 0; at < size; ++at) {
      std::string text(size, '\x81'), expected = text, out;
      text[at] = '"';
      expected.replace(at, 1, "\\\"");
      append_json_string(out, text);
      ASSERT_EQ(out, '"' + expected + '"') << at << " of " << size;
    }
}

TEST(Json, RangesAndLines) {
  std::string out;
  Json j(out);
  j.open_object().range("a", 0, INT64_MIN).range("b", 7, INT64_MAX).close_object().end_line();
  j.open_object().member("c", "\"").close_object().end_line();
  EXPECT_EQ(out, "{\"a\":[0,-9223372036854775808],\"b\":[7,9223372036854775807]}\n{\"c\":\"\\\"\"}\n");
}

TEST(Json, NumbersAreShortestAndReadBack) {
  EXPECT_EQ(written(15), "15");
  EXPECT_EQ(written(-9), "-9");
  EXPECT_EQ(written(6.5), "6.5");
  EXPECT_EQ(written(1e6), "1000000");
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(123456789012345678901.0), "1.2345678901234568e+20");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "0");
  for (const double v : {1e300, 5e-324, 0.1 + 0.2, 123456789.125, 1.0 / 3}) EXPECT_EQ(std::strtod(written(v).c_str(), nullptr), v);
  std::string out;
  Json(out).number(0.83F);
  EXPECT_EQ(out, "0.83");
}

TEST(Json, IdsHaveSixteenDigits) {
  EXPECT_EQ(hex_id(0), "0000000000000000");
  EXPECT_EQ(hex_id(0xB3F1), "000000000000b3f1");
  EXPECT_EQ(hex_id(UINT64_MAX), "ffffffffffffffff");
}

}  // namespace
}  // namespace isnad
