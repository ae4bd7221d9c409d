// Who acts on whom, as formats with one source and one target a row need it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.h"

namespace isnad::exports {

/// English name, else the Arabic, else the words of the text.
std::string_view name_of(const record::Entity& entity);

/// True for codes that stand for many bodies of one sort: IGO, NGO, MNC, IMG, ISM.
bool is_collective(std::string_view country);

/// What identifies an actor over documents: its id, else its code with a country in it. Empty: it is not known, or only of which sector
/// it is (the police of many countries are not one actor).
std::string_view key_of(const record::Entity& entity);

/// Source and target; null: not told.
using Dyad = std::pair<const record::Entity*, const record::Entity*>;

/// Each actor with each recipient. Without recipients: several parties of a CONSULT, AGREE or COOPERATE with each other, in both
/// directions, as CAMEO codes meetings; else each actor alone. Without actors: each recipient alone. Neither: one empty dyad. At most
/// kMostParties of a side count.
std::vector<Dyad> dyads(const record::Record& record);
inline constexpr size_t kMostParties = 32;

/// The role code of CAMEO for a sector of PLOVER: JRN is MED there, MED is HLH. Empty: CAMEO has none.
std::string_view cameo_role(std::string_view sector);

/// What a sector is called in ICEWS' lists of sectors. Empty: none.
std::string_view sector_words(std::string_view sector);

}  // namespace isnad::exports
