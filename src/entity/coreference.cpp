// Who is meant by "the latter" and descriptions that repeat; the order of the search.
#include <algorithm>

#include "entity/antecedents.h"
#include "entity/arabic_place_words.h"
#include "entity/arabic_reference_words.h"

namespace isnad {

void Antecedents::run() {
  note_holders();
  out_.people.clear();
  out_.bodies.clear();
  out_.twins.clear();
  for (size_t i = 0; i < out_.entities.size(); ++i) resolve(EntityId::at(i));
  headline();
  out_.entities.insert(out_.entities.end(), out_.twins.begin(), out_.twins.end());
}

void Antecedents::resolve(EntityId self) {
  Entity& e = out_.entities[self.value];
  const Phrase& p = g_.mentions[e.phrase];
  if (p.kind == PhraseKind::noun && (e.classes & bit(NounClass::state))) state_spoken_of(e, p);
  if (p.kind == PhraseKind::pronoun)
    pronoun(self), possessed(e, p);
  else if (g_.latter(p) || (g_.word(p.head).article && p.last.value == p.head.value + 1 && mentioned(p)))
    nearest(e, "coreference.latter");
  else if (!both(self) && vague(e, p))
    description(e), possessed(e, p);
  else if (p.kind == PhraseKind::name && e.actor == kNone && e.kind == EntityKind::person)
    short_name(e, p);
  else if (p.kind == PhraseKind::noun && e.kind == EntityKind::none && g_.word(p.head).article && p.last.value - p.first.value == 1)
    surname(e);
  if (e.actor == kNone && !e.antecedent.valid()) abbreviation(e, self);
  if (e.kind == EntityKind::person && p.kind != PhraseKind::pronoun && !e.antecedent.valid()) remember_person(self);
  const bool body = e.actor != kNone || (!e.country.empty() && e.kind != EntityKind::country && e.kind != EntityKind::place);
  if (e.kind != EntityKind::none && e.kind != EntityKind::person && body && !e.antecedent.valid()) out_.bodies.push_back(self);
  constexpr uint64_t kWorld = bit(NounClass::place) | bit(NounClass::group);
  const bool anybody = (e.classes & kWorld) == kWorld && e.actor == kNone && e.country.empty();  // "the world", whom no pronoun means
  if (e.kind != EntityKind::none && g_.actor_like(e.phrase) && !anybody && !owned(p, e.phrase)) remember(self);
}

/// An act that a pronoun says whose it is ("their passing through") is nobody that another pronoun could mean; nor is a participle that
/// tells what somebody did meanwhile ("accusing them of").
bool Antecedents::owned(const Phrase& p, PhraseId self) const {
  const PhraseId next{self.value + 1};
  const ClauseId c = p.head.valid() ? clauses_.clause_of[p.head.value] : ClauseId::none();
  if (c.valid() && clauses_[c].kind == PredicateKind::participle && clauses_[c].link == Link::circumstance && !p.definite) return true;
  if (!c.valid() || clauses_[c].kind != PredicateKind::masdar || next.value >= g_.mentions.phrases.size()) return false;
  const Phrase& q = g_.mentions[next];
  return q.kind == PhraseKind::pronoun && q.outer == self && q.attachment == Attachment::annexed;
}

void Antecedents::remember(EntityId e) {
  if (size_ == kMemory) {
    std::copy(memory_.begin() + 1, memory_.end(), memory_.begin());
    --size_;
  }
  memory_[size_++] = e;
}

Gender Antecedents::gender_of(const Phrase& p) const {
  const Features f = g_.word(p.head).features;
  const Lemma* l = g_.lemma(p.head);
  const bool human = (g_.classes(p.head.valid() ? g_.mentions.phrase_of[p.head.value] : PhraseId{}) &
                      (bit(NounClass::person) | bit(NounClass::role))) != 0;
  if (g_.feminine_name(p)) return Gender::fem;
  if (p.name != kNone && f.number() == Number::dual) return Gender::none;  // a name that looks like a dual
  if (f.number() == Number::plur && !human) return Gender::fem;
  if (f.gender() != Gender::none) return f.gender();
  if (p.kind == PhraseKind::name) return gender_around(p);
  return l ? l->gender : Gender::none;
}

/// The gender of the title that a name stands after, or of the verb that it is the subject of; none where it is neither.
Gender Antecedents::gender_around(const Phrase& p) const {
  if (p.attachment == Attachment::apposed && p.outer.valid() && g_.mentions[p.outer].kind == PhraseKind::noun)
    return gender_of(g_.mentions[p.outer]);
  const PhraseId self = g_.mentions.phrase_of[p.head.value];
  const ClauseId c = self.valid() ? out_.holder_of[self.value] : ClauseId::none();
  if (!c.valid() || clauses_[c].kind != PredicateKind::verb || clauses_[c].passive) return Gender::none;
  const Argument* s = clauses_.find(clauses_[c], ArgumentRole::subject);
  const Features v = g_.word(clauses_[c].predicate).features;
  return s && s->phrase == self && v.person() == Person::third ? v.gender() : Gender::none;
}

/// How many the phrase stands for: by the number that counts it, else by its form; a name is one, whatever its form.
Number Antecedents::number_of(const Entity& e) const {
  const Phrase& p = g_.mentions[e.phrase];
  if (e.number != kNone) {
    const NumberMention& n = g_.mentions.numbers[e.number];
    if (!n.ordinal && n.high > 2) return Number::plur;
    if (!n.ordinal && n.low == 2 && n.high == 2) return Number::dual;
  }
  const Word& w = g_.word(p.head);
  const bool sound = w.last > w.first + 4 && g_.text.folded[w.last - 1] == letter::kNun &&
                     (g_.text.folded[w.last - 2] == letter::kYa || g_.text.folded[w.last - 2] == letter::kWaw);
  if (p.name != kNone && sound && w.article && e.kind != EntityKind::country && e.kind != EntityKind::place && p.last == p.head.next())
    return w.features.number();  // "the Houthis"
  if (p.name != kNone && (e.actor != kNone || e.kind == EntityKind::country || e.kind == EntityKind::place)) return Number::sing;
  return g_.word(p.head).features.number();
}

/// Is an indefinite noun in -ayn, which is read as -in, two: "two Palestinians".
bool Antecedents::maybe_two(const Phrase& p) const {
  const Word& w = g_.word(p.head);
  const bool ends = w.last > w.first + 3 && g_.text.folded[w.last - 1] == letter::kNun && g_.text.folded[w.last - 2] == letter::kYa;
  return ends && !w.article && p.kind == PhraseKind::noun && p.number == kNone && w.features.number() == Number::plur;
}

bool Antecedents::fits(const Entity& e, Gender gender, Number number) const {
  const Phrase& p = g_.mentions[e.phrase];
  if (p.kind == PhraseKind::pronoun) return false;
  const Gender g = gender_of(p);
  const Number n = number_of(e);
  const bool human = (e.classes & (bit(NounClass::person) | bit(NounClass::role))) != 0 || e.kind == EntityKind::person;
  if (number == Number::dual) return n == Number::dual || maybe_two(p);
  if (number == Number::plur)
    return n == Number::plur || (e.classes & (bit(NounClass::group) | bit(NounClass::plural) | bit(NounClass::force))) != 0;
  if (n == Number::dual || (n == Number::plur && human)) return false;
  if (n == Number::plur && e.number != kNone) return gender != Gender::masc;                         // "15 sites": counted by a singular
  const bool man = g == Gender::none && p.kind == PhraseKind::name && e.kind == EntityKind::person;  // unless something says that she isn't
  return gender == Gender::none || (man ? gender == Gender::masc : g == Gender::none || g == gender);
}

void Antecedents::become(Entity& e, EntityId antecedent, std::string_view rule) {
  const Entity& a = out_[antecedent];
  copy(e, a);
  e.antecedent = a.antecedent.valid() ? a.antecedent : antecedent;
  e.also = a.also;
  e.via = Via::coreference;
  e.rule = rule;
}

void Antecedents::copy(Entity& e, const Entity& a) const {
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
}

void Antecedents::nearest(Entity& e, std::string_view rule) {
  const Gender gender = g_.word(g_.mentions[e.phrase].head).features.gender();
  for (const bool sure : {true, false})  // what is known to agree, then what may
    for (size_t i = size_; i-- > 0;) {
      const Entity& a = out_[memory_[i]];
      const Phrase& q = g_.mentions[a.phrase];
      if (q.sentence.value + 1 < g_.mentions[e.phrase].sentence.value) break;
      const bool name = q.kind == PhraseKind::name && a.kind == EntityKind::person;
      const Gender own = gender_of(q) == Gender::none && name ? Gender::masc : gender_of(q);
      if (sure && own != gender) continue;
      if (fits(a, gender, Number::sing)) return become(e, memory_[i], rule);
    }
}

/// A definite description without country or name.
bool Antecedents::vague(const Entity& e, const Phrase& p) const {
  return p.kind == PhraseKind::noun && p.definite && e.country.empty() && e.actor == kNone && e.kind != EntityKind::none &&
         e.kind != EntityKind::place;
}

/// Notes of the states below a node of names the one that the document speaks of most; `twice`: two of them as much.
void Antecedents::most_spoken_of(uint32_t node, int depth, uint32_t& state, bool& twice) const {
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
void Antecedents::state_spoken_of(Entity& e, const Phrase& p) const {
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

/// The same head noun with a country or name before, which says at least as much.
void Antecedents::description(Entity& e) {
  const Phrase& p = g_.mentions[e.phrase];
  const LemmaId head = g_.word(p.head).lemma;
  const auto same_head = [&](const Entity& a) {
    const Word& other = g_.word(g_.mentions[a.phrase].head);
    const Number n = a.number != kNone ? number_of(a) : other.features.number();  // "the organisations" after "16 organisations"
    return head.valid() && head == other.lemma && g_.word(p.head).features.number() == n && says_no_more(p, a);
  };
  const bool all = p.first < p.head && g_.expression(p.first) == Function::quantifier;
  if (all && (e.classes & bit(NounClass::state))) return;  // "all states"
  for (size_t i = size_; i-- > 0;) {
    const Entity& a = out_[memory_[i]];
    if (a.country.empty() && a.actor == kNone) {
      const Phrase& q = g_.mentions[a.phrase];
      const Word& other = g_.word(q.head);
      const bool fuller = q.definite && q.last.value - q.head.value > p.last.value - p.head.value;  // another "government of ..." since
      if (fuller && head.valid() && head == other.lemma && other.features.number() == g_.word(p.head).features.number()) return;
      continue;
    }
    if (same_head(a)) return become(e, memory_[i], "coreference.same_head");
    if (is_called(a, p)) return become(e, memory_[i], "coreference.first_word");
  }
  const size_t reach = out_.bodies.size() > kPeople ? out_.bodies.size() - kPeople : 0;
  for (size_t i = out_.bodies.size(); i-- > reach;) {
    const Entity& a = out_[out_.bodies[i]];
    if (same_head(a)) return become(e, out_.bodies[i], "coreference.same_head");
    if (is_called(a, p)) return become(e, out_.bodies[i], "coreference.first_word");
  }
}

/// Letters of a word without its article.
std::basic_string_view<Letter> Antecedents::letters(WordId w) const {
  const Word& x = g_.word(w);
  const uint32_t first = x.article && x.last > x.first + 2 ? x.first + 2 : x.first;
  return {g_.text.folded.data() + first, x.last - first};
}

bool Antecedents::mentioned(const Phrase& p) const { return arabic_reference::is_mentioned(letters(p.head)); }

/// Is each word of a description also one of what stood before: "the air force" may be "the Saudi air force", but not "the Saudi forces".
/// What is said to be somebody's, or another's, is none of those before.
bool Antecedents::says_no_more(const Phrase& p, const Entity& a) const {
  const Phrase& q = g_.mentions[a.phrase];
  for (WordId w = p.head.next(); w < p.last; w = w.next()) {
    const Word& x = g_.word(w);
    const Upos pos = x.features.upos();
    if (pos == Upos::pron || arabic_reference::is_other(letters(w))) return false;
    if ((a.classes & bit(NounClass::force)) && (g_.lemma(w) ? g_.lemma(w)->classes : 0) & bit(NounClass::armed)) continue;
    if ((pos != Upos::noun && pos != Upos::adj && pos != Upos::propn) || arabic_reference::is_mentioned(letters(w))) continue;
    bool found = false;
    for (WordId v = q.head.next(); v < q.last && !found; v = v.next())
      found = (x.lemma.valid() && g_.word(v).lemma == x.lemma) || letters(v) == letters(w);
    if (!found) return false;
  }
  return true;
}

/// "The party" after an actor whose full name starts with "party".
bool Antecedents::is_called(const Entity& a, const Phrase& p) const {
  if (a.actor == kNone || a.kind == EntityKind::person || p.name != kNone) return false;
  const Word& w = g_.word(p.head);
  if (!w.article || w.last < w.first + 5 || p.last.value > p.head.value + 1) return false;
  std::string_view name = g_.lexicon.text(g_.lexicon.actors[a.actor].name_ar);
  name = name.substr(0, name.find(' '));
  return !name.empty() && name == g_.document.at({g_.text.origin[w.first + 2], g_.text.origin[w.last]});
}

void find_antecedents(const Grammar& g, const Clauses& clauses, Entities& out) { Antecedents(g, clauses, out).run(); }

}  // namespace isnad
