package io.storehouse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UuidV5Test {
    @Test
    void givesTheExampleOfTheStandard() {
        // RFC 9562, appendix A.4
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(UuidV5.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void keepsTheIdentityOfDocuments() {
        // changing this id doubles every document that was imported before
        assertThat(DocumentId.of("online-retail", "536365", DocumentKind.SALE))
                .isEqualTo(UuidV5.of(DocumentId.NAMESPACE, "online-retail/536365/sale"))
                .hasToString("7765cff8-32ed-5fbe-b982-495fdbfb7d69");
    }
}
