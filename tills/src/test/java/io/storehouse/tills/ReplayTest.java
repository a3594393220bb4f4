package io.storehouse.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.storehouse.formats.OnlineRetail;
import io.storehouse.formats.SalesDocument;
import io.storehouse.formats.SalesFileReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReplayTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String ROWS =
            "1,A,n,1,2010-12-01 08:26:00,1,,UK\n2,A,n,1,2010-12-01 08:27:00,1,,UK\n3,A,n,1,2010-12-01 08:28:00,1,,UK\n";

    private final AtomicInteger orders = new AtomicInteger();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 201;
    private boolean replayed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean order = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().equals("/api/v1/orders");
            boolean lookUp = exchange.getRequestURI().getPath().startsWith("/api/v1/orders/");
            String list = exchange.getRequestMethod().equals("GET") ? "[]" : "{\"token\":\"t\"}";
            byte[] body = (order ? "{\"code\":\"idempotency-conflict\"}" : list).getBytes(StandardCharsets.UTF_8);
            if (order && replayed) {
                exchange.getResponseHeaders().add("Idempotent-Replay", "true");
            }
            orders.addAndGet(order ? 1 : 0);
            exchange.sendResponseHeaders(order ? status : lookUp ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void refusesWhatTheShopHoldsWithOtherContent() throws IOException {
        status = 409;
        Tally tally = tally();
        replay(tally);
        assertThat(tally.finish()).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Refused sale 1 of UK: idempotency-conflict");
    }

    @Test
    void takesWhatTheShopAnswersAgainAsPresent() throws IOException {
        replayed = true;
        Tally tally = tally();
        replay(tally);
        assertThat(tally.finish()).isTrue();
    }

    @Test
    void stopsWhereAnotherReplayHasTakenItsTills() {
        status = 401;
        assertThatThrownBy(() -> replay(tally()))
                .isInstanceOf(ShopUnavailable.class)
                .hasMessageContaining("another replay has begun");
        assertThat(orders).hasValue(1);
    }

    @Test
    void opensOtherDocumentsOfADayByOtherReceipts() throws IOException {
        List<SalesDocument> documents = documents();
        assertThat(Preparation.seed(documents.subList(0, 2)))
                .isEqualTo(Preparation.seed(List.of(documents.get(1), documents.get(0))))
                .isNotEqualTo(Preparation.seed(documents.subList(1, 3)));
    }

    private void replay(Tally tally) throws IOException {
        ShopClient shop = new ShopClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "t", Duration.ofSeconds(20));
        new Replay(shop, new Replay.Pace(Replay.unlimited(), 1, 1), tally).run(documents());
    }

    private Tally tally() {
        PrintStream sink = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Tally(3, sink, sink, false);
    }

    private static List<SalesDocument> documents() throws IOException {
        return new SalesFileReader(new OnlineRetail(), 0)
                .read(new ByteArrayInputStream((HEADER + ROWS).getBytes(StandardCharsets.UTF_8)))
                .documents();
    }
}
