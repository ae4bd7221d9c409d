// Repair first: all that is asked of a field is asked of what is kept.
#include "import/normalise.h"

#include "base/utf8.h"

namespace isnad {
namespace {

void tidy(std::string& field) {
  if (find_invalid(field) != std::string_view::npos) {
    size_t repaired = 0;
    field = repair_utf8(field, repaired);
  }
  field = std::string(trim(field));
}

void tidy_party(std::string& party) {
  tidy(party);
  party = std::string(trim(std::string_view(party).substr(0, party.find(';'))));
  if (party == "None" || party == "NULL" || party == "---") party.clear();
}

}  // namespace

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view normalise(Coded& event) {
  for (std::string* field : {&event.code, &event.place, &event.record, &event.text}) tidy(*field);
  for (std::string* party : {&event.source, &event.target}) tidy_party(*party);
  if (event.source.empty() || event.target.empty()) return "a party is not named";
  return event.source == event.target ? "both parties are the same" : std::string_view();
}

void leave_out(std::map<std::string, LeftOut>& where, std::string_view why, int line) {
  LeftOut& l = where[std::string(why)];
  if (l.rows++ == 0) l.first_line = line;
}

}  // namespace isnad
