// Records on their way from the threads that read to the one exporter: the order of the input is kept, whatever the number of threads.
#pragma once

#include <string>
#include <string_view>

#include "app/exports.h"
#include "report/offsets.h"
#include "report/view.h"

namespace isnad {

/// Appends each event's record and the words of its sentence, as `take_items` reads them. `points` is scratch, reused over documents.
void append_items(const View& view, CodePoints& points, std::string& out);

/// Gives all items to the exporter. False: the output can't be written, or its reader is gone.
bool take_items(std::string_view items, ExportWriter& exporter);

}  // namespace isnad
