// One pass over the documents; spans are code points of their texts.
#include "app/outlook_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "input/stream.h"

namespace isnad {
namespace {

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// The sentence of an event in its document; empty: this is not the text that the record was read from.
std::string sentence_in(const std::u32string& text, const Coded& event) {
  const auto begin = static_cast<size_t>(event.told.begin), end = static_cast<size_t>(event.told.end);
  if (begin >= end || end > text.size()) return {};
  return to_utf8(std::u32string_view(text).substr(begin, end - begin));
}

}  // namespace

std::vector<std::string> sentences_of(const std::vector<const Coded*>& events, const std::vector<std::string>& files, Messages& messages) {
  std::vector<std::string> out(events.size());
  if (files.empty()) return out;
  std::multimap<std::string, size_t> wanted;
  for (size_t i = 0; i < events.size(); ++i)
    if (events[i]->told.begin >= 0) wanted.emplace(events[i]->told.document, i);
  DocumentStream documents(files, {});
  for (Delivery d; documents.next(d); d = {}) {
    for (const Error& e : d.errors) messages.error(e);
    if (!d.document) continue;
    const auto [first, last] = wanted.equal_range(d.document->id);
    if (first == last) continue;
    const std::u32string text = to_utf32(d.document->text());
    for (auto it = first; it != last; ++it) {
      const std::string sentence = sentence_in(text, *events[it->second]);
      if (sentence.empty() || sentence.find(events[it->second]->text) == std::string::npos)
        messages.warning(
            {"", 0, fmt::format("document {} is not the text that record {} was read from", d.document->id, events[it->second]->record),
             "give the same files as to isnad read"});
      else
        out[it->second] = on_one_line(sentence);
    }
  }
  return out;
}

}  // namespace isnad
