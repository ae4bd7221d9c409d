// Records line by line.
#include "import/records.h"

#include "import/normalise.h"

namespace isnad {
namespace {

using record::Entity;
using record::Record;

/// Id, code or country of the first entity; empty: none is known.
std::string party_of(const std::vector<Entity>& entities, Parties parties) {
  if (entities.empty()) return {};
  const Entity& first = entities.front();
  if (parties == Parties::country) return first.country;
  return !first.id.empty() ? first.id : !first.code.empty() ? first.code : first.country;
}

/// The day it happened, where the text tells it to the day; else the day of the report.
std::optional<Day> day_of_record(const Record& r) {
  if (r.date && r.date->precision == "day")
    if (const auto day = day_of(r.date->start)) return day;
  return day_of(r.doc.date);
}

Coded coded(const Record& r, Parties parties) {
  Coded c;
  c.code = r.event, c.quad = quad_of(Scheme::plover, r.event);
  c.record = r.id, c.text = r.trigger;
  c.told = {r.doc.id, r.doc.source, r.sentence_span.begin, r.sentence_span.end};
  if (r.location) c.place = r.location->country;
  c.source = parties == Parties::place ? "*" : party_of(r.actor, parties);
  c.target = parties == Parties::place ? c.place : party_of(r.recipient, parties);
  return c;
}

void take(const Record& r, Parties parties, int line, Imported& out) {
  if (r.salience == "background") return leave_out(out.skipped, "background of another event", line);
  if (!r.happened()) return leave_out(out.skipped, "planned, threatened, denied or only possible", line);
  Coded c = coded(r, parties);
  const auto day = day_of_record(r);
  if (!day) return leave_out(out.bad, "no day: neither the event nor the report is dated", line);
  c.day = *day;
  if (const auto why = normalise(c); !why.empty()) return leave_out(out.skipped, why, line);
  out.events.push_back(std::move(c));
}

/// Calls `take` with each good line's record and number; returns how many lines there were, good or bad.
size_t each_record(std::string_view bytes, std::map<std::string, LeftOut>& bad, const std::function<void(Record&&, int)>& take) {
  size_t rows = 0;
  for (int line = 1; !bytes.empty(); ++line) {
    const std::string_view text = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    if (trim(text).empty()) continue;
    ++rows;
    auto parsed = record::parse(text);
    if (parsed)
      take(std::move(*parsed), line);
    else
      leave_out(bad, parsed.error().what, line);
  }
  return rows;
}

/// The conditional announcements of one file.
class Announcements {
 public:
  Announcements(Parties parties, Commitments& out) : parties_(parties), out_(out) {}

  void add(Record&& r, int line) {
    of_id_.emplace(r.id, records_.size());
    records_.push_back(std::move(r)), lines_.push_back(line);
  }

  void collect() {
    std::vector<bool> announced(records_.size());
    for (size_t i = 0; i < records_.size(); ++i)
      for (const std::string& id : records_[i].content)
        if (const auto it = of_id_.find(id); it != of_id_.end() && conditional(records_[i])) announced[it->second] = true;
    for (size_t i = 0; i < records_.size(); ++i) {
      const Record& r = records_[i];
      if (!conditional(r) || r.has_aux("negation")) continue;
      if (speaks(r))
        for (const std::string& id : r.content) announce(i, of_id_.find(id));
      else if (is_announced(r) && !announced[i])
        announce(i, of_id_.find(r.id));
    }
  }

 private:
  using Found = std::map<std::string, size_t>::const_iterator;

  static bool conditional(const Record& r) { return !r.condition.empty(); }
  static bool is_announced(const Record& r) { return r.status == "threatened" || r.status == "promised" || r.status == "planned"; }
  static bool speaks(const Record& r) { return (r.event == "THREATEN" || r.event == "AGREE") && !r.content.empty(); }

  /// `said`: the record that has the condition; `deed`: what follows.
  void announce(size_t said, Found deed) {
    const Record& speech = records_[said];
    if (deed == of_id_.end()) return skip("what is announced is no record of the file", said);
    const Record& what = records_[deed->second];
    if (!is_announced(what)) return;  // told as the ground of the threat, not as its threat
    const auto day = day_of(speech.doc.date);
    if (!day) return leave_out(out_.bad, "no day: the report is not dated", lines_[said]);
    Coded then = coded(what, parties_);
    const Coded by = coded(speech, parties_);
    if (then.source.empty()) then.source = by.source;
    if (then.target.empty()) then.target = by.target;
    then.day = *day;
    if (const auto why = normalise(then); !why.empty()) return skip(why, said);
    for (const record::Condition& c : speech.condition) add_condition(c, then, said);
  }

  void add_condition(const record::Condition& c, const Coded& then, size_t said) {
    if (c.kind != "if") return skip("the condition is that something does not happen", said);
    const auto it = of_id_.find(c.event);
    if (c.event.empty() || it == of_id_.end()) return skip("the condition is no event", said);
    Coded when = coded(records_[it->second], parties_);
    when.day = then.day;
    normalise(when);
    if (when.source.empty() && when.target.empty()) return skip("the condition names no party", said);
    out_.list.push_back({std::move(when), then, c.text});
  }

  void skip(std::string_view why, size_t said) { leave_out(out_.skipped, why, lines_[said]); }

  Parties parties_;
  Commitments& out_;
  std::vector<Record> records_;
  std::vector<int> lines_;
  std::map<std::string, size_t> of_id_;
};

}  // namespace

void import_records(std::string_view bytes, Parties parties, Imported& out) {
  out.rows += each_record(bytes, out.bad, [&](Record&& r, int line) { take(r, parties, line, out); });
}

Commitments read_commitments(std::string_view bytes, Parties parties) {
  Commitments out;
  Announcements all(parties, out);
  out.rows = each_record(bytes, out.bad, [&](Record&& r, int line) { all.add(std::move(r), line); });
  all.collect();
  return out;
}

}  // namespace isnad
