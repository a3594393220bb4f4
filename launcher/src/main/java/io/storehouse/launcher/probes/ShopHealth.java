package io.storehouse.launcher.probes;

import io.storehouse.launcher.supervision.Health;
import io.storehouse.launcher.supervision.Probe;
import java.io.IOException;

/** Asks the shop whether it and what it needs are up. */
public final class ShopHealth implements Probe {
    private final String url;

    /** The shop on that port. */
    public ShopHealth(int port) {
        this.url = "http://127.0.0.1:" + port + "/actuator/health";
    }

    @Override
    public Health check() throws IOException {
        String status = Http.get(url).path("status").asText();
        return status.equals("UP") ? Health.good("serves requests") : Health.bad("says " + status);
    }
}
