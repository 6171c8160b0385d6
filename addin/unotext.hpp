#pragma once

#include <rtl/ustring.hxx>
#include <string>
#include <string_view>

/// Texts of the office are UTF-16, ours UTF-8.
namespace steward {

inline std::string to_utf8(const rtl::OUString& text) {
  const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
  return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

inline rtl::OUString to_office(std::string_view text) {
  return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8);
}

}  // namespace steward
