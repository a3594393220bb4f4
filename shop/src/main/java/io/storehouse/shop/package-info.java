/** The store system: a modular monolith, one package a feature. */
@NullMarked
package io.storehouse.shop;

import org.jspecify.annotations.NullMarked;
