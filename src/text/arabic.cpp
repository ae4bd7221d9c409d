// Words that can't begin a dateline, months, and names of Latin letters. Spelled in Buckwalter's transliteration, folded as in letters.h,
// since sources are ASCII.
#include "text/arabic.h"

#include <algorithm>
#include <array>

#include "text/letter_key.h"

namespace isnad {
namespace {

constexpr std::string_view kSigns = "'Abtvj*HxdrzsSDTZEgfqklmnhwy&}$";
constexpr std::array<Letter, kSigns.size()> kLetters{
    letter::kHamza, letter::kAlif, letter::kBa,    letter::kTa,  letter::kTha,      letter::kJim,     letter::kDhal, letter::kHah,
    letter::kKhah,  letter::kDal,  letter::kRa,    letter::kZay, letter::kSin,      letter::kSad,     letter::kDad,  letter::kTah,
    letter::kZah,   letter::kAin,  letter::kGhain, letter::kFa,  letter::kQaf,      letter::kKaf,     letter::kLam,  letter::kMim,
    letter::kNun,   letter::kHa,   letter::kWaw,   letter::kYa,  letter::kWawHamza, letter::kYaHamza, letter::kShin};

constexpr std::string_view kOpeners[] = {
    "qAl",   "qAlt", "qAlwA",  "qAlA",  "yqwl", "tqwl",  "AEln",  "AElnt", "Akd",  "Akdt", "*kr",  "*krt", "AfAd", "AfAdt", "ADAf",
    "ADAft", "k$f",  "k$ft",   "SrH",   "SrHt", "AwDH",  "AwDHt", "$dd",   "$ddt", "H*r",  "H*rt", "dEA",  "dEt",  "AEtbr", "AEtbrt",
    "rAy",   "rAt",  "nql",    "nqlt",  "A$Ar", "A$Art", "TAlb",  "TAlbt", "qtl",  "tm",   "kAn",  "kAnt", "qrr",  "bHv",   "AjtmE",
    "wSl",   "wSlt", "Astqbl", "mn",    "fy",   "Ely",   "Aly",   "En",    "mE",   "bEd",  "qbl",  "kmA",  "lkn",  "vm",    "h*A",
    "h*h",   "AmA",  "Aw",     "An",    "lA",   "ln",    "lm",    "mA",    "hl",   "kl",   "qd",   "lqd",  "swf",  "Hty",   "Ay",
    "*lk",   "tlk",  "kyf",    "lmA*A", "mA*A", "Al*y",  "Alty",  "gyr",   "bsbb", "fymA"};

constexpr std::string_view kMonths[] = {"ynAyr", "fbrAyr", "mArs",   "Abryl",  "mAyw",   "ywnyw",  "ywnyh", "ywlyw",
                                        "ywlyh", "AgsTs",  "sbtmbr", "Aktwbr", "nwfmbr", "dysmbr", "kAnwn", "$bAT",
                                        "A*Ar",  "nysAn",  "AyAr",   "HzyrAn", "tmwz",   "Ab",     "Aylwl", "t$ryn",
                                        "jAnfy", "fyfry",  "Afryl",  "mAy",    "jwAn",   "jwylyh", "Awt"};

constexpr std::string_view kLatinNames[] = {"Ayh", "Ay", "by",    "sy",  "dy",  "Af", "jy",  "At$", "jyh", "jAy",
                                            "kyh", "ky", "Al",    "Am",  "An",  "Aw", "kyw", "Ar",  "As",  "ty",
                                            "yw",  "fy", "dblyw", "Aks", "wAy", "zd", "h",   "A",   "y"};

constexpr uint64_t key_of(std::string_view signs) {
  uint64_t out = 0;
  for (size_t i = 0; i < signs.size(); ++i) out |= uint64_t{kLetters[kSigns.find(signs[i])]} << (8 * i);
  return out;
}

/// The keys (letter_key.h) of the words of a list, in order; none is longer than kLongestKey.
template <size_t N>
constexpr std::array<uint64_t, N> keys_of(const std::string_view (&list)[N]) {
  std::array<uint64_t, N> out{};
  for (size_t i = 0; i < N; ++i) out[i] = key_of(list[i]);
  std::sort(out.begin(), out.end());
  return out;
}

constexpr auto kOpenerKeys = keys_of(kOpeners);
constexpr auto kMonthKeys = keys_of(kMonths);
constexpr auto kLatinKeys = keys_of(kLatinNames);

template <size_t N>
bool is_any(const std::array<uint64_t, N>& keys, std::basic_string_view<Letter> word) {
  return std::binary_search(keys.begin(), keys.end(), letter_key_of(word));
}

}  // namespace

bool opens_clause(std::basic_string_view<Letter> folded) {
  if (is_any(kOpenerKeys, folded)) return true;
  const bool conjunction = folded.size() > 2 && (folded[0] == letter::kWaw || folded[0] == letter::kFa);
  return conjunction && is_any(kOpenerKeys, folded.substr(1));
}

bool is_month(std::basic_string_view<Letter> folded) { return is_any(kMonthKeys, folded); }

bool is_prefixed_title(std::basic_string_view<Letter> exact) {
  using namespace letter;
  if (exact.size() != 2) return false;
  const Letter particle = exact[0], title = exact[1];
  return (particle == kWaw || particle == kFa || particle == kLam || particle == kBa) &&
         (title == kDal || title == kMim || title == kAlifHamzaAbove);
}

bool is_title_letter(std::basic_string_view<Letter> exact) {
  return (exact.size() == 1 && exact[0] == letter::kDal) || (is_prefixed_title(exact) && exact[1] == letter::kDal);
}

bool names_latin_letter(std::basic_string_view<Letter> folded) { return is_any(kLatinKeys, folded); }

}  // namespace isnad
