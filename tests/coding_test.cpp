// The values that the store's columns are made of are those of the lines that are stored.
#include "report/coding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "report/record.h"
#include "support/engine.h"

namespace isnad {
namespace {

/// A record without what append_codings leaves out.
record::Record reduced(const record::Record& r) {
  const auto entity = [](const record::Entity& e) {
    record::Entity out;
    out.text = e.text, out.id = e.id, out.name = e.name, out.country = e.country, out.sector = e.sector, out.code = e.code;
    return out;
  };
  const auto place = [](const std::optional<record::Place>& p) {
    std::optional<record::Place> out = p;
    if (out) out->span = {}, out->mention.reset(), out->precision.clear();
    return out;
  };
  record::Record out;
  out.id = r.id, out.doc.date = r.doc.date, out.event = r.event, out.mode = r.mode, out.quad = r.quad, out.score = r.score,
  out.status = r.status;
  out.aux = r.aux, out.salience = r.salience, out.frame = r.frame, out.confidence = r.confidence, out.date = r.date;
  if (out.date) out.date->span = {}, out.date->text.clear();
  for (const auto& e : r.actor) out.actor.push_back(entity(e));
  for (const auto& e : r.recipient) out.recipient.push_back(entity(e));
  out.location = place(r.location), out.origin = place(r.origin), out.destination = place(r.destination);
  for (const auto& a : r.attribution) {
    auto& said = out.attribution.emplace_back();
    if (a.who) said.who = entity(*a.who);
  }
  return out;
}

TEST(Coding, IsWhatTheLinesSay) {
  std::vector<std::filesystem::path> files;
  for (const auto& f : std::filesystem::directory_iterator(std::string(ISNAD_SOURCE) + "/samples"))
    if (f.path().extension() == ".txt") files.push_back(f.path());
  std::sort(files.begin(), files.end());
  const auto reading = std::make_unique<Reading>();
  CodePoints points;
  size_t compared = 0;
  for (const auto& path : files) {
    Document document(*read_file(path.string()));
    document.id = path.stem().string(), document.date = "2024-03-14", document.source = "s", document.url = "u", document.title = "t";
    read(engine::lexicon(), document, *reading);
    const View view{engine::lexicon(), document, *reading};
    std::string lines;
    append_records(view, points, lines);
    std::vector<record::Record> codings;
    append_codings(view, codings);
    std::string_view rest = lines;
    for (const auto& coding : codings) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      const auto whole = record::parse(line);
      ASSERT_TRUE(whole);
      EXPECT_EQ(record::write(coding), record::write(reduced(*whole)));
      ++compared;
    }
    EXPECT_TRUE(rest.empty());
  }
  EXPECT_GT(compared, 100U);
}

}  // namespace
}  // namespace isnad
