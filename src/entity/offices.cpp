// Who holds an office that a text names by country and title only: "the Russian president", "the Iraqi minister of defence".
#include <algorithm>
#include <limits>
#include <vector>

#include "entity/arabic_reference_words.h"
#include "entity/resolve.h"

namespace isnad {
namespace {

/// Until when knowledge/actors knows who holds an office: 2026-12-31. Who has one without an end then may not have it later.
constexpr int32_t kKnownUntil = 20818;

class Holders {
 public:
  Holders(const Grammar& g, int32_t day, Entities& out) : g_(g), x_(g.lexicon), day_(day), out_(out) {}

  void run() {
    name_holders();
    for (Entity& e : out_.entities) {
      if (e.kind != EntityKind::person || e.actor != kNone || e.country.empty() || e.antecedent.valid()) continue;
      if (const Str same = office_of_counterpart(e); same.size) {
        hold(e, same);
        continue;
      }
      const std::string_view title = title_of(g_.mentions[e.phrase]);
      if (title.empty()) continue;
      const Str office = english(title);
      hold(e, office);
      if (e.actor == kNone) office_itself(e, office);
    }
  }

 private:
  [[nodiscard]] std::string_view at(WordId first, WordId last) const {
    return g_.document.at({g_.text.origin[g_.word(first).first], g_.text.origin[g_.word(last).last]});
  }

  /// The words before the adjective of nationality, where nothing but it follows; empty where more is said ("former", "elected").
  [[nodiscard]] std::string_view title_of(const Phrase& p) const {
    if (p.kind != PhraseKind::noun || p.adjective_count != 1) return {};
    const WordId adjective = g_.mentions.adjectives[p.adjectives];
    const Lemma* l = g_.lemma(adjective);
    if (!l || l->country == kNone || adjective.value + 1 != p.last.value || adjective <= p.head) return {};
    if (p.last.value < g_.words.size()) {
      const Lemma* next = g_.lemma(p.last);
      if (next && next->upos == Upos::adj && g_.word(p.last).article) return {};
    }
    return at(p.head, WordId{adjective.value - 1});
  }

  /// "(The American president and) his Russian counterpart": the office that whoever "his" means holds; empty where it isn't known.
  [[nodiscard]] Str office_of_counterpart(const Entity& e) const {
    const Phrase& p = g_.mentions[e.phrase];
    const Word& head = g_.word(p.head);
    if (p.kind != PhraseKind::noun || !arabic_reference::is_counterpart({g_.text.folded.data() + head.first, head.last - head.first}))
      return {};
    for (uint32_t i = e.phrase.value + 1; i < g_.mentions.phrases.size() && g_.mentions.phrases[i].first < p.last; ++i) {
      const Phrase& q = g_.mentions.phrases[i];
      if (q.kind == PhraseKind::name) return {};  // he is named
      if (q.outer != e.phrase || q.kind != PhraseKind::pronoun || !out_.entity_of[i].valid()) continue;
      const EntityId owner = out_[out_.entity_of[i]].antecedent;
      if (owner.valid() && out_[owner].office != kNone) return x_.offices[out_[owner].office].title_en;
    }
    return {};
  }

  /// Titles are the same office where they are one in English; empty where nobody's is called so. Texts of the image are held once, so that
  /// places in it can be compared.
  [[nodiscard]] Str english(std::string_view title) const {
    const uint32_t office = x_.office(title);
    return office == kNone ? Str{} : x_.offices[office].title_en;
  }

  [[nodiscard]] bool is(const Office& o, std::string_view country, Str title, bool now) const {
    if (o.title_en.offset != title.offset || o.title_en.size != title.size) return false;
    if (now && (day_ == std::numeric_limits<int32_t>::min() || day_ < o.from || o.to < day_)) return false;
    return x_.text(o.country) == country;
  }

  [[nodiscard]] uint32_t office_of(const Actor& a, std::string_view country, Str title, bool now) const {
    for (uint32_t i = a.offices.first; i < a.offices.first + a.offices.count; ++i)
      if (is(x_.offices[i], country, title, now)) return i;
    return kNone;
  }

  /// The one whom the document names, else the only one who held the office on its day; two who might be meant are neither.
  void hold(Entity& e, Str title) {
    if (title.size == 0) return;
    uint32_t actor = kNone, office = kNone;
    for (const uint32_t other : named_) {
      const uint32_t held = office_of(x_.actors[other], e.country, title, day_ != std::numeric_limits<int32_t>::min());
      if (held == kNone) continue;
      if (actor != kNone) return;
      actor = other, office = held;
    }
    if (actor != kNone) return become(e, actor, office, "office.named");
    if (day_ > kKnownUntil) return;
    for (uint32_t i = 0; i < x_.offices.size(); ++i) {
      if (!is(x_.offices[i], e.country, title, true)) continue;
      const uint32_t holder = holder_of(i);
      if (actor != kNone && holder != actor) return;
      if (actor == kNone) actor = holder, office = i;
    }
    if (actor != kNone) become(e, actor, office, "office.holder");
  }

  /// Whoever holds it: where nobody is known to, the office is all that the text names, and two reports name the same.
  void office_itself(Entity& e, Str title) const {
    for (uint32_t i = 0; i < x_.offices.size() && title.size && e.office == kNone; ++i)
      if (x_.offices[i].title_en.offset == title.offset) e.office = i;
  }

  /// The holders of offices whom the document names, each once.
  void name_holders() {
    for (const Entity& e : out_.entities)
      if (e.actor != kNone && e.kind == EntityKind::person && x_.actors[e.actor].offices.count) named_.push_back(e.actor);
    std::sort(named_.begin(), named_.end());
    named_.erase(std::unique(named_.begin(), named_.end()), named_.end());
  }

  [[nodiscard]] uint32_t holder_of(uint32_t office) const {
    for (uint32_t a = 0; a < x_.actors.size(); ++a) {
      const auto& o = x_.actors[a].offices;
      if (office >= o.first && office < o.first + o.count) return a;
    }
    return kNone;
  }

  void become(Entity& e, uint32_t actor, uint32_t office, std::string_view rule) const {
    e.actor = actor;
    e.office = office;
    e.rule = rule;
  }

  const Grammar& g_;
  const Lexicon& x_;
  int32_t day_;
  Entities& out_;
  std::vector<uint32_t> named_;
};

}  // namespace

void find_holders(const Grammar& g, int32_t day, Entities& out) { Holders(g, day, out).run(); }

}  // namespace isnad
