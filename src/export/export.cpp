// From names to formats, and which records come through.
#include "export/export.h"

#include "export/formats.h"

namespace isnad::exports {
namespace {

Exporter format_exporter(Format format) {
  switch (format) {
    case Format::plover:
      return plover();
    case Format::polecat:
      return polecat();
    case Format::gdelt:
      return gdelt();
    case Format::gdelt_mentions:
      return gdelt_mentions();
    case Format::icews:
      return icews();
    case Format::acled:
      return acled();
    case Format::geojson:
      return geojson();
    case Format::hxl:
      return hxl();
    case Format::gexf:
      return gexf();
    case Format::graphml:
      return graphml();
    default:
      return csv();
  }
}

bool is_announced(const record::Record& r) {
  return (r.event == "AGREE" || r.event == "CONCEDE") && r.status == "planned" && r.has_aux("future") && !r.has_aux("hypothetical");
}

Left left_as(Kind kind) { return Left(size_t(Left::happened) + size_t(kind)); }
static_assert(size_t(Left::denied) - size_t(Left::happened) == size_t(Kind::denied));

}  // namespace

Kind kind_of(const record::Record& r) {
  if (!r.has_aux("negation") && is_announced(r)) return Kind::announced;
  if (r.has_aux("negation")) return Kind::denied;
  const bool done = r.status == "occurred" || r.status == "ongoing";
  if (!done || r.has_aux("hypothetical") || r.has_aux("future")) return Kind::planned;
  return r.salience == "background" ? Kind::background : Kind::happened;
}

Kinds default_kinds(Format format) {
  const bool tells_status = format == Format::plover || format == Format::csv || format == Format::geojson;
  return tells_status ? kAllKinds : kind_bit(Kind::happened);
}

Exporter make_exporter(Format format, Kinds kinds) {
  Exporter out = format_exporter(format);
  out.add = [kinds, add = std::move(out.add)](const Item& item, std::string& text) {
    const Kind kind = kind_of(item.record);
    return (kinds & kind_bit(kind)) != 0 ? add(item, text) : left_as(kind);
  };
  return out;
}

}  // namespace isnad::exports
