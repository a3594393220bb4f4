package io.storehouse.shop.isolation;

import java.sql.SQLException;

/** What two transactions at one level may do to each other. They begin with accounts 1 and 2, of 10 each. */
enum Anomaly {
    DIRTY_WRITE("dirty write: what is not committed is overwritten", (one, two) -> {
        one.update("update isolation_account set balance = 1 where id = 1");
        return two.writes("update isolation_account set balance = 2 where id = 1");
    }),
    DIRTY_READ("dirty read: what is not committed is seen", (one, two) -> {
        one.update("update isolation_account set balance = 1 where id = 1");
        return two.sees("select balance from isolation_account where id = 1", 1);
    }),
    NON_REPEATABLE_READ("non-repeatable read: a row read twice differs", (one, two) -> {
        two.number("select balance from isolation_account where id = 1");
        one.writes("update isolation_account set balance = 1 where id = 1");
        return two.sees("select balance from isolation_account where id = 1", 1);
    }),
    PHANTOM("phantom: a range read twice has another row", (one, two) -> {
        two.number("select count(*) from isolation_account where id < 9");
        one.writes("insert into isolation_account values (3, 10)");
        return two.sees("select count(*) from isolation_account where id < 9", 3);
    }),
    READ_SKEW("read skew: two rows are seen of two moments", (one, two) -> {
        two.number("select balance from isolation_account where id = 1");
        one.writes("update isolation_account set balance = if(id = 1, 15, 5)");
        return two.sees("select balance from isolation_account where id = 2", 5);
    }),
    LOST_UPDATE("lost update: read, reckon, write; the first write is gone", (one, two) -> {
        one.number("select balance from isolation_account where id = 1");
        two.number("select balance from isolation_account where id = 1");
        boolean first = one.writes("update isolation_account set balance = 10 - 3 where id = 1");
        boolean second = two.writes("update isolation_account set balance = 10 - 2 where id = 1");
        return first && second;
    }),
    WRITE_SKEW("write skew: each checks the sum, each takes from another row", (one, two) -> {
        one.number("select sum(balance) from isolation_account");
        two.number("select sum(balance) from isolation_account");
        boolean first = one.writes("update isolation_account set balance = 0 where id = 1");
        boolean second = two.writes("update isolation_account set balance = 0 where id = 2");
        return first && second;
    }),
    SNAPSHOT_LEFT("own write shows another's: the snapshot is left by writing", (one, two) -> {
        two.number("select balance from isolation_account where id = 1");
        one.writes("update isolation_account set balance = 20 where id = 1");
        two.update("update isolation_account set balance = balance + 1 where id = 1");
        return two.sees("select balance from isolation_account where id = 1", 21);
    }),
    STRANGER_BLOCKED("a locked read of a range keeps strangers from inserting into it", (one, two) -> {
        two.number("select count(*) from isolation_account where id > 4 for update");
        return !one.writes("insert into isolation_account values (6, 10)");
    }),
    OVERSOLD("guarded update: both take the last 10", (one, two) -> {
        two.number("select balance from isolation_account where id = 1");
        boolean first =
                one.writes("update isolation_account set balance = balance - 10 where id = 1 and balance >= 10");
        boolean second =
                two.writes("update isolation_account set balance = balance - 10 where id = 1 and balance >= 10");
        return first && second;
    }),
    DOUBLED("unique key: both insert the same id", (one, two) -> {
        one.update("insert into isolation_account values (7, 10)");
        return two.writes("insert into isolation_account values (7, 10)");
    });

    private final String title;
    private final Experiment experiment;

    Anomaly(String title, Experiment experiment) {
        this.title = title;
        this.experiment = experiment;
    }

    String title() {
        return title;
    }

    boolean happens(Session one, Session two) throws SQLException {
        return experiment.happens(one, two);
    }

    /** Two sessions, and whether the anomaly was seen. */
    @FunctionalInterface
    interface Experiment {
        boolean happens(Session one, Session two) throws SQLException;
    }
}
