package io.storehouse.shop.flashsale;

import io.storehouse.shop.documents.SurrogateKeys;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stock.StockHolds;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How flash sales begin, change and end. Their units are held in stock from their definition until they end. */
@Component
class FlashSales {
    private final Transactions transactions;
    private final FlashSaleTable sales;
    private final Stores stores;
    private final StockHolds holds;
    private final SaleRecord record;
    private final SurrogateKeys keys;
    private final Clock clock;

    FlashSales(
            Transactions transactions,
            FlashSaleTable sales,
            Stores stores,
            StockHolds holds,
            SaleRecord record,
            SurrogateKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.sales = sales;
        this.stores = stores;
        this.holds = holds;
        this.record = record;
        this.keys = keys;
        this.clock = clock;
    }

    /** The sale with that id. */
    FlashSale require(UUID id) {
        return sales.find(id).orElseThrow(() -> missing(id));
    }

    /**
     * Makes a sale, or changes one that has not begun; the same again changes nothing.
     *
     * @throws ShopException {@code flash-sale-fixed} when it has begun, was closed, or is of another store or SKU; {@code
     *     insufficient-stock}
     */
    FlashSale define(DefineFlashSale command) {
        return transactions.inOne(() -> {
            FlashSale before = sales.lock(List.of(command.id())).get(command.id());
            if (before != null && command.same(before)) {
                return before;
            }
            Store store = stores.require(command.store());
            checkPrice(command.price(), store);
            Instant now = clock.instant();
            if (!command.until().isAfter(now)) {
                throw new ShopException(
                        FlashSaleError.INVALID_FLASH_SALE, "Invalid time: " + command.until() + " is over");
            }
            FlashSale sale = before == null ? begin(command, store) : change(before, command, now);
            holds.hold(new StockHolds.Hold(
                    sale.hold(),
                    "flash-sale " + sale.id(),
                    sale.store(),
                    sale.sku(),
                    BigDecimal.valueOf(sale.quota())));
            record.announce(sale, store, now);
            record.audit(FlashSaleAct.FLASH_SALE_DEFINED, sale);
            return sale;
        });
    }

    private FlashSale begin(DefineFlashSale command, Store store) {
        FlashSale sale = sale(keys.next(), command, 1);
        sales.insert(sale, store);
        return sale;
    }

    private FlashSale change(FlashSale before, DefineFlashSale command, Instant now) {
        if (!before.open() || !now.isBefore(before.from())) {
            throw fixed(before, before.open() ? "it has begun" : "it is " + before.state());
        }
        if (!before.store().equals(command.store()) || !before.sku().equals(command.sku())) {
            throw fixed(before, "its store and SKU stay; cancel it and make another");
        }
        FlashSale sale = sale(before.key(), command, before.version() + 1);
        if (!sales.change(sale)) {
            throw new IllegalStateException("Flash sale " + before.id() + " changed while it was locked");
        }
        holds.release(before.hold());
        return sale;
    }

    private static FlashSale sale(long key, DefineFlashSale command, int version) {
        return new FlashSale(
                key,
                command.id(),
                command.name(),
                command.store(),
                command.sku(),
                command.price(),
                command.quota(),
                command.quota(),
                command.from(),
                command.until(),
                command.payWithin(),
                FlashSale.OPEN,
                version,
                UUID.randomUUID());
    }

    /** Who has won keeps it; nobody wins any more. Again and again gives the same. */
    FlashSale cancel(UUID id) {
        return transactions.inOne(() -> {
            FlashSale before =
                    Optional.ofNullable(sales.lock(List.of(id)).get(id)).orElseThrow(() -> missing(id));
            if (before.state().equals(FlashSale.ENDED)) {
                throw fixed(before, "it has ended");
            }
            if (before.open()) {
                close(before, FlashSale.CANCELLED);
                record.audit(FlashSaleAct.FLASH_SALE_CANCELLED, before);
            }
            return require(id);
        });
    }

    /** Ends a sale whose last claim is settled. */
    FlashSale end(UUID id) {
        return transactions.inOne(() -> {
            FlashSale before = sales.lock(List.of(id)).get(id);
            if (before != null && before.open()) {
                close(before, FlashSale.ENDED);
            }
            return require(id);
        });
    }

    private void close(FlashSale before, String state) {
        if (!sales.close(before.key(), state)) {
            throw new IllegalStateException("Flash sale " + before.id() + " was closed while it was locked");
        }
        holds.release(before.hold());
        record.announce(require(before.id()), stores.require(before.store()), clock.instant());
    }

    private static void checkPrice(BigDecimal price, Store store) {
        int places = Math.max(0, store.currency().getDefaultFractionDigits());
        if (price.stripTrailingZeros().scale() > places) {
            throw new ShopException(
                    FlashSaleError.INVALID_FLASH_SALE,
                    "Invalid price: " + price.toPlainString() + "; expected at most " + places + " places");
        }
    }

    private static ShopException fixed(FlashSale sale, String why) {
        return new ShopException(FlashSaleError.FLASH_SALE_FIXED, "Cannot change flash sale " + sale.id() + ": " + why);
    }

    private static ShopException missing(UUID id) {
        return new ShopException(FlashSaleError.FLASH_SALE_NOT_FOUND, "There is no flash sale " + id);
    }
}
