#include <algorithm>
#include <map>
#include <set>

#include "question/terms.hpp"

namespace steward::question {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view month_names = "jan feb mar apr may jun jul aug sep oct nov dec ";

bool is_month_name(std::string_view word) {
  return word.size() >= 3 && month_names.find(std::string(word.substr(0, 3)) + " ") != std::string_view::npos;
}

// The letters right before, or right after, a place.
std::string_view word_before(std::string_view text, std::size_t at) {
  auto from = at;
  while (from > 0 && is_letter(text[from - 1])) --from;
  return text.substr(from, at - from);
}
std::string_view word_after(std::string_view text, std::size_t at) {
  auto to = at + 1;
  while (to < text.size() && is_letter(text[to])) ++to;
  return text.substr(at + 1, to - at - 1);
}

// Marks of Chinese and typographic punctuation, and what they are compared as.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> marks{
    {{"。", " "}, {"“", " "}, {"”", " "}, {"‘", "'"}, {"’", "'"}, {"《", " "}, {"》", " "}, {"【", " "}, {"】", " "},
     {"–", "-"}, {"—", "-"}, {"−", "-"}, {"…", " "}, {"·", " "}}};

std::string with_plain_marks(std::string text) {
  for (const auto& [mark, plain] : marks)
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + plain.size()))
      text.replace(at, mark.size(), plain);
  return text;
}

// What an ASCII mark within words is compared as.
std::string mark_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char before = at > 0 ? text[at - 1] : ' ', after = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool in_number = is_digit(before) && is_digit(after);
  if (c == '-' && is_month_name(word_before(text, at)) && is_month_name(word_after(text, at))) return " to ";
  if (c == '-') return is_letter(before) || is_letter(after) ? " " : "-";
  if (c == '.' || c == '/') return in_number ? std::string(1, c) : " ";
  if (c == ',') return in_number ? "," : " , ";
  return std::string("?!:;\"'()[]_*=<>|\\{}").find(c) != std::string::npos ? " " : std::string(1, c);
}

// A name without what people leave out when they speak of it.
std::vector<std::string> short_forms(const std::string& name) {
  std::vector<std::string> forms;
  const auto add = [&](const std::string& form) {
    if (!form.empty() && form != name) forms.push_back(form);
  };
  for (const char* suffix : {" department", " dept", " division", " team", " unit", " costs", " cost", " expenses", " expense",
                             " expenditure", " budget"})
    if (name.ends_with(suffix)) add(name.substr(0, name.size() - std::string_view(suffix).size()));
  constexpr std::size_t two_characters = 6;
  for (const char* suffix : {"部门", "部", "中心", "处", "科", "室", "组", "费用", "费", "支出", "经费", "项目"}) {
    const std::string_view ending(suffix);
    if (name.ends_with(ending) && name.size() >= ending.size() + two_characters) add(name.substr(0, name.size() - ending.size()));
  }
  if (name.ends_with("ies")) add(name.substr(0, name.size() - 3) + "y");
  else if (name.ends_with("s") && name.size() > 3 && !name.ends_with("ss")) add(name.substr(0, name.size() - 1));
  else if (!name.empty() && is_letter(name.back()) && name.size() > 2) add(name + "s");
  // "6601 travel": by its name, and by its code.
  const auto digits = std::ranges::find_if(name, [](char c) { return !is_digit(c) && c != '.'; }) - name.begin();
  auto rest = std::string_view(name).substr(static_cast<std::size_t>(digits));
  while (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
  if (digits >= 2 && !rest.empty() && static_cast<std::size_t>(digits) < name.size()) {
    add(std::string(rest));
    add(name.substr(0, static_cast<std::size_t>(digits)));
  }
  return forms;
}

constexpr std::array<std::string_view, 6> dimension_words{
    "department|departments|dept|depts|部门|单位|科室",
    "account|accounts|category|categories|cost type|cost types|科目|类别|费用类别|预算科目",
    "project|projects|项目", "cost centre|cost centres|cost center|cost centers|成本中心", "channel|channels|渠道",
    "task|tasks|activity|activities|任务|活动"};

std::set<std::string> words_of_group(std::string_view phrases) {
  std::set<std::string> words;
  while (!phrases.empty()) {
    const auto end = std::min(phrases.find('|'), phrases.size());
    words.emplace(phrases.substr(0, end));
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
  return words;
}

std::set<std::string> names_of_dimension(const std::string& header) {
  std::set<std::string> names;
  const std::string name = plain_words(header);
  if (name.empty()) return names;
  names.insert(name);
  for (const std::string& form : short_forms(name)) names.insert(form);
  if (name.ends_with("y")) names.insert(name.substr(0, name.size() - 1) + "ies");
  for (const auto phrases : dimension_words) {
    const auto group = words_of_group(phrases);
    if (std::ranges::any_of(names, [&](const std::string& word) { return group.contains(word); })) names.insert(group.begin(), group.end());
  }
  return names;
}

}  // namespace

std::string plain_words(std::string_view text) {
  const std::string marked = with_plain_marks(folded(text));
  std::string spaced;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    const bool is_mark = marked[at] > 0 && !is_letter(marked[at]) && !is_digit(marked[at]) && marked[at] != ' ';
    spaced += is_mark ? mark_at(marked, at) : std::string(1, marked[at]);
  }
  return folded(spaced);
}

std::vector<Term> terms_of(const Facts& facts) {
  std::map<std::string, std::set<std::pair<int, std::string>>> full, brief;
  for (const Line& line : facts.lines)
    for (std::size_t d = 0; d < line.keys.size(); ++d) {
      const std::string name = plain_words(line.keys[d]);
      if (name.empty()) continue;
      const std::pair member(static_cast<int>(d), folded(line.keys[d]));
      full[name].insert(member);
      for (const std::string& form : short_forms(name)) brief[form].insert(member);
    }
  std::vector<Term> terms;
  const auto add = [&](const auto& names) {
    for (const auto& [name, members] : names)
      for (const auto& [dimension, key] : members) {
        Token token{Part::member, dimension};
        token.text = key;
        terms.push_back({name, token});
      }
  };
  add(full);
  std::erase_if(brief, [&](const auto& entry) { return full.contains(entry.first); });
  add(brief);
  for (std::size_t d = 0; d < facts.dimensions.size(); ++d)
    for (const std::string& name : names_of_dimension(facts.dimensions[d]))
      terms.push_back({name, {Part::dimension, static_cast<int>(d)}});
  return terms;
}

}  // namespace steward::question
