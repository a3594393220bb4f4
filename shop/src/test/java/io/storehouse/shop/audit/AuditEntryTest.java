package io.storehouse.shop.audit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private enum Act implements AuditAct {
        PIN_SET
    }

    @Test
    void refusesWhatMustNotBeKept() {
        AuditEntry entry = AuditEntry.of(Act.PIN_SET, null, "mary");

        for (String name : new String[] {"pin", "password", "token", "displayName", "phone"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> entry.with(name, "x"))
                    .withMessage("Cannot keep '" + name + "' in the audit log");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditEntry.of(Act.PIN_SET, null, "x".repeat(65)))
                .withMessage("Invalid subject of pin-set: over 64");
    }
}
