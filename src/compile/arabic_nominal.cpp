// Nominal endings: the end of a word as it changes before endings and pronouns.
#include "compile/arabic_nominal.h"

#include <string_view>

#include "base/utf8.h"
#include "compile/arabic_letters.h"

namespace isnad::arabic {
namespace {

using namespace letter;

bool is_bare(const Cell& c) { return !c.shadda && c.vowel == 0; }
bool is_long_alif(const Cell& c) { return c.letter == kAlif && is_bare(c); }
char32_t last(const Spelling& w) { return w.empty() ? 0 : w.back().letter; }
bool ends_in_hamza(const Spelling& w) { return w.size() > 1 && is_hamza(last(w)); }
Before before_last(const Spelling& w) { return sound_before(w, w.size() - 1); }

/// sahra': a hamza after alif in a feminine isn't of the root.
bool ends_in_feminine_hamza(const Spelling& w, Gender gender) {
  return gender == Gender::feminine && ends_in_hamza(w) && before_last(w) == Before::long_a;
}

void append(Spelling& w, std::u32string_view letters) {
  for (const char32_t c : letters) w.push_back({c, false, 0});
}

/// The word without its last letter.
Spelling cut(Spelling w) {
  w.pop_back();
  return w;
}

void reseat(Spelling& w, After after) { w.back().letter = hamza_seat(before_last(w), after); }

/// Joins an ending: the vowel on the last letter, then letters. A final hamza takes the seat that the ending asks for.
Spelling with_ending(Spelling w, char32_t vowel, std::u32string_view letters) {
  if (ends_in_hamza(w) && vowel == kFatha) {
    char32_t seat = hamza_seat_before_ending(before_last(w), w[w.size() - 2].letter);
    if (seat == kAlifMadda && letters.front() != kAlif) seat = kAlifHamza;
    w.back() = {seat, false, seat == kAlifMadda ? 0 : vowel};
    append(w, seat == kAlifMadda ? letters.substr(1) : letters);
    return w;
  }
  if (ends_in_hamza(w)) reseat(w, vowel == kKasra ? After::i : After::u);
  if (!is_long_alif(w.back())) w.back().vowel = vowel;
  append(w, letters);
  return w;
}

Form form(const Spelling& w, Features features, Case grammatical_case, State state) {
  features.grammatical_case = grammatical_case;
  features.state = state;
  Form f;
  f.surface = text_of(w);
  f.features = features;
  f.takes_article = state == State::any || state == State::absolute;
  return f;
}

void add_pronominal(FormList& out, const Spelling& w, const Features& features, Case c, bool variant = false) {
  Form f = form(w, features, c, State::construct);
  f.takes_pronoun = f.needs_pronoun = true;
  f.variant = variant;
  out.add(std::move(f));
}

void add_plain(FormList& out, const Spelling& w, const Features& features, bool takes_pronoun) {
  Form f = form(w, features, Case::none, State::any);
  f.takes_pronoun = takes_pronoun;
  out.add(std::move(f));
}

void add_indefinite_accusative(FormList& out, Spelling w, const Features& features) {
  if (ends_in_hamza(w)) {
    const Before before = before_last(w);
    if (before == Before::a || before == Before::long_a) return;  // malja'an, binaa'an: no alif
    w.back().letter = hamza_seat_before_ending(before, w[w.size() - 2].letter);
  }
  w.back().vowel = kTanwinFath;
  append(w, U"\u0627");
  out.add(form(w, features, Case::accusative, State::indefinite));
}

/// Before a pronoun a final hamza is medial, and shows the case.
void add_hamza_before_pronouns(FormList& out, const Spelling& word, const Features& features) {
  struct Row {
    Case grammatical_case;
    After after;
    char32_t vowel;
  };
  constexpr Row kRows[] = {{Case::nominative, After::u, kDamma}, {Case::accusative, After::a, kFatha}, {Case::genitive, After::i, kKasra}};
  const Before before = before_last(word);
  if (before == Before::long_i) {
    Spelling w = word;
    reseat(w, After::a);
    add_pronominal(out, w, features, Case::none);
    return;
  }
  for (const Row& row : kRows) {
    Spelling w = word;
    reseat(w, row.after);
    w.back().vowel = row.vowel;
    const bool changed = w.back().letter != word.back().letter;
    add_pronominal(out, w, features, row.grammatical_case);
    const bool may_keep = before != Before::long_a && before != Before::long_u;
    if (changed && may_keep) add_pronominal(out, word, features, row.grammatical_case, true);
  }
}

void add_hamza_word(FormList& out, const Spelling& word, const Features& features, Declension declension) {
  const bool constant = before_last(word) == Before::i;  // qari': always on ya
  add_plain(out, word, features, constant);
  if (!constant) add_hamza_before_pronouns(out, word, features);
  if (declension == Declension::triptote) add_indefinite_accusative(out, word, features);
}

void add_defective(FormList& out, const Spelling& word, const Features& features, Declension declension) {
  add_plain(out, word, features, true);
  Spelling clipped = cut(word);
  if (ends_in_hamza(clipped)) reseat(clipped, After::end);
  clipped.back().vowel = kTanwinKasr;
  for (const Case c : {Case::nominative, Case::genitive}) out.add(form(clipped, features, c, State::indefinite));
  if (declension == Declension::triptote) add_indefinite_accusative(out, word, features);
}

/// A plural or dual: the absolute form in nun, the construct without.
void add_pair(FormList& out, const Spelling& stem, char32_t vowel, std::u32string_view letters, const Features& features, Case c) {
  out.add(form(with_ending(stem, vowel, letters), features, c, State::absolute));
  Form construct = form(with_ending(stem, vowel, letters.substr(0, 1)), features, c, State::construct);
  construct.takes_pronoun = true;
  out.add(std::move(construct));
}

Features plural_of(Gender gender) {
  Features f;
  f.gender = gender;
  f.number = Number::plural;
  return f;
}

/// The last letter replaced.
Spelling replaced(Spelling w, char32_t letter) {
  w.back() = {letter, false, 0};
  return w;
}

/// What the dual is formed from.
Spelling dual_stem(const Spelling& word, Gender gender) {
  switch (last(word)) {
    case kTaMarbuta:
      return replaced(word, kTa);
    case kAlifMaqsura:
      return replaced(word, kYa);
    case kAlif:
      if (word.size() == 3) return replaced(word, kWaw);
      return gender == Gender::feminine ? replaced(word, kTa) : replaced(word, kYa);
    default:
      return ends_in_feminine_hamza(word, gender) ? replaced(word, kWaw) : word;
  }
}

/// qanawat, mubarayat.
Spelling stem_of_final_at(const Spelling& word) { return replaced(cut(word), word.size() == 4 ? kWaw : kYa); }

/// What the sound feminine plural is formed from, without its alif.
Spelling stem_of_ta_marbuta(const Spelling& word) {
  Spelling stem = cut(word);
  return !stem.empty() && is_long_alif(stem.back()) ? stem_of_final_at(word) : stem;
}

/// mukafa'a -> mukafa'at, hay'a -> hay'at: here the hamza is medial.
Spelling with_at_after_medial_hamza(Spelling stem) {
  const char32_t seat = hamza_seat(before_last(stem), After::long_a);
  stem.back() = {seat, false, seat == kAlifMadda ? 0 : kFatha};
  append(stem, seat == kAlifMadda ? U"\u062A" : U"\u0627\u062A");
  return stem;
}

Spelling plural_in_at(const Spelling& word, Gender gender) {
  constexpr std::u32string_view kAt = U"\u0627\u062A";
  if (last(word) == kTaMarbuta) {
    const Spelling stem = stem_of_ta_marbuta(word);
    return ends_in_hamza(stem) ? with_at_after_medial_hamza(stem) : with_ending(stem, kFatha, kAt);
  }
  if (last(word) == kAlif) return with_ending(cut(word), kFatha, kAt);
  return with_ending(dual_stem(word, gender), kFatha, kAt);
}

// ---- shapes -----------------------------------------------------------------------------------------------------------------

/// Alif with madda as hamza, a, alif.
Spelling expand_madda(const Spelling& word) {
  Spelling out;
  for (const Cell& c : word) {
    if (c.letter != kAlifMadda)
      out.push_back(c);
    else
      out.push_back({kAlifHamza, false, kFatha}), out.push_back({kAlif, false, 0});
  }
  return out;
}

/// C a C a alif, then at least two more letters.
bool starts_like_mafail(const Spelling& w) {
  return w.size() >= 4 && w[0].vowel == kFatha && w[1].vowel == kFatha && !w[1].shadda && is_long_alif(w[2]);
}

}  // namespace

bool is_diptote_plural(const Spelling& word) {
  const Spelling w = expand_madda(word);
  if (!starts_like_mafail(w)) return false;
  if (w.size() == 4) return w[3].shadda;                            // mawadd
  if (w[3].vowel != kKasra || last(w) == kTaMarbuta) return false;  // asatida
  return w.size() == 5 || (w.size() == 6 && w[4].letter == kYa && is_bare(w[4]));
}

bool is_elative(const Spelling& word) {
  const Spelling w = expand_madda(word);
  if (w.size() < 3 || w[0].letter != kAlifHamza || w[0].vowel != kFatha) return false;
  if (w.size() == 3) return w[1].vowel == kFatha && w[2].shadda && !w[1].shadda;  // aqall
  return w.size() == 4 && is_bare(w[1]) && w[2].vowel == kFatha && !w[2].shadda && last(w) != kTaMarbuta;
}

bool is_defective(const Spelling& word) {
  const Spelling w = expand_madda(word);
  const size_t n = w.size();
  if (n < 4 || w[n - 1].letter != kYa || !is_bare(w[n - 1]) || w[n - 2].vowel != kKasra) return false;
  if (w[0].letter == kMim && w[0].vowel == kDamma) return true;  // muhami
  if (n == 4 && is_long_alif(w[1])) return true;                 // qadi
  if (n == 5 && starts_like_mafail(w)) return true;              // aradi, tafadi
  if (n == 4 && w[0].letter == kTa && w[2].shadda) return true;  // tahaddi
  return n == 4 && w[0].letter == kAlifHamza && is_bare(w[1]);   // aydi
}

bool is_sound_feminine(const Spelling& plural, const Spelling& singular) {
  const size_t n = plural.size();
  if (n < 3 || last(plural) != kTa || (plural[n - 2].letter != kAlif && plural[n - 2].letter != kAlifMadda)) return false;
  const bool like_aswat = n == 5 && plural[0].letter == kAlifHamza && plural[0].vowel == kFatha && is_bare(plural[1]);
  return !(like_aswat && last(singular) == kTa);
}

bool is_sound_masculine(const Spelling& plural, const Spelling& singular) {
  const size_t n = plural.size();
  if (n < 4 || last(plural) != kNun || plural[n - 2].letter != kWaw || !is_bare(plural[n - 2])) return false;
  const bool is_ibn = singular.size() == 3 && singular[0].letter == kAlif;
  return last(singular) != kNun || is_ibn;
}

Result<Spelling> read_word(std::string_view cell, std::string_view name) {
  Spelling out = parse_spelling(to_utf32(cell));
  if (out.size() > 1) return out;
  return entry_error(std::string(name) + " '" + std::string(cell) + "' isn't a word", "spell it out, vocalised");
}

Spelling feminine_of(const Spelling& word) {
  constexpr std::u32string_view kTaMarbutaOnly = U"\u0629";
  if (last(word) == kAlifMaqsura) {
    Spelling w = replaced(word, kAlif);
    append(w, kTaMarbutaOnly);
    return w;
  }
  if (!ends_in_hamza(word)) return with_ending(word, kFatha, kTaMarbutaOnly);
  Spelling w = word;
  reseat(w, After::a);
  w.back().vowel = kFatha;
  append(w, kTaMarbutaOnly);
  return w;
}

// ---- words ------------------------------------------------------------------------------------------------------------------

void add_word(FormList& out, const Spelling& word, const Features& features, Declension declension) {
  if (last(word) == kTaMarbuta) {
    add_plain(out, word, features, false);
    add_pronominal(out, replaced(word, kTa), features, Case::none);
    return;
  }
  if (last(word) == kAlifMaqsura) {
    add_plain(out, word, features, false);
    add_pronominal(out, replaced(word, kAlif), features, Case::none);
    return;
  }
  if (last(word) == kAlif) return add_plain(out, word, features, true);
  if (is_defective(word)) return add_defective(out, word, features, declension);
  if (ends_in_hamza(word)) return add_hamza_word(out, word, features, declension);
  add_plain(out, word, features, true);
  if (declension == Declension::triptote) add_indefinite_accusative(out, word, features);
}

void add_plural_in_at(FormList& out, const Spelling& plural, Gender gender) { add_plain(out, plural, plural_of(gender), true); }

void add_dual(FormList& out, const Spelling& word, Gender gender) {
  Features f;
  f.gender = gender;
  f.number = Number::dual;
  const auto add_from = [&](const Spelling& stem) {
    add_pair(out, stem, kFatha, U"\u0627\u0646", f, Case::nominative);
    add_pair(out, stem, kFatha, U"\u064A\u0646", f, Case::oblique);
  };
  add_from(dual_stem(word, gender));
}

void add_sound_masculine(FormList& out, const Spelling& word, Gender gender) {
  const Features f = plural_of(gender);
  Spelling stem = word;
  if (last(word) == kAlifMaqsura || last(word) == kAlif || last(word) == kTaMarbuta || is_defective(word)) stem = cut(word);
  const bool keeps_a = last(word) == kAlifMaqsura || last(word) == kAlif;  // mustad`awna
  add_pair(out, stem, keeps_a ? kFatha : kDamma, U"\u0648\u0646", f, Case::nominative);
  add_pair(out, stem, keeps_a ? kFatha : kKasra, U"\u064A\u0646", f, Case::oblique);
}

void add_sound_feminine(FormList& out, const Spelling& word, Gender gender) { add_plural_in_at(out, plural_in_at(word, gender), gender); }

namespace {

/// fu, the mouth: only before a noun or pronoun.
bool is_fu(const Spelling& word) { return word.size() == 2 && word[0].letter == kFa && word[0].vowel == kDamma && word[1].letter == kWaw; }

}  // namespace

bool is_five_noun(const Spelling& word) {
  if (is_fu(word)) return true;
  if (word.size() != 2 || word[1].shadda || word[0].vowel != kFatha) return false;
  const char32_t a = word[0].letter, b = word[1].letter;
  return (a == kAlifHamza && (b == kBa || b == kKhah)) || (a == kHah && b == kMim);
}

void add_five_noun(FormList& out, const Spelling& word) {
  Features f;
  f.gender = Gender::masculine;
  f.number = Number::singular;
  const Spelling stem = is_fu(word) ? cut(word) : word;
  if (!is_fu(word)) add_word(out, word, f, Declension::triptote);
  struct Row {
    Case grammatical_case;
    char32_t vowel;
    std::u32string_view letter;
  };
  constexpr Row kRows[] = {
      {Case::nominative, kDamma, U"\u0648"}, {Case::accusative, kFatha, U"\u0627"}, {Case::genitive, kKasra, U"\u064A"}};
  for (const Row& row : kRows) {
    Form construct = form(with_ending(stem, row.vowel, row.letter), f, row.grammatical_case, State::construct);
    construct.takes_pronoun = true;
    out.add(std::move(construct));
  }
  if (!is_fu(word)) add_dual(out, with_ending(word, kFatha, U"\u0648"), Gender::masculine);
}

}  // namespace isnad::arabic
