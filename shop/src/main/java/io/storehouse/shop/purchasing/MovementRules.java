package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.Texts;

/** The rules of goods that come in or go back. */
final class MovementRules {
    private MovementRules() {}

    static void check(MoveGoods command) {
        Texts.atMost(Texts.NUMBER, command.reference(), "reference");
        long distinct =
                command.lines().stream().map(MoveGoods.Line::lineNo).distinct().count();
        if (command.lines().isEmpty()
                || distinct < command.lines().size()
                || command.reference().isBlank()) {
            throw PurchaseLine.invalid("Invalid " + command.id() + ": expected a reference and each line once");
        }
        for (MoveGoods.Line line : command.lines()) {
            Texts.atMost(Texts.NAME, line.reason(), "reason");
            if (line.quantity().signum() <= 0) {
                throw PurchaseLine.invalid("Invalid quantity of line " + line.lineNo() + ": expected more than 0");
            }
        }
    }
}
