// Events for the outlook: read from files, with what was left out told to the user.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/messages.h"
#include "app/outlook_commands.h"
#include "import/import.h"
#include "outlook/rolling.h"

namespace isnad {

/// All events of the files, in their order. Bad and skipped rows are told. Errors: a file that can't be read or is of no known format.
Result<std::vector<Coded>> load_events(const EventOptions& options, Messages& messages);

struct OutlookData {
  std::vector<Coded> events;
  Happenings happenings;
  std::string event;  // what is forecast, for titles: the option, or "any" where events have no codes
};

/// The same, as happenings. Errors also: no events at all, or none that --event means.
Result<OutlookData> load_happenings(const EventOptions& options, Messages& messages);

/// Reads the events of the options and does something with them; tells what went wrong in either.
Exit with_happenings(const EventOptions& options, const std::function<Result<Exit>(const OutlookData&, Messages&)>& work);

/// The day of an option; `otherwise` where it is empty. Errors name the option.
Result<Day> day_option(const std::string& text, const char* option, Day otherwise);

/// "A,B" as parties of the data. Errors: not two names, or a name that no event has.
Result<std::pair<PartyId, PartyId>> pair_option(const std::string& text, const Happenings& h);

/// The party of a name. Error: unknown; names what the user may have meant.
Result<PartyId> party_option(const std::string& name, const Happenings& h);

/// Sets the panel of a plan whose `from` is set: so many happenings, or "all" pairs of parties seen by then.
Status panel_option(const std::string& least, const Happenings& h, Plan& plan);

/// Writes a result to where the options say; never over one of the `inputs`.
Exit write_result(const std::string& text, const std::string& path, const std::vector<std::string>& inputs, Messages& messages);

}  // namespace isnad
