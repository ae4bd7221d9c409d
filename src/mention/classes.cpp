// What each phrase is: the classes of its head, its description and its name, which every later stage asks many times.
#include "mention/steps.h"

namespace isnad {
namespace {

/// What the head of a phrase is, what its description says and what its name may be.
uint64_t classes_of(const Lexicon& lexicon, const Words& words, const Mentions& mentions, const Phrase& p) {
  uint64_t out = 0;
  if (const LemmaId id = words[p.head].lemma; id && lexicon.lemma(id).upos != Upos::verb) out = lexicon.lemma(id).classes;
  if (p.name == kNone) return out;
  for (const Payload& x : lexicon.payloads_of(mentions.names[p.name].node)) {
    switch (x.kind) {
      case PayloadKind::description:
        out |= uint64_t(x.low);
        break;
      case PayloadKind::country:
        out |= bit(NounClass::state) | bit(NounClass::place);
        break;
      case PayloadKind::place:
        out |= bit(NounClass::place);
        break;
      case PayloadKind::given_name:
      case PayloadKind::surname:
      case PayloadKind::teknonym:
        out |= bit(NounClass::person);
        break;
      case PayloadKind::actor:
        switch (lexicon.actors[x.index].kind) {
          case EntityKind::person:
            out |= bit(NounClass::person);
            break;
          case EntityKind::force:
          case EntityKind::group:
            out |= bit(NounClass::force) | bit(NounClass::group);
            break;
          case EntityKind::media:
            out |= bit(NounClass::medium) | bit(NounClass::organisation);
            break;
          case EntityKind::government:
          case EntityKind::ministry:
            out |= bit(NounClass::state) | bit(NounClass::organisation);
            break;
          default:
            out |= bit(NounClass::organisation);
        }
        break;
      default:
        break;
    }
  }
  return out;
}

}  // namespace

void find_classes(const Lexicon& lexicon, const Words& words, Mentions& out) {
  out.classes.clear();
  for (const Phrase& p : out.phrases) out.classes.push_back(classes_of(lexicon, words, out, p));
}

}  // namespace isnad
