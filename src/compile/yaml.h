// YAML files of the knowledge folder, with errors that name file and line.
#pragma once

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace isnad {

/// Loads one file; a syntax error names its line.
Result<YAML::Node> load_yaml(const std::string& path);

/// 1-based line of a node; 0 where unknown.
int line_of(const YAML::Node& node);

/// A scalar as text, empty where the key is absent or null.
std::string scalar(const YAML::Node& node, const char* key);

/// A sequence or single scalar as texts.
std::vector<std::string> scalars(const YAML::Node& node);

/// The first key of a mapping that is not among `allowed`; empty where all are.
std::string unknown_key(const YAML::Node& node, std::initializer_list<std::string_view> allowed);

/// All .yaml (or other `extension`) files of a folder, sorted.
std::vector<std::string> files_of(const std::string& folder, std::string_view extension);

}  // namespace isnad
