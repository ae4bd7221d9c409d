// Actor networks as GraphML (graphml.graphdrawing.org), for igraph, networkx, yEd.
#include <array>

#include "base/json.h"
#include "export/formats.h"
#include "export/network.h"
#include "export/xml.h"

namespace isnad::exports {
namespace {

struct Key {
  const char* id;
  const char* of;
  const char* type;
};
constexpr auto kKeys = std::to_array<Key>({{"name", "node", "string"},
                                           {"name_ar", "node", "string"},
                                           {"country", "node", "string"},
                                           {"sector", "node", "string"},
                                           {"code", "node", "string"},
                                           {"records", "node", "long"},
                                           {"weight", "edge", "long"},
                                           {"VC", "edge", "long"},
                                           {"MC", "edge", "long"},
                                           {"VK", "edge", "long"},
                                           {"MK", "edge", "long"},
                                           {"score", "edge", "double"}});

void data(Xml& xml, std::string_view key, std::string_view text) {
  if (!text.empty()) xml.open("data").attribute("key", key).text(text).close();
}

void data(Xml& xml, std::string_view key, double number) {
  std::string text;
  append_number(text, number);
  data(xml, key, text);
}

void write_node(Xml& xml, const std::string& key, const Node& n) {
  xml.open("node").attribute("id", key);
  data(xml, "name", n.name.empty() ? key : n.name), data(xml, "name_ar", n.name_ar), data(xml, "country", n.country);
  data(xml, "sector", n.sector), data(xml, "code", n.code), data(xml, "records", double(n.records));
  xml.close();
}

void write_edge(Xml& xml, const std::pair<std::string, std::string>& pair, const Edge& edge) {
  xml.open("edge").attribute("source", pair.first).attribute("target", pair.second);
  data(xml, "weight", double(edge.records));
  for (size_t q = 1; q < edge.of_quad.size(); ++q) data(xml, kQuadNames[q], double(edge.of_quad[q]));
  data(xml, "score", edge.mean_score());
  xml.close();
}

std::string text_of(const Network& network) {
  Xml xml;
  xml.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  for (const Key& k : kKeys)
    xml.open("key").attribute("id", k.id).attribute("for", k.of).attribute("attr.name", k.id).attribute("attr.type", k.type).close();
  xml.open("graph").attribute("id", "actors").attribute("edgedefault", "directed");
  for (const auto& [key, node] : network.nodes) write_node(xml, key, node);
  for (const auto& [pair, edge] : network.edges) write_edge(xml, pair, edge);
  return xml.finish();
}

}  // namespace

Exporter graphml() { return network_exporter(text_of); }

}  // namespace isnad::exports
