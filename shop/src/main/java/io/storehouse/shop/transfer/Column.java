package io.storehouse.shop.transfer;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of a file of rows. Its name and its Chinese name are read whatever their case, blanks, hyphens and underscores.
 *
 * @param name in English, in lower case with underscores
 * @param chinese its name in Chinese
 * @param help what belongs into it, in English
 * @param chineseHelp the same in Chinese
 */
public record Column(String name, String chinese, Need need, String help, String chineseHelp) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_.-]+");

    /** Whether a file has it. */
    public enum Need {
        /** A file without it is refused. */
        REQUIRED,
        OPTIONAL,
        /** An export has it, and it says nothing that could be taken. */
        IGNORED
    }

    /** A column without which a file is refused. */
    public static Column required(String name, String chinese, String help, String chineseHelp) {
        return new Column(name, chinese, Need.REQUIRED, help, chineseHelp);
    }

    /** A column that may be there. */
    public static Column optional(String name, String chinese, String help, String chineseHelp) {
        return new Column(name, chinese, Need.OPTIONAL, help, chineseHelp);
    }

    /** A column that may be there and is not read. */
    public static Column ignored(String name, String chinese) {
        return new Column(name, chinese, Need.IGNORED, "", "");
    }

    boolean isCalled(String header) {
        String plain = plain(header);
        return plain.equals(plain(name)) || plain.equals(plain(chinese));
    }

    private static String plain(String header) {
        return SEPARATORS.matcher(header).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
