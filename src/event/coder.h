// The coder: clauses to records. One object a document; each step in a file of its own.
#pragma once

#include "clause/grammar.h"
#include "event/events.h"

namespace isnad {

/// How one role of a frame was filled.
struct Filling {
  PhraseId phrase;
  ClauseId clause;  // where the filler is itself an event
  std::string_view rule;
  bool inherited = false;
};

/// Links by which a clause is part of what another tells.
inline constexpr uint64_t kArguments = bit(Link::argument) | bit(Link::annexed) | bit(Link::light);

/// What is somebody's who says or plans it.
inline constexpr uint64_t kSaidOrPlanned =
    bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::planned) | bit(NounClass::abstract);

/// Acts of words: who calls, accuses or refuses has done so by saying it.
inline constexpr uint64_t kSpoken = bit(EventType::request) | bit(EventType::accuse) | bit(EventType::reject) | bit(EventType::threaten) |
                                    bit(EventType::support) | bit(EventType::agree) | bit(EventType::concede);

/// The rule of a record that is only mentioned on the way to something else.
inline constexpr std::string_view kMentioned = "salience.mentioned";

/// The rule of a day that a clause around the event tells: it need not be the event's own ("condemned on Monday the raid").
inline constexpr std::string_view kOuterDate = "date.outer_clause";

/// Is it what something else came after: "after the verdicts", "since the fall of" (Time=After in ar/particles.tsv).
[[nodiscard]] bool comes_before(const Grammar& g, const Clause& x);

/// A frame laid over a clause.
struct Match {
  uint32_t frame = kNone;
  int score = 0;
  std::array<Filling, size_t(Slot::count_)> slots;
};

class Coder {
 public:
  Coder(const Grammar& g, const Clauses& clauses, const Entities& entities, int32_t day, Events& out)
      : g_(g), clauses_(clauses), entities_(entities), day_(day), out_(out) {}
  void run();

 private:
  // frames.cpp: which frame holds
  [[nodiscard]] Match best_frame(ClauseId c) const;
  void try_frames(ClauseId c, Slice frames, uint64_t not_done, Match& best) const;
  [[nodiscard]] bool fill(ClauseId c, uint32_t frame, Match& m) const;
  [[nodiscard]] Filling find_source(ClauseId c, const FrameAlternative& a, PhraseId& misfit) const;
  [[nodiscard]] bool of_nation(ClauseId c) const;
  [[nodiscard]] bool goods(PhraseId p) const;
  [[nodiscard]] Filling of_stopped(ClauseId c, const FrameRole& role) const;
  [[nodiscard]] PhraseId subject_of_passive(const Clause& k) const;
  [[nodiscard]] bool of_subject(const Clause& k, PhraseId of) const;
  struct Carrier {
    ClauseId clause;       // none: nothing carries it
    bool subject = false;  // its subject is the event's doer
    bool known = false;    // looked for before
  };
  [[nodiscard]] Carrier carrier(ClauseId c, bool described) const;
  [[nodiscard]] Carrier find_carrier(ClauseId c, bool described) const;
  [[nodiscard]] bool part_of(const Clause& k, const Clause& whole) const;
  [[nodiscard]] bool by_statement(ClauseId c) const;
  [[nodiscard]] bool suits(PhraseId p, ClauseId inner, const FrameAlternative& a) const;
  [[nodiscard]] bool is_words(PhraseId p) const;
  [[nodiscard]] bool mentions_lemma(ClauseId c, Slice lemmas, bool own) const;
  [[nodiscard]] bool has_party_of(const Match& m, uint64_t classes) const;
  void gather_reach(ClauseId c) const;

  // acts.cpp: is it an act at all
  [[nodiscard]] uint64_t not_done(ClauseId c) const;
  [[nodiscard]] uint64_t not_done_by(PhraseId p) const;
  [[nodiscard]] bool after_what(WordId verb) const;
  [[nodiscard]] bool by_accident(ClauseId c) const;
  [[nodiscard]] bool calamity(WordId w) const;
  [[nodiscard]] bool leads_to(WordId before) const;
  [[nodiscard]] bool violent(LemmaId lemma) const;
  [[nodiscard]] bool in_name_of_body(ClauseId c) const;
  [[nodiscard]] bool of_office(const Lemma& of, const Clause& k) const;

  // able.cpp: who can be a party at all
  [[nodiscard]] bool acts_as_people(const Filling& f) const;
  [[nodiscard]] bool only_describes(PhraseId p) const;
  [[nodiscard]] bool named_for_day(PhraseId p) const;
  [[nodiscard]] bool says_where_or_when(PhraseId p) const;
  [[nodiscard]] bool can_do(const Filling& f) const;
  [[nodiscard]] bool like_name(PhraseId p) const;
  [[nodiscard]] bool can_receive(EventType type, const Filling& f) const;
  [[nodiscard]] Filling whose_state(Filling f) const;

  // parties.cpp: who did it to whom, where the frame's roles don't say
  [[nodiscard]] Filling doer(Event& e, Filling f);
  [[nodiscard]] bool only_held_there(EventType type, ClauseId c, const Filling& f) const;
  [[nodiscard]] Filling doer_of_act(Filling f, ClauseId act) const;
  [[nodiscard]] PhraseId kept_from(ClauseId c) const;
  [[nodiscard]] PhraseId warner(ClauseId c) const;
  [[nodiscard]] bool struck_by_verb(ClauseId c) const;
  [[nodiscard]] bool sufferer(ClauseId c, PhraseId p) const;
  [[nodiscard]] bool inquirer(const Clause& k, PhraseId p) const;
  void weapon_as_doer(ClauseId c, Match& m) const;
  void tried_on(Event& e, ClauseId c);
  [[nodiscard]] PhraseId whose_act(const Event& e, ClauseId c) const;
  [[nodiscard]] ClauseId first_of_row(ClauseId c) const;
  [[nodiscard]] PhraseId raider(const Event& e, ClauseId cause) const;
  [[nodiscard]] PhraseId who_says_we(ClauseId c) const;
  [[nodiscard]] PhraseId by_agent(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId who_carried(const Event& e, ClauseId c) const;
  [[nodiscard]] bool another(const Event& e, PhraseId p) const;
  [[nodiscard]] bool occasion(ClauseId c) const;
  [[nodiscard]] bool object_of(ClauseId c, const Clause& up) const;
  [[nodiscard]] bool struck_at(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId charged(const Event& e, ClauseId c) const;
  [[nodiscard]] bool suffered(const Clause& k) const;
  [[nodiscard]] EventId deed_before(const Event& e, ClauseId c) const;
  [[nodiscard]] EventId told_by(ClauseId c) const;
  [[nodiscard]] bool other_cause(ClauseId c) const;
  [[nodiscard]] bool suffers(const Event& e, PhraseId p) const;
  [[nodiscard]] PhraseId in_operation(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId whose_operation(const Event& e, ClauseId c) const;
  [[nodiscard]] bool one_of_theirs(const Event& e, PhraseId p) const;
  void through_acts();
  [[nodiscard]] bool fighter(PhraseId p) const;
  [[nodiscard]] bool brings(const Event& e, WordId preposition) const;
  [[nodiscard]] PhraseId who_fought(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId who_met(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId moves_own(const Event& e, ClauseId c) const;
  void sides_of(Event& e, ClauseId c);
  [[nodiscard]] PhraseId whose_weapon(const Event& e) const;
  [[nodiscard]] PhraseId owner_of_weapon(const Event& e, PhraseId with) const;
  [[nodiscard]] std::span<const Clause> victims_after(const Event& e) const;
  [[nodiscard]] bool in_date(WordId w) const;
  [[nodiscard]] bool right_after(PhraseId who, WordId w) const;
  [[nodiscard]] PhraseId speaker_of(ClauseId c) const;
  [[nodiscard]] PhraseId threatened(ClauseId c, PhraseId threatener) const;
  [[nodiscard]] bool inside(ClauseId c, ClauseId outer, uint64_t links) const;
  void no_reflexive(Event& e) const;
  void other_parties(Event& e, ClauseId c);
  void find_actor(Event& e, ClauseId c);
  void find_recipient(Event& e, ClauseId c);
  void visited_or_left(Event& e, ClauseId c);
  void held_site(Event& e, ClauseId c);
  [[nodiscard]] PhraseId who_spoke(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId issuer(ClauseId c) const;
  [[nodiscard]] bool hands_on(ClauseId verb, ClauseId relative) const;
  [[nodiscard]] PhraseId who_marches(const Event& e, ClauseId c) const;
  [[nodiscard]] bool announced(ClauseId c, PhraseId who) const;
  [[nodiscard]] PhraseId whose_targets(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId claimer(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId announcer(const Event& e, ClauseId c) const;
  [[nodiscard]] bool killed_enemies(const Event& e, const Entity& who) const;
  [[nodiscard]] PhraseId who_says(const Event& e, ClauseId c) const;
  void own_meeting(Event& e);
  [[nodiscard]] PhraseId bound_for(ClauseId c) const;
  void victims_of_cause();
  [[nodiscard]] EventId caused_by(ClauseId cause, bool by_somebody) const;
  void victims_in_relative(const Event& deaths);
  void share_victims(Event& act, const Event& deaths);
  bool take_victims(Event& to, Slice victims, std::string_view rule, Span span);
  [[nodiscard]] bool counts(const Event& e) const { return g_.lexicon.frames[e.frame].counts.size > 0; }  // its victims
  [[nodiscard]] EntityId body_of(PhraseId p) const;
  [[nodiscard]] PhraseId who_took_part(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId owner(PhraseId site) const;
  void add(Event& e, Slot slot, PhraseId p, std::string_view rule);
  void give(Event& e, Slot slot, PhraseId p, std::string_view rule);

  // targets.cpp: whom it was done to or said of, where the frame's roles don't say
  void targets(Event& e, ClauseId c);
  [[nodiscard]] bool definite(PhraseId p) const;
  [[nodiscard]] bool other_party(const Event& e, PhraseId p) const;
  [[nodiscard]] PhraseId urged(ClauseId c) const;
  [[nodiscard]] PhraseId urger(ClauseId c) const;
  void one_role(Event& e) const;
  [[nodiscard]] bool between_commas(PhraseId subject, PhraseId object) const;
  [[nodiscard]] bool title_goes_on(PhraseId subject, PhraseId object, bool other) const;
  [[nodiscard]] bool named(PhraseId p) const;
  [[nodiscard]] PhraseId party_after(const Event& e, PhraseId title) const;
  void name_for_object(Event& e, ClauseId c);
  void object_for_subject(Event& e, ClauseId c);
  [[nodiscard]] PhraseId stopped(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId met_after_pause(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId written_to(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId asked_that(const Event& e, ClauseId c) const;
  void struck_by_aim(Event& e);
  [[nodiscard]] PhraseId wrested_from(const Event& e, ClauseId c) const;
  [[nodiscard]] bool act_beside(PhraseId first, PhraseId next) const;
  [[nodiscard]] ClauseId twin(ClauseId c) const;

  // judged.cpp: whose the thing is that is judged or taken, who has to bear it
  void judged(Event& e, ClauseId c);
  [[nodiscard]] PhraseId made_by(PhraseId thing) const;
  [[nodiscard]] PhraseId who_did_that(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId doer_within(const Event& e, ClauseId act, PhraseId thing) const;
  [[nodiscard]] PhraseId owner_within(const Event& e, PhraseId thing, bool anybody) const;
  [[nodiscard]] PhraseId owner_by_of(const Event& e, PhraseId thing) const;
  [[nodiscard]] PhraseId told_before(const Event& e, PhraseId thing) const;
  [[nodiscard]] PhraseId whose(const Event& e, PhraseId thing, int depth) const;
  [[nodiscard]] bool proposed(PhraseId thing) const;
  [[nodiscard]] PhraseId judged_of(const Event& e, ClauseId c) const;
  void backed_between(Event& e, ClauseId c);
  [[nodiscard]] bool mutual(const Event& e) const;
  [[nodiscard]] PhraseId robbed(const Event& e) const;
  [[nodiscard]] PhraseId bears(const Event& e, ClauseId c) const;
  [[nodiscard]] bool governed_by(ClauseId c, const Clause& up) const;
  [[nodiscard]] bool shares_actor(const Event& e, PhraseId p) const;
  void answered(Event& e, ClauseId c);
  void struck_by_outcome();
  void hurt_by(Event& e);
  [[nodiscard]] bool victim_like(PhraseId p) const;
  // described.cpp: what a relative clause on the event's noun tells of its parties
  struct Described {
    ClauseId clause;
    const Argument* as = nullptr;  // what the noun is in it; nullptr: there is none
  };
  [[nodiscard]] bool said_of(PhraseId of, PhraseId thing) const;
  [[nodiscard]] Described next_relative(PhraseId thing, ClauseId after) const;
  [[nodiscard]] PhraseId doer_in_relative(const Event& e, const Described& d) const;
  [[nodiscard]] bool own_by_words(const Event& e, const Described& d) const;
  [[nodiscard]] bool own_burden(PhraseId p) const;
  [[nodiscard]] PhraseId ascribed_to(const Event& e, const Described& d) const;
  [[nodiscard]] PhraseId who_did_described(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId who_did_occasion(const Event& e, ClauseId c) const;
  [[nodiscard]] bool for_it(WordId w, PhraseId noun) const;
  [[nodiscard]] PhraseId claims_described(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId went_off(PhraseId blast) const;
  [[nodiscard]] PhraseId doer_by_thing(const Event& e, PhraseId thing, ClauseId after, bool means) const;
  [[nodiscard]] PhraseId threatened_with(const Event& e, ClauseId c) const;
  void doer_of_occasion(Event& e);
  void struck_over_relative(Event& e);
  [[nodiscard]] bool agent_word(const Event& e, WordId w, WordId preposition) const;
  [[nodiscard]] PhraseId phrase_with(WordId w) const;
  [[nodiscard]] PhraseId called_by_act(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId demanding_protest(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId struck_in_relative(const Event& e, ClauseId c) const;
  [[nodiscard]] PhraseId whose_life(PhraseId p) const;
  [[nodiscard]] PhraseId holder(const Event& e, ClauseId c, PhraseId site) const;

  // protest.cpp: whom a protest is against, whose it is
  [[nodiscard]] Filling protested_against(const Event& e, ClauseId c) const;
  [[nodiscard]] bool opponent(PhraseId p) const;
  [[nodiscard]] PhraseId answerable(ClauseId ground) const;
  [[nodiscard]] bool strikes(ClauseId c) const;
  [[nodiscard]] PhraseId asked_by(ClauseId demand) const;
  [[nodiscard]] PhraseId phrase_at(WordId w) const;
  [[nodiscard]] PhraseId hostile_to(WordId first, SentenceId sentence) const;
  [[nodiscard]] bool authority(PhraseId p) const;
  [[nodiscard]] bool answers(PhraseId p) const;
  [[nodiscard]] PhraseId demanded_of(ClauseId act) const;
  [[nodiscard]] PhraseId possessor(PhraseId thing) const;
  [[nodiscard]] PhraseId denounced(ClauseId words) const;
  [[nodiscard]] bool voices(const Event& e, ClauseId words) const;
  [[nodiscard]] bool theirs(const Event& e, ClauseId act) const;
  [[nodiscard]] PhraseId office_near(ClauseId c) const;
  [[nodiscard]] bool open_place(PhraseId p) const;
  [[nodiscard]] bool same_way(const Event& e, LemmaId verb) const;
  [[nodiscard]] PhraseId the_protesters(const Event& e) const;
  void protesters(Event& e);
  void against(Event& e, ClauseId c);

  // status.cpp: how far the act has come
  [[nodiscard]] bool voiced_by_protest(const Event& e) const;
  [[nodiscard]] bool agreed_to(const Event& e, ClauseId c) const;
  [[nodiscard]] bool agreed_above(ClauseId c, uint64_t links) const;
  void status(Event& e, ClauseId c);
  [[nodiscard]] bool before(const Event& e, int days) const;
  [[nodiscard]] bool refused(ClauseId c) const;
  [[nodiscard]] bool only_warned(ClauseId c) const;
  [[nodiscard]] const Event* coded(ClauseId c) const;
  [[nodiscard]] const Event* coded_above(ClauseId c, uint64_t links) const;
  void future_type(Event& e) const;

  // salience.cpp: what is reported, what only mentioned
  [[nodiscard]] std::string_view salience(const Event& e, ClauseId c) const;
  [[nodiscard]] bool known_protesters(const Event& e) const;
  [[nodiscard]] std::string_view reported(const Event& e, ClauseId c) const;
  [[nodiscard]] bool much_told(const Event& e) const;
  [[nodiscard]] bool long_ago(const Event& e) const;
  [[nodiscard]] bool total(const Event& e) const;
  [[nodiscard]] PhraseId opening_date(SentenceId s) const;
  [[nodiscard]] bool habit(const Event& e) const;
  [[nodiscard]] bool names_place(SentenceId s) const;
  [[nodiscard]] bool in_charge(ClauseId c) const;
  [[nodiscard]] bool pointed_at(ClauseId c) const;
  [[nodiscard]] bool beside(ClauseId c) const;
  [[nodiscard]] bool asked(const Event& e) const;
  [[nodiscard]] bool identified(ClauseId c) const;
  [[nodiscard]] bool carries(const Event& e, ClauseId c) const;
  [[nodiscard]] bool brought_up(const Event& e, ClauseId c) const;
  [[nodiscard]] bool told_after(ClauseId c) const;
  [[nodiscard]] bool about_it(const Event& e, ClauseId c) const;
  [[nodiscard]] bool opens(PhraseId p) const;

  // circumstances.cpp: where, when, how many
  void place(Event& e, ClauseId c);
  void date(Event& e, ClauseId c);
  bool date_of(Event& e, ClauseId c, std::string_view rule);
  bool date_by_relative(Event& e, ClauseId c);
  void quantities(Event& e, ClauseId c);
  void count_phrase(Event& e, PhraseId p, Slot slot);
  [[nodiscard]] QuantityOf kind_of_quantity(const Event& e, PhraseId p, Slot slot) const;
  [[nodiscard]] bool is_place(PhraseId p) const;
  bool locate(Event& e, ClauseId c, std::string_view rule, bool only_named);
  [[nodiscard]] bool named_place(EntityId x) const;
  [[nodiscard]] bool only_owned(EntityId x) const;
  [[nodiscard]] bool other_place_named(const Sentence& s, PhraseId dateline) const;
  [[nodiscard]] bool told_within(ClauseId inner, ClauseId c) const;
  bool locate_inside(Event& e, ClauseId c);
  bool locate_outside(Event& e, ClauseId c, bool only_named);
  bool locate_by_dateline(Event& e);
  bool locate_at(Event& e, PhraseId p, std::string_view rule);
  bool locate_by_target(Event& e);
  bool locate_by_way(Event& e);
  [[nodiscard]] bool holds(EntityId outer, EntityId inner) const;
  bool locate_by_opening(Event& e);
  void find_place(Event& e, ClauseId c);
  [[nodiscard]] PhraseId who_decided(const Event& e, ClauseId c) const;
  [[nodiscard]] ClauseId judged_by(const Event& e) const;
  [[nodiscard]] bool is_fact(const Event& e) const;
  [[nodiscard]] bool elsewhere(const Event& a, const Event& b) const;
  [[nodiscard]] bool in_town(PhraseId p) const;
  [[nodiscard]] bool after_date(ClauseId c) const;
  [[nodiscard]] bool apart(ClauseId later, ClauseId c) const;
  [[nodiscard]] QuantityOf victims(PhraseId p) const;

  // sources.cpp: who says so, under which condition, why
  void attribution(Event& e, ClauseId c);
  void say(Event& e, PhraseId speaker, LemmaId verb, WordId word, ClauseId clause, std::string_view rule);
  [[nodiscard]] std::string_view medium_of(ClauseId c) const;
  void conditions();
  void contents();
  void causes();
  [[nodiscard]] bool holds(ClauseId outer, ClauseId inner) const;
  [[nodiscard]] size_t first_of_sentence(size_t e) const;
  [[nodiscard]] EventId event_near(ClauseId c) const;
  [[nodiscard]] EventId event_under(ClauseId c) const;
  [[nodiscard]] EventId event_within(ClauseId c) const;
  [[nodiscard]] EventId conditional(ClauseId c) const;
  [[nodiscard]] Span span_of(ClauseId c) const;

  // merge.cpp: the same event told twice
  void merge_repeats();
  void drop_merged();
  [[nodiscard]] std::string_view same_event(const Event& a, const Event& b) const;
  [[nodiscard]] bool casualties(const Event& a, const Event& b) const;
  [[nodiscard]] bool aimed_at(const Event& a, const Event& b) const;
  [[nodiscard]] bool attempted(const Event& a, const Event& b) const;
  [[nodiscard]] bool instrument(const Event& a, const Event& b) const;
  [[nodiscard]] bool carried(const Event& a, const Event& b) const;
  [[nodiscard]] bool repeated_noun(const Event& a, const Event& b) const;
  [[nodiscard]] bool same_parties(const Event& a, const Event& b) const;
  [[nodiscard]] bool sides(const Event& a, const Event& b) const;
  [[nodiscard]] bool shares(Slice a, Slice b) const;
  [[nodiscard]] bool among(Slice fillers, EntityId x) const;
  [[nodiscard]] bool same_entity(EntityId a, EntityId b) const;
  void merge(Event& a, const Event& b, std::string_view rule);

  // coder.cpp
  void code(ClauseId c);
  [[nodiscard]] uint64_t id_of(const Event& e) const;
  void fillers(Event& e, ClauseId c, Match& m);
  void add_filler(PhraseId p);
  void add_row(const Event& e, Slot slot, const Filling& f);
  [[nodiscard]] uint32_t other_side(Slice row) const;
  [[nodiscard]] bool in_row(PhraseId p, PhraseId first) const;
  [[nodiscard]] PhraseId goes_on(PhraseId first, PhraseId last) const;
  [[nodiscard]] bool of_people(PhraseId p) const;
  [[nodiscard]] bool fits_row(PhraseId first, PhraseId p, WordId from) const;
  [[nodiscard]] bool within(PhraseId whole, PhraseId part) const;
  [[nodiscard]] bool opposed(PhraseId p) const;
  void denial(Event& e);
  void adjective_actor(Event& e, ClauseId c);
  void share_content();
  void helped_by_promise(Event& e);
  void share_circumstances();
  void killed_by(Event& e, const Event& cause);
  void share_with_repeated(Event& e);
  [[nodiscard]] EventId attack_meant(const Event& e, ClauseId noun) const;
  void share_historical(const Event& from, Event& to);
  [[nodiscard]] bool ended(const Event& inner, const Event& outer) const;
  void drop_duplicates();
  void drop_unknown(Event& e) const;
  void attack_by_name(Event& e);
  void circumstances_of(const Event& gone, Event& kept);
  /// The name of a frame's or record's mode; empty without one.
  [[nodiscard]] std::string_view mode_name(uint16_t mode) const {
    return mode ? g_.lexicon.text(g_.lexicon.modes[mode - 1]) : std::string_view{};
  }
  void evidence(Event& e, Field field, std::string_view rule, Span span);
  void confidence(Event& e) const;
  [[nodiscard]] Span span(PhraseId p) const { return g_.mentions[p].span; }
  [[nodiscard]] std::string_view frame_id(const Event& e) const { return g_.lexicon.text(g_.lexicon.frames[e.frame].id); }
  [[nodiscard]] const Entity* entity(PhraseId p) const {
    if (!p.valid() || !entities_.entity_of[p.value].valid()) return nullptr;
    return &entities_[entities_.entity_of[p.value]];
  }

  const Grammar& g_;
  const Clauses& clauses_;
  const Entities& entities_;
  int32_t day_;
  Events& out_;
  uint32_t serial_ = 0;
  mutable std::vector<std::array<Carrier, 2>> carriers_;  // of each clause, by `described`: each alternative of each frame asks for them
};

}  // namespace isnad
