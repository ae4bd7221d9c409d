// Commitments and their consequences.
#include "story/commitments.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "story/fields.h"
#include "story/write.h"

namespace isnad::story {
namespace {

using record::Record;
using Records = std::span<const Record>;
using Parties = std::vector<Party>;

Parties parties_of(const std::vector<record::Entity>& list) {
  Parties out;
  for (const auto& e : list) out.push_back({e.id, e.country, e.sector, e.text, e.title});
  return out;
}

void add(Parties& to, const Parties& from) { to.insert(to.end(), from.begin(), from.end()); }

/// Whether some party of one list is one of the other, or of its state. A sector alone ("gunmen") is too little.
bool meet(const Parties& a, const Parties& b) {
  for (const Party& x : a)
    for (const Party& y : b) {
      const Match m = match(x, y);
      if (m == Match::same || (m == Match::compatible && !x.country.empty() && x.country == y.country)) return true;
    }
  return false;
}

bool unknown(const Parties& list) {
  return std::none_of(list.begin(), list.end(), [](const Party& p) { return p.known(); });
}

/// One commitment while it is worked out.
struct Work {
  Commitment out;
  Parties holders, addressees, performers, targets;
  std::vector<const Record*> content;
  std::vector<std::pair<std::string_view, const Record*>> condition;  // with their kinds
  Day made = 0, deadline = INT32_MAX;
  bool to_stop = false;  // what is promised is an end of it
};

bool is_promise(const Record& r) { return r.status == "promised" || r.frame.starts_with("promise") || r.frame == "commit"; }

bool commits(const Record& r) {
  if (r.has_aux("negation") || (r.status != "occurred" && r.status != "ongoing" && r.status != "promised")) return false;
  if (r.event == "THREATEN" || r.event == "AGREE") return true;
  return r.event == "REQUEST" && (!r.mode.empty() || !r.content.empty());
}

Kind kind_of(const Record& r) {
  if (r.event == "THREATEN") return Kind::threat;
  if (r.event == "REQUEST") return Kind::demand;
  return is_promise(r) ? Kind::promise : Kind::agreement;
}

/// How much a record says of a commitment.
size_t fullness(const Record& r) {
  return 4 * r.content.size() + 3 * r.condition.size() + 2 * r.actor.size() + 2 * r.recipient.size() + (r.date ? 1 : 0) +
         (r.sentence > 0 ? 1 : 0);
}

/// What works out all of them.
class Reckoning {
 public:
  Reckoning(Records records, const Situation& situation) : records_(records), s_(situation) {
    for (uint32_t i = 0; i < records.size(); ++i) by_id_.try_emplace(records[i].id, i);
    for (const Story& story : s_.stories) {
      told_.push_back(told(story));
      last_ = std::max(last_, day_of(story.reported).value_or(last_));
    }
    for (const Record& r : records) last_ = std::max(last_, day_of(r.doc.date).value_or(last_));
  }

  [[nodiscard]] std::vector<Commitment> all() {
    std::vector<Commitment> out;
    for (uint32_t i = 0; i < s_.stories.size(); ++i)
      for (Work& w : made_in(i)) {
        judge(w);
        out.push_back(std::move(w.out));
      }
    std::sort(out.begin(), out.end(),
              [](const Commitment& a, const Commitment& b) { return std::tie(a.made, a.id, a.kind) < std::tie(b.made, b.id, b.kind); });
    return out;
  }

 private:
  /// A story as one account.
  [[nodiscard]] Account told(const Story& story) const {
    Account out = s_.accounts[s_.account_of[story.records.front()]];
    std::set<uint32_t> seen{s_.account_of[story.records.front()]};
    for (const uint32_t r : story.records)
      if (seen.insert(s_.account_of[r]).second) unite(out, s_.accounts[s_.account_of[r]]);
    return out;
  }

  /// The commitments of one story: one of each kind that its records make.
  [[nodiscard]] std::vector<Work> made_in(uint32_t index) const {
    std::map<Kind, std::vector<uint32_t>> of;
    for (const uint32_t r : s_.stories[index].records)
      if (commits(records_[r])) of[kind_of(records_[r])].push_back(r);
    std::vector<Work> out;
    for (const auto& [kind, members] : of) {
      Work w = work(index, kind, members);
      if (!w.out.holder.empty()) out.push_back(std::move(w));
    }
    return out;
  }

  [[nodiscard]] Work work(uint32_t story, Kind kind, const std::vector<uint32_t>& members) const {
    Work w;
    const Story& s = s_.stories[story];
    w.out.id = s.id, w.out.kind = kind, w.out.story = story, w.out.independent = s.independent;
    w.out.record = *std::max_element(members.begin(), members.end(),
                                     [&](uint32_t a, uint32_t b) { return fullness(records_[a]) < fullness(records_[b]); });
    w.out.made = s.first.empty() ? s.reported : s.first;
    w.made = day_of(w.out.made).value_or(0);
    for (const uint32_t m : members) gather(w, records_[m]);
    w.performers = kind == Kind::demand ? w.addressees : w.holders;
    if (kind == Kind::agreement) add(w.performers, w.addressees);
    for (const Record* c : w.content) {
      add(w.targets, parties_of(c->recipient));
      for (const Party& p : parties_of(c->actor))
        if (c->event == "ASSAULT" && !meet({p}, w.holders)) w.targets.push_back(p);  // read as the doer, but not who threatens
      w.to_stop = w.to_stop || c->event == "RETREAT";
    }
    if (kind == Kind::threat && unknown(w.targets)) w.targets = w.addressees;
    if (w.deadline != INT32_MAX) w.out.deadline = iso_date(w.deadline);
    return w;
  }

  static void add_names(std::vector<std::string>& to, const std::vector<record::Entity>& from) {
    for (const auto& e : from)
      if (const std::string name(label_of(e)); std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
  }

  void gather(Work& w, const Record& r) const {
    add_names(w.out.holder, r.actor), add_names(w.out.addressee, r.recipient);
    add(w.holders, parties_of(r.actor)), add(w.addressees, parties_of(r.recipient));
    for (const auto& id : r.content)
      if (const auto at = by_id_.find(id); at != by_id_.end()) {
        const Record& c = records_[at->second];
        w.content.push_back(&c);
        w.out.content.push_back({c.event, c.trigger, c.mode, at->second});
        set_deadline(w, c);
      }
    for (const auto& c : r.condition) {
      w.out.condition.push_back(c);
      if (const auto at = by_id_.find(c.event); at != by_id_.end())
        w.condition.emplace_back(c.kind, &records_[at->second]), set_deadline(w, records_[at->second]);
    }
    set_deadline(w, r);
  }

  /// An open beginning and an end after the day of making: "before the end of the month"; or a span that begins then: "within a month".
  /// A span that is over when it is told of is when it was made: "an agreement of last March".
  static void set_deadline(Work& w, const Record& r) {
    if (!r.date) return;
    const auto end = day_of(r.date->end), start = day_of(r.date->start), told = day_of(r.doc.date);
    if (!end || *end <= w.made || (start && (*start < w.made || *start == *end))) return;
    if (start && told && *end <= *told) return;
    w.deadline = std::min(w.deadline, *end);
  }

  // -- what became of it

  void judge(Work& w) const {
    for (uint32_t i = 0; i < s_.stories.size(); ++i)
      if (i != w.out.story) look_at(w, i);
    auto& list = w.out.consequences;
    std::sort(list.begin(), list.end(),
              [](const auto& a, const auto& b) { return std::tie(a.day, a.effect, a.story) < std::tie(b.day, b.effect, b.story); });
    drop_repeats(list);
    settle(w);
  }

  /// What was met is met: later acts of the kind are not told.
  static void drop_repeats(std::vector<Consequence>& list) {
    const auto met = std::find_if(list.begin(), list.end(), [](const auto& c) { return c.effect == Effect::met; });
    if (met == list.end()) return;
    list.erase(std::remove_if(met + 1, list.end(), [](const auto& c) { return c.effect == Effect::met || c.effect == Effect::partly; }),
               list.end());
  }

  /// The last effect decides; a condition that came about only where nothing else did.
  void settle(Work& w) const {
    w.out.state = "open";
    for (const Consequence& c : w.out.consequences)
      if (c.effect != Effect::triggered || w.out.state == "open") w.out.state = effect_name(w.out.kind, c.effect);
    if (w.out.state == "open" && w.deadline < last_) w.out.state = "lapsed";
  }

  void look_at(Work& w, uint32_t index) const {
    const Account& told = told_[index];
    const Story& story = s_.stories[index];
    if (told.stage != Stage::real || told.denied) return;
    const Day day = day_of(story.first.empty() ? story.reported : story.first).value_or(w.made);
    if (day < w.made) return;
    if (w.out.kind == Kind::demand && story.event == "REJECT" && meet(told.actors, w.addressees)) return note(w, Effect::rejected, index);
    if (same_documents(w, story)) return;
    if (breaks(w, told)) return note(w, Effect::broken, index);
    bool done = false, part = false;
    for (const Record* c : w.content)
      if (fulfils(w, *c, told)) done = true, part = part || only_part(*c, told);
    if (done) return note(w, part ? Effect::partly : Effect::met, index);
    for (const auto& [kind, c] : w.condition)
      if (is_act(*c, told, parties_of(c->actor), parties_of(c->recipient)))
        return note(w, kind == "unless" || kind == "until" ? Effect::averted : Effect::triggered, index);
  }

  /// A report that makes a promise doesn't tell what became of it.
  [[nodiscard]] bool same_documents(const Work& w, const Story& story) const {
    const auto& first = records_[w.out.record].doc;
    return std::all_of(story.records.begin(), story.records.end(), [&](uint32_t r) { return records_[r].doc.date <= first.date; });
  }

  void note(Work& w, Effect effect, uint32_t story) const {
    const Story& s = s_.stories[story];
    w.out.consequences.push_back({effect, s.first.empty() ? s.reported : s.first, story, s.records.front()});
  }

  [[nodiscard]] static bool same_kind(const Record& c, const Account& told) {
    if (std::find(told.events.begin(), told.events.end(), c.event) == told.events.end()) return false;
    if (c.mode.empty() || told.modes.empty() || c.event == "ASSAULT") return true;
    return std::any_of(c.mode.begin(), c.mode.end(),
                       [&](const auto& m) { return std::find(told.modes.begin(), told.modes.end(), m) != told.modes.end(); });
  }

  [[nodiscard]] static bool elsewhere(const Record& c, const Account& told) {
    for (const auto* p : {&c.location, &c.origin})
      for (const Place& t : told.places)
        if (*p && !(*p)->country.empty() && !t.country.empty() && !t.loose && (*p)->country != t.country) return true;
    return false;
  }

  /// An act of this kind, by one of `actors` or, where those are unknown, against one of `recipients`; nothing known against it.
  [[nodiscard]] static bool is_act(const Record& c, const Account& told, const Parties& actors, const Parties& recipients) {
    if (!same_kind(c, told) || elsewhere(c, told)) return false;
    const bool by = meet(told.actors, actors), against = meet(told.recipients, recipients);
    if (!unknown(actors) && !unknown(told.actors) && !by) return false;
    if (!unknown(recipients) && !unknown(told.recipients) && !against) return false;
    return by || against;
  }

  [[nodiscard]] static bool fulfils(const Work& w, const Record& c, const Account& told) {
    if (w.to_stop && c.event == "ASSAULT") return false;
    if (!same_kind(c, told) || elsewhere(c, told) || !meet(told.actors, w.performers)) return false;
    if (c.event != "ASSAULT") return true;
    return meet(told.recipients, w.targets);
  }

  /// A site of a country, or one of several.
  [[nodiscard]] static bool only_part(const Record& c, const Account& told) {
    if (c.event != "RETREAT" && c.event != "AID" && c.event != "MOBILIZE") return false;
    const auto several = [](const record::Quantity& q) { return (q.of == "bases" || q.of == "sites") && q.value > 1; };
    if (std::any_of(c.quantity.begin(), c.quantity.end(), several)) return true;
    const auto wide = [](const auto& p) { return p && p->kind == "country"; };
    const bool site = std::any_of(told.places.begin(), told.places.end(), [](const Place& p) { return p.kind != "country"; });
    return (wide(c.location) || wide(c.origin)) && site;
  }

  /// Violence of a holder against the other side, where peace or an end of it was promised or agreed on.
  [[nodiscard]] static bool breaks(const Work& w, const Account& told) {
    if (w.out.kind != Kind::promise && w.out.kind != Kind::agreement) return false;
    const bool peace = std::any_of(w.content.begin(), w.content.end(), [](const Record* c) {
      return c->event == "RETREAT" && std::find(c->mode.begin(), c->mode.end(), "ceasefire") != c->mode.end();
    });
    if (!peace || std::find(told.events.begin(), told.events.end(), "ASSAULT") == told.events.end()) return false;
    if (!meet(told.actors, w.holders)) return false;
    if (w.out.kind == Kind::agreement) return meet(told.recipients, w.holders) || meet(told.recipients, w.addressees);
    return unknown(w.targets) || meet(told.recipients, w.targets);
  }

  Records records_;
  const Situation& s_;
  std::map<std::string_view, uint32_t> by_id_;
  std::vector<Account> told_;  // of each story
  Day last_ = INT32_MIN;
};

}  // namespace

std::string_view effect_name(Kind kind, Effect effect) {
  return kind == Kind::threat && effect == Effect::met ? "carried out" : kEffectNames[size_t(effect)];
}

std::vector<Commitment> commitments(Records records, const Situation& situation) { return Reckoning(records, situation).all(); }

void append(const Commitment& c, const Situation& situation, Records records, std::string& out) {
  Json json(out);
  json.open_object().member("id", c.id).member("kind", kKindNames[size_t(c.kind)]).member("state", c.state);
  append_strings(json, "holder", c.holder);
  append_strings(json, "addressee", c.addressee);
  json.key("content").open_array();
  for (const Content& x : c.content) {
    json.open_object().member("event", x.event);
    append_strings(json, "mode", x.mode);
    json.member("text", x.text).member("record", records[x.record].id).close_object();
  }
  json.close_array().key("condition").open_array();
  for (const auto& x : c.condition)
    json.open_object().member("kind", x.kind).member("text", x.text).member("record", x.event).close_object();
  json.close_array().member("made", c.made).member("deadline", c.deadline).key("consequences").open_array();
  for (const Consequence& x : c.consequences) {
    json.open_object().member("effect", effect_name(c.kind, x.effect)).member("day", x.day).member("story", situation.stories[x.story].id);
    json.member("record", records[x.record].id).close_object();
  }
  json.close_array().key("independent").integer(int64_t(c.independent)).member("record", records[c.record].id).close_object();
  out += '\n';
}

}  // namespace isnad::story
