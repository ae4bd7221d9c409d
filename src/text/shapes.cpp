// Shapes of numbers, Latin words, addresses and tags. All are linear: what a shape scans in vain is bounded.
#include "text/shapes.h"

namespace isnad {
namespace {

constexpr size_t kLongestMailbox = 64;  // RFC 5321, 4.5.3.1
constexpr size_t kLongestHost = 255;

bool latin_or_digit(Letter c) { return is_latin(c) || is_digit(c); }
bool is(Letters s, size_t at, Letter c) { return at < s.size() && s[at] == c; }
bool latin_at(Letters s, size_t at) { return at < s.size() && is_latin(s[at]); }
bool digit_at(Letters s, size_t at) { return at < s.size() && is_digit(s[at]); }
bool parts_digits(Letter c) { return c == '.' || c == ','; }

bool starts_with(Letters s, size_t at, std::string_view ascii) {
  if (s.size() - at < ascii.size()) return false;
  for (size_t i = 0; i < ascii.size(); ++i)
    if (s[at + i] != static_cast<Letter>(ascii[i])) return false;
  return true;
}

size_t url_prefix(Letters s, size_t at) {
  if (s[at] != 'h' && s[at] != 'w' && s[at] != 'f') return 0;
  for (const std::string_view prefix : {"http://", "https://", "www.", "ftp://"})
    if (starts_with(s, at, prefix)) return prefix.size();
  return 0;
}

bool url_letter(Letter c) {
  constexpr std::string_view kSigns = "-._~:/?#[]@!$&*+=%";
  return latin_or_digit(c) || kSigns.find(static_cast<char>(c)) != std::string_view::npos;
}

// Arabic letters belong to an address only in its path, where a sign stands before the word.
size_t address_end(Letters s, size_t at) {
  bool in_path = false;
  for (; at < s.size(); ++at) {
    if (is_arabic(s[at])) {
      if (!in_path || latin_or_digit(s[at - 1])) return at;
    } else if (!url_letter(s[at])) {
      return at;
    }
    in_path = in_path || s[at] == '/';
  }
  return at;
}

size_t without_final_signs(Letters s, size_t begin, size_t end) {
  while (end > begin && !latin_or_digit(s[end - 1]) && !is_arabic(s[end - 1]) && s[end - 1] != '/' && s[end - 1] != '=') --end;
  return end;
}

bool inside_latin(Letters s, size_t at) {  // does the sign here join two parts of a Latin word?
  if (at >= s.size()) return false;
  switch (s[at]) {
    case '\'':
    case '&':
    case '_':
    case letter::kCloseQuote:
      return latin_at(s, at + 1);
    case '-':
      return latin_at(s, at + 1) || digit_at(s, at + 1);
    case '.':
      return is_digit(s[at - 1]) && digit_at(s, at + 1);
    default:
      return false;
  }
}

size_t label_end(Letters s, size_t at) {
  do {
    at = run_end(s, at + 1, latin_or_digit);
  } while (inside_latin(s, at));
  return at;
}

bool is_tag_letter(Letter c) { return is_arabic(c) || latin_or_digit(c) || c == '_'; }

}  // namespace

DigitChain digit_chain(Letters s, size_t at) {
  size_t end = run_end(s, at, is_digit);
  const size_t first = end - at;
  size_t parts = 0, odd = 0, last_size = 0;  // odd: groups after the first that are not of three digits
  bool same_sign = true, same_before_last = true;
  Letter sign = 0;
  while (end + 1 < s.size() && parts_digits(s[end]) && is_digit(s[end + 1])) {
    same_before_last = same_sign;
    same_sign = same_sign && (sign == 0 || s[end] == sign);
    if (sign == 0) sign = s[end];
    const size_t next = run_end(s, end + 1, is_digit);
    last_size = next - end - 1;
    odd += last_size != 3;
    ++parts;
    end = next;
  }
  if (parts == 0) return {end, true};
  const bool decimal_comma = first <= 3 && last_size > 4;  // 0,23456: too long for a year or for thousands
  if (parts == 1) return {end, sign == '.' || last_size <= 2 || (last_size == 3 && first <= 3) || decimal_comma};
  const bool decimals = (!same_sign || last_size == 2) && same_before_last;  // 1,200,000.50 or 1,200,50 after a comma of either script
  const bool thousands = decimals ? odd == (last_size != 3) : odd == 0 && same_sign;
  return {end, first <= 3 && thousands};
}

LatinRun latin_run(Letters s, size_t at) {
  size_t end = label_end(s, at);
  bool initials = end == at + 1;
  size_t labels = 1;
  while (is(s, end, '.') && latin_at(s, end + 1)) {
    const size_t begin = end + 1;
    end = label_end(s, begin);
    initials = initials && end == begin + 1;
    ++labels;
  }
  if (labels > 1 && initials && is(s, end, '.') && !is(s, end + 1, '.')) ++end;
  return {end, labels > 1 && !initials};
}

size_t url_end(Letters s, size_t at) {
  const size_t prefix = url_prefix(s, at);
  if (prefix == 0) return at;
  const size_t end = without_final_signs(s, at + prefix, address_end(s, at + prefix));
  return end > at + prefix ? end : at;
}

size_t email_end(Letters s, size_t at) {
  const auto mailbox = [](Letter c) { return latin_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%'; };
  const auto host = [](Letter c) { return latin_or_digit(c) || c == '.' || c == '-'; };
  const size_t sign = run_end(s.substr(0, at + kLongestMailbox), at, mailbox);
  if (!is(s, sign, '@')) return at;
  const Letters near = s.substr(0, sign + kLongestHost);
  const size_t end = without_final_signs(s, sign + 1, run_end(near, sign + 1, host));
  return near.substr(0, end).find('.', sign + 1) == Letters::npos ? at : end;
}

size_t hashtag_end(Letters s, size_t at) {
  const size_t end = run_end(s, at + 1, is_tag_letter);
  const size_t digits = run_end(s, at + 1, [](Letter c) { return is_digit(c) || c == '_'; });
  return digits == end ? at : end;
}

size_t handle_end(Letters s, size_t at) {
  const size_t end = run_end(s, at + 1, [](Letter c) { return latin_or_digit(c) || c == '_'; });
  const size_t digits = run_end(s, at + 1, [](Letter c) { return is_digit(c) || c == '_'; });
  return digits == end ? at : end;
}

}  // namespace isnad
