package io.storehouse.shop.registers;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open shifts of a register that is locked. */
final class OpenShifts {
    private final Register register;
    private final Map<ShiftKind, Shift.Open> open = new EnumMap<>(ShiftKind.class);

    OpenShifts(Register register) {
        this.register = register;
    }

    Register register() {
        return register;
    }

    void put(Shift.Open shift) {
        open.put(shift.kind(), shift);
    }

    Shift.@Nullable Open regular() {
        return open.get(ShiftKind.REGULAR);
    }

    Shift.@Nullable Open rescue() {
        return open.get(ShiftKind.RESCUE);
    }
}
