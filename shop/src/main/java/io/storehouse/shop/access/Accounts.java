package io.storehouse.shop.access;

import io.storehouse.shop.stores.StoreScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts of people: the owner's from the settings, which nobody can change or end, and those of the staff. */
@Component
class Accounts {
    /** The account that whoever starts the shop has. */
    static final String OWNER = "owner";

    private final StaffTable staff;
    private final SecretHashes secrets;
    private final String ownerHash;
    private final long ownerVersion;

    Accounts(StaffTable staff, SecretHashes secrets, AccessSettings settings) {
        this.staff = staff;
        this.secrets = secrets;
        this.ownerHash = secrets.of(settings.ownerPassword());
        this.ownerVersion = SecretHashes.versionOf(settings.ownerPassword());
    }

    /** Who has that password; the work is the same for names that nobody has. */
    Optional<SignedIn> signIn(String username, String password) {
        if (username.equals(OWNER)) {
            return secrets.match(password, ownerHash)
                    ? Optional.of(new SignedIn(OWNER, ownerVersion))
                    : Optional.empty();
        }
        Optional<StaffMember> member = active(username);
        boolean right =
                secrets.match(password, member.map(StaffMember::passwordHash).orElse(null));
        return member.filter(known -> right).map(known -> new SignedIn(username, known.sessionVersion()));
    }

    /** What someone who is signed in may do now; nothing once his account was changed. */
    Optional<Caller> callerOf(SignedIn signedIn) {
        if (signedIn.username().equals(OWNER)) {
            if (signedIn.version() != ownerVersion) {
                return Optional.empty();
            }
            return Optional.of(new Caller(OWNER, Caller.Role.OWNER, StoreScope.everywhere()));
        }
        return active(signedIn.username())
                .filter(member -> member.sessionVersion() == signedIn.version())
                .map(StaffMember::caller);
    }

    /** The person with that name, who may do something. */
    Optional<StaffMember> active(String username) {
        return StaffDefinition.isUsername(username)
                ? staff.find(username).filter(StaffMember::active)
                : Optional.empty();
    }
}
