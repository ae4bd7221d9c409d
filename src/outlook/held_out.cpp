// One history for both parts; simpler intensities are the model with most weights forbidden.
#include "outlook/held_out.h"

namespace isnad {
namespace {

void learn(const Happenings& h, size_t& next, Day until, History& history, Lessons& lessons) {
  while (next < h.list.size() && h.list[next].day <= until) {
    size_t end = next;
    while (end < h.list.size() && h.list[end].day == h.list[next].day) ++end;
    const std::span<const Happening> day(&h.list[next], end - next);
    lessons.observe(history, day);
    history.learn(day);
    next = end;
  }
  lessons.close(history, until);
}

}  // namespace

HeldOut hold_out(const Happenings& happenings, MarkId target, Day split) {
  const size_t marks = happenings.marks.size();
  History history(marks, target, happenings.first());
  Lessons before(marks, target, happenings.first()), after(marks, target, split);
  size_t next = 0;
  learn(happenings, next, split - 1, history, before);
  const History at_split = history;
  learn(happenings, next, happenings.last(), history, after);
  HeldOut out;
  for (const float e : after.rows().events) out.events += static_cast<size_t>(e);
  if (out.events == 0) return out;
  const auto judge = [&](Intensity i, const Excitation& model) {
    out.per_event[size_t(i)] = held_out_log_likelihood(model, after, at_split, history) / double(out.events);
  };
  judge(Intensity::excitation, fit_excitation(before, at_split));
  for (const auto& [kind, gravity] : {std::pair(Intensity::ewma, false), std::pair(Intensity::hawkes, true)}) {
    size_t k = kHalfLives;
    judge(kind, fit_one_decay(before, at_split, gravity, k));
    out.half_life[size_t(kind)] = kHalfLifeDays[k];
  }
  return out;
}

}  // namespace isnad
