// Actor networks as GEXF 1.2 (gexf.net/1.2draft), for Gephi.
#include <array>

#include "export/formats.h"
#include "export/network.h"
#include "export/xml.h"

namespace isnad::exports {
namespace {

struct Attribute {
  const char* title;
  const char* type;
};
constexpr auto kNode =
    std::to_array<Attribute>({{"name_ar", "string"}, {"country", "string"}, {"sector", "string"}, {"code", "string"}, {"records", "long"}});
constexpr auto kEdge = std::to_array<Attribute>({{"VC", "long"}, {"MC", "long"}, {"VK", "long"}, {"MK", "long"}, {"score", "double"}});

template <class All>
void declare(Xml& xml, const char* of, const All& all) {
  xml.open("attributes").attribute("class", of).attribute("mode", "static");
  for (size_t i = 0; i < all.size(); ++i)
    xml.open("attribute").number("id", double(i)).attribute("title", all[i].title).attribute("type", all[i].type).close();
  xml.close();
}

void value(Xml& xml, size_t of, std::string_view text) {
  if (!text.empty()) xml.open("attvalue").number("for", double(of)).attribute("value", text).close();
}

void value(Xml& xml, size_t of, double number) { xml.open("attvalue").number("for", double(of)).number("value", number).close(); }

void write_node(Xml& xml, const std::string& key, const Node& n) {
  xml.open("node").attribute("id", key).attribute("label", n.name.empty() ? key : n.name).open("attvalues");
  value(xml, 0, n.name_ar), value(xml, 1, n.country), value(xml, 2, n.sector), value(xml, 3, n.code), value(xml, 4, double(n.records));
  xml.close().close();
}

std::string text_of(const Network& network) {
  Xml xml;
  xml.open("gexf").attribute("xmlns", "http://www.gexf.net/1.2draft").attribute("version", "1.2");
  xml.open("meta").open("creator").text("Isnad").close().close();
  xml.open("graph").attribute("mode", "static").attribute("defaultedgetype", "directed");
  declare(xml, "node", kNode), declare(xml, "edge", kEdge);
  xml.open("nodes");
  for (const auto& [key, node] : network.nodes) write_node(xml, key, node);
  xml.close().open("edges");
  size_t id = 0;
  for (const auto& [pair, edge] : network.edges) {
    xml.open("edge").number("id", double(id++)).attribute("source", pair.first).attribute("target", pair.second);
    xml.number("weight", double(edge.records)).open("attvalues");
    for (size_t q = 1; q < edge.of_quad.size(); ++q) value(xml, q - 1, double(edge.of_quad[q]));
    value(xml, 4, edge.mean_score());
    xml.close().close();
  }
  return xml.finish();
}

}  // namespace

Exporter gexf() { return network_exporter(text_of); }

}  // namespace isnad::exports
