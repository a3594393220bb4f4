package io.storehouse.reports.analysis;

import java.util.List;

/**
 * One table of a report: a sheet of the workbook, a part of the page.
 *
 * @param id stable, lower case
 * @param rows values in the order of columns: String, LocalDate, Long, BigDecimal or null
 */
record Section(String id, Label title, Label note, List<Column> columns, List<List<Object>> rows) {}
