package io.storehouse.shop.access;

import io.storehouse.shop.problems.ShopException;
import io.storehouse.shop.stores.StoreScope;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be.
 *
 * @param scope all stores for an owner, and for others only where that is said; else at least one
 * @param active null to leave it as it is; a new person is active
 */
record StaffDefinition(
        String username,
        String displayName,
        Caller.Role role,
        StoreScope scope,
        @Nullable Boolean active) {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    /** Names that stand for something else wherever a name is recorded. */
    private static final Set<String> RESERVED =
            Set.of(Accounts.OWNER, "service", "import", "shop", "unknown", "till", "none");

    /** Refuses what no person can be. */
    StaffDefinition {
        if (!isUsername(username)) {
            throw invalid("Invalid user name: expected 2 to 32 of a-z, 0-9 and ._- with a letter first");
        }
        if (RESERVED.contains(username)) {
            throw invalid("Invalid user name: '" + username + "' is not a person's");
        }
        if (!role.isOfStaff()) {
            throw invalid("Invalid role: '" + role.code() + "' is not a person's");
        }
        if (role == Caller.Role.OWNER && !scope.isEverywhere()) {
            throw invalid("Invalid stores: an owner is in all of them, so none are named");
        }
        if (!scope.isEverywhere() && scope.codes().isEmpty()) {
            throw invalid("Invalid stores: name at least one, or say allStores");
        }
    }

    /**
     * Whether an account can have that name. Others are not even looked up: the database holds a name with blanks at its end
     * for the name itself.
     */
    static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    StaffMember created() {
        return new StaffMember(username, displayName, role, scope, active == null || active, null, null, 1);
    }

    StaffMember of(StaffMember before) {
        return with(before, displayName, role, scope, active == null ? before.active() : active);
    }

    static StaffMember inactive(StaffMember before) {
        return with(before, before.displayName(), before.role(), before.scope(), false);
    }

    private static StaffMember with(
            StaffMember before, String displayName, Caller.Role role, StoreScope scope, boolean active) {
        return new StaffMember(
                before.username(),
                displayName,
                role,
                scope,
                active,
                before.passwordHash(),
                before.pinHash(),
                before.sessionVersion());
    }

    static ShopException invalid(String message) {
        return new ShopException(AccessError.INVALID_STAFF, message);
    }
}
