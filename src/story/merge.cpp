// Records to accounts, document by document; accounts to stories; what stories say is in fields.cpp.
#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

#include "story/blocks.h"
#include "story/cluster.h"
#include "story/fields.h"
#include "story/story.h"

namespace isnad::story {
namespace {

using record::Record;
using Records = std::span<const Record>;

// -- order

auto place_in_text(const Record& r) { return std::tie(r.doc.date, r.doc.id, r.doc.source, r.sentence, r.trigger_span.begin, r.id); }

bool earlier(const Record& a, const Record& b) {
  const auto x = place_in_text(a), y = place_in_text(b);
  if (x != y) return x < y;
  return record::write(a) < record::write(b);
}

/// Indexes in an order that depends on nothing but the records.
std::vector<uint32_t> ordered(Records records) {
  std::vector<uint32_t> out(records.size());
  std::iota(out.begin(), out.end(), 0U);
  std::sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) { return earlier(records[a], records[b]); });
  return out;
}

bool same_document(const Record& a, const Record& b) {
  return a.doc.id == b.doc.id && a.doc.date == b.doc.date && a.doc.source == b.doc.source;
}

// -- within a document

constexpr double kSameInDocument = 2.5, kSameInDocumentOnAverage = 1.5;
constexpr double kMoved = -2;   // where the report has gone on to another place
constexpr size_t kWindow = 60;  // records of a document that one is compared with

/// Points for standing near each other: a report goes on about what it reports.
double nearness(const Record& a, const Record& b) {
  const int64_t apart = std::abs(a.sentence - b.sentence);
  if (apart <= 1 || std::min(a.sentence, b.sentence) <= 0) return 1.5;
  return apart <= 3 ? 1 : 0.5;
}

double points_of(const Verdict& v) { return v.barred ? kBarred : v.points; }

/// One document's records, in order.
class OneDocument {
 public:
  OneDocument(Records records, const Gazetteer& gazetteer, std::span<const uint32_t> members) : records_(records), members_(members) {
    for (const uint32_t m : members) accounts_.push_back(account_of(records[m], m, contents(records[m]), gazetteer));
    for (size_t i = 0; i < members.size(); ++i)
      if (is_only_meant(records[members[i]])) accounts_[i].stage = Stage::meant;
  }

  void append_accounts(std::vector<Account>& out) const {
    std::vector<Edge> edges;
    for (uint32_t i = 0; i < accounts_.size(); ++i)
      for (uint32_t j = i + 1; j < std::min(accounts_.size(), i + kWindow); ++j)
        if (const double p = points(i, j); p >= kSameInDocument) edges.push_back({i, j, p});
    const auto of = cluster(accounts_.size(), std::move(edges), kSameInDocumentOnAverage, [&](auto a, auto b) { return points(a, b); });
    std::map<uint32_t, size_t> at;  // least member to index in `out`
    for (uint32_t i = 0; i < accounts_.size(); ++i) {
      const auto [where, fresh] = at.try_emplace(of[i], out.size());
      if (fresh)
        out.push_back(accounts_[i]);
      else
        unite(out[where->second], accounts_[i]);
    }
  }

 private:
  [[nodiscard]] double points(uint32_t i, uint32_t j) const {
    return points_of(compare(accounts_[i], accounts_[j])) + nearness(records_[members_[i]], records_[members_[j]]) +
           (moved(i, j) ? kMoved : 0);
  }

  /// Whether the report went on to another place between two records, of which one names none: "in Beirut ...; they threw stones ...; and
  /// in Tripoli ...".
  [[nodiscard]] bool moved(uint32_t i, uint32_t j) const {
    const uint32_t bare = accounts_[i].places.empty() ? i : j, other = bare == i ? j : i;
    if (!accounts_[bare].places.empty() || accounts_[other].places.empty()) return false;
    for (uint32_t k = bare; k-- > 0;) {
      const auto& places = accounts_[k].places;
      if (places.empty()) continue;
      return k != other && std::all_of(places.begin(), places.end(), [&](const Place& p) {
               const auto& those = accounts_[other].places;
               return std::all_of(those.begin(), those.end(), [&](const Place& q) { return match(p, q) == Match::different; });
             });
    }
    return false;
  }

  /// What is threatened, demanded or agreed on is not done yet, whatever its own words say; but to agree on a ceasefire is one, and what is
  /// accepted (a resignation) may have been done.
  [[nodiscard]] bool is_only_meant(const Record& r) const {
    if (std::find(r.mode.begin(), r.mode.end(), "ceasefire") != r.mode.end()) return false;
    return std::any_of(members_.begin(), members_.end(), [&](uint32_t m) {
      const Record& holder = records_[m];
      const bool commits = holder.event == "THREATEN" || holder.event == "REQUEST" || (holder.event == "AGREE" && holder.frame != "accept");
      return commits && std::find(holder.content.begin(), holder.content.end(), r.id) != holder.content.end();
    });
  }

  /// Types of the events that a record threatens, promises or demands.
  [[nodiscard]] std::vector<std::string_view> contents(const Record& r) const {
    std::vector<std::string_view> out;
    for (const auto& id : r.content)
      for (const uint32_t m : members_)
        if (records_[m].id == id) out.emplace_back(records_[m].event);
    return out;
  }

  Records records_;
  std::span<const uint32_t> members_;
  std::vector<Account> accounts_;
};

/// The countries that a document speaks of most, at most two.
std::vector<std::string_view> countries_in(Records records, std::span<const uint32_t> members) {
  std::map<std::string_view, size_t> counts;
  for (const uint32_t m : members) {
    const Record& r = records[m];
    for (const auto* p : {&r.location, &r.origin, &r.destination})
      if (*p) ++counts[(*p)->country];
    for (const auto* list : {&r.actor, &r.recipient})
      for (const auto& e : *list) ++counts[e.country], ++counts[e.context_country];
  }
  counts.erase("");
  std::vector<std::string_view> out;
  for (int n = 0; n < 2 && !counts.empty(); ++n) {
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    out.push_back(most->first);
    counts.erase(most);
  }
  return out;
}

std::vector<Place> places_named(const Account& a) {
  std::vector<Place> out = a.places;
  out.insert(out.end(), a.setting.begin(), a.setting.end());
  return out;
}

/// Where a document's records are set, none twice; countries only where it names no place within one.
std::vector<Place> setting_of(std::span<const Account> accounts, const std::vector<std::string_view>& countries) {
  constexpr size_t kMost = 8;
  std::vector<Place> out;
  for (const Account& a : accounts)
    for (const Place& p : places_named(a)) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const Place& x) { return x.id == p.id; });
      if (!known && p.kind != "country" && out.size() < kMost) out.push_back(p);
    }
  if (out.empty())
    for (const auto c : countries) out.push_back({c, c, "", "country"});
  return out;
}

// -- across documents

struct Accounts {
  std::vector<Account> list;
  std::vector<std::vector<std::string_view>> countries;  // of the document of each
};

Gazetteer gazetteer_of(Records records, std::span<const uint32_t> order) {
  Gazetteer out;
  for (const uint32_t i : order)
    for (const auto* p : {&records[i].location, &records[i].origin, &records[i].destination})
      if (*p && !(*p)->id.empty()) out.try_emplace((*p)->id, &**p);
  return out;
}

Accounts accounts_of(Records records, std::span<const uint32_t> order) {
  Accounts out;
  const Gazetteer gazetteer = gazetteer_of(records, order);
  for (size_t i = 0, j = 0; i < order.size(); i = j) {
    while (j < order.size() && same_document(records[order[i]], records[order[j]])) ++j;
    const auto members = order.subspan(i, j - i);
    const size_t first = out.list.size();
    OneDocument(records, gazetteer, members).append_accounts(out.list);
    const auto countries = countries_in(records, members);
    const auto setting = setting_of(std::span(out.list).subspan(first), countries);
    for (size_t a = first; a < out.list.size(); ++a) out.list[a].setting = setting;
    out.countries.resize(out.list.size(), countries);
  }
  return out;
}

struct Found {
  std::vector<Edge> sure, perhaps;
};

bool days_named(const Account& a, const Account& b) { return a.days.own && b.days.own; }

Found edges_of(const Accounts& accounts) {
  Found out;
  for (const auto& [a, b] : candidates(accounts.list, accounts.countries)) {
    const Verdict v = compare(accounts.list[a], accounts.list[b]);
    if (v.barred || v.grounds < kGrounds) continue;
    if (v.points < (days_named(accounts.list[a], accounts.list[b]) ? kPerhaps : kSameGuessed)) continue;
    (v.anchored && v.points >= kSame ? out.sure : out.perhaps).push_back({a, b, v.points});
  }
  return out;
}

/// What joins two clusters.
struct Link {
  double sum = 0;
  size_t pairs = 0;
  [[nodiscard]] double average() const { return sum / double(pairs); }
};

using Points = std::function<double(uint32_t, uint32_t)>;

/// Mean points of an account with those of a cluster.
double mean(uint32_t account, const std::vector<uint32_t>& members, const Points& points) {
  double sum = 0;
  for (const uint32_t m : members) sum += points(std::min(account, m), std::max(account, m));
  return sum / double(members.size());
}

/// The other end of a chain of joins; of two thin ones that point at each other the lesser.
uint32_t end_of(const std::map<uint32_t, uint32_t>& into, uint32_t c) {
  for (size_t step = 0; step <= into.size(); ++step) {
    const auto next = into.find(c);
    if (next == into.end()) return c;
    const auto back = into.find(next->second);
    if (back != into.end() && back->second == c) return std::min(c, next->second);
    c = next->second;
  }
  return c;
}

using Links = std::map<uint32_t, Link>;  // by the other cluster

std::map<uint32_t, Links> links_between(const std::vector<Edge>& edges, const std::vector<uint32_t>& of) {
  std::map<uint32_t, Links> out;
  for (const Edge& e : edges) {
    const uint32_t a = of[e.a], b = of[e.b];
    if (a == b) continue;
    for (const auto& [x, y] : {std::pair(a, b), std::pair(b, a)}) out[x][y].sum += e.points, ++out[x][y].pairs;
  }
  return out;
}

/// The cluster that is linked best, if it is by far; else `thin` itself.
uint32_t only_fit(uint32_t thin, const Links& links) {
  double best = 0, second = 0;
  uint32_t where = thin;
  for (const auto& [other, link] : links) {
    if (link.average() > best)
      second = best, best = link.average(), where = other;
    else
      second = std::max(second, link.average());
  }
  return best - second >= kBetter ? where : thin;
}

/// Accounts that fit one cluster alone join it: those that say too little to be sure of, where nothing else is nearly as good.
void join_thin(const std::vector<Edge>& edges, const Points& points, std::vector<uint32_t>& of) {
  std::vector<std::vector<uint32_t>> members(of.size());
  for (uint32_t a = 0; a < of.size(); ++a) members[of[a]].push_back(a);
  std::map<uint32_t, uint32_t> into;
  for (const auto& [thin, links] : links_between(edges, of)) {
    if (members[thin].size() > 1) continue;
    const uint32_t where = only_fit(thin, links);
    if (where != thin && mean(thin, members[where], points) >= kThinOnAverage) into[thin] = where;
  }
  for (uint32_t& c : of) c = end_of(into, c);
}

std::vector<uint32_t> stories_of(const Accounts& accounts) {
  const auto& list = accounts.list;
  Found found = edges_of(accounts);
  std::vector<Edge> all = found.perhaps;
  all.insert(all.end(), found.sure.begin(), found.sure.end());
  const Points points = [&](uint32_t a, uint32_t b) { return points_of(compare(list[a], list[b])); };
  auto of = cluster(list.size(), std::move(found.sure), kSameOnAverage, points);
  join_thin(all, points, of);
  return of;
}

/// Of records with one id the first counts.
std::vector<uint32_t> without_repeats(Records records, std::vector<uint32_t> order) {
  std::map<std::string_view, uint32_t> seen;
  std::erase_if(order, [&](uint32_t i) { return !records[i].id.empty() && !seen.try_emplace(records[i].id, i).second; });
  return order;
}

}  // namespace

Situation merge(Records records) {
  Situation out;
  const auto all = ordered(records);
  const auto order = without_repeats(records, all);
  Accounts accounts = accounts_of(records, order);
  const auto of = stories_of(accounts);

  std::map<uint32_t, std::vector<uint32_t>> members;  // accounts by story
  for (uint32_t a = 0; a < of.size(); ++a) members[of[a]].push_back(a);
  const Context context = context_of(records, order);
  for (const auto& [first, list] : members) out.stories.push_back(make_story(context, accounts.list, list));
  const auto day = [](const Story& s) -> const std::string& { return s.first.empty() ? s.reported : s.first; };
  std::sort(out.stories.begin(), out.stories.end(),
            [&](const Story& a, const Story& b) { return std::tie(day(a), a.event, a.id) < std::tie(day(b), b.event, b.id); });

  out.story_of.assign(records.size(), 0), out.account_of.assign(records.size(), 0);
  for (uint32_t s = 0; s < out.stories.size(); ++s)
    for (const uint32_t r : out.stories[s].records) out.story_of[r] = s;
  for (uint32_t a = 0; a < accounts.list.size(); ++a)
    for (const uint32_t r : accounts.list[a].records) out.account_of[r] = a;
  std::map<std::string_view, uint32_t> first;
  for (const uint32_t i : order) first.try_emplace(records[i].id, i);
  for (const uint32_t i : all)
    if (const auto same = first.find(records[i].id); same != first.end() && !records[i].id.empty())
      out.story_of[i] = out.story_of[same->second], out.account_of[i] = out.account_of[same->second];
  out.accounts = std::move(accounts.list);
  return out;
}

Explanation explain(Records records, const Situation& s, uint32_t a, uint32_t b) {
  Explanation out;
  out.same_story = s.story_of[a] == s.story_of[b];
  out.same_account = s.account_of[a] == s.account_of[b];
  const auto all = ordered(records);
  const Gazetteer gazetteer = gazetteer_of(records, all);
  const auto alone = [&](uint32_t r) { return account_of(records[r], r, {}, gazetteer); };
  out.verdict = out.same_account ? compare(alone(a), alone(b), &out.reasons)
                                 : compare(s.accounts[s.account_of[a]], s.accounts[s.account_of[b]], &out.reasons);
  if (out.same_account) {
    const double near = nearness(records[a], records[b]);
    out.reasons.push_back({"document.near", near}), out.verdict.points += near;
  }
  out.average = points_of(out.verdict);
  out.wanted = days_named(s.accounts[s.account_of[a]], s.accounts[s.account_of[b]]) ? kSame : kSameGuessed;
  if (out.same_story) return out;
  double sum = 0;
  size_t pairs = 0;
  for (const uint32_t x : s.stories[s.story_of[a]].records)
    for (const uint32_t y : s.stories[s.story_of[b]].records)
      sum += points_of(compare(s.accounts[s.account_of[x]], s.accounts[s.account_of[y]])), ++pairs;
  out.average = sum / double(pairs);
  return out;
}

}  // namespace isnad::story
