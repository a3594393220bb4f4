package io.storehouse.shop.audit;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the database refuse to change or delete an entry, before the first request. A server with a binary log lets only
 * trusted users create triggers, so this is no migration: a shop on a database that refuses them starts, and says what is
 * missing.
 */
@Component
class AuditGuard implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(AuditGuard.class);

    private final JdbcClient jdbc;

    AuditGuard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> there = jdbc.sql("""
                select trigger_name
                from information_schema.triggers
                where trigger_schema = database() and event_object_table = 'audit_entry'
                """).query(String.class).list();
        for (String act : List.of("update", "delete")) {
            String trigger = "audit_entry_" + act;
            if (!there.contains(trigger)) {
                guard(trigger, act);
            }
        }
    }

    /** Without {@code if not exists}, which the reader of the binary log does not understand. */
    private void guard(String trigger, String act) {
        try {
            jdbc.sql("create trigger " + trigger + " before " + act + " on audit_entry for each row"
                            + " signal sqlstate '45000' set message_text = 'The audit log is append-only'")
                    .update();
        } catch (DataAccessException e) {
            LOG.warn(
                    "The database does not keep the audit log from {}: {}. Set log_bin_trust_function_creators=1 there, or"
                            + " grant the shop's user BINLOG ADMIN, and start the shop again",
                    act,
                    e.getMostSpecificCause().getMessage());
        }
    }
}
