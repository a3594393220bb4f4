package io.storehouse.shop.importing;

import java.util.UUID;

/**
 * One file to import.
 *
 * @param seq jobs run in this order
 * @param name the file's, as its sender calls it
 * @param format code of the file's format
 * @param weeks by which dates are moved
 * @param content SHA-256 of the file
 */
record ImportJob(long seq, UUID id, String name, String format, int weeks, String content, ImportState state) {}
