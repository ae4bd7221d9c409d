// Counting pairs.
#include "export/network.h"

#include <cmath>
#include <memory>

#include "base/utf8.h"
#include "export/parties.h"

namespace isnad::exports {
namespace {

using record::Entity;

/// Of records in any order: the first in the alphabet of what is told.
void keep_first(std::string& have, std::string_view told) {
  if (!told.empty() && (have.empty() || told < have)) have = told;
}

void note(Node& node, const Entity& e) {
  ++node.records;
  keep_first(node.name, e.name.en), keep_first(node.name_ar, e.name.ar);
  keep_first(node.country, e.country), keep_first(node.sector, e.sector), keep_first(node.code, e.code);
}

/// XML 1.0, production Char.
bool is_xml(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

}  // namespace

Left Network::add(const record::Record& r) {
  bool some = false;
  for (const auto& [source, target] : dyads(r)) {
    if (source == nullptr || target == nullptr) continue;
    const std::string_view from = key_of(*source), to = key_of(*target);
    if (from.empty() || to.empty() || from == to) continue;
    note(nodes[std::string(from)], *source), note(nodes[std::string(to)], *target);
    Edge& edge = edges[{std::string(from), std::string(to)}];
    ++edge.records;
    ++edge.of_quad[size_t(quad_of(Scheme::plover, r.event))];
    edge.score += std::llround(std::fmin(std::fmax(r.score, -10), 10) * 100);
    some = true;
  }
  return some ? Left::no : Left::nobody;
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    append_utf8(out, is_xml(d.code) ? d.code : kReplacement);
    at += d.size;
  }
  return out;
}

Exporter network_exporter(std::string (*text_of)(const Network&)) {
  const auto network = std::make_shared<Network>();
  return {[](std::string&) {}, [network](const Item& item, std::string&) { return network->add(item.record); },
          [network, text_of](std::string& out) { out += text_of(*network); }};
}

}  // namespace isnad::exports
