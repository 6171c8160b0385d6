#pragma once

#include "plan/log_writer.hpp"
#include "plan/settings.hpp"

/// Settings that decide what is controlled and who decides: the version in force is the one that the log proves.
namespace steward::plan {

/// Whether a setting controls: currency, rates, tree, accounting, barred pairs, ring-fences, roles, holidays, reserves …
/// what each line is and who owns it. Others only say how the table was read, what is shown, or as of when.
bool is_controlling(std::string_view setting);

/// A row as the log keeps it: "rate 2025-01-01 USD=#7.1", without a date "barred - Travel=*". A number has its mark.
std::string setting_text(const std::string& setting, const Settings::Entry& entry);

/// Writes the controlling ones of these settings into the log: they are in force from here on, in place of all before.
void log_settings(const Settings& settings, LogWriter& log);

/// The rows of the log that put further ones into force.
void log_more_settings(const std::string& setting, const std::vector<Settings::Entry>& entries, const std::string& request, LogWriter& log);

/// Whether the log tells what the lines are; earlier builds did not write it.
bool has_logged_lines(const TableReader& log);

/// The settings in force: those that the log holds, and, as long as no authority matrix was adopted, those that were
/// added by hand. `typed` is what stands on the sheet; what does not control is taken from there. A log without settings
/// leaves everything as typed.
Settings settings_in_force(const Settings& typed, const TableReader& log);

/// Controlling settings that are typed and not in force, and those in force that are not typed any more, by their texts.
struct SettingDrafts {
  std::vector<std::string> typed, lost;
  bool empty() const { return typed.empty() && lost.empty(); }
};
SettingDrafts setting_drafts(const Settings& typed, const Settings& in_force);

}  // namespace steward::plan
