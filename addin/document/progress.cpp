#include "document/progress.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

namespace steward::document {

Progress::Progress(const Context& context, const Book& book, const rtl::OUString& title, int steps) {
  const auto controller = book.has_window() ? as<css::frame::XModel>(book.document())->getCurrentController() : nullptr;
  if (!context.is() || !controller.is()) return;
  const css::beans::NamedValue frame("Frame", Any(controller->getFrame())), alone("DisableReschedule", Any(true));
  const Reference<css::task::XStatusIndicatorFactory> factory(
      context->getServiceManager()->createInstanceWithArgumentsAndContext("com.sun.star.task.StatusIndicatorFactory",
                                                                          sequence<Any>(frame, alone), context),
      css::uno::UNO_QUERY);
  if (!factory.is()) return;
  indicator_ = factory->createStatusIndicator();
  indicator_->start(title, steps);
}

Progress::~Progress() {
  if (indicator_.is()) indicator_->end();
}

void Progress::step() {
  if (indicator_.is()) indicator_->setValue(++done_);
}

}  // namespace steward::document
