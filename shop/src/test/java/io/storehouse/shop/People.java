package io.storehouse.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes staff as the owner does, each with a name of its own. */
public final class People {
    /** The password of everyone who is made here. */
    public static final String PASSWORD = "correct horse battery";
    /** The PIN of everyone who is made here. */
    public static final String PIN = "4711";

    private final int port;
    private final ShopHttp owner;

    /** The staff of a running shop. */
    public People(int port) {
        this.port = port;
        this.owner = ShopHttp.signedIn(port, "owner", RealEngines.OWNER_PASSWORD);
    }

    /** The owner, logged in. */
    public ShopHttp owner() {
        return owner;
    }

    /** The user name of someone new with that role in these stores, or in all where none is named. */
    public String hire(String role, String... stores) {
        String username =
                role.substring(0, 3) + "-" + UUID.randomUUID().toString().substring(0, 13);
        require(owner.put("/api/v1/staff/" + username, definition(role, stores)), 200);
        require(owner.put("/api/v1/staff/" + username + "/password", Map.of("password", PASSWORD)), 204);
        require(owner.put("/api/v1/staff/" + username + "/pin", Map.of("pin", PIN)), 204);
        return username;
    }

    /** Someone who was hired, logged in. */
    public ShopHttp signIn(String username) {
        return ShopHttp.signedIn(port, username, PASSWORD);
    }

    /** A body that defines a person. */
    public static Map<String, Object> definition(String role, String... stores) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("displayName", "Somebody");
        body.put("role", role);
        if (stores.length > 0) {
            body.put("stores", List.of(stores));
        } else if (!role.equals("owner")) {
            body.put("allStores", true);
        }
        return body;
    }

    private static void require(ShopHttp.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Failed to hire: " + answer.raw().body());
        }
    }
}
