package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a mail server that speaks SMTP and refuses as it is told. */
class SmtpEmailTest extends RefusingProviderContract {
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int recipientReply = 250;
    private volatile int dataReply = 250;
    private volatile boolean hangs;
    private SMTPServer server;

    private record Mail(String recipient, byte[] bytes) {
        MimeMessage message() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        MimeMultipart parts() {
            try {
                return (MimeMultipart) message().getContent();
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final class Handler implements MessageHandler {
        private String recipient = "";

        @Override
        public void from(String from) {
            assertThat(from).isEqualTo("shop@example.com");
        }

        @Override
        public void recipient(String to) throws RejectException {
            if (hangs) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            if (recipientReply != 250) {
                throw new RejectException(recipientReply, "no such user " + to);
            }
            recipient = to;
        }

        @Override
        public String data(InputStream data) throws RejectException {
            try {
                byte[] bytes = data.readAllBytes();
                if (dataReply != 250) {
                    throw new RejectException(dataReply, "not this");
                }
                mails.add(new Mail(recipient, bytes));
                return "taken";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void done() {
            // nothing is open
        }
    }

    @BeforeEach
    void listen() {
        server = SMTPServer.port(0)
                .messageHandlerFactory((MessageContext context) -> new Handler())
                .build();
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop();
    }

    private SmtpEmail smtp(int port, Duration timeout) {
        return new SmtpEmail(
                new NotifyingSettings.Smtp(
                        "127.0.0.1", port, null, null, "The Shop <shop@example.com>", NotifyingSettings.Security.NONE),
                timeout);
    }

    @Test
    void sendsTextAndHtmlInOne() throws Exception {
        provider().deliver(message());

        MimeMessage mail = mails.get(0).message();
        MimeMultipart parts = mails.get(0).parts();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(mail.getSubject()).isEqualTo("Subject 题");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("The Shop <shop@example.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType().toLowerCase(java.util.Locale.ROOT))
                .startsWith("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContentType().toLowerCase(java.util.Locale.ROOT))
                .startsWith("text/html; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>html</p>");
    }

    @Test
    void addsNoHeaderThatASubjectBrings() throws Exception {
        Message message = message();
        provider()
                .deliver(new Message(
                        message.key(), message.recipient(), Language.EN, "Hello\r\nBcc: else@example.com", TEXT, null));

        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).message().getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {421, 450, 451, 452, 530})
    void triesAgainAfter(int answer) {
        recipientReply = answer;

        DeliveryFailure failure = failure(provider());

        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.reply()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {550, 553})
    void neverTriesAgainAfter(int answer) {
        recipientReply = answer;

        DeliveryFailure failure = failure(provider());

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.reply()).isEqualTo(answer);
    }

    @Test
    void knowsTheReplyToTheMailItself() {
        dataReply = 552;
        assertThat(failure(provider()).isPermanent()).isTrue();

        dataReply = 451;
        assertThat(failure(provider()).isPermanent()).isFalse();
        assertThat(mails).isEmpty();
    }

    @Test
    void neverTriesAnAddressThatIsNone() {
        Message message = new Message(message().key(), "no address at all", Language.EN, "S", "T", null);

        DeliveryFailure failure =
                catchThrowableOfType(DeliveryFailure.class, () -> provider().deliver(message));

        assertThat(failure.code()).isEqualTo("invalid-address");
        assertThat(failure.isPermanent()).isTrue();
    }

    @Test
    void triesAgainWhereNobodyListensOrAnswers() {
        hangs = true;
        DeliveryFailure hung = failure(smtp(server.getPortAllocated(), Duration.ofMillis(300)));
        assertThat(hung.code()).isEqualTo("provider-away");
        assertThat(hung.isPermanent()).isFalse();

        int port = server.getPortAllocated();
        end.countDown();
        server.stop();
        DeliveryFailure away = failure(smtp(port, Duration.ofSeconds(5)));
        assertThat(away.code()).isEqualTo("provider-away");
        assertThat(away.isPermanent()).isFalse();
    }

    @Test
    void saysNothingToAServerThatDoesNotEncryptWhereItMust() {
        SmtpEmail strict = new SmtpEmail(
                new NotifyingSettings.Smtp(
                        "127.0.0.1",
                        server.getPortAllocated(),
                        null,
                        null,
                        "shop@example.com",
                        NotifyingSettings.Security.STARTTLS),
                Duration.ofSeconds(5));

        assertThat(failure(strict).isPermanent()).isFalse();
        assertThat(mails).isEmpty();
    }

    private DeliveryFailure failure(Provider provider) {
        DeliveryFailure failure = catchThrowableOfType(DeliveryFailure.class, () -> provider.deliver(message()));
        assertThat(failure).isNotNull();
        return failure;
    }

    @Override
    Provider provider() {
        return smtp(server.getPortAllocated(), Duration.ofSeconds(10));
    }

    @Override
    String recipient() {
        return "anna@example.com";
    }

    @Override
    List<Received> received() {
        return mails.stream().map(SmtpEmailTest::received).toList();
    }

    private static Received received(Mail mail) {
        try {
            String id = mail.message().getMessageID();
            return new Received(
                    id.substring(1, id.indexOf('@')),
                    mail.recipient(),
                    String.valueOf(mail.parts().getBodyPart(0).getContent()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void fail() {
        dataReply = 451;
    }

    @Override
    void refuse() {
        recipientReply = 550;
    }

    @Override
    void recover() {
        dataReply = 250;
    }
}
