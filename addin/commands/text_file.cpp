#include "commands/text_file.hpp"

#include <vector>

#include "commands/file_picker.hpp"
#include "intake/csv.hpp"

namespace steward::commands {
namespace {

std::string from_utf16(const std::string& bytes, bool is_big) {
  std::vector<sal_Unicode> letters;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    letters.push_back(static_cast<sal_Unicode>(is_big ? first << 8 | second : second << 8 | first));
  }
  constexpr sal_Unicode mark = 0xFEFF;
  if (!letters.empty() && letters.front() == mark) letters.erase(letters.begin());
  return to_utf8(rtl::OUString(letters.data(), static_cast<sal_Int32>(letters.size())));
}

std::string from_bytes(const std::string& bytes, rtl_TextEncoding encoding) {
  return to_utf8(rtl::OUString(bytes.data(), static_cast<sal_Int32>(bytes.size()), encoding));
}

}  // namespace

Result<std::string> read_text(const Context& context, const std::string& url) {
  STEWARD_TRY(auto bytes, read_file(context, url));
  switch (intake::encoding_of(bytes)) {
    case intake::Encoding::utf8: return bytes;
    case intake::Encoding::utf16_little: return from_utf16(bytes, false);
    case intake::Encoding::utf16_big: return from_utf16(bytes, true);
    case intake::Encoding::gb18030: return from_bytes(bytes, RTL_TEXTENCODING_GB_18030);
    case intake::Encoding::windows1252: return from_bytes(bytes, RTL_TEXTENCODING_MS_1252);
  }
  return bytes;
}

}  // namespace steward::commands
