package io.storehouse.launcher.errands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rejected rows of an import, read page by page. */
final class Rejections {
    private static final int PAGE = 200;

    private final ShopClient shop;

    Rejections(ShopClient shop) {
        this.shop = shop;
    }

    List<JsonNode> first(String importId, int atMost) {
        List<JsonNode> rejections = new ArrayList<>();
        long after = 0;
        while (rejections.size() < atMost) {
            JsonNode page = shop.get("/imports/" + importId + "/rejections?after=" + after + "&limit=" + PAGE);
            page.forEach(rejections::add);
            if (page.size() < PAGE) {
                break;
            }
            after = page.get(page.size() - 1).path("lineNo").asLong();
        }
        return List.copyOf(rejections.subList(0, Math.min(atMost, rejections.size())));
    }
}
