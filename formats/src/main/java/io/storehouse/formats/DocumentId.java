package io.storehouse.formats;

import java.util.UUID;

/** The identity of a document that another system made. */
public final class DocumentId {
    /** The namespace of all identities made from sales files. */
    public static final UUID NAMESPACE = UuidV5.of(UuidV5.URL_NAMESPACE, "urn:storehouse:sales-files");

    private DocumentId() {}

    /** The id of the rows of one kind in one invoice of a source. */
    public static UUID of(String source, String invoice, DocumentKind kind) {
        return UuidV5.of(NAMESPACE, source + "/" + invoice + "/" + kind.code());
    }
}
