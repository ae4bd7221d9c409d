// The writer fails only for want of memory.
#include "export/xml.h"

#include <new>

#include "base/json.h"
#include "export/network.h"

namespace isnad::exports {
namespace {

const xmlChar* chars(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

void Xml::check(int result) {
  if (result < 0) throw std::bad_alloc();
}

Xml::Xml() : buffer_(xmlBufferCreate()), writer_(buffer_ ? xmlNewTextWriterMemory(buffer_.get(), 0) : nullptr) {
  if (!writer_) throw std::bad_alloc();
  check(xmlTextWriterSetIndent(writer_.get(), 1));
  check(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr));
}

Xml& Xml::open(const char* name) { return check(xmlTextWriterStartElement(writer_.get(), chars(name))), *this; }

Xml& Xml::attribute(const char* name, std::string_view value) {
  check(xmlTextWriterWriteAttribute(writer_.get(), chars(name), chars(xml_text(value).c_str())));
  return *this;
}

Xml& Xml::number(const char* name, double value) {
  std::string text;
  append_number(text, value);
  return attribute(name, text);
}

Xml& Xml::text(std::string_view value) { return check(xmlTextWriterWriteString(writer_.get(), chars(xml_text(value).c_str()))), *this; }

Xml& Xml::close() { return check(xmlTextWriterEndElement(writer_.get())), *this; }

std::string Xml::finish() {
  check(xmlTextWriterEndDocument(writer_.get()));
  check(xmlTextWriterFlush(writer_.get()));
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())), static_cast<size_t>(xmlBufferLength(buffer_.get()))};
}

}  // namespace isnad::exports
