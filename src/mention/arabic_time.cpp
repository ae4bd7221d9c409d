// The words, by their keys (text/letter_key.h).
#include "mention/arabic_time.h"

#include "text/letter_key.h"

namespace isnad::arabic_time {

using namespace letter;

Particle particle_of(std::basic_string_view<Letter> folded) {
  if (folded.empty() || folded.size() > kLongestKey) return Particle::none;
  switch (letter_key_of(folded)) {
    case letter_key({kFa, kYa}):
      return Particle::in;
    case letter_key({kMim, kNun}):
      return Particle::of;
    case letter_key({kAlif, kLam, kYa}):
      return Particle::to;
    case letter_key({kAin, kLam, kYa}):
      return Particle::on;
    case letter_key({kHah, kTa, kYa}):
    case letter_key({kGhain, kAlif, kYa, kHa}):
      return Particle::until;
    case letter_key({kBa, kYa, kNun}):
      return Particle::between;
    case letter_key({kMim, kNun, kDhal}):
    case letter_key({kMim, kDhal}):
      return Particle::since;
    case letter_key({kQaf, kBa, kLam}):
    case letter_key({kQaf, kBa, kYa, kLam}):
      return Particle::before;
    case letter_key({kBa, kAin, kDal}):
    case letter_key({kBa, kAin, kYa, kDal}):
      return Particle::after;
    case letter_key({kKhah, kLam, kAlif, kLam}):
    case letter_key({kGhain, kDad, kWaw, kNun}):
    case letter_key({kZah, kRa, kFa}):
      return Particle::during;
    case letter_key({kTah, kWaw, kAlif, kLam}):
    case letter_key({kTah, kYa, kLam, kHa}):
    case letter_key({kMim, kDal, kYa}):
    case letter_key({kMim, kDal, kAlif, kRa}):
      return Particle::throughout;
    case letter_key({kFa, kWaw, kQaf}):
      return Particle::above;
    case letter_key({kDal, kWaw, kNun}):
    case letter_key({kTa, kHah, kTa}):
      return Particle::below;
    case letter_key({kMim, kAlif}):
      return Particle::what;
    case letter_key({kQaf, kRa, kAlif, kRa}):
    case letter_key({kAlif, kLam, kQaf, kRa, kAlif, kRa}):
      return Particle::resolution;
    case letter_key({kHah, kLam, kWaw, kLam}):
      return Particle::by;
    case letter_key({kLam, kAlif}):
      return Particle::no;
    case letter_key({kAlif, kWaw}):
      return Particle::either;
    case letter_key({kWaw}):
      return Particle::conjunction;
    case letter_key({kAlif, kLam}):
      return Particle::article;
    case letter_key({kHa, kDhal, kAlif}):
    case letter_key({kHa, kDhal, kHa}):
      return Particle::this_;
    case letter_key({kDhal, kLam, kKaf}):
    case letter_key({kTa, kLam, kKaf}):
      return Particle::that;
    case letter_key({kNun, kFa, kSin}):
    case letter_key({kDhal, kAlif, kTa}):
      return Particle::same;
    case letter_key({kKaf, kLam}):
      return Particle::every;
    case letter_key({kAlif, kLam, kMim, kWaw, kAlif, kFa, kQaf}):
    case letter_key({kAlif, kLam, kMim, kSad, kAlif, kDal, kFa}):
      return Particle::corresponding;
    case letter_key({kFa, kTa, kRa, kHa}):
    case letter_key({kAlif, kLam, kFa, kTa, kRa, kHa}):
    case letter_key({kMim, kDal, kHa}):
      return Particle::period;
    case letter_key({kAin, kTah, kLam, kHa}):
      return Particle::holiday;
    case letter_key({kBa, kQaf, kYa, kHa}):
    case letter_key({kBa, kAlif, kQaf, kYa}):
      return Particle::rest;
    case letter_key({kAlif, kLam, kQaf, kLam, kYa, kLam, kHa}):
      return Particle::few;
    case letter_key({kAin, kMim, kRa}):
      return Particle::age;
    case letter_key({kAlif, kLam, kTa, kAlif, kLam, kYa}):
    case letter_key({kAlif, kLam, kTa, kAlif, kLam, kYa, kHa}):
    case letter_key({kAlif, kLam, kLam, kAlif, kHah, kQaf}):
    case letter_key({kAlif, kLam, kMim, kWaw, kAlif, kLam, kYa}):
      return Particle::following;
    case letter_key({kRa, kQaf, kMim}):
    case letter_key({kAlif, kLam, kRa, kQaf, kMim}):
      return Particle::label;
    case letter_key({kWaw, kQaf, kTa}):
      return Particle::time;
    case letter_key({kFa, kAlif, kSad, kLam, kHa}):
      return Particle::point;
    case letter_key({kAlif, kQaf, kSad, kAlif, kHa}):
    case letter_key({kAlif, kQaf, kSad, kAlif}):
      return Particle::limit;
    case letter_key({kAlif, kBa, kTa, kDal, kAlif, kHamza}):
    case letter_key({kAlif, kAin, kTa, kBa, kAlif, kRa, kAlif}):
    case letter_key({kBa, kDal, kHamza, kAlif}):
    case letter_key({kAlif, kBa, kTa, kDal, kAlif, kHamza, kAlif}):
      return Particle::starting;
    case letter_key({kGhain, kDal, kAlif, kHa}):
      return Particle::eve;
    case letter_key({kSin, kAlif, kLam, kBa}):
      return Particle::minus;
    default:
      return Particle::none;
  }
}

bool is_itself(std::basic_string_view<Letter> folded) {
  if (folded.empty() || folded.size() > kLongestKey) return false;
  switch (letter_key_of(folded)) {
    case letter_key({kNun, kFa, kSin, kHa}):
    case letter_key({kNun, kFa, kSin, kHa, kAlif}):
    case letter_key({kDhal, kAlif, kTa, kHa}):
    case letter_key({kDhal, kAlif, kTa, kHa, kAlif}):
    case letter_key({kAin, kYa, kNun, kHa}):
    case letter_key({kAin, kYa, kNun, kHa, kAlif}):
      return true;
    default:
      return false;
  }
}

bool is_broken_fraction(std::basic_string_view<Letter> folded) { return folded.size() == 5 && folded[0] == kAlif && folded[3] == kAlif; }

bool is_broad_part(std::basic_string_view<Letter> folded) {
  if (folded.size() > kLongestKey) return false;
  switch (letter_key_of(folded)) {
    case letter_key({kAlif, kWaw, kAlif, kKhah, kRa}):
    case letter_key({kAlif, kWaw, kAlif, kYaHamza, kLam}):
    case letter_key({kAlif, kWaw, kAlif, kSin, kTah}):
      return true;
    default:
      return false;
  }
}

bool is_dual(std::basic_string_view<Letter> folded) {
  const size_t n = folded.size();
  return n > 4 && folded[n - 1] == kNun && folded[n - 2] == kYa;
}

UnitNumber unit_number(std::basic_string_view<Letter> folded) {
  if (folded.size() > 3 && folded[0] == kAlif && folded[1] == kLam)
    folded.remove_prefix(2);
  else if (folded.size() > 3 && folded[0] == kLam && folded[1] != kYa)
    folded.remove_prefix(1);  // what li leaves of the article
  const size_t n = folded.size();
  if (n >= 5 && folded[n - 1] == kNun && (folded[n - 2] == kYa || folded[n - 2] == kAlif)) return UnitNumber::two;
  if (n > kLongestKey) return UnitNumber::many;
  switch (letter_key_of(folded)) {
    case letter_key({kYa, kWaw, kMim}):
    case letter_key({kYa, kWaw, kMim, kAlif}):
    case letter_key({kLam, kYa, kLam, kHa}):
    case letter_key({kAlif, kSin, kBa, kWaw, kAin}):
    case letter_key({kAlif, kSin, kBa, kWaw, kAin, kAlif}):
    case letter_key({kShin, kHa, kRa}):
    case letter_key({kShin, kHa, kRa, kAlif}):
    case letter_key({kSin, kNun, kHa}):
    case letter_key({kAin, kAlif, kMim}):
    case letter_key({kAin, kAlif, kMim, kAlif}):
    case letter_key({kAin, kQaf, kDal}):
    case letter_key({kAin, kQaf, kDal, kAlif}):
    case letter_key({kQaf, kRa, kNun}):
    case letter_key({kQaf, kRa, kNun, kAlif}):
    case letter_key({kSin, kAlif, kAin, kHa}):
    case letter_key({kDal, kQaf, kYa, kQaf, kHa}):
    case letter_key({kTha, kAlif, kNun, kYa, kHa}):
      return UnitNumber::one;
    case letter_key({kYa, kWaw, kMim, kYa}):
    case letter_key({kShin, kHa, kRa, kYa}):
    case letter_key({kAin, kAlif, kMim, kYa}):
    case letter_key({kSin, kNun, kTa, kYa}):
    case letter_key({kAlif, kSin, kBa, kWaw, kAin, kYa}):
    case letter_key({kAin, kQaf, kDal, kYa}):
    case letter_key({kQaf, kRa, kNun, kYa}):
    case letter_key({kSin, kNun, kTa, kAlif}):
    case letter_key({kSin, kAlif, kAin, kTa, kAlif}):
    case letter_key({kSin, kAlif, kAin, kTa, kYa}):
      return UnitNumber::two;
    default:
      return UnitNumber::many;
  }
}

}  // namespace isnad::arabic_time
