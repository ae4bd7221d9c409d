// Openings of paragraphs that are not part of their first sentence's statement: datelines and list markers.
#pragma once

#include "text/paragraph.h"

namespace isnad {

/// The token after the marker of a list item (a bullet, "-", "*", "1-", "1.", "(1)", "a)"); `p.first` where there is none.
size_t marker_end(const Paragraph& p);

/// How a dateline was recognised. `sure`: by brackets, slashes, an agency's letters or a day; `likely`: by a place before a dash or colon.
struct Dateline {
  size_t end;  // the token after it; `p.first` where there is none, `p.last` where it is the whole paragraph
  bool sure = false;
};

/// "Baghdad 15-7 (AFP) -", "Baghdad (Iraq) (AFP) -", "Baghdad 15 July -", "Cairo - a f p:", "(Reuters) -", "Jerusalem/ 12 July/ Wafa /",
/// "Cairo: <<Al-Khaleej>>", and for the text's first two paragraphs "Riyadh - ..." and "Sanaa: ...". The place is not looked up: later
/// rooms may find that it is none.
Dateline dateline(const Paragraph& p);

}  // namespace isnad
