package io.storehouse.shop.catalogue;

import java.util.Collection;
import java.util.Map;

/** The tree of categories. */
public interface Categories {
    /**
     * The paths of the known categories among the codes, by code, in one statement. A path is the codes from the root, each
     * followed by {@code /}: a category lies below another when its path begins with the other's.
     */
    Map<String, String> paths(Collection<String> codes);
}
