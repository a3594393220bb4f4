/**
 * The commands {@code reconcile} and {@code await}: proof, while orders flow, that till, lake, live view and warehouse hold
 * the same sales, each pair at a cut that both have passed.
 */
@NullMarked
package io.storehouse.reports.reconcile;

import org.jspecify.annotations.NullMarked;
