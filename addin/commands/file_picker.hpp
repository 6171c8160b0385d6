#pragma once

#include <optional>
#include <string>

#include "commands/scene.hpp"

namespace steward::commands {

/// Asks where a file is to be saved, proposing one beside the document with the suffix in its name; nothing when the user
/// cancels. `ending` without its dot.
std::optional<std::string> pick_file_to_save(const Scene& scene, const std::string& title, const std::string& suffix, const std::string& ending);

/// Asks for a file that exists; nothing when the user cancels.
std::optional<std::string> pick_file_to_open(const Scene& scene, const std::string& title, const std::string& ending);

/// Whether there is a file at an address.
bool exists(const Context& context, const std::string& url);

/// An address beside the document's own with another ending, and a number when that is taken; empty for a document that
/// was never saved.
std::string free_url_beside(const Scene& scene, const std::string& suffix, const std::string& ending);

/// The bytes of a file. Faults: refused when it cannot be read.
Result<std::string> read_file(const Context& context, const std::string& url);

/// A file's address from what a user may have typed: a path of the system or an address already.
std::string to_url(const std::string& path);
/// And as the system writes it.
std::string to_path(const std::string& url);

}  // namespace steward::commands
