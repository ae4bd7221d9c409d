// Which place a name means: candidates are the lexicon's, the choice is the context's.
#include "entity/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <string>

#include "entity/arabic_place_words.h"

namespace isnad {
namespace {

constexpr size_t kNear = 6;            // mentions on either side that may tell a place apart
constexpr double kNeighbour = 120;     // kilometres to one that does
constexpr float kLargePlace = 250e3F;  // people of a place whose name needs no help from the context

double kilometres(float lat1, float lon1, float lat2, float lon2) {
  constexpr double kRadians = std::numbers::pi / 180, kDiameter = 2 * 6371;
  const double y = std::sin((lat2 - lat1) * kRadians / 2), x = std::sin((lon2 - lon1) * kRadians / 2);
  return kDiameter * std::asin(std::sqrt(std::min(1.0, y * y + std::cos(lat1 * kRadians) * std::cos(lat2 * kRadians) * x * x)));
}

/// A place, or a state by its name; metonyms and capitals of states are no places of their own.
bool means_place(const Payload& p) { return p.kind == PayloadKind::place || (p.kind == PayloadKind::country && p.low != 2 && p.low != 3); }

class PlaceFinder {
 public:
  PlaceFinder(const Grammar& g, Entities& out) : g_(g), out_(out), spoken_(out.spoken_of) {}

  void run() {
    note_countries();
    out_.places.clear();
    out_.place_of.assign(g_.mentions.names.size(), PlaceId::none());
    out_.place_at.assign(g_.words.size(), PlaceId::none());
    collect();
    note_kinds();
    for (const bool settled : {true, false})  // those of one meaning tell where the others are
      for (size_t i = 0; i < out_.places.size(); ++i)
        if (single(out_.places[i]) == settled) choose(i);
    drop_open();
    for (uint32_t i = 0; i < out_.places.size(); ++i) {
      PlaceMention& m = out_.places[i];
      if (m.name != kNone) out_.place_of[m.name] = PlaceId{i};
      if (m.place != kNone && m.name == kNone) out_.place_at[g_.words.main_of[m.first.value].value] = PlaceId{i};
      if (m.rule != kAdjective) distance(m);
    }
  }

 private:
  static constexpr std::string_view kAdjective = "country.adjective";

  // -- what the text has

  /// How often the document names each country, by name or adjective. A name of several countries says nothing.
  void note_countries() {
    spoken_.assign(g_.lexicon.countries.size(), 0);
    for (const NameMatch& n : g_.mentions.names) {
      const auto payloads = g_.lexicon.payloads_of(n.node);
      uint32_t only = kNone;
      bool several = false;
      for (const Payload& x : payloads) {
        if (x.kind != PayloadKind::country) continue;
        several = several || (only != kNone && only != x.index);
        only = x.index;
      }
      if (only != kNone && !several) ++spoken_[only];
    }
    for (const Word& w : g_.words.words)
      if (w.lemma.valid() && g_.lexicon.lemma(w.lemma).country != kNone) ++spoken_[g_.lexicon.lemma(w.lemma).country];
  }

  void collect() {
    uint32_t name = 0, proper = 0;
    for (uint32_t t = 0; t < g_.text.tokens.size();) {
      while (name < g_.mentions.names.size() && g_.mentions.names[name].first.value < t) ++name;
      while (proper < g_.mentions.proper.size() && g_.mentions.proper[proper].last.value <= t) ++proper;
      const bool person = proper < g_.mentions.proper.size() && g_.mentions.proper[proper].first.value <= t &&
                          g_.mentions.proper[proper].type == ProperType::person;
      if (name < g_.mentions.names.size() && g_.mentions.names[name].first.value == t) {
        const uint32_t last = g_.mentions.names[name].last.value;
        if (person || !named(name))
          for (uint32_t i = t; i < last; ++i) adjective(i);
        t = last;
        continue;
      }
      if (!person && !adjective(t)) despite(t);
      ++t;
    }
  }

  /// A name of the lexicon that may be a place.
  bool named(uint32_t index) {
    const NameMatch& n = g_.mentions.names[index];
    PlaceMention m;
    m.name = index, m.node = n.node, m.first = n.first, m.last = n.last;
    m.span = {g_.text.origin[n.first_letter], g_.text.tokens[n.last.value - 1].span.end};
    m.rule = "place.name";
    if (!placed(n.node)) return false;
    out_.places.push_back(m);
    return true;
  }

  /// Whether a name may be a place or a country.
  [[nodiscard]] bool placed(uint32_t node) const {
    const auto payloads = g_.lexicon.payloads_of(node);
    return std::any_of(payloads.begin(), payloads.end(), means_place);
  }

  /// Whether one of the places of a name is of these kinds.
  [[nodiscard]] bool of_kind(uint32_t node, uint32_t kinds) const {
    const auto payloads = g_.lexicon.payloads_of(node);
    return std::any_of(payloads.begin(), payloads.end(), [&](const Payload& p) {
      return p.kind == PayloadKind::place && (kinds & arabic_place::kind_bit(g_.lexicon.text(g_.lexicon.places[p.index].kind))) != 0;
    });
  }

  /// "Kuwaiti" names Kuwait, though nothing is placed by it.
  bool adjective(uint32_t t) {
    const Word& w = g_.words[g_.words.main_of[t]];
    if (!w.lemma.valid()) return false;
    const Lemma& l = g_.lexicon.lemma(w.lemma);
    if (l.country == kNone || !(l.classes & bit(NounClass::nationality))) return false;
    PlaceMention m;
    m.first = TokenId{t}, m.last = TokenId{t + 1};
    m.country = l.country;
    m.span = w.span;
    m.rule = kAdjective;
    out_.places.push_back(m);
    return true;
  }

  /// A place whose name was read as a common word ("the gate" for the town al-Bab): after a word that says what it is, or where a place is
  /// wanted and the document speaks of its country; a large town by the preposition alone.
  void despite(uint32_t t) {
    const Token& token = g_.text.tokens[t];
    const Word& w = g_.words[g_.words.main_of[t]];
    const Upos upos = w.features.upos();
    if (token.kind != TokenKind::word || (upos != Upos::noun && upos != Upos::adj && upos != Upos::verb && upos != Upos::adv)) return;
    if (w.last != token.last || w.last - w.first < 3) return;
    const uint32_t node = name_node(g_.lexicon, g_.text, g_.words, t, w.first, w.last);
    if (node == kNone || !placed(node)) return;
    const uint32_t kinds = kinds_before(t);
    if (kinds && !of_kind(node, kinds)) return;
    if (kinds == 0 && ((upos == Upos::noun && !w.article) || !wanted_before(t) || describes_more(t))) return;
    PlaceMention m;
    m.node = node, m.first = TokenId{t}, m.last = TokenId{t + 1};
    m.open = kinds == 0;
    m.kinds = kinds;
    m.span = {g_.text.origin[w.first], token.span.end};
    m.rule = kinds ? "place.kind" : "place.preposition";
    out_.places.push_back(m);
  }

  /// What the word before token t says that it is.
  [[nodiscard]] uint32_t kinds_before(uint32_t t) const {
    const Word* before = word_before(t);
    if (!before || before->features.upos() != Upos::noun || before->last != g_.text.tokens[before->token.value].last) return 0;
    return arabic_place::kinds_after(stem_of(*before));
  }

  /// What words for kinds say of each mention; a plural speaks for all that are coordinated after it.
  void note_kinds() {
    for (size_t i = 0; i < out_.places.size(); ++i) {
      PlaceMention& m = out_.places[i];
      if (m.kinds != 0 || m.node == kNone) continue;
      m.kinds = kinds_before(m.first.value);
      if (m.kinds == 0) m.kinds = plural_before(m.first.value), m.several = m.kinds != 0;
      if (m.kinds != 0 || i == 0 || !out_.places[i - 1].several || !continues(out_.places[i - 1], m)) continue;
      m.kinds = out_.places[i - 1].kinds, m.several = true;
    }
  }

  /// Is nothing but a comma or "and" between them.
  [[nodiscard]] bool continues(const PlaceMention& before, const PlaceMention& m) const {
    const uint32_t from = before.last.value, to = m.first.value;
    if (to < from || to - from > 2) return false;
    for (uint32_t t = from; t < to; ++t)
      if (g_.text.tokens[t].kind == TokenKind::word && g_.function(g_.words.main_of[t]) != Function::conj) return false;
    return true;
  }

  [[nodiscard]] std::basic_string_view<Letter> stem_of(const Word& w) const {
    const uint32_t first = w.first + (w.article ? 2 : 0);
    return {g_.text.folded.data() + first, w.last - first};
  }

  /// The word before token t, "#" passed over; none where something is joined to t or there is none.
  [[nodiscard]] const Word* word_before(uint32_t t) const {
    if (g_.words.first_of[t] != g_.words.main_of[t]) return nullptr;
    while (t > 0 && is_hash(t - 1)) --t;
    return t == 0 ? nullptr : &g_.words[g_.words.main_of[t - 1]];
  }

  [[nodiscard]] bool is_hash(uint32_t t) const { return g_.document.at(g_.text.tokens[t].span) == "#"; }

  [[nodiscard]] uint32_t plural_before(uint32_t t) const {
    const Word* w = word_before(t);
    return w && w->features.upos() == Upos::noun ? arabic_place::kinds_after_plural(stem_of(*w)) : 0;
  }

  /// Whether a preposition of place or a direction governs token t.
  [[nodiscard]] bool wanted_before(uint32_t t) const {
    const WordId main = g_.words.main_of[t];
    const bool joined = g_.words.first_of[t] != main;
    if (!joined && t == 0) return false;
    const Word& before = g_.word(joined ? main.prev() : g_.words.main_of[t - 1]);
    if (!before.lemma.valid()) return false;
    const Lemma& l = g_.lexicon.lemma(before.lemma);
    const bool direction = before.features.upos() == Upos::noun && !before.article && (l.classes & bit(NounClass::direction)) != 0;
    return direction || (before.features.upos() == Upos::adp && (l.classes & bit(NounClass::place)) != 0);
  }

  /// An adjective, an annexed noun or a preposition after the word speaks for the common noun.
  [[nodiscard]] bool describes_more(uint32_t t) const {
    if (t + 1 >= g_.text.tokens.size()) return false;
    const WordId next = g_.words.first_of[t + 1];
    if (next != g_.words.main_of[t + 1]) return false;
    const Word& after = g_.words[next];
    const Upos upos = after.features.upos();
    if (upos == Upos::adj || upos == Upos::noun || upos == Upos::propn) {
      const bool nationality = after.lemma.valid() && (g_.lexicon.lemma(after.lemma).classes & bit(NounClass::nationality)) != 0;
      return !nationality && after.features.upos() != Upos::propn;
    }
    return upos == Upos::adp;
  }

  // -- the choice

  /// One meaning only: nothing to choose.
  [[nodiscard]] bool single(const PlaceMention& m) const {
    if (m.node == kNone) return true;
    size_t n = 0;
    for (const Payload& p : g_.lexicon.payloads_of(m.node)) n += means_place(p);
    return n == 1 && !m.open && without_kind(m).second == kNone;
  }

  [[nodiscard]] std::string_view country_of(const PlaceMention& m) const {
    if (m.place != kNone) return g_.lexicon.text(g_.lexicon.places[m.place].country);
    return m.country != kNone ? g_.lexicon.text(g_.lexicon.countries[m.country].iso3) : std::string_view();
  }

  void choose(size_t index) {
    PlaceMention& m = out_.places[index];
    if (m.node == kNone) return;
    float best = -100;  // below every score
    const auto weigh = [&](const Payload& p, float score) {
      if (score <= best) return;
      best = score;
      m.country = p.kind == PayloadKind::country ? p.index : kNone;
      m.place = p.kind == PayloadKind::country ? kNone : p.index;
    };
    for (const Payload& p : g_.lexicon.payloads_of(m.node))
      if (means_place(p))
        weigh(p, (p.kind == PayloadKind::country ? country_score(p.index, index) : place_score(p.index, index)) + spelled(p, m));
    if (const auto [kinds, node] = without_kind(m); node != kNone) {
      best += 1.5F;  // listed with the word for its kind
      for (const Payload& p : g_.lexicon.payloads_of(node))
        if (p.kind == PayloadKind::place && (kinds & arabic_place::kind_bit(g_.lexicon.text(g_.lexicon.places[p.index].kind))))
          weigh(p, place_score(p.index, index));
    }
    around_seat(m);
  }

  /// The division named after a town, where its word stands before the name ("the governorates of A and B").
  void around_seat(PlaceMention& m) const {
    constexpr uint32_t kSeats = arabic_place::kCity | arabic_place::kTown | arabic_place::kVillage | arabic_place::kPort;
    if (m.place == kNone) return;
    const uint32_t own = arabic_place::kind_bit(g_.lexicon.text(g_.lexicon.places[m.place].kind));
    if (!(own & kSeats) || (m.kinds & own)) return;
    const uint32_t wanted = m.kinds & (arabic_place::kProvince | arabic_place::kDistrict);
    const uint32_t division = wanted ? division_of(m.place, wanted) : kNone;
    if (division != kNone) m.place = division, m.rule = "place.division";
  }

  /// The division of these kinds whose name is a word for its kind and the name of the place.
  [[nodiscard]] uint32_t division_of(uint32_t seat, uint32_t kinds) const {
    const auto& places = g_.lexicon.places;
    const auto name = g_.lexicon.text(places[seat].name_ar), country = g_.lexicon.text(places[seat].country);
    for (uint32_t i = 0; i < places.size(); ++i) {
      const auto full = g_.lexicon.text(places[i].name_ar);
      if (full.size() <= name.size() || !full.ends_with(name) || full[full.size() - name.size() - 1] != ' ') continue;
      if (full.find(' ') + 1 + name.size() != full.size() || g_.lexicon.text(places[i].country) != country) continue;
      if (kinds & arabic_place::kind_bit(g_.lexicon.text(places[i].kind))) return i;
    }
    return kNone;
  }

  /// The vowel that the text writes on the first letter, against the one of names listed with it ("Oman", "Amman").
  [[nodiscard]] float spelled(const Payload& p, const PlaceMention& m) const {
    const uint32_t first = m.name == kNone ? g_.words[g_.words.main_of[m.first.value]].first : g_.mentions.names[m.name].first_letter;
    const auto written = uint8_t(g_.text.marks[first] & mark::kVowels), listed = uint8_t(p.high);
    return written == 0 || listed == 0 ? 0 : written == listed ? 4.0F : -4.0F;
  }

  /// A name that starts with the word for its kind may be that of others too, which are listed without it: what the word says, and the
  /// rest.
  [[nodiscard]] std::pair<uint32_t, uint32_t> without_kind(const PlaceMention& m) const {
    if (m.last.value - m.first.value < 2) return {0, kNone};
    const Word& w = g_.words[g_.words.main_of[m.first.value]];
    if (w.article) return {0, kNone};
    const uint32_t kinds = arabic_place::kinds_after({g_.text.folded.data() + w.first, w.last - w.first});
    uint32_t node = kinds ? 0 : kNone;
    for (uint32_t t = m.first.value + 1; t < m.last.value && node != kNone; ++t) {
      const uint32_t word = g_.lexicon.name_word(g_.text.folded_of(g_.text.tokens[t]));
      node = word == kNone ? kNone : g_.lexicon.trie_step(node, word);
    }
    return {kinds, node};
  }

  /// A state is meant rather than the town of its own that is its namesake, save where the town is said; a capital elsewhere has its
  /// chance.
  float country_score(uint32_t country, size_t index) {
    const PlaceMention& m = out_.places[index];
    const auto iso3 = g_.lexicon.text(g_.lexicon.countries[country].iso3);
    const bool town = (m.kinds & (arabic_place::kCity | arabic_place::kProvince)) != 0;
    const auto payloads = g_.lexicon.payloads_of(m.node);
    const bool elsewhere = std::any_of(payloads.begin(), payloads.end(), [&](const Payload& p) {
      return p.kind == PayloadKind::place && g_.lexicon.text(g_.lexicon.places[p.index].country) != iso3;
    });
    return (elsewhere ? 5.5F : 7.0F) + context(iso3, kNone, index) - (town ? 9 : 0);
  }

  float place_score(uint32_t place, size_t index) {
    const PlaceMention& m = out_.places[index];
    const Place& p = g_.lexicon.places[place];
    float score = std::log10(float(std::max(p.population, uint32_t{1})));
    const uint32_t kind = arabic_place::kind_bit(g_.lexicon.text(p.kind));
    if (m.kinds) score += (m.kinds & kind) ? 5.0F : 0.0F;
    // without a word for it a province is meant less often than its town
    if (!m.kinds && (kind & (arabic_place::kProvince | arabic_place::kDistrict))) score -= 1.5F;
    return score + context(g_.lexicon.text(p.country), place, index);
  }

  /// What the document and the places around say for a place of this country.
  float context(std::string_view iso3, uint32_t place, size_t index) const {
    const PlaceMention& m = out_.places[index];
    float score = float(std::min(out_.times_spoken_of(g_.lexicon, iso3), 3U));
    const size_t first = index > kNear ? index - kNear : 0, last = std::min(index + kNear + 1, out_.places.size());
    float near = 0;
    for (size_t i = first; i < last; ++i) {
      const PlaceMention& o = out_.places[i];
      if (i == index || (o.place == kNone && o.country == kNone) || o.node == m.node) continue;
      const uint32_t gap = i < index ? m.first.value - o.last.value : o.first.value - m.last.value;
      const bool same = country_of(o) == iso3 && !iso3.empty();
      if (!same) continue;
      near = std::max(near, gap <= 2 ? 3.0F : gap <= 20 ? 2.0F : 1.0F);
      if (place != kNone && o.place != kNone && gap <= 30) near = std::max(near, neighbours(place, o.place) + (gap <= 2 ? 2.0F : 0.0F));
    }
    return score + near;
  }

  /// One lies in the other, both in one division, or close to each other.
  [[nodiscard]] float neighbours(uint32_t a, uint32_t b) const {
    const Place &p = g_.lexicon.places[a], &q = g_.lexicon.places[b];
    if (p.parent == b || q.parent == a) return 4;
    if (p.parent != kNone && p.parent == q.parent) return 3.5F;
    return kilometres(p.lat, p.lon, q.lat, q.lon) < kNeighbour ? 3.0F : 1.0F;
  }

  /// "the quarter of Mafraq" is no town of that name.
  [[nodiscard]] bool quarter_elsewhere(const PlaceMention& m) const {
    constexpr uint32_t kSmall = arabic_place::kQuarter | arabic_place::kCamp;
    if (m.place == kNone || m.kinds == 0 || (m.kinds & ~kSmall) != 0) return false;
    return (m.kinds & arabic_place::kind_bit(g_.lexicon.text(g_.lexicon.places[m.place].kind))) == 0;
  }

  /// Names met so far: none, one, or several.
  struct Nodes {
    uint32_t first = kNone;
    bool several = false;
    void add(uint32_t node) {
      if (first == kNone) first = node;
      several = several || node != first;
    }
    [[nodiscard]] bool besides(uint32_t node) const { return several || (first != kNone && first != node); }
  };

  /// Common words stay words where nothing else speaks for the country of the place: after a preposition, save for large places; after a
  /// word for the kind, if the document names places of other countries.
  void drop_open() {
    const auto doubtful = [&](const PlaceMention& m) { return m.node != kNone && (m.name == kNone || quarter_elsewhere(m)); };
    if (std::none_of(out_.places.begin(), out_.places.end(), doubtful)) return;
    std::map<std::string_view, Nodes> countries;  // named by places that stand for themselves
    Nodes any;
    for (const PlaceMention& o : out_.places) {
      if (o.open) continue;
      countries[country_of(o)].add(o.node);
      if (o.place != kNone) any.add(o.node);
    }
    const auto dropped = [&](const PlaceMention& m) {
      if (!doubtful(m)) return false;
      if (m.place == kNone) return m.country == kNone;
      const Place& p = g_.lexicon.places[m.place];
      const auto iso3 = g_.lexicon.text(p.country);
      if (iso3.empty()) return m.open;
      if (countries[iso3].besides(m.node)) return false;
      const bool others = any.besides(m.node);
      return m.open ? float(p.population) < kLargePlace : others;
    };
    out_.places.erase(std::remove_if(out_.places.begin(), out_.places.end(), dropped), out_.places.end());
  }

  // -- "30 kilometres north of X"

  /// Looks back from the place: directions, "from", a unit, a number.
  void distance(PlaceMention& m) const {
    const uint32_t begin = m.first.value > 7 ? m.first.value - 7 : 0;
    std::optional<float> bearing;
    uint32_t t = m.first.value;
    if (g_.words.first_of[t] != g_.words.main_of[t] && g_.words[g_.words.main_of[t].prev()].features.upos() != Upos::adp) return;
    while (t-- > begin) {
      const Word& w = g_.words[g_.words.main_of[t]];
      const uint32_t first = w.first + (w.article ? 2 : 0);
      const std::basic_string_view<Letter> folded{g_.text.folded.data() + first, w.last - first};
      if (const auto b = arabic_place::bearing_of(folded)) {
        bearing = bearing ? between(*b, *bearing) : *b;
        continue;
      }
      const float unit = arabic_place::kilometres_of(g_.text.folded_of(g_.text.tokens[t]));
      if (unit > 0) return measure(m, t, unit, bearing);
      const uint32_t kind = w.features.upos() == Upos::noun ? arabic_place::kinds_after(folded) : 0;
      if (kind == 0 && !arabic_place::is_from(folded)) return;
    }
  }

  static float between(float a, float b) { return std::abs(a - b) > 180 ? std::fmod((a + b + 360) / 2, 360.0F) : (a + b) / 2; }

  void measure(PlaceMention& m, uint32_t unit_token, float unit, std::optional<float> bearing) const {
    const auto& numbers = g_.mentions.numbers;  // in the order of the text
    const auto before = [&](const NumberMention& n, uint32_t token) { return g_.words[n.last.prev()].token.value + 1 < token; };
    for (auto it = std::lower_bound(numbers.begin(), numbers.end(), unit_token, before); it != numbers.end(); ++it) {
      const NumberMention& n = *it;
      const uint32_t last = g_.words[n.last.prev()].token.value, first = g_.words[n.first].token.value;
      if (first > unit_token) break;
      if (last + 1 != unit_token && !(first <= unit_token && unit_token <= last)) continue;
      m.distance = std::round(float(n.value) * unit * 10) / 10;
      m.bearing = bearing.value_or(-1.0F);
      m.from = n.span;
      return;
    }
  }

  const Grammar& g_;
  Entities& out_;
  std::vector<uint32_t>& spoken_;
};

}  // namespace

Point point_of(const Lexicon& lexicon, const PlaceMention& m) {
  constexpr float kDegree = 111.2F, kRadians = float(std::numbers::pi) / 180;
  const bool country = m.place == kNone;
  Point p{country ? lexicon.countries[m.country].lat : lexicon.places[m.place].lat,
          country ? lexicon.countries[m.country].lon : lexicon.places[m.place].lon, 0};
  if (m.distance <= 0) return p;
  if (m.bearing < 0) return p.radius = m.distance, p;
  const float across = std::max(0.1F, std::cos(p.lat * kRadians));
  p.lat += m.distance * std::cos(m.bearing * kRadians) / kDegree;
  p.lon += m.distance * std::sin(m.bearing * kRadians) / (kDegree * across);
  p.lat = std::round(p.lat * 1000) / 1000, p.lon = std::round(p.lon * 1000) / 1000;
  p.radius = std::round(std::max(1.0F, m.distance * 0.4F));  // a sixteenth of the circle to either side
  return p;
}

void find_places(const Grammar& g, Entities& out) { PlaceFinder(g, out).run(); }

std::string dump_places(const Lexicon& lexicon, const Document& document, const Entities& entities) {
  std::string out;
  for (const PlaceMention& m : entities.places) {
    const Str id = m.place != kNone ? lexicon.places[m.place].id : lexicon.countries[m.country].iso3;
    out += fmt::format("{}..{} {} {} {}", m.span.begin, m.span.end, lexicon.text(id), m.rule, document.at(m.span));
    if (m.distance > 0) {
      const Point p = point_of(lexicon, m);
      out += fmt::format(" {} km", m.distance);
      if (m.bearing >= 0) out += fmt::format(" at {} degrees: {:.2f} {:.2f}", m.bearing, p.lat, p.lon);
      out += fmt::format(" within {:.0f} km", p.radius);
    }
    out += '\n';
  }
  return out;
}

}  // namespace isnad
