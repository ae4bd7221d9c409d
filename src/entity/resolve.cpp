// What each phrase says of itself: names looked up, descriptions composed from head, adjectives and what is annexed.
#include "entity/resolve.h"

#include <algorithm>

#include "entity/arabic_reference_words.h"
#include "mention/steps.h"

namespace isnad {
namespace {

constexpr uint64_t kHolders = bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::force) | bit(NounClass::organisation) |
                              bit(NounClass::state) | bit(NounClass::group) | bit(NounClass::facility) | bit(NounClass::quantity) |
                              bit(NounClass::medium) | bit(NounClass::vehicle) | bit(NounClass::weapon) | bit(NounClass::place) |
                              bit(NounClass::family);

/// What "armed" says of makes it a weapon, nobody: a car that is rigged to explode.
constexpr uint64_t kArms = bit(NounClass::weapon) | bit(NounClass::explosive) | bit(NounClass::vehicle);

EntityKind kind_of(uint64_t c) {
  if (c & (bit(NounClass::person) | bit(NounClass::role))) return EntityKind::person;
  if (c & bit(NounClass::force)) return EntityKind::force;
  if (c & bit(NounClass::state)) return EntityKind::government;
  if (c & bit(NounClass::medium)) return EntityKind::media;
  if (c & bit(NounClass::organisation)) return EntityKind::organisation;
  if (c & (bit(NounClass::group) | bit(NounClass::family))) return EntityKind::group;
  return EntityKind::none;
}

}  // namespace

void Resolver::run() {
  const size_t n = g_.mentions.phrases.size();
  out_.entities.clear();
  out_.entity_of.assign(n, EntityId::none());
  for (size_t i = 0; i < n; ++i) {
    const Phrase& p = g_.mentions.phrases[i];
    const bool of_them = p.kind == PhraseKind::number && i + 1 < n && g_.mentions.phrases[i + 1].kind == PhraseKind::pronoun &&
                         g_.mentions.phrases[i + 1].preposition == p.last;  // "12 of them"
    const bool many = p.kind == PhraseKind::number && crowd(p);
    if (p.kind == PhraseKind::date || p.kind == PhraseKind::relative || (p.kind == PhraseKind::number && !of_them && !many)) continue;
    out_.entity_of[i] = EntityId::at(out_.entities.size());
    Entity e;
    e.phrase = PhraseId::at(i);
    e.number = p.number;
    e.classes = g_.classes(PhraseId::at(i));
    if (many) e.kind = EntityKind::group;
    out_.entities.push_back(e);
  }
  // Inner phrases stand after the phrases that hold them: backwards, what is inside is known first.
  for (size_t i = out_.entities.size(); i-- > 0;) own(out_.entities[i]);
}

/// "Tens marched", "hundreds were killed": a round number of what it doesn't say is one of people.
bool Resolver::crowd(const Phrase& p) const {
  if (p.number == kNone) return false;
  const NumberMention& n = g_.mentions.numbers[p.number];
  constexpr double kCrowd = 20;
  return n.rule == "number.vague" && !n.counted.valid() && !n.percent && n.low >= kCrowd && g_.lemma(p.head);
}

/// "The deputy head of the movement" is no deputy of a parliament.
bool Resolver::is_deputy(const Entity& e, const Lemma& l) const {
  if (l.sector != Sector::LEG || !(e.classes & bit(NounClass::role)) ||
      g_.word(g_.mentions[e.phrase].head).features.number() == Number::plur)
    return false;
  const Entity* of = inside(e.phrase, Attachment::annexed);
  return of && (of->classes & bit(NounClass::role)) != 0;
}

/// The words of a town's name say nothing of who lives there ("the monastery of dates").
bool Resolver::is_settled(const Entity& e) const {
  if (e.kind != EntityKind::place || e.place == kNone || g_.mentions[e.phrase].kind != PhraseKind::name) return false;
  const auto kind = g_.lexicon.text(g_.lexicon.places[e.place].kind);
  return kind == "city" || kind == "town" || kind == "village" || kind == "quarter" || kind == "region" || kind == "province";
}

/// The entity of the first phrase annexed or apposed to p; nullptr where there is none.
const Entity* Resolver::inside(PhraseId p, Attachment how) const {
  for (uint32_t i = p.value + 1; i < g_.mentions.phrases.size() && i < p.value + 16; ++i) {
    const Phrase& q = g_.mentions.phrases[i];
    if (q.first >= g_.mentions[p].last) break;
    if (q.outer == p && q.attachment == how && out_.entity_of[i].valid()) return &out_.entities[out_.entity_of[i].value];
  }
  return nullptr;
}

void Resolver::own(Entity& e) {
  const Phrase& p = g_.mentions[e.phrase];
  if (p.kind == PhraseKind::pronoun) return;
  if (p.name != kNone)
    names(e, p.name);
  else if (p.kind == PhraseKind::name)
    e.kind = EntityKind::person, e.rule = "name.unknown";
  if (const PlaceId at = out_.place_at[p.head.value]; at.valid() && p.name == kNone) place(e, at, out_.places[at.value].rule);
  const Lemma* l = g_.lemma(p.head);
  if (e.kind == EntityKind::none && e.rule.empty()) {
    e.kind = kind_of(e.classes);
    e.rule = "description.head";
  }
  if (l && l->upos != Upos::verb) {
    if (e.sector == Sector::none && !is_deputy(e, *l) && !is_settled(e)) e.sector = l->sector;
    if (l->country != kNone && e.actor == kNone &&
        (e.classes & (bit(NounClass::nationality) | bit(NounClass::person)))) {  // "the Americans"
      country(e, l->country);
      if (e.kind == EntityKind::none) e.kind = EntityKind::group;
      e.rule = "description.nationality";
    }
  }
  adjectives(e, p);
  compose(e);
  if (e.sector == Sector::none && e.kind == EntityKind::force && !e.country.empty() && e.actor == kNone) e.sector = Sector::MIL;
  if (e.sector == Sector::none && (e.classes & bit(NounClass::state)) && e.state == kNone && p.name == kNone) e.sector = Sector::GOV;
}

void Resolver::country(Entity& e, uint32_t index) const {
  e.state = index;
  e.country = g_.lexicon.text(g_.lexicon.countries[index].iso3);
}

/// What the trie knows of the name: an actor wins over a country, a country over a place; a place stays beside them.
void Resolver::names(Entity& e, uint32_t index) {
  const PlaceMention* meant = out_.place_of[index].valid() ? &out_.places[out_.place_of[index].value] : nullptr;
  for (const Payload& x : g_.lexicon.payloads_of(g_.mentions.names[index].node)) {
    switch (x.kind) {
      case PayloadKind::actor:
        if (is_somebody_else(e, index, g_.lexicon.actors[x.index])) {
          e.kind = EntityKind::person, e.via = Via::name, e.rule = "name.person";
          break;
        }
        if (e.actor == kNone || spoken_of(e.country) < spoken_of(g_.lexicon.text(g_.lexicon.actors[x.index].country))) actor(e, x);
        break;
      case PayloadKind::country:
        if (e.actor != kNone || (meant && !meant_in(*meant, x.index))) break;
        country(e, x.index);
        e.kind = EntityKind::country;
        e.via = x.low >= 2 ? Via::metonymy : x.low == 0 ? Via::name : Via::alias;
        e.rule = x.low == 3 ? "name.capital" : x.low == 2 ? "name.metonym" : "name.country";
        break;
      case PayloadKind::place:
        if (meant && meant->place != kNone) place(e, out_.place_of[index], "name.place");
        break;
      case PayloadKind::description:
        e.sector = Sector(x.index);
        e.classes |= uint64_t(x.low);
        e.kind = kind_of(e.classes);
        e.via = Via::description;
        e.rule = "description.phrase";
        break;
      case PayloadKind::given_name:
      case PayloadKind::surname:
      case PayloadKind::teknonym:
        if (e.kind == EntityKind::none) e.kind = EntityKind::person, e.via = Via::name, e.rule = "name.person";
        break;
      default:
        break;
    }
  }
}

/// A common name, of two given names: the person who is known by it is meant where the text gives a title before it, or speaks of his
/// country or somebody else of it; elsewhere it is anybody's.
bool Resolver::is_somebody_else(const Entity& e, uint32_t index, const Actor& a) const {
  const NameMatch& n = g_.mentions.names[index];
  const auto iso3 = g_.lexicon.text(a.country);
  if (a.kind != EntityKind::person || n.last.value - n.first.value != 2) return false;
  if (!is_given(n.first, n.first_letter) || !is_given(n.first.next(), g_.text.tokens[n.first.value + 1].first)) return false;
  if (is_alias(TokenId{n.last.value - 1}, a)) return false;  // his second name alone is his
  const Phrase& p = g_.mentions[e.phrase];
  if (p.attachment == Attachment::apposed || g_.word(p.head).token < n.first) return false;
  const bool elsewhere = std::any_of(spoken_.begin(), spoken_.end(), [](uint32_t times) { return times > 0; });
  if (!elsewhere || spoken_of(iso3) != 0 || speaks_around(index, iso3)) return false;
  return g_.lexicon.country(iso3) != kNone;  // not one of the world's officials
}

/// Is the one word a name of the actor.
bool Resolver::is_alias(TokenId t, const Actor& a) const {
  const uint32_t word = name_word(g_.lexicon, g_.text, g_.words, t.value);
  const uint32_t node = word == kNone ? kNone : g_.lexicon.trie_step(0, word);
  if (node == kNone) return false;
  const auto payloads = g_.lexicon.payloads_of(node);
  return std::any_of(payloads.begin(), payloads.end(),
                     [&](const Payload& x) { return x.kind == PayloadKind::actor && &g_.lexicon.actors[x.index] == &a; });
}

/// Is the token, from this letter on, a given name without article.
bool Resolver::is_given(TokenId t, uint32_t from) const {
  const std::basic_string_view<Letter> letters{g_.text.folded.data() + from, g_.text.tokens[t.value].last - from};
  if (letters.size() > 4 && letters[0] == letter::kAlif && letters[1] == letter::kLam) return false;
  const uint32_t word = g_.lexicon.name_word(letters), node = word == kNone ? kNone : g_.lexicon.trie_step(0, word);
  if (node == kNone) return false;
  const auto payloads = g_.lexicon.payloads_of(node);
  return std::any_of(payloads.begin(), payloads.end(), [](const Payload& x) { return x.kind == PayloadKind::given_name; });
}

/// Does a name nearby stand for another actor of a country, or a place in it.
bool Resolver::speaks_around(uint32_t index, std::string_view iso3) const {
  constexpr uint32_t kNames = 64;  // on either side
  const auto& names = g_.mentions.names;
  const auto last = std::min(uint32_t(names.size()), index + kNames);
  for (uint32_t i = index > kNames ? index - kNames : 0; i < last; ++i) {
    if (names[i].node == names[index].node) continue;
    if (const PlaceId at = out_.place_of[i]; at.valid() && out_.places[at.value].place != kNone)
      if (g_.lexicon.text(g_.lexicon.places[out_.places[at.value].place].country) == iso3) return true;
    for (const Payload& x : g_.lexicon.payloads_of(names[i].node))
      if (x.kind == PayloadKind::actor && g_.lexicon.text(g_.lexicon.actors[x.index].country) == iso3) return true;
  }
  return false;
}

/// The place that the name means where it stands (find_places).
void Resolver::place(Entity& e, PlaceId named, std::string_view rule) {
  e.place = out_.places[named.value].place;
  e.named = named;
  if (e.kind == EntityKind::none) {
    e.kind = EntityKind::place;
    e.via = Via::name;
    e.rule = rule;
  }
  e.classes |= bit(NounClass::place);
}

/// Whether the place meant is this country or lies in it: a name of two countries stands for one of them.
bool Resolver::meant_in(const PlaceMention& m, uint32_t country) const {
  if (m.place == kNone) return m.country == country;
  const auto of = g_.lexicon.text(g_.lexicon.places[m.place].country);
  return of.empty() || of == g_.lexicon.text(g_.lexicon.countries[country].iso3);
}

void Resolver::actor(Entity& e, const Payload& x) const {
  const Actor& a = g_.lexicon.actors[x.index];
  e.actor = x.index;
  e.office = kNone;
  e.kind = a.kind;
  e.sector = a.sector;
  e.country = g_.lexicon.text(a.country);
  e.via = x.low == 0 ? Via::name : x.low == 2 ? Via::metonymy : Via::alias;
  e.rule = "name.actor";
  for (uint32_t i = 0; i < a.affiliations.count && i < e.affiliation.size(); ++i)
    e.affiliation[i] = g_.lexicon.text(g_.lexicon.affiliations[a.affiliations.first + i]);
  const int32_t day = day_;
  int32_t best = INT32_MIN;
  for (uint32_t i = a.offices.first; i < a.offices.first + a.offices.count; ++i) {
    const Office& o = g_.lexicon.offices[i];
    const bool held = day == INT32_MIN || (o.from <= day && day <= o.to);
    if (!held || o.from < best) continue;
    best = o.from;
    e.office = i;
  }
  if (e.office == kNone && a.offices.count) {  // none held now: the last one before
    for (uint32_t i = a.offices.first; i < a.offices.first + a.offices.count; ++i)
      if (g_.lexicon.offices[i].from <= day) e.office = i;
  }
  if (e.office == kNone) return;
  const Office& o = g_.lexicon.offices[e.office];
  if (o.country.size) e.country = g_.lexicon.text(o.country);
  if (o.sector != Sector::none) e.sector = o.sector;
}

/// The country that an adjective says, alone or with the words after it: "North Korean" is of another than "Korean".
uint32_t Resolver::nation(WordId w, uint32_t alone) const {
  const auto& names = g_.mentions.names;
  const TokenId t = g_.word(w).token;
  const auto at = std::lower_bound(names.begin(), names.end(), t, [](const NameMatch& n, TokenId x) { return n.first < x; });
  if (at == names.end() || at->first != t || at->last.value - t.value < 2) return alone;
  const Payload* x = payload_of(g_.lexicon, *at, PayloadKind::country);
  return x ? x->index : alone;
}

void Resolver::adjectives(Entity& e, const Phrase& p) {
  for (uint32_t i = 0; i < p.adjective_count; ++i) {
    const WordId w = g_.mentions.adjectives[p.adjectives + i];
    const Lemma* l = g_.lemma(w);
    if (!l) continue;
    if (const uint32_t of = nation(w, l->country); of != kNone && e.actor == kNone && e.country.empty()) {
      country(e, of);
      e.rule = "description.adjective";
    }
    if ((l->classes & bit(NounClass::armed)) && e.sector == Sector::none && !(e.classes & kArms)) e.sector = Sector::UAF;
    if (e.sector == Sector::none && l->sector != Sector::none && (e.classes & kHolders)) e.sector = l->sector;
    if (l->classes & bit(NounClass::supported)) affiliation(e, w);
    e.classes |= l->classes & (bit(NounClass::possible) | bit(NounClass::planned) | bit(NounClass::anonymous) | bit(NounClass::armed));
  }
}

/// "supported by X", "loyal to X": the phrase after the adjective names the sponsor.
void Resolver::affiliation(Entity& e, WordId adjective) {
  for (uint32_t w = adjective.value + 1; w < g_.words.size() && w < adjective.value + 4; ++w) {
    const PhraseId q = g_.mentions.phrase_of[w];
    if (!q.valid() || !g_.mentions[q].preposition.valid() || !out_.entity_of[q.value].valid()) continue;
    const Entity& sponsor = out_.entities[out_.entity_of[q.value].value];
    if (!sponsor.country.empty() && e.affiliation[0].empty()) e.affiliation[0] = sponsor.country;
    return;
  }
}

/// Country, sector and identity that come from what is annexed or apposed.
void Resolver::compose(Entity& e) {
  if (const Entity* name = inside(e.phrase, Attachment::apposed)) {
    if (name->actor != kNone && e.actor == kNone) {
      const Sector own = e.sector;
      const std::string_view country = e.country;
      e.actor = name->actor;
      e.office = name->office;
      e.affiliation = name->affiliation;
      e.via = name->via;
      if (own == Sector::none) e.sector = name->sector;
      if (country.empty()) e.country = name->country, e.state = name->state;
      if (e.kind == EntityKind::none) e.kind = name->kind;
    } else if (e.country.empty() && name->kind == EntityKind::country) {
      e.country = name->country;
      e.state = name->state;
    } else if (e.kind == EntityKind::person && e.actor == kNone && g_.mentions[e.phrase].kind == PhraseKind::name &&
               name->kind == EntityKind::person) {  // "X, the leader of the party"
      if (e.sector == Sector::none) e.sector = name->sector;
      if (e.country.empty()) e.country = name->country, e.state = name->state;
    }
    if (e.place == kNone) e.place = name->place, e.named = name->named;
  }
  const Entity* inner = inside(e.phrase, Attachment::annexed);
  if (!inner || g_.mentions[inner->phrase].kind == PhraseKind::pronoun) return;
  const Word& head = g_.word(g_.mentions[e.phrase].head);
  if (e.actor == kNone && inner->kind == EntityKind::person && inner->actor != kNone &&
      arabic_reference::is_honorific({g_.text.folded.data() + head.first, head.last - head.first})) {
    const PhraseId phrase = e.phrase;
    e = *inner;
    e.phrase = phrase;
    return;
  }
  if ((e.classes & bit(NounClass::quantity)) && e.kind == EntityKind::none) {  // "dozens of soldiers" are soldiers
    const EntityId antecedent = e.antecedent;
    const uint32_t number = e.number;
    const PhraseId phrase = e.phrase;
    e = *inner;
    e.antecedent = antecedent;
    e.number = number != kNone ? number : inner->number;
    e.phrase = phrase;
    return;
  }
  const bool place = (e.classes & (bit(NounClass::place) | bit(NounClass::facility) | bit(NounClass::direction))) != 0;
  if (place && e.place == kNone) e.place = inner->place, e.named = inner->named;
  if (e.actor != kNone || !(e.classes & kHolders)) return;
  if (e.country.empty() && !inner->country.empty()) {
    e.country = inner->country;
    e.state = inner->state;
    if (e.rule == "description.head") e.rule = "description.annexed";
  }
  constexpr uint64_t kPlaced = bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::force) | bit(NounClass::organisation);
  if (e.country.empty() && inner->kind == EntityKind::place && (e.classes & kPlaced) && inner->place != kNone) {
    e.country = g_.lexicon.text(g_.lexicon.places[inner->place].country);  // "the police of Mosul"
    if (e.rule == "description.head") e.rule = "description.annexed";
  }
  const bool role = (e.classes & (bit(NounClass::role) | bit(NounClass::person) | bit(NounClass::group) | bit(NounClass::quantity) |
                                  bit(NounClass::facility))) != 0;
  const bool armed = e.sector == Sector::UAF && inner->sector == Sector::REB;  // "gunmen of the movement"
  if ((e.sector == Sector::none || armed) && role && inner->sector != Sector::none) e.sector = inner->sector;
  if (e.affiliation[0].empty()) e.affiliation = inner->affiliation;
}

}  // namespace isnad
