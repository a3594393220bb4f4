/** The demonstration: the sample's history, its last day replayed by tills, the warehouse, a report, the proof. */
@NullMarked
package io.storehouse.launcher.demo;

import org.jspecify.annotations.NullMarked;
