// Choosing, ordering and telling.
#include "export/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/json.h"
#include "export/circumstances.h"
#include "export/export.h"
#include "export/page.h"

namespace isnad::exports {
namespace {

using record::Entity;
using record::Place;
using record::Quantity;
using record::Record;

bool is_one_of(const Entity& e, const std::vector<std::string>& names) {
  const auto matches = [&](const std::string& n) { return !n.empty() && (n == e.id || n == e.code || n == e.country); };
  return std::any_of(names.begin(), names.end(), matches);
}

bool has_any(const Record& r, const std::vector<std::string>& names) {
  const auto in = [&](const std::vector<Entity>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Entity& e) { return is_one_of(e, names); });
  };
  return names.empty() || in(r.actor) || in(r.recipient);
}

/// The order of lines: of days, then of documents, then of the text.
auto place_in_page(const Day& day, const Record& r) {
  return std::tie(day, r.doc.date, r.doc.id, r.sentence, r.trigger_span.begin, r.id, r.frame);
}

/// Numbers of documents, in the order of their first line.
class Documents {
 public:
  size_t number(const Record& r) {
    const auto [at, is_new] = numbers_.try_emplace(std::pair(r.doc.id, r.doc.url), all_.size() + 1);
    if (is_new) all_.push_back(&r.doc);
    return at->second;
  }
  [[nodiscard]] const std::vector<const record::DocumentFacts*>& all() const { return all_; }

 private:
  std::map<std::pair<std::string, std::string>, size_t> numbers_;
  std::vector<const record::DocumentFacts*> all_;
};

std::string digits(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

/// "8", "4000-5000", and with the signs for at least and at most where a bound is open.
std::string number_signs(const Quantity& q) {
  if (q.low && !q.high) return "\xE2\x89\xA5 " + digits(*q.low);
  if (!q.low && q.high) return "\xE2\x89\xA4 " + digits(*q.high);
  if (q.low && *q.low != *q.high) return digits(*q.low) + "-" + digits(*q.high);
  return digits(q.value);
}

}  // namespace

/// One record as one line.
class Teller {
 public:
  using Events = std::map<std::string_view, const Record*>;  // by id

  Teller(Page& page, Documents& documents, const Events& events, Tongue tongue)
      : page_(page), documents_(documents), events_(events), tongue_(tongue) {}

  void tell(const Record& r, bool with_status) {
    page_.open_item();
    what(r, with_status);
    for (const auto& id : r.content) content(id);
    people(Label::by, r.actor), people(Label::to, r.recipient), people(Label::theme, r.theme);
    place(Label::at, r.location), place(Label::from, r.origin), place(Label::towards, r.destination);
    for (const Quantity& q : r.quantity) number(q);
    for (const auto& a : r.attribution)
      if (a.who) part(Label::according_to, name_in(a.who->name, a.who->text, tongue_));
    for (const auto& c : r.condition) part(Label::condition, c.text);
    page_.citation(documents_.number(r), r.trigger);
    page_.close_item();
  }

 private:
  void what(const Record& r, bool with_status) {
    page_.strong(word(r.event, tongue_));
    const std::string more = details(r, with_status);
    if (!more.empty()) page_.plain(" (" + more + ")");
  }

  /// "aerial, threatened".
  [[nodiscard]] std::string details(const Record& r, bool with_status) const {
    std::string out;
    const auto add = [&](std::string_view term) {
      (out += out.empty() ? std::string_view() : label(Label::comma, tongue_)) += word(term, tongue_);
    };
    for (const auto& m : r.mode) add(m);
    if (with_status && !r.status.empty()) add(r.status);
    return out;
  }

  /// What is threatened, promised or demanded, if it is on the page.
  void content(const std::string& id) {
    const auto at = events_.find(id);
    if (at == events_.end()) return;
    page_.plain(fmt::format(" \xC2\xB7 {} {}", label(Label::content, tongue_), word(at->second->event, tongue_)));
    const std::string more = details(*at->second, false);
    if (!more.empty()) page_.plain(" (" + more + ")");
  }

  void part(Label what, std::string_view text) {
    if (text.empty()) return;
    page_.plain(fmt::format(" \xC2\xB7 {} ", label(what, tongue_)));
    page_.foreign(text);
  }

  void people(Label what, const std::vector<Entity>& all) {
    std::string text;
    for (const Entity& e : all) (text += text.empty() ? "" : "; ") += name_in(e.name, e.text, tongue_);
    part(what, text);
  }

  void place(Label what, const std::optional<Place>& p) {
    if (p) part(what, name_in(p->name, p->text, tongue_));
  }

  void number(const Quantity& q) { page_.plain(fmt::format(" \xC2\xB7 {}: {}", word(q.of, tongue_), number_signs(q))); }

  Page& page_;
  Documents& documents_;
  const Events& events_;
  Tongue tongue_;
};

namespace {

std::string document_words(const record::DocumentFacts& d) {
  std::string out;
  for (const std::string* s : {&d.date, &d.source, d.title.empty() ? &d.id : &d.title})
    if (!s->empty()) (out += out.empty() ? "" : ", ") += *s;
  return out;
}

}  // namespace

bool Brief::add(Record r) {
  const auto day = when(r);
  if (!day || (options_.since && day->day < *options_.since) || (options_.until && day->day > *options_.until)) return false;
  if (!has_any(r, options_.actors)) return false;
  if (kind_of(r) == Kind::background) return ++background_, true;
  entries_.push_back({day->day, std::move(r)});
  return true;
}

/// The section of these kinds: a list for each day.
void Brief::tell(Kinds kinds, Label heading, Page& page, Teller& teller) const {
  std::optional<Day> day;
  for (const Entry& e : entries_) {
    if ((kinds & kind_bit(kind_of(e.record))) == 0) continue;
    if (!day) page.heading(2, label(heading, options_.tongue));
    if (day != e.day) {
      if (day) page.close_list();
      page.heading(3, iso_date(e.day)), page.open_list();
    }
    day = e.day;
    teller.tell(e.record, heading == Label::planned);
  }
  if (day) page.close_list();
}

std::string Brief::page() {
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& a, const Entry& b) { return place_in_page(a.day, a.record) < place_in_page(b.day, b.record); });
  const Tongue tongue = options_.tongue;
  Page page(options_.html, tongue == Tongue::arabic ? "ar" : "en", label(Label::title, tongue));
  std::string about = fmt::format("{} {}", label(Label::records, tongue), entries_.size());
  if (!entries_.empty())
    about += fmt::format(" \xC2\xB7 {} \xE2\x80\x93 {}", iso_date(entries_.front().day), iso_date(entries_.back().day));
  if (background_ > 0) about += fmt::format(" \xC2\xB7 {} {}", label(Label::background, tongue), background_);
  page.paragraph(about);
  if (entries_.empty()) page.paragraph(label(Label::nothing, tongue));
  Documents documents;
  Teller::Events events;
  for (const Entry& e : entries_) events.emplace(e.record.id, &e.record);
  Teller teller(page, documents, events, tongue);
  tell(kind_bit(Kind::happened), Label::happened, page, teller);
  tell(kind_bit(Kind::announced) | kind_bit(Kind::planned), Label::planned, page, teller);
  tell(kind_bit(Kind::denied), Label::denied, page, teller);
  if (!entries_.empty()) page.heading(2, label(Label::documents, tongue));
  size_t number = 0;
  for (const auto* d : documents.all()) page.document(++number, document_words(*d), d->url);
  return page.finish();
}

}  // namespace isnad::exports
