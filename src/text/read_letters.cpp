// Letters with a map back to the bytes: the first phase of read_text, and the only one that decodes UTF-8.
#include <array>

#include "base/utf8.h"
#include "text/fold_table.h"
#include "text/phases.h"

namespace isnad {
namespace {

constexpr auto kFolded = [] {
  std::array<Letter, 256> table{};
  for (size_t c = 0; c < 256; ++c) table[c] = fold(static_cast<Letter>(c));
  return table;
}();

// Grows all four arrays to hold any text of that many bytes: no code point gives more than four letters for three bytes.
void make_room(size_t bytes, Text& out) {
  const size_t most = bytes + bytes / 3 + 8;
  out.letters.resize(most);
  out.folded.resize(most);
  out.marks.resize(most);
  out.origin.resize(most + 1);
}

// Writes into arrays that are already large enough.
class Writer {
 public:
  explicit Writer(Text& out)
      : letters_(out.letters.data()), folded_(out.folded.data()), marks_(out.marks.data()), origin_(out.origin.data()) {}

  void put(Letter c, size_t at) {
    letters_[size_] = c;
    folded_[size_] = kFolded[c];
    marks_[size_] = 0;
    origin_[size_] = static_cast<uint32_t>(at);
    ++size_;
  }
  void mark(uint8_t bits) {
    if (size_ > 0) marks_[size_ - 1] |= bits;
  }
  void change_last(Letter c) {
    letters_[size_ - 1] = c;
    folded_[size_ - 1] = kFolded[c];
  }
  void drop(size_t letters) { size_ -= letters; }
  void end_at(size_t at) { origin_[size_] = static_cast<uint32_t>(at); }
  [[nodiscard]] Letter last() const { return size_ == 0 ? letter::kNewline : letters_[size_ - 1]; }
  [[nodiscard]] size_t size() const { return size_; }

 private:
  Letter* letters_;
  Letter* folded_;
  uint8_t* marks_;
  uint32_t* origin_;
  size_t size_ = 0;
};

// A quotation mark as HTML spells it, without its ampersand as some archives have it.
struct SpelledQuote {
  std::string_view name;
  Letter letter;
};
constexpr std::array<SpelledQuote, 10> kSpelledQuotes{{{"#171", letter::kOpenQuote},
                                                       {"#187", letter::kCloseQuote},
                                                       {"#8220", letter::kOpenQuote},
                                                       {"#8221", letter::kCloseQuote},
                                                       {"#34", '"'},
                                                       {"quot", '"'},
                                                       {"laquo", letter::kOpenQuote},
                                                       {"raquo", letter::kCloseQuote},
                                                       {"ldquo", letter::kOpenQuote},
                                                       {"rdquo", letter::kCloseQuote}}};

// The mark that a semicolon at this byte ends, nullptr if none. All names are one letter a byte.
const SpelledQuote* spelled_quote(std::string_view utf8, size_t at) {
  for (const SpelledQuote& q : kSpelledQuotes) {
    if (!utf8.substr(0, at).ends_with(q.name)) continue;
    const char before = at > q.name.size() ? utf8[at - q.name.size() - 1] : ' ';
    const bool word = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || (before >= '0' && before <= '9');
    if (q.name.front() == '#' || !word) return &q;
  }
  return nullptr;
}

// A tatweel that lengthens nothing (no letter on either side) is typed for a dash.
bool stands_for_dash(std::string_view utf8, size_t after, Letter before) {
  if (before != letter::kSpace && before != letter::kNewline) return false;
  return after < utf8.size() && (utf8[after] == ' ' || utf8[after] == '\n');
}

// A code point that gives no letter, several, or a mark. Kept out of the fast loop.
void put_other(std::string_view utf8, size_t at, const Decoded& d, Writer& writer) {
  const auto& slot = fold_table::slot_of(d.code);
  for (const Letter c : fold_table::letters_of(slot)) writer.put(c, at);
  if (slot.marks != 0) return writer.mark(slot.marks);
  if (slot.size != 0) return;
  if (const Letter whole = fold_table::joined(writer.last(), d.code); whole != 0) return writer.change_last(whole);
  if (d.code == fold_table::kTatweel && stands_for_dash(utf8, at + d.size, writer.last())) writer.put(letter::kDash, at);
}

}  // namespace

void read_letters(std::string_view utf8, Text& out) {
  make_room(utf8.size(), out);
  Writer writer(out);
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  for (size_t at = 0; at < utf8.size();) {
    const uint8_t lead = bytes[at];
    const bool one = lead < 0x80, two = (lead & 0xE0) == 0xC0;
    const Letter c = one ? fold_table::kQuick[lead] : two ? fold_table::kQuick[((lead & 0x1F) << 6) | (bytes[at + 1] & 0x3F)] : Letter{0};
    if (c != 0) {
      const SpelledQuote* quote = lead == ';' ? spelled_quote(utf8, at) : nullptr;
      if (quote != nullptr) {
        size_t size = quote->name.size();
        if (at > size && utf8[at - size - 1] == '&') ++size;
        writer.drop(size);
        writer.put(quote->letter, at - size);
      } else {
        writer.put(c, at);
      }
      at += one ? 1 : 2;
      continue;
    }
    const Decoded d = decode(utf8, at);
    put_other(utf8, at, d, writer);
    at += d.size;
  }
  writer.end_at(utf8.size());
  out.letters.resize(writer.size());
  out.folded.resize(writer.size());
  out.marks.resize(writer.size());
  out.origin.resize(writer.size() + 1);
}

}  // namespace isnad
