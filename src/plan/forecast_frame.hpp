#pragma once

#include "numeral.hpp"
#include "plan/forecast.hpp"
#include "plan/forecast_answer.hpp"
#include "plan/forecast_page.hpp"
#include "plan/sheet_builder.hpp"
#include "words/phrases/commands.gen.hpp"
#include "words/phrases/forecast_sheet.gen.hpp"

namespace steward::plan {

/// A fault of the domain as the refusal of the command.
inline Fault as_refusal(const Fault& fault) { return refused(fault.sentence, fault.blanks); }

/// What every forecast fills: the sheet that it adds, what stands on it, and the answer.
class ForecastFrame {
 protected:
  ForecastFrame(const Request& request, const ForecastWishes& wishes)
      : request_(request), wishes_(wishes), language_(wishes.language), answer_(language_) {}

  /// Adds the sheet and returns its title.
  std::string add_sheet() {
    plan_.name = phrase::command_forecast;
    plan_.file_sheet = free_title(request_.book, text(phrase::forecast_sheet, language_));
    plan_.edits.push_back(AddSheet{plan_.file_sheet});
    return plan_.file_sheet;
  }
  /// Writes the page; nothing may be filled in after that.
  Plan finished(std::string message) {
    SheetBuilder sheet(plan_.edits, plan_.file_sheet, language_);
    write_forecast_page(sheet, content_, language_);
    plan_.answer = std::move(answer_.table);
    plan_.message = std::move(message);
    return std::move(plan_);
  }

  std::string say(Phrase phrase, const std::vector<std::string>& blanks = {}) const { return filled(phrase, language_, blanks); }
  static std::string count(std::size_t number) { return numeral(static_cast<double>(number)); }
  ForecastSeries& series() { return content_.series; }

  const Request& request_;
  const ForecastWishes& wishes_;
  Language language_;
  ForecastAnswer answer_;
  ForecastContent content_;
  Plan plan_;
};

}  // namespace steward::plan
