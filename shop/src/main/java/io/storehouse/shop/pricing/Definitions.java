package io.storehouse.shop.pricing;

import io.storehouse.contracts.EventType;
import io.storehouse.contracts.Topic;
import io.storehouse.shop.catalogue.Catalogue;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.outbox.Outbox;
import io.storehouse.shop.outbox.OutboxMessage;
import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Defines promotions and coupon campaigns. */
@Component
class Definitions {
    private final DefinitionTable table;
    private final Stores stores;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Definitions(
            DefinitionTable table,
            Stores stores,
            Catalogue catalogue,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.stores = stores;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Defines or changes, idempotently; an event leaves only when something changed. */
    DefinitionTable.Kept define(Definition definition) {
        return transactions.inOne(() -> {
            table.lock();
            Optional<DefinitionTable.Kept> before = table.find(definition.code());
            if (before.isPresent() && before.get().definition().equals(definition)) {
                return before.get();
            }
            before.ifPresent(kept -> checkChange(kept.definition(), definition));
            check(definition);
            table.write(definition);
            return announce(definition.code());
        });
    }

    /** Sends the full state as the transaction sees it. */
    DefinitionTable.Kept announce(String code) {
        DefinitionTable.Kept kept = table.find(code).orElseThrow();
        outbox.append(List.of(OutboxMessage.of(
                EventType.PROMOTION_CHANGED,
                Topic.REFERENCE,
                code,
                clock.instant(),
                kept.definition().event(kept.codes()))));
        return kept;
    }

    /** The definition of that kind of listing. */
    DefinitionTable.Kept require(String code, DefinitionTable.Listing listing) {
        return table.find(code)
                .filter(kept ->
                        (kept.definition().campaign() != null) == (listing == DefinitionTable.Listing.CAMPAIGNS))
                .orElseThrow(() -> new ShopException(
                        PricingError.PROMOTION_NOT_FOUND, "There is no promotion or campaign " + code));
    }

    List<DefinitionTable.Kept> page(DefinitionTable.Listing listing, Asked asked, String after, int limit) {
        return table.page(listing, asked, after, limit);
    }

    private void check(Definition definition) {
        if (definition.skus() != null) {
            catalogue.require(definition.skus());
        }
        if (definition.stores() != null) {
            for (Store store : stores.require(definition.stores()).values()) {
                if (definition.currency() != null
                        && !definition.currency().equals(store.currency().getCurrencyCode())) {
                    throw PricingError.invalid("Invalid stores of " + definition.code() + ": " + store.code()
                            + " does not sell in " + definition.currency());
                }
            }
        }
        if (definition.kind() == RuleKind.FLASH_PRICE && definition.enabled()) {
            table.samePrice(definition).ifPresent(other -> {
                throw new ShopException(
                        PricingError.PROMOTION_CONFLICT,
                        "Cannot define " + definition.code() + ": " + other
                                + " sets a price of the same priority for one of its SKUs at one of its times",
                        Map.of("promotion", other));
            });
        }
        checkSharedCode(definition.code(), definition.campaign());
    }

    private void checkSharedCode(String code, Definition.@Nullable Campaign campaign) {
        if (campaign == null || campaign.sharedCode() == null) {
            return;
        }
        table.campaignOf(campaign.sharedCode())
                .filter(owner -> !owner.equals(code))
                .ifPresent(owner -> {
                    throw new ShopException(
                            PricingError.COUPON_TAKEN,
                            "Cannot share " + campaign.sharedCode() + ": it belongs to campaign " + owner,
                            Map.of("campaign", owner));
                });
    }

    private static void checkChange(Definition before, Definition after) {
        boolean sameCodes = before.campaign() == null
                || after.campaign() == null
                || java.util.Objects.equals(
                        before.campaign().sharedCode(), after.campaign().sharedCode());
        if (before.kind() != after.kind() || !sameCodes) {
            throw new ShopException(
                    PricingError.PROMOTION_FIXED,
                    "Cannot change the kind or the shared code of " + before.code() + ": define another");
        }
    }
}
