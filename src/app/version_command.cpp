// isnad version.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/engine.h"
#include "base/json.h"

namespace isnad {

Exit run_version(const std::string& image) {
  fmt::print("isnad {}\n", ISNAD_VERSION);
  const auto lexicon = open_lexicon(image);
  if (lexicon) {
    fmt::print("knowledge {} (image format {}): {} lemmas, {} forms, {} actors, {} places, {} frames\n",
               hex_id(lexicon->knowledge_version()), kImageVersion, lexicon->lemmas.size(), lexicon->forms.size(), lexicon->actors.size(),
               lexicon->places.size(), lexicon->frames.size());
    return Exit::fine;
  }
  Messages().error(lexicon.error());
  return image.empty() ? Exit::fine : Exit::cannot_run;
}

}  // namespace isnad
