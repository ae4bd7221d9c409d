// Documents made ready for the store.
#include "app/situation.h"

#include "base/json.h"
#include "input/language.h"
#include "report/coding.h"
#include "text/folded_utf8.h"

namespace isnad {

store::EngineFacts engine_facts(const Lexicon& lexicon) { return {ISNAD_VERSION, hex_id(lexicon.knowledge_version()), kImageVersion}; }

std::string fold_for_search(std::string_view text) { return folded_utf8(text); }

Error unreadable_record(const std::string& database, const Error& e) {
  return {database, 0, "holds a record that can't be read: " + e.what, "take a copy from before, or isnad recode"};
}

store::StoredDocument Preparer::facts_of(const Document& d, std::string uri) {
  return {std::move(uri), d.id, d.source, d.title, d.url, d.date, d.language, std::string(d.text()), true};
}

void Preparer::read(const Document& document, bool& arabic, store::StoredRecords& out) {
  constexpr size_t kKept = size_t{4} << 20;
  if (out.lines.capacity() > kKept) out = {};
  out.records.clear(), out.lines.clear();
  arabic = is_arabic_text(document.text());
  if (!arabic) return;
  reader_.read(document);
  const View view{lexicon_, document, reader_.reading()};
  append_records(view, points_, out.lines);
  append_codings(view, out.records);
}

}  // namespace isnad
