// Who is meant by pronouns, "the latter" and descriptions that repeat; forwards through the document.
#include <algorithm>
#include <array>

#include "entity/arabic_place_words.h"
#include "entity/resolve.h"

namespace isnad {
namespace {

constexpr size_t kMemory = 12;  // how many mentions back an antecedent may lie
constexpr size_t kPeople = 64;  // how many persons back a surname may go, and how many bodies back "the party"

class Antecedents {
 public:
  Antecedents(const Grammar& g, const Clauses& clauses, Entities& out) : g_(g), clauses_(clauses), out_(out) {}

  void run() {
    note_holders();
    out_.people.clear();
    out_.bodies.clear();
    for (size_t i = 0; i < out_.entities.size(); ++i) {
      Entity& e = out_.entities[i];
      const Phrase& p = g_.mentions[e.phrase];
      if (p.kind == PhraseKind::noun && (e.classes & bit(NounClass::state))) state_spoken_of(e, p);
      if (p.kind == PhraseKind::pronoun)
        pronoun(e), possessed(e, p);
      else if (g_.latter(p))
        nearest(e, "coreference.latter");
      else if (vague(e, p))
        description(e), possessed(e, p);
      else if (p.kind == PhraseKind::name && e.actor == kNone && e.kind == EntityKind::person)
        short_name(e, p);
      if (e.actor == kNone && !e.antecedent.valid()) abbreviation(e, EntityId::at(i));
      if (e.kind == EntityKind::person && p.kind != PhraseKind::pronoun && !e.antecedent.valid()) out_.people.push_back(EntityId::at(i));
      if (e.kind != EntityKind::person && e.actor != kNone && !e.antecedent.valid()) out_.bodies.push_back(EntityId::at(i));
      if (e.kind != EntityKind::none && g_.actor_like(e.phrase)) remember(EntityId::at(i));
    }
    headline();
  }

 private:
  void remember(EntityId e) {
    if (size_ == kMemory) {
      std::copy(memory_.begin() + 1, memory_.end(), memory_.begin());
      --size_;
    }
    memory_[size_++] = e;
  }

  [[nodiscard]] Gender gender_of(const Phrase& p) const {
    const Features f = g_.word(p.head).features;
    const Lemma* l = g_.lemma(p.head);
    const bool human = (g_.classes(p.head.valid() ? g_.mentions.phrase_of[p.head.value] : PhraseId{}) &
                        (bit(NounClass::person) | bit(NounClass::role))) != 0;
    if (f.number() == Number::plur && !human) return Gender::fem;
    if (f.gender() != Gender::none) return f.gender();
    return l ? l->gender : Gender::none;
  }

  [[nodiscard]] bool fits(const Entity& e, Gender gender, Number number) const {
    const Phrase& p = g_.mentions[e.phrase];
    if (p.kind == PhraseKind::pronoun) return false;
    const Gender g = gender_of(p);
    const Number n = g_.word(p.head).features.number();
    const bool human = (e.classes & (bit(NounClass::person) | bit(NounClass::role))) != 0 || e.kind == EntityKind::person;
    if (number == Number::plur)
      return n == Number::plur || (e.classes & (bit(NounClass::group) | bit(NounClass::plural) | bit(NounClass::force))) != 0;
    if (n == Number::plur && human) return false;
    return gender == Gender::none || g == Gender::none || g == gender;
  }

  void become(Entity& e, EntityId antecedent, std::string_view rule) {
    const Entity& a = out_[antecedent];
    e.antecedent = a.antecedent.valid() ? a.antecedent : antecedent;
    e.kind = a.kind;
    e.sector = a.sector;
    e.country = a.country;
    e.ground = a.ground;
    e.affiliation = a.affiliation;
    e.actor = a.actor;
    e.state = a.state;
    e.place = a.place;
    e.named = a.named;
    e.office = a.office;
    e.classes |= a.classes & ~(bit(NounClass::possible) | bit(NounClass::planned));
    e.via = Via::coreference;
    e.rule = rule;
  }

  void pronoun(Entity& e) {
    const Phrase& p = g_.mentions[e.phrase];
    const Features f = g_.word(p.head).features;
    if (f.person() == Person::first) return speaker(e, p);
    if (f.person() == Person::second) return;
    if (const EntityId s = subject_around(p, f); s.valid()) return become(e, s, "coreference.subject");
    bool other = false;  // passed its own doer
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      const Phrase& q = g_.mentions[a.phrase];
      if (q.sentence.value + 1 < p.sentence.value) break;
      if (p.outer.valid() && p.outer == a.phrase) continue;  // not the noun it is annexed to
      if (q.first <= p.head && p.head < q.last) continue;    // nor one that holds it
      if (a.phrase == does_to(p)) {
        other = true;
        continue;
      }
      if (other && (f.number() == Number::plur || gender_of(q) != f.gender())) continue;  // one that surely fits, then
      if (fits(a, f.gender(), f.number())) return become(e, memory_[i], "coreference.pronoun");
    }
  }

  /// The subject of the verb that the pronoun is joined to, which would have said "himself"; none where it is joined to none.
  [[nodiscard]] PhraseId does_to(const Phrase& p) const {
    if (p.head.value == 0 || !g_.word(p.head).enclitic || g_.word(p.head.prev()).token != g_.word(p.head).token) return {};
    const ClauseId c = clauses_.clause_of[p.head.value - 1];
    if (!c.valid() || clauses_[c].kind != PredicateKind::verb) return {};
    const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject);
    return s ? s->phrase : PhraseId::none();
  }

  /// "We", "our forces": whoever speaks, where a verb of speech holds the clause, else the last one who spoke in this sentence or before.
  void speaker(Entity& e, const Phrase& p) {
    const auto& all = clauses_.clauses;  // in the order of their predicates
    const auto after = std::upper_bound(all.begin(), all.end(), p.head, [](WordId w, const Clause& k) { return w < k.predicate; });
    for (auto it = after; it != all.begin();) {
      const Clause& k = *--it;
      if (k.sentence.value + 1 < p.sentence.value) return;
      if (k.kind != PredicateKind::verb || !g_.is_speech(k.lemma)) continue;
      const Argument* s = clauses_.find(k, ArgumentRole::subject);
      if (!s || !s->phrase.valid() || !out_.entity_of[s->phrase.value].valid()) continue;
      const EntityId id = out_.entity_of[s->phrase.value];
      if (&out_[id] != &e && out_[id].kind != EntityKind::none) return become(e, id, "coreference.speaker");
    }
  }

  /// "Its forces", "the leaders of the movement": what is said to be somebody's has his country, and people and bodies have his sector.
  void possessed(const Entity& owner, const Phrase& p) {
    constexpr uint64_t kOwned = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::force) | bit(NounClass::organisation) |
                                bit(NounClass::facility) | bit(NounClass::vehicle) | bit(NounClass::group) | bit(NounClass::quantity) |
                                bit(NounClass::state);
    constexpr uint64_t kArmed = bit(Sector::MIL) | bit(Sector::COP) | bit(Sector::UAF) | bit(Sector::REB);
    if (!owner.antecedent.valid() || owner.country.empty() || owner.kind == EntityKind::place) return;
    PhraseId at = p.attachment == Attachment::annexed ? p.outer : PhraseId{};
    for (int steps = 0; steps < 3 && at.valid() && out_.entity_of[at.value].valid(); ++steps) {
      Entity& e = out_.entities[out_.entity_of[at.value].value];
      if (e.actor != kNone || !e.country.empty() || !(e.classes & kOwned)) return;
      e.country = owner.country;
      e.affiliation = owner.affiliation;
      if (e.sector == Sector::none && (e.classes & bit(NounClass::force)))
        e.sector = owner.sector == Sector::GOV || owner.sector == Sector::none ? Sector::MIL : owner.sector;
      if (e.sector == Sector::none && (e.classes & (bit(NounClass::role) | bit(NounClass::quantity)))) e.sector = owner.sector;
      if (e.sector == Sector::none && (e.classes & bit(NounClass::person)) && e.kind == EntityKind::group && (bit(owner.sector) & kArmed))
        e.sector = owner.sector;
      e.rule = "coreference.possessor";
      const Phrase& q = g_.mentions[at];
      at = q.attachment == Attachment::annexed ? q.outer : PhraseId{};
    }
  }

  /// Which clause each phrase is an argument of, itself or by what it hangs on.
  void note_holders() {
    out_.holder_of.assign(g_.mentions.phrases.size(), ClauseId::none());
    for (size_t i = 0; i < clauses_.clauses.size(); ++i)
      for (const Argument& a : clauses_.arguments_of(clauses_.clauses[i]))
        if (a.phrase.valid() && !a.inherited && !a.rule.starts_with("relative.")) out_.holder_of[a.phrase.value] = ClauseId::at(i);
    for (size_t i = 0; i < out_.holder_of.size(); ++i) {
      const Phrase& p = g_.mentions.phrases[i];
      if (!out_.holder_of[i].valid() && p.outer.valid()) out_.holder_of[i] = out_.holder_of[p.outer.value];
    }
  }

  /// "he stressed his refusal": what belongs to somebody inside a clause belongs to its subject, else to that of the clause around.
  [[nodiscard]] EntityId subject_around(const Phrase& p, Features f) const {
    if (!p.outer.valid() || p.attachment != Attachment::annexed) return {};
    ClauseId c = out_.holder_of[p.outer.value];
    for (int steps = 0; steps < 3 && c.valid(); ++steps, c = clauses_[c].parent) {
      const Clause& k = clauses_[c];
      if (k.sentence != p.sentence || k.link == Link::relative) return {};
      const Argument* s = clauses_.find(k, k.passive ? ArgumentRole::object : ArgumentRole::subject);
      if (!s || !s->phrase.valid()) continue;
      const Phrase& q = g_.mentions[s->phrase];
      const EntityId id = out_.entity_of[s->phrase.value];
      if (!id.valid() || q.head == p.head || (q.first <= p.head && p.head < q.last) || !g_.actor_like(s->phrase)) continue;
      if (q.kind == PhraseKind::pronoun)
        return out_[id].antecedent.valid() && fits(out_[out_[id].antecedent], f.gender(), f.number()) ? id : EntityId::none();
      return fits(out_[id], f.gender(), f.number()) ? id : EntityId::none();
    }
    return {};
  }

  void nearest(Entity& e, std::string_view rule) {
    const Gender gender = g_.word(g_.mentions[e.phrase].head).features.gender();
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      if (g_.mentions[a.phrase].sentence.value + 1 < g_.mentions[e.phrase].sentence.value) break;
      if (fits(a, gender, Number::sing)) return become(e, memory_[i], rule);
    }
  }

  /// A definite description without country or name.
  [[nodiscard]] bool vague(const Entity& e, const Phrase& p) const {
    return p.kind == PhraseKind::noun && p.definite && e.country.empty() && e.actor == kNone && e.kind != EntityKind::none &&
           e.kind != EntityKind::place;
  }

  /// Notes of the states below a node of names the one that the document speaks of most; `twice`: two of them as much.
  void most_spoken_of(uint32_t node, int depth, uint32_t& state, bool& twice) const {
    const auto& x = g_.lexicon;
    for (const Payload& p : x.payloads_of(node)) {
      if (p.kind != PayloadKind::country || p.low >= 2 || p.index == state || out_.spoken_of[p.index] == 0) continue;
      const uint32_t best = state == kNone ? 0 : out_.spoken_of[state], n = out_.spoken_of[p.index];
      if (n >= best) twice = n == best;
      if (n > best) state = p.index;
    }
    if (depth == 0) return;
    for (const TrieEdge& edge : x.slice(x.trie_edges, x.trie_nodes[node].edges)) most_spoken_of(edge.node, depth - 1, state, twice);
  }

  /// "The kingdom", "the sultanate" alone: the state whose full name starts with the word, if the document speaks of one of these more than
  /// of the others.
  void state_spoken_of(Entity& e, const Phrase& p) const {
    constexpr int kWords = 3;  // of a full name, after the first
    const Word& w = g_.word(p.head);
    if (!w.article || p.last.value != p.head.value + 1 || !vague(e, p)) return;
    const std::basic_string_view<Letter> all{g_.text.folded.data() + w.first, w.last - w.first};
    const size_t article = all.size() > 1 && all[1] == letter::kLam ? 2 : 1;
    if (all.size() < 6 || !arabic_place::is_form_of_state(all.substr(article))) return;
    uint32_t state = kNone;
    bool twice = false;
    for (const size_t skip : {size_t{0}, article}) {  // listed with the article or without it
      const uint32_t word = g_.lexicon.name_word(all.substr(skip)), node = word == kNone ? kNone : g_.lexicon.trie_step(0, word);
      if (node != kNone) most_spoken_of(node, kWords, state, twice);
    }
    if (state == kNone || twice) return;
    e.state = state;
    e.country = g_.lexicon.text(g_.lexicon.countries[state].iso3);
    e.kind = EntityKind::country;
    e.sector = Sector::none;
    e.via = Via::alias;
    e.rule = "coreference.state_noun";
  }

  /// The same head noun with a country or name before.
  void description(Entity& e) {
    const LemmaId head = g_.word(g_.mentions[e.phrase].head).lemma;
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      if (a.country.empty() && a.actor == kNone) continue;
      const LemmaId other = g_.word(g_.mentions[a.phrase].head).lemma;
      if (head.valid() && head == other) return become(e, memory_[i], "coreference.same_head");
      if (is_called(a, g_.mentions[e.phrase])) return become(e, memory_[i], "coreference.first_word");
    }
    const size_t reach = out_.bodies.size() > kPeople ? out_.bodies.size() - kPeople : 0;
    for (size_t i = out_.bodies.size(); i-- > reach;)
      if (is_called(out_[out_.bodies[i]], g_.mentions[e.phrase])) return become(e, out_.bodies[i], "coreference.first_word");
  }

  /// "The party" after an actor whose full name starts with "party".
  [[nodiscard]] bool is_called(const Entity& a, const Phrase& p) const {
    if (a.actor == kNone || a.kind == EntityKind::person || p.name != kNone) return false;
    const Word& w = g_.word(p.head);
    if (!w.article || w.last < w.first + 5) return false;
    std::string_view name = g_.lexicon.text(g_.lexicon.actors[a.actor].name_ar);
    name = name.substr(0, name.find(' '));
    return !name.empty() && name == g_.document.at({g_.text.origin[w.first + 2], g_.text.origin[w.last]});
  }

  [[nodiscard]] std::string_view text_of(const Entity& e) const { return g_.document.at(g_.mentions[e.phrase].span); }

  /// A name of one word after a longer one nearby that ends or begins with it, or any after one that ends with it: the same person.
  void short_name(Entity& e, const Phrase& p) {
    const std::string_view name = text_of(e);
    for (size_t i = size_; p.last.value - p.first.value == 1 && i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      const PhraseKind kind = g_.mentions[a.phrase].kind;
      if (a.kind != EntityKind::person || kind == PhraseKind::pronoun) continue;
      const std::string_view full = text_of(a);
      const bool first = kind == PhraseKind::name && full.starts_with(name) && full.size() > name.size() && full[name.size()] == ' ';
      if (first || ends_with_name(full, name)) return become(e, memory_[i], "coreference.short_name");
    }
    const size_t reach = out_.people.size() > kPeople ? out_.people.size() - kPeople : 0;
    for (size_t i = out_.people.size(); i-- > reach;)
      if (is_surname(out_[out_.people[i]], name)) return become(e, out_.people[i], "coreference.surname");
  }

  [[nodiscard]] static bool ends_with_name(std::string_view full, std::string_view name) {
    return full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ' ';
  }

  /// Does what the text calls him end so, or what he is known as; or do both begin and end alike, with names of forefathers between.
  [[nodiscard]] bool is_surname(const Entity& a, std::string_view name) const {
    if (g_.mentions[a.phrase].name == kNone && g_.mentions[a.phrase].kind != PhraseKind::name && a.actor == kNone) return false;
    const std::string_view known = a.actor == kNone ? std::string_view() : g_.lexicon.text(g_.lexicon.actors[a.actor].name_ar);
    for (const std::string_view full : {text_of(a), known}) {
      if (ends_with_name(full, name)) return true;
      const size_t space = name.find(' ');
      if (space != std::string_view::npos && full.starts_with(name.substr(0, space + 1)) && full.ends_with(name.substr(name.rfind(' '))) &&
          full.size() > name.size())
        return true;
    }
    return false;
  }

  /// Headlines give the surname before the text gives the name.
  void headline() {
    for (size_t i = 0; i < out_.entities.size(); ++i) {
      Entity& e = out_.entities[i];
      const Phrase& p = g_.mentions[e.phrase];
      if (p.sentence.value > 0) return;
      if (p.kind != PhraseKind::name || e.kind != EntityKind::person || e.actor != kNone || e.antecedent.valid()) continue;
      if (p.last.value - p.first.value != 1) continue;
      const std::string_view name = text_of(e);
      for (size_t j = 0; j < out_.people.size() && j < kPeople; ++j) {
        const EntityId full = out_.people[j];
        if (full.value <= i || out_[full].actor == kNone || !is_surname(out_[full], name)) continue;
        become(e, full, "coreference.headline");
        break;
      }
    }
  }

  [[nodiscard]] bool is_bracket(uint32_t word, char bracket) const {
    if (word >= g_.words.size()) return false;
    const Word& w = g_.word(WordId{word});
    const std::string_view text = g_.document.at({g_.text.origin[w.first], g_.text.origin[w.last]});
    return text.size() == 1 && text[0] == bracket;
  }

  /// What stands alone in brackets after a body and is nothing by itself is its abbreviation, there and from then on.
  void abbreviation(Entity& e, EntityId self) {
    const Phrase& p = g_.mentions[e.phrase];
    const bool plain = e.kind == EntityKind::none || e.rule == "name.unknown";
    const Lemma* l = g_.lemma(p.head);
    if (!plain || p.first.value == 0 || p.last.value - p.first.value > 3 || (l && l->upos == Upos::adj)) return;
    for (size_t i = 0; i < short_count_; ++i)
      if (text_of(out_[short_[i]]) == text_of(e)) return become(e, out_[short_[i]].antecedent, "coreference.abbreviation");
    if (!is_bracket(p.first.value - 1, '(') || !is_bracket(p.last.value, ')')) return;
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      const Phrase& q = g_.mentions[a.phrase];
      if (q.kind == PhraseKind::pronoun || a.kind == EntityKind::person || q.last.value + 1 != p.first.value) continue;
      if (short_count_ < short_.size()) short_[short_count_++] = self;
      return become(e, memory_[i], "coreference.abbreviation");
    }
  }

  const Grammar& g_;
  const Clauses& clauses_;
  Entities& out_;
  std::array<EntityId, kMemory> memory_{};
  size_t size_ = 0;
  std::array<EntityId, 8> short_{};  // abbreviations in the order of the text
  size_t short_count_ = 0;
};

}  // namespace

void find_antecedents(const Grammar& g, const Clauses& clauses, Entities& out) { Antecedents(g, clauses, out).run(); }

}  // namespace isnad
