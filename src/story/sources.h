// Which outlets of a story tell by themselves, and which pass on what another told?
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "story/fields.h"

namespace isnad::story {

/// By name. A document copies an agency that it names as its speaker, or an earlier document whose words it has, unless another of its
/// records of the story gives a number or a speaker of its own. An outlet copies if all its documents do.
[[nodiscard]] std::vector<Source> sources_of(const Context& context, std::span<const uint32_t> records);

/// Where each outlet's telling comes from in the end: itself, or the root of what it copies.
[[nodiscard]] std::map<std::string_view, std::string_view> roots_of(const std::vector<Source>& sources);

}  // namespace isnad::story
