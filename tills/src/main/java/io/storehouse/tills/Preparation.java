package io.storehouse.tills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.storehouse.formats.Article;
import io.storehouse.formats.DocumentId;
import io.storehouse.formats.OnlineRetail;
import io.storehouse.formats.OpeningReceipt;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFileFormat;
import io.storehouse.formats.UuidV5;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What must be in the shop before tills can sell: stores, products, customers, tills, stock. All of it can be done again. */
final class Preparation {
    private static final int PAGE = 1000;
    private static final String PRESENT = "idempotency-conflict";

    private final ShopClient shop;
    private final SalesFileFormat format = new OnlineRetail();

    Preparation(ShopClient shop) {
        this.shop = shop;
    }

    /** Opens the documents' stores; those that are open stay as they are. */
    Set<String> stores(List<SalesDocument> documents) {
        Set<String> stores = documents.stream()
                .map(document -> document.head().store())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new HashSet<>();
        require(shop.get("/api/v1/stores"))
                .forEach(store -> known.add(store.path("code").asText()));
        for (String store : stores) {
            if (!known.contains(store)) {
                ObjectNode body = ShopClient.JSON.createObjectNode();
                body.put("name", store)
                        .put("timeZone", format.zone().getId())
                        .put("currency", format.currency())
                        .put("dayStart", "00:00");
                require(shop.put("/api/v1/stores/" + ShopClient.encode(store), body));
            }
        }
        return stores;
    }

    /** Lists the articles; those that are listed stay as they are. */
    void products(Map<String, Article> articles) {
        Set<String> known = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode page = require(shop.get("/api/v1/products?limit=" + PAGE + "&after=" + ShopClient.encode(after)));
            page.forEach(product -> known.add(product.path("sku").asText()));
            if (page.size() < PAGE) {
                break;
            }
            after = page.get(page.size() - 1).path("sku").asText();
        }
        for (Article article : articles.values()) {
            if (!known.contains(article.sku())) {
                ObjectNode body = ShopClient.JSON.createObjectNode();
                body.put("name", article.name()).put("goods", article.goods());
                body.put(
                        "price",
                        article.price() == null ? null : article.price().toPlainString());
                require(shop.put("/api/v1/products/" + ShopClient.encode(article.sku()), body));
            }
        }
    }

    /** Makes the documents' customers known. */
    void customers(List<SalesDocument> documents) {
        documents.stream()
                .map(document -> document.head().customer())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(customer -> require(shop.put(
                        "/api/v1/customers/" + ShopClient.encode(customer), ShopClient.JSON.createObjectNode())));
    }

    /** A token for each till, by store and till. */
    Map<Till, String> tokens(Set<String> stores, int tillsPerStore) {
        Map<Till, String> tokens = new TreeMap<>();
        for (String store : stores) {
            for (int number = 1; number <= tillsPerStore; number++) {
                Till till = new Till(store, "replay-" + number);
                ObjectNode body = ShopClient.JSON.createObjectNode();
                body.put("store", store).put("code", till.code());
                tokens.put(
                        till,
                        require(shop.post("/api/v1/tills", body)).path("token").asText());
            }
        }
        return tokens;
    }

    /**
     * Opens the stock that the documents take out, as far as they are not recorded yet. A receipt stands for all documents
     * of a store and day in this replay: one that is there is from an earlier replay of the same documents, which was broken
     * off, and covered at least what is missing now.
     */
    void openingStock(List<SalesDocument> documents, Map<String, Article> articles) {
        Map<String, List<SalesDocument>> days = new TreeMap<>();
        documents.forEach(document -> days.computeIfAbsent(
                        SalesFiles.dayOf(document) + "/" + document.head().store(), key -> new ArrayList<>())
                .add(document));
        days.values().forEach(day -> open(day, articles));
    }

    private void open(List<SalesDocument> day, Map<String, Article> articles) {
        List<SalesDocument> missing =
                day.stream().filter(document -> !isRecorded(document)).toList();
        for (OpeningReceipt receipt : OpeningReceipt.byDay(seed(day), missing, articles)) {
            ShopClient.Answer answer = shop.post("/api/v1/stock/receipts", DocumentJson.body(receipt));
            if (!answer.ok() && !answer.problem().equals(PRESENT)) {
                throw failure(answer);
            }
        }
    }

    private boolean isRecorded(SalesDocument document) {
        String path = switch (document.kind()) {
            case SALE -> "/api/v1/orders/";
            case ADJUSTMENT -> "/api/v1/stock/adjustments/";
            case RETURN -> "";
        };
        // a return takes nothing out: recorded or not, it needs no opening stock
        return !path.isEmpty() && shop.get(path + document.head().id()).ok();
    }

    /** Another for every other set of documents, so that two files of one day do not take each other's receipts for theirs. */
    static UUID seed(List<SalesDocument> documents) {
        return UuidV5.of(
                DocumentId.NAMESPACE,
                documents.stream()
                        .map(document -> document.head().id().toString())
                        .sorted()
                        .collect(Collectors.joining(",", OnlineRetail.CODE + "/replay/", "")));
    }

    private static JsonNode require(ShopClient.Answer answer) {
        if (!answer.ok()) {
            throw failure(answer);
        }
        return answer.body();
    }

    private static IllegalStateException failure(ShopClient.Answer answer) {
        return new IllegalStateException("The shop refused: " + answer.problem() + ": " + answer.detail());
    }
}
