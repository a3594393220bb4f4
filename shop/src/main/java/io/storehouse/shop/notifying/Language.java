package io.storehouse.shop.notifying;

import java.util.stream.Stream;

/** A language in which customers are written to: that of the store, which its currency tells. */
enum Language {
    EN("en"),
    ZH("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Its BCP 47 tag. */
    String tag() {
        return tag;
    }

    static Language ofCurrency(String currency) {
        return currency.equals("CNY") ? ZH : EN;
    }

    static Language ofTag(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElse(EN);
    }
}
