#include "commands/circumstances.hpp"

#include "commands/preferences.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <osl/security.hxx>
#include <osl/socket.hxx>
#include <osl/time.h>

namespace steward::commands {
namespace {

rtl::OUString configured(const Context& context, const char* node, const char* name) {
  const auto provider = service<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
  const css::beans::NamedValue path("nodepath", Any(rtl::OUString::createFromAscii(node)));
  const auto access = as<css::container::XNameAccess>(provider->createInstanceWithArguments(
      "com.sun.star.configuration.ConfigurationAccess", sequence<Any>(path)));
  rtl::OUString value;
  access->getByName(rtl::OUString::createFromAscii(name)) >>= value;
  return value;
}

std::string user(const Context& context) {
  if (const auto shown = read_preferences(context).name; !shown.empty()) return shown;
  constexpr const char* profile = "/org.openoffice.UserProfile/Data";
  const auto first = configured(context, profile, "givenname"), last = configured(context, profile, "sn");
  const rtl::OUString name = rtl::OUString(first + " " + last).trim();
  if (!name.isEmpty()) return to_utf8(name);
  rtl::OUString account;
  osl::Security().getUserName(account);
  return to_utf8(account);
}

}  // namespace

plan::Circumstances circumstances(const Context& context) {
  plan::Circumstances now;
  const auto locale = configured(context, "/org.openoffice.Setup/L10N", "ooLocale");
  now.language = locale.startsWith("zh") ? Language::chinese : Language::english;
  TimeValue utc{}, local{};
  osl_getSystemTime(&utc);
  osl_getLocalTimeFromSystemTime(&utc, &local);
  const std::chrono::seconds seconds{local.Seconds};
  now.today = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(seconds));
  now.seconds = static_cast<double>((seconds - now.today.time_since_epoch()).count());
  now.user = user(context);
  now.machine = to_utf8(osl::SocketAddr::getLocalHostname());
  return now;
}

}  // namespace steward::commands
