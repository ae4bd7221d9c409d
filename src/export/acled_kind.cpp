// From PLOVER's types and modes to ACLED's. Sub-types: ACLED Codebook (2023); which record is which is our reading of both codebooks.
#include "export/acled_kind.h"

#include <algorithm>

namespace isnad::exports {
namespace {

using record::Entity;
using record::Record;

constexpr std::string_view kViolence = "Political violence", kDemonstrations = "Demonstrations", kStrategic = "Strategic developments",
                           kBoth = "Political violence; Demonstrations";
constexpr std::string_view kBattles = "Battles", kProtests = "Protests", kRiots = "Riots", kRemote = "Explosions/Remote violence",
                           kCivilians = "Violence against civilians";
constexpr std::array<AcledNames, size_t(AcledKind::count_)> kNames{{
    {kViolence, kBattles, "Armed clash"},
    {kViolence, kBattles, "Government regains territory"},
    {kViolence, kBattles, "Non-state actor overtakes territory"},
    {kDemonstrations, kProtests, "Peaceful protest"},
    {kDemonstrations, kProtests, "Protest with intervention"},
    {kBoth, kProtests, "Excessive force against protesters"},
    {kDemonstrations, kRiots, "Violent demonstration"},
    {kViolence, kRiots, "Mob violence"},
    {kViolence, kRemote, "Chemical weapon"},
    {kViolence, kRemote, "Air/drone strike"},
    {kViolence, kRemote, "Suicide bomb"},
    {kViolence, kRemote, "Shelling/artillery/missile attack"},
    {kViolence, kRemote, "Remote explosive/landmine/IED"},
    {kViolence, kRemote, "Grenade"},
    {kViolence, kCivilians, "Sexual violence"},
    {kViolence, kCivilians, "Attack"},
    {kViolence, kCivilians, "Abduction/forced disappearance"},
    {kStrategic, kStrategic, "Agreement"},
    {kStrategic, kStrategic, "Arrests"},
    {kStrategic, kStrategic, "Change to group/activity"},
    {kStrategic, kStrategic, "Disrupted weapons use"},
    {kStrategic, kStrategic, "Headquarters or base established"},
    {kStrategic, kStrategic, "Looting/property destruction"},
    {kStrategic, kStrategic, "Non-violent transfer of territory"},
    {kStrategic, kStrategic, "Other"},
}};

struct Rule {
  std::string_view event, mode;
  AcledKind kind;
};

/// What type and mode alone tell.
constexpr auto kRules = std::to_array<Rule>({{"ASSAULT", "aerial", AcledKind::air_drone_strike},
                                             {"ASSAULT", "drone", AcledKind::air_drone_strike},
                                             {"ASSAULT", "suicide-attack", AcledKind::suicide_bomb},
                                             {"ASSAULT", "heavy-weapons", AcledKind::shelling},
                                             {"ASSAULT", "explosives", AcledKind::remote_explosive},
                                             {"ASSAULT", "unconventional", AcledKind::chemical_weapon},
                                             {"ASSAULT", "sexual", AcledKind::sexual_violence},
                                             {"ASSAULT", "abduct", AcledKind::abduction},
                                             {"ASSAULT", "destroy", AcledKind::looting},
                                             {"ASSAULT", "crowd-control", AcledKind::protest_with_intervention},
                                             {"PROTEST", "demo", AcledKind::peaceful_protest},
                                             {"PROTEST", "obstruct", AcledKind::peaceful_protest},
                                             {"PROTEST", "riot", AcledKind::violent_demonstration},
                                             {"PROTEST", "vandalize", AcledKind::violent_demonstration},
                                             {"COERCE", "arrest", AcledKind::arrests},
                                             {"RETREAT", "ceasefire", AcledKind::agreement},
                                             {"RETREAT", "withdraw", AcledKind::change_to_group},
                                             {"RETREAT", "disarm", AcledKind::change_to_group},
                                             {"RETREAT", "release", AcledKind::other},
                                             {"MOBILIZE", "troops", AcledKind::change_to_group},
                                             {"MOBILIZE", "weapons", AcledKind::change_to_group},
                                             {"MOBILIZE", "police", AcledKind::change_to_group},
                                             {"MOBILIZE", "militia", AcledKind::change_to_group}});

bool holds(const std::vector<std::string>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

/// Armed people or a state; people who are neither; nobody told, or told too vaguely.
enum class Side : uint8_t { nobody, civilians, fighters };

Side side_of(const std::vector<Entity>& all) {
  Side out = Side::nobody;
  for (const Entity& e : all) {
    const int inter = acled_inter(e, {});
    if (inter != 0) out = std::max(out, inter == 7 ? Side::civilians : Side::fighters);
  }
  return out;
}

bool any_killed(const Record& r) {
  return std::any_of(r.quantity.begin(), r.quantity.end(), [](const record::Quantity& q) { return q.of == "killed"; });
}

/// An attack by hand, firearms or no told means: on fighters a clash, or a violent demonstration where the others are civilians; on others
/// an attack, unless CAMEO says fighting and nobody is told to be unarmed.
AcledKind attack_or_clash(const Record& r) {
  const Side actor = side_of(r.actor), recipient = side_of(r.recipient);
  if (recipient == Side::fighters) return actor == Side::civilians ? AcledKind::violent_demonstration : AcledKind::armed_clash;
  const bool fighting = r.cameo.starts_with("19") && recipient == Side::nobody && r.recipient.empty();
  return fighting ? AcledKind::armed_clash : AcledKind::attack;
}

/// A seizure of land: by fighting it would be an ASSAULT.
std::optional<AcledKind> seizure(const Record& r) {
  if (!holds(r.mode, "seize")) return std::nullopt;
  return holds(r.context, "territory") ? AcledKind::non_violent_transfer_of_territory : AcledKind::looting;
}

std::optional<AcledKind> agreement(const Record& r) {
  constexpr auto kOfConflict = std::to_array<std::string_view>({"military", "territory", "peacekeeping"});
  const bool conflict = std::any_of(kOfConflict.begin(), kOfConflict.end(), [&](std::string_view c) { return holds(r.context, c); });
  return conflict && (r.cameo == "057" || r.cameo == "0871") ? std::optional(AcledKind::agreement) : std::nullopt;
}

}  // namespace

const AcledNames& names_of(AcledKind kind) { return kNames[size_t(kind)]; }

std::optional<AcledKind> acled_kind(const Record& r) {
  for (const Rule& rule : kRules) {
    if (rule.event != r.event || !holds(r.mode, rule.mode)) continue;
    const bool deadly = rule.kind == AcledKind::protest_with_intervention && any_killed(r);
    return deadly ? AcledKind::excessive_force_against_protesters : rule.kind;
  }
  if (r.event == "ASSAULT") return attack_or_clash(r);
  if (r.event == "COERCE") return seizure(r);
  if (r.event == "PROTEST" && r.mode.empty()) return AcledKind::peaceful_protest;
  return agreement(r);
}

int acled_inter(const Entity& e, std::string_view home) {
  constexpr auto kState = std::to_array<std::string_view>({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"});
  constexpr auto kMilitia = std::to_array<std::string_view>({"UAF", "PRM", "PTY", "CRM"});
  const auto among = [&](const auto& all) { return std::find(all.begin(), all.end(), std::string_view(e.sector)) != all.end(); };
  if (e.sector == "REB") return 2;
  if (among(kMilitia)) return 3;
  if (among(kState) || (e.sector.empty() && !e.country.empty())) return e.country.empty() || e.country == home ? 1 : 8;
  return e.sector.empty() || e.sector == "UNK" ? 0 : 7;
}

}  // namespace isnad::exports
