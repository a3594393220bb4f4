package io.storehouse.shop.access;

/**
 * How someone approves what another may not do alone.
 *
 * @param username of who approves
 * @param pin secret: it is compared, and then kept nowhere
 */
public record Approval(String username, String pin) {
    /** Without the PIN. */
    @Override
    public String toString() {
        return "Approval[username=" + username + "]";
    }
}
