// Compares the records of example sentences with what their frames expect.
#include "support/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>

#include "report/facts.h"

namespace isnad::examples {
namespace {

using Expected = std::vector<std::pair<std::string, std::string>>;

/// Pairs of the lines "key=value".
Expected pairs_of(std::string_view lines) {
  Expected out;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    const size_t sign = line.find('=');
    if (sign != std::string_view::npos) out.emplace_back(line.substr(0, sign), line.substr(sign + 1));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

/// One sentence, read, and the questions that its frame asks.
class Check {
 public:
  Check(const Lexicon& lexicon, uint32_t example, Reading& reading)
      : lexicon_(lexicon), example_(lexicon.examples[example]), reading_(reading), document_(lexicon.text(example_.text)) {
    document_.id = fmt::format("{}.{}", lexicon.text(frame().id), example_.line);
    document_.date = kDate;
    read(lexicon_, document_, reading_);
  }

  void run(Outcome& out) const {
    const std::string_view expected = lexicon_.text(example_.expected);
    if (expected == "not") return must_not(out);
    const Expected pairs = pairs_of(expected);
    out.misses = best(pairs, [&](const Event& e) { return e.frame == example_.frame; });
    const bool same_type =
        best(pairs, [&](const Event& e) { return type_of(e) == frame().event && is_predicate(e.trigger_lemma); }).empty();
    out.lenient = out.misses.empty() || same_type;
  }

 private:
  [[nodiscard]] const Frame& frame() const { return lexicon_.frames[example_.frame]; }
  [[nodiscard]] EventType type_of(const Event& e) const { return lexicon_.frames[e.frame].event; }
  [[nodiscard]] View view() const { return {lexicon_, document_, reading_}; }
  [[nodiscard]] const Events& events() const { return reading_.events; }

  void must_not(Outcome& out) const {
    for (const Event& e : events().events)
      if (e.frame == example_.frame) out.misses.push_back({Stage::must_not, fmt::format("matches at {}", document_.at(e.trigger))});
    out.lenient = out.misses.empty();
  }

  /// The misses of the record, among those that `which` takes, that has the fewest.
  template <class Which>
  [[nodiscard]] std::vector<Miss> best(const Expected& pairs, Which which) const {
    std::vector<Miss> fewest;
    bool any = false;
    for (const Event& e : events().events) {
      if (!which(e)) continue;
      std::vector<Miss> misses = misses_of(e, pairs);
      if (!any || misses.size() < fewest.size()) fewest = std::move(misses);
      any = true;
    }
    if (!any) fewest = {no_record()};
    return fewest;
  }

  /// Is the frame one of the lemma's, or of the verb's that it comes from.
  [[nodiscard]] bool is_predicate(LemmaId id) const {
    if (!id.valid()) return false;
    const Lemma& l = lexicon_.lemma(id);
    const auto has = [&](const Lemma& x) {
      const auto frames = lexicon_.slice(lexicon_.frame_refs, x.frames);
      return std::find(frames.begin(), frames.end(), example_.frame) != frames.end();
    };
    return has(l) || (l.base != kNone && has(lexicon_.lemma(l.base)));
  }

  [[nodiscard]] bool mentions(Slice lemmas) const {
    const auto all = lexicon_.slice(lexicon_.lemma_lists, lemmas);
    const auto among = [&](const Word& w) { return w.lemma.valid() && std::find(all.begin(), all.end(), w.lemma.value) != all.end(); };
    return std::any_of(reading_.words.words.begin(), reading_.words.words.end(), among);
  }

  /// What keeps the frame from holding for a clause, as far as that can be seen from outside.
  [[nodiscard]] std::string_view obstacle(const Clause& c) const {
    const Frame& f = frame();
    if (f.only && !((f.only >> unsigned(c.kind)) & 1)) return "only";
    if ((f.with.count && !mentions(f.with)) || (f.also.count && !mentions(f.also))) return "with";
    if (f.without.count && mentions(f.without)) return "without";
    return "roles";
  }

  /// Why there is no record of the frame.
  [[nodiscard]] Miss no_record() const {
    for (const Event& e : events().events)
      if (is_predicate(e.trigger_lemma)) {
        const std::string what = fmt::format("{} instead at {}", frame_of(view(), e), document_.at(e.trigger));
        return {type_of(e) == frame().event ? Stage::sibling_frame : Stage::other_event, what};
      }
    for (const Clause& c : reading_.clauses.clauses)
      if (is_predicate(c.lemma))
        return {Stage::no_record, fmt::format("no frame holds at {}", document_.at(reading_.words[c.predicate].span))};
    for (const Word& w : reading_.words.words)
      if (is_predicate(w.lemma)) return {Stage::no_clause, fmt::format("{} is no predicate", document_.at(w.span))};
    return {Stage::not_recognised, "no predicate of the frame"};
  }

  [[nodiscard]] std::vector<Miss> misses_of(const Event& e, const Expected& pairs) const {
    std::vector<Miss> out;
    bool typed = false;
    for (const auto& [key, value] : pairs) {
      typed = typed || key == "event";
      one(e, key, value, out);
    }
    if (!typed && e.type != frame().event) out.push_back({Stage::wrong_type, fmt::format("event {}", kEventTypeNames[size_t(e.type)])});
    std::stable_sort(out.begin(), out.end(), [](const Miss& a, const Miss& b) { return a.stage < b.stage; });
    return out;
  }

  void one(const Event& e, const std::string& key, const std::string& value, std::vector<Miss>& out) const {
    const auto differs = [&](Stage stage, std::string_view got) {
      if (got != value) out.push_back({stage, fmt::format("{} {}, not {}", key, got.empty() ? "none" : got, value)});
    };
    if (key == "event") return differs(Stage::wrong_type, kEventTypeNames[size_t(e.type)]);
    if (key == "mode") return differs(Stage::wrong_type, mode_of(view(), e));
    if (key == "status") return differs(Stage::status_wrong, kEventStatusNames[size_t(e.status)]);
    if (key == "aux") return auxiliary(e, value, out);
    if (key == "actor_code") return code(e, 0, key, value, out);
    if (key == "recipient_code") return code(e, 1, key, value, out);
    if (key.starts_with("quantity.")) return quantity(e, key.substr(9), value, out);
    role(e, key, value, out);
  }

  static void auxiliary(const Event& e, const std::string& value, std::vector<Miss>& out) {
    for (size_t i = 0; i < kAuxNames.size(); ++i)
      if (kAuxNames[i] == value && ((e.aux >> i) & 1)) return;
    out.push_back({Stage::status_wrong, fmt::format("aux lacks {}", value)});
  }

  void code(const Event& e, size_t list, const std::string& key, const std::string& value, std::vector<Miss>& out) const {
    std::string got;
    for (const EntityId id : Events::slice(events().fillers, e.fillers[list])) {
      const std::string c = entity_facts(view(), id).code();
      if (c.starts_with(value)) return;
      got += (got.empty() ? "" : " ") + (c.empty() ? "none" : c);
    }
    if (!got.empty()) out.push_back({Stage::code_wrong, fmt::format("{} {}, not {}", key, got, value)});
  }

  void quantity(const Event& e, std::string_view kind, const std::string& value, std::vector<Miss>& out) const {
    double wanted = 0;
    std::from_chars(value.data(), value.data() + value.size(), wanted);
    std::string got;
    for (const QuantityRef& q : Events::slice(events().quantities, e.quantities)) {
      const double v = reading_.mentions.numbers[q.number].value;
      if (kQuantityNames[size_t(q.of)] == kind && v == wanted) return;
      got += fmt::format(" {} {}", kQuantityNames[size_t(q.of)], v);
    }
    out.push_back({Stage::quantity_wrong, fmt::format("quantity{}, not {} {}", got.empty() ? " none" : got, kind, value)});
  }

  /// Where in the sentence the words stand.
  [[nodiscard]] std::vector<Span> spans_of(std::string_view words) const {
    std::vector<Span> out;
    const std::string_view text = document_.text();
    for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
      out.push_back({uint32_t(at), uint32_t(at + words.size())});
    return out;
  }

  [[nodiscard]] std::vector<EntityId> fillers_of(const Event& e, std::string_view role) const {
    for (size_t i = 0; i < e.fillers.size(); ++i)
      if (kSlotNames[i] == role) {
        const auto s = Events::slice(events().fillers, e.fillers[i]);
        return {s.begin(), s.end()};
      }
    const EntityId place = role == "location" ? e.location : role == "origin" ? e.origin : e.destination;
    return place.valid() ? std::vector<EntityId>{place} : std::vector<EntityId>{};
  }

  void role(const Event& e, const std::string& key, const std::string& value, std::vector<Miss>& out) const {
    std::vector<Span> got;
    if (key == "content") {
      for (const EventId id : Events::slice(events().links, e.content)) got.push_back(events().events[id.value].trigger);
    } else {
      for (const EntityId id : fillers_of(e, key)) {
        const EntityFacts facts = entity_facts(view(), id);
        got.push_back(facts.span);
        if (!facts.referent_span.empty()) got.push_back(facts.referent_span);
      }
    }
    const std::vector<Span> wanted = spans_of(value);
    if (wanted.empty()) return out.push_back({Stage::role_wrong, fmt::format("{}: the sentence lacks '{}'", key, value)});
    for (const Span a : wanted)
      for (const Span b : got)
        if (a.touches(b)) return;
    if (got.empty()) return out.push_back({Stage::role_missing, fmt::format("{} missing, not {}", key, value)});
    out.push_back({Stage::role_wrong, fmt::format("{} {}, not {}", key, document_.at(got.front()), value)});
  }

  const Lexicon& lexicon_;
  const Example& example_;
  Reading& reading_;
  Document document_;
};

std::string_view type_name(const Lexicon& lexicon, const Outcome& o) {
  return kEventTypeNames[size_t(lexicon.frames[lexicon.examples[o.example].frame].event)];
}

void append_rates(const Lexicon& lexicon, const std::vector<Outcome>& outcomes, std::string& out) {
  struct Count {
    size_t positive = 0, passed = 0, lenient = 0, negative = 0, kept = 0;
  };
  std::map<std::string_view, Count> counts;
  for (const Outcome& o : outcomes) {
    const bool negative = lexicon.text(lexicon.examples[o.example].expected) == "not";
    for (Count* c : {&counts[type_name(lexicon, o)], &counts["all"]}) {
      ++(negative ? c->negative : c->positive);
      if (o.passed()) ++(negative ? c->kept : c->passed);
      if (!negative && o.lenient) ++c->lenient;
    }
  }
  out += "| event | must match | do | of the same type | must not | don't |\n|---|---|---|---|---|---|\n";
  for (const auto& [name, c] : counts)
    out += fmt::format("| {} | {} | {} ({:.0f} %) | {} | {} | {} |\n", name, c.positive, c.passed,
                       100.0 * double(c.passed) / double(std::max<size_t>(c.positive, 1)), c.lenient, c.negative, c.kept);
}

}  // namespace

std::string Outcome::line(const Lexicon& lexicon) const {
  std::string out = fmt::format("{} {}: ", lexicon.text(lexicon.frames[lexicon.examples[example].frame].id), ordinal);
  for (size_t i = 0; i < misses.size(); ++i) out += (i ? "; " : "") + misses[i].what;
  return out;
}

std::vector<Outcome> run_all(const Lexicon& lexicon) {
  std::vector<Outcome> out;
  const auto reading = std::make_unique<Reading>();
  for (uint32_t i = 0; i < lexicon.examples.size(); ++i) {
    Outcome o;
    o.example = i;
    const bool first = i == 0 || lexicon.examples[i - 1].frame != lexicon.examples[i].frame;
    o.ordinal = first ? 1 : out.back().ordinal + 1;
    Check(lexicon, i, *reading).run(o);
    out.push_back(std::move(o));
  }
  return out;
}

std::string breakdown(const Lexicon& lexicon, const std::vector<Outcome>& outcomes, size_t shown) {
  std::string out;
  append_rates(lexicon, outcomes, out);
  for (size_t s = 1; s < size_t(Stage::count_); ++s) {
    size_t count = 0;
    std::string lines;
    for (const Outcome& o : outcomes) {
      if (size_t(o.stage()) != s || ++count > shown) continue;
      const Example& e = lexicon.examples[o.example];
      lines += fmt::format("- {} {} (line {})\n  {}\n", type_name(lexicon, o), o.line(lexicon), e.line, lexicon.text(e.text));
    }
    out += fmt::format("\n## {}: {}\n{}", kStageNames[s], count, lines);
  }
  return out;
}

}  // namespace isnad::examples
