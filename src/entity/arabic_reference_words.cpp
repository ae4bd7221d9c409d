// The words, by their keys (text/letter_key.h).
#include "entity/arabic_reference_words.h"

#include "text/letter_key.h"

namespace isnad::arabic_reference {

using namespace letter;

Two two_of(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kBa, kLam, kDal, kAlif, kNun}):              // baladan
    case letter_key({kBa, kLam, kDal, kYa, kNun}):                // baladayn
    case letter_key({kDal, kWaw, kLam, kTa, kAlif, kNun}):        // dawlatan
    case letter_key({kDal, kWaw, kLam, kTa, kYa, kNun}):          // dawlatayn
    case letter_key({kHah, kKaf, kWaw, kMim, kTa, kAlif, kNun}):  // hukumatan
    case letter_key({kHah, kKaf, kWaw, kMim, kTa, kYa, kNun}):    // hukumatayn
      return Two::states;
    case letter_key({kTah, kRa, kFa, kAlif, kNun}):          // tarafan
    case letter_key({kTah, kRa, kFa, kYa, kNun}):            // tarafayn
    case letter_key({kJim, kAlif, kNun, kBa, kAlif, kNun}):  // janiban
    case letter_key({kJim, kAlif, kNun, kBa, kYa, kNun}):    // janibayn
      return Two::sides;
    default:
      return Two::none;
  }
}

bool is_country(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kBa, kLam, kAlif, kDal}):  // bilad
    case letter_key({kBa, kLam, kDal}):         // balad
    case letter_key({kDal, kWaw, kLam, kTa}):   // dawlat-
    case letter_key({kDal, kWaw, kLam, kHa}):   // dawla
      return true;
    default:
      return false;
  }
}

bool is_counterpart(std::basic_string_view<Letter> folded) {
  const uint64_t k = letter_key_of(folded);
  return k == letter_key({kNun, kZah, kYa, kRa}) || k == letter_key({kNun, kZah, kYa, kRa, kHa}) ||  // nazir, nazira
         k == letter_key({kNun, kZah, kYa, kRa, kTa});                                               // nazirat-
}

bool is_honorific(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kSin, kMim, kWaw}):              // sumuww
    case letter_key({kJim, kLam, kAlif, kLam, kHa}):  // jalala
    case letter_key({kFa, kKhah, kAlif, kMim, kHa}):  // fakhama
    case letter_key({kMim, kAin, kAlif, kLam, kYa}):  // ma'ali
    case letter_key({kSin, kMim, kAlif, kHah, kHa}):  // samaha
    case letter_key({kSin, kAin, kAlif, kDal, kHa}):  // sa'ada
      return true;
    default:
      return false;
  }
}

bool is_other(std::basic_string_view<Letter> folded) {
  switch (letter_key_of(folded)) {
    case letter_key({kAlif, kKhah, kRa}):              // akhar
    case letter_key({kAlif, kKhah, kRa, kYa}):         // ukhra
    case letter_key({kAlif, kKhah, kRa, kWaw, kNun}):  // akharun
    case letter_key({kAlif, kKhah, kRa, kYa, kNun}):   // akharin
      return true;
    default:
      return false;
  }
}

bool is_mentioned(std::basic_string_view<Letter> folded) {
  const uint64_t k = letter_key_of(folded);
  return k == letter_key({kMim, kDhal, kKaf, kWaw, kRa}) || k == letter_key({kMim, kDhal, kKaf, kWaw, kRa, kHa});  // madhkur, -a
}

}  // namespace isnad::arabic_reference
