// Which records tell of the same event, and what do they agree on? Many documents become one list of stories.
//
// A plain function over records: the store, the program and an archive's group-by call the same one. How it decides is in docs/stories.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "record/record.h"
#include "story/account.h"
#include "story/compare.h"

namespace isnad::story {

/// Who gives a value: the innermost speaker that the text names, else the outlet; and in which record.
struct Said {
  std::string who;     ///< name in English where known, else the words of the text; empty: nobody is named, nor an outlet
  std::string stance;  ///< of that speaker; empty for the outlet's own word
  std::string source;  ///< outlet; the document's id where it names none
  uint32_t record = 0;
};

/// One value of a field and all who give it.
struct Value {
  std::string key;   ///< actor id, code, place id, day or number: what makes two values one
  std::string text;  ///< for people
  std::vector<Said> by;
  size_t independent = 0;  ///< sources that don't copy each other
};

/// `single`: one independent source; `agreed`: several and none against it; `contested`: values that can't all hold.
enum class Standing : uint8_t { single, agreed, contested };
inline constexpr std::string_view kStandingNames[] = {"single", "agreed", "contested"};

/// `name`: actor, recipient, place, date, happened, or what is counted (killed, troops).
struct Field {
  std::string name;
  Standing standing = Standing::single;
  std::vector<Value> values;  ///< most independent sources first
};

/// An outlet of a story. `copies`: the outlet or agency whose report it only passes on; empty: it tells by itself.
struct Source {
  std::string name, copies;
  std::vector<std::string> documents;
};

struct Story {
  std::string id;  ///< 16 hexadecimal digits, of its first record's id
  std::string event, status;
  std::vector<std::string> mode;
  std::string first, last;        ///< days, ISO, as most records say; empty: none says one
  std::string reported;           ///< date of the earliest document
  std::vector<uint32_t> records;  ///< indexes into the records given, by document date and position
  std::vector<Source> sources;
  size_t documents = 0, independent = 0;
  std::vector<Field> fields;
};

/// Stories by day (else the day of the first report), type and id. `accounts` and `account_of` are kept for explanations; they hold views
/// into the records.
struct Situation {
  std::vector<Story> stories;
  std::vector<uint32_t> story_of, account_of;  ///< of each record given
  std::vector<Account> accounts;
};

/// Every record is in exactly one story, alone where nothing else tells of its event. A record given twice (same id) counts once. The
/// result is the same for any order of `records`, but for the indexes. The records must outlive the situation. Never fails.
[[nodiscard]] Situation merge(std::span<const record::Record> records);

/// Why two records are in one story, or are not.
struct Explanation {
  bool same_story = false, same_account = false;
  Verdict verdict;              ///< of the two accounts as they are
  std::vector<Reason> reasons;  ///< of `verdict`; for one account: of the two records alone
  double wanted = 0;            ///< points that the two accounts would need to be one by themselves
  double average = 0;           ///< over all accounts of the two stories; points where they are one
};
[[nodiscard]] Explanation explain(std::span<const record::Record> records, const Situation& situation, uint32_t a, uint32_t b);

}  // namespace isnad::story
