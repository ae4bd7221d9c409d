// Number words add and multiply: groups under a thousand, each closed by its multiplier, joined by "and".
#include "mention/quantity.h"

#include <cmath>
#include <limits>

namespace isnad {
namespace {

using arabic_time::Particle;

constexpr double kThousand = 1000;
constexpr size_t kMostDigits = 15;
constexpr uint32_t kMostGroups = 5;  // of three digits with spaces between

/// Builds one number from left to right.
class QuantityReader {
 public:
  QuantityReader(Lexemes& lexemes, uint32_t t, Reading reading) : lex_(lexemes), reading_(reading) { q_.first = q_.next = t; }

  Quantity run() {
    if (!first(q_.first)) return q_;
    while (!done_ && lex_.inside(q_.next) && more(q_.next)) {
    }
    total_ += group_;
    if (!q_.vague) q_.low = q_.high = total_;
    return q_;
  }

 private:
  bool first(uint32_t t) {
    if (lex_.is_number(t)) return first_digits(t);
    if (lex_.is(t, Particle::minus)) return negative(t + 1);
    const Lexeme l = lex_.at(t);
    if (!l || !lex_.has(l, PayloadKind::number) || lex_.has(l, PayloadKind::given_name)) return false;
    if (const Payload* p = lex_.number(l, NumberKind::vague)) return vague(l, *p);
    if (const Payload* p = lex_.number(l, NumberKind::cardinal)) return first_cardinal(l, *p);
    if (const Payload* p = lex_.number(l, NumberKind::multiplier)) return multiply(l, p->low);
    if (const Payload* p = lex_.number(l, NumberKind::ordinal)) return ordinal(l, *p);
    if (const Payload* p = lex_.number(l, NumberKind::fraction)) return fraction(l, *p);
    return false;
  }

  /// "Minus five".
  bool negative(uint32_t t) {
    if (!lex_.inside(t) || lex_.is(t, Particle::minus) || lex_.clitics(t)) return false;
    const Quantity q = read_quantity(lex_, t, reading_);
    if (!q || q.vague || q.ordinal) return false;
    const uint32_t first = q_.first;
    q_ = q;
    q_.first = first;
    group_ = -q.low;
    done_ = true;
    return true;
  }

  bool first_digits(uint32_t t) {
    const Payload* next = multiplier_at(t + 1);
    double value = value_of_digits(lex_.letters(t), next != nullptr);
    if (value < 0) return false;
    take(t + 1);
    q_.digits = true;
    value = spaced_thousands(t, value);
    if (q_.next == t + 1) value = parted_decimals(t, value);
    group_ = value;
    return true;
  }

  /// "1 234 567": groups of three digits after one to three.
  double spaced_thousands(uint32_t t, double value) {
    uint32_t size = 0;
    if (whole_number(lex_, t, size) <= 0 || size > 3) return value;
    for (uint32_t at = t + 1; at < t + kMostGroups; ++at) {
      const int32_t group = whole_number(lex_, at, size);
      if (group < 0 || size != 3 || !lex_.spaced(at) || lex_.sign(at + 1) != 0) return value;
      value = value * kThousand + group;
      take(at + 1);
    }
    return value;
  }

  /// "88 .4": a point that typesetting has parted from its number.
  double parted_decimals(uint32_t t, double value) {
    uint32_t size = 0;
    if (lex_.sign(t + 1) != '.' || !lex_.spaced(t + 1) || !lex_.inside(t + 2) || lex_.spaced(t + 2)) return value;
    const int32_t part = whole_number(lex_, t + 2, size);
    if (part < 0 || size > 2 || whole_number(lex_, t, size) < 0) return value;
    whole_number(lex_, t + 2, size);
    take(t + 3);
    return value + part / std::pow(10.0, size);
  }

  bool first_cardinal(const Lexeme& l, const Payload& p) {
    if (const Payload* f = lex_.number(l, NumberKind::fraction); f && !l.article && definite_singular(l.next)) return fraction(l, *f);
    if (const Payload* part = p.low >= 2 && p.low < 10 ? parts_at(l.next) : nullptr) {  // "five eighths"
      take(lex_.at(l.next).next);
      group_ = p.low * part->low;
      return q_.fraction = true;
    }
    if (const Payload* m = lex_.number(l, NumberKind::multiplier); m && m->low >= kThousand && (accusative(l) || !annexes(l)))
      return multiply(l, m->low);
    take(l.next);
    if (p.low >= kThousand) return close(p.low, p.low / 2);
    group_ = p.low;
    return true;
  }

  /// The plural of a fraction, or nullptr.
  [[nodiscard]] const Payload* parts_at(uint32_t t) {
    const Lexeme l = lex_.at(t);
    if (!l || l.joined || lex_.clitics(t) || !arabic_time::is_broken_fraction(lex_.letters(t))) return nullptr;
    return lex_.number(l, NumberKind::fraction);
  }

  /// A thousand rather than two, where the writer put tanwin.
  [[nodiscard]] bool accusative(const Lexeme& l) const {
    const Token& k = lex_.token(l.token);
    return ((lex_.text().marks[k.last - 1] | lex_.text().marks[k.last - 2]) & mark::kTanwinFath) != 0;
  }

  /// Whether a dual without its nun has the noun that it needs; else it is one thousand in the accusative.
  [[nodiscard]] bool annexes(const Lexeme& l) {
    if (lex_.letters(l.token).back() != letter::kAlif) return true;
    if (!lex_.is_word(l.next) || lex_.clitics(l.next) || lex_.has_article(l.next)) return false;
    const Upos upos = lex_.main(l.next).features.upos();
    return upos == Upos::noun || upos == Upos::adj || upos == Upos::propn || upos == Upos::x;
  }

  /// "A fifth of the pie", not "five countries".
  [[nodiscard]] bool definite_singular(uint32_t t) const {
    return lex_.has_article(t) && lex_.main(t).features.upos() == Upos::noun && lex_.main(t).features.number() == Number::sing;
  }

  bool ordinal(const Lexeme& l, const Payload& p) {
    take(l.next);
    group_ = p.low;
    q_.ordinal = true;
    return true;
  }

  bool fraction(const Lexeme& l, const Payload& p) {
    if (p.low == 0.01) return false;                                                                    // "per cent" alone
    if (l.next == l.token + 1 && arabic_time::is_broken_fraction(lex_.letters(l.token))) return false;  // "eighths" are prices too
    take(l.next);
    group_ = p.low;
    q_.fraction = true;
    return true;
  }

  bool vague(const Lexeme& l, const Payload& p) {
    take(l.next);
    q_.vague = true;
    q_.low = p.low;
    q_.high = p.high;
    if (const Payload* m = multiplier_at(q_.next); m && m->low > p.high) {
      q_.low *= m->low;
      q_.high = (q_.high + 1) * m->low - 1;
      take(lex_.at(q_.next).next);
    }
    done_ = true;
    return true;
  }

  /// Reads one more part at t; false where the number ends.
  bool more(uint32_t t) {
    uint32_t from = t;
    if (lex_.conjoined(t, from)) return reading_ == Reading::whole && lex_.inside(from) && joined(from);
    if (lex_.is(t, Particle::point)) return decimals(t + 1);
    if (q_.ordinal) return false;
    const Lexeme l = lex_.at(t);
    if (!l) return false;
    if (const Payload* p = lex_.number(l, NumberKind::multiplier)) return multiply(l, p->low);
    return false;
  }

  bool joined(uint32_t t) {
    if (lex_.is_number(t)) return joined_digits(t);
    const Lexeme l = lex_.at(t);
    if (!l) return false;
    if (q_.ordinal) return joined_ordinal(l);
    if (const Payload* p = lex_.number(l, NumberKind::ordinal); p && p->low >= 20 && std::fmod(p->low, 10) == 0 && add(l, p->low))
      return true;  // definite tens
    if (const Payload* p = lex_.number(l, NumberKind::cardinal); p && add(l, p->low)) return true;
    if (const Payload* p = lex_.number(l, NumberKind::multiplier)) {
      if (p->low < kThousand || group_ != 0 || p->low >= scale_) return false;
      return multiply(l, p->low);
    }
    if (const Payload* p = lex_.number(l, NumberKind::fraction)) return joined_fraction(l, *p);
    return false;
  }

  /// "A hundred and twenty-fifth".
  bool joined_ordinal(const Lexeme& l) {
    const Payload* p = lex_.number(l, NumberKind::ordinal);
    if (!p || group_ < 100 || p->low >= 100) return false;
    group_ += p->low;
    take(l.next);
    return true;
  }

  bool joined_digits(uint32_t t) {
    if (group_ != 0 || scale_ > kThousand * kThousand * kThousand * kThousand) return false;
    const Payload* next = multiplier_at(t + 1);
    const double value = value_of_digits(lex_.letters(t), next != nullptr);
    if (value < 0 || value * (next ? next->low : 1) >= scale_) return false;
    group_ = value;
    take(t + 1);
    return true;
  }

  /// Units before tens, anything under a hundred after hundreds, and a fresh group after a multiplier.
  bool add(const Lexeme& l, double v) {
    if (v >= kThousand) {  // two thousand, two million
      if (group_ != 0 || v >= scale_) return false;
      take(l.next);
      return close(v, v / 2);
    }
    const double rest = std::fmod(group_, 100);
    const bool units_and_tens = rest >= 1 && rest < 10 && v >= 20 && v < 100;
    const bool after_hundreds = group_ >= 100 && rest == 0 && v < 100;
    const bool fresh = group_ == 0 && scale_ < std::numeric_limits<double>::infinity() && v > 0;
    if (q_.fraction || q_.vague || !(units_and_tens || after_hundreds || fresh)) return false;
    group_ += v;
    take(l.next);
    return true;
  }

  /// "A million and a half", "a million and a half million", "five and a quarter".
  bool joined_fraction(const Lexeme& l, const Payload& p) {
    if (p.low == 0.01 || q_.fraction || (group_ == 0 && total_ == 0)) return false;
    if (group_ == 0) {
      total_ += p.low * scale_;
      take(l.next);
      if (const Payload* m = multiplier_at(q_.next); m && m->low == scale_) take(lex_.at(q_.next).next);
    } else if (definite_singular(l.next)) {
      return false;  // "five, and a fifth of the ..."
    } else {
      group_ += p.low;
      take(l.next);
      if (const Payload* m = multiplier_at(q_.next)) return multiply(lex_.at(q_.next), m->low);
    }
    done_ = true;
    return true;
  }

  /// "Point three".
  bool decimals(uint32_t t) {
    const Quantity d = read_quantity(lex_, t);
    if (!d || d.low < 0 || d.low >= kThousand || d.scaled || group_ == 0) return false;
    group_ += d.low / (d.low < 10 ? 10 : d.low < 100 ? 100 : 1000);
    take(d.next);
    return true;
  }

  bool multiply(const Lexeme& l, double m) {
    if (m < kThousand) {  // "three hundred" in two words
      if (group_ == 0 && total_ == 0) return take(l.next), group_ = m, true;
      if (group_ < 1 || group_ > 9) return false;
      take(l.next);
      group_ *= m;
      return true;
    }
    if (m > scale_) {  // "a thousand million"
      if (group_ != 0 || l.joined) return false;
      total_ *= m;
    } else if (m == scale_) {
      return false;
    } else {
      total_ += (group_ == 0 ? 1 : group_) * m;
    }
    group_ = 0;
    take(l.next);
    q_.fraction = false;
    return close(0, m);
  }

  bool close(double value, double scale) {
    total_ += value;
    scale_ = scale;
    q_.scaled = true;
    q_.scale = scale;
    return true;
  }

  [[nodiscard]] const Payload* multiplier_at(uint32_t t) {
    const Lexeme l = lex_.at(t);
    if (!l || l.joined) return nullptr;
    const Payload* p = lex_.number(l, NumberKind::multiplier);
    return p && p->low >= kThousand ? p : nullptr;
  }

  void take(uint32_t next) { q_.next = next; }

  Lexemes& lex_;
  Reading reading_;
  Quantity q_;
  double total_ = 0;                                        // closed groups
  double group_ = 0;                                        // the one being read, under a thousand
  double scale_ = std::numeric_limits<double>::infinity();  // of the last closed group
  bool done_ = false;
};

}  // namespace

double value_of_digits(std::basic_string_view<Letter> digits, bool scaled) {
  size_t last_sign = digits.size(), signs = 0, count = 0;
  bool same = true;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      ++count;
      continue;
    }
    same = same && (signs == 0 || digits[last_sign] == digits[i]);
    last_sign = i;
    ++signs;
  }
  if (count > kMostDigits) return -1;
  const size_t after = signs == 0 ? 0 : digits.size() - last_sign - 1;
  bool decimal = signs > 0 && (after != 3 || !same || digits[0] == '0');
  if (signs == 1 && after == 3 && scaled && digits[last_sign] == '.') decimal = true;
  double whole = 0, part = 0, unit = 1;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (!is_digit(digits[i])) continue;
    const double d = digits[i] - '0';
    if (decimal && i > last_sign)
      part = part * 10 + d, unit *= 10;
    else
      whole = whole * 10 + d;
  }
  return whole + part / unit;
}

int32_t whole_number(const Lexemes& lexemes, uint32_t t, uint32_t& size) {
  if (!lexemes.is_number(t)) return -1;
  const auto digits = lexemes.letters(t);
  size = uint32_t(digits.size());
  if (size > 9) return -1;
  int32_t value = 0;
  for (const Letter c : digits) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

Quantity read_quantity(Lexemes& lexemes, uint32_t t, Reading reading) { return QuantityReader(lexemes, t, reading).run(); }

}  // namespace isnad
