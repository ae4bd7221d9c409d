// One pass over the documents; spans are code points of their texts.
#include "app/outlook_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "input/stream.h"
#include "report/offsets.h"

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
    for (auto it = first; it != last; ++it) {
      const Coded& event = *events[it->second];
      const std::string_view sentence = at_code_points(d.document->text(), event.told.begin, event.told.end);
      if (sentence.empty() || sentence.find(event.text) == std::string_view::npos)
        messages.warning({"", 0, fmt::format("document {} is not the text that record {} was read from", d.document->id, event.record),
                          "give the same files as to isnad read"});
      else
        out[it->second] = on_one_line(sentence);
    }
  }
  return out;
}

}  // namespace isnad
