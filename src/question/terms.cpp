#include "question/terms.hpp"

#include <algorithm>
#include <array>

namespace steward::question {
namespace {

struct Entry {
  Part part;
  int code;
  std::string_view phrases;  ///< separated by "|"
  int nature = -1;
  double number = 0;
};

constexpr int of(Measure measure) { return static_cast<int>(measure); }
constexpr int of(Comparison comparison) { return static_cast<int>(comparison); }
constexpr int expense = static_cast<int>(Nature::expense), revenue = static_cast<int>(Nature::revenue);

constexpr std::array entries{
    Entry{Part::filler, 0,
          "the|a|an|of|for|on|in|at|s|be|been|being|we|us|our|i|my|you|it|its|their|they|there|that|with|so far|yet|already|still|"
          "currently|now|right now|at present|at the moment|much|how much|what|whats|please|tell me|show|show me|list|give me|give|"
          "name|find|money|amount|amounts|amount of money|total|totals|in total|in all|overall|all|altogether|any|got|get|whole|"
          "entire|as|how|how far|what are|what are the|can you|could you|can you tell me|could you tell me|figure|figures|value|sum|by how much|until now|to date"},
    Entry{Part::filler, 0,
          "的|了|还|还能|能|可以|可|有|是|我们|我|本公司|公司|这|在|请|请问|一下|一共|总共|共|合计|总|总额|总计|金额|钱|资金|目前|现在|"
          "当前|到目前为止|截至目前|截止目前|至今|迄今|为止|已经|已|情况|分别|分别是|是什么|为|呢|啊|多少钱|几何|什么|都|里|中|内|方面|"
          "告诉我|列出|显示|查询|看看|看|还有|会|将|是多少|元|数|数额|额|费用|经费|各是多少|整体|全部|所有|用于|对|时|$|€|£|¥|usd|eur|gbp|cny|rmb|人民币|在于"},
    Entry{Part::filler, 3, "多少|有多少|还有多少"},
    Entry{Part::opener, 0, "is|are|was|were|do|does|did|has|have|had"},
    Entry{Part::opener, 1, "can|could"},
    Entry{Part::opener, 3, "how much more can|how much more could"},
    Entry{Part::opener, 2, "will|would"},
    Entry{Part::whether, 0, "吗|么|是否|有没有|是不是|了没|了没有|whether|if"},
    Entry{Part::measure, of(Measure::available),
          "left|left over|remaining|remains|remain|available|unspent|unused|balance|still available|left to spend|to spend|"
          "still be spent|can be spent|can we still spend|still spend|may still be spent|may be spent|headroom|not yet spent|"
          "剩|剩余|剩下|还剩|还剩余|还剩下|余额|可用|可用余额|结余|还可以用|还可用|还能用|还能花|还可以花|可支配|没花|未使用|未用|还有多少可用|剩余预算|可用预算|预算还有|"
          "预算还有多少|还有多少预算|还有多少钱|还有多少余额|还有多少"},
    Entry{Part::stock, 0,
          "still have budget|still has budget|have budget left|has budget left|have any budget left|has any budget left|still have any budget|"
          "still have money|still has money|have money left|has money left|have any money left|还有预算|还有钱|还有余额|还有结余|有结余|还有剩余|"
          "还有剩余预算"},
    Entry{Part::stock, 1,
          "no budget left|no money left|nothing left|used up their budget|used up its budget|used up the budget|exhausted their budget|"
          "exhausted its budget|exhausted the budget|run out of budget|run out of money|预算用完|预算用完了|预算已用完|预算花完|预算花完了|预算花光|"
          "预算花光了|预算用光|预算用光了|花完|花完了|用光|用光了|花光|花光了|没有预算了|没预算了|没有余额|没有剩余|没有剩余预算|没钱了|钱花完了"},
    Entry{Part::measure, of(Measure::actual), "actual|actuals|actual figure|actual amount|实际|实际发生|实际数|执行数|实际发生额|发生额|发生了|实际金额|实际执行"},
    Entry{Part::measure, of(Measure::actual),
          "spending|actual spending|actual spend|actual expense|actual expenses|actual cost|actual costs|expenditure|expenditures|"
          "actual expenditure|花费|花销|支出|开支|开销|实际支出|实际花费",
          expense, 2},
    Entry{Part::measure, of(Measure::actual),
          "spent|spends|actually spent|花|花了|花得|花的|花掉|花掉了|花费了|支出了|已支出|已花|已花费|执行|执行了|已执行",
          expense},
    Entry{Part::measure, of(Measure::actual), "spend", expense, 1},
    Entry{Part::measure, of(Measure::actual), "earned|earn|received|receive|collected|collect|taken in|actual revenue|actual income|实际收入|已收|收到|实收|到账", revenue},
    Entry{Part::measure, of(Measure::committed),
          "committed|commitment|commitments|encumbered|encumbrance|encumbrances|on order|ordered|占用|占用了|已占用|承诺|已承诺|占用额"},
    Entry{Part::measure, of(Measure::precommitted), "pre committed|precommitted|pre commitment|pre commitments|requested|预占|预占了|已预占"},
    Entry{Part::measure, of(Measure::frozen), "frozen|冻结|冻结了|被冻结|已冻结"},
    Entry{Part::measure, of(Measure::budget),
          "budget|budgets|budgeted|planned|plan|allocated|allocation|appropriation|revised budget|revised|current budget|预算|预算数|预算额|"
          "预算总额|调整后预算|计划|预算安排"},
    Entry{Part::measure, of(Measure::budget),
          "planned spending|planned spend|budgeted spending|budgeted spend|planned expenditure|planned expenditures|budgeted expenditure|"
          "budgeted expenditures|计划支出|计划花费|计划花",
          expense},
    Entry{Part::negation, 0, "预算支出"},  // what was planned, or what was spent of it
    Entry{Part::measure, of(Measure::original), "original budget|initial budget|original|approved original budget|年初预算|初始预算|原预算"},
    Entry{Part::measure, of(Measure::consumed), "use", -1, 1},
    Entry{Part::measure, of(Measure::consumed),
          "used|used up|consumed|consume|consumption|spent and committed|spent or committed|committed and spent|actual and committed|"
          "已用|用了|用掉|用掉了|已用额度|已使用|使用了|使用|用去|耗用|已消耗"},
    Entry{Part::measure, of(Measure::used),
          "used %|used percent|utilisation|utilization|utilisation rate|utilization rate|usage rate|rate of use|使用率|使用比例|已用比例"},
    Entry{Part::measure, of(Measure::executed), "execution rate|budget execution rate|budget execution|execution|执行率|预算执行率|执行进度|执行比例|完成率|预算完成率|完成比例"},
    Entry{Part::measure, of(Measure::variance),
          "variance|variances|deviation|deviations|budget variance|variance against budget|variance to budget|variance from budget|"
          "variance versus budget|variance between budget and actual|variance between actual and budget|variance of actual and budget|"
          "差异|差额|偏差|预算差异|执行差异|差异额"},
    Entry{Part::measure, of(Measure::variance_rate), "variance %|variance percent|差异率|偏差率"},
    Entry{Part::measure, of(Measure::remaining), "剩余比例|剩余率|结余率"},
    Entry{Part::measure, of(Measure::estimate),
          "forecast|forecasts|forecasted|expected|expect|landing|land|year end forecast|outlook|estimate|estimated|year end estimate|"
          "year end|at year end|by year end|预测|预计|预测数|预计数|全年预计|全年预测|全年预计完成数|预计完成|预计支出|年底预计|估计|预估|将支出|会支出|将会支出|将花|会花|将花费|要花|要花费|将使用|会使用"},
    Entry{Part::nature, revenue, "revenue|revenues|income|receipts|收入|收入类|营收"},
    Entry{Part::nature, expense, "expense|expenses|cost|costs|支出|支出类|成本"},
    Entry{Part::rate, 0,
          "what percentage|what percent|which percentage|how many percent|percentage|percentage of|percent of|what share|share of|what proportion|"
          "what fraction|rate|%|百分之几|百分之多少|百分比|多少比例|比例|几成|率|的百分比"},
    Entry{Part::how_many, 0, "how many|number of|count of|几个|多少个|有几个|有多少个|几项|多少项|有几项|数量"},
    Entry{Part::which, 0, "which|what are the|who|谁|哪些|哪个|哪几个|哪一个|哪项|哪几项|哪一项|哪|什么样的|什么"},
    Entry{Part::over, 0,
          "over|over budget|over the budget|over its budget|over their budget|over our budget|over budget by|over by|overrun|overruns|overspend|"
          "overspent|overspends|overspending|overspent by|exceeded budget|exceeded the budget|exceeded its budget|exceeded their budget|"
          "exceeded their budgets|exceed budget|exceed the budget|exceed its budget|exceed their budget|exceeds its budget|exceeds budget|exceeds the budget|"
          "exceeding budget|exceed its budget by|exceed their budget by|exceed the budget by|exceed budget by|exceeds its budget by|"
          "exceeded its budget by|exceeded the budget by|above budget|beyond budget|over run|budget overrun|budget overruns|overran|超支|超支了|超预算|超预算了|超出预算|超过预算|超出了预算|超过了预算|"
          "超支额|超支金额|超额|预算超支|超出|超了|花超|花超了|用超|用超了|比预算多花|比预算多花了|比预算多支出|比预算多支出了"},
    Entry{Part::over, 1, "超支没有|超支了没有|超支没|超支了没|超预算没有|超预算了没有"},
    Entry{Part::within, 0,
          "within budget|within the budget|within its budget|within their budget|in budget|not over budget|not overspent|预算内|在预算内|没有超支|"
          "未超支|没超支|未超预算|没有超预算|没超预算|未超出预算|没有超出预算|不超支"},
    Entry{Part::within, 1, "under budget|under its budget|under their budget|below budget|underspent|under the budget|低于预算|少于预算"},
    Entry{Part::contrast, 0,
          "against|versus|vs|compare|compared|compared with|compared to|relative to|difference between|difference of|difference|differ|gap between|与|相比|比|对比|之差|相差|之间|差多少|较"},
    Entry{Part::each, 0, "by|per|each|for each|every|for every|split by|broken down by|各|各个|每|每个|按|分|每一个"},
    Entry{Part::comparison, of(Comparison::greater),
          "more than|over|above|greater than|exceeding|exceeds|exceed|exceeded|higher than|larger than|in excess of|超过|超过了|大于|高于|多于|超出|突破"},
    Entry{Part::comparison, of(Comparison::less), "less than|below|under|lower than|smaller than|fewer than|低于|少于|小于|不足|不到|未达到|未达"},
    Entry{Part::comparison, of(Comparison::at_least), "at least|no less than|not less than|不低于|不少于|至少|大于等于|达到|达到了|reached|reach"},
    Entry{Part::comparison, of(Comparison::at_most), "at most|no more than|not more than|up to|不超过|不高于|至多|最多为|小于等于|不大于"},
    Entry{Part::trailing, of(Comparison::at_least), "or more|and more|and above|or above|以上|及以上"},
    Entry{Part::trailing, of(Comparison::at_most), "or less|and less|and below|or below|及以下"},
    Entry{Part::trailing, of(Comparison::less), "以下|以内"},
    Entry{Part::extreme, 0, "top|largest|biggest|highest|most|greatest|worst|the most|max|maximum|最多|最大|最高|最严重|前|排名前|排前|排在前"},
    Entry{Part::extreme, 1, "lowest|smallest|least|bottom|the least|fewest|min|minimum|最少|最小|最低|后|排名后|倒数"},
    Entry{Part::filler, 1, "个|名|位|项|大|家"},
    Entry{Part::from, 0, "from|between|since|自|从|由"},
    Entry{Part::to, 0, "to|through|till|until|-|~|至|到|—|到了"},
    Entry{Part::to, 1, "and|与|和"},
    Entry{Part::up_to, 0, "by|by the end of|as of|as at|up to|until|until the end of|through|to the end of|until end of|by end of|up to the end of|截至|截止|截止到|截至到|到|底前"},
    Entry{Part::filler, 2, "底|末|底为止"},
    Entry{Part::join, 0, "and|or|plus|,|、|和|与|及|以及|加|加上"},
    Entry{Part::negation, 0, "not|no|没|没有|未|不"},
    Entry{Part::dimension, group_line, "line|lines|item|items|budget line|budget lines|budget item|budget items|预算项目|明细|项目|条目"},
    Entry{Part::dimension, group_month, "month|months|月份|月|个月|monthly"},
    Entry{Part::dimension, group_quarter, "quarter|quarters|季度|季|quarterly"},
};

constexpr std::array<std::string_view, 12> english_months{
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun",
    "july|jul", "august|aug", "september|sep|sept", "october|oct", "november|nov", "december|dec"};
constexpr std::array<std::string_view, 12> chinese_numbers{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
constexpr std::array<std::string_view, 4> ordinals{"first|1st", "second|2nd", "third|3rd", "fourth|4th|last"};
constexpr std::array<std::string_view, 12> english_numbers{"one", "two", "three", "four", "five", "six",
                                                           "seven", "eight", "nine", "ten", "eleven", "twelve"};

template <class Take>
void each_phrase(std::string_view phrases, Take take) {
  while (!phrases.empty()) {
    const auto end = std::min(phrases.find('|'), phrases.size());
    take(std::string(phrases.substr(0, end)));
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
}

Token months_token(int first, int last) {
  Token token{Part::months};
  for (int month = first; month <= last; ++month) token.months |= 1u << (month - 1);
  return token;
}

void add_months(std::vector<Term>& terms) {
  for (int month = 1; month <= 12; ++month) {
    const auto at = static_cast<std::size_t>(month - 1);
    const Token token = months_token(month, month);
    each_phrase(english_months[at], [&](const std::string& word) { terms.push_back({word, token}); });
    for (const std::string& number : std::array<std::string, 3>{std::to_string(month), std::string(chinese_numbers[at]), "0" + std::to_string(month)})
      for (const char* mark : {"月", "月份", "月度"}) terms.push_back({number + mark, token});
    terms.push_back({"month " + std::to_string(month), token});
  }
}

void add_quarters_and_halves(std::vector<Term>& terms) {
  for (int quarter = 1; quarter <= 4; ++quarter) {
    const auto at = static_cast<std::size_t>(quarter - 1);
    const Token token = months_token(3 * quarter - 2, 3 * quarter);
    const std::string digit = std::to_string(quarter);
    for (const std::string& word : {"q" + digit, digit + "q", "quarter " + digit, "q " + digit}) terms.push_back({word, token});
    each_phrase(ordinals[at], [&](const std::string& word) {
      if (word != "last") terms.push_back({word + " quarter", token});
    });
    for (const std::string& number : {digit, std::string(chinese_numbers[at])})
      for (const char* mark : {"季度", "季"}) terms.push_back({number + mark, token}), terms.push_back({"第" + number + mark, token});
  }
  for (int half = 1; half <= 2; ++half) {
    const Token token = months_token(6 * half - 5, 6 * half);
    const std::string digit = std::to_string(half);
    for (const std::string& word : {"h" + digit, digit + "h", "half " + digit}) terms.push_back({word, token});
    each_phrase(ordinals[static_cast<std::size_t>(half - 1)], [&](const std::string& word) {
      for (const char* mark : {" half", " half year", " half of the year"}) terms.push_back({word + mark, token});
    });
    for (const char* word : half == 1 ? std::array{"上半年", "前半年"} : std::array{"下半年", "后半年"}) terms.push_back({word, token});
  }
  terms.push_back({"全年", months_token(1, 12)});
  for (const char* word : {"full year", "whole year", "the whole year", "entire year"}) terms.push_back({word, months_token(1, 12)});
}

void add_relative(std::vector<Term>& terms) {
  struct Spelled {
    Unit unit;
    int shift;
    std::string_view phrases;
  };
  constexpr std::array spelled{
      Spelled{unit_month, 0, "this month|current month|本月|这个月|当月"},
      Spelled{unit_month, -1, "last month|previous month|上月|上个月"},
      Spelled{unit_month, 1, "next month|下月|下个月"},
      Spelled{unit_quarter, 0, "this quarter|current quarter|本季度|本季|这个季度|当季"},
      Spelled{unit_quarter, -1, "last quarter|previous quarter|上季度|上季|上个季度"},
      Spelled{unit_quarter, 1, "next quarter|下季度|下季|下个季度"},
      Spelled{unit_half, 0, "this half|this half year|current half year|本半年"},
      Spelled{unit_half, -1, "last half year|previous half year|上个半年"},
      Spelled{unit_year, 0, "this year|current year|this fiscal year|今年|本年|本年度|当年|今年度"},
      Spelled{unit_year, -1, "last year|previous year|prior year|去年|上年|上年度|上一年"},
      Spelled{unit_year, 1, "next year|明年|下年|下年度"},
      Spelled{unit_year_to_date, 0, "year to date|ytd|this year to date|so far this year|this year so far|本年累计|今年累计|今年以来|今年至今|年初至今|累计|本年至今|今年到目前为止"},
      Spelled{unit_year_to_go, 0, "year to go|ytg|rest of the year|rest of this year|for the rest of the year|remainder of the year|本年剩余|今年剩余|今年剩余月份|剩余月份"},
      Spelled{unit_quarter_to_date, 0, "quarter to date|qtd|this quarter so far|so far this quarter|本季累计|本季度累计|本季度以来"}};
  for (const auto& [unit, shift, phrases] : spelled)
    each_phrase(phrases, [&](const std::string& word) {
      terms.push_back({word, {Part::relative, unit, static_cast<double>(shift)}});
    });
}

void add_numbers(std::vector<Term>& terms) {
  for (std::size_t i = 0; i < english_numbers.size(); ++i) {
    terms.push_back({std::string(english_numbers[i]), {Part::number, 0, static_cast<double>(i + 1)}});
    terms.push_back({std::string(chinese_numbers[i]), {Part::number, 0, static_cast<double>(i + 1)}});
  }
  terms.push_back({"两", {Part::number, 0, 2}});
  for (const char* word : {"half", "half of", "one half of", "一半", "半数"}) terms.push_back({word, {Part::percent, 0, 0.5}});
}

// "The first three months" are no ranking; of the last ones it cannot be told which are meant.
void add_leading_periods(std::vector<Term>& terms) {
  const auto add = [&](int count, const std::string& english, const std::string& chinese, int months) {
    Token token = months_token(1, count * months);
    token.number = 1;
    for (const std::string& first : {"first " + english, "the first " + english})
      terms.push_back({first + (months == 1 ? " months" : " quarters"), token});
    for (const char* mark : {"个", ""}) {
      const std::string name = chinese + mark + (months == 1 ? "月" : "季度");
      terms.push_back({"前" + name, token});
      for (const char* word : {"后", "最后", "最近", "近"}) terms.push_back({word + name, {Part::negation}});
    }
  };
  for (int count = 2; count <= 11; ++count) {
    const auto at = static_cast<std::size_t>(count - 1);
    for (const std::string& number : {std::to_string(count), std::string(chinese_numbers[at]), std::string(count == 2 ? "两" : "")}) {
      if (number.empty()) continue;
      add(count, std::string(english_numbers[at]), number, 1);
      add(count, std::to_string(count), number, 1);
      if (count < 4) add(count, std::string(english_numbers[at]), number, 3), add(count, std::to_string(count), number, 3);
    }
  }
}

// What can still be spent is what is left.
void add_possible_spending(std::vector<Term>& terms) {
  for (const std::string may : {"能", "还能", "可以", "还可以", "可", "还可", "能再", "还能再", "可以再", "还可以再", "可再", "还可再"})
    for (const char* verb : {"花", "支出", "用", "使用", "开支", "花费", "支用", "执行"})
      terms.push_back({may + verb, {Part::measure, of(Measure::available)}});
}

std::vector<Term> build_common_terms() {
  std::vector<Term> terms;
  for (const Entry& entry : entries) {
    Token token{entry.part, entry.code, entry.number};
    if (entry.part == Part::nature) token.nature = static_cast<Nature>(entry.code);
    if (entry.nature >= 0) token.nature = static_cast<Nature>(entry.nature);
    each_phrase(entry.phrases, [&](const std::string& word) { terms.push_back({word, token}); });
  }
  add_months(terms);
  add_quarters_and_halves(terms);
  add_relative(terms);
  add_numbers(terms);
  add_leading_periods(terms);
  add_possible_spending(terms);
  return terms;
}

}  // namespace

std::span<const Term> common_terms() {
  static const std::vector<Term> terms = build_common_terms();
  return terms;
}

}  // namespace steward::question
