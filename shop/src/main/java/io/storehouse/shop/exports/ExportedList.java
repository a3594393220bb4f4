package io.storehouse.shop.exports;

import java.util.Map;

/**
 * A list that can be had as a file.
 *
 * @param path of the list, as its controller writes it
 * @param cursors for each parameter that leads to the next page, the member of a page's last row that it takes; none where the
 *     list is whole at once
 */
public record ExportedList(String path, Map<String, String> cursors) {
    private static final String API = "/api/v1/";
    private static final String EXPORTS = API + "exports/";

    /** Where the file is. */
    public String exportPath() {
        return EXPORTS + path.substring(API.length());
    }

    /** Its path without {@code /api/v1/}. */
    String name() {
        return path.substring(API.length());
    }
}
