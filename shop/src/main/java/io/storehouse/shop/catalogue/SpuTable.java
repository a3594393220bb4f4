package io.storehouse.shop.catalogue;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.contracts.events.SpuChanged;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Products with variants. Whoever changes an SPU or its variants has locked its row first, then the products'. */
@Component
class SpuTable {
    /** Characters of a variant's attributes as JSON. */
    static final int LONGEST_VARIANT = 500;

    private static final String SELECT = "select code, name, axes, category, brand, tax_class from spu ";

    private final JdbcClient jdbc;
    private final ProductTable products;
    private final ProductAttributes attributes;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Clock clock;

    SpuTable(
            JdbcClient jdbc,
            ProductTable products,
            ProductAttributes attributes,
            Transactions transactions,
            Outbox outbox,
            Clock clock) {
        this.jdbc = jdbc;
        this.products = products;
        this.attributes = attributes;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes or changes an SPU, and with it the classification of its variants. */
    Spu define(Spu spu) {
        attributes.requireKnown(spu.category(), spu.taxClass());
        return transactions.inOne(() -> {
            Optional<Spu> before = lock(spu.code());
            if (before.filter(spu::equals).isPresent()) {
                return spu;
            }
            List<String> variants =
                    products.ofSpu(spu.code()).stream().map(Product::sku).toList();
            if (before.isPresent()
                    && !variants.isEmpty()
                    && !before.get().axes().equals(spu.axes())) {
                throw new ShopException(
                        CatalogueError.AXES_FIXED,
                        "Cannot change the attributes of " + spu.code() + ": it has " + variants.size() + " variants");
            }
            write(spu);
            products.change(variants, sku -> sku.classified(spu.category(), spu.brand(), spu.taxClass()));
            announce(spu);
            return spu;
        });
    }

    /**
     * Makes a listed SKU a variant.
     *
     * @throws ShopException {@code variant-taken} when another SKU has these attributes
     */
    Product vary(String code, String sku, Map<String, String> by) {
        return transactions.inOne(() -> {
            Spu spu = lock(code).orElseThrow(() -> missing(code));
            if (!spu.isVariedBy(by)) {
                throw new ShopException(
                        CatalogueError.INVALID_VARIANT,
                        "Invalid variant " + by.keySet() + ": expected a value for each of " + spu.axes());
            }
            if (ProductRows.text(by).length() > LONGEST_VARIANT) {
                throw new ShopException(
                        CatalogueError.INVALID_VARIANT,
                        "Invalid variant: its attributes are over " + LONGEST_VARIANT + " characters as JSON");
            }
            return changed(sku, before -> {
                if (before.spu() != null && !before.spu().equals(code)) {
                    throw new ShopException(
                            CatalogueError.INVALID_VARIANT,
                            "Cannot make " + sku + " a variant of " + code + ": it is one of " + before.spu());
                }
                return before.classified(spu.category(), spu.brand(), spu.taxClass())
                        .varying(code, by);
            });
        });
    }

    /** Makes a variant a product of its own; its classification stays. */
    Product release(String code, String sku) {
        return transactions.inOne(() -> {
            Spu spu = lock(code).orElseThrow(() -> missing(code));
            return changed(sku, before -> spu.code().equals(before.spu()) ? before.varying(null, null) : before);
        });
    }

    Spu one(String code) {
        return find(code, "").orElseThrow(() -> missing(code));
    }

    List<Spu> page(String after, int limit) {
        return jdbc.sql(SELECT + "where code > :after order by code limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(SpuTable::spu)
                .list();
    }

    List<Product> variants(String code) {
        return products.ofSpu(one(code).code());
    }

    private Product changed(String sku, UnaryOperator<Product> change) {
        return Objects.requireNonNull(products.change(List.of(sku), change).get(sku));
    }

    /** The known ones of the SPUs by their codes, locked. */
    Map<String, Spu> lock(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + "where code in (:codes) order by code for update")
                        .param("codes", codes)
                        .query(SpuTable::spu)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Spu::code, Function.identity()));
    }

    private Optional<Spu> lock(String code) {
        return find(code, "for update");
    }

    private Optional<Spu> find(String code, String lock) {
        return jdbc.sql(SELECT + "where code = :code " + lock)
                .param("code", code)
                .query(SpuTable::spu)
                .optional();
    }

    private void write(Spu spu) {
        jdbc.sql("""
                insert into spu (code, name, axes, category, brand, tax_class)
                values (:code, :name, :axes, :category, :brand, :taxClass)
                on duplicate key update
                    name = values(name),
                    axes = values(axes),
                    category = values(category),
                    brand = values(brand),
                    tax_class = values(tax_class)
                """)
                .param("code", spu.code())
                .param("name", spu.name())
                .param("axes", ProductRows.text(spu.axes()))
                .param("category", spu.category())
                .param("brand", spu.brand())
                .param("taxClass", spu.taxClass())
                .update();
    }

    private void announce(Spu spu) {
        SpuChanged payload =
                new SpuChanged(spu.code(), spu.name(), spu.axes(), spu.category(), spu.brand(), spu.taxClass());
        outbox.append(List.of(
                OutboxMessage.of(EventType.SPU_CHANGED, Topic.REFERENCE, spu.code(), clock.instant(), payload)));
    }

    private static Spu spu(ResultSet row, int number) throws SQLException {
        return new Spu(
                row.getString("code"),
                row.getString("name"),
                ProductRows.texts(row.getString("axes")),
                row.getString("category"),
                row.getString("brand"),
                row.getString("tax_class"));
    }

    private static ShopException missing(String code) {
        return new ShopException(CatalogueError.SPU_NOT_FOUND, "There is no SPU " + code);
    }
}
