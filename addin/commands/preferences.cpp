#include "commands/preferences.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace steward::commands {
namespace {

constexpr const char* node = "/org.steward.budget.Options/Usual";

struct Field {
  const char* name;
  std::string Preferences::*value;
};
constexpr Field fields[]{{"Name", &Preferences::name},
                         {"Basis", &Preferences::basis},
                         {"Action", &Preferences::action},
                         {"Thresholds", &Preferences::thresholds},
                         {"Tolerance", &Preferences::tolerance}};

Reference<css::uno::XInterface> opened(const Context& context, const char* service_name) {
  const auto provider = service<css::lang::XMultiServiceFactory>(context, "com.sun.star.configuration.ConfigurationProvider");
  const css::beans::NamedValue path("nodepath", Any(rtl::OUString::createFromAscii(node)));
  return provider->createInstanceWithArguments(rtl::OUString::createFromAscii(service_name), sequence<Any>(path));
}

}  // namespace

Preferences read_preferences(const Context& context) {
  Preferences preferences;
  const auto stored = as<css::container::XNameAccess>(opened(context, "com.sun.star.configuration.ConfigurationAccess"));
  for (const auto& field : fields) {
    rtl::OUString value;
    if (stored->getByName(rtl::OUString::createFromAscii(field.name)) >>= value) preferences.*field.value = to_utf8(value);
  }
  return preferences;
}

void write_preferences(const Context& context, const Preferences& preferences) {
  const auto stored = opened(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
  for (const auto& field : fields)
    as<css::container::XNameReplace>(stored)->replaceByName(rtl::OUString::createFromAscii(field.name), Any(to_office(preferences.*field.value)));
  as<css::util::XChangesBatch>(stored)->commitChanges();
}

}  // namespace steward::commands
