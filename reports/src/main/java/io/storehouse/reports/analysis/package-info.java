/** The command {@code report}: sales analysis of a period, as a page, a workbook, or the figures to check it by. */
@NullMarked
package io.storehouse.reports.analysis;

import org.jspecify.annotations.NullMarked;
