package io.storehouse.shop.importing;

import io.storehouse.formats.RejectedRow;
import io.storehouse.formats.RejectionCode;
import io.storehouse.formats.SalesDocument;
import io.storehouse.shop.documents.DocumentError;
import io.storehouse.shop.problems.ErrorCode;
import io.storehouse.shop.problems.ShopException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;

/** Why the shop does not take a document, however often it is tried. */
record Refusal(RejectionCode code, String reason) {
    private static final String NO_STOCK = "insufficient-stock";

    /** The refusal that a failure means; empty where trying again may help. */
    static Optional<Refusal> of(RuntimeException failure) {
        if (failure instanceof ShopException refused) {
            return of(refused);
        }
        if (failure instanceof DataIntegrityViolationException || failure instanceof ArithmeticException) {
            return Optional.of(new Refusal(RejectionCode.REFUSED, "The shop cannot keep it: " + failure.getMessage()));
        }
        return Optional.empty();
    }

    /** Whether the opening stock did not last, so that the document needs some again. */
    boolean lacksStock() {
        return code == RejectionCode.INSUFFICIENT_STOCK;
    }

    /** The rows of a refused document. */
    List<RejectedRow> rows(SalesDocument document, Map<Integer, String> texts) {
        return document.lines().stream()
                .map(line -> new RejectedRow(
                        line.fileLine(),
                        code,
                        reason,
                        texts.getOrDefault(line.fileLine(), ""),
                        document.head().store(),
                        document.head().localTime().toLocalDate(),
                        document.signedAmount(line)))
                .toList();
    }

    private static Optional<Refusal> of(ShopException refused) {
        ErrorCode.Kind kind = refused.code().kind();
        if (kind == ErrorCode.Kind.EXTERNAL || kind == ErrorCode.Kind.INTERNAL) {
            return Optional.empty();
        }
        RejectionCode code = codeOf(refused.code());
        return Optional.of(new Refusal(code, String.valueOf(refused.getMessage())));
    }

    private static RejectionCode codeOf(ErrorCode error) {
        if (error.code().equals(DocumentError.IDEMPOTENCY_CONFLICT.code())) {
            return RejectionCode.INVOICE_CHANGED;
        }
        return error.code().equals(NO_STOCK) ? RejectionCode.INSUFFICIENT_STOCK : RejectionCode.REFUSED;
    }
}
