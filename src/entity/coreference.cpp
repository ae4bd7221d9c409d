// Who is meant by pronouns, "the latter" and descriptions that repeat; forwards through the document.
#include <algorithm>
#include <array>

#include "entity/resolve.h"

namespace isnad {
namespace {

constexpr size_t kMemory = 12;  // how many mentions back an antecedent may lie

class Antecedents {
 public:
  Antecedents(const Grammar& g, const Clauses& clauses, Entities& out) : g_(g), clauses_(clauses), out_(out) {}

  void run() {
    note_holders();
    for (size_t i = 0; i < out_.entities.size(); ++i) {
      Entity& e = out_.entities[i];
      const Phrase& p = g_.mentions[e.phrase];
      if (p.kind == PhraseKind::pronoun)
        pronoun(e), possessed(e, p);
      else if (latter(p))
        nearest(e, "coreference.latter");
      else if (vague(e, p))
        description(e);
      else if (p.kind == PhraseKind::name && e.actor == kNone && e.kind == EntityKind::person)
        short_name(e, p);
      if (e.kind != EntityKind::none && g_.actor_like(e.phrase)) remember(EntityId::at(i));
    }
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
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      const Phrase& q = g_.mentions[a.phrase];
      if (q.sentence.value + 1 < p.sentence.value) break;
      if (p.outer.valid() && p.outer == a.phrase) continue;  // not the noun it is annexed to
      if (q.first <= p.head && p.head < q.last) continue;    // nor one that holds it
      if (fits(a, f.gender(), f.number())) return become(e, memory_[i], "coreference.pronoun");
    }
  }

  /// "We", "our forces": whoever speaks, where a verb of speech holds the clause, else the last one who spoke in this sentence or before.
  void speaker(Entity& e, const Phrase& p) {
    for (size_t i = clauses_.clauses.size(); i-- > 0;) {
      const Clause& k = clauses_.clauses[i];
      if (p.head < k.predicate) continue;
      if (k.sentence.value + 1 < p.sentence.value) return;
      if (k.kind != PredicateKind::verb || !g_.is_speech(k.lemma)) continue;
      const Argument* s = clauses_.find(k, ArgumentRole::subject);
      if (!s || !s->phrase.valid() || !out_.entity_of[s->phrase.value].valid()) continue;
      const EntityId id = out_.entity_of[s->phrase.value];
      if (&out_[id] != &e && out_[id].kind != EntityKind::none) return become(e, id, "coreference.speaker");
    }
  }

  /// "Its forces": what is said to be somebody's has his country, and people and bodies have his sector.
  void possessed(const Entity& owner, const Phrase& p) {
    constexpr uint64_t kOwned = bit(NounClass::person) | bit(NounClass::role) | bit(NounClass::force) | bit(NounClass::organisation) |
                                bit(NounClass::facility) | bit(NounClass::vehicle) | bit(NounClass::group) | bit(NounClass::quantity);
    if (!owner.antecedent.valid() || owner.country.empty()) return;
    PhraseId at = p.attachment == Attachment::annexed ? p.outer : PhraseId{};
    for (int steps = 0; steps < 3 && at.valid() && out_.entity_of[at.value].valid(); ++steps) {
      Entity& e = out_.entities[out_.entity_of[at.value].value];
      if (e.actor != kNone || !e.country.empty() || !(e.classes & kOwned)) return;
      e.country = owner.country;
      e.affiliation = owner.affiliation;
      if (e.sector == Sector::none && (e.classes & bit(NounClass::force)))
        e.sector = owner.sector == Sector::GOV || owner.sector == Sector::none ? Sector::MIL : owner.sector;
      if (e.sector == Sector::none && (e.classes & (bit(NounClass::role) | bit(NounClass::quantity)))) e.sector = owner.sector;
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

  /// A definite adjective standing alone that means "the last (mentioned)".
  [[nodiscard]] bool latter(const Phrase& p) const {
    const Lemma* l = g_.lemma(p.head);
    return l && l->upos == Upos::adj && g_.word(p.head).article && p.adjective_count == 0 && p.name == kNone &&
           (l->classes & bit(NounClass::time)) != 0;
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

  /// A name of one word after a longer one that ends or begins with it: the same person.
  void short_name(Entity& e, const Phrase& p) {
    if (p.last.value - p.first.value != 1) return;
    const std::string_view name = g_.document.at(p.span);
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      if (a.kind != EntityKind::person) continue;
      const PhraseKind kind = g_.mentions[a.phrase].kind;
      const std::string_view full = g_.document.at(g_.mentions[a.phrase].span);
      if (full.size() <= name.size() || kind == PhraseKind::pronoun) continue;
      const bool last = full.ends_with(name) && full[full.size() - name.size() - 1] == ' ';
      const bool first = kind == PhraseKind::name && full.starts_with(name) && full[name.size()] == ' ';
      if (last || first) return become(e, memory_[i], "coreference.short_name");
    }
  }

  const Grammar& g_;
  const Clauses& clauses_;
  Entities& out_;
  std::array<EntityId, kMemory> memory_{};
  size_t size_ = 0;
};

}  // namespace

void find_antecedents(const Grammar& g, const Clauses& clauses, Entities& out) { Antecedents(g, clauses, out).run(); }

}  // namespace isnad
