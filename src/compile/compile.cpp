// The order of compilation, the knowledge version, and the report of errors.
#include "compile/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/hash.h"
#include "compile/context.h"

namespace isnad {
namespace {

/// Hash over all knowledge files, names and contents, in the order of their names; the table of cities last.
uint64_t version_of(const std::string& folder, const std::string& cities) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (entry.path().extension() == ".tsv" || entry.path().extension() == ".yaml"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  uint64_t h = 0;
  for (const auto& f : files) {
    h = hash64(std::filesystem::relative(f, folder).string(), h);
    if (const auto bytes = read_file(f.string())) h = hash64(*bytes, h);
  }
  if (cities.empty()) return h;
  if (const auto bytes = read_file(cities)) h = hash64(*bytes, h);
  return h;
}

}  // namespace

Result<std::string> compile_image(const KnowledgeFiles& files, std::vector<std::string>& notes) {
  const std::string& folder = files.folder;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return Error{folder, 0, "is not a folder", "name the knowledge folder"};
  CompileContext c;
  c.folder = folder;
  c.cities = files.cities;
  for (const auto part :
       {compile_ontology, compile_priors, compile_particles, compile_countries, compile_verbs, compile_nouns, compile_adjectives,
        compile_government, compile_senses, compile_names, compile_actors, compile_places, compile_derived, compile_codebook})
    if (!c.stopped) part(c);
  if (!c.errors.empty()) {
    for (size_t i = 1; i < c.errors.size() && i < 50; ++i) notes.push_back(c.errors[i].message());
    if (c.errors.size() > 50) notes.push_back(fmt::format("... and {} more errors", c.errors.size() - 50));
    return c.errors.front();
  }
  std::string bytes = c.image.bytes(version_of(folder, files.cities));
  auto check = Lexicon::from_bytes(bytes, "(new image)");
  if (!check) return check.error();
  notes.push_back(fmt::format("{} lemmas, {} spellings, {} analyses, {} actors, {} places, {} frames with {} examples, {:.1f} MB",
                              check->lemmas.size(), check->forms.size(), check->form_entries.size(), check->actors.size(),
                              check->places.size(), check->frames.size(), check->examples.size(), double(bytes.size()) / 1e6));
  return bytes;
}

Status compile_knowledge(const KnowledgeFiles& files, const std::string& out, std::vector<std::string>& notes) {
  auto bytes = compile_image(files, notes);
  if (!bytes) return bytes.error();
  return write_file(out, *bytes);
}

}  // namespace isnad
