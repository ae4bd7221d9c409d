// The intensity is a sum, so that it can be taken apart without remainder.
#include "outlook/explain.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace isnad {

Explanation explain(const Excitation& model, const History& history, PartyId source, PartyId target, Day after, int days) {
  Explanation out;
  const WeightLayout& layout = model.layout;
  out.by_mark.assign(layout.marks, 0);
  if (model.weight.size() == 0) return out;
  out.multiplier = model.multiplier_of(history.find(source, target));
  const Expected whole = expect(model, history, source, target, after, days);
  out.expected = whole.total;
  out.baseline = whole.parts.tail(3).sum();
  std::map<std::pair<Day, uint32_t>, Reason> reasons;  // by day and origin
  for (const Touch& t : history.touches()) {
    double given = 0;
    for (size_t k = 0; k < kHalfLives; ++k) {
      const double left = std::exp2(-double(after - t.what.day) / kHalfLifeDays[k]), gone = std::exp2(-double(days) / kHalfLifeDays[k]);
      given += model.weight[layout.of(t.what.mark, t.kinship, k)] * left * (1 - gone);
    }
    given *= double(t.amount) * out.multiplier;
    if (given <= 0) continue;
    Reason& r = reasons[{t.what.day, t.what.origin}];
    r.what = t.what, r.by[size_t(t.kinship)] += given, r.expected += given;
    out.by[size_t(t.kinship)] += given, out.by_mark[t.what.mark.value] += given;
  }
  for (auto& [key, r] : reasons) out.reasons.push_back(r);
  std::stable_sort(out.reasons.begin(), out.reasons.end(), [](const Reason& a, const Reason& b) { return a.expected > b.expected; });
  return out;
}

}  // namespace isnad
