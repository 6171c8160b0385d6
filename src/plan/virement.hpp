#pragma once

#include "approval/application.hpp"
#include "plan/control_book.hpp"

namespace steward::plan {

/// The tag of money that is ring-fenced on a line, as Settings in force name it; empty when it is free.
std::string ring_fence_of(ControlBook& control, control::LineNumber line);

/// Whether a transfer can be carried out now: more than 0, not to itself, between lines of one nature that are not
/// barred, ring-fenced money kept within its tag, and not more than the source has to give without tolerance.
/// Faults: refused with the reason.
Outcome check_transfer(ControlBook& control, const approval::Application& transfer, Date today);

/// How far a transfer goes: same line, same unit (first dimension), same parent of the units, or across.
Distance distance_of(ControlBook& control, control::LineNumber from, control::LineNumber to);

/// The first day on which is posted for a period: today when it is in the period, else the end nearest to it.
Date day_in(const control::Timeline& timeline, control::PeriodNumber period, Date today);

/// A posting of a stage for what was asked for, without its amount. Its texts are kept by the book.
ledger::Posting posting_for(ControlBook& control, const approval::Application& application, Stage stage, Date today);

/// The period of a label that a request keeps.
control::PeriodNumber period_of(ControlBook& control, const std::string& label);

}  // namespace steward::plan
