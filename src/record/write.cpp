// Records to lines: members in the order of docs/record.md, what is not known left out.
#include "base/json.h"
#include "record/record.h"

namespace isnad::record {
namespace {

class Writer {
 public:
  explicit Writer(std::string& out) : json_(out) {}

  void write(const Record& r) {
    json_.open_object().member("id", r.id);
    document(r.doc);
    coding(r);
    entities("actor", r.actor), entities("recipient", r.recipient), entities("theme", r.theme), entities("means", r.means);
    place("location", r.location), place("origin", r.origin), place("destination", r.destination);
    date(r.date);
    list("quantity", r.quantity, [&](const Quantity& q) { quantity(q); });
    list("attribution", r.attribution, [&](const Attribution& a) { attribution(a); });
    list("condition", r.condition, [&](const Condition& c) { condition(c); });
    texts("content", r.content), texts("because", r.because), texts("retaliation_for", r.retaliation_for);
    grounds(r);
    json_.close_object();
  }

 private:
  void span(std::string_view name, const Range& range) {
    if (range.told()) json_.range(name, range.begin, range.end);
  }

  /// `all` as an array by `one` each; left out where it is empty.
  template <class T, class One>
  void list(std::string_view key, const std::vector<T>& all, const One& one) {
    if (all.empty()) return;
    json_.key(key).open_array();
    for (const T& x : all) one(x);
    json_.close_array();
  }

  void texts(std::string_view key, const std::vector<std::string>& all) {
    list(key, all, [&](const std::string& s) { json_.string(s); });
  }

  void document(const DocumentFacts& d) {
    json_.key("doc").open_object();
    json_.member("id", d.id).member("date", d.date).member("source", d.source).member("url", d.url);
    json_.member("title", d.title).member("language", d.language);
    json_.close_object();
  }

  void coding(const Record& r) {
    json_.member("event", r.event);
    texts("mode", r.mode), texts("context", r.context);
    json_.member("cameo", r.cameo).member("quad", r.quad).key("score").number(r.score).member("status", r.status);
    texts("aux", r.aux);
    json_.member("salience", r.salience);
  }

  void name(const Name& n) {
    if (!n.ar.empty() || !n.en.empty()) json_.key("name").open_object().member("ar", n.ar).member("en", n.en).close_object();
  }

  void words(std::string_view key, const std::optional<Words>& w) {
    if (!w) return;
    json_.key(key).open_object().member("text", w->text);
    span("span", w->span);
    json_.close_object();
  }

  void quantity(const Quantity& q) {
    json_.open_object().member("of", q.of).key("value").number(q.value);
    if (q.low) json_.key("low").number(*q.low);
    if (q.high) json_.key("high").number(*q.high);
    json_.member("text", q.text);
    span("span", q.span);
    json_.close_object();
  }

  void entity(const Entity& e) {
    json_.open_object().member("text", e.text);
    span("span", e.span);
    json_.member("id", e.id);
    name(e.name);
    json_.member("country", e.country).member("sector", e.sector).member("code", e.code).member("context_country", e.context_country);
    if (e.count) {
      json_.key("count");
      quantity(*e.count);
    }
    json_.member("via", e.via);
    words("mention", e.mention), words("antecedent", e.antecedent);
    texts("affiliation", e.affiliation);
    json_.member("title", e.title).close_object();
  }

  void entities(std::string_view key, const std::vector<Entity>& all) {
    list(key, all, [&](const Entity& e) { entity(e); });
  }

  void place(std::string_view key, const std::optional<Place>& p) {
    if (!p) return;
    json_.key(key).open_object().member("text", p->text);
    span("span", p->span);
    json_.member("id", p->id);
    name(p->name);
    if (p->lat && p->lon) json_.key("lat").number(*p->lat).key("lon").number(*p->lon);
    json_.member("kind", p->kind).member("admin1", p->admin1).member("country", p->country).member("precision", p->precision);
    if (p->offset) offset(*p->offset);
    words("mention", p->mention);
    json_.close_object();
  }

  void offset(const Offset& o) {
    json_.key("offset").open_object().key("km").number(o.km);
    if (o.bearing) json_.key("bearing").number(*o.bearing);
    json_.key("radius").number(o.radius).member("text", o.text);
    span("span", o.span);
    json_.close_object();
  }

  void date(const std::optional<Date>& d) {
    if (!d) return;
    json_.key("date").open_object();
    json_.member("start", d->start).member("end", d->end).member("precision", d->precision).member("text", d->text);
    span("span", d->span);
    json_.close_object();
  }

  void attribution(const Attribution& a) {
    json_.open_object();
    if (a.who) {
      json_.key("who");
      entity(*a.who);
    }
    json_.member("verb", a.verb).member("stance", a.stance).member("medium", a.medium);
    span("span", a.span);
    json_.close_object();
  }

  void condition(const Condition& c) {
    json_.open_object().member("kind", c.kind).member("text", c.text);
    span("span", c.span);
    json_.member("event", c.event).close_object();
  }

  void why(const Why& w) {
    json_.open_object().member("field", w.field).member("rule", w.rule);
    span("span", w.span);
    json_.close_object();
  }

  void grounds(const Record& r) {
    json_.key("trigger").open_object().member("text", r.trigger);
    span("span", r.trigger_span);
    json_.member("lemma", r.trigger_lemma).close_object();
    if (r.sentence >= 0) {
      json_.key("sentence").open_object().key("index").integer(r.sentence);
      span("span", r.sentence_span);
      json_.close_object();
    }
    json_.member("frame", r.frame);
    list("why", r.why, [&](const Why& w) { why(w); });
    json_.key("confidence").number(r.confidence);
  }

  Json json_;
};

}  // namespace

void append(const Record& record, std::string& out) { Writer(out).write(record); }

std::string write(const Record& record) {
  std::string out;
  append(record, out);
  return out;
}

}  // namespace isnad::record
