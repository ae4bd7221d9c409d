// yaml-cpp behind Result: its exceptions end here.
#include "compile/yaml.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"

namespace isnad {

Result<YAML::Node> load_yaml(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  try {
    return YAML::Load(*bytes);
  } catch (const YAML::Exception& e) {
    return Error{path, e.mark.line + 1, "is not YAML: " + e.msg, "mind indentation, quotes and colons"};
  }
}

int line_of(const YAML::Node& node) { return node.Mark().line + 1; }

std::string scalar(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  return value && value.IsScalar() ? value.Scalar() : std::string();
}

std::vector<std::string> scalars(const YAML::Node& node) {
  std::vector<std::string> out;
  if (!node) return out;
  if (node.IsScalar()) out.push_back(node.Scalar());
  if (node.IsSequence())
    for (const auto& item : node)
      if (item.IsScalar()) out.push_back(item.Scalar());
  return out;
}

std::string unknown_key(const YAML::Node& node, std::initializer_list<std::string_view> allowed) {
  for (const auto& pair : node)
    if (!pair.first.IsScalar() || std::find(allowed.begin(), allowed.end(), pair.first.Scalar()) == allowed.end())
      return pair.first.IsScalar() ? pair.first.Scalar() : "?";
  return {};
}

std::vector<std::string> files_of(const std::string& folder, std::string_view extension) {
  std::vector<std::string> out;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (entry.path().extension() == extension) out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace isnad
