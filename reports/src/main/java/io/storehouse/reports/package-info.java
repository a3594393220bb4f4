/** Queries, reports and reconciliation over the warehouse, in a process that comes and goes. */
@NullMarked
package io.storehouse.reports;

import org.jspecify.annotations.NullMarked;
