// Arabic letters and diacritics by name, so that sources stay ASCII.
#pragma once

namespace isnad::arabic::letter {

inline constexpr char32_t kHamza = 0x621, kAlifMadda = 0x622, kAlifHamza = 0x623, kWawHamza = 0x624, kAlifHamzaBelow = 0x625,
                          kYaHamza = 0x626, kAlif = 0x627, kBa = 0x628, kTaMarbuta = 0x629, kTa = 0x62A, kTha = 0x62B, kJim = 0x62C,
                          kHah = 0x62D, kKhah = 0x62E, kDal = 0x62F, kDhal = 0x630, kRa = 0x631, kZay = 0x632, kSin = 0x633, kShin = 0x634,
                          kSad = 0x635, kDad = 0x636, kTah = 0x637, kZah = 0x638, kAin = 0x639, kGhain = 0x63A, kTatweel = 0x640,
                          kFa = 0x641, kQaf = 0x642, kKaf = 0x643, kLam = 0x644, kMim = 0x645, kNun = 0x646, kHa = 0x647, kWaw = 0x648,
                          kAlifMaqsura = 0x649, kYa = 0x64A, kAlifWasla = 0x671;

inline constexpr char32_t kTanwinFath = 0x64B, kTanwinDamm = 0x64C, kTanwinKasr = 0x64D, kFatha = 0x64E, kDamma = 0x64F, kKasra = 0x650,
                          kShadda = 0x651, kSukun = 0x652, kSmallAlif = 0x670;

/// Whether a letter is joined to the one after it.
constexpr bool joins_next(char32_t c) {
  switch (c) {
    case kHamza:
    case kAlifMadda:
    case kAlifHamza:
    case kWawHamza:
    case kAlifHamzaBelow:
    case kAlif:
    case kTaMarbuta:
    case kDal:
    case kDhal:
    case kRa:
    case kZay:
    case kWaw:
    case kAlifMaqsura:
    case kAlifWasla:
      return false;
    default:
      return true;
  }
}

constexpr bool is_hamza(char32_t c) { return c == kHamza || c == kAlifHamza || c == kWawHamza || c == kAlifHamzaBelow || c == kYaHamza; }

}  // namespace isnad::arabic::letter
