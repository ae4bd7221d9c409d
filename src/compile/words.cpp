// Verbs, nouns, adjectives and particles: from table rows to lemmas and all their written forms.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "compile/checks.h"
#include "compile/context.h"
#include "compile/tsv.h"

namespace isnad {
namespace {

using arabic::Form;

/// A row's error, at its file and line.
void report(CompileContext& c, const Table& t, const Row& r, const Error& e) { c.fail(t.error(r, e.what, e.remedy)); }

/// `marked`: a passive that writing tells from the active (usiba against asaba).
uint8_t verb_cost(const Form& f, int base, bool marked) {
  int cost = base;
  if (f.features.voice == arabic::Voice::passive) cost += marked ? 2 : 12;
  if (f.features.aspect == arabic::Aspect::imperative) cost += 26;
  if (f.features.person == arabic::Person::second) cost += 16;
  if (f.features.person == arabic::Person::first) cost += f.features.number == arabic::Number::singular ? 14 : 9;
  if (f.features.number == arabic::Number::dual) cost += 8;
  if (f.features.number == arabic::Number::plural && f.features.gender == arabic::Gender::feminine) cost += 10;
  if (f.variant) cost += 8;
  return uint8_t(cost);
}

/// Forms that differ in mood only become one entry without mood.
void add_verb_forms(CompileContext& c, uint32_t lemma, const std::vector<Form>& forms, int base) {
  std::map<std::tuple<std::u32string, Features, uint8_t>, std::pair<Features, uint8_t>,
           bool (*)(const std::tuple<std::u32string, Features, uint8_t>&, const std::tuple<std::u32string, Features, uint8_t>&)>
      merged([](const auto& a, const auto& b) {
        const auto key = [](const auto& t) {
          uint32_t bits;
          static_assert(sizeof bits == sizeof(Features));
          __builtin_memcpy(&bits, &std::get<1>(t), sizeof bits);
          return std::tuple(std::cref(std::get<0>(t)).get(), bits, std::get<2>(t));
        };
        return key(a) < key(b);
      });
  std::set<std::u32string> active;
  for (const Form& f : forms)
    if (f.features.voice == arabic::Voice::active && f.features.person == arabic::Person::third) active.insert(arabic::bare(f.surface));
  for (const Form& f : forms) {
    const bool marked = !active.count(arabic::bare(f.surface));
    const Features full = features_of(f.features, Upos::verb);
    Features without = full;
    without.with(Mood::none);
    const auto [it, fresh] = merged.try_emplace({arabic::bare(f.surface), without, attach_of(f)}, full, verb_cost(f, base, marked));
    if (!fresh) {
      if (!(it->second.first == full)) it->second.first.with(Mood::none);
      it->second.second = std::min(it->second.second, verb_cost(f, base, marked));
    }
  }
  for (const auto& [key, value] : merged) c.add_form(lemma, to_utf8(std::get<0>(key)), value.first, std::get<2>(key), value.second);
}

void add_nominal_forms(CompileContext& c, uint32_t lemma, const std::vector<Form>& forms, Features base, uint8_t cost) {
  for (const Form& f : forms) {
    Features features = features_of(f.features, base.upos());
    features.with(base.verb_form());
    c.add_form(lemma, to_utf8(f.surface), features, attach_of(f), nominal_cost(f, features, cost));
  }
}

uint64_t parse_government(CompileContext& c, const Table& t, const Row& r, std::string_view cell) {
  uint64_t out = 0;
  for (const std::string& way : alternatives(cell))
    for (const std::string& part : alternatives(way, '+')) {
      const std::string key = to_utf8(arabic::bare(to_utf32(part)));
      if (part == "obj") {
        out |= government::kObject;
      } else if (part == "obj2") {
        out |= government::kSecondObject;
      } else if (const auto it = c.prepositions.find(key); it != c.prepositions.end()) {
        out |= government::of(c.image.lemmas[it->second].preposition);
      } else if (c.image.clitics.size() && c.prepositions.count("=" + key)) {
        out |= government::kClause;
      } else {
        c.fail(
            t.error(r, fmt::format("unknown government '{}'", part), "obj, obj2, a preposition of ar/particles.tsv, or a complementiser"));
      }
    }
  return out;
}

uint64_t parse_verb_classes(CompileContext& c, const Table& t, const Row& r, std::string_view cell) {
  uint64_t out = 0;
  for (const std::string& word : alternatives(cell)) {
    if (const auto cls = enum_of<VerbClass>(kVerbClassNames, word))
      out |= bit(*cls);
    else if (word.starts_with("light."))
      out |= bit(VerbClass::light_bi);
    else
      c.fail(t.error(r, fmt::format("unknown class '{}'", word), fmt::format("allowed: {}", fmt::join(kVerbClassNames, " "))));
  }
  return out;
}

uint32_t add_masdar(CompileContext& c, uint32_t verb, const std::string& text, bool plain) {
  const uint32_t lemma = c.add_lemma(text, Upos::noun);
  Lemma& l = c.image.lemmas[lemma];
  l.base = verb;
  l.derivation = Derivation::masdar;
  const auto entry = arabic::masdar_entry(text);
  l.gender = entry.gender == "f" ? Gender::fem : Gender::masc;
  if (const auto forms = arabic::inflect_noun(entry))
    add_nominal_forms(c, lemma, *forms, Features{}.with(Upos::noun).with(VerbForm::masdar), cost::kMasdar);
  c.derivable.push_back({lemma, {}, plain});
  return lemma;
}

void add_participle(CompileContext& c, uint32_t verb, const std::string& text, Derivation derivation, bool derivable) {
  if (text.empty()) return;
  const uint32_t lemma = c.add_lemma(text, Upos::adj);
  if (derivable) c.derivable.push_back({lemma, {}, false});
  c.image.lemmas[lemma].base = verb;
  c.image.lemmas[lemma].derivation = derivation;
  c.adjectives.try_emplace(text, lemma);
  const auto forms = arabic::inflect_adjective({text, "", {}});
  const VerbForm form = derivation == Derivation::active_participle ? VerbForm::active_participle : VerbForm::passive_participle;
  if (forms) add_nominal_forms(c, lemma, *forms, Features{}.with(Upos::adj).with(form), cost::kParticiple);
}

/// The plurals of a cell that are spelled out and no sound ones.
std::vector<std::string> broken_plurals(std::string_view cell) {
  std::vector<std::string> out;
  for (std::string& plural : alternatives(cell)) {
    const std::u32string letters = arabic::bare(to_utf32(plural));
    const bool ending = letters.size() < 3 || letters.ends_with(U"\u0627\u062A") || letters.ends_with(U"\u0648\u0646");
    if (!ending) out.push_back(std::move(plural));
  }
  return out;
}

Features parse_features(CompileContext& c, const Table& t, const Row& r, std::string_view cell, Features f) {
  for (const std::string& pair : alternatives(cell)) {
    if (pair == "Gender=Masc")
      f.with(Gender::masc);
    else if (pair == "Gender=Fem")
      f.with(Gender::fem);
    else if (pair == "Number=Sing")
      f.with(Number::sing);
    else if (pair == "Number=Dual")
      f.with(Number::dual);
    else if (pair == "Number=Plur")
      f.with(Number::plur);
    else if (pair == "Person=1")
      f.with(Person::first);
    else if (pair == "Person=2")
      f.with(Person::second);
    else if (pair == "Person=3")
      f.with(Person::third);
    else if (pair == "Case=Nom")
      f.with(Case::nom);
    else if (pair == "Case=Acc")
      f.with(Case::acc);
    else if (pair == "Case=Gen")
      f.with(Case::gen);
    else if (pair.find('=') == std::string::npos)
      c.fail(t.error(r, fmt::format("'{}' is not Key=Value", pair)));
  }
  return f;
}

}  // namespace

void compile_priors(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/priors.tsv", "lemma upos cost");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    const auto upos = enum_of<Upos>(kUposNames, r[1]);
    if (!upos)
      c.fail(table->error(r, fmt::format("unknown part of speech '{}'", r[1]), "use a UPOS tag of Universal Dependencies"));
    else
      c.priors[{arabic::canonical_lemma(r[0]), *upos}] = std::atoi(r[2].c_str());
  }
}

void compile_particles(CompileContext& c) {
  c.image.clitics.assign(kCliticNames.size(), kNone);
  for (const std::string name : {"affixes", "particles"}) {
    const bool affixes = name == "affixes";
    auto table =
        read_table(c.folder + "/ar/" + name + ".tsv", affixes ? "form name upos lemma function" : "form upos lemma function features");
    if (!table) return c.unreadable(table.error());
    std::map<std::tuple<std::string, std::string, std::string>, uint32_t> seen;
    std::map<std::string, int> rank;
    for (const Row& r : table->rows) {
      const std::string& upos_cell = r[affixes ? 2 : 1];
      const std::string& lemma_cell = r[affixes ? 3 : 2];
      const std::string& function_cell = r[affixes ? 4 : 3];
      const auto upos = enum_of<Upos>(kUposNames, upos_cell);
      const auto function =
          function_cell.empty() ? Function::none : enum_of<Function>(kFunctionNames, function_cell).value_or(Function::count_);
      if (!upos || *upos == Upos::none)
        c.fail(table->error(r, fmt::format("unknown part of speech '{}'", upos_cell), "use a UPOS tag of Universal Dependencies"));
      if (function == Function::count_)
        c.fail(table->error(r, fmt::format("unknown function '{}'", function_cell),
                            fmt::format("allowed: {}", fmt::join(kFunctionNames, " "))));
      if (!upos || function == Function::count_) continue;
      const auto [it, fresh] = seen.try_emplace({lemma_cell, upos_cell, function_cell}, 0);
      if (fresh) {
        it->second = c.add_lemma(lemma_cell, *upos);
        Lemma& l = c.image.lemmas[it->second];
        l.function = function;
        if (*upos == Upos::adp) {
          const std::string key = to_utf8(arabic::bare(to_utf32(lemma_cell)));
          const auto [p, first] = c.prepositions.try_emplace(key, it->second);
          size_t count = 0;
          for (const auto& [k, v] : c.prepositions) count += k[0] != '=';
          if (!first)
            l.preposition = c.image.lemmas[p->second].preposition;
          else if (count <= 250)
            l.preposition = uint8_t(count);
        }
        if (function == Function::that) c.prepositions.try_emplace("=" + to_utf8(arabic::bare(to_utf32(lemma_cell))), it->second);
      }
      if (affixes) {
        for (size_t i = 0; i < kCliticNames.size(); ++i)
          if (kCliticNames[i] == r[1]) c.image.clitics[i] = it->second;
        continue;
      }
      if (r[4].find("Place=") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::place);
      if (r[4].find("Place=In") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::facility);
      if (r[4].find("Time=After") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::time);
      if (r[4].find("Time=During") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::meeting);
      if (r[4].find("Duty=Yes") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::planned);
      if (r[4].find("Part=Yes") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::quantity);
      if (r[4].find("Thing=Yes") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::abstract);
      if (r[4].find("Pair=Yes") != std::string::npos) c.image.lemmas[it->second].classes |= bit(NounClass::plural);
      Features f = parse_features(c, *table, r, r[4], Features{}.with(*upos));
      const bool pronoun = *upos == Upos::adp || *upos == Upos::sconj || *upos == Upos::cconj || function == Function::that ||
                           function == Function::quantifier || function == Function::contrast || *upos == Upos::part;
      const bool article =
          function == Function::quantifier || *upos == Upos::adj || (*upos == Upos::noun && f.kase() == Case::none);  // not dhu
      const uint8_t attach = uint8_t((pronoun ? attach::kPronoun : 0) | (article ? attach::kArticle : 0));
      const int order = rank[r[0]]++;
      if (function == Function::rel && r[0].starts_with("\u0627\u0644"))  // after li- the alif of "those who" isn't written
        c.add_form(it->second, r[0].substr(4), f, attach::kArticle | attach::kNeedsArticle,
                   uint8_t(cost::kParticle + (f.number() == Number::dual ? 14 : 8)));
      c.add_form(it->second, r[0], f, attach, uint8_t(cost::kParticle + 3 * std::min(order, 6)));
    }
  }
}

void compile_verbs(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/verbs.tsv", "lemma root form imperfect masdars government class");
  if (!table) return c.unreadable(table.error());
  RowChecks checks(c, *table);
  for (const Row& r : table->rows) {
    checks.verb(r);
    const auto paradigm = arabic::conjugate({r[0], r[1], r[2], r[3], alternatives(r[4])});
    if (!paradigm) {
      report(c, *table, r, paradigm.error());
      continue;
    }
    const uint32_t verb = c.add_lemma(r[0], Upos::verb);
    c.verbs.try_emplace(arabic::canonical_lemma(r[0]), verb);
    const uint64_t government = parse_government(c, *table, r, r[5]);
    const uint64_t classes = parse_verb_classes(c, *table, r, r[6]);
    Lemma& l = c.image.lemmas[verb];
    l.root = c.image.intern(r[1]);
    l.classes = classes;
    l.government = government;
    const bool passive = government != 0;
    std::vector<Form> forms;
    for (const Form& f : paradigm->forms)
      if (passive || f.features.voice != arabic::Voice::passive) forms.push_back(f);
    constexpr uint64_t kUsual = bit(VerbClass::light) | bit(VerbClass::happen) | bit(VerbClass::say_assert) | bit(VerbClass::say_reveal) |
                                bit(VerbClass::say_confirm) | bit(VerbClass::say_ask) | bit(VerbClass::say_deny) |
                                bit(VerbClass::say_accuse) | bit(VerbClass::phase_begin) | bit(VerbClass::cause) | bit(VerbClass::stative);
    const bool copula = (classes & bit(VerbClass::copula)) != 0;
    add_verb_forms(c, verb, forms, copula ? cost::kCopula : cost::kVerb + (r[2] == "I" ? 0 : 1) - (classes & kUsual ? 2 : 0));
    for (const std::string& m : paradigm->masdars)
      if (!c.nouns.count(m)) c.nouns[m] = add_masdar(c, verb, m, r[2] == "I");
    add_participle(c, verb, paradigm->active_participle, Derivation::active_participle, r[2] == "I");
    if (passive) add_participle(c, verb, paradigm->passive_participle, Derivation::passive_participle, r[2] == "I");
  }
}

void compile_nouns(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/nouns.tsv", "lemma gender plurals class root verb annexed");
  if (!table) return c.unreadable(table.error());
  RowChecks checks(c, *table);
  for (const Row& r : table->rows) {
    checks.noun(r);
    const auto names = alternatives(r[3]);
    const bool plural_only = std::find(names.begin(), names.end(), "plural") != names.end();
    const auto forms = arabic::inflect_noun({r[0], r[1], alternatives(r[2]), plural_only});
    if (!forms) {
      report(c, *table, r, forms.error());
      continue;
    }
    const ClassCell cell = parse_noun_classes(c, table->file, r.line, r[3]);
    const auto [it, fresh] = c.nouns.try_emplace(arabic::canonical_lemma(r[0]), 0);
    constexpr uint64_t kActs = bit(NounClass::event) | bit(NounClass::violence) | bit(NounClass::protest) | bit(NounClass::meeting) |
                               bit(NounClass::statement) | bit(NounClass::document) | bit(NounClass::disaster) | bit(NounClass::abstract);
    const bool masdar = !fresh && c.image.lemmas[it->second].derivation == Derivation::masdar;
    if (fresh || !masdar) it->second = c.add_lemma(r[0], Upos::noun);
    Lemma& l = c.image.lemmas[it->second];
    if (masdar && cell.classes != 0 && !(cell.classes & kActs) && r[5].empty()) {  // a month is no act of some verb spelled like it
      l.derivation = Derivation::none;
      l.base = kNone;
    }
    l.classes |= cell.classes;
    l.sector = cell.sector;
    l.gender = r[1] == "f" ? Gender::fem : Gender::masc;
    if (!r[4].empty()) l.root = c.image.intern(r[4]);
    if (!r[5].empty()) {
      const auto verb = c.verbs.find(arabic::canonical_lemma(r[5]));
      if (verb == c.verbs.end()) {
        c.fail(table->error(r, fmt::format("unknown verb '{}'", r[5]), "write the lemma as in ar/verbs.tsv"));
      } else if (l.base == kNone) {
        l.base = verb->second;
        const auto participle = c.adjectives.find(arabic::canonical_lemma(r[0]));  // "the accused" is whom somebody accused
        const bool passive =
            participle != c.adjectives.end() && c.image.lemmas[participle->second].derivation == Derivation::passive_participle;
        l.derivation = passive ? Derivation::passive_participle : Derivation::noun_of;
      }
    }
    if (r[6] == "subject")
      l.annexed = 1;
    else if (r[6] == "object")
      l.annexed = 2;
    else if (!r[6].empty())
      c.fail(table->error(r, fmt::format("unknown annexed role '{}'", r[6]), "subject or object"));
    const VerbForm form = l.derivation == Derivation::masdar ? VerbForm::masdar : VerbForm::none;
    add_nominal_forms(c, it->second, *forms, Features{}.with(Upos::noun).with(form), cost::kNoun);
    c.derivable.push_back({it->second, broken_plurals(r[2]), false});
  }
}

void compile_adjectives(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/adjectives.tsv", "lemma feminine plurals class root");
  if (!table) return c.unreadable(table.error());
  RowChecks checks(c, *table);
  for (const Row& r : table->rows) {
    checks.adjective(r);
    const auto forms = arabic::inflect_adjective({r[0], r[1], alternatives(r[2])});
    if (!forms) {
      report(c, *table, r, forms.error());
      continue;
    }
    const ClassCell cell = parse_noun_classes(c, table->file, r.line, r[3]);
    const auto [it, fresh] = c.adjectives.try_emplace(arabic::canonical_lemma(r[0]), 0);
    if (fresh) it->second = c.add_lemma(r[0], Upos::adj);
    Lemma& l = c.image.lemmas[it->second];
    l.classes |= cell.classes;
    l.sector = cell.sector;
    if (!r[4].empty()) l.root = c.image.intern(r[4]);
    Features f = Features{}.with(Upos::adj);
    if (l.derivation == Derivation::active_participle) f.with(VerbForm::active_participle);
    if (l.derivation == Derivation::passive_participle) f.with(VerbForm::passive_participle);
    add_nominal_forms(c, it->second, *forms, f, cost::kAdjective);
    c.derivable.push_back({it->second, {}, false});
  }
}

void compile_government(CompileContext& c) {
  auto table = read_table(c.folder + "/ar/government.tsv", "lemma upos government");
  if (!table) return c.unreadable(table.error());
  for (const Row& r : table->rows) {
    const bool noun = r[1] == kUposNames[size_t(Upos::noun)], adjective = r[1] == kUposNames[size_t(Upos::adj)];
    if (!noun && !adjective) {
      c.fail(table->error(r, fmt::format("'{}' is no part of speech of this file", r[1]), "NOUN or ADJ"));
      continue;
    }
    const auto& words = noun ? c.nouns : c.adjectives;
    const auto it = words.find(arabic::canonical_lemma(r[0]));
    if (it == words.end())
      c.fail(table->error(r, fmt::format("unknown word '{}'", r[0]), "write the lemma as in ar/nouns.tsv or ar/adjectives.tsv"));
    else
      c.image.lemmas[it->second].government |= parse_government(c, *table, r, r[2]);
  }
}

}  // namespace isnad
