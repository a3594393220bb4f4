package io.storehouse.shop.purchasing;

import io.storehouse.shop.documents.CommandHash;
import java.util.UUID;

/** What all commands on an order have in common. */
interface PurchaseCommand {
    /** The command's identity, made by the client. */
    UUID id();

    /** The order's identity. */
    UUID order();

    /** Who gives the command; not part of what it asks for. */
    String by();

    /** What it asks for. */
    CommandHash hash();
}
