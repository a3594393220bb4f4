package io.storehouse.shop.printing;

/** Text without anything that a printer or a browser would take for a command. */
final class Printable {
    private Printable() {}

    /** The text with spaces for control characters and for halves of surrogate pairs. */
    static String of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints()
                .map(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.SURROGATE
                                || (point & 0xFFFE) == 0xFFFE
                        ? ' '
                        : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
