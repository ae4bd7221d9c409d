// The words, by their keys (text/letter_key.h).
#include "entity/arabic_place_words.h"

#include <algorithm>
#include <array>

#include "text/letter_key.h"

namespace isnad::arabic_place {
namespace {

using namespace letter;

constexpr std::array<std::string_view, 19> kKindNames{"city", "town",     "village", "district", "province", "region",   "quarter",
                                                      "camp", "crossing", "airport", "base",     "port",     "mountain", "river",
                                                      "sea",  "strait",   "site",    "field",    "island"};

}  // namespace

uint32_t kinds_after(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kMim, kDal, kYa, kNun, kHa}):  // madina
      return kCity | kTown;
    case letter_key({kBa, kLam, kDal, kHa}):  // balda
      return kTown | kVillage | kCity;
    case letter_key({kQaf, kRa, kYa, kHa}):  // qarya
      return kVillage | kTown;
    case letter_key({kMim, kHah, kAlif, kFa, kZah, kHa}):  // muhafaza
    case letter_key({kWaw, kLam, kAlif, kYa, kHa}):        // wilaya
    case letter_key({kAlif, kMim, kAlif, kRa, kHa}):       // imara
      return kProvince | kDistrict;
    case letter_key({kAlif, kQaf, kLam, kYa, kMim}):  // iqlim
      return kRegion | kProvince;
    case letter_key({kQaf, kDad, kAlif, kHamza}):              // qada
    case letter_key({kMim, kDal, kYa, kRa, kYa, kHa}):         // mudiriya
    case letter_key({kNun, kAlif, kHah, kYa, kHa}):            // nahiya
    case letter_key({kMim, kAin, kTa, kMim, kDal, kYa, kHa}):  // mutamadiya
      return kDistrict | kTown | kCity | kVillage;
    case letter_key({kMim, kNun, kTah, kQaf, kHa}):  // mintaqa
      return kRegion | kProvince | kDistrict | kTown | kQuarter | kVillage | kSite;
    case letter_key({kHah, kYa}):                    // hayy
    case letter_key({kDad, kAlif, kHah, kYa, kHa}):  // dahiya
      return kQuarter;
    case letter_key({kMim, kKhah, kYa, kMim}):  // mukhayyam
      return kCamp;
    case letter_key({kMim, kAin, kBa, kRa}):    // mabar
    case letter_key({kMim, kNun, kFa, kDhal}):  // manfadh
      return kCrossing;
    case letter_key({kMim, kTah, kAlif, kRa}):  // matar
      return kAirport;
    case letter_key({kQaf, kAlif, kAin, kDal, kHa}):  // qaida
      return kBase;
    case letter_key({kMim, kYa, kNun, kAlif, kHamza}):  // mina
    case letter_key({kMim, kRa, kFa, kAlif}):           // marfa
      return kPort;
    case letter_key({kJim, kBa, kLam}):         // jabal
    case letter_key({kJim, kBa, kAlif, kLam}):  // jibal
      return kMountain;
    case letter_key({kNun, kHa, kRa}):          // nahr
    case letter_key({kWaw, kAlif, kDal, kYa}):  // wadi
      return kRiver;
    case letter_key({kBa, kHah, kRa}):          // bahr
    case letter_key({kKhah, kLam, kYa, kJim}):  // khalij
    case letter_key({kMim, kHah, kYa, kTah}):   // muhit
      return kSea;
    case letter_key({kMim, kDad, kYa, kQaf}):  // madiq
      return kStrait;
    case letter_key({kJim, kZay, kYa, kRa, kHa}):  // jazira
    case letter_key({kJim, kZay, kRa}):            // juzur
      return kIsland | kSite;
    case letter_key({kHah, kQaf, kLam}):  // haql
      return kField;
    default:
      return 0;
  }
}

uint32_t kinds_after_plural(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kMim, kHah, kAlif, kFa, kZah, kAlif, kTa}):  // muhafazat
    case letter_key({kMim, kHah, kAlif, kFa, kZah, kTa, kYa}):    // muhafazatay
    case letter_key({kMim, kHah, kAlif, kFa, kZah, kTa, kAlif}):  // muhafazata
    case letter_key({kWaw, kLam, kAlif, kYa, kAlif, kTa}):        // wilayat
    case letter_key({kWaw, kLam, kAlif, kYa, kTa, kYa}):          // wilayatay
      return kProvince | kDistrict;
    case letter_key({kMim, kNun, kAlif, kTah, kQaf}):       // manatiq
    case letter_key({kMim, kNun, kTah, kQaf, kTa, kYa}):    // mintaqatay
    case letter_key({kMim, kNun, kTah, kQaf, kTa, kAlif}):  // mintaqata
      return kRegion | kProvince | kDistrict;
    case letter_key({kMim, kDal, kNun}):                   // mudun
    case letter_key({kMim, kDal, kYa, kNun, kTa, kYa}):    // madinatay
    case letter_key({kMim, kDal, kYa, kNun, kTa, kAlif}):  // madinata
      return kCity | kTown;
    case letter_key({kBa, kLam, kDal, kAlif, kTa}):  // baldat
    case letter_key({kBa, kLam, kDal, kTa, kYa}):    // baldatay
      return kTown | kVillage | kCity;
    case letter_key({kMim, kDal, kYa, kRa, kYa, kAlif, kTa}):  // mudiriyat
    case letter_key({kMim, kDal, kYa, kRa, kYa, kTa, kYa}):    // mudiriyatay
      return kDistrict | kTown | kCity | kVillage;
    default:
      return 0;
  }
}

bool is_form_of_state(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kMim, kMim, kLam, kKaf, kHa}):           // mamlaka
    case letter_key({kSin, kLam, kTah, kNun, kHa}):           // saltana
    case letter_key({kJim, kMim, kHa, kWaw, kRa, kYa, kHa}):  // jumhuriya
    case letter_key({kAlif, kMim, kAlif, kRa, kHa}):          // imara
      return true;
    default:
      return false;
  }
}

uint32_t kind_bit(std::string_view kind) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), kind);
  return found == kKindNames.end() ? 0 : uint32_t{1} << (found - kKindNames.begin());
}

std::optional<float> bearing_of(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kShin, kMim, kAlif, kLam}):       // shamal
    case letter_key({kShin, kMim, kAlif, kLam, kYa}):  // shamali
      return 0.0F;
    case letter_key({kShin, kRa, kQaf}):       // sharq
    case letter_key({kShin, kRa, kQaf, kYa}):  // sharqi
      return 90.0F;
    case letter_key({kJim, kNun, kWaw, kBa}):       // janub
    case letter_key({kJim, kNun, kWaw, kBa, kYa}):  // janubi
      return 180.0F;
    case letter_key({kGhain, kRa, kBa}):       // gharb
    case letter_key({kGhain, kRa, kBa, kYa}):  // gharbi
      return 270.0F;
    default:
      return std::nullopt;
  }
}

float kilometres_of(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kKaf, kYa, kLam, kWaw, kMim, kTa, kRa}):         // kilumitr
    case letter_key({kKaf, kYa, kLam, kWaw, kMim, kTa, kRa, kAlif}):  // in the accusative
    case letter_key({kKaf, kLam, kMim}):                              // shortened
    case letter_key({kKaf, kYa, kLam, kWaw}):
    case letter_key({kKaf, kMim}):
      return 1.0F;
    case letter_key({kMim, kYa, kLam}):  // mil
    case letter_key({kMim, kYa, kLam, kAlif}):
    case letter_key({kAlif, kMim, kYa, kAlif, kLam}):
      return 1.609F;
    case letter_key({kMim, kTa, kRa}):  // mitr
    case letter_key({kMim, kTa, kRa, kAlif}):
    case letter_key({kAlif, kMim, kTa, kAlif, kRa}):
      return 0.001F;
    default:
      // the plural in -at: "kilumitrat"
      if (folded.size() == 9) return kilometres_of(folded.substr(0, 7));
      return 0;
  }
}

bool is_from(std::basic_string_view<Letter> folded) {
  const uint64_t k = letter_key_of(folded);
  return k == letter_key({kMim, kNun}) || k == letter_key({kAin, kNun});  // min, an
}

}  // namespace isnad::arabic_place
