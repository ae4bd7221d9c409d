// Open conditional threats and promises of records, as triggers of a scenario.
#pragma once

#include "app/outlook_data.h"
#include "outlook/simulate.h"
#include "report/outlook_text.h"

namespace isnad {

struct OpenCommitments {
  std::vector<Trigger> triggers;
  std::vector<CommitmentLine> lines;  // what each trigger comes from
};

/// Reads the records of `o.commitments`. Open are those announced by `after` whose condition has not happened since, among the events `h`
/// (read with the same parties and --event). One that is announced several times counts once, as last announced. What can't be used is
/// told, by why. Errors: a file that can't be read; --parties place.
Result<OpenCommitments> open_commitments(const OutlookOptions& o, const Happenings& h, Day after, Messages& messages);

}  // namespace isnad
