@NullMarked
package io.storehouse.launcher.commands;

import org.jspecify.annotations.NullMarked;
