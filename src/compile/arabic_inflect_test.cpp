// Tests of the inflection generator: conjugation and declension tables, errors, and what holds for every form.
//
// In the tables a form is followed by + where it occurs only before a pronoun, by | where no pronoun may follow, and by ~ where it is a
// tolerated second spelling. A row whose forms all take no pronoun says so once.
#include "compile/arabic_inflect.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "compile/arabic_hamza.h"
#include "compile/arabic_letters.h"
#include "compile/arabic_spelling.h"
#include "support/golden.h"

namespace isnad::arabic {
namespace {

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, by);) {
    if (!part.empty()) out.push_back(part);
  }
  return out;
}

/// The cells of an input line; missing ones are "-".
std::vector<std::string> cells(std::string_view input, size_t count) {
  std::vector<std::string> out = split(input.substr(0, input.find('\n')), ' ');
  out.resize(count, "-");
  return out;
}

std::vector<std::string> alternatives(const std::string& cell) { return cell == "-" ? std::vector<std::string>() : split(cell, '|'); }

// ---- dumps ------------------------------------------------------------------------------------------------------------------

std::string verb_row_name(const Features& f) {
  std::string out(name(f.aspect));
  if (f.mood != Mood::none) out += " " + std::string(name(f.mood));
  return out + " " + std::string(name(f.voice));
}

std::string nominal_row_name(const Features& f) {
  std::string out = std::string(name(f.gender)) + " " + std::string(name(f.number));
  if (f.grammatical_case != Case::none) out += " " + std::string(name(f.grammatical_case));
  return out + " " + std::string(name(f.state));
}

struct Row {
  std::string name;
  std::vector<Form> forms;
};

template <class Namer>
std::vector<Row> rows_of(const std::vector<Form>& forms, Namer row_name) {
  std::vector<Row> out;
  for (const Form& f : forms) {
    const std::string row = row_name(f.features);
    const auto it = std::find_if(out.begin(), out.end(), [&](const Row& r) { return r.name == row; });
    if (it == out.end())
      out.push_back({row, {f}});
    else
      it->forms.push_back(f);
  }
  return out;
}

std::string dump_row(const Row& row) {
  const bool none = std::none_of(row.forms.begin(), row.forms.end(), [](const Form& f) { return f.takes_pronoun; });
  std::string out = row.name + (none ? " (no pronoun):" : ":");
  for (const Form& f : row.forms) {
    out += " " + to_utf8(f.surface);
    if (f.needs_pronoun) out += '+';
    if (!f.takes_pronoun && !none) out += '|';
    if (f.variant) out += '~';
  }
  return out + "\n";
}

template <class Namer>
std::string dump_forms(const std::vector<Form>& forms, Namer row_name) {
  std::string out;
  for (const Row& row : rows_of(forms, row_name)) out += dump_row(row);
  return out;
}

std::string dump_verb(std::string_view input) {
  const auto c = cells(input, 5);
  const auto verb = conjugate({c[0], c[1], c[2], c[3], alternatives(c[4])});
  if (!verb) return verb.error().message() + "\n";
  std::string out = dump_forms(verb->forms, verb_row_name);
  if (!verb->active_participle.empty()) out += "active participle: " + verb->active_participle + "\n";
  if (!verb->passive_participle.empty()) out += "passive participle: " + verb->passive_participle + "\n";
  for (const std::string& masdar : verb->masdars) out += "masdar: " + masdar + "\n";
  return out;
}

std::string dump_nominal(const Result<std::vector<Form>>& forms) {
  return forms ? dump_forms(*forms, nominal_row_name) : forms.error().message() + "\n";
}

Result<std::vector<Form>> noun(std::string_view input) {
  const auto c = cells(input, 4);
  return inflect_noun({c[0], c[1], alternatives(c[2]), c[3] == "plural"});
}

Result<std::vector<Form>> adjective(std::string_view input) {
  const auto c = cells(input, 3);
  return inflect_adjective({c[0], c[1], alternatives(c[2])});
}

// ---- what holds for every form ----------------------------------------------------------------------------------------------

void check_forms(const std::vector<Form>& forms) {
  std::set<std::pair<std::u32string, Features>> seen;
  for (const Form& f : forms) {
    SCOPED_TRACE(to_utf8(f.surface));
    const std::u32string letters = bare(f.surface);
    EXPECT_FALSE(letters.empty());
    EXPECT_NE(letters.front(), letter::kHamza);
    EXPECT_TRUE(seen.insert({letters, f.features}).second);
    EXPECT_TRUE(f.takes_pronoun || !f.needs_pronoun);
    EXPECT_FALSE(f.needs_pronoun && f.takes_article);
    EXPECT_EQ(text_of(parse_spelling(f.surface)), f.surface);
  }
}

TEST(Inflect, Verbs) {
  check_golden("inflect/verbs.txt", [](std::string_view input) {
    const auto c = cells(input, 5);
    const auto verb = conjugate({c[0], c[1], c[2], c[3], {}});
    if (verb) check_forms(verb->forms);
    return dump_verb(input);
  });
}

TEST(Inflect, Nouns) {
  check_golden("inflect/nouns.txt", [](std::string_view input) {
    const auto forms = noun(input);
    if (forms) check_forms(*forms);
    return dump_nominal(forms);
  });
}

TEST(Inflect, Adjectives) {
  check_golden("inflect/adjectives.txt", [](std::string_view input) {
    const auto forms = adjective(input);
    if (forms) check_forms(*forms);
    return dump_nominal(forms);
  });
}

TEST(Inflect, ContradictoryVerbsAreErrors) {
  check_golden("inflect/errors.txt", [](std::string_view input) { return dump_verb(input); });
}

TEST(Inflect, OddNominalsAreErrors) {
  EXPECT_EQ(inflect_noun({"\xD8\xA8", "x", {}}).error().what, "unknown gender 'x'");
  EXPECT_FALSE(inflect_noun({"", "m", {}}).ok());
  EXPECT_FALSE(inflect_noun({"\xD8\xA8", "m", {""}}).ok());
  EXPECT_FALSE(inflect_adjective({"", "", {}}).ok());
}

TEST(Inflect, MasdarEntriesFollowTheirEnding) {
  const std::string ta_marbuta = to_utf8(std::u32string{letter::kAin, letter::kDal, letter::kTaMarbuta});
  EXPECT_EQ(masdar_entry(ta_marbuta).gender, "f");
  EXPECT_EQ(masdar_entry(to_utf8(std::u32string{letter::kAin, letter::kDal})).gender, "m");
}

// ---- spelling ---------------------------------------------------------------------------------------------------------------

TEST(Spelling, BareDropsEveryMark) {
  using namespace letter;
  const std::u32string text{kAlifWasla, kKasra, kBa, kShadda, kFatha, kTatweel, kTa, kSukun, kTanwinFath, kAlif, kSmallAlif};
  EXPECT_EQ(bare(text), (std::u32string{kAlif, kBa, kTa, kAlif}));
}

TEST(Spelling, LemmasOfEitherOrderAreOne) {
  using namespace letter;
  const std::string a = to_utf8(std::u32string{kBa, kShadda, kFatha, kTa, kSukun}), b = to_utf8(std::u32string{kBa, kFatha, kShadda, kTa});
  EXPECT_EQ(canonical_lemma(a), b);
  EXPECT_EQ(canonical_lemma(b), b);
}

TEST(Spelling, MissingMarksContradictNothing) {
  using namespace letter;
  const std::u32string full{kBa, kShadda, kFatha, kTa}, other{kBa, kDamma, kTa}, none{kBa, kTa}, only_shadda{kBa, kShadda, kTa};
  EXPECT_TRUE(compatible(full, none));
  EXPECT_TRUE(compatible(full, only_shadda));
  EXPECT_FALSE(compatible(full, other));
  EXPECT_FALSE(compatible(full, std::u32string{kBa}));
}

TEST(Hamza, EndingsWithAlifAskWhetherTheLetterBeforeJoins) {
  using namespace letter;
  EXPECT_EQ(hamza_seat_before_ending(Before::closed, kZay), kHamza);
  EXPECT_EQ(hamza_seat_before_ending(Before::closed, kBa), kYaHamza);
  EXPECT_EQ(hamza_seat_before_ending(Before::a, kBa), kAlifMadda);
  EXPECT_EQ(hamza_seat(Before::start, After::i), kAlifHamzaBelow);
}

}  // namespace
}  // namespace isnad::arabic
