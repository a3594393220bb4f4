package io.storehouse.shop.replica;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Transactions may write, so all are the primary's. */
final class PrimaryTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    PrimaryTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        Route.transactional(() -> super.doBegin(transaction, definition));
    }
}
