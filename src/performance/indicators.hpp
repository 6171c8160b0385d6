#pragma once

#include "result.hpp"

/// Whether money did what it was meant to do. A cost without a result is division_by_zero here; in a rule of control it
/// counts as above the limit.
namespace steward::performance {

/// ROI(returns; cost) = (return − cost) / cost, net. Source: CIMA Official Terminology.
Result<double> roi(double returns, double cost);
/// MULTIPLE(returns; cost) = return / cost: how many times the cost comes back, gross.
Result<double> multiple(double returns, double cost);
/// UNIT.COST(cost; units) = cost / units.
Result<double> unit_cost(double cost, double units);
/// EXECUTION(actual; budget) = actual / budget, commitments not counted; 0/0 is 0. Source: budget execution rate.
Result<double> execution(double actual, double budget);
/// BENEFIT.COST(benefit; cost) = benefit / cost, both at present value. Source: HM Treasury, The Green Book.
Result<double> benefit_cost(double benefit, double cost);
/// TURNOVER(flow; opening; closing) = flow / average of opening and closing balance.
Result<double> turnover(double flow, double opening, double closing);
/// COMPLETION(done; planned) = done / planned; 0/0 is 0.
Result<double> completion(double done, double planned);
/// CPA(cost; conversions) = cost / conversions, cost per acquisition.
Result<double> cpa(double cost, double conversions);
/// CAC(cost; customers) = cost of sales and marketing / customers won.
Result<double> cac(double cost, double customers);
/// LTV(margin; retention; discount) = margin × retention / (1 + discount − retention): what a customer is worth who
/// pays the margin in each period and stays with the probability `retention`, from the next period on. Faults: number
/// when the retention is not within 0 … 1 or the discount negative; division_by_zero when nobody ever leaves and
/// nothing is discounted. Source: Gupta and Lehmann, Customers as Assets, 2003.
Result<double> ltv(double margin, double retention, double discount);

}  // namespace steward::performance
