package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OpeningReceiptTest {
    private static final UUID SEED = new UUID(1, 2);
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @Test
    void opensWhatTheMonthTakesOutOfEachStore() throws IOException {
        List<SalesDocument> documents = read("1,A,Cup,3,2010-12-01 08:26:00,2.55,,UK\n"
                + "2,A,Cup,4,2010-12-31 08:26:00,2.55,,UK\n"
                + "3,A,broken,-2,2010-12-02 08:26:00,0,,UK\n"
                + "C4,A,Cup,-5,2010-12-02 08:26:00,2.55,,UK\n"
                + "5,POST,Postage,1,2010-12-02 08:26:00,18,,UK\n"
                + "6,A,Cup,1,2011-01-01 08:26:00,2.55,,UK\n"
                + "7,E,,1,2010-12-01 08:26:00,1,,France\n");
        List<OpeningReceipt> receipts = OpeningReceipt.byMonth(SEED, documents, Article.of(documents));
        assertThat(receipts)
                .extracting(
                        OpeningReceipt::store,
                        OpeningReceipt::reference,
                        receipt -> receipt.lines().get(0))
                .containsExactly(
                        tuple("France", "OPENING 2010-12 1", line("E", "1", "0.5000")),
                        tuple("UK", "OPENING 2010-12 1", line("A", "9", "1.2750")),
                        tuple("UK", "OPENING 2011-01 1", line("A", "1", "1.2750")));
        assertThat(receipts.get(1).occurredAt()).isEqualTo("2010-12-01T08:26:00Z");
    }

    @Test
    void doesNotDependOnTheOrderOfDocuments() throws IOException {
        List<SalesDocument> documents = new ArrayList<>(read("1,A,Cup,3,2010-12-01 08:26:00,2.55,,UK\n"
                + "2,B,Mug,4,2010-12-31 08:26:00,2.55,,UK\n"
                + "3,A,Cup,2,2010-12-02 08:26:00,3,,UK\n"));
        List<OpeningReceipt> receipts = OpeningReceipt.byMonth(SEED, documents, Article.of(documents));
        Collections.reverse(documents);
        assertThat(OpeningReceipt.byMonth(SEED, documents, Article.of(documents)))
                .isEqualTo(receipts);
        assertThat(OpeningReceipt.byMonth(new UUID(1, 3), documents, Article.of(documents)))
                .isNotEqualTo(receipts);
    }

    @Test
    void cutsReceiptsOfManySkus() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int sku = 0; sku < 1_001; sku++) {
            rows.append("1,S").append(sku).append(",n,1,2010-12-01 08:26:00,1,,UK\n");
        }
        List<SalesDocument> documents = read(rows.toString());
        List<OpeningReceipt> receipts = OpeningReceipt.byDay(SEED, documents, Article.of(documents));
        assertThat(receipts).extracting(receipt -> receipt.lines().size()).containsExactly(500, 500, 1);
        assertThat(new HashSet<>(receipts.stream().map(OpeningReceipt::id).toList()))
                .hasSize(3);
    }

    @Test
    void namesAnArticleByItsMostFrequentDescription() throws IOException {
        Map<String, Article> articles = Article.of(read("1,A,Zebra,1,2010-12-01 08:26:00,2,,UK\n"
                + "1,A,Apple,1,2010-12-01 08:26:00,3,,UK\n"
                + "1,A,,1,2010-12-01 08:26:00,3,,UK\n"
                + "2,A,damaged,-1,2010-12-01 08:26:00,0,,UK\n"
                + "3,A,damaged,-1,2010-12-01 08:26:00,0,,UK\n"
                + "4,E,,-1,2010-12-01 08:26:00,0,,UK\n"));
        assertThat(articles.get("A")).isEqualTo(new Article("A", "Apple", new BigDecimal("3"), true));
        assertThat(articles.get("E")).isEqualTo(new Article("E", "E", null, true));
    }

    private static OpeningReceipt.Line line(String sku, String quantity, String cost) {
        return new OpeningReceipt.Line(sku, new BigDecimal(quantity), new BigDecimal(cost));
    }

    private static List<SalesDocument> read(String rows) throws IOException {
        return new SalesFileReader(new OnlineRetail(), 0)
                .read(new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)))
                .documents();
    }
}
