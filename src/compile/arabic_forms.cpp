// Written forms: merging of duplicates, names of features.
#include "compile/arabic_forms.h"

#include <array>

#include "compile/arabic_spelling.h"

namespace isnad::arabic {
namespace {

constexpr std::array<std::string_view, 4> kAspects{"none", "perfect", "imperfect", "imperative"};
constexpr std::array<std::string_view, 3> kVoices{"none", "active", "passive"};
constexpr std::array<std::string_view, 4> kMoods{"none", "indicative", "subjunctive", "jussive"};
constexpr std::array<std::string_view, 4> kPersons{"none", "1", "2", "3"};
constexpr std::array<std::string_view, 3> kGenders{"none", "m", "f"};
constexpr std::array<std::string_view, 4> kNumbers{"none", "singular", "dual", "plural"};
constexpr std::array<std::string_view, 5> kCases{"none", "nominative", "accusative", "genitive", "oblique"};
constexpr std::array<std::string_view, 4> kStates{"any", "indefinite", "absolute", "construct"};

}  // namespace

std::string_view name(Aspect v) { return kAspects.at(size_t(v)); }
std::string_view name(Voice v) { return kVoices.at(size_t(v)); }
std::string_view name(Mood v) { return kMoods.at(size_t(v)); }
std::string_view name(Person v) { return kPersons.at(size_t(v)); }
std::string_view name(Gender v) { return kGenders.at(size_t(v)); }
std::string_view name(Number v) { return kNumbers.at(size_t(v)); }
std::string_view name(Case v) { return kCases.at(size_t(v)); }
std::string_view name(State v) { return kStates.at(size_t(v)); }

void FormList::add(Form form) {
  Form egyptian = form;
  egyptian.surface = with_egyptian_hamza(parse_spelling(form.surface));
  egyptian.variant = true;
  merge(std::move(form));
  if (!egyptian.surface.empty()) merge(std::move(egyptian));
}

void FormList::merge(Form form) {
  const auto [it, is_new] = seen_.try_emplace({bare(form.surface), form.features}, forms_.size());
  if (is_new) {
    forms_.push_back(std::move(form));
    return;
  }
  Form& old = forms_[it->second];
  old.surface = text_of(common_marks(parse_spelling(old.surface), parse_spelling(form.surface)));
  old.takes_pronoun = old.takes_pronoun || form.takes_pronoun;
  old.needs_pronoun = old.needs_pronoun && form.needs_pronoun;
  old.takes_article = old.takes_article || form.takes_article;
  old.variant = old.variant && form.variant;
}

Error entry_error(const std::string& what, const std::string& remedy) { return {"", 0, what, remedy}; }

}  // namespace isnad::arabic
