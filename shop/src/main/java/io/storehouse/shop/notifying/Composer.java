package io.storehouse.shop.notifying;

import io.storehouse.shop.receipts.ReceiptPage;
import io.storehouse.shop.receipts.ReceiptPages;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes messages at the time of sending, from the documents as they are then; nothing of them is kept. */
@Component
class Composer {
    private final ReceiptPages receipts;

    Composer(ReceiptPages receipts) {
        this.receipts = receipts;
    }

    /** The message to that address, or empty when there is no such document. */
    Optional<Message> compose(Notification of, String address) {
        Language language = of.language();
        Optional<ReceiptPage> receipt = switch (of.kind()) {
            case ORDER_PAID -> receipts.ofSale(of.document(), language.tag());
            case RETURN_ACCEPTED -> receipts.ofReturn(of.document(), language.tag());
        };
        return receipt.map(page -> {
            String subject = Texts.subject(of.kind(), language, page);
            String text = Texts.shortText(of.kind(), language, page);
            return of.channel() == MessageChannel.SMS
                    ? new Message(of.id(), address, language, subject, text, null)
                    : new Message(of.id(), address, language, subject, text + "\n\n" + page.text() + "\n", page.html());
        });
    }
}
