#pragma once

#include <optional>
#include <set>
#include <string>

#include "plan/desk.hpp"

namespace steward::plan {

/// Who may let a document pass its limit: a request of type override that was approved for the line and not used yet, or
/// the one who posts, when he gives a reason and the authority matrix lets him override so much alone.
class Overrides {
 public:
  Overrides(const Request& request, ControlBook& control) : request_(request), control_(control) {}

  /// A posting that is in the ledger: an override is used once.
  void remember(const ledger::Posting& posting) {
    if (!posting.request.empty()) used_.emplace(posting.request);
  }
  /// The permission for a document that was stopped; nothing when there is none.
  std::optional<control::Permission> permission(std::span<const ledger::Posting> document, const control::Decision& stopped);

 private:
  const approval::Application* approved_request(std::span<const ledger::Posting> document);
  bool has_authority(const std::string& line, Money excess);

  const Request& request_;
  ControlBook& control_;
  std::set<std::string, std::less<>> used_;
};

}  // namespace steward::plan
