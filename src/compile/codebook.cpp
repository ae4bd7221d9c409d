// The ontology and the frames of the codebook.
#include <fmt/format.h>

#include <charconv>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "compile/context.h"
#include "compile/tsv.h"
#include "compile/yaml.h"

namespace isnad {
namespace {

constexpr std::string_view kIs = "is ";  // before classes, in a list of lemmas

/// All frames by their ids, for those that extend another.
using FrameIndex = std::map<std::string, YAML::Node>;

/// One codebook file.
class FrameFile {
 public:
  FrameFile(CompileContext& c, std::string file, const FrameIndex& frames) : c_(c), file_(std::move(file)), frames_(frames) {}

  void add(const YAML::Node& written) {
    line_ = line_of(written);
    if (!written.IsMap()) return fail(written, "a frame is not a mapping");
    const size_t errors = c_.errors.size();
    const YAML::Node node = extended(written, 0);
    if (c_.errors.size() > errors) return;
    if (const auto key = unknown_key(
            written,
            {"id",   "extends", "event", "mode",   "context",     "cameo",        "predicates",      "only",     "requires", "with",
             "also", "without", "roles", "status", "future_only", "negated_only", "mode_by_content", "priority", "counts",   "examples"});
        !key.empty())
      return fail(node, fmt::format("unknown key '{}'", key), "see knowledge/README.md");
    Frame f{};
    id_ = scalar(node, "id");
    government_ = 0;
    f.id = c_.image.intern(id_);
    const auto type = enum_of<EventType>(kEventTypeNames, scalar(node, "event"));
    if (id_.empty() || !type)
      return fail(node, fmt::format("frame '{}' needs an id and an event type", id_),
                  fmt::format("allowed: {}", fmt::join(kEventTypeNames, " ")));
    f.event = *type;
    f.mode = mode(node, *type, scalar(node, "mode"));
    f.cameo = scalar(node, "cameo").empty() ? c_.image.event_types[size_t(*type)].cameo : c_.image.intern(scalar(node, "cameo"));
    for (const auto& name : scalars(node["context"])) {
      const auto it = c_.contexts.find(name);
      if (it == c_.contexts.end())
        fail(node, fmt::format("unknown context '{}'", name), "see ontology.yaml");
      else
        f.contexts |= uint64_t{1} << it->second;
    }
    for (const auto& name : scalars(node["only"])) {
      static constexpr std::array<std::string_view, 4> kKinds{"verb", "masdar", "participle", "noun"};
      const auto kind = enum_of<unsigned>(kKinds, name);
      if (!kind)
        fail(node, fmt::format("unknown kind '{}' in only", name), "verb, masdar, participle or noun");
      else
        f.only = uint8_t(f.only | (1U << *kind));
    }
    if (const auto s = scalar(node, "status"); !s.empty()) {
      const auto status = enum_of<EventStatus>(kEventStatusNames, s);
      if (!status)
        fail(node, fmt::format("unknown status '{}'", s), fmt::format("allowed: {}", fmt::join(kEventStatusNames, " ")));
      else
        f.status = uint8_t(1 + uint8_t(*status));
    }
    f.counts = c_.image.intern(scalar(node, "counts"));
    if (scalar(node, "future_only") == "true") f.when |= when::kFuture;
    if (scalar(node, "negated_only") == "true") f.when |= when::kNegated;
    if (const auto p = scalar(node, "priority"); !p.empty()) f.priority = int16_t(std::atoi(p.c_str()));
    if (node["mode_by_content"])
      for (const auto& pair : node["mode_by_content"]) {
        if (const auto content = enum_of<EventType>(kEventTypeNames, pair.first.Scalar()))
          f.mode_by_content[size_t(*content)] = mode(node, *type, pair.second.Scalar());
        else
          fail(node, fmt::format("unknown event type '{}' in mode_by_content", pair.first.Scalar()));
      }
    f.roles = roles(node["roles"]);
    f.with = lemmas(node, "with");
    f.also = lemmas(node, "also");
    f.without = lemmas(node, "without");
    f.without_classes = classes(node, "without");
    f.required = required(node);
    const auto index = uint32_t(c_.image.frames.size());
    c_.image.frames.push_back(f);
    for (const auto& name : scalars(node["predicates"]))
      for (const uint32_t lemma : find_predicate(name)) {
        c_.predicates[lemma].push_back(index);
        c_.image.lemmas[lemma].government |= government_;
      }
    for (const auto& name : scalars(node["predicates"]))
      if (find_predicate(name).empty())
        fail(node["predicates"], fmt::format("unknown predicate '{}' in frame '{}'", name, id_), "a lemma of ar/verbs.tsv or ar/nouns.tsv");
    if (!node["predicates"] || scalars(node["predicates"]).empty()) fail(node, fmt::format("frame '{}' has no predicates", id_));
    examples(node["examples"], index);
  }

 private:
  void fail(const YAML::Node& node, std::string what, std::string remedy = {}) {
    c_.fail({file_, node && line_of(node) > 0 ? line_of(node) : line_, std::move(what), std::move(remedy)});
  }

  /// A frame with what it takes over from the one it extends: every key that it has not itself, and its roles one by one; never examples.
  YAML::Node extended(const YAML::Node& node, int depth) {
    constexpr int kDeepest = 8;
    const std::string name = scalar(node, "extends");
    if (name.empty()) return node;
    const auto base = frames_.find(name);
    if (base == frames_.end())
      return fail(node["extends"], fmt::format("extends '{}', which is no frame", name), "an id of codebook/*.yaml"), node;
    if (depth == kDeepest)
      return fail(node["extends"], fmt::format("extends '{}' in a circle", name), "extend a frame that extends nothing"), node;
    const YAML::Node from = extended(base->second, depth + 1);
    YAML::Node out(YAML::NodeType::Map);
    const auto take = [&out](const YAML::Node& keys, bool own) {
      for (const auto& pair : keys) {
        const std::string key = pair.first.Scalar();
        if (key == "extends" || (!own && (key == "id" || key == "examples"))) continue;
        if (key != "roles" || !pair.second.IsMap() || !out["roles"]) {
          out[key] = key == "roles" ? copy_of(pair.second) : pair.second;
          continue;
        }
        for (const auto& role : pair.second) out["roles"][role.first.Scalar()] = role.second;
      }
    };
    take(from, false);
    take(node, true);
    return out;
  }

  /// A mapping of its own with the same values (a node is shared, so that adding to it would change the frame it comes from).
  static YAML::Node copy_of(const YAML::Node& map) {
    YAML::Node out(YAML::NodeType::Map);
    for (const auto& pair : map) out[pair.first.Scalar()] = pair.second;
    return out;
  }

  uint16_t mode(const YAML::Node& node, EventType type, const std::string& name) {
    if (name.empty()) return 0;
    const auto it = c_.modes.find(fmt::format("{}/{}", kEventTypeNames[size_t(type)], name));
    if (it == c_.modes.end())
      return fail(node, fmt::format("'{}' is not a mode of {}", name, kEventTypeNames[size_t(type)]), "see ontology.yaml"), uint16_t(0);
    return uint16_t(1 + it->second);
  }

  [[nodiscard]] std::vector<uint32_t> find_predicate(const std::string& written) const {
    const std::string name = arabic::canonical_lemma(written);
    std::vector<uint32_t> out;
    if (const auto it = c_.verbs.find(name); it != c_.verbs.end()) out.push_back(it->second);
    if (const auto it = c_.nouns.find(name); it != c_.nouns.end()) out.push_back(it->second);
    return out;
  }

  /// The lemmas of a list, without its "is CLASS" entries.
  Slice lemmas(const YAML::Node& node, const char* key) {
    std::vector<std::string> names = scalars(node[key]);
    std::erase_if(names, [](const std::string& name) { return name.starts_with(kIs); });
    return c_.add_lemma_list(names, [&](const std::string& name) {
      fail(node[key], fmt::format("unknown lemma '{}' in '{}' of frame '{}'", name, key, id_), "a lemma of ar/*.tsv");
    });
  }

  /// The noun classes of the "is CLASS/CLASS" entries of a list.
  uint64_t classes(const YAML::Node& node, const char* key) {
    uint64_t out = 0;
    for (const std::string& entry : scalars(node[key])) {
      if (!entry.starts_with(kIs)) continue;
      for (const auto& name : alternatives(entry.substr(kIs.size()), '/'))
        if (const auto known = enum_of<NounClass>(kNounClassNames, name))
          out |= bit(*known);
        else
          fail(node[key], fmt::format("unknown class '{}' in '{}' of frame '{}'", name, key, id_), "a class of ar/nouns.tsv");
    }
    return out;
  }

  Slice required(const YAML::Node& node) {
    Slice s{uint32_t(c_.image.lemma_lists.size()), 0};
    for (const auto& entry : scalars(node["requires"])) {
      uint32_t mask = 0;
      for (const auto& name : alternatives(entry, '/')) {
        const auto slot = enum_of<Slot>(kSlotNames, name);
        if (!slot)
          fail(node["requires"], fmt::format("unknown role '{}'", name), fmt::format("allowed: {}", fmt::join(kSlotNames, " ")));
        else
          mask |= uint32_t(bit(*slot));
      }
      c_.image.lemma_lists.push_back(mask);
    }
    s.count = uint32_t(c_.image.lemma_lists.size()) - s.first;
    return s;
  }

  Slice roles(const YAML::Node& node) {
    std::vector<FrameRole> out;
    if (node && node.IsMap())
      for (const auto& pair : node) {
        const auto slot = enum_of<Slot>(kSlotNames, pair.first.Scalar());
        if (!slot) {
          fail(pair.first, fmt::format("unknown role '{}'", pair.first.Scalar()), fmt::format("allowed: {}", fmt::join(kSlotNames, " ")));
          continue;
        }
        FrameRole role{};
        role.slot = *slot;
        role.alternatives.first = uint32_t(c_.image.frame_alternatives.size());
        for (const auto& text : alternatives(pair.second.Scalar())) alternative(pair.second, text);
        role.alternatives.count = uint32_t(c_.image.frame_alternatives.size()) - role.alternatives.first;
        out.push_back(role);
      }
    const Slice s{uint32_t(c_.image.frame_roles.size()), uint32_t(out.size())};
    c_.image.frame_roles.insert(c_.image.frame_roles.end(), out.begin(), out.end());
    return s;
  }

  /// "SLOT [is CLASS/CLASS...]"
  void alternative(const YAML::Node& node, const std::string& text) {
    static constexpr std::array<std::string_view, 5> kSources{"subject", "object", "object2", "content", "annexed"};
    FrameAlternative a{};
    const size_t is = text.find(" is ");
    const std::string source = text.substr(0, is);
    if (const auto s = enum_of<Source>(kSources, source)) {
      a.source = *s;
    } else if (!preposition(source, a)) {
      fail(node, fmt::format("unknown source '{}' in frame '{}'", source, id_),
           fmt::format("allowed: {}, a preposition or an expression of ar/phrases.tsv", fmt::join(kSources, " ")));
      return;
    }
    if (is != std::string::npos)
      for (const auto& name : alternatives(std::string_view(text).substr(is + 4), '/')) restrict_to(node, name, a);
    c_.image.frame_alternatives.push_back(a);
  }

  /// Prepositions and fixed expressions by their written form; agent expressions (min qibal, ala yad) are the subject already.
  bool preposition(const std::string& source, FrameAlternative& a) {
    const std::string key = to_utf8(arabic::bare(to_utf32(source)));
    const auto it = c_.prepositions.find(key);
    if (it == c_.prepositions.end()) {
      const auto expression = c_.expressions.find(key);
      if (expression == c_.expressions.end()) return false;
      a.source = expression->second == Function::agent ? Source::subject : Source::expression;
      a.preposition = uint8_t(expression->second);
      return true;
    }
    a.source = Source::preposition;
    a.preposition = c_.image.lemmas[it->second].preposition;
    government_ |= government::of(a.preposition);
    return a.preposition != 0;
  }

  void restrict_to(const YAML::Node& node, const std::string& name, FrameAlternative& a) {
    if (name == "actor")
      a.actor = 1;
    else if (name == "owned")
      a.owned = 1;
    else if (const auto cls = enum_of<NounClass>(kNounClassNames, name))
      a.classes |= bit(*cls);
    else if (const auto sector = enum_of<Sector>(kSectorNames, ascii_upper(name)))
      a.sectors |= uint32_t(bit(*sector));
    else if (const auto type = enum_of<EventType>(kEventTypeNames, ascii_upper(name)))
      a.content_types = uint16_t(a.content_types | bit(*type));
    else if (!enum_of<EntityKind>(kEntityKindNames, name))
      fail(node, fmt::format("unknown class '{}' in frame '{}'", name, id_),
           "a class of ar/nouns.tsv, an entity kind, a sector, actor or owned");
    if (const auto kind = enum_of<EntityKind>(kEntityKindNames, name)) a.kinds = uint16_t(a.kinds | bit(*kind));
  }

  static void flatten(const YAML::Node& node, const std::string& prefix, std::string& out) {
    for (const auto& pair : node) {
      const std::string key = prefix + pair.first.Scalar();
      if (pair.second.IsMap())
        flatten(pair.second, key + ".", out);
      else
        for (const auto& value : scalars(pair.second)) out += fmt::format("{}={}\n", key, value);
    }
  }

  void examples(const YAML::Node& node, uint32_t frame) {
    if (!node) return;
    for (const auto& e : node) {
      if (const auto key = unknown_key(e, {"text", "is", "not"}); !key.empty())
        fail(e, fmt::format("unknown key '{}' in an example", key), "text, is or not");
      if (scalar(e, "text").empty()) fail(e, "an example has no text");
      std::string expected = "not";
      if (scalar(e, "not") != "true") expected.clear(), e["is"] && e["is"].IsMap() ? flatten(e["is"], "", expected) : void();
      c_.image.examples.push_back({c_.image.intern(scalar(e, "text")), c_.image.intern(expected), frame, uint32_t(line_of(e))});
    }
  }

  CompileContext& c_;
  std::string file_;
  const FrameIndex& frames_;
  int line_ = 0;  // of the frame
  std::string id_;
  uint64_t government_ = 0;  // prepositions that the frame's roles use: its predicates govern them
};

}  // namespace

void compile_ontology(CompileContext& c) {
  const std::string path = c.folder + "/ontology.yaml";
  auto root = load_yaml(path);
  if (!root) return c.fail(root.error());
  for (size_t i = 0; i < kEventTypeNames.size(); ++i) {
    const YAML::Node node = (*root)["types"][std::string(kEventTypeNames[i])];
    EventTypeInfo info{};
    info.name = c.image.intern(kEventTypeNames[i]);
    if (!node || !node.IsMap()) {
      c.fail({path, 0, fmt::format("lacks the event type {}", kEventTypeNames[i]), "list all sixteen under types"});
      c.image.event_types.push_back(info);
      continue;
    }
    info.quad = c.image.intern(scalar(node, "quad"));
    info.cameo = c.image.intern(scalar(node, "cameo"));
    const std::string score = scalar(node, "score");
    double value = 0;
    if (std::from_chars(score.data(), score.data() + score.size(), value).ec != std::errc())
      c.fail({path, line_of(node), fmt::format("'{}' is not a score", score), {}});
    info.score = float(value);
    if (const auto future = enum_of<EventType>(kEventTypeNames, scalar(node, "future"))) info.future = uint32_t(1 + uint32_t(*future));
    c.image.event_types.push_back(info);
    for (const auto& mode : scalars(node["modes"])) {
      c.modes[fmt::format("{}/{}", kEventTypeNames[i], mode)] = uint32_t(c.image.modes.size());
      c.image.modes.push_back(c.image.intern(mode));
    }
  }
  for (const auto& context : scalars((*root)["contexts"])) {
    c.contexts[context] = uint32_t(c.image.contexts.size());
    c.image.contexts.push_back(c.image.intern(context));
  }
  if (c.image.contexts.size() > 64) c.fail({path, 0, "has more than 64 contexts", {}});
}

void compile_codebook(CompileContext& c) {
  std::vector<std::pair<std::string, YAML::Node>> files;
  FrameIndex by_id;
  for (const std::string& path : files_of(c.folder + "/codebook", ".yaml")) {
    auto root = load_yaml(path);
    if (!root) {
      c.fail(root.error());
      continue;
    }
    if (!root->IsSequence()) {
      c.fail({path, 1, "is not a list of frames", "see knowledge/README.md"});
      continue;
    }
    for (const auto& node : *root) {
      const std::string id = node.IsMap() ? scalar(node, "id") : std::string();
      if (!id.empty() && !by_id.emplace(id, node).second)
        c.fail({path, line_of(node), fmt::format("there is a frame '{}' already", id), "give it another id"});
    }
    files.emplace_back(path, *root);
  }
  for (const auto& [path, root] : files) {
    FrameFile file(c, path, by_id);
    for (const auto& node : root) file.add(node);
  }
  for (const auto& [lemma, frames] : c.predicates) {
    c.image.lemmas[lemma].frames = {uint32_t(c.image.frame_refs.size()), uint32_t(frames.size())};
    c.image.frame_refs.insert(c.image.frame_refs.end(), frames.begin(), frames.end());
  }
}

}  // namespace isnad
