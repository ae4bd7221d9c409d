// Documents made ready for the store.
#include "app/situation.h"

#include "base/json.h"
#include "input/language.h"
#include "text/letters.h"

namespace isnad {

store::EngineFacts engine_facts(const Lexicon& lexicon) { return {ISNAD_VERSION, hex_id(lexicon.knowledge_version()), kImageVersion}; }

std::string fold_for_search(std::string_view text) { return letters_to_utf8(folded_letters(text)); }

store::StoredDocument Preparer::facts_of(const Document& d, std::string uri) {
  return {std::move(uri), d.id, d.source, d.title, d.url, d.date, d.language, std::string(d.text()), true};
}

Result<store::StoredRecords> Preparer::records_of(const Document& document, bool& arabic) {
  store::StoredRecords out;
  arabic = is_arabic_text(document.text());
  if (!arabic) return out;
  reader_.read(document);
  append_records(View{lexicon_, document, reader_.reading()}, points_, out.lines);
  out.records.reserve(reader_.reading().events.events.size());
  for (std::string_view rest = out.lines; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    auto record = parser_.parse(line, record::Wanted::coding);
    if (!record)
      return Error{document.id, 0, "the engine wrote a record that can't be read back: " + record.error().what, "please report this"};
    out.records.push_back(std::move(*record));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  return out;
}

}  // namespace isnad
