package io.storehouse.warehouse;

/**
 * One SQL model.
 *
 * @param sql a plain SELECT over views named like the tables it reads
 */
record Model(String sql, Contract contract) {
    String name() {
        return contract.name();
    }
}
