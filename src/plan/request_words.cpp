#include "plan/request_words.hpp"

#include "words/phrases/approval.gen.hpp"
#include "words/phrases/forms.gen.hpp"

namespace steward::plan {
namespace {

Phrase phrase_of(RequestType type) {
  switch (type) {
    case RequestType::spending: return phrase::type_spending;
    case RequestType::transfer: return phrase::type_transfer;
    case RequestType::supplement: return phrase::type_supplement;
    case RequestType::revision: return phrase::type_revision;
    case RequestType::override_: return phrase::type_override;
    case RequestType::credit: return phrase::type_credit;
    case RequestType::freeze: return phrase::type_freeze;
    case RequestType::unfreeze: return phrase::type_unfreeze;
    case RequestType::rule: return phrase::type_rule;
    case RequestType::authority: return phrase::type_authority;
    case RequestType::reopen: return phrase::type_reopen;
    case RequestType::carry: return phrase::type_carry;
    case RequestType::setting: return phrase::type_setting;
    case RequestType::reserve: return phrase::type_reserve;
    case RequestType::measure: return phrase::type_measure;
  }
  return {};
}

Phrase phrase_of(RequestState state) {
  switch (state) {
    case RequestState::approved: return phrase::state_approved;
    case RequestState::rejected: return phrase::state_rejected;
    case RequestState::returned: return phrase::state_returned;
    case RequestState::withdrawn: return phrase::state_withdrawn;
    default: return phrase::state_open;
  }
}

}  // namespace

std::string in_words(RequestType type, Language language) { return std::string(text(phrase_of(type), language)); }
std::string in_words(RequestState state, Language language) { return std::string(text(phrase_of(state), language)); }

std::string request_in_words(std::string_view code, Language language) {
  const auto type = read_keyword<RequestType>(code);
  return type ? in_words(type.value(), language) : std::string(code);
}

}  // namespace steward::plan
