#include "plan/course.hpp"

#include "words/phrases/course.gen.hpp"

namespace steward::plan {

void expect(Course* course, std::size_t steps) {
  if (course) course->expect(steps);
}

void begin(Course* course, Phase phase, std::size_t steps) {
  if (!course) return;
  course->begin(phase);
  course->expect(steps);
}

Outcome advance(Course* course, std::size_t steps) {
  if (!course) return success();
  course->advance(steps);
  if (course->is_cancelled()) return refused(phrase::cancelled);
  return success();
}

}  // namespace steward::plan
