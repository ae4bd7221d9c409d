// Words as keys: up to eight folded letters packed into one integer, so that a switch finds them.
#include "entity/arabic_place_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace isnad::arabic_place {
namespace {

using namespace letter;

constexpr size_t kLongestKey = 8;

constexpr uint64_t key(std::initializer_list<Letter> letters) {
  uint64_t out = 0;
  int shift = 0;
  for (const Letter l : letters) out |= uint64_t{fold(l)} << shift, shift += 8;
  return out;
}

uint64_t key_of(std::basic_string_view<Letter> folded) {
  if (folded.size() > kLongestKey) return 0;
  uint64_t out = 0;
  for (size_t i = 0; i < folded.size(); ++i) out |= uint64_t{folded[i]} << (8 * i);
  return out;
}

constexpr std::array<std::string_view, 19> kKindNames{"city", "town",     "village", "district", "province", "region",   "quarter",
                                                      "camp", "crossing", "airport", "base",     "port",     "mountain", "river",
                                                      "sea",  "strait",   "site",    "field",    "island"};

}  // namespace

uint32_t kinds_after(std::basic_string_view<Letter> folded) {
  switch (key_of(folded)) {
    case key({kMim, kDal, kYa, kNun, kHa}):  // madina
      return kCity | kTown;
    case key({kBa, kLam, kDal, kHa}):  // balda
      return kTown | kVillage | kCity;
    case key({kQaf, kRa, kYa, kHa}):  // qarya
      return kVillage | kTown;
    case key({kMim, kHah, kAlif, kFa, kZah, kHa}):  // muhafaza
    case key({kWaw, kLam, kAlif, kYa, kHa}):        // wilaya
    case key({kAlif, kMim, kAlif, kRa, kHa}):       // imara
      return kProvince | kDistrict;
    case key({kAlif, kQaf, kLam, kYa, kMim}):  // iqlim
      return kRegion | kProvince;
    case key({kQaf, kDad, kAlif, kHamza}):              // qada
    case key({kMim, kDal, kYa, kRa, kYa, kHa}):         // mudiriya
    case key({kNun, kAlif, kHah, kYa, kHa}):            // nahiya
    case key({kMim, kAin, kTa, kMim, kDal, kYa, kHa}):  // mutamadiya
      return kDistrict | kTown | kCity | kVillage;
    case key({kMim, kNun, kTah, kQaf, kHa}):  // mintaqa
      return kRegion | kProvince | kDistrict | kTown | kQuarter | kVillage | kSite;
    case key({kHah, kYa}):                    // hayy
    case key({kDad, kAlif, kHah, kYa, kHa}):  // dahiya
      return kQuarter;
    case key({kMim, kKhah, kYa, kMim}):  // mukhayyam
      return kCamp;
    case key({kMim, kAin, kBa, kRa}):    // mabar
    case key({kMim, kNun, kFa, kDhal}):  // manfadh
      return kCrossing;
    case key({kMim, kTah, kAlif, kRa}):  // matar
      return kAirport;
    case key({kQaf, kAlif, kAin, kDal, kHa}):  // qaida
      return kBase;
    case key({kMim, kYa, kNun, kAlif, kHamza}):  // mina
    case key({kMim, kRa, kFa, kAlif}):           // marfa
      return kPort;
    case key({kJim, kBa, kLam}):         // jabal
    case key({kJim, kBa, kAlif, kLam}):  // jibal
      return kMountain;
    case key({kNun, kHa, kRa}):          // nahr
    case key({kWaw, kAlif, kDal, kYa}):  // wadi
      return kRiver;
    case key({kBa, kHah, kRa}):          // bahr
    case key({kKhah, kLam, kYa, kJim}):  // khalij
    case key({kMim, kHah, kYa, kTah}):   // muhit
      return kSea;
    case key({kMim, kDad, kYa, kQaf}):  // madiq
      return kStrait;
    case key({kJim, kZay, kYa, kRa, kHa}):  // jazira
    case key({kJim, kZay, kRa}):            // juzur
      return kIsland | kSite;
    case key({kHah, kQaf, kLam}):  // haql
      return kField;
    default:
      return 0;
  }
}

uint32_t kind_bit(std::string_view kind) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), kind);
  return found == kKindNames.end() ? 0 : uint32_t{1} << (found - kKindNames.begin());
}

std::optional<float> bearing_of(std::basic_string_view<Letter> folded) {
  switch (key_of(folded)) {
    case key({kShin, kMim, kAlif, kLam}):       // shamal
    case key({kShin, kMim, kAlif, kLam, kYa}):  // shamali
      return 0.0F;
    case key({kShin, kRa, kQaf}):       // sharq
    case key({kShin, kRa, kQaf, kYa}):  // sharqi
      return 90.0F;
    case key({kJim, kNun, kWaw, kBa}):       // janub
    case key({kJim, kNun, kWaw, kBa, kYa}):  // janubi
      return 180.0F;
    case key({kGhain, kRa, kBa}):       // gharb
    case key({kGhain, kRa, kBa, kYa}):  // gharbi
      return 270.0F;
    default:
      return std::nullopt;
  }
}

float kilometres_of(std::basic_string_view<Letter> folded) {
  switch (key_of(folded)) {
    case key({kKaf, kYa, kLam, kWaw, kMim, kTa, kRa}):         // kilumitr
    case key({kKaf, kYa, kLam, kWaw, kMim, kTa, kRa, kAlif}):  // in the accusative
    case key({kKaf, kLam, kMim}):                              // shortened
    case key({kKaf, kYa, kLam, kWaw}):
    case key({kKaf, kMim}):
      return 1.0F;
    case key({kMim, kYa, kLam}):  // mil
    case key({kMim, kYa, kLam, kAlif}):
    case key({kAlif, kMim, kYa, kAlif, kLam}):
      return 1.609F;
    case key({kMim, kTa, kRa}):  // mitr
    case key({kMim, kTa, kRa, kAlif}):
    case key({kAlif, kMim, kTa, kAlif, kRa}):
      return 0.001F;
    default:
      // the plural in -at: "kilumitrat"
      if (folded.size() == 9) return kilometres_of(folded.substr(0, 7));
      return 0;
  }
}

bool is_from(std::basic_string_view<Letter> folded) {
  const uint64_t k = key_of(folded);
  return k == key({kMim, kNun}) || k == key({kAin, kNun});  // min, an
}

}  // namespace isnad::arabic_place
