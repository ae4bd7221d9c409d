// The subcommands and what they are told.
#pragma once

#include <string>
#include <vector>

#include "app/messages.h"
#include "app/record_source.h"

namespace isnad {

struct ReadOptions {
  std::vector<std::string> files, records;  // records: kinds, for the formats of export
  std::string date, source, input = "auto", format, names = "en", color = "auto", image, output;
  unsigned threads = 0;  // 0: one for each processor
  bool unknown = false;  // instead of events the names that the lexicon lacks
};
Exit run_read(const ReadOptions& options);

struct ExportOptions {
  RecordSource from;
  std::string format, output;
  std::vector<std::string> records;  // kinds; empty: those that the format takes by itself
};
Exit run_export(const ExportOptions& options);

struct BriefCommand {
  RecordSource from;
  std::vector<std::string> actors;
  std::string since, until, lang = "en", format, output;  // format: empty: by the ending of the output
};
Exit run_brief(const BriefCommand& options);

struct AnalyseOptions {
  std::vector<std::string> files;
  std::string date, input = "auto", format = "text", image, output;
  std::vector<std::string> layers;
};
Exit run_analyse(const AnalyseOptions& options);

struct ExplainOptions {
  std::vector<std::string> files;
  std::string date, input = "auto", event, names = "en", color = "auto", image;
};
Exit run_explain(const ExplainOptions& options);

struct CompileOptions {
  std::string folder, cities, output;
};
Exit run_compile(const CompileOptions& options);

struct CodebookOptions {
  std::string name, image;  // name: an event type or a frame; empty: all types
  bool markdown = false;
};
Exit run_codebook(const CodebookOptions& options);

struct InflectOptions {
  std::string folder, output;
  std::vector<std::string> lemmas;
};
Exit run_inflect(const InflectOptions& options);

struct ActorsOptions {
  std::string find, country, at, format = "table", image;
  bool markdown = false;
};
Exit run_actors(const ActorsOptions& options);

struct StoriesOptions {
  RecordSource from;
  std::vector<std::string> why;       // ids of two records, or empty
  std::string story, format, output;  // story: the id of one, to show in full; format: empty is a table on a terminal, JSONL elsewhere
};
Exit run_stories(const StoriesOptions& options);

struct CommitmentsOptions {
  RecordSource from;
  std::string format, output;
};
Exit run_commitments(const CommitmentsOptions& options);

struct PostureOptions {
  RecordSource from;
  std::string actor, country, format, output;
};
Exit run_posture(const PostureOptions& options);

struct PlacesOptions {
  std::string find, country, kind, near, format = "table", image;
  float within = 50;
  bool markdown = false;
};
Exit run_places(const PlacesOptions& options);

Exit run_version(const std::string& image);

}  // namespace isnad
