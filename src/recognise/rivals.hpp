#pragma once

#include <vector>

#include "recognise/drivers.hpp"

namespace steward::recognise {

/// The tables of a block. Where the reading that its headers tell leaves a doubt (a stated total that does not foot, a
/// question) the block is read in the other ways that it allows: headed by another row, and cut where a row of words may head
/// a second table. The one that proves most figures by totals of the workbook is taken, where it proves more than the first
/// reading, leaves fewer doubts and loses no figures. A block without headers takes a row that names amounts as its header where
/// that leaves no doubt. Otherwise the first reading stands and its doubts are asked. Only small blocks are read again, and none
/// that the user has marked.
std::vector<Candidate> read_block(Grid& grid, const Block& block, const Options& options);

}  // namespace steward::recognise
