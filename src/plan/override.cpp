#include "plan/override.hpp"

#include <algorithm>

namespace steward::plan {
namespace {

// The largest excess of a stopped document; nothing when it was stopped for another reason.
std::optional<std::pair<Money, std::string>> excess_of(const control::Decision& stopped, const control::LineBook& lines) {
  std::optional<std::pair<Money, std::string>> worst;
  for (const auto& row : stopped.rows) {
    if (row.verdict != control::Verdict::stop || !row.excess) continue;
    if (!worst || *row.excess > worst->first) worst = {*row.excess, row.line ? lines[*row.line].id : std::string()};
  }
  return worst;
}

}  // namespace

const approval::Application* Overrides::approved_request(std::span<const ledger::Posting> document) {
  for (const auto& posting : document) {
    const auto* application = control_.requests().find(posting.request);
    if (!application || used_.contains(posting.request)) continue;
    if (!control_.requests().is_approved(posting.request, RequestType::override_)) continue;
    const auto line = control_.lines().by_id(application->line);
    const auto& hits = control_.checker().hit_by(posting.key);
    if (line && std::ranges::find(hits, *line) != hits.end()) return application;
  }
  return nullptr;
}

bool Overrides::has_authority(const std::string& line, Money excess) {
  auto desk = Desk::open(request_, control_);
  if (desk.has_error() || desk.value().take_authorities().has_error()) return false;
  approval::Application application;
  application.type = RequestType::override_;
  application.line = line;
  application.amount = excess;
  const auto chain = desk.value().chain(application);
  if (chain.has_error()) return false;
  const int last = chain.value().back().level;
  return std::ranges::any_of(chain.value(), [&](const approval::Step& step) {
    return step.level == last && !step.joint &&
           approval::holds(request_.now.user, step.approver, application, desk.value().roles());
  });
}

std::optional<control::Permission> Overrides::permission(std::span<const ledger::Posting> document,
                                                         const control::Decision& stopped) {
  if (const auto* application = approved_request(document))
    return control::Permission{abs(application->amount), application->id};
  const auto worst = excess_of(stopped, control_.lines());
  const OptionReader options(request_);
  if (!worst || folded(options.text("reason").value_or("")).empty() || !has_authority(worst->second, worst->first)) return std::nullopt;
  return control::Permission{worst->first, request_.now.user};
}

}  // namespace steward::plan
