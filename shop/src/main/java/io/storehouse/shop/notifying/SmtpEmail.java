package io.storehouse.shop.notifying;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands e-mail to a mail server, a connection a message, text and HTML in one. The {@code Message-ID} is made of the message's
 * key, so that a server or a mailbox can tell a double.
 *
 * <p>A reply of 5xx means never, except where it is about us (authentication); all else means try again.
 */
final class SmtpEmail implements Provider {
    /** The server wants us to prove who we are, which an operator can mend. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private final Session session;
    private final InternetAddress from;

    SmtpEmail(NotifyingSettings.Smtp settings, Duration timeout) {
        this.session = Session.getInstance(properties(settings, timeout), authenticator(settings));
        try {
            this.from = new InternetAddress(settings.from(), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("Invalid storehouse.notifying.smtp.from: '" + settings.from() + "'", e);
        }
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.EMAIL;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public void deliver(Message message) throws DeliveryFailure {
        InternetAddress recipient = recipient(message.recipient());
        try {
            Transport.send(mail(message, recipient));
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private MimeMessage mail(Message message, InternetAddress recipient) throws MessagingException {
        MimeMessage mail = new Keyed(session, "<" + message.key() + "@storehouse>");
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, recipient);
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(new Date());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", message.language().tag());
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(message.text(), "plain"));
        if (message.html() != null) {
            alternatives.addBodyPart(part(message.html(), "html"));
        }
        mail.setContent(alternatives);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static InternetAddress recipient(String address) throws DeliveryFailure {
        int at = address.lastIndexOf('@');
        try {
            String ascii = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            return new InternetAddress(ascii, true);
        } catch (AddressException | IllegalArgumentException e) {
            throw DeliveryFailure.permanentOf("invalid-address", null);
        }
    }

    private static DeliveryFailure failure(MessagingException failure) {
        Integer reply = reply(failure);
        if (reply == null) {
            return DeliveryFailure.transientOf("provider-away", null);
        }
        return reply / 100 == 5 && !ABOUT_US.contains(reply)
                ? DeliveryFailure.permanentOf("refused", reply)
                : DeliveryFailure.transientOf("provider-failed", reply);
    }

    /** The server's reply to the command that it refused. */
    private static @Nullable Integer reply(@Nullable Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        Integer deeper = failure instanceof MessagingException chained ? reply(chained.getNextException()) : null;
        return deeper == null && failure instanceof SMTPSendFailedException send
                ? Integer.valueOf(send.getReturnCode())
                : deeper;
    }

    private static Properties properties(NotifyingSettings.Smtp settings, Duration timeout) {
        Properties properties = new Properties();
        String millis = Long.toString(timeout.toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private static @Nullable Authenticator authenticator(NotifyingSettings.Smtp settings) {
        if (settings.username() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.username(), settings.password());
            }
        };
    }

    /** Keeps its own id. */
    private static final class Keyed extends MimeMessage {
        private final String id;

        Keyed(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
