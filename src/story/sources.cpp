// Independence of sources.
#include "story/sources.h"

#include <algorithm>
#include <set>

#include "base/hash.h"

namespace isnad::story {
namespace {

using record::Record;

constexpr size_t kLeastWords = 3;  // phrases that make a wording

/// The agency that a record names as its outermost speaker: another outlet of the run, or a known news organisation. Empty: none.
std::string_view agency_of(const Context& context, const Record& r) {
  if (r.attribution.empty() || !r.attribution.front().who) return {};
  const record::Entity& who = *r.attribution.front().who;
  for (const auto outlet : context.outlets)
    if (outlet != r.doc.source && (who.text.find(outlet) != std::string::npos || who.name.ar == outlet || who.name.en == outlet))
      return outlet;
  return who.sector == "JRN" && !who.id.empty() ? label_of(who) : std::string_view();
}

/// A hash of the words of a record and the length of its sentence; 0 where there are too few to tell a copy by.
uint64_t wording_of(const Record& r) {
  if (!r.sentence_span.told()) return 0;
  size_t words = 0;
  uint64_t hash = hash64(r.trigger, uint64_t(r.sentence_span.end - r.sentence_span.begin));
  const auto add = [&](std::string_view text) { hash = hash64(text, hash), words += !text.empty(); };
  for (const auto* list : {&r.actor, &r.recipient, &r.theme})
    for (const auto& e : *list) add(e.text);
  for (const auto& q : r.quantity) add(q.text);
  if (r.location) add(r.location->text);
  if (r.date) add(r.date->text);
  return words >= kLeastWords ? hash : 0;
}

struct Telling {
  std::string_view outlet, document, copies;
  std::vector<uint32_t> records;
};

/// Whether a record that copies nobody adds a number or a speaker to what the copied ones say.
bool adds(const Context& context, const Telling& t, const std::set<uint32_t>& copied) {
  std::set<std::pair<std::string_view, double>> known;
  for (const uint32_t i : copied)
    for (const auto& q : context.records[i].quantity) known.emplace(q.of, q.value);
  return std::any_of(t.records.begin(), t.records.end(), [&](uint32_t i) {
    const Record& r = context.records[i];
    if (copied.contains(i)) return false;
    const bool speaker = std::any_of(r.attribution.begin(), r.attribution.end(), [](const auto& a) { return a.who.has_value(); });
    return speaker || std::any_of(r.quantity.begin(), r.quantity.end(), [&](const auto& q) { return !known.contains({q.of, q.value}); });
  });
}

}  // namespace

std::vector<Source> sources_of(const Context& context, std::span<const uint32_t> records) {
  std::map<std::pair<std::string_view, std::string_view>, Telling> tellings;
  std::map<uint64_t, std::string_view> first_with;  // outlet that had a wording first
  std::map<const Telling*, std::set<uint32_t>> copied;
  for (const uint32_t i : records) {
    const Record& r = context.records[i];
    Telling& t = tellings[{outlet_of(r), r.doc.id}];
    t.outlet = outlet_of(r), t.document = r.doc.id, t.records.push_back(i);
    std::string_view from = agency_of(context, r);
    if (const uint64_t words = wording_of(r); words != 0 && from.empty()) from = first_with.try_emplace(words, t.outlet).first->second;
    if (from.empty() || from == t.outlet) continue;
    if (t.copies.empty()) t.copies = from;
    copied[&t].insert(i);
  }
  std::map<std::string_view, Source> by_name;
  std::set<std::string_view> own;
  for (const auto& [key, t] : tellings) {
    Source& s = by_name[t.outlet];
    s.name = t.outlet, s.documents.emplace_back(t.document);
    if (t.copies.empty() || adds(context, t, copied[&t])) own.insert(t.outlet);
    if (s.copies.empty()) s.copies = t.copies;
  }
  std::vector<Source> out;
  for (auto& [name, s] : by_name) {
    if (own.contains(name)) s.copies.clear();
    out.push_back(std::move(s));
  }
  return out;
}

std::map<std::string_view, std::string_view> roots_of(const std::vector<Source>& sources) {
  std::map<std::string_view, std::string_view> from, out;
  for (const Source& s : sources) from[s.name] = s.copies;
  for (const Source& s : sources) {
    std::string_view at = s.name;
    for (size_t step = 0; step < sources.size(); ++step) {
      const auto next = from.find(at);
      if (next == from.end() || next->second.empty()) break;
      at = next->second;
    }
    out[s.name] = at;
  }
  return out;
}

}  // namespace isnad::story
