// Do two accounts tell of the same event? Points for and against, each with its rule; docs/stories.md has the table.
#pragma once

#include <string_view>
#include <vector>

#include "story/account.h"

namespace isnad::story {

struct Reason {
  std::string_view rule;  ///< "place.same", "day.apart"
  double points = 0;
};

/// `anchored`: place, parties or a count say more than that both are of one kind. `barred`: they can't be the same event. `grounds`: how
/// many of day, place, doer, target, words and numbers speak for it.
struct Verdict {
  double points = 0;
  int grounds = 0;
  bool anchored = false, barred = false;
};

enum class Match : uint8_t { same, compatible, unknown, different };

/// A known party against another: the same; one may be the other or part of it (a state and its army, gunmen and a group); nothing to
/// compare; others.
Match match(const Party& a, const Party& b);
/// The same, one within the other or beside it, or elsewhere. `unknown`: one has neither country nor coordinates.
Match match(const Place& a, const Place& b);

/// Symmetric. Appends reasons in a fixed order, where asked for.
Verdict compare(const Account& a, const Account& b, std::vector<Reason>* why = nullptr);

/// Least points for one story, between two accounts and between all of two clusters on average.
inline constexpr double kSame = 4, kSameOnAverage = 2;
/// The least where a day is only guessed: reports of one week tell of many acts of one kind in one place.
inline constexpr double kSameGuessed = 4.5;
/// Grounds that are wanted besides.
inline constexpr int kGrounds = 2;
/// Points that do for an account alone where no other story fits nearly as well: the next must have `kBetter` less, and the whole story
/// `kThinOnAverage` on average.
inline constexpr double kPerhaps = 3, kBetter = 1, kThinOnAverage = 1.5;
/// Days after an event in which reports still speak of it without its day.
inline constexpr Day kRecalled = 7;
/// What a pair that can't be the same counts in an average.
inline constexpr double kBarred = -8;

}  // namespace isnad::story
