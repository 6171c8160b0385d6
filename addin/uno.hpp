#pragma once

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

#include "unotext.hpp"

/// Few words for what the shell does all the time.
namespace steward {

namespace css = com::sun::star;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using Context = Reference<css::uno::XComponentContext>;

/// A sequence of the values given.
template <class T, class... Values>
Sequence<T> sequence(const Values&... values) {
  Sequence<T> result(sizeof...(values));
  [[maybe_unused]] T* place = result.getArray();
  ((*place++ = T(values)), ...);
  return result;
}

/// A named value as the office's loaders and filters take it.
inline css::beans::PropertyValue named(const char* name, const Any& value) {
  css::beans::PropertyValue result;
  result.Name = rtl::OUString::createFromAscii(name);
  result.Value = value;
  return result;
}

template <class... Values>
Sequence<css::beans::PropertyValue> properties(const Values&... values) {
  return sequence<css::beans::PropertyValue>(values...);
}

/// The same object by another of its interfaces; throws when it has none of that kind.
template <class Interface>
Reference<Interface> as(const css::uno::BaseReference& object) {
  return Reference<Interface>(object, css::uno::UNO_QUERY_THROW);
}

/// A service of the office by name.
template <class Interface>
Reference<Interface> service(const Context& context, const char* name) {
  return as<Interface>(context->getServiceManager()->createInstanceWithContext(rtl::OUString::createFromAscii(name), context));
}

/// What the document itself can make, e.g. a style or a cell range container.
template <class Interface>
Reference<Interface> made_by(const css::uno::BaseReference& document, const char* name) {
  return as<Interface>(as<css::lang::XMultiServiceFactory>(document)->createInstance(rtl::OUString::createFromAscii(name)));
}

template <class T>
T property(const css::uno::BaseReference& object, const char* name, T otherwise = T()) {
  as<css::beans::XPropertySet>(object)->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= otherwise;
  return otherwise;
}

inline void set_property(const css::uno::BaseReference& object, const char* name, const Any& value) {
  as<css::beans::XPropertySet>(object)->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

}  // namespace steward
