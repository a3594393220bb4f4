package io.storehouse.contracts.events;

import java.util.List;

/**
 * A person's data was erased on request; the codes stay in facts as pseudonyms of nobody.
 *
 * @param code who the person was at the end
 * @param codes all codes of the person, {@code code} among them, in order of text
 */
public record CustomerErased(String code, List<String> codes) {}
