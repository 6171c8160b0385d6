#include "commands/command_job.hpp"

#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <cppuhelper/supportsservice.hxx>

#include <future>

#include "commands/circumstances.hpp"
#include "commands/runner.hpp"
#include "commands/window_thread.hpp"
#include "words/phrases/shell.gen.hpp"

namespace steward::commands {
namespace {

constexpr std::size_t many_rows = 5000;

}  // namespace

Any CommandJob::execute(const Sequence<css::beans::NamedValue>& arguments) {
  const auto now = circumstances(context_);
  const auto refuse = [&](const Fault& fault) {
    throw css::lang::IllegalArgumentException(to_office(filled(fault.sentence, now.language, fault.blanks)), {}, 0);
  };
  auto call = read_call(arguments);
  if (call.has_error()) refuse(call.error());
  std::optional<Result<Done>> done;
  std::future<Any> rows;
  // The rows that the caller gets are made by another thread while the office is written to.
  const auto planner = [&](std::string_view name, const plan::Request& request) {
    auto planned = plan::plan(name, request);
    if (planned)
      rows = std::async(planned.value().answer.rows() > many_rows ? std::launch::async : std::launch::deferred,
                        [answer = std::move(planned.value().answer)] { return to_rows(answer); });
    return planned;
  };
  const auto work = [&] { done = run(context_, std::move(call.value()), now, planner); };
  if (!WindowThread::is_another()) work();
  else if (!WindowThread::run(context_, work)) refuse(refused(phrase::command_at_work));
  if (done->has_error()) refuse(done->error());
  return rows.valid() ? rows.get() : to_rows(done->value().answer);
}

rtl::OUString CommandJob::getImplementationName() { return "org.steward.budget.Command"; }
sal_Bool CommandJob::supportsService(const rtl::OUString& name) { return cppu::supportsService(this, name); }
Sequence<rtl::OUString> CommandJob::getSupportedServiceNames() {
  return sequence<rtl::OUString>("org.steward.budget.Command", "com.sun.star.task.Job");
}

}  // namespace steward::commands
