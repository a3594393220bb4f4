/** What all commands of this program share: how they are told their settings, and how they fail. */
@NullMarked
package io.storehouse.reports.cli;

import org.jspecify.annotations.NullMarked;
