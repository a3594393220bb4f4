package io.storehouse.shop.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.printing.Paper;
import io.storehouse.shop.printing.Words;
import io.storehouse.shop.stores.Store;
import io.storehouse.shop.stores.TaxTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportLayoutTest {
    private static final Store STORE = new Store(
            1,
            "C1",
            "Corner 店",
            ZoneId.of("Asia/Shanghai"),
            Currency.getInstance("CNY"),
            LocalTime.MIDNIGHT,
            null,
            TaxTerms.DEFAULT);

    @Test
    void printsWhatAddsUpLineByLine() {
        assertThat(paper(shift(ShiftKind.REGULAR, "81.00"), ReportWords.EN).text())
                .isEqualTo("""
                        Corner 店
                        Z report
                        Register  R1
                        Business date  2026-03-03
                        Opened  2026-03-03 07:30
                          by  ada
                        Closed  2026-03-03 18:00
                          by  grace
                        --------------------------------
                        Sales x 2  10.00
                        Discounts  -2.50
                        Returns x 1  -3.75
                        Net  3.75
                        Gift cards sold  25.00
                        Tax added  0.30
                        Rounding  0.05
                        Total  CNY 29.10
                        --------------------------------
                        Card  27.00
                        Cash  2.10
                          taken  5.85
                          refunded  -3.75
                        vouchers  0.00
                        --------------------------------
                        Drawer
                        Opening float  100.00
                        Cash handed over  20.00
                        Change  -14.15
                        Cash refunds  -3.75
                        Paid in  10.00
                        Paid out  -30.255
                        Expected  81.845
                        Counted  81.00
                        Difference  -0.845""");
    }

    @Test
    void saysOfAnOpenShiftOnlyWhatIsKnownOfIt() {
        Paper paper = paper(shift(ShiftKind.REGULAR, null), ReportWords.ZH);

        assertThat(paper.language()).isEqualTo("zh-CN");
        assertThat(paper.opensDrawer()).isFalse();
        assertThat(paper.title()).isEqualTo("X 报表（未交班） R1");
        assertThat(paper.text())
                .contains("开班  2026-03-03 07:30", "应有现金  81.845", "另加税  0.30")
                .doesNotContain("交班  ", "实点现金", "差额", "补录");
    }

    @Test
    void namesAShiftOfLateSales() {
        assertThat(paper(shift(ShiftKind.RESCUE, null), ReportWords.EN).text())
                .contains("X report\nLate sales of a closed shift\n");
    }

    @Test
    void printsNamesAsTextWhateverTheyContain() {
        Store named = new Store(
                1,
                "C1",
                "<b>A & B</b>\u001Bp",
                STORE.timeZone(),
                STORE.currency(),
                STORE.dayStart(),
                null,
                STORE.taxes());
        Paper paper =
                ReportLayout.paper(ShiftReport.of(shift(ShiftKind.REGULAR, "0"), List.of()), named, ReportWords.EN);

        assertThat(paper.html()).contains("&lt;b&gt;A &amp; B&lt;/b&gt; p").doesNotContain("<b>");
        assertThat(new String(paper.escPos(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("<b>A & B</b> p")
                .doesNotContain("\u001Bp");
    }

    @Test
    void speaksChineseThroughout() {
        for (String key : List.of(
                "x",
                "z",
                "rescue",
                "register",
                "business-date",
                "opened",
                "closed",
                "by",
                "sales",
                "discounts",
                "returns",
                "net",
                "gift-cards-sold",
                "tax-added",
                "rounding",
                "total",
                "taken",
                "refunded",
                "drawer",
                "float",
                "handed-over",
                "change",
                "refunds",
                "paid-in",
                "paid-out",
                "expected",
                "counted",
                "difference",
                "cash",
                "card",
                "gift_card",
                "external")) {
            assertThat(ReportWords.ZH.word(key)).as(key).isNotEqualTo(key);
        }
        assertThatThrownBy(() -> ReportWords.of("tlh")).hasMessage("Invalid language: 'tlh'; expected zh-CN or en");
    }

    private static Paper paper(Shift shift, Words words) {
        return ReportLayout.paper(
                ShiftReport.of(
                        shift,
                        List.of(
                                new Shift.Tender("card", amount("27"), amount("27"), amount("0")),
                                new Shift.Tender("cash", amount("5.85"), amount("20"), amount("3.75")),
                                new Shift.Tender("vouchers", amount("0"), amount("0"), amount("0")))),
                STORE,
                words);
    }

    private static Shift shift(ShiftKind kind, @Nullable String counted) {
        return new Shift(
                1,
                new UUID(0, 1),
                1,
                "C1",
                "R1",
                kind,
                "CNY",
                LocalDate.parse("2026-03-03"),
                Instant.parse("2026-03-02T23:30:00Z"),
                "ada",
                counted == null ? null : Instant.parse("2026-03-03T10:00:00Z"),
                counted == null ? null : "grace",
                amount("100"),
                amount("10"),
                amount("30.255"),
                2,
                amount("10"),
                amount("2.5"),
                1,
                amount("3.75"),
                amount("25"),
                amount("0.3"),
                amount("0.05"),
                counted == null ? null : amount(counted));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(4);
    }
}
