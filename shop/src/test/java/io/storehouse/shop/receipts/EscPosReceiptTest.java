package io.storehouse.shop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscPosReceiptTest {
    private static final Charset TEXT = Charset.forName("GB18030");

    @Test
    void printsACashSaleByteForByte() {
        String printed = HexFormat.of()
                .formatHex(Layout.paper(receipt("茶杯 Mug", "cash", "20"), ReceiptWords.ZH)
                        .escPos());

        assertThat(printed)
                .isEqualTo("1b40" + "1c26" + "1b700019fa"
                        + "1b4501" + "1b6101" + hex("Corner 店\n") + "1b6100" + "1b4500"
                        + "1b6101" + hex("购物小票\n") + "1b6100"
                        + hex("单号                                        A-17\n")
                        + hex("时间                            2026-03-02 10:15\n")
                        + hex("-".repeat(48) + "\n")
                        + hex("茶杯 Mug\n")
                        + hex("  2 x 3.75                                  7.50\n")
                        + hex("  优惠                                     -0.50\n")
                        + hex("-".repeat(48) + "\n")
                        + hex("小计                                        7.50\n")
                        + hex("优惠                                       -0.50\n")
                        + "1b4501" + hex("应付                                    GBP 7.00\n") + "1b4500"
                        + hex("现金                                        7.00\n")
                        + hex("  实收                                     20.00\n")
                        + "1b4501" + hex("找零                                       13.00\n") + "1b4500"
                        + hex("-".repeat(48) + "\n")
                        + "1b6101" + hex("谢谢惠顾\n") + "1b6100"
                        + "1d564200");
    }

    @Test
    void namesEveryTenderOnPaper() {
        for (String tender : List.of("cash", "card", "gift_card", "external")) {
            assertThat(ReceiptWords.EN.word(tender)).isNotEqualTo(tender);
            assertThat(ReceiptWords.ZH.word(tender)).isNotEqualTo(tender).isNotEqualTo(ReceiptWords.EN.word(tender));
        }
        assertThat(ReceiptWords.EN.word("seashells")).isEqualTo("seashells");
    }

    @Test
    void saysEveryWordInEitherLanguage() {
        String english =
                Layout.paper(receipt("Mug", "gift_card", null), ReceiptWords.EN).text();
        String chinese =
                Layout.paper(receipt("Mug", "gift_card", null), ReceiptWords.ZH).text();

        assertThat(english)
                .contains("Receipt", "Subtotal  7.50", "Gift card  7.00", "Thank you")
                .doesNotContain("thanks");
        assertThat(chinese).contains("购物小票", "礼品卡  7.00", "谢谢惠顾");
    }

    @Test
    void opensTheDrawerForCashOnly() {
        assertThat(HexFormat.of()
                        .formatHex(Layout.paper(receipt("Mug", "card", null), ReceiptWords.EN)
                                .escPos()))
                .startsWith("1b401c26" + "1b4501")
                .doesNotContain("1b7000");
    }

    @Test
    void letsNoNameCommandThePrinter() {
        byte[] printed = Layout.paper(
                        receipt("Mug\u001Bp\u0000\u0019\u00FA\n\u001DV\u0042", "card", null), ReceiptWords.EN)
                .escPos();

        assertThat(HexFormat.of().formatHex(printed)).doesNotContain("1b70");
        assertThat(new String(printed, TEXT)).contains("Mug p  ú  VB");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(TEXT));
    }

    static Receipt receipt(String name, String tender, @Nullable String tendered) {
        BigDecimal handedOver = tendered == null ? null : new BigDecimal(tendered).setScale(2);
        return new Receipt(
                "sale",
                new UUID(0, 1),
                "A-17",
                null,
                "Corner 店",
                "C1",
                null,
                "2026-03-02 10:15",
                LocalDate.parse("2026-03-02"),
                "GBP",
                List.of(new Receipt.Line(
                        "MUG",
                        name,
                        new BigDecimal("2"),
                        new BigDecimal("3.75"),
                        new BigDecimal("0.50"),
                        new BigDecimal("7.00"))),
                new BigDecimal("7.50"),
                new BigDecimal("0.50"),
                List.of(),
                new BigDecimal("0.00"),
                new BigDecimal("0.00"),
                new BigDecimal("7.00"),
                List.of(new Receipt.Tender(tender, new BigDecimal("7.00"), handedOver)),
                handedOver == null ? new BigDecimal("0.00") : handedOver.subtract(new BigDecimal("7.00")),
                false);
    }
}
