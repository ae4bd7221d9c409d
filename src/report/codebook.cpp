// Writes frames as people read them. All of it comes from the image, so that it shows what the program really uses.
#include "report/codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 5> kSourceNames{"subject", "object", "object2", "content", "annexed"};
constexpr std::array<std::string_view, 4> kKindNames{"verb", "masdar", "participle", "noun"};

/// What the lexicon has only one way round: predicates of frames, written forms of prepositions, frames of types.
class Codebook {
 public:
  explicit Codebook(const Lexicon& lexicon) : x_(lexicon), predicates_(lexicon.frames.size()), prepositions_(256) {
    for (const Lemma& l : x_.lemmas) {
      if (l.preposition && prepositions_[l.preposition].empty()) prepositions_[l.preposition] = x_.text(l.text);
      for (const uint32_t f : x_.slice(x_.frame_refs, l.frames)) {
        const std::string_view text = x_.text(l.text);
        if (std::find(predicates_[f].begin(), predicates_[f].end(), text) == predicates_[f].end()) predicates_[f].push_back(text);
      }
    }
  }

  [[nodiscard]] std::string type(EventType t, bool markdown) const {
    const EventTypeInfo& info = x_.event_types[size_t(t)];
    std::string out = markdown ? fmt::format("## {}\n\n", x_.text(info.name)) : fmt::format("{}\n", x_.text(info.name));
    out += fmt::format("Quad {}, score {}, CAMEO {}", x_.text(info.quad), info.score, x_.text(info.cameo));
    if (info.future) out += fmt::format("; where a verb only announces it: {}", kEventTypeNames[info.future - 1]);
    out += ".\n";
    for (const auto& [mode, frames] : by_mode(t)) {
      out += markdown ? "- " : "  ";
      out += fmt::format("{}: ", mode ? x_.text(x_.modes[mode - 1]) : std::string_view("no mode"));
      for (size_t i = 0; i < frames.size(); ++i)
        out += fmt::format(fmt::runtime(markdown ? "{}[{}](#{})" : "{}{}"), i ? ", " : "", id(frames[i]), id(frames[i]));
      out += "\n";
    }
    return out;
  }

  [[nodiscard]] std::string frame(uint32_t f, bool markdown) const {
    const Frame& frame = x_.frames[f];
    std::string out = markdown ? fmt::format("### {}\n\n", id(f)) : fmt::format("{}\n", id(f));
    out += fmt::format("{}{}, CAMEO {}", kEventTypeNames[size_t(frame.event)],
                       frame.mode ? fmt::format(" {}", x_.text(x_.modes[frame.mode - 1])) : "", x_.text(frame.cameo));
    std::string contexts;
    for (size_t i = 0; i < x_.contexts.size(); ++i)
      if (frame.contexts >> i & 1) contexts += fmt::format("{} {}", contexts.empty() ? "; context" : ",", x_.text(x_.contexts[i]));
    out += contexts + (frame.status ? fmt::format("; status {}", kEventStatusNames[frame.status - 1]) : "") + "\n";
    const auto line = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) out += fmt::format(fmt::runtime(markdown ? "- *{}*: {}\n" : "  {}: {}\n"), name, value);
    };
    if (markdown) out += "\n";
    line("predicates", fmt::format("{}{}", fmt::join(predicates_[f], "\xd8\x8c "), kinds(frame.only)));
    line("with one of", lemmas(frame.with));
    line("and one of", lemmas(frame.also));
    line("without", lemmas(frame.without));
    if (frame.when & when::kFuture) line("when", "what is still to come");
    if (frame.when & when::kNegated) line("when", "what is negated");
    line("needs", needed(frame));
    for (const FrameRole& r : x_.slice(x_.frame_roles, frame.roles)) line(kSlotNames[size_t(r.slot)], alternatives(r));
    examples(f, markdown, out);
    return out;
  }

  [[nodiscard]] std::string_view id(uint32_t f) const { return x_.text(x_.frames[f].id); }

 private:
  using Frames = std::vector<uint32_t>;

  [[nodiscard]] std::vector<std::pair<uint16_t, Frames>> by_mode(EventType t) const {
    std::vector<std::pair<uint16_t, Frames>> out;
    for (uint32_t f = 0; f < x_.frames.size(); ++f) {
      if (x_.frames[f].event != t) continue;
      auto it = std::find_if(out.begin(), out.end(), [&](const auto& p) { return p.first == x_.frames[f].mode; });
      if (it == out.end()) it = out.insert(it, {x_.frames[f].mode, {}});
      it->second.push_back(f);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  static std::string kinds(uint8_t only) {
    std::vector<std::string_view> names;
    for (size_t i = 0; i < kKindNames.size(); ++i)
      if (only >> i & 1) names.push_back(kKindNames[i]);
    return names.empty() ? std::string() : fmt::format(" ({})", fmt::join(names, ", "));
  }

  [[nodiscard]] std::string lemmas(Slice s) const {
    std::vector<std::string_view> out;
    for (const uint32_t l : x_.slice(x_.lemma_lists, s))
      if (const auto text = x_.text(x_.lemma(l).text); std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
    return fmt::format("{}", fmt::join(out, "\xd8\x8c "));
  }

  [[nodiscard]] std::string needed(const Frame& frame) const {
    std::vector<std::string> out;
    for (const uint32_t mask : x_.slice(x_.lemma_lists, frame.required)) {
      std::vector<std::string_view> any;
      for (size_t s = 0; s < size_t(Slot::count_); ++s)
        if (mask >> s & 1) any.push_back(kSlotNames[s]);
      out.push_back(fmt::format("{}", fmt::join(any, " or ")));
    }
    return fmt::format("{}", fmt::join(out, ", "));
  }

  [[nodiscard]] std::string alternatives(const FrameRole& role) const {
    std::vector<std::string> out;
    for (const FrameAlternative& a : x_.slice(x_.frame_alternatives, role.alternatives)) {
      const auto source = a.source == Source::preposition  ? prepositions_[a.preposition]
                          : a.source == Source::expression ? kFunctionNames[a.preposition]
                                                           : kSourceNames[size_t(a.source)];
      const auto classes = classes_of(a);
      out.push_back(classes.empty() ? std::string(source) : fmt::format("{} ({})", source, fmt::join(classes, ", ")));
    }
    return fmt::format("{}", fmt::join(out, "; "));
  }

  static std::vector<std::string_view> classes_of(const FrameAlternative& a) {
    std::vector<std::string_view> out;
    const auto add = [&out](auto bits, const auto& names) {
      for (size_t i = 0; i < names.size(); ++i)
        if (bits >> i & 1 && std::find(out.begin(), out.end(), names[i]) == out.end()) out.push_back(names[i]);
    };
    if (a.actor) out.push_back("actor");
    if (a.owned) out.push_back("owned");
    add(a.classes, kNounClassNames);
    add(a.kinds, kEntityKindNames);
    add(a.sectors, kSectorNames);
    add(a.content_types, kEventTypeNames);
    return out;
  }

  void examples(uint32_t f, bool markdown, std::string& out) const {
    for (const bool misses : {false, true}) {
      bool first = true;
      for (const Example& e : x_.examples) {
        if (e.frame != f || (x_.text(e.expected) == "not") != misses) continue;
        if (first) out += fmt::format(fmt::runtime(markdown ? "\n{}:\n\n" : "  {}:\n"), misses ? "Not" : "Such events");
        first = false;
        out += fmt::format(fmt::runtime(markdown ? "- {}" : "    {}"), x_.text(e.text));
        if (!misses) out += expected(x_.text(e.expected), markdown);
        out += "\n";
      }
    }
  }

  static std::string expected(std::string_view lines, bool markdown) {
    std::string all(lines.substr(0, lines.empty() ? 0 : lines.size() - 1));  // it ends with a line break
    for (size_t at = 0; (at = all.find('\n', at)) != std::string::npos;) all.replace(at, 1, "; ");
    return all.empty() ? all : fmt::format(fmt::runtime(markdown ? " \xe2\x80\x94 `{}`" : "\n      {}"), all);
  }

  const Lexicon& x_;
  std::vector<std::vector<std::string_view>> predicates_;  // of each frame
  std::vector<std::string_view> prepositions_;             // by their numbers
};

std::string upper(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = char(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

std::optional<std::string> codebook_text(const Lexicon& lexicon, std::string_view name) {
  const Codebook book(lexicon);
  std::string out;
  for (uint32_t f = 0; f < lexicon.frames.size(); ++f)
    if (book.id(f) == name) return book.frame(f, false);
  for (size_t t = 0; t < kEventTypeNames.size(); ++t) {
    if (!name.empty() && upper(name) != kEventTypeNames[t]) continue;
    out += book.type(EventType(t), false);
    if (name.empty()) continue;
    for (uint32_t f = 0; f < lexicon.frames.size(); ++f)
      if (lexicon.frames[f].event == EventType(t)) out += "\n" + book.frame(f, false);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::string codebook_markdown(const Lexicon& lexicon) {
  const Codebook book(lexicon);
  std::string out =
      "# Codebook\n\nWhat counts as which event, by type and frame, with sentences of ours that are such events and near misses that are "
      "not. Made from\n"
      "`knowledge/codebook/` and `knowledge/ontology.yaml` by `isnad codebook --markdown`; edit those. Status, negation, dates, numbers, "
      "sources and\n"
      "conditions are coded alike for all types ([record.md](record.md)) and stand in no frame.\n";
  for (size_t t = 0; t < kEventTypeNames.size(); ++t) {
    out += "\n" + book.type(EventType(t), true);
    for (uint32_t f = 0; f < lexicon.frames.size(); ++f)
      if (lexicon.frames[f].event == EventType(t)) out += "\n" + book.frame(f, true);
  }
  return out;
}

std::vector<std::string> codebook_names(const Lexicon& lexicon) {
  std::vector<std::string> out(kEventTypeNames.begin(), kEventTypeNames.end());
  for (const Frame& f : lexicon.frames) out.emplace_back(lexicon.text(f.id));
  return out;
}

}  // namespace isnad
