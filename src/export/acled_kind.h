// Which of ACLED's sub-types is a record?
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "record/record.h"

namespace isnad::exports {

/// The 25 sub-types, in the order of the codebook (ACLED 2023).
enum class AcledKind : uint8_t {
  armed_clash,
  government_regains_territory,
  non_state_actor_overtakes_territory,
  peaceful_protest,
  protest_with_intervention,
  excessive_force_against_protesters,
  violent_demonstration,
  mob_violence,
  chemical_weapon,
  air_drone_strike,
  suicide_bomb,
  shelling,
  remote_explosive,
  grenade,
  sexual_violence,
  attack,
  abduction,
  agreement,
  arrests,
  change_to_group,
  disrupted_weapons_use,
  base_established,
  looting,
  non_violent_transfer_of_territory,
  other,
  count_
};

struct AcledNames {
  std::string_view disorder, type, sub_type;
};
const AcledNames& names_of(AcledKind kind);

/// Nothing: the record is of no kind that ACLED collects (statements, aid, sanctions, strikes without a demonstration ...), or too little
/// is known to tell. Grenades, mob violence, disrupted weapons and new bases are never told from neighbours by a record, so they don't
/// occur.
std::optional<AcledKind> acled_kind(const record::Record& record);

/// ACLED's codes of actor types: 1 state forces, 2 rebels, 3 political militias, 5 rioters, 6 protesters, 7 civilians, 8 external or other.
/// 0: not known. `home`: country of the place; forces of another state are external.
int acled_inter(const record::Entity& entity, std::string_view home);

}  // namespace isnad::exports
