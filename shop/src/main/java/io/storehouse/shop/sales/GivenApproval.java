package io.storehouse.shop.sales;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An approval as sent: an approver's user name with the PIN; or only a name, which counts where the caller may approve himself
 * and is then the name that is recorded.
 */
@Schema(
        description =
                "An approver's user name and PIN; or, from the owner and the service, only the approver's name as text")
record GivenApproval(@Nullable String username, @Nullable String pin) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    GivenApproval {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static GivenApproval of(String name) {
        return new GivenApproval(name, null);
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "GivenApproval[username=" + username + "]";
    }
}
