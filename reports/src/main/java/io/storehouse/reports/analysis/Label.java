package io.storehouse.reports.analysis;

/** A text in both languages of the reports. */
record Label(String en, String zh) {}
