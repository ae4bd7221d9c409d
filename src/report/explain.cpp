// Explanations in readable lines.
#include "report/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/json.h"
#include "report/cells.h"

namespace isnad {
namespace {

constexpr size_t kIndent = 2, kName = 16;
constexpr std::string_view kBold = "\x1B[1m", kDim = "\x1B[2m", kReset = "\x1B[0m";
constexpr std::string_view kOpen = "\xC2\xAB", kClose = "\xC2\xBB";  // angle quotes, as Arabic has them

class Explainer {
 public:
  Explainer(const View& view, const TableLook& look, std::string& out) : view_(view), look_(look), out_(out) {}

  void explain(const Event& e) {
    put(hex_id(e.id) + "  " + coding_words(view_, e), kBold);
    out_ += '\n';
    sentence(e);
    for (size_t i = 0; i < kFieldNames.size(); ++i) field(e, Field(i));
    lines("confidence", confidence(e), {});
    out_ += '\n';
  }

 private:
  [[nodiscard]] const Events& events() const { return view_.reading.events; }

  void put(std::string_view text, std::string_view style = {}) {
    const bool styled = look_.color && !style.empty();
    if (styled) out_ += style;
    out_ += look_.isolates ? isolated(text) : std::string(text);
    if (styled) out_ += kReset;
  }

  /// "  name            text", wrapped; the name on the first line only.
  void lines(std::string_view name, const std::string& text, std::string_view style) {
    const size_t left = kIndent + kName;
    bool first = true;
    for (const auto& line : wrap_cell(clean_cell(text), std::max<size_t>(look_.width, left + 20) - left)) {
      out_.append(kIndent, ' ');
      put(first ? name : std::string_view(), kDim);
      out_.append(kName - (first ? std::min(kName, name.size()) : 0), ' ');
      put(line, style);
      out_ += '\n';
      first = false;
    }
  }

  void sentence(const Event& e) {
    if (!e.sentence) return;
    const Span s = view_.reading.text.sentences[e.sentence.value].span;
    if (!s.contains(e.trigger)) return lines("sentence", std::string(view_.at(s)), {});
    const auto text =
        fmt::format("{}[[{}]]{}", view_.at({s.begin, e.trigger.begin}), view_.at(e.trigger), view_.at({e.trigger.end, s.end}));
    lines(fmt::format("sentence {}", e.sentence.value + 1), text, {});
  }

  static std::string confidence(const Event& e) {
    std::string out;
    Json(out).number(e.confidence);
    return out;
  }

  std::vector<std::string> fillers(const Event& e, Slot slot) const {
    std::vector<std::string> out;
    for (const EntityId id : Events::slice(events().fillers, e.fillers[size_t(slot)])) out.push_back(actor(entity_facts(view_, id)));
    return out;
  }

  /// Name, words, code, and how the words led to the name.
  std::string actor(const EntityFacts& f) const {
    std::string out = actor_words(f, look_.names);
    const bool named = !f.name_ar.empty() || !f.name_en.empty();
    if (const auto code = f.code(); named && !code.empty()) out += fmt::format(" [{}]", code);
    if (!f.context_country.empty()) out += fmt::format(" [in {}]", f.context_country);
    if (!f.title.empty()) out += fmt::format(", {}", f.title);
    if (named || !f.referent.empty()) out += fmt::format(", by {}", f.via);
    if (!f.rule.empty()) out += fmt::format(" ({})", f.rule);
    return out;
  }

  std::vector<std::string> place(EntityId id) const {
    if (!id) return {};
    const PlaceFacts f = place_facts(view_, id);
    std::string out = place_words(f, look_.names);
    if (!f.kind.empty()) out += fmt::format(", {}", f.kind);
    if (!f.admin1.empty()) out += fmt::format(" in {}", f.admin1);
    return {out};
  }

  std::vector<std::string> linked(Slice s) const {
    std::vector<std::string> out;
    for (const EventId id : Events::slice(events().links, s)) {
      const Event& e = view_.event(id);
      out.push_back(fmt::format("{} {} {}", coding_words(view_, e), quoted(e.trigger), hex_id(e.id)));
    }
    return out;
  }

  [[nodiscard]] std::string quoted(Span s) const { return fmt::format("{}{}{}", kOpen, view_.at(s), kClose); }

  std::vector<std::string> value(const Event& e, Field field) const {
    switch (field) {
      case Field::event:
        return {fmt::format("{}, frame {}", coding_words(view_, e), frame_of(view_, e))};
      case Field::actor:
        return fillers(e, Slot::actor);
      case Field::recipient:
        return fillers(e, Slot::recipient);
      case Field::theme:
        return fillers(e, Slot::theme);
      case Field::means:
        return fillers(e, Slot::means);
      case Field::location:
        return place(e.location);
      case Field::origin:
        return place(e.origin);
      case Field::destination:
        return place(e.destination);
      case Field::date:
        return date(e);
      case Field::quantity:
        return quantities(e);
      case Field::attribution:
        return attributions(e);
      case Field::condition:
        return conditions(e);
      case Field::content:
        return linked(e.content);
      case Field::because:
        return linked(e.because);
      case Field::retaliation_for:
        return linked(e.retaliation_for);
      case Field::status:
        return {std::string(kEventStatusNames[size_t(e.status)])};
      case Field::aux:
        return auxiliaries(e);
      case Field::salience:
        return {e.background ? "background" : "main"};
      case Field::mode:
        return mode(e);
      case Field::count_:
        break;
    }
    return {};
  }

  std::vector<std::string> date(const Event& e) const {
    if (e.date >= view_.reading.mentions.dates.size()) return {};
    const DateMention& d = view_.reading.mentions.dates[e.date];
    return {fmt::format("{} ({})", date_words(view_, d), d.rule)};
  }

  std::vector<std::string> quantities(const Event& e) const {
    std::vector<std::string> out;
    for (const QuantityRef& q : Events::slice(events().quantities, e.quantities)) out.push_back(quantity_words(view_, q));
    return out;
  }

  std::vector<std::string> attributions(const Event& e) const {
    std::vector<std::string> out;
    for (const AttributionRef& a : Events::slice(events().attributions, e.attributions))
      out.push_back(fmt::format("{} {}", attribution_words(view_, a, look_.names), quoted(a.span)));
    return out;
  }

  std::vector<std::string> conditions(const Event& e) const {
    std::vector<std::string> out;
    for (const ConditionRef& c : Events::slice(events().conditions, e.conditions))
      out.push_back(fmt::format("{} {}", c.kind, quoted(c.span)));
    return out;
  }

  static std::vector<std::string> auxiliaries(const Event& e) {
    std::vector<std::string> out;
    for (size_t i = 0; i < kAuxNames.size(); ++i)
      if (e.aux >> i & 1) out.emplace_back(kAuxNames[i]);
    return out;
  }

  std::vector<std::string> mode(const Event& e) const {
    if (e.mode == 0) return {};
    return {std::string(mode_of(view_, e))};
  }

  void field(const Event& e, Field field) {
    const auto values = value(e, field);
    std::vector<Evidence> why;
    for (const Evidence& w : Events::slice(events().evidence, e.evidence))
      if (w.field == field) why.push_back(w);
    if (values.empty() && why.empty()) return;
    std::string_view name = kFieldNames[size_t(field)];
    for (const auto& v : values) lines(std::exchange(name, {}), v, {});
    for (const Evidence& w : why)
      lines(std::exchange(name, {}), fmt::format("from {} by rule {}", w.span.empty() ? "no words" : quoted(w.span), w.rule), kDim);
  }

  const View& view_;
  const TableLook& look_;
  std::string& out_;
};

}  // namespace

size_t append_explanations(const View& view, const TableLook& look, std::string_view prefix, std::string& out) {
  size_t found = 0;
  for (const Event& e : view.reading.events.events) {
    if (!hex_id(e.id).starts_with(prefix)) continue;
    Explainer(view, look, out).explain(e);
    ++found;
  }
  return found;
}

}  // namespace isnad
