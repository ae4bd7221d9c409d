// Reading events, and reading options that speak of them.
#include "app/outlook_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "app/output.h"
#include "app/suggest.h"
#include "base/file.h"

namespace isnad {
namespace {

constexpr size_t kMostPairs = 200'000;

template <class Enum, size_t N>
Enum named(const std::array<std::string_view, N>& names, const std::string& name) {
  const auto it = std::find(names.begin(), names.end(), name);
  return it == names.end() ? Enum(0) : Enum(it - names.begin());
}

Result<ImportOptions> import_options(const EventOptions& o) {
  ImportOptions out;
  out.format = named<EventFormat>(kEventFormatNames, o.input);
  out.parties = named<Parties>(kPartiesNames, o.parties);
  out.scheme = named<Scheme>(kSchemeNames, o.codes);
  out.columns = o.columns;
  out.days_per_unit = o.day_unit;
  const auto zero = day_option(o.day_zero, "--day-zero", 0);
  if (!zero) return zero.error();
  out.zero = *zero;
  return out;
}

void tell(const Imported& in, const std::string& file, Messages& messages) {
  const auto rows = [](size_t n) { return fmt::format("{} row{}", n, n == 1 ? "" : "s"); };
  for (const auto& [why, l] : in.bad)
    messages.error(
        {file, l.first_line, fmt::format("{} left out: {}", rows(l.rows), why), l.rows > 1 ? "this line is the first of them" : ""});
  std::string skipped;
  for (const auto& [why, l] : in.skipped) skipped += fmt::format("{}{}: {}", skipped.empty() ? "" : "; ", rows(l.rows), why);
  const bool no_codes = std::all_of(in.events.begin(), in.events.end(), [](const Coded& c) { return c.code.empty(); });
  messages.note(fmt::format("{}: {} events of {} ({}{}{})", file, in.events.size(), rows(in.rows), kEventFormatNames[size_t(in.format)],
                            in.scheme == Scheme::none || no_codes ? "" : ", codes " + std::string(kSchemeNames[size_t(in.scheme)]),
                            skipped.empty() ? "" : "; skipped " + skipped));
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  size_t begin = 0;
  for (size_t comma; (comma = text.find(',', begin)) != std::string::npos; begin = comma + 1)
    out.push_back(text.substr(begin, comma - begin));
  out.push_back(text.substr(begin));
  return out;
}

}  // namespace

Result<std::vector<Coded>> load_events(const EventOptions& options, Messages& messages) {
  const auto how = import_options(options);
  if (!how) return how.error();
  std::vector<Coded> all;
  for (const std::string& file : options.files) {
    const auto bytes = read_file(file == "-" ? "/dev/stdin" : file);
    if (!bytes) return bytes.error();
    auto in = import_events(*bytes, file, *how);
    if (!in) return in.error();
    tell(*in, file, messages);
    std::move(in->events.begin(), in->events.end(), std::back_inserter(all));
  }
  return all;
}

Result<OutlookData> load_happenings(const EventOptions& options, Messages& messages) {
  auto events = load_events(options, messages);
  if (!events) return events.error();
  OutlookData out{std::move(*events), {}, options.event};
  if (out.events.empty()) return Error{"", 0, "there are no events in these files", "isnad import FILE shows what is read of them"};
  out.happenings = happenings_of(out.events, options.event);
  if (std::all_of(out.events.begin(), out.events.end(), [](const Coded& c) { return c.code.empty() && c.quad == Quad::other; }))
    out.event = "any";
  const auto& list = out.happenings.list;
  if (std::none_of(list.begin(), list.end(), [](const Happening& h) { return h.mark.value == 0; })) {
    std::set<std::string> codes;
    for (const Coded& c : out.events)
      if (codes.size() < 8) codes.insert(c.code);
    return Error{"", 0, fmt::format("no event is '{}'", options.event),
                 fmt::format("--event takes beginnings of codes, like {}, or VC, MC, VK, MK", fmt::join(codes, ", "))};
  }
  return out;
}

Exit with_happenings(const EventOptions& options, const std::function<Result<Exit>(const OutlookData&, Messages&)>& work) {
  Messages messages;
  const auto data = load_happenings(options, messages);
  if (!data) return messages.error(data.error()), Exit::cannot_run;
  const auto done = work(*data, messages);
  if (!done) return messages.error(done.error()), Exit::cannot_run;
  return *done;
}

Result<Day> day_option(const std::string& text, const char* option, Day otherwise) {
  if (text.empty()) return otherwise;
  const auto day = day_of(text);
  if (!day) return Error{"", 0, fmt::format("{}: '{}' is no day", option, text), "write YYYY-MM-DD"};
  return *day;
}

Result<PartyId> party_option(const std::string& name, const Happenings& h) {
  const uint32_t id = h.parties.find(name);
  if (id != UINT32_MAX) return PartyId{id};
  std::vector<std::string> names;
  for (size_t i = 0; i < h.parties.size(); ++i) names.push_back(h.parties[i]);
  const std::string meant = nearest(name, names);
  return Error{"", 0, fmt::format("no event has a party '{}'", name),
               meant.empty() ? "isnad import FILE shows the names" : fmt::format("do you mean '{}'?", meant)};
}

Result<std::pair<PartyId, PartyId>> pair_option(const std::string& text, const Happenings& h) {
  const auto names = split(text);
  for (size_t comma = 1; comma < names.size(); ++comma) {  // a name may have commas of its own
    const std::string a = fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(comma), ","));
    const std::string b = fmt::format("{}", fmt::join(names.begin() + static_cast<std::ptrdiff_t>(comma), names.end(), ","));
    const uint32_t source = h.parties.find(a), target = h.parties.find(b);
    if (source != UINT32_MAX && target != UINT32_MAX) return std::pair(PartyId{source}, PartyId{target});
  }
  if (names.size() < 2) return Error{"", 0, fmt::format("'{}' is no pair", text), "write SOURCE,TARGET"};
  const auto source = party_option(names.front(), h), target = party_option(names.back(), h);
  return source ? target.error() : source.error();
}

Status panel_option(const std::string& least, const Happenings& h, Plan& plan) {
  if (least != "all") {
    const auto [end, code] = std::from_chars(least.data(), least.data() + least.size(), plan.least);
    if (code != std::errc() || end != least.data() + least.size())
      return Error{"", 0, fmt::format("--panel: '{}' is no number", least), "a number of happenings, or all"};
    return Done{};
  }
  std::set<uint32_t> parties;
  for (const Happening& x : h.list)
    if (x.day <= plan.from) parties.insert(x.source.value), parties.insert(x.target.value);
  if (parties.size() * parties.size() > kMostPairs)
    return Error{"", 0, fmt::format("{} parties make too many pairs for --panel all", parties.size()),
                 "name a number of happenings, like --panel 5"};
  for (const uint32_t a : parties)
    for (const uint32_t b : parties)
      if (a != b) plan.pairs.emplace_back(PartyId{a}, PartyId{b});
  return Done{};
}

Exit write_result(const std::string& text, const std::string& path, const std::vector<std::string>& inputs, Messages& messages) {
  auto output = Output::open(path, inputs);
  if (!output) return messages.error(output.error()), Exit::cannot_run;
  if (const auto s = output->write(text); !s) return messages.error(s.error()), Exit::cannot_run;
  if (const auto s = output->finish(); !s) return messages.error(s.error()), Exit::cannot_run;
  messages.finish();
  return messages.errors() > 0 ? Exit::bad_input : Exit::fine;
}

}  // namespace isnad
