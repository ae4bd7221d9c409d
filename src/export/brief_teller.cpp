// Nouns, labels and citations in their order.
#include "export/brief_teller.h"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Quantity;
using record::Record;

constexpr std::string_view kDot = " \xC2\xB7 ";

/// In their order, each once.
template <class All>
void add_once(All& all, std::string_view text) {
  if (std::find(all.begin(), all.end(), text) == all.end()) all.emplace_back(text);
}

}  // namespace

size_t Documents::number(const Record& r) {
  const auto [at, is_new] = numbers_.try_emplace(std::pair(r.doc.id, r.doc.url), all_.size() + 1);
  if (is_new) all_.push_back(&r.doc);
  return at->second;
}

void Teller::tell(const Told& story, bool with_status) {
  const Record& r = story.record;
  (void)numbers(story.records);  // documents are numbered in the order of the story
  page_.open_item();
  what(r, with_status);
  contents(r);
  people(Label::by, r.actor);
  said_by(Label::accused_by, story.accused_by);
  people(Label::to, r.recipient), people(Label::theme, r.theme);
  place(Label::at, r.location), place(Label::from, r.origin), place(Label::towards, r.destination);
  for (const Quantity& q : r.quantity)
    if (q.of != "other") page_.plain(fmt::format("{}{}: {}", kDot, word(q.of, tongue_), number_signs(q)));
  for (const Contest& c : story.contests) contest(c);
  std::vector<std::string> speakers;
  for (const auto& a : r.attribution)
    if (a.who) add_once(speakers, name_in(a.who->name, a.who->text, tongue_));
  for (const auto& s : speakers) part(Label::according_to, s);
  for (const auto& c : r.condition) part(Label::condition, c.text);
  said_by(Label::denied_by, story.denied_by);
  sources(story);
  page_.close_item();
}

void Teller::what(const Record& r, bool with_status) {
  page_.strong(word(r.event, tongue_));
  const std::string more = details(r, with_status);
  if (!more.empty()) page_.plain(" (" + more + ")");
}

/// "aerial, threatened".
std::string Teller::details(const Record& r, bool with_status) const {
  std::string out;
  const auto add = [&](std::string_view term) {
    (out += out.empty() ? std::string_view() : label(Label::comma, tongue_)) += word(term, tongue_);
  };
  for (const auto& m : r.mode) add(m);
  if (with_status && !r.status.empty()) add(r.status);
  return out;
}

/// What is threatened, promised or demanded, as far as it is on the page.
void Teller::contents(const Record& r) {
  std::vector<std::string> all;
  for (const auto& id : r.content) {
    const auto at = events_.find(id);
    if (at == events_.end()) continue;
    const std::string more = details(*at->second, false);
    add_once(all, fmt::format("{}{}", word(at->second->event, tongue_), more.empty() ? "" : " (" + more + ")"));
  }
  for (const auto& c : all) page_.plain(fmt::format("{}{} {}", kDot, label(Label::content, tongue_), c));
}

void Teller::part(Label what, std::string_view text) {
  if (text.empty()) return;
  page_.plain(fmt::format("{}{} ", kDot, label(what, tongue_)));
  page_.foreign(text);
}

void Teller::people(Label what, const std::vector<Entity>& all) {
  std::vector<std::string> names;
  for (const Entity& e : all) add_once(names, name_in(e.name, e.text, tongue_));
  part(what, fmt::format("{}", fmt::join(names, "; ")));
}

void Teller::place(Label what, const std::optional<Place>& p) {
  if (p) part(what, name_in(p->name, p->text, tongue_));
}

/// "wounded (contested): 3, spokesman [1]; 5, United States [2]".
void Teller::contest(const Contest& c) {
  const std::string_view field = c.field == "actor"   ? label(Label::actor, tongue_)
                                 : c.field == "place" ? label(Label::place, tongue_)
                                 : c.field == "date"  ? label(Label::date, tongue_)
                                                      : word(c.field, tongue_);
  page_.plain(fmt::format("{}{} ({}): ", kDot, field, label(Label::contested, tongue_)));
  for (size_t i = 0; i < c.values.size(); ++i) {
    if (i > 0) page_.plain("; ");
    page_.foreign(c.values[i].text);
    voices(c.values[i].by);
  }
}

void Teller::said_by(Label what, const std::vector<Voice>& all) {
  if (all.empty()) return;
  page_.plain(fmt::format("{}{}", kDot, label(what, tongue_)));
  voices(all);
}

/// Who says it, each once with all documents that have it.
void Teller::voices(const std::vector<Voice>& all) {
  std::vector<std::string> names;
  for (const Voice& v : all) add_once(names, v.who);
  for (const auto& name : names) {
    if (&name != names.data()) page_.plain(label(Label::comma, tongue_));
    if (!name.empty()) page_.plain(" "), page_.foreign(name);
    std::vector<uint32_t> records;
    for (const Voice& v : all)
      if (v.who == name) records.push_back(v.record);
    cite(records);
  }
}

std::set<size_t> Teller::numbers(const std::vector<uint32_t>& records) {
  std::set<size_t> out;
  for (const uint32_t i : records) out.insert(documents_.number(records_[i]));
  return out;
}

/// Each of their documents once.
void Teller::cite(const std::vector<uint32_t>& records) {
  for (const size_t n : numbers(records)) page_.citation(n, "");
}

/// All documents, then the words of the one that tells most.
void Teller::sources(const Told& story) {
  if (numbers(story.records).size() > 1) {
    page_.plain(fmt::format("{}{} {}", kDot, label(Label::independent, tongue_), story.independent));
    cite(story.records);
    page_.plain(kDot.substr(0, kDot.size() - 1));  // a citation begins with a blank
  }
  page_.citation(documents_.number(story.record), story.record.trigger);
}

}  // namespace isnad::exports
