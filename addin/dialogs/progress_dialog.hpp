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

/// Reads the workbook for a dialog that is to be shown, with progress when it is a large one; nothing when it was cancelled.
enum class Outlines { read, left_out };
std::optional<workbook::Snapshot> read_with_progress(const commands::Scene& scene, std::string_view command, Outlines outlines = Outlines::left_out);

/// Carries out what a dialog planned, with progress when that takes its time.
Result<commands::Done> carry_out_with_progress(const commands::Scene& scene, const plan::Plan& plan, const std::optional<std::string>& url = {});

/// Runs a command of the menu on the workbook of the scene, with progress.
Result<commands::Done> run_with_progress(const commands::Scene& scene, const std::string& command, plan::Options options = {});

}  // namespace steward::dialogs
