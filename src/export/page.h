// A page of headings, lists and citations, as Markdown or HTML. Text is escaped here and nowhere else.
#pragma once

#include <string>
#include <string_view>

namespace isnad::exports {

class Page {
 public:
  /// `language`: "en", or "ar", which is written from right to left.
  Page(bool html, std::string_view language, std::string_view title);

  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);

  void open_list();
  void open_item();
  void plain(std::string_view text);
  void strong(std::string_view text);
  /// Text of another language or direction than its surroundings.
  void foreign(std::string_view text);
  /// "[3]" that leads to document 3, then the words.
  void citation(size_t document, std::string_view words);
  void close_item();
  void close_list();

  /// An entry of the list of documents, with its number.
  void document(size_t number, std::string_view text, std::string_view url);
  std::string finish();

 private:
  void append(std::string_view text);

  bool html_;
  std::string out_;
};

}  // namespace isnad::exports
