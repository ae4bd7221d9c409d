// Two notations of one page.
#include "export/page.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace isnad::exports {
namespace {

constexpr std::string_view kIsolate = "\xE2\x81\xA8", kEndIsolate = "\xE2\x81\xA9";  // FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
constexpr std::string_view kStyle =
    "body{font-family:sans-serif;max-width:50em;margin:2em auto;line-height:1.5;padding:0 1em}"
    "li{margin:.3em 0}a{color:#05a}q{color:#555}";

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// On one line, without controls, which could change what stands beside it.
std::u32string clean(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    at += d.size;
    const bool control = d.code < 0x20 || (d.code >= 0x7F && d.code < 0xA0) || d.code == 0x2028 || d.code == 0x2029;
    const bool no_character = (d.code & 0xFFFE) == 0xFFFE;
    if (!is_bidi_control(d.code)) out += control ? U' ' : no_character ? kReplacement : d.code;
  }
  return out;
}

void append_html(std::string& out, char32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    default:
      append_utf8(out, c);
  }
}

/// What means something in Markdown (CommonMark) gets a backslash; what means something in HTML is written as there.
void append_markdown(std::string& out, char32_t c) {
  if (c == '&' || c == '<' || c == '>') return append_html(out, c);
  if (c < 0x80 && std::string_view("\\`*_[]#|!~").find(static_cast<char>(c)) != std::string_view::npos) out += '\\';
  append_utf8(out, c);
}

/// Only what leads to the web; "javascript:" and the like lead nowhere.
bool is_web(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string escaped_url(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto u = static_cast<unsigned char>(c);
    const bool plain = u > 0x20 && u < 0x7F && std::string_view("\"'<>()\\`[]").find(c) == std::string_view::npos;
    plain ? out.push_back(c) : void(out += fmt::format("%{:02X}", u));
  }
  return out;
}

}  // namespace

void Page::append(std::string_view text) {
  for (const char32_t c : clean(text)) html_ ? append_html(out_, c) : append_markdown(out_, c);
}

Page::Page(bool html, std::string_view language, std::string_view title) : html_(html) {
  if (html_) {
    out_ += fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>", language,
                        language == "ar" ? "rtl" : "ltr");
    append(title);
    out_ += fmt::format("</title>\n<style>{}</style>\n</head>\n<body>\n", kStyle);
  }
  heading(1, title);
}

void Page::heading(int level, std::string_view text) {
  out_ += html_ ? fmt::format("<h{}>", level) : std::string(static_cast<size_t>(level), '#') + " ";
  append(text);
  out_ += html_ ? fmt::format("</h{}>\n", level) : "\n\n";
}

void Page::paragraph(std::string_view text) {
  if (html_) out_ += "<p>";
  append(text);
  out_ += html_ ? "</p>\n" : "\n\n";
}

void Page::open_list() {
  if (html_) out_ += "<ul>\n";
}

void Page::open_item() { out_ += html_ ? "<li>" : "- "; }

void Page::plain(std::string_view text) { append(text); }

void Page::strong(std::string_view text) {
  out_ += html_ ? "<strong>" : "**";
  append(text);
  out_ += html_ ? "</strong>" : "**";
}

void Page::foreign(std::string_view text) {
  out_ += html_ ? std::string_view("<bdi>") : kIsolate;
  append(text);
  out_ += html_ ? std::string_view("</bdi>") : kEndIsolate;
}

void Page::citation(size_t document, std::string_view words) {
  out_ += html_ ? fmt::format(" <a href=\"#d{0}\">[{0}]</a>", document) : fmt::format(" [\\[{0}\\]](#d{0})", document);
  if (words.empty()) return;
  out_ += html_ ? std::string_view(" <q><bdi>") : std::string_view(" \"\xE2\x81\xA8");
  append(words);
  out_ += html_ ? std::string_view("</bdi></q>") : std::string_view("\xE2\x81\xA9\"");
}

void Page::close_item() { out_ += html_ ? "</li>\n" : "\n"; }

void Page::close_list() { out_ += html_ ? "</ul>\n" : "\n"; }

void Page::document(size_t number, std::string_view text, std::string_view url) {
  out_ += html_ ? fmt::format("<p id=\"d{0}\">[{0}] ", number) : fmt::format("<a id=\"d{0}\"></a>\\[{0}\\] ", number);
  foreign(text);
  if (is_web(url)) {
    const std::string address = escaped_url(url);
    if (html_) {
      out_ += " <a href=\"";
      for (const char c : address) append_html(out_, static_cast<unsigned char>(c));
      out_ += "\" rel=\"noreferrer\">";
      append(url);
      out_ += "</a>";
    } else {
      out_ += fmt::format(" <{}>", address);
    }
  }
  out_ += html_ ? "</p>\n" : "\n\n";
}

std::string Page::finish() {
  if (html_) out_ += "</body>\n</html>\n";
  while (!html_ && out_.ends_with("\n\n")) out_.pop_back();
  return std::move(out_);
}

}  // namespace isnad::exports
