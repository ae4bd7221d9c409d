// Paradigms of a knowledge folder as a table of text.
#include "compile/paradigms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "compile/arabic_inflect.h"
#include "compile/tsv.h"

namespace isnad {
namespace {

using arabic::Features;
using arabic::Form;

void add_name(std::string& out, std::string_view name) {
  if (name == "none") return;
  if (!out.empty()) out += ' ';
  out += name;
}

std::string text_of(const Features& f, bool verb) {
  std::string out;
  for (const auto part : {name(f.aspect), name(f.mood), name(f.voice), name(f.person), name(f.gender), name(f.number)}) add_name(out, part);
  add_name(out, name(f.grammatical_case));
  if (!verb && f.state != arabic::State::any) add_name(out, name(f.state));
  return out.empty() ? "any" : out;
}

std::string attached_to(const Form& f) {
  std::string out;
  const auto add = [&](std::string_view what) { (out += out.empty() ? "" : "|") += what; };
  if (f.takes_article) add("article");
  if (f.takes_pronoun) add(f.needs_pronoun ? "pronoun!" : "pronoun");
  if (f.variant) add("variant");
  return out.empty() ? "-" : out;
}

class Printer {
 public:
  Printer(const std::string& folder, const std::vector<std::string>& wanted) : folder_(folder), wanted_(wanted), found_(wanted.size()) {
    out_.table = "lemma\tentry\tfeatures\tform\tattaches\n";
  }

  Paradigms run() && {
    each_row("verbs", "lemma root form imperfect masdars government class", [&](const Table& t, const Row& r) { print_verb(t, r); });
    each_row("nouns", "lemma gender plurals class root verb annexed", [&](const Table& t, const Row& r) {
      const auto classes = alternatives(r[3]);
      const bool plural = std::find(classes.begin(), classes.end(), "plural") != classes.end();
      print_nominal(t, r, arabic::inflect_noun({r[0], r[1], alternatives(r[2]), plural}));
    });
    each_row("adjectives", "lemma feminine plurals class root", [&](const Table& t, const Row& r) {
      print_nominal(t, r, arabic::inflect_adjective({r[0], r[1], alternatives(r[2])}));
    });
    for (size_t i = 0; i < wanted_.size(); ++i)
      if (!found_[i])
        out_.errors.push_back({folder_, 0, fmt::format("no entry has the lemma '{}'", wanted_[i]), "write it as ar/*.tsv does"});
    return std::move(out_);
  }

 private:
  template <class F>
  void each_row(std::string_view name, std::string_view columns, F print) {
    const auto table = read_table(fmt::format("{}/ar/{}.tsv", folder_, name), columns);
    if (!table) return out_.errors.push_back(table.error());
    for (const Row& r : table->rows) {
      entry_ = fmt::format("{}.tsv:{}", name, r.line);
      if (is_wanted(r[0])) print(*table, r);
    }
  }

  bool is_wanted(const std::string& lemma) {
    const std::string whole = arabic::canonical_lemma(lemma), letters = to_utf8(arabic::bare(to_utf32(lemma)));
    bool out = wanted_.empty();
    for (size_t i = 0; i < wanted_.size(); ++i) {
      if (arabic::canonical_lemma(wanted_[i]) != whole && wanted_[i] != letters) continue;
      found_[i] = out = true;
    }
    return out;
  }

  void print(const Row& r, std::string_view features, std::string_view form, std::string_view attaches) {
    ++out_.forms;
    fmt::format_to(std::back_inserter(out_.table), "{}\t{}\t{}\t{}\t{}\n", arabic::canonical_lemma(r[0]), entry_, features, form, attaches);
  }

  void print_forms(const Row& r, const std::vector<Form>& forms, bool verb) {
    for (const Form& f : forms) print(r, text_of(f.features, verb), to_utf8(f.surface), attached_to(f));
  }

  void print_verb(const Table& t, const Row& r) {
    const auto verb = arabic::conjugate({r[0], r[1], r[2], r[3], alternatives(r[4])});
    if (!verb) return out_.errors.push_back(t.error(r, verb.error().what, verb.error().remedy));
    print_forms(r, verb->forms, true);
    if (!verb->active_participle.empty()) print(r, "active participle", verb->active_participle, "-");
    if (!verb->passive_participle.empty()) print(r, "passive participle", verb->passive_participle, "-");
    for (const std::string& masdar : verb->masdars) print(r, "masdar", masdar, "-");
  }

  void print_nominal(const Table& t, const Row& r, const Result<std::vector<Form>>& forms) {
    if (!forms) return out_.errors.push_back(t.error(r, forms.error().what, forms.error().remedy));
    print_forms(r, *forms, false);
  }

  const std::string& folder_;
  const std::vector<std::string>& wanted_;
  std::vector<bool> found_;
  std::string entry_;
  Paradigms out_;
};

}  // namespace

Paradigms paradigms_of(const std::string& folder, const std::vector<std::string>& wanted) { return Printer(folder, wanted).run(); }

}  // namespace isnad
