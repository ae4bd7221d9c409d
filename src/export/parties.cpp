// Names, sectors and pairs.
#include "export/parties.h"

#include <algorithm>
#include <array>

namespace isnad::exports {
namespace {

struct Sector {
  std::string_view plover, cameo, words;
};

/// Roles: CAMEO codebook 1.1b3, chapter 3; sectors: PLOVER 2.0 draft; words: the first levels of ICEWS' sector tree.
constexpr auto kSectors = std::to_array<Sector>({{"GOV", "GOV", "Government"},
                                                 {"MIL", "MIL", "Government,Military"},
                                                 {"COP", "COP", "Government,Police"},
                                                 {"JUD", "JUD", "Government,Judicial"},
                                                 {"LEG", "LEG", "Government,Legislative / Parliamentary"},
                                                 {"PTY", "PTY", "Parties"},
                                                 {"REB", "REB", "Dissident,Rebel"},
                                                 {"UAF", "UAF", "Unidentified Forces"},
                                                 {"SPY", "SPY", "Government,Intelligence"},
                                                 {"PRM", "UAF", "Unidentified Forces"},
                                                 {"AGR", "AGR", "Social,Agricultural"},
                                                 {"BUS", "BUS", "Business"},
                                                 {"CRM", "CRM", "Criminals / Gangs"},
                                                 {"CVL", "CVL", "Social,General Population / Civilian / Social"},
                                                 {"EDU", "EDU", "Social,Education"},
                                                 {"ELI", "ELI", "Elite"},
                                                 {"JRN", "MED", "Social,Media"},
                                                 {"LAB", "LAB", "Social,Labor"},
                                                 {"MED", "HLH", "Social,Medical / Health"},
                                                 {"REF", "REF", "Refugees / Displaced"},
                                                 {"OPP", "OPP", "Dissident"},
                                                 {"PRE", "ELI", "Elite"},
                                                 {"REL", "", "Social,Religious"},
                                                 {"SOC", "CVL", "Social,General Population / Civilian / Social"}});

const Sector* sector(std::string_view code) {
  const auto it = std::find_if(kSectors.begin(), kSectors.end(), [&](const Sector& s) { return s.plover == code; });
  return it == kSectors.end() ? nullptr : &*it;
}

bool is_mutual(std::string_view event) { return event == "CONSULT" || event == "AGREE" || event == "COOPERATE"; }

}  // namespace

std::string_view name_of(const record::Entity& e) { return !e.name.en.empty() ? e.name.en : !e.name.ar.empty() ? e.name.ar : e.text; }

bool is_collective(std::string_view country) {
  constexpr auto kCollective = std::to_array<std::string_view>({"IGO", "NGO", "MNC", "IMG", "ISM"});
  return std::find(kCollective.begin(), kCollective.end(), country) != kCollective.end();
}

std::string_view key_of(const record::Entity& e) {
  if (!e.id.empty() || e.country.empty() || is_collective(e.country)) return e.id;
  return e.code.empty() ? e.country : e.code;
}

std::vector<Dyad> dyads(const record::Record& r) {
  const size_t actors = std::min(r.actor.size(), kMostParties), recipients = std::min(r.recipient.size(), kMostParties);
  std::vector<Dyad> out;
  for (size_t i = 0; i < actors; ++i)
    for (size_t j = 0; j < recipients; ++j) out.emplace_back(&r.actor[i], &r.recipient[j]);
  if (!out.empty()) return out;
  if (actors > 1 && is_mutual(r.event)) {
    for (size_t i = 0; i < actors; ++i)
      for (size_t j = 0; j < actors; ++j)
        if (i != j) out.emplace_back(&r.actor[i], &r.actor[j]);
    return out;
  }
  for (size_t i = 0; i < actors; ++i) out.emplace_back(&r.actor[i], nullptr);
  for (size_t j = 0; j < recipients; ++j) out.emplace_back(nullptr, &r.recipient[j]);
  if (out.empty()) out.emplace_back(nullptr, nullptr);
  return out;
}

std::string_view cameo_role(std::string_view code) {
  const Sector* found = sector(code);
  return found != nullptr ? found->cameo : std::string_view();
}

std::string_view sector_words(std::string_view code) {
  const Sector* found = sector(code);
  return found != nullptr ? found->words : std::string_view();
}

}  // namespace isnad::exports
