// Makes generated/cities.tsv: the cities of the world that have an Arabic name, with coordinates and population.
//
// Runs at build time: `city_table OUT`. The data are GeoNames' (geonames.org, CC BY 4.0), as Debian's libgeonames packs them: the library
// gives each city's name, country, coordinates and population, its catalogue geonames.mo the Arabic names. The library hides the numbers
// that the catalogue is keyed by but keeps them before each name in its data, which is read beside it. Kept are cities of 200,000
// people, and those of 15,000 in states whose news Isnad reads most.
#include <geonames.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace {

constexpr const char* kCatalogue = "/usr/share/locale/ar/LC_MESSAGES/geonames.mo";
constexpr const char* kResource = "/com/lomiri/geonames/cities.compiled";
constexpr unsigned kLarge = 200'000;
constexpr std::array<std::string_view, 26> kRegion{"AE", "AF", "BH", "DJ", "DZ", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "LY",
                                                   "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "TR", "YE"};

std::string file_bytes(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

uint32_t number_at(const std::string& bytes, size_t at) {
  uint32_t out = 0;
  if (at + sizeof out <= bytes.size()) std::memcpy(&out, bytes.data() + at, sizeof out);
  return out;
}

/// A little-endian catalogue of gettext: its messages by key; nothing if it is none.
std::map<std::string, std::string> read_catalogue(const char* path) {
  std::map<std::string, std::string> out;
  const std::string bytes = file_bytes(path);
  if (number_at(bytes, 0) != 0x950412DE) return out;
  const uint32_t count = number_at(bytes, 8), keys = number_at(bytes, 12), values = number_at(bytes, 16);
  const auto text = [&](size_t table, uint32_t i) {
    const size_t size = number_at(bytes, table + 8 * i), at = number_at(bytes, table + 8 * i + 4);
    return at + size <= bytes.size() ? bytes.substr(at, size) : std::string();
  };
  for (uint32_t i = 0; i < count; ++i) out[text(keys, i)] = text(values, i);
  return out;
}

/// Arabic letters and spaces only, without the marks of direction that some names carry; nothing where another script stands in it.
std::optional<std::string> arabic_name(std::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size();) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (c == 0xE2) {
      i += 3;  // marks of direction
    } else if (c == ' ' || c == '-') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      ++i;
    } else if (c >= 0xD8 && c <= 0xDB && i + 1 < name.size()) {
      out += name.substr(i, 2);
      i += 2;
    } else {
      return std::nullopt;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.size() < 4 ? std::nullopt : std::optional(out);
}

/// The number that stands before a city's name in the library's data; the search goes on where the last one ended.
std::string number_before(std::string_view data, std::string_view name, size_t& from) {
  const std::string wanted = '\0' + std::string(name) + '\0';
  for (size_t at = from; (at = data.find(wanted, at)) != std::string_view::npos; ++at) {
    size_t first = at;
    while (first > 0 && data[first - 1] >= '0' && data[first - 1] <= '9') --first;
    if (at - first < 4) continue;
    from = at + wanted.size();
    return std::string(data.substr(first, at - first));
  }
  return {};
}

bool wanted(std::string_view country, unsigned population) {
  return population >= kLarge || std::find(kRegion.begin(), kRegion.end(), country) != kRegion.end();
}

int fail(const std::string& what) {
  std::fprintf(stderr, "city_table: %s\n", what.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fail("usage: city_table OUT");
  const auto names = read_catalogue(kCatalogue);
  if (names.empty()) return fail(std::string(kCatalogue) + " is not there: install libgeonames-common");
  const gint count = geonames_get_n_cities();  // loads the data
  GBytes* const data = g_resources_lookup_data(kResource, G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr);
  if (!data) return fail("the library has no data where its version 0.3 keeps them");
  gsize size = 0;
  const auto* const first = static_cast<const char*>(g_bytes_get_data(data, &size));
  std::ofstream out(argv[1]);
  out << "id\tar\ten\tkind\tlat\tlon\tadmin1\tcountry\tpopulation\n";
  size_t at = 0;
  for (gint i = 0; i < count; ++i) {
    GeonamesCity* const city = geonames_get_city(i);
    const std::string name = geonames_city_get_name(city), country = geonames_city_get_country_code(city);
    const std::string number = number_before({first, size}, name, at);
    const auto found = names.find(number);
    const auto arabic = found == names.end() ? std::nullopt : arabic_name(found->second);
    const std::string iso3 = uloc_getISO3Country(("und_" + country).c_str());
    const unsigned population = geonames_city_get_population(city);
    std::array<char, 64> where{};
    std::snprintf(where.data(), where.size(), "%.4f\t%.4f", geonames_city_get_latitude(city), geonames_city_get_longitude(city));
    const std::string state = geonames_city_get_state(city);
    const bool kept = arabic && wanted(country, population);
    if (!iso3.empty() && !number.empty())
      out << "geonames:" << number << '\t' << (kept ? *arabic : "-") << '\t' << name << '\t' << (population >= 100'000 ? "city" : "town")
          << '\t' << where.data() << '\t' << (state.empty() ? "-" : state) << '\t' << iso3 << '\t' << population << '\n';
    geonames_city_free(city);
  }
  g_bytes_unref(data);
  out.close();
  return out ? 0 : fail(std::string(argv[1]) + " cannot be written");
}
