package io.storehouse.shop.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreScopeTest {
    @Test
    void readsEveryRowOnlyWhenItHasEveryStore() {
        assertThat(StoreScope.everywhere().onCode("s.code")).isEqualTo(new StoreScope.Condition("true", Map.of()));
        assertThat(StoreScope.of(List.of()).onCode("s.code")).isEqualTo(new StoreScope.Condition("false", Map.of()));
        assertThat(StoreScope.of(List.of("York", "Leeds")).onCode("s.code"))
                .isEqualTo(new StoreScope.Condition(
                        "s.code in (:storeScope)", Map.of("storeScope", List.of("Leeds", "York"))));
        assertThat(StoreScope.of(List.of("York")).onKey("o.store_id").sql())
                .isEqualTo("o.store_id = (select id from store where code = :storeScope)");
    }

    @Test
    void hasInCommonWhatBothHave() {
        StoreScope some = StoreScope.of(List.of("York", "Leeds"));

        assertThat(some.within(StoreScope.of(List.of("Leeds", "Hull")))).isEqualTo(StoreScope.of(List.of("Leeds")));
        assertThat(some.within(StoreScope.everywhere())).isEqualTo(some);
        assertThat(StoreScope.everywhere().within(some)).isEqualTo(some);
        assertThat(StoreScope.of(List.of()).includes("York")).isFalse();
        assertThat(StoreScope.of(List.of()).isEverywhere()).isFalse();
    }
}
