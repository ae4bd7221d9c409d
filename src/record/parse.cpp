// Lines to records, by simdjson. The first member of a wrong type is remembered with the way to it.
#include <simdjson.h>

#include <cmath>

#include "record/record.h"

namespace isnad::record {
namespace {

using simdjson::SUCCESS;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// The members of one object, and the way to it from the record. What is absent or `null` leaves `out` as it is.
class Members {
 public:
  Members(object members, std::string& trouble) : members_(members), trouble_(trouble) {}
  Members(object members, const Members& above, std::string_view name, int index = -1)
      : members_(members), trouble_(above.trouble_), above_(&above), name_(name), index_(index) {}

  void text(std::string_view key, std::string& out) const {
    const auto value = find(key);
    if (!value) return;
    std::string_view s;
    if (value->get_string().get(s) == SUCCESS)
      out = s;
    else
      wrong(key, "is no text");
  }

  void number(std::string_view key, double& out) const {
    if (const auto value = find(key); value && value->get_double().get(out) != SUCCESS) wrong(key, "is no number");
  }

  void number(std::string_view key, std::optional<double>& out) const {
    const auto value = find(key);
    if (value && value->get_double().get(out.emplace()) != SUCCESS) wrong(key, "is no number");
  }

  void degrees(std::string_view key, double most, std::optional<double>& out) const {
    number(key, out);
    if (out && !(std::fabs(*out) <= most)) wrong(key, "is beyond " + std::to_string(static_cast<int>(most)) + " degrees");
  }

  void integer(std::string_view key, int64_t& out) const {
    if (const auto value = find(key); value && value->get_int64().get(out) != SUCCESS) wrong(key, "is no whole number");
  }

  void range(std::string_view key, Range& out) const {
    const auto value = find(key);
    if (!value) return;
    array pair;
    Range r;
    const bool good = value->get_array().get(pair) == SUCCESS && pair.size() == 2 && pair.at(0).get_int64().get(r.begin) == SUCCESS &&
                      pair.at(1).get_int64().get(r.end) == SUCCESS && 0 <= r.begin && r.begin <= r.end;
    if (good)
      out = r;
    else
      wrong(key, "is no span [begin, end]");
  }

  void texts(std::string_view key, std::vector<std::string>& out) const {
    const auto all = list(key);
    if (!all) return;
    for (const element e : *all) {
      std::string_view s;
      if (e.get_string().get(s) != SUCCESS) return wrong(key, "holds what is no text");
      out.emplace_back(s);
    }
  }

  template <class T>
  void objects(std::string_view key, std::vector<T>& out, void (*read)(const Members&, T&)) const {
    const auto all = list(key);
    if (!all) return;
    int index = 0;
    for (const element e : *all) {
      object o;
      if (e.get_object().get(o) != SUCCESS) return wrong(key, "holds what is no object");
      read(Members(o, *this, key, index++), out.emplace_back());
    }
  }

  /// Calls `read` with the members of the object at `key`.
  template <class Read>
  void inside(std::string_view key, const Read& read) const {
    const auto value = find(key);
    if (!value) return;
    object o;
    if (value->get_object().get(o) != SUCCESS) return wrong(key, "is no object");
    read(Members(o, *this, key));
  }

  template <class T>
  void one(std::string_view key, std::optional<T>& out, void (*read)(const Members&, T&)) const {
    inside(key, [&](const Members& m) { read(m, out.emplace()); });
  }

 private:
  [[nodiscard]] std::optional<element> find(std::string_view key) const {
    element e;
    if (members_[key].get(e) != SUCCESS || e.is_null()) return std::nullopt;
    return e;
  }

  /// The list at `key`; nothing where it is absent or no list.
  [[nodiscard]] std::optional<array> list(std::string_view key) const {
    const auto value = find(key);
    if (!value) return std::nullopt;
    array a;
    if (value->get_array().get(a) == SUCCESS) return a;
    wrong(key, "is no list");
    return std::nullopt;
  }

  [[nodiscard]] std::string path() const {
    if (above_ == nullptr) return {};
    return above_->path() + std::string(name_) + (index_ < 0 ? "" : "[" + std::to_string(index_) + "]") + ".";
  }

  void wrong(std::string_view key, std::string_view what) const {
    if (trouble_.empty()) trouble_ = "\"" + path() + std::string(key) + "\" " + std::string(what);
  }

  object members_;
  std::string& trouble_;
  const Members* above_ = nullptr;
  std::string_view name_;
  int index_ = -1;
};

void read_name(const Members& m, Name& out) { m.text("ar", out.ar), m.text("en", out.en); }

void read_words(const Members& m, Words& out) { m.text("text", out.text), m.range("span", out.span); }

void read_quantity(const Members& m, Quantity& out) {
  m.text("of", out.of), m.number("value", out.value), m.number("low", out.low), m.number("high", out.high);
  m.text("text", out.text), m.range("span", out.span);
}

void read_entity(const Members& m, Entity& out) {
  m.text("text", out.text), m.range("span", out.span), m.text("id", out.id);
  m.inside("name", [&](const Members& n) { read_name(n, out.name); });
  m.text("country", out.country), m.text("sector", out.sector), m.text("code", out.code), m.text("context_country", out.context_country);
  m.one("count", out.count, read_quantity);
  m.text("via", out.via), m.one("mention", out.mention, read_words), m.one("antecedent", out.antecedent, read_words);
  m.texts("affiliation", out.affiliation), m.text("title", out.title);
}

void read_offset(const Members& m, Offset& out) {
  m.number("km", out.km), m.number("bearing", out.bearing), m.number("radius", out.radius);
  m.text("text", out.text), m.range("span", out.span);
}

void read_place(const Members& m, Place& out) {
  m.text("text", out.text), m.range("span", out.span), m.text("id", out.id);
  m.inside("name", [&](const Members& n) { read_name(n, out.name); });
  m.degrees("lat", 90, out.lat), m.degrees("lon", 180, out.lon);
  if (!out.lat || !out.lon) out.lat = out.lon = std::nullopt;
  m.text("kind", out.kind), m.text("admin1", out.admin1), m.text("country", out.country), m.text("precision", out.precision);
  m.one("offset", out.offset, read_offset);
  m.one("mention", out.mention, read_words);
}

void read_date(const Members& m, Date& out) {
  m.text("start", out.start), m.text("end", out.end), m.text("precision", out.precision), m.text("text", out.text);
  m.range("span", out.span);
}

void read_attribution(const Members& m, Attribution& out) {
  m.one("who", out.who, read_entity);
  m.text("verb", out.verb), m.text("stance", out.stance), m.text("medium", out.medium), m.range("span", out.span);
}

void read_condition(const Members& m, Condition& out) {
  m.text("kind", out.kind), m.text("text", out.text), m.range("span", out.span), m.text("event", out.event);
}

void read_why(const Members& m, Why& out) { m.text("field", out.field), m.text("rule", out.rule), m.range("span", out.span); }

void read_document(const Members& m, DocumentFacts& out) {
  m.text("id", out.id), m.text("date", out.date), m.text("source", out.source), m.text("url", out.url);
  m.text("title", out.title), m.text("language", out.language);
}

void read_coding(const Members& m, Record& out) {
  m.text("id", out.id), m.inside("doc", [&](const Members& d) { read_document(d, out.doc); });
  m.text("event", out.event), m.texts("mode", out.mode), m.texts("context", out.context);
  m.text("cameo", out.cameo), m.text("quad", out.quad), m.number("score", out.score), m.text("status", out.status);
  m.texts("aux", out.aux), m.text("salience", out.salience);
  m.objects("actor", out.actor, read_entity), m.objects("recipient", out.recipient, read_entity);
  m.one("location", out.location, read_place), m.one("origin", out.origin, read_place), m.one("destination", out.destination, read_place);
  m.one("date", out.date, read_date), m.objects("attribution", out.attribution, read_attribution);
  m.text("frame", out.frame), m.number("confidence", out.confidence);
}

void read_rest(const Members& m, Record& out) {
  m.objects("theme", out.theme, read_entity), m.objects("means", out.means, read_entity);
  m.objects("quantity", out.quantity, read_quantity), m.objects("condition", out.condition, read_condition);
  m.texts("content", out.content), m.texts("because", out.because), m.texts("retaliation_for", out.retaliation_for);
  m.inside("trigger",
           [&](const Members& t) { t.text("text", out.trigger), t.range("span", out.trigger_span), t.text("lemma", out.trigger_lemma); });
  m.inside("sentence", [&](const Members& s) { s.integer("index", out.sentence), s.range("span", out.sentence_span); });
  m.objects("why", out.why, read_why);
}

Error no_record(std::string what) { return {"", 0, "no record: " + std::move(what), "docs/record.md says what each member is"}; }

}  // namespace

struct Parser::State {
  simdjson::dom::parser parser;
};

Parser::Parser() : state_(std::make_unique<State>()) {}
Parser::~Parser() = default;

Result<Record> Parser::parse(std::string_view json) {
  element root;
  if (const auto code = state_->parser.parse(json.data(), json.size()).get(root); code != SUCCESS)
    return Error{"", 0, std::string("broken JSON: ") + simdjson::error_message(code),
                 "one record a line, as isnad read --format jsonl writes it"};
  object members;
  if (root.get_object().get(members) != SUCCESS) return no_record("not an object");
  Record out;
  std::string trouble;
  const Members all(members, trouble);
  read_coding(all, out), read_rest(all, out);
  if (!trouble.empty()) return no_record(std::move(trouble));
  if (out.event.empty()) return no_record("\"event\" is missing");
  return out;
}

Result<Record> parse(std::string_view json) { return Parser().parse(json); }

}  // namespace isnad::record
