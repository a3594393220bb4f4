package io.storehouse.shop.registers;

import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import io.storehouse.shop.documents.Channel;
import io.storehouse.shop.sales.Checkout;
import io.storehouse.shop.sales.PlaceOrder;
import io.storehouse.shop.sales.Tendered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Closing shifts of 10 and of 10,000 orders over HTTP, by turns; run by {@code bench/shift-close}, not by the suite. */
@ShopTest
class ShiftCloseBench {
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 9;

    @LocalServerPort
    private int port;

    @Autowired
    private Checkout checkout;

    @Test
    void closesFewAndMany() {
        List<Long> few = new ArrayList<>();
        List<Long> many = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            long ofFew = close(FEW);
            long ofMany = close(MANY);
            if (round >= 0) {
                few.add(ofFew);
                many.add(ofMany);
            }
        }
        System.out.printf("ratio of the medians %.2f%n", (double) print(MANY, many) / print(FEW, few));
    }

    private static long print(int orders, List<Long> micros) {
        Collections.sort(micros);
        long median = micros.get(ROUNDS / 2);
        System.out.printf(
                "%,7d orders: median %.1f ms, longest %.1f ms of %d%n",
                orders, median / 1e3, micros.get(ROUNDS - 1) / 1e3, ROUNDS);
        return median;
    }

    private long close(int orders) {
        Tills tills = new Tills(port);
        tills.shop().put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        tills.register("R1");
        String shift = tills.open("R1", "0");
        for (int placed = 0; placed < orders; placed += 500) {
            checkout.place(orders(tills.store(), Math.min(500, orders - placed)));
        }
        Map<String, Object> closing = Tills.closing(Integer.toString(orders));
        long began = System.nanoTime();
        int status =
                tills.shop().post("/api/v1/shifts/" + shift + "/close", closing).status();
        long took = (System.nanoTime() - began) / 1_000;
        if (status != 201) {
            throw new IllegalStateException("Failed to close: " + status);
        }
        return took;
    }

    private static List<PlaceOrder> orders(String store, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlaceOrder(
                        UUID.randomUUID(),
                        null,
                        store,
                        "R1",
                        null,
                        Channel.TILL,
                        Instant.parse("2026-03-02T10:00:00Z"),
                        List.of(new PlaceOrder.Line(
                                UUID.randomUUID(), "POST", null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO)),
                        List.of(new Tendered(UUID.randomUUID(), "cash", BigDecimal.ONE)),
                        null,
                        false,
                        null))
                .toList();
    }
}
