// Numbers of a document: values, ranges, bounds, percentages, and what each counts.
#include <algorithm>
#include <cmath>
#include <limits>

#include "mention/quantity.h"
#include "mention/steps.h"

namespace isnad {
namespace {

using arabic_time::Particle;

constexpr uint32_t kCountedWithin = 5;   // tokens after a number in which its noun is looked for
constexpr uint32_t kNumberOfWithin = 9;  // tokens before it in which "the number of ..." is
constexpr double kAbout = 0.1;           // "about 200": within a tenth

/// One number being put together: tokens [first, next).
struct Draft {
  Quantity q;
  uint32_t first = 0, next = 0;
  bool percent = false, range = false;
};

class NumberFinder {
 public:
  NumberFinder(const Lexicon& lexicon, const Text& text, const Words& words, Mentions& out) : lex_(lexicon, text, words, out), out_(out) {}

  void sentence(const Sentence& s) {
    lex_.enter(s);
    const uint32_t begin = s.kind == SentenceKind::item ? s.body.value : s.first.value;  // the marker of a list counts nothing
    for (uint32_t t = begin; t < s.last.value;) t = std::max(t + 1, step(t));
  }

 private:
  /// Reads what stands at t; gives the next token to read.
  uint32_t step(uint32_t t) {
    if (lex_.is_number(t))
      if (const uint32_t next = no_count(t)) return next;
    if (!lex_.is_number(t) && !lex_.may_count(t) && !lex_.is(t, Particle::minus)) return lex_.is_word(t) ? dual(t) : t + 1;
    Draft d;
    d.first = t;
    d.q = read_quantity(lex_, t);
    if (!d.q) return dual(t);
    if (lex_.inside_entity(t)) return t + 1;
    d.next = d.q.next;
    if (time_of_day(t, d.next)) return d.next;
    range(d);
    percent(d);
    if (!d.range) both_bounds(d);
    negative(d);
    return emit(d);
  }

  /// Times, dates, scores, addresses: digits with signs between them. Gives the token after them, 0 if there are none.
  uint32_t no_count(uint32_t t) {
    const auto tight = [&](uint32_t i) { return lex_.is_number(i + 1) && !lex_.spaced(i) && !lex_.spaced(i + 1); };
    uint32_t end = t + 1, groups = 1;
    bool clock = false, slash = false, dot = false, dash = false;
    while (lex_.inside(end) && tight(end)) {
      const Letter c = lex_.sign(end);
      if (c != ':' && c != '/' && c != '.' && c != ',' && c != '-' && c != '+') break;
      clock |= c == ':';
      slash |= c == '/';
      dot |= c == '.' || c == ',';
      dash |= c == '-';
      end += 2;
      ++groups;
    }
    if (groups == 1) return 0;
    if (slash && groups == 2 && share(t)) return end;
    if (clock || slash || dot || groups > 2) return end;
    uint32_t size = 0;
    const bool score = dash && whole_number(lex_, t, size) >= whole_number(lex_, t + 2, size);
    return dash && !score ? 0 : end;
  }

  /// "3/4" with small numbers is a fraction.
  bool share(uint32_t t) {
    uint32_t size = 0;
    const int32_t part = whole_number(lex_, t, size), whole = whole_number(lex_, t + 2, size);
    if (part < 1 || whole < 2 || part >= whole || whole > 10) return false;
    if (lex_.sign(t - (t > lex_.begin() ? 1 : 0)) == '/') return false;
    Draft d;
    d.first = t;
    d.next = t + 3;
    d.q.fraction = true;
    d.q.low = d.q.high = double(part) / whole;
    const WordId counted = counted_after(d.next);
    if (counted) push(d, counted, "number.fraction");
    return true;
  }

  /// Hours: "the hour 10", "8 in the morning".
  bool time_of_day(uint32_t first, uint32_t next) {
    uint32_t after = 0;
    if (first > lex_.begin() && lex_.has_article(first - 1))
      if (const Payload* p = lex_.calendar_at(first - 1, CalendarKind::unit, after); p && TimeUnit(uint32_t(p->low)) == TimeUnit::hours)
        return arabic_time::unit_number(lex_.letters(first - 1)) == arabic_time::UnitNumber::one;
    return lex_.calendar_at(next, CalendarKind::daypart, after) != nullptr && !lex_.has_article(next);
  }

  // --- signs, ranges and percentages ---

  /// "-5 degrees": a dash before digits, where nothing is counted but units of measure, and nothing before it makes it a range or a name.
  void negative(Draft& d) {
    const uint32_t t = d.first;
    if (!d.q.digits || d.range || t == lex_.begin() || lex_.sign(t - 1) != '-' || lex_.spaced(t)) return;
    if (!lex_.spaced(t - 1) && t - 1 > lex_.begin()) return;
    if (t - 1 > lex_.begin() && (lex_.is_number(t - 2) || !lex_.is_word(t - 2))) return;
    const bool degrees = d.percent || !lex_.has_noun(d.next);
    if (!degrees || (t - 1 > lex_.begin() && lex_.is_word(t - 2) && lex_.main(t - 2).features.upos() == Upos::propn)) return;
    d.q.low = d.q.high = -d.q.low;
    d.first = t - 1;
  }

  /// "More than 10 and less than 20".
  void both_bounds(Draft& d) {
    const Function low = lex_.phrase_before(d.first);
    uint32_t from = 0, next = 0;
    if ((low != Function::number_least && low != Function::number_most) || !lex_.conjoined(d.next, from)) return;
    const Function high = lex_.phrase_at(from, next);
    if (high == low || (high != Function::number_least && high != Function::number_most)) return;
    const Quantity q = read_quantity(lex_, next);
    const double a = low == Function::number_least ? d.q.low : q.low, b = low == Function::number_least ? q.low : d.q.low;
    if (!q || q.vague || q.ordinal || a >= b) return;
    d.q.low = a;
    d.q.high = b;
    d.next = q.next;
    d.range = true;
  }

  void range(Draft& d) {
    if (d.q.ordinal || d.q.vague) return;
    const bool between = d.first > lex_.begin() && lex_.spells(d.first - 1, Particle::between);
    const bool from = d.first > lex_.begin() && lex_.is(d.first - 1, Particle::of);
    const uint32_t first_end = after_percent(d.next);
    if (between) return between_range(d);
    if (lex_.sign(first_end) == '-') {
      const bool tight = !lex_.spaced(first_end) && !lex_.spaced(first_end + 1);
      const bool loose = lex_.spaced(first_end) && lex_.inside(first_end + 1) && lex_.spaced(first_end + 1);
      if (tight || loose) upper(d, first_end + 1, d.first);
    } else if (lex_.is(first_end, Particle::to) && (from || d.q.digits)) {
      upper(d, first_end + 1, from && !lex_.inside_name(d.first - 1) ? d.first - 1 : d.first);
    } else if (lex_.is(first_end, Particle::either)) {
      upper(d, first_end + 1, d.first);
    }
  }

  void between_range(Draft& d) {
    const bool whole = lex_.is(d.first - 1, Particle::between) && !lex_.inside_name(d.first - 1);
    const uint32_t start = whole ? d.first - 1 : d.first;
    uint32_t from = 0;
    if (lex_.conjoined(after_percent(d.next), from) && upper(d, from, start)) return;
    d.q = read_quantity(lex_, d.first, Reading::first_part);
    d.next = d.q.next;
    if (lex_.conjoined(after_percent(d.next), from) && upper(d, from, start)) return;
    d.q = read_quantity(lex_, d.first);
    d.next = d.q.next;
  }

  /// Makes `d` a range up to the number at token t; false if there is none or it is not greater.
  bool upper(Draft& d, uint32_t t, uint32_t start) {
    if (!lex_.inside(t)) return false;
    const Quantity high = read_quantity(lex_, t);
    if (!high || high.ordinal || high.vague || high.fraction != d.q.fraction) return false;
    double low = d.q.low;
    if (high.scaled && !d.q.scaled && low < 1000 && low * high.scale < high.low) low *= high.scale;  // "10 to 15 thousand"
    if (low >= high.low) return false;
    d.percent = after_percent(d.next) != d.next;
    d.q.low = low;
    d.q.high = high.low;
    d.q.scaled = high.scaled;
    d.first = start;
    d.next = high.next;
    d.range = true;
    return true;
  }

  void percent(Draft& d) {
    const uint32_t next = after_percent(d.next);
    d.percent |= next != d.next;
    d.next = next;
    if (!d.percent && d.q.digits && d.first > lex_.begin() && lex_.sign(d.first - 1) == '%' && !lex_.spaced(d.first)) {
      d.percent = true;
      --d.first;
    }
  }

  /// The token after a percent sign or "in the hundred" at t; t itself if there is none.
  uint32_t after_percent(uint32_t t) {
    if (lex_.sign(t) == '%') return t + 1;
    const Lexeme l = lex_.at(t);
    if (const Payload* p = lex_.number(l, NumberKind::fraction); p && p->low == 0.01) return l.next;
    if (const Payload* p = lex_.number(l, NumberKind::ordinal); p && p->low == 100 && lex_.preposition(t) == 'b') return l.next;
    if (lex_.is(t, Particle::in)) {
      const Lexeme hundred = lex_.at(t + 1);
      if (const Payload* p = lex_.number(hundred, NumberKind::ordinal); p && p->low == 100) return hundred.next;
    }
    return t;
  }

  // --- what it counts ---

  uint32_t emit(Draft& d) {
    if (label(d)) {
      push(d, {}, "number.label");
      return d.next;
    }
    const bool own = lex_.is_word(d.next - 1) && lex_.pronoun(d.next - 1);  // "one of them"
    WordId counted = attributive(d);
    if (!counted) counted = before_article(d);
    if (!counted && own) {
      push(d, {}, rule_of(d));
      return d.next;
    }
    if (!counted && (!d.percent || lex_.is(d.next, Particle::of))) counted = counted_after(d.next);
    if (!counted && !d.q.ordinal && !d.percent) counted = number_of(d.first);
    const bool bounded = d.q.fraction && is_bound(lex_.phrase_before(d.first));
    if (!d.q.digits && !counted && !d.percent && !d.range && !bounded && idle(d)) return d.next;
    push(d, counted, rule_of(d));
    return d.next;
  }

  /// Digits that name rather than count: "number 37", "Resolution 302", where no noun follows.
  bool label(const Draft& d) {
    if (!d.q.digits || d.q.scaled || d.range || d.percent || d.first == lex_.begin() || !lex_.is_word(d.first - 1)) return false;
    if (lex_.is(d.first - 1, Particle::label)) return true;
    const Word& w = lex_.main(d.first - 1);
    return w.article && w.features.upos() == Upos::noun && !lex_.has_noun(d.next) && !lex_.is(d.next, Particle::of) && !number_of(d.first);
  }

  /// Words that count only where a noun says what: one, zero, half, some.
  static bool idle(const Draft& d) {
    if (d.q.low < 0) return false;
    if (d.q.fraction) return d.next == d.first + 1;
    return d.q.ordinal || d.q.high <= 1 || (d.q.vague && d.q.low < 10);
  }

  static std::string_view rule_of(const Draft& d) {
    if (d.range) return "number.range";
    if (d.percent) return "number.percent";
    if (d.q.ordinal) return "number.ordinal";
    if (d.q.vague) return d.q.high <= 1 ? "number.share" : "number.vague";
    if (d.q.fraction) return "number.fraction";
    return d.q.digits ? "number.digits" : "number.words";
  }

  /// "The three soldiers" with the number behind its noun, "one person".
  WordId attributive(const Draft& d) {
    if (d.first == lex_.begin() || d.q.digits || d.range || d.percent) return {};
    const bool definite = lex_.has_article(d.first);
    if (!definite && !(d.q.ordinal || (d.q.low >= 1 && d.q.low <= 10 && !d.q.vague))) return {};
    if (lex_.clitics(d.first)) return {};
    if (!definite && d.q.ordinal && lex_.has_noun(d.next) && !lex_.has_article(d.next)) return {};  // "a second attack"
    for (uint32_t t = d.first - 1; d.first - t <= 3; --t) {
      if (!lex_.is_word(t) || (lex_.at(t) && !(d.q.ordinal && unit_of_time(t)))) return {};
      const Word& w = lex_.main(t);
      if (w.article != definite) return {};
      if (w.features.upos() == Upos::noun || w.features.upos() == Upos::propn) {
        if (!definite && !d.q.ordinal && (lex_.has_noun(d.next) || !agrees(w, d.q.low))) return {};
        return lex_.words().main_of[t];
      }
      if (w.features.upos() != Upos::adj || t == lex_.begin()) return {};
    }
    return {};
  }

  /// "The 15 prisoners", with digits behind their noun and an article of their own.
  WordId before_article(const Draft& d) {
    if (!d.q.digits || d.range || d.percent || d.first < lex_.begin() + 2 || !lex_.is(d.first - 1, Particle::article)) return {};
    const Word& w = lex_.main(d.first - 2);
    if (!lex_.is_word(d.first - 2) || !w.article || w.features.upos() != Upos::noun || w.features.number() == Number::sing) return {};
    return lex_.words().main_of[d.first - 2];
  }

  /// "The third day in a row".
  bool unit_of_time(uint32_t t) {
    const Lexeme l = lex_.at(t);
    if (const Payload* p = lex_.calendar(l, CalendarKind::relday)) return p->low == 0;  // "today" is "the day"
    return lex_.calendar(l, CalendarKind::unit) != nullptr;
  }

  static bool agrees(const Word& w, double value) {
    const Number n = value == 1 ? Number::sing : value == 2 ? Number::dual : Number::plur;
    return w.features.number() == n || (value == 1 && w.features.number() == Number::none);
  }

  /// The noun after the number; adjectives and "of" may stand between.
  WordId counted_after(uint32_t t) {
    WordId adjective;
    const uint32_t limit = std::min(lex_.end(), t + kCountedWithin);
    for (; t < limit; ++t) {
      const TokenKind kind = lex_.token(t).kind;
      if (kind == TokenKind::quote_open) continue;
      if (kind != TokenKind::word || lex_.clitics(t) || lex_.is_number(t)) break;
      const WordId id = lex_.words().main_of[t];
      if (lex_.is(t, Particle::of)) {
        if (lex_.pronoun(t) || adjective) break;
        continue;
      }
      const Word& w = lex_.words()[id];
      const Upos upos = w.features.upos();
      if (upos == Upos::adj) {
        if (adjective) break;
        adjective = id;
        continue;
      }
      if (upos == Upos::noun && !quantity(w)) return id;
      if (upos == Upos::propn || upos == Upos::x) return adjective ? adjective : id;
      if (upos != Upos::noun && upos != Upos::det) break;
    }
    return adjective;
  }

  [[nodiscard]] bool quantity(const Word& w) const {
    return w.lemma && (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::quantity)) != 0;
  }

  /// "The number of the dead rose to 20".
  WordId number_of(uint32_t first) {
    for (uint32_t t = first; t > lex_.begin() && first - t < kNumberOfWithin;) {
      --t;
      if (!lex_.is_word(t)) return {};
      const Word& w = lex_.main(t);
      if (w.features.upos() != Upos::noun || !quantity(w) || lex_.at(t)) continue;
      return t + 1 < first && lex_.has_noun(t + 1) ? lex_.words().main_of[t + 1] : WordId::none();
    }
    return {};
  }

  /// A noun in the dual counts two of itself.
  uint32_t dual(uint32_t t) {
    const Word& w = lex_.main(t);
    if (!lex_.is_word(t) || w.guess || w.features.upos() != Upos::noun || w.features.number() != Number::dual) return t + 1;
    if (lex_.person(t) || lex_.spells_person(t) || also_plural(w) || !complete(t)) return t + 1;
    if (t > lex_.begin() && out_.numbers.size() && out_.numbers.back().counted == lex_.words().main_of[t]) return t + 1;
    NumberMention n;
    n.first = lex_.words().main_of[t];
    n.last = n.first.next();
    n.span = w.span;
    n.low = n.high = n.value = 2;
    n.counted = n.first;
    n.rule = "number.dual";
    out_.numbers.push_back(n);
    return t + 1;
  }

  /// A dual without its final nun needs a noun or a pronoun after it; directions only look like one.
  [[nodiscard]] bool complete(uint32_t t) const {
    const Word& w = lex_.main(t);
    if (lex_.text().folded[w.last - 1] == letter::kNun || lex_.pronoun(t)) return true;
    if (w.lemma && (lex_.lexicon().lemma(w.lemma).classes & bit(NounClass::direction)) != 0) return false;
    if (!lex_.is_word(t + 1) || lex_.clitics(t + 1)) return false;
    const Upos next = lex_.main(t + 1).features.upos();
    return next == Upos::noun || next == Upos::propn;
  }

  /// Sound plurals and duals look alike in the oblique.
  [[nodiscard]] bool also_plural(const Word& w) const {
    const auto& folded = lex_.text().folded;
    const uint32_t from = w.first + (w.article ? (folded[w.first] == letter::kAlif ? 2U : 1U) : 0U);
    for (const FormEntry& e : lex_.lexicon().find({folded.data() + from, w.last - from}))
      if (e.features.number() == Number::plur && e.features.upos() != Upos::verb) return true;
    return false;
  }

  // --- bounds ---

  void push(const Draft& d, WordId counted, std::string_view rule) {
    NumberMention n;
    n.first = lex_.is_word(d.first) ? lex_.words().main_of[d.first] : lex_.first_word(d.first);
    n.last = lex_.first_word(d.next);
    n.span = {lex_.words()[n.first].span.begin, lex_.words()[n.last.prev()].span.end};
    n.low = d.q.low;
    n.high = d.q.high;
    n.value = d.range ? (d.q.low + d.q.high) / 2 : d.q.low;
    n.ordinal = d.q.ordinal;
    n.percent = d.percent;
    n.counted = counted;
    n.rule = rule;
    if (!n.ordinal && !d.range) bound(n, d, counted);
    if (out_.numbers.empty() || out_.numbers.back().last <= n.first) out_.numbers.push_back(n);
  }

  void bound(NumberMention& n, const Draft& d, WordId counted) {
    Function f = lex_.phrase_before(d.first);
    uint32_t next = 0;
    if (!is_bound(f)) f = above_or_below(d, counted);
    if (!is_bound(f)) f = lex_.phrase_at(d.next, next);
    if (!is_bound(f) && counted && counted >= n.last) f = lex_.phrase_at(lex_.words()[counted].token.value + 1, next);
    if (f == Function::number_least) n.high = std::numeric_limits<double>::infinity();
    if (f == Function::number_most) n.low = 0;
    if (f == Function::number_about && n.low == n.high) {
      const double off = n.value * kAbout;
      const bool whole = n.value == std::floor(n.value) && n.value >= 5;
      n.low = whole ? std::floor(n.value - off) : n.value - off;
      n.high = whole ? std::ceil(n.value + off) : n.value + off;
    }
  }

  /// "Above 80 dollars", "under 18 years", but not "above three towns".
  Function above_or_below(const Draft& d, WordId counted) {
    if (d.first == lex_.begin()) return Function::none;
    const Particle p = lex_.particle(d.first - 1);
    if (p != Particle::above && p != Particle::below) return Function::none;
    const LemmaId lemma = counted ? lex_.words()[counted].lemma : LemmaId::none();
    const uint64_t classes = lemma ? lex_.lexicon().lemma(lemma).classes : 0;
    const bool measured = !counted || d.percent || (classes & (bit(NounClass::unit) | bit(NounClass::money) | bit(NounClass::time))) != 0;
    if (!measured) return Function::none;
    return p == Particle::above ? Function::number_least : Function::number_most;
  }

  static bool is_bound(Function f) { return f == Function::number_least || f == Function::number_most || f == Function::number_about; }

  Lexemes lex_;
  Mentions& out_;
};

}  // namespace

void find_numbers(const Lexicon& lexicon, const Document&, const Text& text, const Words& words, Mentions& out) {
  NumberFinder finder(lexicon, text, words, out);
  for (const Sentence& s : text.sentences) finder.sentence(s);
}

}  // namespace isnad
