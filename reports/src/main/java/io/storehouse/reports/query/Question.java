package io.storehouse.reports.query;

import java.util.Set;

/**
 * A statement that has been found harmless.
 *
 * @param sql to run, including {@code explain}
 * @param tables names it uses, in lower case
 * @param defined names of its own CTEs, in lower case, which need not be tables
 */
record Question(String sql, Set<String> tables, Set<String> defined) {}
