/** What Storehouse is made of: each service's command, settings, dependencies and probe. */
@NullMarked
package io.storehouse.launcher.services;

import org.jspecify.annotations.NullMarked;
