package io.storehouse.shop.documents;

import io.storehouse.shop.problems.ShopException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class RetryingTransactions implements Transactions {
    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    /** Lock wait, deadlock, a row changed since the snapshot. */
    private static final Set<Integer> BROKEN_OFF = Set.of(1205, 1213, 1020);

    private static final int DUPLICATE = 1062;

    private final TransactionTemplate template;
    private final TransactionTemplate savepoint;

    RetryingTransactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(template.execute(status -> work.get()), "A transaction has a result");
            } catch (DataAccessException e) {
                if (!again(e)) {
                    throw named(e);
                }
                if (attempt == ATTEMPTS) {
                    throw new ShopException(
                            DocumentError.BUSY, "Cannot finish: the database broke the transaction off", Map.of(), e);
                }
                pause(attempt);
            }
        }
    }

    @Override
    public void inSavepoint(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A savepoint needs a running transaction");
        }
        try {
            savepoint.executeWithoutResult(status -> work.run());
        } catch (TransactionSystemException e) {
            if (e.getOriginalException() instanceof DataAccessException brokenOff) {
                throw brokenOff;
            }
            throw e;
        }
    }

    /** A claim or a drawn key that another transaction took counts as broken off too: the next attempt sees what it wrote. */
    private static boolean again(DataAccessException failure) {
        if (failure instanceof RecordedMeanwhile) {
            return true;
        }
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return false;
        }
        if (BROKEN_OFF.contains(cause.getErrorCode())) {
            return true;
        }
        return cause.getErrorCode() == DUPLICATE
                && String.valueOf(cause.getMessage()).contains("for key 'PRIMARY'");
    }

    private static RuntimeException named(DataAccessException failure) {
        if (failure instanceof DuplicateKeyException) {
            return new ShopException(
                    DocumentError.IDENTIFIER_TAKEN,
                    "Cannot record: an identifier of a line or payment belongs to another document",
                    Map.of(),
                    failure);
        }
        return failure;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
