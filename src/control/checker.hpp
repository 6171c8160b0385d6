#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "control/check.hpp"
#include "control/commitments.hpp"
#include "control/policy.hpp"
#include "control/rule.hpp"

namespace steward::control {

/// A sentence with its blanks, still without a language.
struct Remark {
  Phrase phrase;
  std::vector<std::string> blanks;
};

/// What is decided about one row of a document.
struct RowDecision {
  Verdict verdict = Verdict::allow;
  std::optional<LineNumber> line;  ///< the one that decides; nothing when unbudgeted
  PeriodNumber period = 0;
  std::optional<Money> available;  ///< of the deciding line and window, before the document
  std::optional<Money> excess;     ///< by how much the document passes the limit
  const Rule* rule = nullptr;
  std::optional<AlertLevel> level;  ///< the alert level that the document reaches
  std::vector<Remark> remarks;
};

struct Decision {
  Verdict verdict = Verdict::allow;       ///< the document's: the severest of its rows
  std::vector<RowDecision> rows;          ///< one for each row that was checked
  std::vector<ledger::Posting> postings;  ///< what the ledger receives: the rows, and what they release of commitments
};

/// Leave to pass a limit, given by somebody with authority and a reason.
struct Permission {
  Money up_to;     ///< the largest excess that it covers
  std::string by;  ///< on whose authority
};

/// Checks documents whole and in order against what is still available. Only the change in consumption is checked: what
/// liquidates its own commitment needs budget for the difference only.
///
/// A breach is strictly more than revised + tolerance. A document that lowers, or leaves, consumption on every line and
/// window it touches is never stopped. Revenue, liabilities and statistical lines are never stopped. No budget is not a
/// budget of 0: the first meets the rule's own setting, the second forbids any consumption.
class Checker {
 public:
  Checker(const Policy& policy, LineBook& lines, const RuleBook& rules, Timeline& timeline, Standings& standings);

  /// A row that is already in the ledger.
  void replay(const ledger::Posting& posting);
  /// Decides about a document. Unless it is stopped its consumption counts for the documents after it. Texts of the
  /// postings are those of the document and of the checker.
  /// A breach that `permission` covers is a warning; a closed period and an unreadable row stay stops.
  Decision check(std::span<const ledger::Posting> document, const std::optional<Permission>& permission = std::nullopt);
  /// What a line has to give in a period: its own least headroom, without any tolerance, over the windows of every rule
  /// that governs it and over its year, and that of every line above it but those in `shared`.
  Money room(LineNumber line, PeriodNumber period, Date day, std::span<const LineNumber> shared);

  const Commitments& commitments() const { return commitments_; }
  /// Lines hit by a key, the most specific first.
  const std::vector<LineNumber>& hit_by(std::span<const std::string_view> key) { return lines_.hit_by(key); }
  /// The period that a posting consumes: a commitment the one in which it falls due.
  Result<PeriodNumber> period_of(const ledger::Posting& posting);
  /// The first period from this one on to which may be posted.
  std::optional<PeriodNumber> first_open(PeriodNumber from) const;

 private:
  struct Delta {
    LineNumber line;
    PeriodNumber period;
    Money amount;
  };
  /// A line in a window of time, and what the document changes there.
  struct Node {
    LineNumber line;
    const Rule* rule;
    Window window;
    Money change;
    Standing before;
    std::vector<LineNumber> pool{};  ///< the lines that share the budget, on a pooled basis
  };
  struct Breach {
    CheckAction action;
    Money excess;
    Phrase phrase;
  };

  bool refuse_at_once(const ledger::Posting& posting, RowDecision& row);
  void expand_row(const ledger::Posting& given, RowDecision& decision, std::vector<ledger::Posting>& postings);
  void give_back(const ledger::Posting& cause, const std::vector<CommitmentChange>& changes, Money used,
                 std::vector<ledger::Posting>& postings);
  ledger::Posting release_row(const ledger::Posting& cause, const CommitmentChange& change);
  bool is_unproven(const ledger::Posting& posting);
  bool is_planned_receipt(const ledger::Posting& posting);
  void book(const ledger::Posting& posting);
  std::vector<Delta> changes_of(std::span<const ledger::Posting> postings);
  const std::vector<const Rule*>& rules_for(LineNumber line, Stage stage, Date day);
  Occasion occasion(Stage stage, Date day, std::string_view owner = {});
  std::vector<Window> windows(LineNumber line, const std::vector<Delta>& changes, Basis basis) const;
  void add_pool(std::vector<Node>& nodes, LineNumber line, const std::vector<Delta>& changes, const Rule& rule);
  std::vector<Node> nodes_of(const std::vector<Delta>& changes, std::span<const ledger::Posting> document);
  std::optional<Breach> breach_in(const Node& node);
  void judge(std::span<const ledger::Posting> document, const std::vector<Node>& nodes, std::vector<RowDecision>& rows);
  void permit(RowDecision& row, Money excess) const;
  void judge_row(const ledger::Posting& posting, std::span<const Node> nodes, bool exempt, RowDecision& row);
  void judge_unbudgeted(const ledger::Posting& posting, RowDecision& row);
  void note_level(const Node& node, RowDecision& row) const;
  std::string money(Money amount) const { return amount.text(policy_.decimals); }

  const Policy& policy_;
  LineBook& lines_;
  const RuleBook& rules_;
  Timeline& timeline_;
  Standings& standings_;
  Commitments commitments_;
  std::optional<Permission> permission_;
  std::vector<Date> turns_;  ///< days from which a rule holds, in order: between two of them the same rules do
  std::unordered_map<std::uint64_t, std::vector<const Rule*>> governing_;  ///< by line, stage, turn and period of the year
};

}  // namespace steward::control
