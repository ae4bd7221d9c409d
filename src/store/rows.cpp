// Columns from records.
#include "store/rows.h"

namespace isnad::store {
namespace {

using record::Entity;
using record::Place;
using record::Record;

bool is_nobody(const Entity& e) { return e.id.empty() && e.code.empty() && e.country.empty() && e.sector.empty() && e.text.empty(); }

const std::string& name_of(const Entity& e) { return !e.name.en.empty() ? e.name.en : !e.name.ar.empty() ? e.name.ar : e.text; }

class RowMaker {
 public:
  explicit RowMaker(RecordRows& out) : out_(out) {}

  void add(const Record& r) {
    RecordRow& row = out_.records.emplace_back();
    coding(r, row), days(r, row);
    if (const PartyRow* p = parties(Role::actor, r.actor))
      row.source_actor = p->actor, row.source_country = p->country, row.source_sector = p->sector;
    if (const PartyRow* p = parties(Role::recipient, r.recipient))
      row.target_actor = p->actor, row.target_country = p->country, row.target_sector = p->sector;
    for (size_t i = 0; i < r.attribution.size(); ++i)
      if (r.attribution[i].who) party(Role::speaker, i, *r.attribution[i].who);
    if (const PlaceRow* p = place(Role::location, r.location))
      row.place = p->place, row.place_country = p->country, row.lat = p->lat, row.lon = p->lon;
    place(Role::origin, r.origin), place(Role::destination, r.destination);
    ++record_;
  }

 private:
  Piece piece(std::string_view s) {
    const Piece p{static_cast<uint32_t>(out_.text.size()), static_cast<uint32_t>(s.size())};
    out_.text += s;
    return p;
  }

  /// Words with blanks between.
  Piece joined(const std::vector<std::string>& words) {
    Piece out = piece("");
    for (const auto& w : words) out_.text += &w == words.data() ? "" : " ", out_.text += w;
    out.size = static_cast<uint32_t>(out_.text.size()) - out.begin;
    return out;
  }

  void coding(const Record& r, RecordRow& row) {
    row.id = piece(r.id), row.event = piece(r.event), row.mode = joined(r.mode), row.quad = piece(r.quad), row.score = r.score;
    row.status = piece(r.status), row.aux = joined(r.aux), row.salience = piece(r.salience), row.happened = r.happened();
    row.frame = piece(r.frame), row.confidence = r.confidence;
  }

  void days(const Record& r, RecordRow& row) {
    if (r.date && !(r.date->start.empty() && r.date->end.empty())) {
      const auto& d = *r.date;
      row.day = piece(d.start.empty() ? d.end : d.start), row.day_end = piece(d.end.empty() ? d.start : d.end);
      row.precision = piece(d.precision);
    } else if (!r.doc.date.empty()) {
      row.day = row.day_end = piece(r.doc.date), row.precision = piece("report");
    }
  }

  const PartyRow* party(Role role, size_t position, const Entity& e) {
    if (is_nobody(e)) return nullptr;
    return &out_.parties.emplace_back(PartyRow{record_, role, static_cast<int64_t>(position), piece(e.id), piece(e.code), piece(e.country),
                                               piece(e.sector), piece(name_of(e))});
  }

  /// All of a role; the first one's row, until the next is made.
  const PartyRow* parties(Role role, const std::vector<Entity>& all) {
    const size_t before = out_.parties.size();
    bool first = false;
    for (size_t i = 0; i < all.size(); ++i) first |= party(role, i, all[i]) != nullptr && i == 0;
    return first ? &out_.parties[before] : nullptr;
  }

  const PlaceRow* place(Role role, const std::optional<Place>& p) {
    if (!p) return nullptr;
    PlaceRow& row = out_.places.emplace_back();
    row.record = record_, row.role = role;
    row.place = piece(p->id), row.name_en = piece(p->name.en.empty() && p->name.ar.empty() ? p->text : p->name.en);
    row.name_ar = piece(p->name.ar), row.kind = piece(p->kind), row.admin1 = piece(p->admin1), row.country = piece(p->country);
    row.lat = p->lat, row.lon = p->lon;
    return &row;
  }

  RecordRows& out_;
  int64_t record_ = 0;
};

}  // namespace

RecordRows rows_of(std::span<const Record> records) {
  constexpr size_t kUsual = 256;  // bytes of text a record
  RecordRows out;
  out.text.reserve(kUsual * records.size());
  out.records.reserve(records.size()), out.parties.reserve(3 * records.size()), out.places.reserve(records.size());
  RowMaker maker(out);
  for (const Record& r : records) maker.add(r);
  return out;
}

}  // namespace isnad::store
