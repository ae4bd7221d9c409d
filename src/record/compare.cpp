// Lines compared member by member.
#include "record/compare.h"

#include <simdjson.h>

#include <algorithm>

namespace isnad::record {
namespace {

using simdjson::SUCCESS;

struct Member {
  std::string name, json;
};

struct Line {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  std::vector<Member> members;

  explicit Line(std::string_view json) {
    simdjson::dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != SUCCESS || root.get_object().get(object) != SUCCESS) return;
    for (const auto field : object) members.push_back({std::string(field.key), simdjson::to_string(field.value)});
  }

  [[nodiscard]] std::string json_of(std::string_view name) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == name; });
    return at == members.end() ? std::string() : at->json;
  }

  [[nodiscard]] std::string rules_of(std::string_view name) const {
    std::string out;
    simdjson::dom::array reasons;
    if (members.empty() || object["why"].get_array().get(reasons) != SUCCESS) return out;
    for (const auto reason : reasons) {
      std::string_view field, rule;
      if (reason["field"].get_string().get(field) != SUCCESS || reason["rule"].get_string().get(rule) != SUCCESS || field != name) continue;
      if (!out.empty()) out += ' ';
      out += rule;
    }
    return out;
  }
};

}  // namespace

std::vector<Change> changes(std::string_view before, std::string_view after) {
  const Line from(before), to(after);
  std::vector<Change> out;
  const auto add = [&](const std::string& name) {
    if (const std::string a = from.json_of(name), b = to.json_of(name); a != b)
      out.push_back({name, a, b, from.rules_of(name), to.rules_of(name)});
  };
  for (const Member& m : to.members)
    if (m.name != "why") add(m.name);
  for (const Member& m : from.members)
    if (m.name != "why" && to.json_of(m.name).empty()) add(m.name);
  if (out.empty()) add("why");
  return out;
}

}  // namespace isnad::record
