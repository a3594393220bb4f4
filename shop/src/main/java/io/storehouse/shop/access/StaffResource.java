package io.storehouse.shop.access;

import io.storehouse.shop.stores.StoreScope;
import io.storehouse.shop.stores.Stores;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/staff")
class StaffResource {
    private static final Pattern PIN = Pattern.compile("[0-9]{4,8}");
    private static final int SHORTEST_PASSWORD = 10;

    private final Staff staff;
    private final StaffTable table;
    private final Stores stores;
    private final Callers callers;

    StaffResource(Staff staff, StaffTable table, Stores stores, Callers callers) {
        this.staff = staff;
        this.table = table;
        this.stores = stores;
        this.callers = callers;
    }

    /** By user name; a caller of some stores sees the people who are named for one of these. */
    @GetMapping
    List<View> page(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return table.page(callers.scope(), after, limit).stream().map(View::of).toList();
    }

    @GetMapping("/{username}")
    View one(@PathVariable String username) {
        return table.find(username)
                .filter(member -> callers.scope().isEverywhere()
                        || member.scope().codes().stream().anyMatch(callers.scope()::includes))
                .map(member -> View.of(member, callers.scope()))
                .orElseThrow(() -> Staff.missing(username));
    }

    /** A new person has no password and no PIN: he can do nothing before they are set. */
    @PutMapping("/{username}")
    View define(@PathVariable String username, @Valid @RequestBody Body body) {
        StaffDefinition definition = body.definition(username);
        if (!definition.scope().isEverywhere()) {
            stores.require(definition.scope().codes());
        }
        return View.of(staff.define(definition));
    }

    /** The person is kept, because orders and the audit log name him; {@code active} in a definition lets him in again. */
    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable String username) {
        staff.deactivate(username);
    }

    @PutMapping("/{username}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String username, @Valid @RequestBody Password body) {
        if (body.password().length() < SHORTEST_PASSWORD || !SecretHashes.fits(body.password())) {
            throw StaffDefinition.invalid("Invalid password: expected " + SHORTEST_PASSWORD + " characters to "
                    + SecretHashes.MOST_BYTES + " bytes");
        }
        staff.setPassword(username, body.password());
    }

    @PutMapping("/{username}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPin(@PathVariable String username, @Valid @RequestBody Pin body) {
        if (!PIN.matcher(body.pin()).matches()) {
            throw StaffDefinition.invalid("Invalid PIN: expected 4 to 8 digits");
        }
        staff.setPin(username, body.pin());
    }

    /**
     * A person as sent.
     *
     * @param role {@code owner}, {@code store_manager}, {@code cashier}, {@code buyer} or {@code analyst}
     * @param stores where; absent for an owner, and where {@code allStores}
     * @param allStores true for a role in all stores, also those opened later
     * @param active absent to leave it as it is
     */
    record Body(
            @NotBlank @Size(max = 128) String displayName,
            @NotBlank String role,
            @Nullable @Size(max = 1000) List<@NotBlank String> stores,
            @Nullable Boolean allStores,
            @Nullable Boolean active) {

        StaffDefinition definition(String username) {
            Caller.Role known =
                    Caller.Role.ofCode(role).orElseThrow(() -> StaffDefinition.invalid("Invalid role: '" + role + "'"));
            return new StaffDefinition(username, displayName, known, scope(known), active);
        }

        private StoreScope scope(Caller.Role known) {
            boolean named = stores != null && !stores.isEmpty();
            if (Boolean.TRUE.equals(allStores) && named) {
                throw StaffDefinition.invalid("Invalid stores: all of them or some, not both");
            }
            boolean all = Boolean.TRUE.equals(allStores) || (known == Caller.Role.OWNER && !named);
            return all ? StoreScope.everywhere() : StoreScope.of(stores == null ? List.of() : stores);
        }
    }

    record Password(@NotNull String password) {
        @Override
        public String toString() {
            return "Password[]";
        }
    }

    record Pin(@NotNull String pin) {
        @Override
        public String toString() {
            return "Pin[]";
        }
    }

    record View(
            String username,
            String displayName,
            String role,
            boolean allStores,
            List<String> stores,
            boolean active,
            boolean hasPassword,
            boolean hasPin) {

        static View of(StaffMember member) {
            return of(member, StoreScope.everywhere());
        }

        static View of(StaffMember member, StoreScope reader) {
            return new View(
                    member.username(),
                    member.displayName(),
                    member.role().code(),
                    member.scope().isEverywhere(),
                    member.scope().codes().stream().filter(reader::includes).toList(),
                    member.active(),
                    member.passwordHash() != null,
                    member.pinHash() != null);
        }
    }
}
