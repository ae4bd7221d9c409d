// Short names, surnames, headlines and abbreviations: who was named in full elsewhere.
#include <cstring>

#include "entity/antecedents.h"

namespace isnad {
namespace {

/// The last bytes of a name, by which most names differ already; 0 of a shorter one.
uint32_t last_bytes(std::string_view name) {
  uint32_t out = 0;
  if (name.size() >= sizeof out) std::memcpy(&out, name.data() + name.size() - sizeof out, sizeof out);
  return out;
}

}  // namespace

/// A name of one word after a longer one nearby that ends or begins with it, or any after one that ends with it: the same person.
void Antecedents::short_name(Entity& e, const Phrase& p) {
  const std::string_view name = text_of(e);
  for (size_t i = size_; p.last.value - p.first.value == 1 && i-- > 0;) {
    const Entity& a = out_[memory_[i]];
    const PhraseKind kind = g_.mentions[a.phrase].kind;
    if (a.kind != EntityKind::person || kind == PhraseKind::pronoun || ends_in_another(a)) continue;
    const std::string_view full = text_of(a);
    const bool first = kind == PhraseKind::name && full.starts_with(name) && full.size() > name.size() && full[name.size()] == ' ';
    if (first || ends_with_name(full, name)) return become(e, memory_[i], "coreference.short_name");
  }
  surname(e);
}

void Antecedents::remember_person(EntityId self) {
  const Entity& e = out_[self];
  const uint32_t known = e.actor == kNone ? 0 : last_bytes(g_.lexicon.text(g_.lexicon.actors[e.actor].name_ar));
  out_.people.push_back({self, last_bytes(text_of(e)), known});
}

/// What somebody named before is called last, also where it is a word of its own ("the lion").
void Antecedents::surname(Entity& e) {
  const std::string_view name = text_of(e);
  const size_t reach = out_.people.size() > kPeople ? out_.people.size() - kPeople : 0;
  for (size_t i = out_.people.size(); i-- > reach;)
    if (is_surname(out_.people[i], name)) return become(e, out_.people[i].entity, "coreference.surname");
}

/// "The deputy of X": the name at its end is somebody else's.
bool Antecedents::ends_in_another(const Entity& a) const {
  const Phrase& q = g_.mentions[a.phrase];
  for (uint32_t i = a.phrase.value + 1; i < g_.mentions.phrases.size() && g_.mentions.phrases[i].first < q.last; ++i) {
    const Phrase& inner = g_.mentions.phrases[i];
    if (inner.outer == a.phrase && inner.attachment == Attachment::annexed && inner.last == q.last) return true;
  }
  return false;
}

bool Antecedents::ends_with_name(std::string_view full, std::string_view name) {
  return full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ' ';
}

/// Does what the text calls him end so, or what he is known as; or do both begin and end alike, with names of forefathers between.
bool Antecedents::is_surname(const NamedPerson& who, std::string_view name) const {
  const uint32_t end = last_bytes(name);
  if (who.called != end && who.known != end) return false;
  const Entity& a = out_[who.entity];
  const auto called = [name, end](std::string_view full, uint32_t its_end) {
    if (its_end != end || full.size() <= name.size()) return false;
    if (ends_with_name(full, name)) return true;
    const size_t space = name.find(' ');
    return space != std::string_view::npos && full.starts_with(name.substr(0, space + 1)) && full.ends_with(name.substr(name.rfind(' ')));
  };
  if (!called(text_of(a), who.called) && (a.actor == kNone || !called(g_.lexicon.text(g_.lexicon.actors[a.actor].name_ar), who.known)))
    return false;
  if (g_.mentions[a.phrase].kind == PhraseKind::noun && ends_in_another(a)) return false;
  return g_.mentions[a.phrase].name != kNone || g_.mentions[a.phrase].kind == PhraseKind::name || a.actor != kNone;
}

/// Headlines give the surname before the text gives the name.
void Antecedents::headline() {
  for (size_t i = 0; i < out_.entities.size(); ++i) {
    Entity& e = out_.entities[i];
    const Phrase& p = g_.mentions[e.phrase];
    if (p.sentence.value > 0) return;
    if (p.kind != PhraseKind::name || e.kind != EntityKind::person || e.actor != kNone || e.antecedent.valid()) continue;
    if (p.last.value - p.first.value != 1) continue;
    const std::string_view name = text_of(e);
    for (size_t j = 0; j < out_.people.size() && j < kPeople; ++j) {
      const EntityId full = out_.people[j].entity;
      if (full.value <= i || out_[full].actor == kNone || !is_surname(out_.people[j], name)) continue;
      become(e, full, "coreference.headline");
      break;
    }
  }
}

bool Antecedents::is_bracket(uint32_t word, char bracket) const {
  if (word >= g_.words.size()) return false;
  const Word& w = g_.word(WordId{word});
  const std::string_view text = g_.document.at({g_.text.origin[w.first], g_.text.origin[w.last]});
  return text.size() == 1 && text[0] == bracket;
}

/// What stands alone in brackets after a body and is nothing by itself is its abbreviation, there and from then on.
void Antecedents::abbreviation(Entity& e, EntityId self) {
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

}  // namespace isnad
