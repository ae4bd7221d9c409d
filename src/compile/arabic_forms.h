// The list of written forms under construction: variants and duplicates are dealt with here.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compile/arabic_inflect.h"

namespace isnad::arabic {

class FormList {
 public:
  /// Adds a form and, where it has one, its Egyptian spelling as a variant. A form with the letters and features of an earlier one is
  /// merged into it: marks on which they differ are dropped, a pronoun may follow if it may follow either.
  void add(Form form);

  std::vector<Form> take() && { return std::move(forms_); }

 private:
  void merge(Form form);

  std::vector<Form> forms_;
  std::map<std::pair<std::u32string, Features>, size_t> seen_;
};

/// An error that names a cell and its content; file and line are the caller's to fill in.
Error entry_error(const std::string& what, const std::string& remedy = "");

}  // namespace isnad::arabic
