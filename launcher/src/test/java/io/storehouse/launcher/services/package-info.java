@NullMarked
package io.storehouse.launcher.services;

import org.jspecify.annotations.NullMarked;
