#include <algorithm>
#include <array>

#include "plan/check.hpp"
#include "plan/closing_year.hpp"
#include "plan/dashboard.hpp"
#include "plan/explain.hpp"
#include "plan/forecast.hpp"
#include "plan/keeping.hpp"
#include "plan/options.hpp"
#include "plan/post.hpp"
#include "plan/postings.hpp"
#include "plan/report.hpp"
#include "plan/requesting.hpp"
#include "plan/revising.hpp"
#include "plan/roll_forward.hpp"
#include "plan/set_up.hpp"
#include "plan/upgrade.hpp"
#include "words/phrases/approval.gen.hpp"
#include "words/phrases/closing.gen.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/dashboard.gen.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"
#include "words/phrases/postings.gen.hpp"
#include "words/phrases/revision.gen.hpp"
#include "words/phrases/year_end.gen.hpp"

namespace steward::plan {
namespace {

using Names = std::string_view;

constexpr std::array set_up_options = std::to_array<Names>(
    {"table",  "columns",    "startMonth", "year",     "pattern",  "nature",  "version",    "month",       "basis",
     "thresholds", "action", "unbudgeted", "tolerance", "cutOver", "asOf",    "language",   "currency",    "decimals",
     "answers", "accounting", "liquidation", "recoverableTax", "rates", "rateAge", "tree"});
constexpr std::array detect_options = std::to_array<Names>({"sheet", "answers"});
constexpr std::array<Names, 3> post_options{"rows", "mode", "reason"};
constexpr std::array<Names, 8> request_options{"type",    "line",     "period",      "amount",
                                               "purpose", "document", "attachments", "consent"};
constexpr std::array<Names, 8> transfer_options{"line", "period", "to", "toPeriod", "amount", "purpose", "attachments", "consent"};
constexpr std::array<Names, 3> revise_options{"purpose", "attachments", "mode"};
constexpr std::array<Names, 3> roll_options{"period", "state", "reason"};
constexpr std::array<Names, 7> close_options{"year", "policy", "cap", "floor", "to", "reason", "accruals"};
constexpr std::array<Names, 3> carry_options{"rows", "request", "reason"};
constexpr std::array<Names, 2> compare_options{"from", "to"};
constexpr std::array<Names, 4> decide_options{"request", "decision", "reason", "to"};
constexpr std::array<Names, 2> explain_options{"line", "period"};
constexpr std::array<Names, 5> postings_options{"at", "line", "period", "to", "stage"};
constexpr std::array<Names, 8> forecast_options{"range",    "horizon", "season", "confidence",
                                                "language", "asOf",    "line",   "startMonth"};
constexpr std::array<Names, 3> report_options{"asOf", "preparedBy", "title"};
constexpr std::array<Names, 1> verify_options{"seal"};
constexpr std::span<const Names> no_options{};

constexpr std::array all{
    Command{"detect", phrase::command_detect, detect_options, detect},
    Command{"setUp", phrase::command_set_up, set_up_options, set_up},
    Command{"post", phrase::command_post, post_options, post},
    Command{"request", phrase::command_request, request_options, request},
    Command{"transfer", phrase::command_transfer, transfer_options, transfer},
    Command{"decide", phrase::command_decide, decide_options, decide},
    Command{"revise", phrase::command_revise, revise_options, revise},
    Command{"rollForward", phrase::command_roll_forward, roll_options, roll_forward},
    Command{"closeYear", phrase::command_close_year, close_options, close_year},
    Command{"carry", phrase::command_carry, carry_options, carry_in},
    Command{"compare", phrase::command_compare, compare_options, compare_versions},
    Command{"seal", phrase::command_seal, no_options, seal},
    Command{"check", phrase::command_check, no_options, check_now},
    Command{"explain", phrase::command_explain, explain_options, explain},
    Command{"postings", phrase::command_postings, postings_options, show_postings},
    Command{"forecast", phrase::command_forecast, forecast_options, forecast},
    Command{"report", phrase::command_report, report_options, report},
    Command{"dashboard", phrase::command_dashboard, no_options, dashboard},
    Command{"verifyLog", phrase::command_verify_log, verify_options, verify_log},
    Command{"removeControl", phrase::command_remove, no_options, remove_control},
    Command{"exportValues", phrase::command_export, no_options, export_values},
};

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text.empty() ? "–" : text;
}

}  // namespace

std::span<const Command> commands() {
  return all;
}

Result<Plan> plan(std::string_view name, const Request& request) {
  const auto command = std::ranges::find(all, name, &Command::name);
  if (command == all.end()) return refused(phrase::unknown_command, {std::string(name)});
  for (const auto& [option, value] : request.options) {
    const auto is_this = [&](std::string_view known) { return plain_name(known) == plain_name(option); };
    if (std::ranges::none_of(command->options, is_this))
      return refused(phrase::unknown_option, {std::string(name), option, joined(command->options)});
  }
  STEWARD_TRY(auto plan, command->plan(request));
  return brought_up_to_date(std::move(plan), request.book, request.now.language);
}

}  // namespace steward::plan
