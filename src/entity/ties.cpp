// Whom those belong to whom a phrase only describes: the words right after it ("members of the police of X", "loyal to X", "a bus of
// the corps") and, for what stands still, the place it stands in.
#include <algorithm>

#include "entity/resolve.h"

namespace isnad {
namespace {

constexpr uint64_t kPeople = bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::group);
constexpr uint64_t kThings = bit(NounClass::facility) | bit(NounClass::vehicle) | bit(NounClass::weapon);
constexpr uint64_t kImmobile = bit(NounClass::facility) | bit(NounClass::place);
constexpr uint64_t kOwned = kPeople | kThings | bit(NounClass::force) | bit(NounClass::organisation) | bit(NounClass::place);
constexpr uint32_t kReach = 4;  // how many words after the phrase its ties may stand

bool is_body(const Entity& e) {
  switch (e.kind) {
    case EntityKind::none:
    case EntityKind::country:
    case EntityKind::place:
    case EntityKind::person:
      return false;
    default:
      return true;
  }
}

/// Sectors that a body gives to its members, whatever they are called: an "officer" of the police is police.
bool is_telling(Sector s) {
  return s == Sector::COP || s == Sector::REB || s == Sector::UAF || s == Sector::SPY || s == Sector::MIL || s == Sector::CRM;
}

/// Sectors whose office holders are of the country where they hold office.
bool is_local(Sector s) { return s == Sector::COP || s == Sector::JUD || s == Sector::REL; }

class Ties {
 public:
  Ties(const Grammar& g, Entities& out) : g_(g), out_(out) {}

  /// Backwards, so that what a tie leads to has its own ties already.
  void run() {
    for (size_t i = out_.entities.size(); i-- > 0;) {
      Entity& e = out_.entities[i];
      const Phrase& p = g_.mentions[e.phrase];
      if (p.kind == PhraseKind::noun && e.actor == kNone && e.state == kNone && !e.antecedent.valid() && (e.classes & kOwned)) follow(e, p);
      if (e.country.empty() && e.place != kNone && e.actor == kNone && (e.classes & kImmobile))
        stand(e, g_.lexicon.text(g_.lexicon.places[e.place].country));
    }
  }

 private:
  /// Adjectives after the phrase, then the preposition and what it governs.
  void follow(Entity& e, const Phrase& p) {
    const uint32_t end = std::min(uint32_t(g_.words.size()), p.last.value + kReach);
    bool supported = is_supported(WordId{p.last.value - 1}), described = false;
    for (uint32_t i = 0; i < p.adjective_count; ++i) described = described || is_described(g_.mentions.adjectives[p.adjectives + i]);
    for (uint32_t w = p.last.value; w < end; ++w) {
      const Lemma* l = g_.lemma(WordId{w});
      if (!l) return;
      if (l->preposition != 0) {
        const bool own =
            !described || supported || (e.classes & (kThings | bit(NounClass::role))) || !genitive(WordId{w});  // "hostile to X" is no tie
        return own ? governed(e, WordId{w}, supported) : void();
      }
      if (l->upos != Upos::adj || g_.words.words[w].article != g_.word(WordId{p.last.value - 1}).article) return;
      if (l->country != kNone && e.country.empty()) nationality(e, l->country);
      supported = supported || is_supported(WordId{w});
      described = described || is_described(WordId{w});
    }
  }

  [[nodiscard]] bool is_supported(WordId w) const {
    const Lemma* l = g_.lemma(w);
    return l && l->upos != Upos::verb && (l->classes & bit(NounClass::supported)) != 0;
  }

  /// A participle that may have a complement of its own.
  [[nodiscard]] bool is_described(WordId w) const {
    const Lemma* l = g_.lemma(w);
    return l && l->country == kNone && !(l->classes & (bit(NounClass::supported) | bit(NounClass::armed))) &&
           (l->derivation == Derivation::active_participle || l->derivation == Derivation::passive_participle);
  }

  void nationality(Entity& e, uint32_t country) {
    e.state = country;
    e.country = g_.lexicon.text(g_.lexicon.countries[country].iso3);
    e.rule = "description.adjective";
  }

  /// "its embassy in": whose the building is, the pronoun says.
  [[nodiscard]] bool somebodys(const Entity& e) const {
    return (e.classes & bit(NounClass::facility)) && g_.word(g_.mentions[e.phrase].last.prev()).enclitic;
  }

  /// A facility is of the country that it stands in; other ground only lies there.
  static void stand(Entity& e, std::string_view country) {
    if (e.classes & bit(NounClass::facility))
      e.country = country;
    else if (e.ground.empty())
      e.ground = country;
  }

  /// What a place lies in: a state, a place, or a part of either ("in the north of"); empty where it is neither.
  [[nodiscard]] std::string_view country_around(const Entity& x) const {
    if (x.kind == EntityKind::country || (x.classes & bit(NounClass::direction))) return x.country;
    return x.place != kNone ? g_.lexicon.text(g_.lexicon.places[x.place].country) : std::string_view();
  }

  /// The first phrase that the preposition governs; nullptr where there is none or nothing is known of it.
  [[nodiscard]] const Entity* object_of(const Entity& e, WordId preposition) const {
    for (uint32_t i = e.phrase.value + 1; i < g_.mentions.phrases.size() && i < e.phrase.value + 10; ++i) {
      const Phrase& q = g_.mentions.phrases[i];
      if (q.preposition == preposition) return body_at(PhraseId{i});
      if (q.first > preposition) return nullptr;
    }
    return nullptr;
  }

  /// The entity of a phrase, else of what is annexed to it ("in the name of the army").
  [[nodiscard]] const Entity* body_at(PhraseId p) const {
    const EntityId id = out_.entity_of[p.value];
    if (!id.valid() || out_[id].kind != EntityKind::none || (out_[id].classes & kImmobile) || g_.is_predicate(p))
      return id.valid() ? &out_[id] : nullptr;
    const uint32_t inner = p.value + 1;
    const bool annexed = inner < g_.mentions.phrases.size() && g_.mentions.phrases[inner].outer == p &&
                         g_.mentions.phrases[inner].attachment == Attachment::annexed && out_.entity_of[inner].valid();
    return annexed ? &out_[out_.entity_of[inner]] : &out_[id];
  }

  void governed(Entity& e, WordId preposition, bool supported) {
    const Entity* x = object_of(e, preposition);
    if (!x) return;
    if (e.country.empty() && (e.classes & bit(NounClass::role)) && x->kind == EntityKind::country &&
        g_.mentions[x->phrase].preposition != preposition && g_.mentions[x->phrase].attachment == Attachment::annexed) {
      e.country = x->country;  // "the spokeswoman in the name of the White House"
      e.state = x->state;
      if (e.sector == Sector::none) e.sector = Sector::GOV;
      e.rule = "description.body";
      return;
    }
    // an armed man loyal to a state or its army isn't of it, one loyal to a movement is
    const bool armed = e.sector == Sector::UAF || e.sector == Sector::REB;
    const bool loyal = supported && ((armed && x->sector != Sector::REB) || x->kind == EntityKind::country);
    if (loyal) {
      if (e.affiliation[0].empty()) e.affiliation[0] = x->country;
    } else if (is_body(*x) && !(x->classes & (kImmobile | bit(NounClass::direction)))) {
      member(e, *x, preposition, supported);
    } else if (e.country.empty() && (e.classes & kImmobile) && in_place(preposition) && !somebodys(e)) {
      stand(e, country_around(*x));
    } else if (e.country.empty() && (e.classes & bit(NounClass::role)) && is_local(e.sector) && in_place(preposition)) {
      e.country = country_around(*x);  // "the chief of police in"
      if (!e.country.empty()) e.rule = "description.seat";
    } else if (e.country.empty() && rules(e) && x->kind == EntityKind::country && x->via != Via::metonymy && in_place(preposition)) {
      e.country = x->country;  // "the military council in Niger"
      e.state = x->state;
      e.rule = "description.seat";
    } else if (supported && x->kind == EntityKind::person && x->sector == Sector::GOV && e.kind != EntityKind::person) {
      member(e, *x, preposition, supported);  // "the guard belonging to the president"
    }
  }

  /// A definite description of one who rules or serves a state, of which each has one ("the government", "the army").
  [[nodiscard]] bool rules(const Entity& e) const {
    constexpr uint64_t kOf = bit(NounClass::organisation) | bit(NounClass::state) | bit(NounClass::force);
    const Phrase& p = g_.mentions[e.phrase];
    if (!(e.classes & kOf) || (e.classes & kImmobile) || e.kind == EntityKind::person || !p.definite) return false;
    const bool many = e.kind == EntityKind::force && g_.word(p.head).features.number() == Number::plur;  // "the troops" may be another's
    return !many && (e.sector == Sector::MIL || e.sector == Sector::GOV || e.sector == Sector::COP || e.sector == Sector::LEG ||
                     e.sector == Sector::JUD);
  }

  /// A member takes country and sector of its body, or of the office that he belongs to; a thing only where it is said to be its ("of",
  /// "belonging to").
  void member(Entity& e, const Entity& body, WordId preposition, bool owned) {
    const bool people = (e.classes & (kPeople | bit(NounClass::force))) != 0;
    if ((!people && !owned && !genitive(preposition)) || beside(preposition)) return;
    if (e.country.empty()) {
      e.country = body.country;
      e.state = body.state;
      if (e.rule == "description.head") e.rule = "description.body";
    }
    const bool plain = e.sector == Sector::none || e.sector == Sector::CVL || (e.sector == Sector::MIL && is_telling(body.sector)) ||
                       (e.sector == Sector::UAF && body.sector == Sector::REB);
    if (plain && (e.sector == Sector::none || is_telling(body.sector)) && body.sector != Sector::none) e.sector = body.sector;
    if (e.affiliation[0].empty()) e.affiliation = body.affiliation;
  }

  /// "In", "inside", as the compiler marks them.
  [[nodiscard]] bool in_place(WordId preposition) const {
    const Lemma* l = g_.lemma(preposition);
    return g_.word(preposition).lemma == g_.lexicon.clitic(Clitic::bi) ||
           (l && (l->classes & bit(NounClass::place)) && (l->classes & bit(NounClass::facility)));
  }

  /// "On", "near", "after": no preposition of members.
  [[nodiscard]] bool beside(WordId preposition) const {
    if (g_.expression(preposition) == Function::agent) return true;  // "at the hands of"
    const Lemma* l = g_.lemma(preposition);
    return l && (l->classes & (bit(NounClass::place) | bit(NounClass::time))) && !in_place(preposition);
  }

  /// "of" and "for", which are written together with what they govern.
  [[nodiscard]] bool genitive(WordId preposition) const { return g_.word(preposition).lemma == g_.lexicon.clitic(Clitic::li); }

  const Grammar& g_;
  Entities& out_;
};

}  // namespace

void find_ties(const Grammar& g, Entities& out) { Ties(g, out).run(); }

}  // namespace isnad
