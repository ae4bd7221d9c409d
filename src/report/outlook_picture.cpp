// Plain SVG 1.1: shapes and text, no scripts, no fonts but the reader's.
#include "report/outlook_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 3> kColors{"#b5452c", "#3b6ea5", "#6b7a3a"};
constexpr std::string_view kInk = "#333", kFaint = "#ddd";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '>')
      out += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

/// A drawing with a frame that data are mapped into.
struct Canvas {
  double width, height, left, top, right, bottom;  // margins in pixels
  double x0, x1, y0, y1;                           // data at the frame's edges
  std::string out;

  [[nodiscard]] double x(double v) const { return left + (v - x0) / (x1 - x0) * (width - left - right); }
  [[nodiscard]] double y(double v) const { return height - bottom - (v - y0) / (y1 - y0) * (height - top - bottom); }

  void open() {
    out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:g} {1:g}\" width=\"{0:g}\" height=\"{1:g}\" font-family=\"sans-serif\" "
        "font-size=\"12\">\n<rect width=\"{0:g}\" height=\"{1:g}\" fill=\"white\"/>\n",
        width, height);
  }
  void line(double ax, double ay, double bx, double by, std::string_view color, double thick = 1, std::string_view more = "") {
    out += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" stroke-width=\"{:g}\"{}/>\n", ax, ay,
                       bx, by, color, thick, more);
  }
  void text(double at_x, double at_y, std::string_view what, std::string_view anchor = "start", double size = 12,
            std::string_view color = kInk) {
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{:g}\" fill=\"{}\">{}</text>\n", at_x, at_y, anchor,
                       size, color, escaped(what));
  }
  void path(const std::vector<std::pair<double, double>>& points, std::string_view color) {
    if (points.empty()) return;
    out += "<polyline points=\"";
    for (const auto& [px, py] : points) out += fmt::format("{:.1f},{:.1f} ", x(px), y(py));
    out.back() = '"';
    out += fmt::format(" fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/>\n", color);
  }
  void key(size_t i, std::string_view name) {  // of the i-th line, above the frame
    const double at = left + double(i) * 150;
    line(at, top - 14, at + 22, top - 14, kColors[i], 2.5);
    text(at + 28, top - 10, name);
  }
};

/// A round upper end for probabilities.
double top_of(double most) {
  for (const double t : {0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8})
    if (most <= t) return t;
  return 1;
}

void draw_percents(Canvas& c) {
  for (int i = 0; i <= 5; ++i) {
    const double v = c.y1 * i / 5;
    c.line(c.left, c.y(v), c.width - c.right, c.y(v), kFaint);
    c.text(c.left - 6, c.y(v) + 4, fmt::format("{:g} %", 100 * v), "end");
  }
}

/// Years, or months where there are few years.
void draw_dates(Canvas& c) {
  const auto first = static_cast<Day>(c.x0), last = static_cast<Day>(c.x1);
  const int months = (last - first) / 30;
  const int step = months <= 14 ? 1 : months <= 30 ? 3 : months <= 72 ? 6 : months <= 200 ? 12 : 60;
  for (int year = year_of(first); year <= year_of(last); ++year)
    for (int month = 1; month <= 12; month += step) {
      if (step > 12 && year % 5 != 0) break;
      const auto day = day_of(fmt::format("{:04}-{:02}-01", year, month));
      if (!day || *day < first || *day > last) continue;
      c.line(c.x(*day), c.height - c.bottom, c.x(*day), c.height - c.bottom + 5, kInk);
      c.text(c.x(*day), c.height - c.bottom + 18, step >= 12 ? fmt::format("{}", year) : fmt::format("{}-{:02}", year, month), "middle");
    }
}

std::vector<std::pair<double, double>> points_of(const std::vector<TimePoint>& line) {
  std::vector<std::pair<double, double>> out;
  for (const TimePoint& p : line) out.emplace_back(p.day, p.p);
  return out;
}

}  // namespace

std::string draw(const TimePicture& picture) {
  double most = 0.01;
  for (const auto* line : {&picture.line, &picture.other})
    for (const TimePoint& p : *line) most = std::max(most, p.p);
  const double first = picture.line.empty() ? 0 : picture.line.front().day, last = picture.line.empty() ? 1 : picture.line.back().day;
  Canvas c{900, 360, 60, 64, 20, 68, first, std::max(first + 1, last), 0, top_of(most), {}};
  c.open();
  c.text(c.left, 24, picture.title, "start", 15);
  draw_percents(c);
  draw_dates(c);
  for (const Day d : picture.events)
    if (d >= first && d <= last) c.line(c.x(d), c.height - c.bottom + 26, c.x(d), c.height - c.bottom + 38, kInk, 1.2);
  c.text(c.left - 6, c.height - c.bottom + 37, "events", "end", 11);
  c.path(points_of(picture.other), kColors[1]);
  c.path(points_of(picture.line), kColors[0]);
  c.key(0, picture.line_name);
  if (!picture.other.empty()) c.key(1, picture.other_name);
  c.line(c.left, c.height - c.bottom, c.width - c.right, c.height - c.bottom, kInk);
  c.text(c.left, c.height - 10, picture.note, "start", 11, "#666");
  return c.out + "</svg>\n";
}

std::string draw(const ReliabilityPicture& picture) {
  double most = 0.01;
  for (const auto& curve : picture.curves)
    for (const Reliability& b : curve.bins) most = std::max({most, b.said, b.happened});
  const double end = top_of(most);
  Canvas c{520, 540, 60, 64, 20, 56, 0, end, 0, end, {}};
  c.open();
  c.text(c.left, 24, picture.title, "start", 15);
  draw_percents(c);
  for (int i = 0; i <= 5; ++i) c.text(c.x(end * i / 5), c.height - c.bottom + 18, fmt::format("{:g} %", 20 * end * i), "middle");
  c.line(c.x(0), c.y(0), c.x(end), c.y(end), "#888", 1, " stroke-dasharray=\"5 4\"");
  for (size_t i = 0; i < std::min(picture.curves.size(), kColors.size()); ++i) {
    auto bins = picture.curves[i].bins;
    std::sort(bins.begin(), bins.end(), [](const auto& a, const auto& b) { return a.said < b.said; });
    std::vector<std::pair<double, double>> points;
    for (const Reliability& b : bins) points.emplace_back(b.said, b.happened);
    c.path(points, kColors[i]);
    for (const Reliability& b : bins)
      c.out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\" fill=\"{}\"/>\n", c.x(b.said), c.y(b.happened), kColors[i]);
    c.key(i, picture.curves[i].name);
  }
  c.line(c.left, c.height - c.bottom, c.width - c.right, c.height - c.bottom, kInk);
  c.line(c.left, c.height - c.bottom, c.left, c.top, kInk);
  c.text((c.left + c.width - c.right) / 2, c.height - 14, "said (means of ten bins with equally many forecasts)", "middle", 12, "#666");
  c.text(c.left + 6, c.top + 14, "came true", "start", 12, "#666");
  return c.out + "</svg>\n";
}

}  // namespace isnad
