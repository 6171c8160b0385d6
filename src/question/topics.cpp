#include <algorithm>
#include <array>

#include "question/ask.hpp"
#include "question/reading.hpp"
#include "words/phrases/question.gen.hpp"

namespace steward::question {
namespace {

constexpr std::size_t members_shown = 12;

constexpr std::array words{std::pair{Measure::budget, phrase::word_budget},       std::pair{Measure::original, phrase::word_original},
                           std::pair{Measure::actual, phrase::word_actual},       std::pair{Measure::committed, phrase::word_committed},
                           std::pair{Measure::precommitted, phrase::word_precommitted}, std::pair{Measure::frozen, phrase::word_frozen},
                           std::pair{Measure::estimate, phrase::word_estimate}};

class Topics {
 public:
  Topics(const Facts& facts, Language language) : facts_(facts), language_(language) {}

  Table table() {
    add(phrase::topic_measures, measures());
    for (std::size_t d = 0; d < facts_.dimensions.size(); ++d) {
      const std::string members = listed(members_of(d));
      if (!members.empty()) table_.append({facts_.dimensions[d].empty() ? word(phrase::topic_lines) : facts_.dimensions[d], members});
    }
    if (std::ranges::any_of(facts_.figures, [](const Figure& figure) { return figure.span.has_period(); }))
      add(phrase::topic_time, word(phrase::word_periods));
    add_examples();
    return std::move(table_);
  }

 private:
  std::string word(Phrase phrase) const { return std::string(text(phrase, language_)); }
  std::string comma() const { return language_ == Language::chinese ? "、" : ", "; }
  void add(Phrase topic, std::string said) { table_.append({word(topic), std::move(said)}); }

  std::string measures() const {
    std::string names;
    for (const auto& [measure, phrase] : words)
      if (facts_.has(measure)) names += (names.empty() ? "" : comma()) + word(phrase);
    if (facts_.has(Measure::budget) && facts_.has(Measure::actual)) names += comma() + word(phrase::word_derived);
    return names;
  }

  std::vector<std::string> members_of(std::size_t dimension) const {
    std::vector<std::string> members;
    for (const Line& line : facts_.lines) {
      const std::string& key = line.keys[dimension];
      if (!key.empty() && std::ranges::find(members, key) == members.end()) members.push_back(key);
    }
    return members;
  }
  std::string listed(const std::vector<std::string>& members) const {
    std::string names;
    for (std::size_t i = 0; i < members.size() && i < members_shown; ++i) names += (i ? comma() : "") + members[i];
    return members.size() > members_shown ? names + " …" : names;
  }

  // Only what the grammar understands about this table is shown as an example.
  void add_example(Phrase pattern, const std::string& name) {
    const std::string question = filled(pattern, language_, {{name}});
    if (read_question(question, facts_)) add(phrase::topic_examples, question);
  }
  void add_examples() {
    for (std::size_t d = 0; d < facts_.dimensions.size(); ++d) {
      const auto members = members_of(d);
      if (members.empty()) continue;
      const bool both = facts_.has(Measure::budget) && facts_.has(Measure::actual);
      if (both) add_example(phrase::example_left, members.front());
      else if (facts_.has(Measure::budget)) add_example(phrase::example_budget, members.front());
      if (facts_.has(Measure::actual)) add_example(phrase::example_spent, members.back());
      if (both) add_example(phrase::example_over, folded_name(facts_.dimensions[d]));
      if (facts_.has(Measure::actual)) add_example(phrase::example_ranking, folded_name(facts_.dimensions[d]));
    }
  }
  // "Which departments": the plural of an English header, as it is spoken.
  std::string folded_name(const std::string& header) const {
    const std::string name = folded(header);
    if (language_ == Language::chinese || name.empty() || name.ends_with("s")) return name;
    return name.ends_with("y") ? name.substr(0, name.size() - 1) + "ies" : name + "s";
  }

  const Facts& facts_;
  Language language_;
  Table table_;
};

}  // namespace

Table topics_of(const Facts& facts, Language language) {
  return Topics(facts, language).table();
}

}  // namespace steward::question
