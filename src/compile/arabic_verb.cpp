// Verbs: from an entry of verbs.tsv to its stems, from the stems to all finite forms, participles and masdars.
#include <optional>
#include <span>

#include "base/utf8.h"
#include "compile/arabic_endings.h"
#include "compile/arabic_forms.h"
#include "compile/arabic_inflect.h"
#include "compile/arabic_patterns.h"
#include "compile/arabic_sounds.h"
#include "compile/arabic_spelling.h"

namespace isnad::arabic {
namespace {

/// An entry, decoded.
struct Verb {
  VerbForm form = VerbForm::I;
  Sounds root;
  Spelling lemma;
  std::string imperfect;  // vowels, form I
  std::vector<std::string> masdars;
};

/// One way to read the entry: a pattern and the choices that it leaves open.
struct Reading {
  const Pattern* pattern = nullptr;
  char perfect = 'a', imperfect = 'a';  // form I: vowels of the middle radical
  Sounds fused;                         // form VIII: the first radical and t
};

bool one_of(std::string_view s, std::initializer_list<std::string_view> all) {
  for (const auto a : all) {
    if (s == a) return true;
  }
  return false;
}

bool ends_with(std::string_view s, std::string_view end) { return s.size() >= end.size() && s.substr(s.size() - end.size()) == end; }

// ---- the entry --------------------------------------------------------------------------------------------------------------

std::optional<VerbForm> form_named(std::string_view name) {
  for (size_t i = 0; i < kFormNames.size(); ++i) {
    if (kFormNames[i] == name) return VerbForm(i);
  }
  return std::nullopt;
}

bool is_quadriliteral(VerbForm form) { return form >= VerbForm::QI; }

Result<Sounds> read_root(const VerbEntry& entry, VerbForm form) {
  Sounds root;
  for (const char32_t c : to_utf32(entry.root)) {
    const auto sound = sound_of(c);
    if (!sound)
      return entry_error("root '" + entry.root + "' holds '" + to_utf8(std::u32string(1, c)) + "', which isn't a radical",
                         "write hamza alone (U+0621), weak radicals as waw or ya");
    root += *sound;
  }
  const size_t expected = is_quadriliteral(form) ? 4 : 3;
  if (root.size() != expected) {
    return entry_error("root '" + entry.root + "' has " + std::to_string(root.size()) + " radicals, form " + entry.form + " needs " +
                       std::to_string(expected));
  }
  return root;
}

Result<std::string> read_imperfect(const VerbEntry& entry, bool wanted) {
  const bool empty = entry.imperfect.empty() || entry.imperfect == "-";
  if (!wanted && !empty) return entry_error("imperfect '" + entry.imperfect + "' is superfluous here", "only form I has one: write -");
  if (!wanted) return std::string();
  if (empty) return entry_error("form I needs the vowel of its imperfect", "a, i or u, several by |");
  std::string vowels;
  for (size_t i = 0; i < entry.imperfect.size(); ++i) {
    const char c = entry.imperfect[i];
    const bool fine = i % 2 == 0 ? is_vowel(c) : c == '|';
    if (!fine) return entry_error("imperfect '" + entry.imperfect + "' isn't a vowel", "a, i or u, several by |");
    if (i % 2 == 0) vowels += c;
  }
  return vowels;
}

Result<Verb> read_entry(const VerbEntry& entry) {
  const auto form = form_named(entry.form);
  if (!form) return entry_error("unknown form '" + entry.form + "'", "I to X, QI, QII, QIII or QIV");
  auto root = read_root(entry, *form);
  if (!root) return root.error();
  auto imperfect = read_imperfect(entry, *form == VerbForm::I && *root != "lys");
  if (!imperfect) return imperfect.error();
  Verb verb{*form, *root, parse_spelling(to_utf32(entry.lemma)), *imperfect, entry.masdars};
  if (verb.lemma.empty()) return entry_error("the lemma is empty");
  return verb;
}

// ---- stems ------------------------------------------------------------------------------------------------------------------

/// yasilu, yaqa`u: an initial w is lost before i, and before a that goes back to i; also in yasa`u, yata'u, yadharu.
bool drops_waw(const Sounds& root, const Reading& r) {
  if (root[0] != 'w') return false;
  return r.imperfect == 'i' || (r.imperfect == 'a' && (r.perfect == 'a' || one_of(root, {"wsE", "wT'", "w*r"})));
}

/// qultu, bi`tu, xiftu.
char short_hollow_vowel(const Reading& r) { return r.imperfect == 'u' ? 'u' : 'i'; }

Sounds fill(std::string_view pattern, const Sounds& root, const Reading& r) {
  Sounds out;
  for (const char c : pattern) {
    switch (c) {
      case '1':
      case '2':
      case '3':
      case '4':
        out += root[size_t(c - '1')];
        break;
      case '8':
        out += r.fused;
        break;
      case 'P':
        out += r.perfect;
        break;
      case 'V':
        out += r.imperfect;
        break;
      case 'C':
        out += short_hollow_vowel(r);
        break;
      case 'W':
        out += root[1] == 'w' ? 'u' : 'i';
        break;
      case 'D':
        if (!drops_waw(root, r)) out += root[0];
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool is_defective(const Verb& verb, std::string_view pattern) { return is_weak(verb.root.back()) && pattern.find('/') == pattern.npos; }

Stem make_stem(const Verb& verb, const Reading& r, std::string_view pattern) {
  const size_t slash = pattern.find('/');
  Stem stem;
  stem.open = fill(pattern.substr(0, slash), verb.root, r);
  if (is_defective(verb, pattern)) {
    stem.vowel = stem.open[stem.open.size() - 2];
    stem.open.resize(stem.open.size() - 2);
    stem.closed = stem.open;
    return stem;
  }
  stem.closed = slash == pattern.npos ? stem.open : fill(pattern.substr(slash + 1), verb.root, r);
  return stem;
}

Stem perfect_stem(const Verb& verb, const Reading& r) {
  Stem stem = make_stem(verb, r, r.pattern->perfect);
  if (verb.form == VerbForm::I && verb.root.back() == 'w') stem.weak = 'w';
  return stem;
}

/// The perfect without its final vowel: what the lemma must be.
std::u32string lemma_of(const Stem& perfect) {
  if (!perfect.defective()) return spell(smooth(perfect.open));
  if (perfect.vowel == 'a') return spell(smooth(join(perfect, "a")));
  return spell(smooth(perfect.open) + perfect.vowel + perfect.vowel);
}

// ---- the reading that fits the lemma ----------------------------------------------------------------------------------------

bool fits(Shape shape, const Sounds& root) {
  switch (shape) {
    case Shape::sound:
      return true;
    case Shape::hollow:
      return is_weak(root[1]) && !is_weak(root[2]);
    case Shape::doubled:
      return root[1] == root[2] && !is_weak(root[1]);
    case Shape::seeing:
      return root == "r'y";
  }
  return false;
}

/// Hollow roots may stay sound (istahwadha, izdawaja); doubled ones and ra'a have no choice.
bool excludes_sound(Shape shape) { return shape == Shape::doubled || shape == Shape::seeing; }

std::vector<Sounds> fusions(const Verb& verb) {
  std::vector<Sounds> out;
  for (const Fusion& f : kFusions) {
    if (f.radical == verb.root[0]) out.emplace_back(f.fused);
  }
  if (out.empty()) out.push_back(Sounds{verb.root[0], 't'});
  return out;
}

/// All readings that form and root allow, the likeliest first.
std::vector<Reading> readings(const Verb& verb) {
  const char imperfect = verb.imperfect.empty() ? 'a' : verb.imperfect[0];
  std::vector<Reading> out;
  for (const Pattern& p : kPatterns) {
    if (p.form != verb.form || !fits(p.shape, verb.root)) continue;
    if (p.shape == Shape::sound && !out.empty() && excludes_sound(out.back().pattern->shape)) continue;
    const bool has_vowel = p.perfect.find("2P3") != p.perfect.npos;
    const std::string_view vowels = has_vowel ? "aiu" : imperfect == 'a' ? "i" : "a";
    for (const char v : vowels) {
      if (p.form != VerbForm::VIII)
        out.push_back({&p, v, imperfect, ""});
      else
        for (const Sounds& f : fusions(verb)) out.push_back({&p, v, imperfect, f});
    }
  }
  return out;
}

Error lemma_error(const Verb& verb, const std::vector<Reading>& all) {
  std::string expected;
  for (const Reading& r : all) {
    const std::string lemma = to_utf8(lemma_of(perfect_stem(verb, r)));
    if (expected.find(lemma) != expected.npos) continue;
    expected += (expected.empty() ? "" : " or ") + lemma;
  }
  return entry_error("lemma '" + to_utf8(text_of(verb.lemma)) + "' doesn't agree with root and form",
                     "they give " + expected + "; check lemma, root and form");
}

/// fa`ula goes with u only, fa`ila with a or i; nothing for those that fit.
std::string vowel_conflict(const Verb& verb, const Reading& r) {
  for (const char v : verb.imperfect) {
    if (r.perfect == 'u' && v != 'u') return "perfect in u has an imperfect in u";
    if (r.perfect == 'i' && v == 'u' && r.pattern->shape == Shape::sound) return "perfect in i has an imperfect in a or i";
  }
  return {};
}

/// Waw goes with u, ya with i, in hollow and in defective verbs.
bool vowels_fit_root(const Verb& verb, const Reading& r) {
  char weak = 0;
  if (r.pattern->shape == Shape::hollow)
    weak = verb.root[1];
  else if (is_weak(verb.root[2]))
    weak = verb.root[2];
  for (const char v : verb.imperfect) {
    if ((weak == 'w' && v == 'i') || (weak == 'y' && v == 'u')) return false;
  }
  return true;
}

Result<Reading> choose(const Verb& verb) {
  const auto all = readings(verb);
  for (const Reading& r : all) {
    if (!agree(parse_spelling(lemma_of(perfect_stem(verb, r))), verb.lemma)) continue;
    if (verb.form == VerbForm::I && !vowels_fit_root(verb, r)) {
      return entry_error("imperfect " + verb.imperfect + " contradicts the weak radical", "u goes with waw, i with ya");
    }
    if (const std::string conflict = vowel_conflict(verb, r); verb.form == VerbForm::I && !conflict.empty()) {
      return entry_error("imperfect " + verb.imperfect + " contradicts the vowel of the lemma", "a " + conflict);
    }
    return r;
  }
  return lemma_error(verb, all);
}

// ---- finite forms -----------------------------------------------------------------------------------------------------------

/// The ending as it is before an object pronoun.
std::string_view before_pronoun(std::string_view ending) {
  if (ending == "uuA") return "uu";
  if (ending == "tum") return "tumuu";
  return ending;
}

/// Adds the spellings of one word, of which `pronominal` is the shape before a pronoun (empty: takes none).
void add_spellings(FormList& out, const Sounds& word, const Sounds& pronominal, const Features& features, Seats seats) {
  const bool variant = seats == Seats::kept;
  const std::u32string plain = spell(word, seats);
  const std::u32string joined = pronominal.empty() ? plain : spell(pronominal + '#', seats);
  const bool same = bare(plain) == bare(joined);
  out.add({plain, features, same && !pronominal.empty(), false, false, variant});
  if (!same) out.add({joined, features, true, true, false, variant});
}

void add_word(FormList& out, const Sounds& word, const Sounds& pronominal, const Features& features) {
  const Sounds smoothed = smooth(word), smoothed_pronominal = smooth(pronominal);
  add_spellings(out, smoothed, smoothed_pronominal, features, Seats::standard);
  for (const auto& s : {smoothed, smoothed_pronominal + '#'}) {
    if (spell(s, Seats::kept) == spell(s)) continue;
    add_spellings(out, smoothed, smoothed_pronominal, features, Seats::kept);
    break;
  }
  if (word.substr(0, 3) == "'u'" && smoothed.substr(0, 3) != "'u'") {  // u'minu beside uminu
    const std::u32string spelling = spell('\'' + smooth(word.substr(1)));
    out.add({spelling, features, !pronominal.empty(), false, false, true});
  }
}

void add_joined(FormList& out, const Stem& stem, std::string_view ending, const Features& features) {
  const bool pronoun = features.voice == Voice::active;
  add_word(out, join(stem, ending), pronoun ? join(stem, before_pronoun(ending)) : Sounds(), features);
}

Features features_of(const Ending& e, Aspect aspect, Voice voice, Mood mood) {
  Features f;
  f.aspect = aspect, f.voice = voice, f.mood = mood;
  f.person = e.person, f.gender = e.gender, f.number = e.number;
  return f;
}

void add_perfect(FormList& out, const Stem& stem, Voice voice) {
  for (const Ending& e : perfect_endings()) add_joined(out, stem, e.ending, features_of(e, Aspect::perfect, voice, Mood::none));
}

std::string_view ending_in(const Ending& e, Mood mood) {
  return mood == Mood::indicative ? e.ending : mood == Mood::subjunctive ? e.subjunctive : e.jussive;
}

/// The stem with the prefix of a person instead of y.
Stem with_prefix(Stem stem, char prefix) {
  stem.open[0] = prefix;
  if (!stem.closed.empty()) stem.closed[0] = prefix;
  return stem;
}

void add_imperfect(FormList& out, const Stem& stem, Voice voice) {
  for (const Mood mood : {Mood::indicative, Mood::subjunctive, Mood::jussive}) {
    for (const Ending& e : imperfect_endings()) {
      const Stem prefixed = with_prefix(stem, e.prefix);
      const Features f = features_of(e, Aspect::imperfect, voice, mood);
      const std::string_view ending = ending_in(e, mood);
      if (ending.empty() && stem.doubled()) add_joined(out, prefixed, "a", f);  // lam yamudda beside lam yamdud
      add_joined(out, prefixed, ending, f);
    }
  }
}

/// lam yaku beside lam yakun.
void add_short_kana(FormList& out) {
  for (const Ending& e : imperfect_endings()) {
    if (!e.jussive.empty()) continue;
    const Sounds word = Sounds(1, e.prefix) + "aku";
    out.add({spell(word), features_of(e, Aspect::imperfect, Voice::active, Mood::jussive), false, false, false, true});
  }
}

bool starts_with_cluster(const Sounds& s) { return s.size() > 1 && is_consonant(s[0]) && is_consonant(s[1]); }

/// kul, xud, mur.
bool loses_hamza_in_imperative(const Verb& verb) { return verb.form == VerbForm::I && one_of(verb.root, {"'kl", "'x*", "'mr"}); }

Sounds imperative(const Verb& verb, const Reading& r, const Stem& imperfect, std::string_view ending) {
  Sounds word = join(imperfect, ending).substr(2);
  if (loses_hamza_in_imperative(verb)) return word.substr(1);
  if (verb.form == VerbForm::IV) return "'a" + word;
  if (!starts_with_cluster(word)) return word;
  return (verb.form == VerbForm::I && r.imperfect == 'u' ? "<u" : "<i") + word;
}

void add_imperative(FormList& out, const Verb& verb, const Reading& r, const Stem& imperfect) {
  if (bare(spell(imperative(verb, r, imperfect, ""))).size() < 2) return;  // qi, ra, li: not written alone, and the others unused
  const auto add = [&](const Ending& e, std::string_view ending) {
    add_word(out, imperative(verb, r, imperfect, ending), imperative(verb, r, imperfect, before_pronoun(ending)),
             features_of(e, Aspect::imperative, Voice::active, Mood::none));
  };
  for (const Ending& e : imperfect_endings()) {
    if (e.person != Person::second) continue;
    if (e.jussive.empty() && imperfect.doubled()) add(e, "a");
    add(e, e.jussive);
  }
}

// ---- participles and masdars ------------------------------------------------------------------------------------------------

std::string lemma_text(const Sounds& sounds) { return sounds.empty() ? std::string() : to_utf8(spell(smooth(sounds))); }

std::string active_participle(const Verb& verb, const Reading& r) {
  std::string_view pattern = r.pattern->active_participle;
  const bool weak = is_weak(verb.root.back()) && (ends_with(pattern, "i3") || ends_with(pattern, "i4"));
  const bool weak_by_hamza = ends_with(pattern, "'i3") && verb.root.back() == '\'';  // ja'in
  if (!weak && !weak_by_hamza) return lemma_text(fill(pattern, verb.root, r));
  pattern.remove_suffix(1);
  return lemma_text(fill(pattern, verb.root, r) + 'i');
}

std::string passive_participle(const Verb& verb, const Reading& r) {
  std::string_view pattern = r.pattern->passive_participle;
  if (pattern.empty() || !is_weak(verb.root.back()) || pattern.back() != (is_quadriliteral(verb.form) ? '4' : '3')) {
    return lemma_text(fill(pattern, verb.root, r));
  }
  if (ends_with(pattern, "uu3")) {
    pattern.remove_suffix(3);
    const bool waw = verb.root.back() == 'w' && r.perfect == 'a';
    return lemma_text(fill(pattern, verb.root, r) + (waw ? "uww" : "iyy"));
  }
  pattern.remove_suffix(2);
  return lemma_text(fill(pattern, verb.root, r) + 'Y');
}

/// The end of a masdar pattern where the last radical is weak.
struct MasdarEnd {
  std::string_view sound, weak;
};
constexpr MasdarEnd kMasdarEnds[] = {{"ii3", "iyap"}, {"aa3", "aa'"}, {"u3", "ii"}, {"u4", "ii"}, {"a3ap", "aap"}, {"a4ap", "aap"}};

std::string regular_masdar(const Verb& verb, const Reading& r) {
  const std::string_view pattern = r.pattern->masdar;
  const auto replace_end = [&](size_t length, std::string_view by) {
    return lemma_text(fill(pattern.substr(0, pattern.size() - length), verb.root, r) + Sounds(by));
  };
  if (verb.form == VerbForm::II && verb.root.back() == '\'') return replace_end(3, "i'ap");
  if (is_weak(verb.root.back())) {
    for (const auto& [sound, weak] : kMasdarEnds) {
      if (r.pattern->shape != Shape::hollow && ends_with(pattern, sound)) return replace_end(sound.size(), weak);
    }
  }
  return lemma_text(fill(pattern, verb.root, r));
}

// ---- whole verbs ------------------------------------------------------------------------------------------------------------

VerbParadigm conjugate_laysa() {
  Stem stem;
  stem.open = "lays", stem.closed = "las";
  FormList out;
  add_perfect(out, stem, Voice::active);
  VerbParadigm p;
  p.forms = std::move(out).take();
  return p;
}

std::vector<Form> finite_forms(const Verb& verb, const Reading& reading) {
  FormList out;
  const Pattern& p = *reading.pattern;
  add_perfect(out, perfect_stem(verb, reading), Voice::active);
  if (!p.perfect_passive.empty()) add_perfect(out, make_stem(verb, reading, p.perfect_passive), Voice::passive);
  const std::string_view vowels = verb.form == VerbForm::I ? std::string_view(verb.imperfect) : "a";
  for (const char v : vowels) {
    Reading r = reading;
    r.imperfect = v;
    add_imperfect(out, make_stem(verb, r, p.imperfect), Voice::active);
  }
  if (verb.form == VerbForm::I && verb.root == "kwn") add_short_kana(out);
  if (!p.imperfect_passive.empty()) add_imperfect(out, make_stem(verb, reading, p.imperfect_passive), Voice::passive);
  for (const char v : vowels) {
    Reading r = reading;
    r.imperfect = v;
    add_imperative(out, verb, r, make_stem(verb, r, p.imperfect));
  }
  return std::move(out).take();
}

}  // namespace

Result<VerbParadigm> conjugate(const VerbEntry& entry) {
  const auto verb = read_entry(entry);
  if (!verb) return verb.error();
  if (verb->form == VerbForm::I && verb->root == "lys") return conjugate_laysa();
  const auto reading = choose(*verb);
  if (!reading) return reading.error();
  VerbParadigm out;
  out.forms = finite_forms(*verb, *reading);
  out.active_participle = active_participle(*verb, *reading);
  out.passive_participle = passive_participle(*verb, *reading);
  for (const std::string& masdar : verb->masdars) out.masdars.push_back(canonical_lemma(masdar));
  if (out.masdars.empty() && !reading->pattern->masdar.empty()) out.masdars = {regular_masdar(*verb, *reading)};
  return out;
}

}  // namespace isnad::arabic
