// From announcements to triggers: names and classes must be those of the events.
#include "app/outlook_commitments.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/file.h"
#include "import/records.h"

namespace isnad {
namespace {

/// Counts why commitments are left out, to tell it in one note.
using Reasons = std::map<std::string, size_t>;

std::optional<PairMark> in_terms_of(const Coded& c, const Happenings& h, std::string_view pattern, std::string& why) {
  const uint32_t mark = h.marks.find(mark_of(c, pattern));
  if (mark == UINT32_MAX) return why = "the events have none of its class", std::nullopt;
  PairMark out{PartyId::none(), PartyId::none(), MarkId{mark}};
  if (!c.source.empty()) out.source = PartyId{h.parties.find(c.source)};
  if (!c.target.empty()) out.target = PartyId{h.parties.find(c.target)};
  if ((!c.source.empty() && !out.source) || (!c.target.empty() && !out.target)) return why = "the events lack a party of it", std::nullopt;
  return out;
}

bool has_happened(const Trigger& t, const Happenings& h, Day since, Day until) {
  return std::any_of(h.list.begin(), h.list.end(), [&](const Happening& x) {
    return x.day > since && x.day <= until && t.set_off_by({x.source, x.target, x.mark});
  });
}

CommitmentLine line_of(const Commitment& c) {
  return {c.then.day, c.when.source, c.when.target, c.when.code, c.then.source, c.then.target, c.then.code, c.then.record, c.condition};
}

class Collector {
 public:
  Collector(const OutlookOptions& o, const Happenings& h, Day after) : options_(o), happenings_(h), after_(after) {}

  void take(const Commitment& c) {
    if (c.then.day > after_) return leave_out("announced after the last known day");
    std::string why;
    const auto when = in_terms_of(c.when, happenings_, options_.events.event, why);
    const auto then = in_terms_of(c.then, happenings_, options_.events.event, why);
    if (!when || !then) return leave_out(why);
    const Trigger t{*when, *then, options_.weight, options_.within, true};
    if (has_happened(t, happenings_, c.then.day, after_)) return leave_out("its condition has happened since");
    const auto same =
        std::find_if(out_.triggers.begin(), out_.triggers.end(), [&](const Trigger& x) { return x.when == t.when && x.then == t.then; });
    if (same == out_.triggers.end()) {
      out_.triggers.push_back(t), out_.lines.push_back(line_of(c));
      return;
    }
    CommitmentLine& line = out_.lines[static_cast<size_t>(same - out_.triggers.begin())];
    if (c.then.day >= line.day) line = line_of(c);
    leave_out("announced again");
  }

  void leave_out(const std::string& why, size_t times = 1) { left_out_[why] += times; }

  [[nodiscard]] std::string told() const {
    std::string out = fmt::format("{} open commitment{} switched in", out_.triggers.size(), out_.triggers.size() == 1 ? "" : "s");
    for (const auto& [why, n] : left_out_) out += fmt::format("; {} left out: {}", n, why);
    return out;
  }

  [[nodiscard]] OpenCommitments result() && { return std::move(out_); }

 private:
  const OutlookOptions& options_;
  const Happenings& happenings_;
  Day after_;
  OpenCommitments out_;
  Reasons left_out_;
};

}  // namespace

Result<OpenCommitments> open_commitments(const OutlookOptions& o, const Happenings& h, Day after, Messages& messages) {
  if (o.commitments.empty()) return OpenCommitments{};
  if (o.events.parties == "place") return Error{"", 0, "--commitments are between parties", "leave out --parties place"};
  const Parties parties = o.events.parties == "country" ? Parties::country : Parties::name;
  Collector collector(o, h, after);
  for (const std::string& file : o.commitments) {
    const auto bytes = read_file(file == "-" ? "/dev/stdin" : file);
    if (!bytes) return bytes.error();
    const Commitments in = read_commitments(*bytes, parties);
    for (const auto& [why, l] : in.bad) messages.error({file, l.first_line, fmt::format("{} left out: {}", l.rows, why), ""});
    for (const auto& [why, l] : in.skipped) collector.leave_out(why, l.rows);
    for (const Commitment& c : in.list) collector.take(c);
  }
  messages.note(collector.told());
  return std::move(collector).result();
}

}  // namespace isnad
