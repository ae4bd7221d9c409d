// The layers of a reading, for those who work on the engine or want words and links rather than events.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/view.h"

namespace isnad {

enum class Layer : uint8_t { text, words, mentions, names, clauses, places, entities, events, count_ };
inline constexpr std::array<std::string_view, 8> kLayerNames{"text",    "words",  "mentions", "names",
                                                             "clauses", "places", "entities", "events"};
static_assert(kLayerNames.size() == size_t(Layer::count_), "every layer needs a name");

/// Bits of Layer; all of them.
inline constexpr uint32_t kAllLayers = (1U << size_t(Layer::count_)) - 1;

/// The chosen layers' dumps under a heading each. Offsets are bytes.
void append_analysis(const View& view, uint32_t layers, std::string& out);

/// One JSON object with the chosen layers, on one line. Offsets are code points.
void append_analysis_json(const View& view, uint32_t layers, std::string& out);

}  // namespace isnad
