package io.storehouse.stream.live;

import io.storehouse.contracts.Cut;
import java.util.List;

/**
 * The best-selling SKUs of a business date.
 *
 * @param cut what is folded, as {@code Cut.text()}
 */
public record TopFigure(String cut, List<SkuFigure> ranked) {

    /** The figure that has folded nothing. */
    static TopFigure empty() {
        return new TopFigure(Cut.empty().text(), List.of());
    }
}
