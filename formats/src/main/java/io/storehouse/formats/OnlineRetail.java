package io.storehouse.formats;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The format of the UCI data set Online Retail. Digit invoices are sales, or stock adjustments where they move goods without
 * money; {@code C} invoices are returns; {@code A} invoices are accounting entries.
 */
public final class OnlineRetail implements SalesFileFormat {
    /** The format's name, and the source of its documents. */
    public static final String CODE = "online-retail";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,32}");
    private static final Set<String> SERVICES =
            Set.of("POST", "DOT", "M", "D", "C2", "C3", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS");
    private static final String GIFT_VOUCHER = "GIFT_0001_";
    private static final ColumnMapping COLUMNS = new ColumnMapping(
            Map.of(
                    Column.INVOICE, "InvoiceNo",
                    Column.SKU, "StockCode",
                    Column.NAME, "Description",
                    Column.QUANTITY, "Quantity",
                    Column.OCCURRED_AT, "InvoiceDate",
                    Column.UNIT_PRICE, "UnitPrice",
                    Column.CUSTOMER, "CustomerID",
                    Column.STORE, "Country"),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT));

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public ColumnMapping columns() {
        return COLUMNS;
    }

    @Override
    public ZoneId zone() {
        return LONDON;
    }

    @Override
    public String currency() {
        return "GBP";
    }

    @Override
    public Verdict judge(SalesRow row) {
        if (DIGITS.matcher(row.invoice()).matches()) {
            return judgeDigits(row);
        }
        return switch (row.invoice().charAt(0)) {
            case 'C' -> judgeReturn(row);
            case 'A' ->
                rejected(RejectionCode.LEDGER, "Invoice " + row.invoice() + " is an accounting entry, not a sale");
            default -> rejected(RejectionCode.UNKNOWN_INVOICE, "Invalid invoice: " + row.invoice());
        };
    }

    @Override
    public boolean isGoods(String sku) {
        return !SERVICES.contains(sku) && !sku.startsWith(GIFT_VOUCHER);
    }

    private static Verdict judgeDigits(SalesRow row) {
        if (row.unitPrice().signum() < 0) {
            return rejected(RejectionCode.NEGATIVE_PRICE, "Invalid price: " + row.unitPrice() + "; it is below 0");
        }
        boolean sold = row.quantity().signum() > 0 && row.unitPrice().signum() > 0;
        return new Verdict.Line(sold ? DocumentKind.SALE : DocumentKind.ADJUSTMENT);
    }

    private static Verdict judgeReturn(SalesRow row) {
        if (row.quantity().signum() >= 0) {
            return rejected(
                    RejectionCode.RETURN_QUANTITY,
                    "Invalid quantity of a return: " + row.quantity() + "; it is not below 0");
        }
        if (row.unitPrice().signum() < 0) {
            return rejected(RejectionCode.NEGATIVE_PRICE, "Invalid price: " + row.unitPrice() + "; it is below 0");
        }
        return new Verdict.Line(DocumentKind.RETURN);
    }

    private static Verdict rejected(RejectionCode code, String reason) {
        return new Verdict.Rejected(code, reason);
    }
}
