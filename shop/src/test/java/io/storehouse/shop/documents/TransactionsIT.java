package io.storehouse.shop.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.ShopTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShopTest
class TransactionsIT {
    private static final int DEADLOCK = 1213;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String before = "before-" + UUID.randomUUID();
    private final String within = "within-" + UUID.randomUUID();

    @Test
    void undoesOnlyWhatFailedInASavepoint() {
        transactions.inOne(() -> {
            add(before);
            assertThatThrownBy(() -> transactions.inSavepoint(() -> {
                        add(within);
                        throw new IllegalArgumentException("refused");
                    }))
                    .hasMessage("refused");
            return true;
        });

        assertThat(has(before)).isTrue();
        assertThat(has(within)).isFalse();
    }

    /** A deadlock rolls back all of the transaction, its savepoints too: nothing of the first attempt may stay. */
    @Test
    void runsAllAgainWhereTheDatabaseBrokeOffTheTransactionWithinASavepoint() {
        AtomicInteger attempts = new AtomicInteger();

        transactions.inOne(() -> {
            add(before);
            transactions.inSavepoint(() -> {
                add(within);
                if (attempts.incrementAndGet() == 1) {
                    jdbc.sql("rollback").update();
                    throw new CannotAcquireLockException("deadlock", new SQLException("deadlock", "40001", DEADLOCK));
                }
            });
            return true;
        });

        assertThat(attempts).hasValue(2);
        assertThat(has(before)).isTrue();
        assertThat(has(within)).isTrue();
    }

    @Test
    void needsATransactionForASavepoint() {
        assertThatThrownBy(() -> transactions.inSavepoint(() -> add(within)))
                .hasMessage("A savepoint needs a running transaction");
    }

    private void add(String code) {
        jdbc.sql("insert into customer (code) values (:code)")
                .param("code", code)
                .update();
    }

    private boolean has(String code) {
        return jdbc.sql("select exists(select 1 from customer where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }
}
