package io.storehouse.shop.notifying;

import java.util.UUID;

/**
 * Somebody asks that a dead message is sent after all.
 *
 * @param id made by the client
 * @param notification the message
 */
record RetryNotification(UUID id, UUID notification) {}
