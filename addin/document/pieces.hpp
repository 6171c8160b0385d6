#pragma once

#include "plan/course.hpp"

namespace steward::document {

/// Leaves long work in the office that is no longer wanted.
struct Cancelled {};

/// A piece of long work is done, of so many steps; somebody may look on. Throws Cancelled when no more is wanted.
void piece_done(plan::Course* course, std::size_t steps);

}  // namespace steward::document
