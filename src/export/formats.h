// The formats, a file each. None of these looks at the kind of a record: make_exporter has done so.
#pragma once

#include "export/export.h"

namespace isnad::exports {

Exporter plover();
Exporter polecat();
Exporter gdelt();
Exporter gdelt_mentions();
Exporter icews();
Exporter acled();
Exporter csv();
Exporter geojson();
Exporter hxl();
Exporter gexf();
Exporter graphml();

}  // namespace isnad::exports
