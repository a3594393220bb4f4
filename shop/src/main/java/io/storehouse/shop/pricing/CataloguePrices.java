package io.storehouse.shop.pricing;

import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.catalogue.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The catalogue's prices, which are the same in all stores and at all times. */
@Component
class CataloguePrices implements PriceSource {
    private final Catalogue catalogue;

    CataloguePrices(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Map<String, ListPrice>> of(List<Wanted> wanted) {
        Map<String, Product> products = catalogue.require(
                wanted.stream().flatMap(list -> list.skus().stream()).collect(Collectors.toSet()));
        return wanted.stream().map(list -> prices(list, products)).toList();
    }

    private static Map<String, ListPrice> prices(Wanted list, Map<String, Product> products) {
        Map<String, ListPrice> prices = new HashMap<>();
        for (String sku : list.skus()) {
            Product product = Objects.requireNonNull(products.get(sku));
            prices.put(sku, new ListPrice(product.price(), product.goods()));
        }
        return prices;
    }
}
