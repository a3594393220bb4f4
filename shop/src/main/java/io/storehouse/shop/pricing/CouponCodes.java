package io.storehouse.shop.pricing;

import io.storehouse.shop.documents.CommandHash;
import io.storehouse.shop.documents.DocumentKind;
import io.storehouse.shop.documents.Documents;
import io.storehouse.shop.documents.Rows;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes codes that are used once. */
@Component
class CouponCodes implements DocumentKind<CouponCodes.Make, CouponCodes.Batch, CouponCodes.Made> {
    /** Most of one request. */
    static final int MOST = 10_000;

    private static final int ROWS_A_STATEMENT = 1000;
    private static final int RANDOM_LETTERS = 12;
    /** Without letters and digits that are taken for each other; 32, so that each letter is worth 5 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final String INSERT = "insert into coupon (code, campaign_id, batch, most) values (?, ?, ?, 1)";

    private final Documents documents;
    private final Definitions definitions;
    private final JdbcClient jdbc;
    private final Rows rows;
    private final SecureRandom random = new SecureRandom();

    CouponCodes(Documents documents, Definitions definitions, JdbcClient jdbc, Rows rows) {
        this.documents = documents;
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Asks for so many codes of a campaign; they begin with the prefix. */
    record Make(UUID id, String campaign, int count, String prefix) {
        Make {
            prefix = Cart.coupon(prefix);
            if (count < 1 || count > MOST || prefix.length() > 16) {
                throw PricingError.invalid(
                        "Invalid codes: expected 1 to " + MOST + ", with a prefix of at most 16 characters");
            }
        }
    }

    /** Codes of a campaign that is known. */
    record Batch(Make command, int campaignId) {}

    /** How many were made; they are listed by their batch, which is the request's id. */
    record Made(UUID id, String campaign, int count, boolean replayed) {}

    Made make(Make command) {
        return documents.recordOnce(this, List.of(command)).get(0);
    }

    @Override
    public List<Batch> prepare(List<Make> commands) {
        return commands.stream().map(this::prepare).toList();
    }

    private Batch prepare(Make command) {
        DefinitionTable.Kept kept = definitions.require(command.campaign(), DefinitionTable.Listing.CAMPAIGNS);
        Definition.Campaign campaign = kept.definition().campaign();
        if (campaign == null || campaign.sharedCode() != null) {
            throw PricingError.invalid("Cannot make codes of " + command.campaign() + ": it has a shared code");
        }
        return new Batch(command, kept.id());
    }

    @Override
    public void write(List<Batch> batches) {
        for (Batch batch : batches) {
            List<Object[]> all = codes(batch.command()).stream()
                    .map(code -> new Object[] {
                        code, batch.campaignId(), batch.command().id()
                    })
                    .toList();
            for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
                rows.write(INSERT, new ArrayList<>(all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT))));
            }
            jdbc.sql("update coupon_campaign set codes = codes + :count where promotion_id = :id")
                    .param("count", all.size())
                    .param("id", batch.campaignId())
                    .update();
            definitions.announce(batch.command().campaign());
        }
    }

    private Set<String> codes(Make command) {
        Set<String> codes = new HashSet<>();
        while (codes.size() < command.count()) {
            StringBuilder code = new StringBuilder(command.prefix());
            for (int i = 0; i < RANDOM_LETTERS; i++) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            codes.add(code.toString());
        }
        return codes;
    }

    @Override
    public String scope() {
        return "coupon-codes";
    }

    @Override
    public UUID id(Make command) {
        return command.id();
    }

    @Override
    public CommandHash.Value hash(Make command) {
        return new CommandHash()
                .add(command.campaign())
                .add(command.count())
                .add(command.prefix())
                .value();
    }

    @Override
    public Class<Made> responseType() {
        return Made.class;
    }

    @Override
    public Made replayed(Made first) {
        return new Made(first.id(), first.campaign(), first.count(), true);
    }

    @Override
    public Made response(Batch batch) {
        return new Made(
                batch.command().id(),
                batch.command().campaign(),
                batch.command().count(),
                false);
    }
}
