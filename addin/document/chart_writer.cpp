#include "document/chart_writer.hpp"

#include <algorithm>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisXSupplier.hpp>
#include <com/sun/star/chart/XAxisYSupplier.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart2/StackingDirection.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartType.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSink.hpp>
#include <com/sun/star/chart2/data/XLabeledDataSequence.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/DashStyle.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/Hatch.hpp>
#include <com/sun/star/drawing/HatchStyle.hpp>
#include <com/sun/star/drawing/LineDash.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

namespace steward::document {
namespace {

using css::chart2::XChartType;
using css::chart2::data::XDataProvider;
using css::chart2::data::XLabeledDataSequence;
using css::drawing::FillStyle;
using css::drawing::LineStyle;
using plan::SeriesKind;
using plan::SeriesLook;

constexpr sal_Int32 line_width = 70, edge_width = 35;  // hundredths of a millimetre
constexpr sal_Int32 grid_colour = 0xD9DEE3;

sal_Int32 paint_of(plan::SeriesColour colour) {
  switch (colour) {
    case plan::SeriesColour::second: return 0xC98A1B;
    case plan::SeriesColour::neutral: return 0x7B8794;
    case plan::SeriesColour::favourable: return 0x1B6E3C;
    case plan::SeriesColour::adverse: return 0xB3261E;
    default: return 0x1F5F5B;
  }
}

// The same colour, four fifths of the way to white.
sal_Int32 pale(sal_Int32 colour) {
  sal_Int32 result = 0;
  for (const int shift : {16, 8, 0}) result |= (255 - (255 - ((colour >> shift) & 255)) / 5) << shift;
  return result;
}

const char* service_of(SeriesKind kind) {
  switch (kind) {
    case SeriesKind::line: return "com.sun.star.chart2.LineChartType";
    case SeriesKind::stacked_area: return "com.sun.star.chart2.AreaChartType";
    default: return "com.sun.star.chart2.ColumnChartType";
  }
}

bool is_stacked(SeriesKind kind) { return kind == SeriesKind::stacked_columns || kind == SeriesKind::stacked_area; }

css::awt::Rectangle rectangle(const Book& book, const plan::AddChart& edit) {
  const auto cells = book.range(edit.sheet, {0, edit.place.top, edit.place.left, edit.place.bottom, edit.place.right});
  const auto at = property<css::awt::Point>(cells, "Position");
  const auto size = property<css::awt::Size>(cells, "Size");
  return {at.X, at.Y, size.Width, size.Height};
}

// Builds one chart document.
class ChartMaker {
 public:
  ChartMaker(const Context& context, const Reference<css::chart2::XChartDocument>& chart, const plan::AddChart& edit)
      : context_(context), chart_(chart), provider_(chart->getDataProvider()), edit_(edit) {}

  void make() {
    const auto systems = as<css::chart2::XCoordinateSystemContainer>(chart_->getFirstDiagram())->getCoordinateSystems();
    const auto system = systems[0];
    as<css::chart2::XChartTypeContainer>(system)->setChartTypes(chart_types());
    const auto axis = system->getAxisByDimension(0, 0);
    auto scale = axis->getScaleData();
    scale.Categories = labelled(edit_.categories, std::nullopt, "categories");
    axis->setScaleData(scale);
  }

 private:
  // Areas lie behind columns, and both behind lines.
  Sequence<Reference<XChartType>> chart_types() const {
    std::vector<Reference<XChartType>> types;
    for (const auto kind : {SeriesKind::stacked_area, SeriesKind::columns, SeriesKind::stacked_columns, SeriesKind::line}) {
      std::vector<Reference<css::chart2::XDataSeries>> series;
      for (const auto& one : edit_.series)
        if (one.kind == kind) series.push_back(series_of(one));
      if (series.empty()) continue;
      types.push_back(service<XChartType>(context_, service_of(kind)));
      as<css::chart2::XDataSeriesContainer>(types.back())->setDataSeries({series.data(), static_cast<sal_Int32>(series.size())});
    }
    return {types.data(), static_cast<sal_Int32>(types.size())};
  }

  Reference<css::chart2::XDataSeries> series_of(const plan::ChartSeries& series) const {
    const auto made = service<css::chart2::XDataSeries>(context_, "com.sun.star.chart2.DataSeries");
    as<css::chart2::data::XDataSink>(made)->setData(
        sequence<Reference<XLabeledDataSequence>>(labelled(series.values, series.name, "values-y")));
    if (is_stacked(series.kind)) set_property(made, "StackingDirection", Any(css::chart2::StackingDirection_Y_STACKING));
    if (!series.name) set_property(made, "ShowLegendEntry", Any(false));
    if (series.kind == SeriesKind::line) draw_line(made, series);
    else draw_face(made, series);
    return made;
  }

  Reference<XLabeledDataSequence> labelled(const plan::ChartCells& values, const std::optional<plan::ChartCells>& name,
                                           const char* role) const {
    const auto result = service<XLabeledDataSequence>(context_, "com.sun.star.chart2.data.LabeledDataSequence");
    result->setValues(cells(values, role));
    if (name) result->setLabel(cells(*name, "label"));
    return result;
  }

  Reference<css::chart2::data::XDataSequence> cells(const plan::ChartCells& cells, const char* role) const {
    const std::string& sheet = cells.sheet.empty() ? edit_.sheet : cells.sheet;
    const std::string address = workbook::address({{workbook::Sheet(sheet, 0, 0)}, {}, {}},
                                                  workbook::Area{0, cells.top, cells.left, cells.bottom, cells.right});
    const auto result = provider_->createDataSequenceByRangeRepresentation(to_office(address));
    set_property(result, "Role", Any(rtl::OUString::createFromAscii(role)));
    return result;
  }

  static void draw_line(const Reference<css::chart2::XDataSeries>& made, const plan::ChartSeries& series) {
    const auto colour = paint_of(series.colour);
    set_property(made, "Color", Any(series.look == SeriesLook::pale ? pale(colour) : colour));
    const auto style = series.look == SeriesLook::none     ? css::drawing::LineStyle_NONE
                       : series.look == SeriesLook::dashed ? css::drawing::LineStyle_DASH
                                                           : css::drawing::LineStyle_SOLID;
    set_property(made, "LineStyle", Any(style));
    set_property(made, "LineWidth", Any(line_width));
    if (series.look == SeriesLook::dashed)
      set_property(made, "LineDash", Any(css::drawing::LineDash(css::drawing::DashStyle_RECT, 1, 250, 0, 0, 150)));
  }

  // A series knows its hatching only by a name in the chart's own table.
  rtl::OUString hatching(sal_Int32 colour) const {
    const auto table = made_by<css::container::XNameContainer>(chart_, "com.sun.star.drawing.HatchTable");
    const auto name = "Steward " + rtl::OUString::number(colour, 16);
    if (!table->hasByName(name)) table->insertByName(name, Any(css::drawing::Hatch(css::drawing::HatchStyle_SINGLE, colour, 120, 450)));
    return name;
  }

  void draw_face(const Reference<css::chart2::XDataSeries>& made, const plan::ChartSeries& series) const {
    const auto colour = paint_of(series.colour);
    set_property(made, "Color", Any(series.look == SeriesLook::pale ? pale(colour) : colour));
    const bool has_edge = series.look == SeriesLook::outline || series.look == SeriesLook::hatched;
    set_property(made, "BorderStyle", Any(has_edge ? css::drawing::LineStyle_SOLID : css::drawing::LineStyle_NONE));
    set_property(made, "BorderColor", Any(colour));
    set_property(made, "BorderWidth", Any(edge_width));
    const bool is_hollow = series.look == SeriesLook::outline || series.look == SeriesLook::none;
    set_property(made, "FillStyle", Any(is_hollow                             ? css::drawing::FillStyle_NONE
                                        : series.look == SeriesLook::hatched ? css::drawing::FillStyle_HATCH
                                                                             : css::drawing::FillStyle_SOLID));
    if (series.look == SeriesLook::hatched)
      set_property(made, "HatchName", Any(hatching(colour)));
  }

  Context context_;
  Reference<css::chart2::XChartDocument> chart_;
  Reference<XDataProvider> provider_;
  const plan::AddChart& edit_;
};

void write_titles(const Reference<css::chart::XChartDocument>& chart, const plan::AddChart& edit) {
  const auto shown = [](const css::uno::BaseReference& owner, const char* has, const std::string& text) {
    set_property(owner, has, Any(!text.empty()));
    return !text.empty();
  };
  const auto write = [](const Reference<css::drawing::XShape>& title, const std::string& text, float height) {
    set_property(title, "String", Any(to_office(text)));
    set_property(title, "CharHeight", Any(height));
    set_property(title, "CharHeightAsian", Any(height));
  };
  if (shown(chart, "HasMainTitle", edit.title)) write(chart->getTitle(), edit.title, 12);
  const auto diagram = chart->getDiagram();
  if (shown(diagram, "HasXAxisTitle", edit.across)) write(as<css::chart::XAxisXSupplier>(diagram)->getXAxisTitle(), edit.across, 9);
  if (shown(diagram, "HasYAxisTitle", edit.up)) write(as<css::chart::XAxisYSupplier>(diagram)->getYAxisTitle(), edit.up, 9);
}

// Cents say nothing on an axis.
sal_Int32 whole_numbers(const Reference<css::chart::XChartDocument>& chart) {
  const auto formats = as<css::util::XNumberFormatsSupplier>(chart)->getNumberFormats();
  const css::lang::Locale locale("en", "US", rtl::OUString());
  const sal_Int32 known = formats->queryKey("#,##0", locale, false);
  return known >= 0 ? known : formats->addNew("#,##0", locale);
}

// No grey wall and no boxes; the legend below, where long names have room.
void tidy_up(const Reference<css::chart::XChartDocument>& chart) {
  const auto diagram = chart->getDiagram();
  if (const Reference<css::chart::X3DDisplay> walls(diagram, css::uno::UNO_QUERY); walls.is()) {
    set_property(walls->getWall(), "FillStyle", Any(css::drawing::FillStyle_NONE));
    set_property(walls->getWall(), "LineStyle", Any(css::drawing::LineStyle_NONE));
  }
  set_property(as<css::chart::XAxisYSupplier>(diagram)->getYMainGrid(), "LineColor", Any(grid_colour));
  const auto axis = as<css::chart::XAxisYSupplier>(diagram)->getYAxis();
  set_property(axis, "LinkNumberFormatToSource", Any(false));
  set_property(axis, "NumberFormat", Any(whole_numbers(chart)));
  set_property(chart, "HasLegend", Any(true));
  const auto legend = chart->getLegend();
  set_property(legend, "Alignment", Any(css::chart::ChartLegendPosition_BOTTOM));
  set_property(legend, "LineStyle", Any(css::drawing::LineStyle_NONE));
  set_property(legend, "FillStyle", Any(css::drawing::FillStyle_NONE));
  set_property(chart->getArea(), "LineStyle", Any(css::drawing::LineStyle_NONE));
}

}  // namespace

void add_chart(const Context& context, const Book& book, const plan::AddChart& edit) {
  const auto charts = as<css::table::XTableChartsSupplier>(book.sheet(edit.sheet))->getCharts();
  const auto name = to_office(edit.name);
  // A chart without cells of its own would get no access to the sheets.
  const auto& cells = edit.categories;
  const auto data = as<css::sheet::XCellRangeAddressable>(
      book.range(cells.sheet.empty() ? edit.sheet : cells.sheet, {0, cells.top, cells.left, cells.bottom, cells.right}))
      ->getRangeAddress();
  charts->addNewByName(name, rectangle(book, edit), sequence<css::table::CellRangeAddress>(data), true, true);
  const auto embedded = as<css::document::XEmbeddedObjectSupplier>(
      charts->getByName(name).get<Reference<css::uno::XInterface>>())->getEmbeddedObject();
  ChartMaker(context, as<css::chart2::XChartDocument>(embedded), edit).make();
  const auto chart = as<css::chart::XChartDocument>(embedded);
  write_titles(chart, edit);
  tidy_up(chart);
}

}  // namespace steward::document
