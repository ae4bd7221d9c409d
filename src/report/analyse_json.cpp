// The layers as one JSON object. Indices are those of the layers' own vectors, so that they can be followed.
#include <cmath>

#include "base/json.h"
#include "report/analyse.h"
#include "report/facts.h"
#include "report/features_text.h"
#include "report/links.h"
#include "report/offsets.h"
#include "report/record.h"
#include "report/surface.h"

namespace isnad {
namespace {

class LayerWriter {
 public:
  LayerWriter(const View& view, std::string& out)
      : view_(view), reading_(view.reading), points_(view.document.text()), out_(out), json_(out) {}

  void write(uint32_t layers) {
    json_.open_object();
    json_.key("doc").open_object().member("id", view_.document.id).member("date", view_.document.date).close_object();
    for (size_t i = 0; i < kLayerNames.size(); ++i)
      if (layers >> i & 1) layer(Layer(i));
    json_.close_object();
    out_ += '\n';
  }

 private:
  void layer(Layer layer) {
    json_.key(kLayerNames[size_t(layer)]);
    switch (layer) {
      case Layer::text:
        return text();
      case Layer::words:
        return words();
      case Layer::mentions:
        return mentions();
      case Layer::names:
        return names();
      case Layer::clauses:
        return clauses();
      case Layer::places:
        return places();
      case Layer::entities:
        return entities();
      case Layer::events:
        return events();
      case Layer::count_:
        break;
    }
  }

  void span(Span bytes, std::string_view name = "span") {
    const Span s = points_.at(bytes);
    json_.range(name, s.begin, s.end);
  }
  template <class Tag>
  void index(std::string_view name, Id<Tag> id) {
    if (id) json_.key(name).integer(id.value);
  }
  void index(std::string_view name, uint32_t i) {
    if (i != kNone) json_.key(name).integer(i);
  }
  void flag(std::string_view name, bool set) {
    if (set) json_.key(name).boolean(true);
  }
  template <class F>
  void list(std::string_view name, F fill) {
    json_.key(name).open_array();
    fill();
    json_.close_array();
  }

  void text() {
    static constexpr std::array<std::string_view, 3> kKinds{"body", "title", "item"};
    json_.open_object();
    list("sentences", [&] {
      for (const Sentence& s : reading_.text.sentences) {
        json_.open_object().member("kind", kKinds[size_t(s.kind)]).key("paragraph").integer(s.paragraph).key("tokens");
        json_.open_array().integer(s.first.value).integer(s.last.value).close_array();
        span(s.span);
        json_.member("text", view_.at(s.span)).close_object();
      }
    });
    list("notes", [&] {
      for (const Diagnostic& d : reading_.text.notes) {
        json_.open_object().member("what", d.what);
        span(d.span);
        json_.close_object();
      }
    });
    json_.close_object();
  }

  void words() {
    const WordLinks links = link_words(view_);
    json_.open_array();
    for (size_t i = 0; i < reading_.words.size(); ++i) {
      const Word& w = reading_.words.words[i];
      json_.open_object().member("form", word_form(view_, WordId::at(i))).key("token").integer(w.token.value);
      span(w.span);
      if (w.lemma) json_.member("lemma", view_.lexicon.lemma_text(w.lemma));
      json_.member("upos", kUposNames[size_t(w.features.upos())]).member("features", features_text(w.features));
      index("head", links.head[i]);
      json_.member("relation", links.relation[i]);
      flag("guess", w.guess);
      json_.key("margin").integer(w.margin).close_object();
    }
    json_.close_array();
  }

  void mentions() {
    static constexpr std::array<std::string_view, 4> kAttachments{"none", "annexed", "apposed", "coordinated"};
    json_.open_object();
    list("phrases", [&] {
      for (const Phrase& p : reading_.mentions.phrases) {
        json_.open_object().member("kind", kPhraseKindNames[size_t(p.kind)]).member("text", view_.at(p.span));
        span(p.span);
        index("head", p.head), index("preposition", p.preposition), index("outer", p.outer);
        if (p.outer) json_.member("attachment", kAttachments[size_t(p.attachment)]);
        flag("definite", p.definite), flag("negated", p.negated);
        index("date", p.date), index("number", p.number);
        json_.close_object();
      }
    });
    list("dates", [&] {
      for (const DateMention& d : reading_.mentions.dates) {
        const DateFacts f = date_facts(view_, d);
        json_.open_object()
            .member("text", f.text)
            .member("start", f.start)
            .member("end", f.end)
            .member("precision", f.precision)
            .member("rule", d.rule);
        span(d.span);
        json_.close_object();
      }
    });
    list("numbers", [&] {
      for (const NumberMention& n : reading_.mentions.numbers) {
        json_.open_object().member("text", view_.at(n.span)).key("value").number(n.value).key("low").number(n.low);
        if (std::isfinite(n.high)) json_.key("high").number(n.high);
        index("counted", n.counted);
        flag("ordinal", n.ordinal), flag("percent", n.percent);
        json_.member("rule", n.rule);
        span(n.span);
        json_.close_object();
      }
    });
    json_.close_object();
  }

  void names() {
    json_.open_array();
    for (const ProperName& p : reading_.mentions.proper) {
      json_.open_object().member("type", kProperTypeNames[size_t(p.type)]).member("text", view_.at(p.span));
      span(p.span);
      json_.member("rule", p.rule).close_object();
    }
    json_.close_array();
  }

  void argument(const Argument& a) {
    json_.open_object().member("role", kArgumentRoleNames[size_t(a.role)]);
    index("phrase", a.phrase), index("clause", a.clause);
    if (a.preposition) json_.member("preposition", view_.lexicon.lemma_text(a.preposition));
    flag("inherited", a.inherited);
    json_.member("rule", a.rule).close_object();
  }

  void clauses() {
    json_.open_array();
    for (const Clause& c : reading_.clauses.clauses) {
      json_.open_object().member("text", c.predicate ? view_.at(reading_.words[c.predicate].span) : std::string_view());
      if (c.lemma) json_.member("lemma", view_.lexicon.lemma_text(c.lemma));
      index("predicate", c.predicate), index("parent", c.parent), index("sentence", c.sentence);
      span(c.span);
      json_.member("kind", kPredicateKindNames[size_t(c.kind)])
          .member("link", kLinkNames[size_t(c.link)])
          .member("tense", kTenseNames[size_t(c.tense)]);
      if (c.phase != Phase::none) json_.member("phase", kPhaseNames[size_t(c.phase)]);
      if (c.modality != Modality::none) json_.member("modality", kModalityNames[size_t(c.modality)]);
      flag("negated", c.negated), flag("passive", c.passive), flag("question", c.question), flag("background", c.background);
      list("arguments", [&] {
        for (const Argument& a : reading_.clauses.arguments_of(c)) argument(a);
      });
      json_.close_object();
    }
    json_.close_array();
  }

  void places() {
    json_.open_array();
    for (const PlaceMention& m : reading_.entities.places) {
      const PlaceFacts f = named_place_facts(view_, m);
      json_.open_object().member("text", f.text);
      span(f.span);
      json_.member("id", f.id).member("name", f.name_en).member("kind", f.kind).member("admin1", f.admin1).member("country", f.country);
      if (f.lat) json_.key("lat").number(*f.lat).key("lon").number(*f.lon);
      if (m.distance > 0) offset(m);
      json_.member("rule", m.rule).close_object();
    }
    json_.close_array();
  }

  /// "30 kilometres north of": the point that is meant, and how far off it may be.
  void offset(const PlaceMention& m) {
    const Point p = point_of(view_.lexicon, m);
    json_.key("point").open_object().key("km").number(m.distance);
    if (m.bearing >= 0) json_.key("bearing").number(m.bearing);
    json_.key("lat").number(p.lat).key("lon").number(p.lon).key("radius").number(p.radius);
    span(m.from);
    json_.close_object();
  }

  void entities() {
    json_.open_array();
    for (size_t i = 0; i < reading_.entities.entities.size(); ++i) {
      const Entity& e = reading_.entities.entities[i];
      const EntityFacts f = entity_facts(view_, EntityId::at(i));
      json_.open_object().member("text", f.text);
      span(f.span);
      index("phrase", e.phrase), index("antecedent", e.antecedent);
      json_.member("kind", kEntityKindNames[size_t(e.kind)]).member("id", f.id).member("name", f.name_en).member("code", f.code());
      json_.member("country", f.country)
          .member("sector", f.sector)
          .member("context_country", f.context_country)
          .member("via", f.via)
          .member("rule", f.rule);
      json_.close_object();
    }
    json_.close_array();
  }

  void events() {
    json_.open_array();
    for (const Event& e : reading_.events.events) {
      record_.clear();
      append_record(view_, points_, e, record_);
      json_.raw(record_);
    }
    json_.close_array();
  }

  const View& view_;
  const Reading& reading_;
  CodePoints points_;
  std::string& out_;
  std::string record_;
  Json json_;
};

}  // namespace

void append_analysis_json(const View& view, uint32_t layers, std::string& out) { LayerWriter(view, out).write(layers); }

}  // namespace isnad
