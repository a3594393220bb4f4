package io.storehouse.shop.access;

import io.storehouse.shop.documents.Rows;
import io.storehouse.shop.documents.Transactions;
import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often secrets were guessed, counted in the database before each guess is looked at: however many requests and processes
 * guess at once, no more guesses are looked at than are allowed. Success forgets them, and so does time.
 */
@Component
class Attempts {
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final AccessSettings settings;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Transactions transactions, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is guessed. */
    enum Secret {
        PASSWORD(AccessError.TOO_MANY_LOGINS, "Cannot log in: too many failures"),
        PIN(AccessError.TOO_MANY_APPROVALS, "Cannot approve: too many wrong PINs");

        private final ErrorCode limit;
        private final String refusal;

        Secret(ErrorCode limit, String refusal) {
            this.limit = limit;
            this.refusal = refusal;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Counts a guess that is about to be looked at, whatever becomes of it.
     *
     * @throws ShopException {@code too-many-logins} or {@code too-many-approvals}, with the seconds to wait
     * @throws IllegalStateException within a transaction, which could undo the count
     */
    void take(Secret secret, String account) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Cannot count a guess in a transaction that may be undone");
        }
        Optional<Instant> refused = transactions.inOne(() -> count(secret, Tokens.hash(account)));
        refused.ifPresent(until -> {
            long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
            throw new ShopException(
                    secret.limit,
                    secret.refusal + "; wait " + seconds + " s",
                    Map.of(ShopException.RETRY_AFTER, seconds));
        });
    }

    /** Forgets the guesses of an account, in the running transaction. */
    void clear(Secret secret, String account) {
        jdbc.sql("delete from attempt where secret = :secret and account_hash = :account")
                .param("secret", secret.code())
                .param("account", Tokens.hash(account))
                .update();
    }

    private Optional<Instant> count(Secret secret, byte[] account) {
        LocalDateTime now = Rows.utc(clock.instant());
        jdbc.sql("delete from attempt where until < :now limit 20")
                .param("now", now)
                .update();
        jdbc.sql("""
                insert into attempt (secret, account_hash, tries, until) values (:secret, :account, 0, :now)
                on duplicate key update tries = tries
                """)
                .param("secret", secret.code())
                .param("account", account)
                .param("now", now)
                .update();
        int counted = jdbc.sql("""
                update attempt set tries = if(until <= :now, 1, tries + 1), until = :until
                where secret = :secret and account_hash = :account and (tries < :most or until <= :now)
                """)
                .param("secret", secret.code())
                .param("account", account)
                .param("now", now)
                .param("until", now.plus(window(secret)))
                .param("most", most(secret))
                .update();
        return counted == 1 ? Optional.empty() : Optional.of(until(secret, account));
    }

    private Instant until(Secret secret, byte[] account) {
        return Rows.instant(jdbc.sql("select until from attempt where secret = :secret and account_hash = :account")
                .param("secret", secret.code())
                .param("account", account)
                .query(LocalDateTime.class)
                .single());
    }

    private int most(Secret secret) {
        return switch (secret) {
            case PASSWORD -> settings.loginAttempts();
            case PIN -> settings.approvalAttempts();
        };
    }

    private Duration window(Secret secret) {
        return switch (secret) {
            case PASSWORD -> settings.loginWindow();
            case PIN -> settings.approvalWindow();
        };
    }
}
