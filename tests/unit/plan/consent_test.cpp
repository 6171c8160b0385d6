#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rule_desk.hpp"

// product.md: "a third party's consent where asked".
namespace steward::plan {
namespace {

using tables::AuthoritiesColumn;
using testing::HasSubstr;

Options asking(const std::string& consent = "") {
  Options options{{"line", "Sales / Travel"_s}, {"to", "Sales / Advertising"_s}, {"amount", 10.0}, {"period", "2025-03-10"_s}};
  if (!consent.empty()) options["consent"] = consent;
  return options;
}

TEST(Consent, IsNeededBesideTheApprovalWhereTheRequestAsksForIt) {
  auto book = ruled_office();
  book.run("transfer", asking("Works council"), person("Ann Lee"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Works council"), HasSubstr("Waiting for: Head")) << "approval comes first";
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Head")).message, HasSubstr("open"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "transfer-in"), 0);
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Works council")).message, HasSubstr("approved"));
  EXPECT_EQ(figure(book, "Sales / Advertising", "transfer-in"), 10);
}

TEST(Consent, IsNeededWhereTheAuthoritiesAskForIt) {
  auto book = ruled_office();
  const int row = book.table("steward_authorities").bottom - 1;
  book.cell("Authorities", row, static_cast<int>(AuthoritiesColumn::consent)) = "Donor"_s;
  book.run("transfer", asking(), person("Ann Lee"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}}, person("Head")).message, HasSubstr("open"));
  EXPECT_THAT(refusal_of(book, "decide", {{"request", "R1"_s}}, "Head"), HasSubstr("Waiting for: Donor"));
  EXPECT_THAT(book.run("decide", {{"request", "R1"_s}, {"decision", "reject"_s}}, person("Donor")).message, HasSubstr("rejected"));
}

TEST(Consent, OfTheRequesterHimselfIsNone) {
  auto book = ruled_office();
  EXPECT_THAT(refusal_of(book, "transfer", asking("Ann Lee")), HasSubstr("cannot decide"));
}

}  // namespace
}  // namespace steward::plan
