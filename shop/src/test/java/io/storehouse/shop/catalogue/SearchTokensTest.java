package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.catalogue.SearchTokens.Match;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {
    @ParameterizedTest
    @CsvSource({
        "矿泉水, kqs, INITIALS",
        "矿泉水, kuangquanshui, PINYIN",
        "农夫山泉矿泉水550ml, kqs550ml, WITHIN_INITIALS",
        "农夫山泉矿泉水550ml, kuangquanshui550ml, WITHIN_PINYIN",
        "农夫山泉矿泉水550ml, 泉水550ml, WITHIN_NAME",
        "重庆小面, chongqingxiaomian, PINYIN",
        "重庆小面, cqxm, INITIALS",
        "可口可乐, kekoukele, PINYIN",
        "音乐盒, yinyuehe, PINYIN",
        "绿茶, lvcha, PINYIN",
        "绿茶, lucha, PINYIN",
        "ＣＯＦＦＥＥ 　Mug, coffee mug, NAME",
        "Coffee Mug, mug, WORD",
        "Coffee Mug, ffee mug, WITHIN_NAME",
    })
    void hasEachTail(String name, String token, Match match) {
        assertThat(tokens(name)).containsEntry(token, match);
    }

    @Test
    void keepsReadingsWithinBounds() {
        Map<String, Match> tokens = tokens("长".repeat(200));

        assertThat(tokens).hasSizeLessThan(2000);
        assertThat(tokens.keySet()).allMatch(token -> token.length() <= SearchTokens.LENGTH);
    }

    @Test
    void splitsNoCharacterOutsideTheBasicPlane() {
        Map<String, Match> tokens = tokens("𠮷".repeat(100));

        assertThat(tokens.keySet())
                .noneMatch(token -> Character.isLowSurrogate(token.charAt(0))
                        || Character.isHighSurrogate(token.charAt(token.length() - 1)));
    }

    private static Map<String, Match> tokens(String name) {
        Product product = Product.listed(new ProductDefinition("SKU-1", name, null, null, true));
        return SearchTokens.of(product, List.of());
    }
}
