package io.storehouse.shop.replica;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the replica; without an address there is none, and everything goes to the primary.
 *
 * @param url {@code jdbc:mariadb://…} of the same schema on a server that follows the primary by GTID
 * @param username of a user who may read the schema and nothing else
 * @param maxLag reads go to the primary when the replica's data may be older than this
 * @param patience how long a read waits for the replica to have what its caller has seen, before it goes to the primary
 * @param askEvery how often both sides are asked where they are
 * @param readTimeout after which a silent replica is given up and the primary asked
 */
@Validated
@ConfigurationProperties("storehouse.replica")
record ReplicaSettings(
        @Nullable String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("3s") Duration maxLag,
        @DefaultValue("300ms") Duration patience,
        @DefaultValue("250ms") Duration askEvery,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("10") @Min(1) @Max(200) int maximumPoolSize) {
    /** Rejects what cannot work. */
    ReplicaSettings {
        if (url != null && (username.isEmpty() || password.isEmpty())) {
            throw new IllegalArgumentException(
                    "Invalid storehouse.replica: a replica needs a url, a username and a password");
        }
        requirePositive("max-lag", maxLag);
        requirePositive("ask-every", askEvery);
        requirePositive("read-timeout", readTimeout);
        if (patience.isNegative()) {
            throw new IllegalArgumentException(
                    "Invalid storehouse.replica.patience: " + patience + "; expected 0 or more");
        }
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "Invalid storehouse.replica." + key + ": " + value + "; expected more than 0");
        }
    }

    @Override
    public String toString() {
        return "ReplicaSettings[url=" + url + "]";
    }
}
