#include "maker.hpp"

// Layouts with parents above their lines.
namespace steward::support {
namespace {

struct Tree {
  Layout layout;
  Sums sums;
};

Tree begin(Maker& make) {
  make.style(false);
  Tree tree{make.columns(2), {}};
  make.headers(tree.layout);
  make.text(make.row, tree.layout.amounts[0], make.tongue.budget);
  make.text(make.row++, tree.layout.amounts[1], make.tongue.actual);
  tree.sums.all.assign(2, 0);
  tree.sums.first = make.row;
  return tree;
}

void write_parent(Maker& make, const Tree& tree, int parent, const std::vector<Cents>& under) {
  for (std::size_t c = 0; c < 2; ++c) {
    const int column = tree.layout.amounts[c];
    make.number(parent, column, under[c]);
    if (make.formulas)
      make.formula(parent, column, "=SUM(" + cell(parent + 1, column) + ":" + cell(make.row - 1, column) + ")");
  }
}

void write_line(Maker& make, Tree& tree, std::vector<Cents>& under) {
  for (std::size_t c = 0; c < 2; ++c) {
    const Cents cents = make.amount();
    make.number(make.row, tree.layout.amounts[c], cents);
    under[c] += cents;
    tree.sums.all[c] += cents;
  }
  tree.sums.last = make.row++;
}

}  // namespace

// Categories in bold above their lines, each the sum of them.
void parents_above(Maker& make) {
  make.say("parents above");
  Tree tree = begin(make);
  for (int group = make.pick(2, 5); group > 0; --group) {
    const int parent = make.row++;
    make.text(parent, tree.layout.label, make.line_name());
    make.bold(parent, tree.layout.label);
    std::vector<Cents> under(2);
    for (int i = make.pick(2, 6); i > 0; --i) {
      make.name_line(tree.layout);
      write_line(make, tree, under);
    }
    write_parent(make, tree, parent, under);
    tree.sums.subtotal_rows.push_back(parent);
  }
  make.finish(tree.layout, tree.sums);
}

// "201", "20101", "2010101": every level is the sum of the one below.
void code_tree(Maker& make) {
  make.say("codes as a tree");
  make.style(false);
  Tree tree{{make.left, make.left + 1, {make.left + 2, make.left + 3}}, {}};
  make.formulas = false;
  make.text(make.row, tree.layout.code, make.tongue.code);
  make.text(make.row, tree.layout.label, make.tongue.label);
  make.text(make.row, tree.layout.amounts[0], make.tongue.budget);
  make.text(make.row++, tree.layout.amounts[1], make.tongue.actual);
  tree.sums.all.assign(2, 0);
  tree.sums.first = make.row;
  const bool with_numbers = make.chance(2);
  const auto name = [&](int row, const std::string& code) {
    if (with_numbers) make.sheet().set_number(row, tree.layout.code, std::stod(code));
    else make.text(row, tree.layout.code, code);
    make.text(row, tree.layout.label, make.line_name());
  };
  for (int top = make.pick(2, 3); top > 0; --top) {
    const int class_row = make.row++;
    const std::string code = std::to_string(200 + top);
    std::vector<Cents> of_class(2);
    name(class_row, code);
    for (int group = make.pick(1, 3); group > 0; --group) {
      const int group_row = make.row++;
      std::vector<Cents> of_group(2);
      name(group_row, code + "0" + std::to_string(group));
      for (int i = make.pick(2, 4); i > 0; --i) {
        name(make.row, code + "0" + std::to_string(group) + "0" + std::to_string(i));
        write_line(make, tree, of_group);
      }
      write_parent(make, tree, group_row, of_group);
      for (std::size_t c = 0; c < 2; ++c) of_class[c] += of_group[c];
    }
    write_parent(make, tree, class_row, of_class);
  }
  make.finish(tree.layout, tree.sums);
}

// Lines set in under their parent by spaces, as programs write them.
void indented(Maker& make) {
  make.say("indented");
  Tree tree = begin(make);
  make.formulas = false;
  tree.layout.code = -1;
  for (int group = make.pick(2, 4); group > 0; --group) {
    const int parent = make.row++;
    make.text(parent, tree.layout.label, make.line_name());
    std::vector<Cents> under(2);
    for (int i = make.pick(2, 5); i > 0; --i) {
      make.text(make.row, tree.layout.label, "   " + make.line_name());
      write_line(make, tree, under);
    }
    write_parent(make, tree, parent, under);
  }
  make.finish(tree.layout, tree.sums);
}

}  // namespace steward::support
