// Collecting unknown names, then ordering them.
#include "report/unknown.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/cells.h"

namespace isnad {
namespace {

bool is_known(const View& view, const ProperName& name) {
  if (name.match == kNone) return false;
  const auto payloads = view.lexicon.payloads_of(view.reading.mentions.names[name.match].node);
  return std::any_of(payloads.begin(), payloads.end(), [](const Payload& p) {
    return p.kind == PayloadKind::actor || p.kind == PayloadKind::country || p.kind == PayloadKind::place;
  });
}

/// A surname or abbreviation of somebody known.
bool is_resolved(const View& view, const ProperName& name) {
  const auto& r = view.reading;
  const PhraseId p = r.mentions.phrase_of[r.words.main_of[name.first.value].value];
  if (!p.valid() || r.mentions[p].span.begin != name.span.begin || r.mentions[p].span.end != name.span.end) return false;
  const EntityId e = r.entities.entity_of[p.value];
  return e.valid() && r.entities[e].actor != kNone;
}

const Sentence* sentence_of(const Text& text, TokenId t) {
  const auto it = std::partition_point(text.sentences.begin(), text.sentences.end(), [&](const Sentence& s) { return s.last <= t; });
  return it == text.sentences.end() || t < it->first ? nullptr : &*it;
}

}  // namespace

void append_unknown(const View& view, std::string& out) {
  for (const ProperName& name : view.reading.mentions.proper) {
    if (is_known(view, name) || is_resolved(view, name)) continue;
    const Sentence* s = sentence_of(view.reading.text, name.first);
    out += fmt::format("{}\t{}\t{}\n", kProperTypeNames[size_t(name.type)], clean_cell(view.at(name.span)),
                       s ? clean_cell(view.at(s->span)) : std::string());
  }
}

void UnknownNames::add(std::string_view lines) {
  for (size_t end = 0; (end = lines.find('\n')) != std::string_view::npos; lines.remove_prefix(end + 1)) {
    const std::string_view line = lines.substr(0, end);
    const size_t tab = line.find('\t', line.find('\t') + 1);
    const std::string_view key = line.substr(0, tab);
    auto it = names_.find(key);
    if (it == names_.end()) it = names_.emplace(std::string(key), Seen{0, std::string(line.substr(tab + 1))}).first;
    ++it->second.count;
  }
}

std::string UnknownNames::text(size_t most) const {
  std::vector<std::pair<std::string_view, const Seen*>> all;
  for (const auto& [key, seen] : names_) all.emplace_back(key, &seen);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second->count > b.second->count; });
  if (all.size() > most) all.resize(most);
  std::string out = "type\tcount\tname\texample\n";
  for (const auto& [key, seen] : all) {
    const size_t tab = key.find('\t');
    out += fmt::format("{}\t{}\t{}\t{}\n", key.substr(0, tab), seen->count, key.substr(tab + 1), seen->example);
  }
  return out;
}

}  // namespace isnad
