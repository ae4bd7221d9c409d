// The words, by their keys (text/letter_key.h).
#include "mention/arabic_time.h"

#include "text/letter_key.h"

namespace isnad::arabic_time {

using namespace letter;

namespace {

constexpr LetterTable<Particle, 256> kParticles{
    {letter_key({kFa, kYa}), Particle::in},
    {letter_key({kMim, kNun}), Particle::of},
    {letter_key({kAlif, kLam, kYa}), Particle::to},
    {letter_key({kAin, kLam, kYa}), Particle::on},
    {letter_key({kHah, kTa, kYa}), Particle::until},
    {letter_key({kGhain, kAlif, kYa, kHa}), Particle::until},
    {letter_key({kBa, kYa, kNun}), Particle::between},
    {letter_key({kMim, kNun, kDhal}), Particle::since},
    {letter_key({kMim, kDhal}), Particle::since},
    {letter_key({kQaf, kBa, kLam}), Particle::before},
    {letter_key({kQaf, kBa, kYa, kLam}), Particle::before},
    {letter_key({kBa, kAin, kDal}), Particle::after},
    {letter_key({kBa, kAin, kYa, kDal}), Particle::after},
    {letter_key({kKhah, kLam, kAlif, kLam}), Particle::during},
    {letter_key({kGhain, kDad, kWaw, kNun}), Particle::during},
    {letter_key({kZah, kRa, kFa}), Particle::during},
    {letter_key({kTah, kWaw, kAlif, kLam}), Particle::throughout},
    {letter_key({kTah, kYa, kLam, kHa}), Particle::throughout},
    {letter_key({kMim, kDal, kYa}), Particle::throughout},
    {letter_key({kMim, kDal, kAlif, kRa}), Particle::throughout},
    {letter_key({kFa, kWaw, kQaf}), Particle::above},
    {letter_key({kDal, kWaw, kNun}), Particle::below},
    {letter_key({kTa, kHah, kTa}), Particle::below},
    {letter_key({kMim, kAlif}), Particle::what},
    {letter_key({kQaf, kRa, kAlif, kRa}), Particle::resolution},
    {letter_key({kAlif, kLam, kQaf, kRa, kAlif, kRa}), Particle::resolution},
    {letter_key({kHah, kLam, kWaw, kLam}), Particle::by},
    {letter_key({kLam, kAlif}), Particle::no},
    {letter_key({kAlif, kWaw}), Particle::either},
    {letter_key({kWaw}), Particle::conjunction},
    {letter_key({kAlif, kLam}), Particle::article},
    {letter_key({kHa, kDhal, kAlif}), Particle::this_},
    {letter_key({kHa, kDhal, kHa}), Particle::this_},
    {letter_key({kDhal, kLam, kKaf}), Particle::that},
    {letter_key({kTa, kLam, kKaf}), Particle::that},
    {letter_key({kNun, kFa, kSin}), Particle::same},
    {letter_key({kDhal, kAlif, kTa}), Particle::same},
    {letter_key({kKaf, kLam}), Particle::every},
    {letter_key({kAlif, kLam, kMim, kWaw, kAlif, kFa, kQaf}), Particle::corresponding},
    {letter_key({kAlif, kLam, kMim, kSad, kAlif, kDal, kFa}), Particle::corresponding},
    {letter_key({kFa, kTa, kRa, kHa}), Particle::period},
    {letter_key({kAlif, kLam, kFa, kTa, kRa, kHa}), Particle::period},
    {letter_key({kMim, kDal, kHa}), Particle::period},
    {letter_key({kAin, kTah, kLam, kHa}), Particle::holiday},
    {letter_key({kBa, kQaf, kYa, kHa}), Particle::rest},
    {letter_key({kBa, kAlif, kQaf, kYa}), Particle::rest},
    {letter_key({kAlif, kLam, kQaf, kLam, kYa, kLam, kHa}), Particle::few},
    {letter_key({kAin, kMim, kRa}), Particle::age},
    {letter_key({kAlif, kLam, kTa, kAlif, kLam, kYa}), Particle::following},
    {letter_key({kAlif, kLam, kTa, kAlif, kLam, kYa, kHa}), Particle::following},
    {letter_key({kAlif, kLam, kLam, kAlif, kHah, kQaf}), Particle::following},
    {letter_key({kAlif, kLam, kMim, kWaw, kAlif, kLam, kYa}), Particle::following},
    {letter_key({kRa, kQaf, kMim}), Particle::label},
    {letter_key({kAlif, kLam, kRa, kQaf, kMim}), Particle::label},
    {letter_key({kWaw, kQaf, kTa}), Particle::time},
    {letter_key({kFa, kAlif, kSad, kLam, kHa}), Particle::point},
    {letter_key({kAlif, kQaf, kSad, kAlif, kHa}), Particle::limit},
    {letter_key({kAlif, kQaf, kSad, kAlif}), Particle::limit},
    {letter_key({kAlif, kBa, kTa, kDal, kAlif, kHamza}), Particle::starting},
    {letter_key({kAlif, kAin, kTa, kBa, kAlif, kRa, kAlif}), Particle::starting},
    {letter_key({kBa, kDal, kHamza, kAlif}), Particle::starting},
    {letter_key({kAlif, kBa, kTa, kDal, kAlif, kHamza, kAlif}), Particle::starting},
    {letter_key({kGhain, kDal, kAlif, kHa}), Particle::eve},
    {letter_key({kSin, kAlif, kLam, kBa}), Particle::minus},
};

}  // namespace

Particle particle_of(std::basic_string_view<Letter> folded) { return kParticles[letter_key_of(folded)]; }

bool is_itself(std::basic_string_view<Letter> folded) {
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
