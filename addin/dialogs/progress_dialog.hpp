#pragma once

#include <com/sun/star/awt/XWindowPeer.hpp>
#include <functional>
#include <optional>
#include <string>

#include "commands/scene.hpp"
#include "plan/course.hpp"

namespace steward::dialogs {

/// Who waits for a piece of work: the window in front of him, his language, and what the work is called.
struct Waiting {
  Context context;
  Reference<css::awt::XWindowPeer> parent;
  Language language = Language::english;
  std::string title;
};

/// Does work of the domain, which must not touch the office, in a thread of its own. After half a second a dialog shows how
/// far it has come and offers to cancel. Returns when the work has ended in either case; what it throws is thrown here.
void work_with_progress(const Waiting& waiting, plan::Course& course, const std::function<void()>& work);

/// The same for work that returns something: `work` takes the course that it is to count on.
template <class Work>
auto with_progress(const Waiting& waiting, const Work& work) {
  plan::Course course;
  std::optional<decltype(work(course))> result;
  work_with_progress(waiting, course, [&] { result.emplace(work(course)); });
  return std::move(*result);
}

/// Plans a command with progress, for a dialog that stands open in front of `parent`.
Result<plan::Plan> plan_with_progress(const commands::Scene& scene, const Reference<css::awt::XWindowPeer>& parent,
                                      std::string_view command, plan::Request request);

/// Runs a command of the menu on the workbook of the scene, with progress.
Result<commands::Done> run_with_progress(const commands::Scene& scene, const std::string& command, plan::Options options = {});

}  // namespace steward::dialogs
