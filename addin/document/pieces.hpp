#pragma once

#include "plan/course.hpp"

namespace steward::document {

/// Leaves long work in the office that is no longer wanted.
struct Cancelled {};

/// A piece of long work is done, of so many steps; somebody may look on. Throws Cancelled when no more is wanted.
inline void piece_done(plan::Course* course, std::size_t steps) {
  if (plan::advance(course, steps).has_error()) throw Cancelled();
}

}  // namespace steward::document
