// Words as keys: up to eight letters packed into one integer, so that a switch finds them.
#include "mention/arabic_time.h"

#include <initializer_list>

namespace isnad::arabic_time {
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
  uint64_t out = 0;
  for (size_t i = 0; i < folded.size(); ++i) out |= uint64_t{folded[i]} << (8 * i);
  return out;
}

}  // namespace

Particle particle_of(std::basic_string_view<Letter> folded) {
  if (folded.empty() || folded.size() > kLongestKey) return Particle::none;
  switch (key_of(folded)) {
    case key({kFa, kYa}):
      return Particle::in;
    case key({kMim, kNun}):
      return Particle::of;
    case key({kAlif, kLam, kYa}):
      return Particle::to;
    case key({kAin, kLam, kYa}):
      return Particle::on;
    case key({kHah, kTa, kYa}):
    case key({kGhain, kAlif, kYa, kHa}):
      return Particle::until;
    case key({kBa, kYa, kNun}):
      return Particle::between;
    case key({kMim, kNun, kDhal}):
    case key({kMim, kDhal}):
      return Particle::since;
    case key({kQaf, kBa, kLam}):
    case key({kQaf, kBa, kYa, kLam}):
      return Particle::before;
    case key({kBa, kAin, kDal}):
    case key({kBa, kAin, kYa, kDal}):
      return Particle::after;
    case key({kKhah, kLam, kAlif, kLam}):
    case key({kGhain, kDad, kWaw, kNun}):
    case key({kZah, kRa, kFa}):
      return Particle::during;
    case key({kTah, kWaw, kAlif, kLam}):
    case key({kTah, kYa, kLam, kHa}):
    case key({kMim, kDal, kYa}):
    case key({kMim, kDal, kAlif, kRa}):
      return Particle::throughout;
    case key({kFa, kWaw, kQaf}):
      return Particle::above;
    case key({kDal, kWaw, kNun}):
    case key({kTa, kHah, kTa}):
      return Particle::below;
    case key({kMim, kAlif}):
      return Particle::what;
    case key({kQaf, kRa, kAlif, kRa}):
    case key({kAlif, kLam, kQaf, kRa, kAlif, kRa}):
      return Particle::resolution;
    case key({kHah, kLam, kWaw, kLam}):
      return Particle::by;
    case key({kLam, kAlif}):
      return Particle::no;
    case key({kAlif, kWaw}):
      return Particle::either;
    case key({kWaw}):
      return Particle::conjunction;
    case key({kAlif, kLam}):
      return Particle::article;
    case key({kHa, kDhal, kAlif}):
    case key({kHa, kDhal, kHa}):
      return Particle::this_;
    case key({kDhal, kLam, kKaf}):
    case key({kTa, kLam, kKaf}):
      return Particle::that;
    case key({kNun, kFa, kSin}):
    case key({kDhal, kAlif, kTa}):
      return Particle::same;
    case key({kKaf, kLam}):
      return Particle::every;
    case key({kAlif, kLam, kMim, kWaw, kAlif, kFa, kQaf}):
    case key({kAlif, kLam, kMim, kSad, kAlif, kDal, kFa}):
      return Particle::corresponding;
    case key({kFa, kTa, kRa, kHa}):
    case key({kAlif, kLam, kFa, kTa, kRa, kHa}):
    case key({kMim, kDal, kHa}):
      return Particle::period;
    case key({kAin, kTah, kLam, kHa}):
      return Particle::holiday;
    case key({kBa, kQaf, kYa, kHa}):
    case key({kBa, kAlif, kQaf, kYa}):
      return Particle::rest;
    case key({kAlif, kLam, kQaf, kLam, kYa, kLam, kHa}):
      return Particle::few;
    case key({kAin, kMim, kRa}):
      return Particle::age;
    case key({kAlif, kLam, kTa, kAlif, kLam, kYa}):
    case key({kAlif, kLam, kTa, kAlif, kLam, kYa, kHa}):
    case key({kAlif, kLam, kLam, kAlif, kHah, kQaf}):
    case key({kAlif, kLam, kMim, kWaw, kAlif, kLam, kYa}):
      return Particle::following;
    case key({kRa, kQaf, kMim}):
    case key({kAlif, kLam, kRa, kQaf, kMim}):
      return Particle::label;
    case key({kWaw, kQaf, kTa}):
      return Particle::time;
    case key({kFa, kAlif, kSad, kLam, kHa}):
      return Particle::point;
    case key({kAlif, kQaf, kSad, kAlif, kHa}):
    case key({kAlif, kQaf, kSad, kAlif}):
      return Particle::limit;
    case key({kAlif, kBa, kTa, kDal, kAlif, kHamza}):
    case key({kAlif, kAin, kTa, kBa, kAlif, kRa, kAlif}):
    case key({kBa, kDal, kHamza, kAlif}):
    case key({kAlif, kBa, kTa, kDal, kAlif, kHamza, kAlif}):
      return Particle::starting;
    case key({kGhain, kDal, kAlif, kHa}):
      return Particle::eve;
    case key({kSin, kAlif, kLam, kBa}):
      return Particle::minus;
    default:
      return Particle::none;
  }
}

bool is_itself(std::basic_string_view<Letter> folded) {
  if (folded.empty() || folded.size() > kLongestKey) return false;
  switch (key_of(folded)) {
    case key({kNun, kFa, kSin, kHa}):
    case key({kNun, kFa, kSin, kHa, kAlif}):
    case key({kDhal, kAlif, kTa, kHa}):
    case key({kDhal, kAlif, kTa, kHa, kAlif}):
    case key({kAin, kYa, kNun, kHa}):
    case key({kAin, kYa, kNun, kHa, kAlif}):
      return true;
    default:
      return false;
  }
}

bool is_broken_fraction(std::basic_string_view<Letter> folded) { return folded.size() == 5 && folded[0] == kAlif && folded[3] == kAlif; }

bool is_broad_part(std::basic_string_view<Letter> folded) {
  if (folded.size() > kLongestKey) return false;
  switch (key_of(folded)) {
    case key({kAlif, kWaw, kAlif, kKhah, kRa}):
    case key({kAlif, kWaw, kAlif, kYaHamza, kLam}):
    case key({kAlif, kWaw, kAlif, kSin, kTah}):
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
  switch (key_of(folded)) {
    case key({kYa, kWaw, kMim}):
    case key({kYa, kWaw, kMim, kAlif}):
    case key({kLam, kYa, kLam, kHa}):
    case key({kAlif, kSin, kBa, kWaw, kAin}):
    case key({kAlif, kSin, kBa, kWaw, kAin, kAlif}):
    case key({kShin, kHa, kRa}):
    case key({kShin, kHa, kRa, kAlif}):
    case key({kSin, kNun, kHa}):
    case key({kAin, kAlif, kMim}):
    case key({kAin, kAlif, kMim, kAlif}):
    case key({kAin, kQaf, kDal}):
    case key({kAin, kQaf, kDal, kAlif}):
    case key({kQaf, kRa, kNun}):
    case key({kQaf, kRa, kNun, kAlif}):
    case key({kSin, kAlif, kAin, kHa}):
    case key({kDal, kQaf, kYa, kQaf, kHa}):
    case key({kTha, kAlif, kNun, kYa, kHa}):
      return UnitNumber::one;
    case key({kYa, kWaw, kMim, kYa}):
    case key({kShin, kHa, kRa, kYa}):
    case key({kAin, kAlif, kMim, kYa}):
    case key({kSin, kNun, kTa, kYa}):
    case key({kAlif, kSin, kBa, kWaw, kAin, kYa}):
    case key({kAin, kQaf, kDal, kYa}):
    case key({kQaf, kRa, kNun, kYa}):
    case key({kSin, kNun, kTa, kAlif}):
    case key({kSin, kAlif, kAin, kTa, kAlif}):
    case key({kSin, kAlif, kAin, kTa, kYa}):
      return UnitNumber::two;
    default:
      return UnitNumber::many;
  }
}

}  // namespace isnad::arabic_time
