@NullMarked
package io.storehouse.launcher.demo;

import org.jspecify.annotations.NullMarked;
