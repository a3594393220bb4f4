/**
 * The payloads of domain events as records. In JSON their names are snake_case, money is text with 4 places, quantities are
 * text with 3 places, instants are ISO-8601 UTC, dates {@code yyyy-MM-dd}; absent values are {@code null}. The JSON Schemas
 * and golden examples beside the classes are the contract; these records are its Java form.
 */
@NullMarked
package io.storehouse.contracts.events;

import org.jspecify.annotations.NullMarked;
