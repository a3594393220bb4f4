package io.storehouse.shop.access;

import io.storehouse.shop.stores.StoreScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens: the service's from the settings, the tills' from a table that keeps only their hashes. */
@Component
class Tokens {
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final byte[] service;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, AccessSettings settings) {
        this.jdbc = jdbc;
        this.service = hash(settings.serviceToken());
    }

    /** Whose token it is. Hashes are compared, so that time tells nothing of the token. */
    Optional<Caller> callerOf(String token) {
        byte[] hash = hash(token);
        if (MessageDigest.isEqual(hash, service)) {
            return Optional.of(new Caller("service", Caller.Role.SERVICE, StoreScope.everywhere()));
        }
        return jdbc.sql("select store, code from till where token_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new Caller(
                        row.getString("code"), Caller.Role.TILL, StoreScope.of(List.of(row.getString("store")))))
                .optional();
    }

    /** A new token for a till, in the running transaction; the one it had is no longer valid. */
    String issue(String store, String till) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into till (store, code, token_hash) values (:store, :code, :hash)
                on duplicate key update token_hash = values(token_hash)
                """)
                .param("store", store)
                .param("code", till)
                .param("hash", hash(token))
                .update();
        return token;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
