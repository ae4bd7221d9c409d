// Subjects, voice and arguments that clauses take over from others: what the steps of `inherit` share. Whole document.
#pragma once

#include "clause/builder.h"

namespace isnad {

class Inheritance {
 public:
  Inheritance(const Grammar& g, Clauses& out) : g_(g), out_(out), subject_at_(out.clauses.size(), kNone) { note_drafts(); }
  void run();
  void finish() { out_.drafts.insert(out_.drafts.end(), extra_.begin(), extra_.end()); }

 private:
  [[nodiscard]] bool extra_subject(ClauseId id) const { return subject_at_[id.value] != kNone; }
  // inherit.cpp
  [[nodiscard]] Argument* find(ClauseId c, ArgumentRole role);
  void note_drafts();
  [[nodiscard]] std::pair<size_t, size_t> range_of(ClauseId c) const;
  void add(ClauseId c, Argument a, std::string_view rule);
  void goes_on_meeting(const Clause& c, ClauseId id);
  [[nodiscard]] bool meets(LemmaId verb) const;
  [[nodiscard]] bool judges(LemmaId lemma) const;
  void fold(Clause& c, ClauseId id);
  void carried_before(const Clause& v, ClauseId id);
  [[nodiscard]] const Argument* subject_of(ClauseId id);
  [[nodiscard]] bool agrees_with(const Clause& c, ClauseId up);
  void copy(ClauseId id, ClauseId up, std::string_view rule);
  bool does(ClauseId id, Argument who, std::string_view rule);

  // voice.cpp: was it done by the subject or to it
  void voice(Clause& c, ClauseId id);
  bool voice_relative(Clause& c, ClauseId id, Argument& s);
  bool arrested(Clause& c, ClauseId id, Argument& s);
  bool carried(Clause& c, ClauseId id);
  [[nodiscard]] bool second_verb(const Clause& c) const;
  void voice_after(Clause& c, ClauseId id, Argument& s);
  [[nodiscard]] bool before_men(const Clause& c, PhraseId after) const;
  void some_of_subject(ClauseId id, const Argument& s);
  [[nodiscard]] bool some_of_them(const Clause& c, PhraseId after);
  [[nodiscard]] bool goes_on(const Clause& c, ClauseId id);
  void struck(const Clause& c, ClauseId id);
  void done_to(const Clause& c, ClauseId id);
  [[nodiscard]] bool one_man(PhraseId p) const;
  void struck_by(const Clause& v, ClauseId id);
  [[nodiscard]] bool hangs_on(ClauseId c, ClauseId on) const;

  // control.cpp: who does what another predicate governs
  void subject(Clause& c, ClauseId id);
  void of_purpose(const Clause& c, ClauseId id);
  bool after_li(const Clause& c, ClauseId id);
  [[nodiscard]] bool with_somebody(ClauseId id) const;
  bool stopped_act(const Clause& c, ClauseId id);
  [[nodiscard]] ClauseId whose_state(const Clause& c);
  [[nodiscard]] ClauseId speaker_before(const Clause& c);
  [[nodiscard]] bool said_by_thing(ClauseId id);
  [[nodiscard]] bool after_comma(WordId w) const;
  [[nodiscard]] bool inflected_for_another(const Clause& verb, const Clause& participle) const;
  [[nodiscard]] bool after_time(const Clause& c) const;
  [[nodiscard]] bool beside_act(const Clause& c, ClauseId up);
  [[nodiscard]] bool announced_protest(const Clause& c, ClauseId id, ClauseId up);
  [[nodiscard]] bool announced_way(const Clause& c, ClauseId id, ClauseId up);
  [[nodiscard]] bool manner(const Clause& c, ClauseId id, ClauseId up);
  [[nodiscard]] ClauseId joined_deed(const Clause& c, ClauseId id);
  [[nodiscard]] bool is_subject(ClauseId id, ClauseId up);
  [[nodiscard]] bool could_do(ClauseId up);
  [[nodiscard]] bool aside(const Clause& c, const Clause& up, bool control) const;
  [[nodiscard]] bool of_acts(ClauseId id, ClauseId up);
  [[nodiscard]] bool went_into(const Clause& c, ClauseId id, ClauseId up);
  [[nodiscard]] bool aim(const Clause& c, ClauseId id, ClauseId up);
  bool asked(ClauseId id, ClauseId up);
  bool wanted_of(ClauseId id, ClauseId up);
  [[nodiscard]] bool one_person(PhraseId p) const;
  [[nodiscard]] bool to_protest(const Clause& c, ClauseId id) const;
  void accused(ClauseId id, ClauseId up);
  bool warned(const Clause& c, ClauseId id, ClauseId up);
  bool condition_for_other(const Clause& c, ClauseId id, ClauseId up);
  void suffered(ClauseId id, ClauseId up);
  bool able(ClauseId id, ClauseId up);

  // dropped.cpp: whose deed a verb without a subject tells
  [[nodiscard]] ClauseId quoted_by(const Clause& c, ClauseId id);
  bool spoken(const Clause& c, ClauseId id);
  bool spoken_of_self(const Clause& c, ClauseId id);
  bool came_from(const Clause& c, ClauseId id);
  [[nodiscard]] bool acts(PhraseId p) const;
  [[nodiscard]] bool refers(const Clause& c, const Argument& s, const Clause& did) const;
  [[nodiscard]] bool apart(ClauseId inner, ClauseId from, Link link) const;
  [[nodiscard]] int points(const Clause& c, ClauseId id, ClauseId before, const Argument& s) const;
  template <typename May>
  ClauseId likeliest(const Clause& c, ClauseId id, const May& may);
  bool of_people_named(const Clause& c, ClauseId id);
  bool dropped_before(const Clause& c, ClauseId id);
  [[nodiscard]] bool done_by_people(LemmaId verb) const;
  [[nodiscard]] bool done_in_words(const Clause& c) const;
  bool before_thing(const Clause& c, ClauseId id);
  [[nodiscard]] bool takes_up(const Clause& c, ClauseId before) const;
  void dropped_across(const Clause& c, ClauseId id);

  const Grammar& g_;
  Clauses& out_;
  std::vector<Clauses::Draft> extra_;
  std::vector<uint32_t> subject_at_;   // per clause, its subject among extra_
  std::vector<uint32_t> first_draft_;  // per clause; kNone: it has none
  std::vector<uint32_t> next_draft_;   // per draft, the next of its clause
};

}  // namespace isnad
