package io.storehouse.shop.pricing;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import io.storehouse.shop.pricelists.Price;
import io.storehouse.shop.pricelists.PriceQuestion;
import io.storehouse.shop.pricelists.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What things cost before anything is taken off: the price lists speak before the products' own prices. */
@Component
class ListPrices {
    private final Catalogue catalogue;
    private final Prices lists;

    ListPrices(Catalogue catalogue, Prices lists) {
        this.catalogue = catalogue;
        this.lists = lists;
    }

    /**
     * What is listed, by SKU, in the order of the questions.
     *
     * @throws io.storehouse.shop.problems.ShopException {@code unknown-sku}
     */
    List<Map<String, ListPrice>> of(List<PriceQuestion> questions) {
        Map<String, Product> products = catalogue.require(
                questions.stream().flatMap(question -> question.skus().stream()).collect(Collectors.toSet()));
        List<Map<String, Price>> listed = lists.at(questions);
        List<Map<String, ListPrice>> prices = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Map<String, ListPrice> bySku = new HashMap<>();
            for (String sku : questions.get(i).skus()) {
                Product product = Objects.requireNonNull(products.get(sku));
                Price price = listed.get(i).get(sku);
                bySku.put(
                        sku,
                        new ListPrice(
                                price == null ? product.price() : price.amount(), product.goods(), product.taxClass()));
            }
            prices.add(bySku);
        }
        return prices;
    }

    /**
     * What is listed.
     *
     * @param price null where none is
     * @param goods false for a service
     * @param taxClass null where nothing is taxed
     */
    record ListPrice(
            @Nullable BigDecimal price,
            boolean goods,
            @Nullable String taxClass) {}
}
