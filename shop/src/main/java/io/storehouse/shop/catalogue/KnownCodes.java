package io.storehouse.shop.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which codes are known. */
@Component
class KnownCodes {
    private final JdbcClient jdbc;

    KnownCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the codes that a table has; the table's name is the program's own. */
    Set<String> known(String table, Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("select code from " + table + " where code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list());
    }
}
