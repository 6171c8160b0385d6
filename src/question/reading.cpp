#include "question/reading.hpp"

#include <algorithm>
#include <cmath>

#include "question/segments.hpp"
#include "words/phrases/question.gen.hpp"

namespace steward::question {
namespace {

constexpr int largest_count = 1000;

/// Puts the tokens of one way to cut a question together; nothing when they make no sense together.
class Assembly {
 public:
  explicit Assembly(const std::vector<Token>& tokens) {
    starts_with_opener_ = tokens.front().part == Part::opener && tokens.front().code != 3;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Token& token = tokens[i];
      if (token.part == Part::filler && token.code == 3 && i + 1 < tokens.size() && tokens[i + 1].part == Part::dimension)
        asks_count_ = true;
      if (token.part == Part::opener && token.code != 0) modal_ = token.code;
      if (token.part != Part::filler && token.part != Part::opener) rest_.push_back(token);
    }
  }

  std::optional<Reading> reading() {
    const bool makes_sense = take_years() && take_all() && settle_time() && settle_measure() && settle_form();
    return makes_sense ? std::optional(std::move(result_)) : std::nullopt;
  }

 private:
  const Token* at(std::size_t place) const { return place < rest_.size() ? &rest_[place] : nullptr; }
  bool is(std::size_t place, Part part) const { return place < rest_.size() && rest_[place].part == part; }

  // Years go with months wherever they stand, so they are taken first.
  bool take_years() {
    std::vector<Token> others;
    for (const Token& token : rest_) {
      const bool is_relative = token.part == Part::relative && token.code == unit_year;
      std::optional<int> year, shift;
      if (token.part == Part::year || (token.part == Part::months && token.code != 0)) year = token.code;
      if (is_relative) shift = static_cast<int>(token.number);
      if ((year && result_.time.year && *year != *result_.time.year) || (shift && result_.time.year_shift)) return false;
      if (year) result_.time.year = year;
      if (shift) result_.time.year_shift = shift;
      if (token.part != Part::year && !is_relative) others.push_back(token);
    }
    rest_ = std::move(others);
    return !(result_.time.year && result_.time.year_shift);
  }

  bool take_all() {
    for (std::size_t place = 0; place < rest_.size();) {
      const std::size_t taken = take(place);
      if (taken == 0) return false;
      place += taken;
    }
    return true;
  }

  // How many tokens are taken from a place on; none when what stands there makes no sense.
  std::size_t take(std::size_t place) {
    const Token& token = rest_[place];
    switch (token.part) {
      case Part::measure:
        if (modal_ && token.number == 1) return take_intention();
        is_noun_ = is_noun_ || token.number == 2;
        return take_nature(token) ? (measures_.insert(static_cast<Measure>(token.code)), 1) : 0;
      case Part::nature:
        return take_nature(token) ? 1 : 0;
      case Part::months:
      case Part::from:
      case Part::up_to:
      case Part::relative:
        return take_time(place);
      case Part::comparison:
      case Part::number:
      case Part::percent:
        return take_number(place);
      case Part::member:
        result_.members[token.code].insert(token.text);
        return 1;
      case Part::dimension:
        dimensions_.push_back(token.code);
        return 1;
      case Part::each:
        if (is(place + 1, Part::member)) return 1;  // "spent by Sales"
        if (is(place + 1, Part::measure)) return ++by_measure_;  // "top 3 by spending"
        if (!is(place + 1, Part::dimension) || each_) return 0;
        each_ = at(place + 1)->code;
        return 2;
      case Part::to:
        return is(place + 1, Part::member) ? 1 : 0;  // "allocated to Sales"
      case Part::extreme:
        if (extreme_ && *extreme_ != token.code) return 0;
        extreme_ = token.code;
        return 1;
      default:
        return take_flag(token) ? 1 : 0;
    }
  }

  bool take_flag(const Token& token) {
    switch (token.part) {
      case Part::whether: return asks_whether_ = true;
      case Part::rate: return rate_ = true;
      case Part::how_many: return asks_count_ = true;
      case Part::which: return asks_which_ = true;
      case Part::contrast: return contrast_ = true;
      case Part::join: return ++joins_ > 0;
      case Part::over:
        asks_whether_ = asks_whether_ || token.code == 1;
        return over_ = true;
      case Part::stock:
        measures_.insert(Measure::available);
        if (stock_) return false;
        stock_ = token.code;
        return true;
      case Part::within:
        within_ = token.code;
        return true;
      default: return false;
    }
  }

  // What somebody can spend is what is left; what they will spend is what is expected.
  std::size_t take_intention() {
    measures_.insert(*modal_ == 2 ? Measure::estimate : Measure::available);
    return 1;
  }

  bool take_nature(const Token& token) {
    if (!token.nature) return true;
    if (result_.nature && *result_.nature != *token.nature) return false;
    result_.nature = token.nature;
    return true;
  }

  // "from January to March", "January to March", "by the end of June", "this quarter", or months one by one.
  std::size_t take_time(std::size_t place) {
    std::size_t next = place;
    const bool from = is(next, Part::from), up_to = is(next, Part::up_to);
    if (from || up_to) ++next;
    if (!from && !up_to && is(next, Part::relative)) {
      if (result_.time.relative) return 0;
      result_.time.relative = Time::Relative{at(next)->code, static_cast<int>(at(next)->number)};
      return 1;
    }
    if (!is(next, Part::months)) return 0;
    unsigned months = at(next)->months;
    if (at(next)->number == 1 && (from || up_to)) return 0;
    is_leading_ = is_leading_ || at(next)->number == 1;
    ++next;
    if (up_to) {
      while ((months & 1u) == 0 || ((months + 1) & months) != 0) months |= months >> 1;
    } else if (is(next, Part::to) && (from || at(next)->code == 0) && is(next + 1, Part::months)) {
      const unsigned last = at(next + 1)->months;
      if (last <= months) return 0;
      const unsigned first = months & (~months + 1);
      months = (span_to(last) & ~(first - 1));
      next += 2;
    } else if (from) {
      return 0;
    }
    if ((result_.time.months & months) != 0) return 0;
    result_.time.months |= months;
    ++stretches_;
    return next - place;
  }
  // Every month up to the last one of a stretch.
  static unsigned span_to(unsigned months) {
    unsigned all = months;
    for (int i = 0; i < 12; ++i) all |= all >> 1;
    return all;
  }

  // A number is a limit beside its comparison, and else how many are asked for.
  std::size_t take_number(std::size_t place) {
    const bool compared = is(place, Part::comparison);
    const Token* number = at(compared ? place + 1 : place);
    if (compared && number && number->part == Part::measure && static_cast<Measure>(number->code) == Measure::budget)
      return take_budget_limit(static_cast<Comparison>(at(place)->code));
    if (!number || (number->part != Part::number && number->part != Part::percent)) return 0;
    const bool trailing = !compared && is(place + 1, Part::trailing);
    if (compared || trailing) {
      if (result_.condition) return 0;
      const int code = compared ? at(place)->code : at(place + 1)->code;
      result_.condition = Condition{static_cast<Comparison>(code), number->number};
      is_percent_ = number->part == Part::percent;
      return 2;
    }
    if (number->part == Part::percent || count_ || number->number < 1 || number->number > largest_count ||
        number->number != std::floor(number->number))
      return 0;
    count_ = static_cast<int>(number->number);
    return 1;
  }

  // "spent more than its budget" is over, "less than its budget" under it.
  std::size_t take_budget_limit(Comparison comparison) {
    if (comparison == Comparison::greater) over_ = true;
    else if (comparison == Comparison::less) within_ = 1;
    else if (comparison == Comparison::at_most) within_ = 0;
    else return 0;
    return 2;
  }

  bool settle_time() const {
    const Time& time = result_.time;
    if (time.relative && time.months != 0) return false;
    if (time.relative && time.year) return false;
    if (time.relative && time.year_shift) return time.relative->unit == unit_year_to_date || time.relative->unit == unit_year_to_go
                                                     ? *time.year_shift == 0 : false;
    // Several months, or several members, are joined by a word.
    int members_beyond = 0;
    for (const auto& [dimension, keys] : result_.members) members_beyond += static_cast<int>(keys.size()) - 1;
    const bool joined = stretches_ <= 1 || joins_ >= stretches_ - 1;
    return joined && (members_beyond == 0 || joins_ >= 1);
  }

  bool settle_measure() {
    const bool judged = over_ || within_;
    if (judged && modal_ == 2) return false;  // what will be over budget is not what is
    if (judged && over_ && within_) return false;
    if (judged) return settle_judgement();
    if (measures_.size() > 1) measures_.erase(Measure::budget) && note_budget();
    if (measures_.size() == 1) result_.measure = *measures_.begin();
    else if (measures_ == std::set{Measure::actual, Measure::committed} && joins_ > 0) result_.measure = Measure::consumed;
    else if (measures_ == std::set{Measure::actual, Measure::estimate} && result_.nature) result_.measure = Measure::estimate;
    else if (measures_ == std::set{Measure::actual, Measure::variance} && (contrast_ || joins_ < 2)) result_.measure = Measure::variance;
    else return false;
    if (modal_ == 2 && result_.measure != Measure::estimate && result_.measure != Measure::budget) return false;
    if (budget_beside_ && result_.measure == Measure::actual && !settle_budget_and_actual()) return false;
    return settle_rate();
  }
  bool note_budget() { return budget_beside_ = true; }

  // Budget beside actual is their difference when the question contrasts them; "spent of the budget" is what was spent.
  bool settle_budget_and_actual() {
    if (contrast_) {
      result_.measure = Measure::variance;
      result_.nature.reset();
      return true;
    }
    return rate_ || is_percent_ || result_.nature.has_value();
  }

  bool settle_judgement() {
    measures_.erase(Measure::budget);
    result_.measure = Measure::excess;
    if (measures_ == std::set{Measure::actual}) result_.measure = Measure::overspend;
    else if (!measures_.empty() && measures_ != std::set{Measure::consumed}) return false;
    if (result_.nature == Nature::revenue || rate_) return false;
    result_.nature.reset();
    if (!result_.condition) return true;
    // "over budget by more than 10 %": used more than 110 %.
    if (within_) return false;
    if (is_percent_) {
      if (result_.measure == Measure::overspend) return false;
      result_.measure = Measure::used;
      result_.condition->limit += 1;
    }
    return true;
  }

  bool settle_rate() {
    // A share of the spending is a share of all spending, or of the budget.
    if (rate_ && is_noun_ && !budget_beside_) return false;
    const bool wants_rate = rate_ || (result_.condition && is_percent_);
    if (wants_rate) {
      switch (result_.measure) {
        case Measure::actual: result_.measure = Measure::executed; result_.nature.reset(); break;
        case Measure::consumed: result_.measure = Measure::used; break;
        case Measure::available: result_.measure = Measure::remaining; break;
        case Measure::variance: result_.measure = Measure::variance_rate; break;
        default: break;
      }
    }
    const bool is_rate = result_.measure >= Measure::used;
    return !(wants_rate && !is_rate) && !(is_rate && result_.condition && !is_percent_ && result_.condition->limit > 2);
  }

  bool settle_form() {
    if (!settle_group()) return false;
    if (stock_ && !settle_stock()) return false;
    const bool tests = result_.condition || over_ || within_.has_value();
    if ((count_ || by_measure_ > 0) && !extreme_) return false;
    if (extreme_ && is_leading_) return false;
    using Form = Reading::Form;
    if (extreme_) {
      if (within_ || asks_count_ || asks_whether_ || (each_ && asks_which_)) return false;
      if (!result_.group) result_.group = group_line;
      if (result_.condition) return false;
      result_.form = Form::ranking;
      result_.count = count_.value_or(1);
      result_.lowest_first = *extreme_ == 1;
      return true;
    }
    if (asks_count_) return tests && result_.group && !each_ && set_form(Form::count);
    if (asks_whether_ || (starts_with_opener_ && !asks_which_ && !rate_)) return settle_whether(tests);
    if (result_.group && each_) return !result_.condition && !within_ && !asks_which_ && set_form(Form::breakdown);
    if (result_.group || asks_which_) {
      if (!result_.group) result_.group = group_line;
      return tests && set_form(Form::list);
    }
    return !result_.condition && !within_ && set_form(Form::amount);
  }

  // Which ones still have something, or nothing: of one alone it is asked how much.
  bool settle_stock() {
    if (result_.measure != Measure::available || over_ || within_ || extreme_ || result_.condition || count_) return false;
    if (asks_which_ || asks_count_ || asks_whether_ || starts_with_opener_ || result_.group)
      result_.condition = Condition{*stock_ == 0 ? Comparison::greater : Comparison::at_most, 0};
    return result_.condition || *stock_ == 0;
  }

  bool set_form(Reading::Form form) {
    result_.form = form;
    if (within_ && !result_.condition) {
      // Within budget: at least nothing left; under it: something left.
      result_.condition = Condition{*within_ == 1 ? Comparison::greater : Comparison::at_least, 0};
      result_.measure = result_.measure == Measure::overspend ? Measure::variance : Measure::margin;
    }
    if (over_ && !result_.condition && form != Reading::Form::amount && form != Reading::Form::breakdown)
      result_.condition = Condition{Comparison::greater, 0};
    return true;
  }

  bool settle_whether(bool tests) {
    if (result_.group) return false;
    if (!tests && result_.measure == Measure::available) {
      result_.condition = Condition{Comparison::greater, 0};
      tests = true;
    }
    return tests && set_form(Reading::Form::whether);
  }

  // A dimension beside its member is only its title ("the marketing department"); else it is what is asked by.
  bool settle_group() {
    const bool asks_by = asks_which_ || extreme_ || asks_count_;
    std::erase_if(dimensions_, [&](int d) { return !asks_by && result_.members.contains(d); });
    std::ranges::sort(dimensions_);
    dimensions_.erase(std::ranges::unique(dimensions_).begin(), dimensions_.end());
    if (dimensions_.size() > 1 || (each_ && !dimensions_.empty())) return false;
    result_.group = each_ ? each_ : dimensions_.empty() ? std::nullopt : std::optional(dimensions_.front());
    return true;
  }

  std::vector<Token> rest_;
  Reading result_;
  std::set<Measure> measures_;
  std::vector<int> dimensions_;
  std::optional<int> each_, extreme_, within_, count_, modal_, stock_;
  int joins_ = 0, stretches_ = 0;
  std::size_t by_measure_ = 0;
  bool starts_with_opener_ = false, asks_whether_ = false, asks_count_ = false, asks_which_ = false, rate_ = false;
  bool is_leading_ = false, is_noun_ = false, over_ = false, contrast_ = false, is_percent_ = false, budget_beside_ = false;
};

std::vector<Reading> readings(const std::string& words, const std::vector<Term>& terms, int spare) {
  std::vector<Reading> found;
  for (const auto& tokens : segmentations(words, terms, spare)) {
    auto reading = Assembly(tokens).reading();
    if (reading && std::ranges::find(found, *reading) == found.end()) found.push_back(std::move(*reading));
  }
  return found;
}

// The words of the table. A member whose name is also a common word ("IT") is meant only where it is written as its name.
std::vector<Term> terms_in(const std::string& question, const Facts& facts) {
  static const std::set<std::string> fillers = [] {
    std::set<std::string> phrases;
    for (const Term& term : common_terms())
      if (term.token.part == Part::filler) phrases.insert(term.phrase);
    return phrases;
  }();
  auto terms = terms_of(facts);
  std::erase_if(terms, [&](const Term& term) {
    if (term.token.part != Part::member) return false;
    if (!fillers.contains(term.phrase)) return false;
    const auto dimension = static_cast<std::size_t>(term.token.code);
    return std::ranges::none_of(facts.lines, [&](const Line& line) {
      return folded(line.keys[dimension]) == term.token.text && question.find(line.keys[dimension]) != std::string::npos;
    });
  });
  return terms;
}

}  // namespace

Result<Reading> read_question(const std::string& question, const Facts& facts) {
  const auto terms = terms_in(question, facts);
  const std::string words = plain_words(question);
  constexpr int most_spare = 1;
  for (int spare = 0; spare <= most_spare; ++spare) {
    const auto found = readings(words, terms, spare);
    if (found.size() > 1) return Fault{FaultKind::not_available, phrase::question_ambiguous, {question}};
    if (found.size() == 1) return found.front();
  }
  return Fault{FaultKind::not_available, phrase::question_not_understood, {question}};
}

}  // namespace steward::question
