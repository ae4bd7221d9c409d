// Choosing, ordering and telling.
#include "export/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "export/brief_story.h"
#include "export/brief_teller.h"
#include "export/circumstances.h"
#include "export/page.h"
#include "story/story.h"

namespace isnad::exports {
namespace {

using record::Entity;
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
auto place_in_page(const Told& t) {
  const Record& r = t.record;
  return std::tie(t.day, r.doc.date, r.doc.id, r.sentence, r.trigger_span.begin, r.id, r.frame);
}

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
  records_.push_back(std::move(r));
  return true;
}

/// The section of these kinds: a list for each day.
void Brief::tell(const std::vector<Told>& stories, Kinds kinds, Label heading, Page& page, Teller& teller) const {
  std::optional<Day> day;
  for (const Told& t : stories) {
    if ((kinds & kind_bit(t.kind)) == 0) continue;
    if (!day) page.heading(2, label(heading, options_.tongue));
    if (day != t.day) {
      if (day) page.close_list();
      page.heading(3, iso_date(t.day)), page.open_list();
    }
    day = t.day;
    teller.tell(t, heading == Label::planned);
  }
  if (day) page.close_list();
}

std::string Brief::page() {
  const Tongue tongue = options_.tongue;
  const story::Situation situation = story::merge(records_);
  std::vector<Told> stories;
  size_t told_records = 0;
  for (const auto& s : situation.stories)
    if (auto t = told(records_, s, tongue)) told_records += t->records.size(), stories.push_back(std::move(*t));
  std::sort(stories.begin(), stories.end(), [](const Told& a, const Told& b) { return place_in_page(a) < place_in_page(b); });
  lines_ = stories.size();

  Page page(options_.html, tongue == Tongue::arabic ? "ar" : "en", label(Label::title, tongue));
  std::string about =
      fmt::format("{} {} \xC2\xB7 {} {}", label(Label::stories, tongue), lines_, label(Label::records, tongue), told_records);
  if (lines_ > 0) about += fmt::format(" \xC2\xB7 {} \xE2\x80\x93 {}", iso_date(stories.front().day), iso_date(stories.back().day));
  if (told_records < records_.size())
    about += fmt::format(" \xC2\xB7 {} {}", label(Label::background, tongue), records_.size() - told_records);
  page.paragraph(about);
  if (lines_ == 0) page.paragraph(label(Label::nothing, tongue));
  Documents documents;
  Teller::Events events;
  for (const Told& t : stories)
    for (const uint32_t i : t.records) events.emplace(records_[i].id, &t.record);
  Teller teller(page, documents, records_, events, tongue);
  tell(stories, kind_bit(Kind::happened), Label::happened, page, teller);
  tell(stories, kind_bit(Kind::announced) | kind_bit(Kind::planned), Label::planned, page, teller);
  tell(stories, kind_bit(Kind::denied), Label::denied, page, teller);
  if (lines_ > 0) page.heading(2, label(Label::documents, tongue));
  size_t number = 0;
  for (const auto* d : documents.all()) page.document(++number, document_words(*d), d->url);
  return page.finish();
}

}  // namespace isnad::exports
