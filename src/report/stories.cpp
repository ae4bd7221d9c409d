// Stories as a table and as reasons.
#include "report/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/cells.h"
#include "report/grid.h"

namespace isnad {
namespace {

using story::Field;
using story::Standing;
using story::Story;

constexpr std::array<std::string_view, 5> kNoNumbers{"happened", "actor", "recipient", "place", "date"};

const Field* field_of(const Story& s, std::string_view name) {
  const auto at = std::find_if(s.fields.begin(), s.fields.end(), [&](const Field& f) { return f.name == name; });
  return at == s.fields.end() ? nullptr : &*at;
}

/// Values of a field, "|" between rival ones; at most two.
std::string cell_of(const Story& s, std::string_view name) {
  const Field* field = field_of(s, name);
  if (!field) return {};
  constexpr size_t kShown = 2;
  std::string out;
  for (size_t i = 0; i < std::min(kShown, field->values.size()); ++i) {
    if (i > 0) out += field->standing == Standing::contested ? " | " : ", ";
    out += clean_cell(field->values[i].text);
  }
  return field->values.size() > kShown ? out + " ..." : out;
}

std::string numbers_of(const Story& s) {
  std::string out;
  for (const Field& f : s.fields)
    if (std::find(kNoNumbers.begin(), kNoNumbers.end(), f.name) == kNoNumbers.end())
      out += fmt::format("{}{} {}", out.empty() ? "" : "; ", cell_of(s, f.name), f.name);
  return out;
}

std::string contested_in(const Story& s) {
  std::string out;
  for (const Field& f : s.fields)
    if (f.standing == Standing::contested) out += (out.empty() ? "" : ", ") + f.name;
  return out;
}

/// What is not plainly reported as done.
std::string status_of(const Story& s) {
  const Field* happened = field_of(s, "happened");
  if (happened && happened->values.size() == 1 && happened->values.front().key == "no") return "denied";
  return s.status == "occurred" ? "" : s.status;
}

std::string day_of_story(const Story& s) {
  if (s.first.empty()) return s.reported.empty() ? "" : "(" + s.reported + ")";
  return s.first;
}

/// The first two names.
std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < std::min<size_t>(2, names.size()); ++i) out += (i > 0 ? ", " : "") + clean_cell(names[i]);
  return names.size() > 2 ? out + " ..." : out;
}

std::string content_of(const story::Commitment& c) {
  std::string out;
  for (const auto& x : c.content) {
    const std::string one = x.mode.empty() ? x.event : x.event + " " + x.mode.front();
    if (out.find(one) == std::string::npos) out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

/// "met 2028-02-10 (b58268a7)".
std::string consequences_of(const story::Situation& situation, const story::Commitment& c) {
  std::string out;
  for (const auto& x : c.consequences)
    out += fmt::format("{}{} {} ({})", out.empty() ? "" : "; ", story::effect_name(c.kind, x.effect), x.day,
                       situation.stories[x.story].id.substr(0, 8));
  return out;
}

std::string what_moves(const story::Movement& m) {
  std::vector<std::string> all = m.weapons;
  all.insert(all.end(), m.forces.begin(), m.forces.end());
  return joined(all);
}

std::string sites_of(const story::Movement& m) {
  std::vector<std::string> names;
  for (const auto& s : m.sites) names.push_back(s.name);
  return joined(names);
}

std::string numbers_in(const story::Movement& m) {
  std::string out;
  for (const Field& f : m.numbers) {
    std::string values;
    for (const auto& v : f.values) values += (values.empty() ? "" : f.standing == Standing::contested ? " | " : ", ") + v.text;
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", values, f.name);
  }
  return out;
}

/// "army, denies; in Daily News".
std::string speaker_of(const story::Said& by) {
  if (by.who == by.source) return by.source;
  return fmt::format("{}{}{}; in {}", clean_cell(by.who), by.stance.empty() ? "" : ", ", by.stance, by.source);
}

std::string told(std::span<const record::Record> records, uint32_t i) {
  const record::Record& r = records[i];
  return fmt::format("{}  {} {}, \"{}\", {} of {}", r.id, r.event, r.status, r.trigger, r.doc.source.empty() ? "report" : r.doc.source,
                     r.doc.date.empty() ? "unknown date" : r.doc.date);
}

}  // namespace

std::string stories_table(const story::Situation& situation) {
  Grid grid({"<story", "<day", "<event", "<status", "<actor", "<recipient", "<place", "<numbers", "sources", "<contested"});
  for (const Story& s : situation.stories)
    grid.row({s.id.substr(0, 8), day_of_story(s), s.mode.empty() ? s.event : s.event + " " + s.mode.front(), status_of(s),
              cell_of(s, "actor"), cell_of(s, "recipient"), cell_of(s, "place"), numbers_of(s),
              fmt::format("{}/{}", s.independent, s.documents), contested_in(s)});
  std::string out;
  grid.append(out, 30);
  return out;
}

std::string story_text(std::span<const record::Record> records, const Story& s) {
  std::string out = fmt::format("{}  {}{}{}, {}\n", s.id, s.event, s.mode.empty() ? "" : " ", fmt::join(s.mode, " "), s.status);
  out += fmt::format("{} document{}, {} independent source{}\n", s.documents, s.documents == 1 ? "" : "s", s.independent,
                     s.independent == 1 ? "" : "s");
  for (const auto& x : s.sources) out += fmt::format("  {}{}\n", x.name, x.copies.empty() ? "" : ", copies " + x.copies);
  for (const Field& f : s.fields) {
    out += fmt::format("{}: {}\n", f.name, story::kStandingNames[size_t(f.standing)]);
    for (const auto& v : f.values) {
      out += fmt::format("  {}\n", clean_cell(v.text));
      for (const auto& by : v.by) out += "    " + speaker_of(by) + "\n";
    }
  }
  out += "records:\n";
  for (const uint32_t i : s.records) out += "  " + told(records, i) + "\n";
  return out;
}

std::string commitments_table(const story::Situation& situation, const std::vector<story::Commitment>& commitments) {
  Grid grid({"<story", "<made", "<kind", "<holder", "<addressee", "<content", "<condition", "<deadline", "<state", "<by"});
  for (const auto& c : commitments)
    grid.row({c.id.substr(0, 8), c.made, std::string(story::kKindNames[size_t(c.kind)]), joined(c.holder), joined(c.addressee),
              content_of(c), c.condition.empty() ? "" : clean_cell(c.condition.front().text), c.deadline, c.state,
              consequences_of(situation, c)});
  std::string out;
  grid.append(out, 64);
  return out;
}

std::string posture_table(const story::Situation& situation, const std::vector<story::Movement>& movements) {
  Grid grid({"<story", "<day", "<move", "<actor", "<what", "<where", "<numbers", "sources", "<disputed"});
  for (const auto& m : movements) {
    const Story& s = situation.stories[m.story];
    grid.row({s.id.substr(0, 8), m.day, std::string(story::kMoveNames[size_t(m.move)]), joined(m.actor), what_moves(m), sites_of(m),
              numbers_in(m), fmt::format("{}/{}", s.independent, s.documents), m.disputed ? "yes" : ""});
  }
  std::string out;
  grid.append(out, 34);
  return out;
}

std::string why_text(std::span<const record::Record> records, const story::Situation& situation, uint32_t a, uint32_t b) {
  const auto e = story::explain(records, situation, a, b);
  std::string out = told(records, a) + "\n" + told(records, b) + "\n";
  if (e.same_account)
    out += "One story: the same document tells of one event in both.\n";
  else
    out += e.same_story ? "One story.\n" : "Two stories.\n";
  for (const auto& r : e.reasons) out += fmt::format("  {:+5.1f}  {}\n", r.points, r.rule);
  if (e.verdict.barred)
    out += "They can't be one event, whatever else fits.\n";
  else
    out += fmt::format("  {:+5.1f}  together{}\n", e.verdict.points,
                       e.same_account ? "" : fmt::format("; {} are wanted, on {} grounds", e.wanted, story::kGrounds));
  if (e.same_story && !e.same_account && (e.verdict.barred || e.verdict.points < e.wanted))
    out += "Other reports of the story join them.\n";
  if (!e.same_story && !e.verdict.barred && e.verdict.points >= e.wanted)
    out += fmt::format("All reports of the two stories: {:+.1f} on average, {} are wanted.\n", e.average, story::kSameOnAverage);
  return out;
}

}  // namespace isnad
