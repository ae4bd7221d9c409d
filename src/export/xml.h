// XML by libxml2's writer, into memory.
#pragma once

#include <libxml/xmlwriter.h>

#include <memory>
#include <string>
#include <string_view>

namespace isnad::exports {

/// Elements and attributes; text is valid UTF-8 and is made fit for XML. The caller pairs open and close. Out of memory throws bad_alloc.
class Xml {
 public:
  Xml();
  Xml& open(const char* name);
  Xml& attribute(const char* name, std::string_view value);
  Xml& number(const char* name, double value);
  Xml& text(std::string_view value);
  Xml& close();
  /// Ends the document and gives it, with its declaration, in UTF-8.
  std::string finish();

 private:
  struct FreeWriter {
    void operator()(xmlTextWriterPtr w) const { xmlFreeTextWriter(w); }
  };
  struct FreeBuffer {
    void operator()(xmlBufferPtr b) const { xmlBufferFree(b); }
  };
  static void check(int result);

  std::unique_ptr<xmlBuffer, FreeBuffer> buffer_;
  std::unique_ptr<xmlTextWriter, FreeWriter> writer_;
};

}  // namespace isnad::exports
