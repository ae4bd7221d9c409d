// Arabic by code points, since sources are ASCII; each stands beside its English.
#include "export/brief_words.h"

#include <algorithm>
#include <array>

namespace isnad::exports {
namespace {

struct Pair {
  std::string_view english, arabic;
};
constexpr std::array<Pair, size_t(Label::count_)> kLabels{{
    {"Brief", "\u0645\u0648\u062C\u0632"},
    {"What happened", "\u0645\u0627 \u0648\u0642\u0639"},
    {"Announced, threatened, demanded",
     "\u0645\u0627 \u0623\u064F\u0639\u0644\u0646 \u0623\u0648 \u0647\u064F\u062F\u062F \u0628\u0647 \u0623\u0648 "
     "\u0637\u064F\u0644\u0628"},
    {"Denied", "\u0645\u0627 \u0646\u064F\u0641\u064A"},
    {"Documents", "\u0627\u0644\u0648\u062B\u0627\u0626\u0642"},
    {"No records fit.", "\u0644\u0627 \u0633\u062C\u0644\u0627\u062A \u0645\u0637\u0627\u0628\u0642\u0629."},
    {"Records:", "\u0627\u0644\u0633\u062C\u0644\u0627\u062A:"},
    {"background, not told here:",
     "\u0641\u064A \u0627\u0644\u062E\u0644\u0641\u064A\u0629 \u0648\u0644\u0627 \u062A\u064F\u0630\u0643\u0631 \u0647\u0646\u0627:"},
    {"by", "\u0627\u0644\u0641\u0627\u0639\u0644:"},
    {"to", "\u0627\u0644\u0645\u062A\u0644\u0642\u064A:"},
    {"what:", "\u0627\u0644\u0645\u0648\u0636\u0648\u0639:"},
    {"in", "\u0627\u0644\u0645\u0643\u0627\u0646:"},
    {"from", "\u0645\u0646:"},
    {"towards", "\u0625\u0644\u0649:"},
    {"according to", "\u0628\u062D\u0633\u0628:"},
    {"condition:", "\u0627\u0644\u0634\u0631\u0637:"},
    {"of", "\u0627\u0644\u0645\u0636\u0645\u0648\u0646:"},
    {", ", "\u060C "},
    {"contested", "\u0645\u0648\u0636\u0639 \u062E\u0644\u0627\u0641"},
    {"denied by", "\u064A\u0646\u0641\u064A\u0647:"},
    {"accused by", "\u064A\u062A\u0647\u0645\u0647:"},
    {"independent sources:", "\u0627\u0644\u0645\u0635\u0627\u062F\u0631 \u0627\u0644\u0645\u0633\u062A\u0642\u0644\u0629:"},
    {"Stories:", "\u0627\u0644\u0642\u0635\u0635:"},
    {"by", "\u0627\u0644\u0641\u0627\u0639\u0644"},
    {"in", "\u0627\u0644\u0645\u0643\u0627\u0646"},
    {"day", "\u0627\u0644\u064A\u0648\u0645"},
}};

struct Term {
  std::string_view term, english, arabic;
};
constexpr auto kTerms = std::to_array<Term>({
    {"ACCUSE", "accusation", "\u0627\u062A\u0647\u0627\u0645"},
    {"AGREE", "agreement", "\u0627\u062A\u0641\u0627\u0642"},
    {"AID", "aid", "\u0645\u0633\u0627\u0639\u062F\u0629"},
    {"ASSAULT", "assault", "\u0647\u062C\u0648\u0645"},
    {"COERCE", "coercion", "\u0625\u0643\u0631\u0627\u0647"},
    {"CONCEDE", "concession", "\u062A\u0646\u0627\u0632\u0644"},
    {"CONSULT", "consultation", "\u062A\u0634\u0627\u0648\u0631"},
    {"COOPERATE", "cooperation", "\u062A\u0639\u0627\u0648\u0646"},
    {"MOBILIZE", "mobilization", "\u062D\u0634\u062F"},
    {"PROTEST", "protest", "\u0627\u062D\u062A\u062C\u0627\u062C"},
    {"REJECT", "rejection", "\u0631\u0641\u0636"},
    {"REQUEST", "request", "\u0637\u0644\u0628"},
    {"RETREAT", "retreat", "\u062A\u0631\u0627\u062C\u0639"},
    {"SANCTION", "sanction", "\u0639\u0642\u0648\u0628\u0629"},
    {"SUPPORT", "support", "\u062A\u0623\u064A\u064A\u062F"},
    {"THREATEN", "threat", "\u062A\u0647\u062F\u064A\u062F"},
    {"abduct", "abduct", "\u062E\u0637\u0641"},
    {"abducted", "abducted", "\u0645\u062E\u0637\u0648\u0641\u0648\u0646"},
    {"access", "access", "\u0625\u062A\u0627\u062D\u0629 \u0627\u0644\u0648\u0635\u0648\u0644"},
    {"aerial", "aerial", "\u062C\u0648\u064A"},
    {"aircraft", "aircraft", "\u0637\u0627\u0626\u0631\u0627\u062A"},
    {"allege", "allege", "\u0627\u062F\u0639\u0627\u0621"},
    {"arrest", "arrest", "\u0627\u0639\u062A\u0642\u0627\u0644"},
    {"arrested", "arrested", "\u0645\u0639\u062A\u0642\u0644\u0648\u0646"},
    {"assist", "assist", "\u0645\u0633\u0627\u0639\u062F\u0629"},
    {"attacks", "attacks", "\u0647\u062C\u0645\u0627\u062A"},
    {"bases", "bases", "\u0642\u0648\u0627\u0639\u062F"},
    {"beat", "beat", "\u0636\u0631\u0628"},
    {"boycott", "boycott", "\u0645\u0642\u0627\u0637\u0639\u0629"},
    {"captured", "captured", "\u0623\u0633\u0631\u0649"},
    {"ceasefire", "ceasefire", "\u0648\u0642\u0641 \u0625\u0637\u0644\u0627\u0642 \u0627\u0644\u0646\u0627\u0631"},
    {"censor", "censor", "\u0631\u0642\u0627\u0628\u0629"},
    {"change", "change", "\u062A\u063A\u064A\u064A\u0631"},
    {"civilians", "civilians", "\u0645\u062F\u0646\u064A\u0648\u0646"},
    {"convict", "convict", "\u0625\u062F\u0627\u0646\u0629"},
    {"crowd-control", "crowd-control", "\u062A\u0641\u0631\u064A\u0642 \u062D\u0634\u0648\u062F"},
    {"curfew", "curfew", "\u062D\u0638\u0631 \u062A\u062C\u0648\u0644"},
    {"cyber", "cyber", "\u0633\u064A\u0628\u0631\u0627\u0646\u064A"},
    {"days", "days", "\u0623\u064A\u0627\u0645"},
    {"demanded", "demanded", "\u0645\u0637\u0644\u0648\u0628"},
    {"demo", "demo", "\u0645\u0638\u0627\u0647\u0631\u0629"},
    {"deport", "deport", "\u062A\u0631\u062D\u064A\u0644"},
    {"destroy", "destroy", "\u062A\u062F\u0645\u064A\u0631"},
    {"disapprove", "disapprove", "\u0627\u0633\u062A\u0646\u0643\u0627\u0631"},
    {"disarm", "disarm", "\u0646\u0632\u0639 \u0633\u0644\u0627\u062D"},
    {"discontinue", "discontinue", "\u0648\u0642\u0641"},
    {"displaced", "displaced", "\u0646\u0627\u0632\u062D\u0648\u0646"},
    {"drone", "drone", "\u0637\u0627\u0626\u0631\u0629 \u0645\u0633\u064A\u0631\u0629"},
    {"drones", "drones", "\u0637\u0627\u0626\u0631\u0627\u062A \u0645\u0633\u064A\u0631\u0629"},
    {"expel", "expel", "\u0637\u0631\u062F"},
    {"explosives", "explosives", "\u0645\u062A\u0641\u062C\u0631\u0627\u062A"},
    {"fighters", "fighters", "\u0645\u0642\u0627\u062A\u0644\u0648\u0646"},
    {"firearms", "firearms", "\u0623\u0633\u0644\u062D\u0629 \u0646\u0627\u0631\u064A\u0629"},
    {"heavy-weapons", "heavy-weapons", "\u0623\u0633\u0644\u062D\u0629 \u062B\u0642\u064A\u0644\u0629"},
    {"hunger", "hunger", "\u0625\u0636\u0631\u0627\u0628 \u0639\u0646 \u0627\u0644\u0637\u0639\u0627\u0645"},
    {"investigate", "investigate", "\u062A\u062D\u0642\u064A\u0642"},
    {"killed", "killed", "\u0642\u062A\u0644\u0649"},
    {"martial-law", "martial-law", "\u0623\u062D\u0643\u0627\u0645 \u0639\u0631\u0641\u064A\u0629"},
    {"meet", "meet", "\u0644\u0642\u0627\u0621"},
    {"militia", "militia", "\u0645\u064A\u0644\u064A\u0634\u064A\u0627"},
    {"misinformation", "misinformation", "\u062A\u0636\u0644\u064A\u0644"},
    {"missiles", "missiles", "\u0635\u0648\u0627\u0631\u064A\u062E"},
    {"missing", "missing", "\u0645\u0641\u0642\u0648\u062F\u0648\u0646"},
    {"money", "money", "\u0645\u0627\u0644"},
    {"multilateral", "multilateral", "\u0645\u062A\u0639\u062F\u062F \u0627\u0644\u0623\u0637\u0631\u0627\u0641"},
    {"obstruct", "obstruct", "\u0642\u0637\u0639 \u0637\u0631\u064A\u0642"},
    {"occurred", "occurred", "\u0648\u0642\u0639"},
    {"ongoing", "ongoing", "\u0645\u0633\u062A\u0645\u0631"},
    {"other", "number", "\u0639\u062F\u062F"},
    {"people", "people", "\u0623\u0634\u062E\u0627\u0635"},
    {"percent", "percent", "\u0628\u0627\u0644\u0645\u0626\u0629"},
    {"phone", "phone", "\u0647\u0627\u062A\u0641\u064A"},
    {"planned", "planned", "\u0645\u062E\u0637\u0637"},
    {"police", "police", "\u0634\u0631\u0637\u0629"},
    {"possible", "possible", "\u0645\u062D\u062A\u0645\u0644"},
    {"primitive", "primitive", "\u0633\u0644\u0627\u062D \u0623\u0628\u064A\u0636"},
    {"promised", "promised", "\u0645\u0648\u0639\u0648\u062F"},
    {"proposed", "proposed", "\u0645\u0642\u062A\u0631\u062D"},
    {"protesters", "protesters", "\u0645\u062D\u062A\u062C\u0648\u0646"},
    {"relations", "relations", "\u0639\u0644\u0627\u0642\u0627\u062A"},
    {"release", "release", "\u0625\u0641\u0631\u0627\u062C"},
    {"resign", "resign", "\u0627\u0633\u062A\u0642\u0627\u0644\u0629"},
    {"restrict", "restrict", "\u062A\u0642\u064A\u064A\u062F"},
    {"riot", "riot", "\u0634\u063A\u0628"},
    {"seize", "seize", "\u0627\u0633\u062A\u064A\u0644\u0627\u0621"},
    {"sexual", "sexual", "\u062C\u0646\u0633\u064A"},
    {"ships", "ships", "\u0633\u0641\u0646"},
    {"sites", "sites", "\u0645\u0648\u0627\u0642\u0639"},
    {"staff", "staff", "\u0645\u0648\u0638\u0641\u0648\u0646"},
    {"strike", "strike", "\u0625\u0636\u0631\u0627\u0628"},
    {"suicide-attack", "suicide-attack", "\u0647\u062C\u0648\u0645 \u0627\u0646\u062A\u062D\u0627\u0631\u064A"},
    {"targeted", "targeted", "\u0645\u0648\u062C\u0647"},
    {"territory", "territory", "\u0623\u0631\u0627\u0636"},
    {"third-party", "third-party", "\u0648\u0633\u0627\u0637\u0629"},
    {"threatened", "threatened", "\u0645\u0647\u062F\u062F \u0628\u0647"},
    {"torture", "torture", "\u062A\u0639\u0630\u064A\u0628"},
    {"troops", "troops", "\u0642\u0648\u0627\u062A"},
    {"unconventional", "unconventional", "\u063A\u064A\u0631 \u062A\u0642\u0644\u064A\u062F\u064A"},
    {"vandalize", "vandalize", "\u062A\u062E\u0631\u064A\u0628"},
    {"vehicles", "vehicles", "\u0622\u0644\u064A\u0627\u062A"},
    {"violence", "violence", "\u0639\u0646\u0641"},
    {"visit", "visit", "\u0632\u064A\u0627\u0631\u0629"},
    {"weapons", "weapons", "\u0623\u0633\u0644\u062D\u0629"},
    {"withdraw", "withdraw", "\u0627\u0646\u0633\u062D\u0627\u0628"},
    {"withhold", "withhold", "\u062D\u062C\u0628"},
    {"wounded", "wounded", "\u062C\u0631\u062D\u0649"},
    {"yield", "yield", "\u0625\u0630\u0639\u0627\u0646"},
});
static_assert(std::is_sorted(kTerms.begin(), kTerms.end(), [](const Term& a, const Term& b) { return a.term < b.term; }));

}  // namespace

std::string_view label(Label what, Tongue tongue) {
  const Pair& p = kLabels[size_t(what)];
  return tongue == Tongue::arabic ? p.arabic : p.english;
}

std::string_view word(std::string_view term, Tongue tongue) {
  const auto it = std::lower_bound(kTerms.begin(), kTerms.end(), term, [](const Term& t, std::string_view s) { return t.term < s; });
  if (it == kTerms.end() || it->term != term) return term;
  return tongue == Tongue::arabic ? it->arabic : it->english;
}

std::string_view name_in(const record::Name& name, const std::string& text, Tongue tongue) {
  const std::string &first = tongue == Tongue::arabic ? name.ar : name.en, &second = tongue == Tongue::arabic ? name.en : name.ar;
  return !first.empty() ? first : !second.empty() ? second : text;
}

}  // namespace isnad::exports
